package extract

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"triptych/article"
)

// example is a file of testdata: an input, and the version wanted of it as outline writes it.
type example struct{ name, input, want string }

func examples(t testing.TB) []example {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	var list []example
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(data), "-- input --\n")
		input, want, ok := strings.Cut(rest, "-- want --\n")
		if !ok {
			t.Fatalf("%s has no input or no want", path)
		}
		list = append(list, example{filepath.Base(path), input, want})
	}
	return list
}

// plainText reads what is said to be plain text.
func plainText(data []byte) (*article.Version, error) {
	d, err := Read(data, Hint{MediaType: "text/plain"})
	if err != nil {
		return nil, err
	}
	return &d.Version, nil
}

func TestText(t *testing.T) {
	for _, tt := range examples(t) {
		t.Run(tt.name, func(t *testing.T) {
			v, err := plainText([]byte(tt.input))
			if err != nil {
				t.Fatal(err)
			}
			if err := v.Check(); err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(tt.want, outline(v)); diff != "" {
				t.Errorf("version (-want +got):\n%s", diff)
			}
		})
	}
}

// outline writes the date, then a paragraph a line: its role and its sentences, parted by bars.
func outline(v *article.Version) string {
	var sb strings.Builder
	sb.WriteString(strings.TrimSpace("date "+v.Date) + "\n")
	for _, p := range v.Paragraphs {
		var sentences []string
		for i := p.Sentences.Lo; i < p.Sentences.Hi; i++ {
			sentences = append(sentences, v.Sentence(i))
		}
		fmt.Fprintf(&sb, "%s: %s\n", p.Role, strings.Join(sentences, " | "))
	}
	return sb.String()
}

