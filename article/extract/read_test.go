package extract

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"triptych/article"
)

// told is a document in one text: what it is, its facts, and its paragraphs with their roles.
func told(d *Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s|%s|%s|%s|%s\n", d.Format, d.Title, d.Author, d.Date, d.Language)
	for i, p := range d.Version.Paragraphs {
		fmt.Fprintf(&b, "%s: %s\n", p.Role, d.Version.Paragraph(i))
	}
	return b.String()
}

func TestReadFormats(t *testing.T) {
	tests := []struct{ name, data, hint, want string }{
		{"plain text", "Снег у Лідзе\n\nУначы выпаў снег. Дарогі чысцяць.\n\nАўтобусы спазняюцца на гадзіну.", "",
			"text|Снег у Лідзе|||\nheadline: Снег у Лідзе\nbody: Уначы выпаў снег. Дарогі чысцяць.\nbody: Аўтобусы спазняюцца на гадзіну.\n"},
		{"plain text with a tag in it", "The tag <b> makes text bold.\n\nNobody uses it.", "",
			"text||||\nbody: The tag <b> makes text bold.\nbody: Nobody uses it.\n"},
		{"Markdown", "---\ntitle: \"Зубр\"\nauthor: Яна Крук\ndate: 2024-05-01\nlang: be\n---\n# Зубр на дарозе\n\nЁн стаяў **гадзіну** і [пайшоў](https://example.com/a_b).\n\n- адзін\n- два\n\n> Гэта _сапраўды_ быў зубр, snake_case.\n", "",
			"markdown|Зубр на дарозе|Яна Крук|2024-05-01|be\nheadline: Зубр на дарозе\nbody: Ён стаяў гадзіну і пайшоў.\nbody: адзін\nbody: два\nbody: Гэта сапраўды быў зубр, snake_case.\n"},
		{"Markdown by its name alone", "Heading\n=======\n\nOne line\nand its rest.  \n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![map](m.png) `code` <https://example.com>\n\n[x]: https://example.com\n", "notes.md",
			"markdown|Heading|||\nheadline: Heading\nbody: One line and its rest.\nbody: a | b\nbody: 1 | 2\nbody: code https://example.com\n"},
		{"SRT", "1\r\n00:00:01,000 --> 00:00:03,000\r\n<i>Паром вышел</i>\r\nиз Нарочи\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\nв шесть утра.\r\n\r\n3\r\n00:00:06,000 --> 00:00:08,000\r\n- Кто вёл?\r\n- Не знаю.\r\n", "",
			"subtitles||||\nbody: Паром вышел из Нарочи в шесть утра.\nbody: - Кто вёл?\nbody: - Не знаю.\n"},
		{"WebVTT", "WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:03.000 line:0\n<v Ales>The ferry left.\n", "",
			"subtitles||||\nbody: The ferry left.\n"},
		{"HTML by its content", "<p>Дождь шёл с утра, и площадь к полудню опустела.</p>", "a.txt",
			"html||||\nbody: Дождь шёл с утра, и площадь к полудню опустела.\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read([]byte(tt.data), Hint{URL: tt.hint})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, told(d)); diff != "" {
				t.Errorf("document (-want +got):\n%s", diff)
			}
			if err := d.Version.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}

// pack makes a ZIP container of names and contents by turns.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const wordBody = `<?xml version="1.0"?><w:document xmlns:w="w" xmlns:mc="mc"><w:body>
<w:p><w:pPr><w:pStyle w:val="a3"/></w:pPr><w:r><w:t>Мост праз </w:t></w:r><w:r><w:t>Нёман</w:t></w:r></w:p>
<w:p><w:r><w:t>15.11.2024 18:00</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Мост </w:t></w:r><w:ins><w:r><w:t>новы</w:t></w:r></w:ins><w:del><w:r><w:delText>стары</w:delText><w:t>стары</w:t></w:r></w:del><w:r><w:tab/><w:t>адкрылі.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
<w:p><w:hyperlink><w:r><w:t>Спасылка</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>і далей.</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:p></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Клетка табліцы.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Урэзка.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Урэзка.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>Пасля ўрэзкі.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="a5"/></w:pPr><w:r><w:t>Мост уначы</w:t></w:r></w:p>
</w:body></w:document>`

const wordStyles = `<w:styles xmlns:w="w"><w:style w:styleId="a3"><w:name w:val="Title"/></w:style><w:style w:styleId="a5"><w:name w:val="caption"/></w:style></w:styles>`

const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Чарнавік</dc:title><dc:creator>Ганна Куль</dc:creator><dc:language>be-BY</dc:language></cp:coreProperties>`

const odtBody = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s"><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>Выдалена.</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Паром на Нарачы</text:p>
<text:p>Паром<text:s text:c="3"/>ходзіць<text:tab/>штодня<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Акрамя панядзелка.</text:p></text:note-body></text:note>.</text:p>
<text:h text:outline-level="2">Расклад</text:h><text:list><text:list-item><text:p>а 9.00<text:line-break/>а 12.00</text:p></text:list-item></text:list>
</office:text></office:body></office:document-content>`

func packBook(t testing.TB, extra ...string) []byte {
	return pack(t, append([]string{
		"mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>`,
		"OPS/a.opf", `<package xmlns:dc="d"><metadata><dc:title>Кніга вады</dc:title><dc:creator>Ян Рака</dc:creator><dc:language>be</dc:language><dc:date>2021-04-02</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
		"OPS/nav.xhtml", `<html><body><nav><ol><li>Змест</li></ol></nav></body></html>`,
		"OPS/a.xhtml", `<?xml version="1.0" encoding="utf-8"?><html><body><h1>Раздзел першы</h1><p>Вада стаяла.</p></body></html>`,
		"OPS/b.xhtml", `<html><body><h1>Раздзел другі</h1><p>Вада пайшла.</p></body></html>`,
	}, extra...)...)
}

func TestReadContainers(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want string
		lost int // how many reasons for a loss
	}{
		{"DOCX", pack(t, "[Content_Types].xml", "<Types/>", "word/document.xml", wordBody, "word/styles.xml", wordStyles, "docProps/core.xml", core,
			"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote><w:p><w:r><w:t>Зноска.</w:t></w:r></w:p></w:footnote></w:footnotes>`),
			"docx|Мост праз Нёман|Ганна Куль|2024-11-15T18:00:00+03:00|be\nheadline: Мост праз Нёман\ndate: 15.11.2024 18:00\nbody: Мост новы адкрылі.\nbody: Спасылка і далей.\nbody: Клетка табліцы.\nbody: Пасля ўрэзкі.\nbody: Урэзка.\ncaption: Мост уначы\n", 1},
		{"ODT", pack(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtBody),
			"odt|Паром на Нарачы|||\nheadline: Паром на Нарачы\nbody: Паром ходзіць штодня.\nbody: Расклад\nbody: а 9.00 а 12.00\n", 1},
		{"EPUB", packBook(t), "epub|Кніга вады|Ян Рака|2021-04-02|be\nheadline: Раздзел першы\nbody: Вада стаяла.\nbody: Раздзел другі\nbody: Вада пайшла.\n", 0},
		{"EPUB with encrypted fonts", packBook(t, "META-INF/encryption.xml", `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>`),
			"epub|Кніга вады|Ян Рака|2021-04-02|be\nheadline: Раздзел першы\nbody: Вада стаяла.\nbody: Раздзел другі\nbody: Вада пайшла.\n", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read(tt.data, Hint{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, told(d)); diff != "" {
				t.Errorf("document (-want +got):\n%s", diff)
			}
			if len(d.Lost.Reasons) != tt.lost {
				t.Errorf("lost: %+v", d.Lost)
			}
		})
	}
}

