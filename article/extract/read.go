package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"triptych/article"
	"triptych/lang"
)

// Why a document cannot be read, beside [ErrEmpty], [ErrBinary] and [ErrEncoding]. The errors of [Read] wrap one of
// these and say more.
var (
	ErrEncrypted = errors.New("the document is encrypted")
	ErrDamaged   = errors.New("the document is damaged")
	ErrTooLarge  = errors.New("the document is too large")
	ErrTooDeep   = errors.New("the page is nested too deeply")
)

// maxDocument limits a document, in bytes. An article of a book's length has less than two million.
const maxDocument = 64 << 20

// Hint is what is known of a document before it is read. The content is believed first.
type Hint struct {
	// MediaType is the type that a server or a form stated, with or without parameters.
	MediaType string
	// Charset is the encoding that a server stated.
	Charset string
	// URL is where the document was found: an address, to which links are resolved, or the name of a file.
	URL string
}

// Document is an article as it was read, with what its file or page says of it. Whatever is not stated is "".
type Document struct {
	// Version holds the paragraphs with their roles. Its Key, Language and Source are left to the caller.
	Version article.Version
	// Format is what the document is.
	Format Format
	// Title, Author and Site are as the document states them.
	Title, Author, Site string
	// Date is when the document was published, as ISO 8601 writes it ("2024-11-15T18:00:00+03:00", "2024-11-15"). A time
	// without a zone is taken to be told in Minsk. It is also the version's Date.
	Date string
	// Language is the language that the document states, whatever its text is in.
	Language lang.Tag
	// Canonical is the address that the page calls its own.
	Canonical string
	// Charset names the encoding that the text was read in, as the web does ("utf-8", "windows-1251").
	Charset string
	// Lost tells what was not kept.
	Lost Loss
	// Links name where the page says that its other language versions are, the surest first.
	Links []Link
}

// Loss tells how much of a document's text was left out, so that nobody takes a gap of reading for an omission.
type Loss struct {
	// Share is the part of the text in sentences that was left out, from 0 to 1, links and menus not counted.
	Share float64
	// Risk tells that a part of the article itself may be among what was left out.
	Risk bool
	// Reasons say what was left out and why, the largest part first.
	Reasons []string
}

// Link is a place where another version may be.
type Link struct {
	// URL is absolute where the document's own address is known; "" where a page names only a language.
	URL string
	// Language is "" where the page says only that there is another version ("x-default").
	Language lang.Tag
	Evidence Evidence
	// Label is the text of the link, "" without one.
	Label string
}

// Evidence is how a page points at another version of itself.
type Evidence string

// The kinds of evidence, the surest first.
const (
	Hreflang        Evidence = "hreflang"            // link rel=alternate hreflang
	Switcher        Evidence = "switcher"            // a link labelled with a language
	LocaleAlternate Evidence = "og:locale:alternate" // a language without an address
)

// Read reads a document of any known format, told by its content first and by the hint second. The error is one of this
// package's kinds and says what the document is instead.
func Read(data []byte, hint Hint) (*Document, error) {
	if len(data) > maxDocument {
		return nil, tooLarge("the document has %d MB; at most %d are read", len(data)>>20, maxDocument>>20)
	}
	d, err := read(data, hint)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	d.Version.SHA256 = hex.EncodeToString(sum[:])
	if d.Date == "" {
		d.Date = inMinsk(d.Version.Date)
	}
	d.Version.Date = d.Date
	return d, nil
}

func read(data []byte, hint Hint) (*Document, error) {
	format, err := formatOf(data, hint)
	if err != nil {
		return nil, err
	}
	var d *Document
	switch format {
	case HTML:
		d, err = readHTML(data, hint)
	case Markdown:
		d, err = readMarkdown(data, hint)
	case Subtitles:
		d, err = readSubtitles(data, hint)
	case DOCX:
		d, err = readDOCX(data)
	case ODT:
		d, err = readODT(data)
	case EPUB:
		d, err = readEPUB(data)
	case PDF:
		d, err = readPDF(data)
	default:
		d, err = readPlain(data, hint)
	}
	if err != nil {
		return nil, err
	}
	d.Format = format
	return d, nil
}

// readPlain reads plain text in any charset that is known here.
func readPlain(data []byte, hint Hint) (*Document, error) {
	text, charset, err := decodeAny(data, hint.Charset)
	if err != nil {
		return nil, err
	}
	paragraphs := split(normalise(text))
	if len(paragraphs) == 0 {
		return nil, ErrEmpty
	}
	v := article.New(paragraphs)
	assignRoles(&v)
	return &Document{Version: v, Title: headline(&v), Charset: charset}, nil
}

// headline is the version's first paragraph in the role of a headline; "" without one.
func headline(v *article.Version) string {
	for i, p := range v.Paragraphs {
		if p.Role == article.RoleHeadline {
			return v.Paragraph(i)
		}
	}
	return ""
}