func TestTextNormalises(t *testing.T) {
	utf16 := func(s string) string { // little-endian, with a byte order mark
		out := "\xff\xfe"
		for _, r := range s {
			out += string([]byte{byte(r), byte(r >> 8)})
		}
		return out
	}
	tests := []struct{ name, data, want string }{
		{"no line end at the end", "Адзін\n\nДва", "Адзін|Два"},
		{"blank lines around", "\n\n \nАдзін\n\n\n\nДва\n\n", "Адзін|Два"},
		{"blank lines around lines", "\n\nАдзін\nДва\n\n", "Адзін|Два"},
		{"Windows line ends", "Адзін\r\nі яшчэ\r\n\r\nДва\r\n", "Адзін і яшчэ|Два"},
		{"old Mac line ends", "Адзін\rДва", "Адзін|Два"},
		{"Unicode line ends", "Адзін\u2028і яшчэ\v1\f2\u0085 3\u2029Два", "Адзін і яшчэ 1 2 3|Два"},
		{"spaces on a blank line", "Адзін\n \t\u00a0\nДва", "Адзін|Два"},
		{"byte order mark", "\ufeffАдзін", "Адзін"},
		{"UTF-16 little-endian", utf16("Мінск, ўчора\r\n"), "Мінск, ўчора"},
		{"UTF-16 big-endian", "\xfe\xff\x04\x1c\x04\x56\x00!", "Мі!"},
		{"UTF-16 with a character beyond 16 bits", "\xff\xfe\x3d\xd8\x00\xde", "😀"},
		{"decomposed й, ў, ё", "ма\u0438\u0306 \u0443\u0306 е\u0308", "май ў ё"},
		{"invisible between a letter and its mark", "\u0438\u200b\u0306", "й"},
		{"stress mark stays", "за\u0301мок", "за\u0301мок"},
		{"no-break and thin spaces", "12\u00a0000\u202fруб.\u2009— г.\u00a0Мінск", "12 000 руб. — г. Мінск"},
		{"runs of spaces and tabs", " one \t\t two\u3000 ", "one two"},
		{"soft hyphens", "вера\u00adсень", "верасень"},
		{"zero-width and bidi", "\u200fа\u200bб\u200dв\u2060г\u202aд\u202c\u2068е\u2069", "абвгде"},
		{"a stray control character", "Мінск\x07 і Брэст, \x7fГродна", "Мінск і Брэст, Гродна"},
		{"quotation marks stay", `"a" “b” «c» 'd' ’`, `"a" “b” «c» 'd' ’`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := plainText([]byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, strings.Join(paragraphs(v), "|")); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTextRefuses(t *testing.T) {
	tests := []struct {
		name, data string
		kind       error
		says       string
	}{
		{"nothing", "", ErrEmpty, "the text is empty"},
		{"blank", " \r\n\t\u00a0\n", ErrEmpty, "the text is empty"},
		{"invisible characters alone", "\ufeff\u200b\u00ad", ErrEmpty, "the text is empty"},
		{"an empty UTF-16 file", "\xff\xfe", ErrEmpty, "the text is empty"},
		{"PNG", "\x89PNG\r\n\x1a\n\x00", ErrBinary, "this is a PNG image, which is not read here; save the text as DOCX, HTML or plain text"},
		{"JPEG", "\xff\xd8\xff\xe0\x00\x10JFIF", ErrBinary, "this is a JPEG image, which is not read here; save the text as DOCX, HTML or plain text"},
		{"WebP", "RIFF\x24\x00\x00\x00WEBPVP8 ", ErrBinary, "this is a WebP image, which is not read here; save the text as DOCX, HTML or plain text"},
		{"MP4", "\x00\x00\x00\x20ftypisom", ErrBinary, "this is a video, audio or image file, which is not read here; save the text as DOCX, HTML or plain text"},
		{"RTF", `{\rtf1\ansi Hello}`, ErrBinary, "this is an RTF file, which is not read here; save the text as DOCX, HTML or plain text"},
		{"unknown with zero bytes", "abc\x00\x01\x02def", ErrBinary, "this is not text"},
		{"control characters", "a\x01b\x02c\x03d\x04", ErrBinary, "this is not text"},
		{"zero characters in UTF-16", "\xff\xfea\x00\x00\x00b\x00", ErrBinary, "this is not text"},
		{"UTF-16 without a mark", "n\x00e\x00w\x00s\x00", ErrEncoding, "the text looks like UTF-16 without a byte order mark; save it as UTF-8"},
		{"half a unit of UTF-16", "\xff\xfea\x00b", ErrEncoding, "the text is damaged UTF-16; save it as UTF-8"},
		{"half a pair of UTF-16", "\xff\xfe\x3d\xd8a\x00", ErrEncoding, "the text is damaged UTF-16; save it as UTF-8"},
		{"UTF-32", "\xff\xfe\x00\x00a\x00\x00\x00", ErrEncoding, "the text is in UTF-32; save it as UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v, err := plainText([]byte(tt.data))
			if !errors.Is(err, tt.kind) || v != nil {
				t.Fatalf("version %v, error %v; want %v", v, err, tt.kind)
			}
			if diff := cmp.Diff(tt.says, err.Error()); diff != "" {
				t.Errorf("message (-want +got):\n%s", diff)
			}
		})
	}
}

// TestOneBrokenByte: it is shown as what it is, and the rest is not taken for another charset.
func TestOneBrokenByte(t *testing.T) {
	v, err := plainText([]byte("Мінск\nБрэст \xd0"))
	if err != nil || v.Text != "Мінск\n\nБрэст \uFFFD" {
		t.Errorf("got %+v, %v", v, err)
	}
}

func TestTextHash(t *testing.T) {
	v, err := plainText([]byte("abc"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; v.SHA256 != want {
		t.Errorf("SHA-256 of abc is %s, want %s", v.SHA256, want)
	}
}

func paragraphs(v *article.Version) []string {
	var list []string
	for i := range v.Paragraphs {
		list = append(list, v.Paragraph(i))
	}
	return list
}

func FuzzText(f *testing.F) {
	for _, e := range examples(f) {
		f.Add([]byte(e.input))
	}
	f.Add([]byte("\xff\xfe\x1c\x04\x56\x04\x0a\x00\x0a\x00"))
	f.Add([]byte("\ufeff a\u2029\u0438\u200b\u0306\r\n\r\n3\nмая 2025"))
	f.Fuzz(func(t *testing.T, data []byte) {
		v, err := plainText(data)
		if err != nil {
			if !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrBinary) && !errors.Is(err, ErrEncoding) {
				t.Errorf("an error of no kind: %v", err)
			}
			return
		}
		if err := v.Check(); err != nil {
			t.Error(err)
		}
		if !utf8.ValidString(v.Text) || !norm.NFC.IsNormalString(v.Text) {
			t.Errorf("%q is not NFC", v.Text)
		}
		if fileKind([]byte(v.Text)) != "" { // a signature that stood after spaces comes first now
			return
		}
		again, err := plainText([]byte(v.Text))
		if err != nil {
			t.Fatalf("read again: %v", err)
		}
		if diff := cmp.Diff(outline(v), outline(again)); diff != "" {
			t.Errorf("read again (-first +second):\n%s", diff)
		}
	})
}

// BenchmarkText has the same cost per byte at both sizes.
func BenchmarkText(b *testing.B) {
	paragraph := "Паром «Волна» пришёл в г.\u00a0Комарово в 18.00. На борту было 120 человек, все живы.\r\n\r\n"
	for _, n := range []int{100, 10000} {
		data := []byte(strings.Repeat(paragraph, n))
		b.Run(fmt.Sprintf("%d paragraphs", n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := plainText(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