func TestReadPDF(t *testing.T) {
	d, err := Read(readFile(t, "testdata/chess.be.pdf"), Hint{})
	if err != nil {
		t.Fatal(err)
	}
	want, err := plainText(readFile(t, "../../testdata/chess/be.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(paragraphs(want), paragraphs(&d.Version)); diff != "" {
		t.Errorf("paragraphs (-want +got):\n%s", diff)
	}
	if d.Version.Paragraphs[0].Role != article.RoleDate || d.Version.Paragraphs[1].Role != article.RoleHeadline || d.Date != "2024-11-17" {
		t.Errorf("roles %v, date %q", d.Version.Paragraphs[:2], d.Date)
	}
}

// refusal is a document that cannot be read, and why.
type refusal struct {
	name string
	data []byte
	kind error
}

func refusals(t *testing.T) []refusal {
	bomb := strings.Repeat("<w:p/>", 12<<20)
	many := make([]string, 0, 2*maxEntries+4)
	for i := range maxEntries + 1 {
		many = append(many, fmt.Sprintf("%d.txt", i), "")
	}
	encryptedZip := pack(t, "word/document.xml", wordBody)
	for _, sign := range []string{"PK\x03\x04", "PK\x01\x02"} { // the flag stands at 6 in the one, at 8 in the other
		at := bytes.Index(encryptedZip, []byte(sign))
		encryptedZip[at+map[string]int{"PK\x03\x04": 6, "PK\x01\x02": 8}[sign]] |= encryptedFlag
	}
	pdf := readFile(t, "testdata/chess.be.pdf")
	return []refusal{
		{"nothing", nil, ErrEmpty},
		{"blank", []byte(" \n\t"), ErrEmpty},
		{"a page without text", []byte("<html><body><script>x()</script></body></html>"), ErrEmpty},
		{"an image", []byte("\x89PNG\r\n\x1a\n\x00"), ErrBinary},
		{"a program", []byte("\x7fELF\x02\x01"), ErrBinary},
		{"zero bytes", []byte("a\x00b\x00\x00\x01\x02c"), ErrBinary},
		{"an archive", pack(t, "a.txt", "a"), ErrBinary},
		{"a spreadsheet", pack(t, "xl/workbook.xml", "<a/>"), ErrBinary},
		{"a drawing of OpenDocument", pack(t, "mimetype", "application/vnd.oasis.opendocument.graphics", "content.xml", "<a/>"), ErrBinary},
		{"a container cut short", pack(t, "word/document.xml", wordBody)[:200], ErrDamaged},
		{"a broken document", pack(t, "word/document.xml", "<w:document><w:p>"), ErrDamaged},
		{"a document with an entity of its own", pack(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY e "x">]><a><p><t>&e;</t></p></a>`), ErrDamaged},
		{"a document without paragraphs", pack(t, "word/document.xml", "<document/>"), ErrEmpty},
		{"a bomb", pack(t, "word/document.xml", "<a>"+bomb+"</a>"), ErrTooLarge},
		{"too many entries", pack(t, many...), ErrTooLarge},
		{"an encrypted container", encryptedZip, ErrEncrypted},
		{"an encrypted OpenDocument", pack(t, "content.xml", "\x01\x02", "META-INF/manifest.xml", "<a><encryption-data/></a>"), ErrEncrypted},
		{"an encrypted Office document", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), ErrEncrypted},
		{"a book with DRM", packBook(t, "META-INF/encryption.xml", `<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></EncryptedData></encryption>`), ErrEncrypted},
		{"a book without contents", pack(t, "META-INF/container.xml", "<container/>"), ErrDamaged},
		{"PDF cut short", pdf[:len(pdf)/2], ErrDamaged},
		{"PDF of nothing", []byte("%PDF-1.7\n"), ErrDamaged},
		{"PDF with too many objects", bytes.Replace(pdf, []byte("/Size "), []byte("/Size 99999999"), 1), ErrDamaged},
		{"subtitles without text", []byte("WEBVTT\n\n00:01.000 --> 00:02.000\n"), ErrEmpty},
		{"nested too deeply", []byte("<html>" + strings.Repeat("<div>", 100_000) + "text"), ErrTooDeep},
	}
}

func TestReadRefuses(t *testing.T) {
	for _, tt := range refusals(t) {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Read(tt.data, Hint{})
			if d != nil || !errors.Is(err, tt.kind) {
				t.Errorf("document %v, error %v; want %v", d, err, tt.kind)
			}
		})
	}
}

func TestReadTooLarge(t *testing.T) {
	if _, err := Read(make([]byte, maxDocument+1), Hint{}); !errors.Is(err, ErrTooLarge) {
		t.Errorf("error %v", err)
	}
}

// checkRead holds what every reading must hold to.
func checkRead(t *testing.T, data []byte, hint Hint) {
	d, err := Read(data, hint)
	if err != nil {
		for _, kind := range []error{ErrEmpty, ErrBinary, ErrEncoding, ErrEncrypted, ErrDamaged, ErrTooLarge, ErrTooDeep} {
			if errors.Is(err, kind) {
				return
			}
		}
		t.Fatalf("an error of no kind: %v", err)
	}
	if err := d.Version.Check(); err != nil {
		t.Fatal(err)
	}
	if len(d.Version.Paragraphs) == 0 || !utf8.ValidString(d.Title+d.Author+d.Site+d.Canonical) {
		t.Errorf("a document of nothing, or not UTF-8: %+v", d)
	}
	if d.Lost.Share < 0 || d.Lost.Share > 1 {
		t.Errorf("lost %v", d.Lost.Share)
	}
}
