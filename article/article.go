// Package article is an article and its versions as data. A version's text is stored once, normalised; its
// paragraphs, sentences and words are byte spans into it, so nothing can disagree with the text.
package article

import (
	"strings"

	"triptych/lang"
)

// parting stands between two paragraphs of a version's text.
const parting = "\n\n"

// Span is a half-open range of bytes of a version's Text. Its ends stand on boundaries of characters.
type Span struct{ Start, End int }

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Range is a half-open run of units (paragraphs or sentences), counted from 0 through the whole version.
type Range struct{ Lo, Hi int }

// Len is the number of units in the run.
func (r Range) Len() int { return r.Hi - r.Lo }

// Empty tells whether the run holds no unit.
func (r Range) Empty() bool { return r.Hi <= r.Lo }

// Role is what a paragraph is in its article.
type Role string

// The roles that are told apart. Whatever is not known to be something else is body.
const (
	RoleDate     Role = "date"
	RoleHeadline Role = "headline"
	RoleBody     Role = "body"
	RoleCaption  Role = "caption"
)

// Paragraph is a block of a version. Language is the version's own unless the paragraph is surely in another.
type Paragraph struct {
	Span
	Role      Role
	Language  lang.Tag
	Sentences Range
}

// Sentence is a segment of one paragraph; its span holds no space at either end.
type Sentence struct {
	Span
	Paragraph int
}

// Version is an article as people published it in one language, or one revision of it.
type Version struct {
	// Key names the version in its article: its language, and "en.2", "en.3" for further versions in one language.
	Key      string
	Language lang.Tag
	// Source says where the text came from: a path, an address, or "" for pasted text.
	Source string
	// Date is when the version was published, as ISO 8601 writes it to the precision that is known
	// ("2024-11-15T18:00:00", "2024-11-15"); "" where the text does not say.
	Date string
	// SHA256 is the hexadecimal hash of the bytes that were read.
	SHA256 string
	// Text is the normalised text (NFC), paragraphs parted by "\n\n".
	Text       string
	Paragraphs []Paragraph
	Sentences  []Sentence
}

// Article is one story in two or more versions.
type Article struct{ Versions []Version }

// New lays out paragraphs as a version: it joins them into one text and cuts each into sentences. The paragraphs must
// be normalised and not blank; every one gets the role body.
func New(paragraphs []string) Version {
	v := Version{
		Text:       strings.Join(paragraphs, parting),
		Paragraphs: make([]Paragraph, 0, len(paragraphs)),
	}
	start := 0
	for i, text := range paragraphs {
		first := len(v.Sentences)
		for _, s := range Sentences(text) {
			v.Sentences = append(v.Sentences, Sentence{Span: Span{start + s.Start, start + s.End}, Paragraph: i})
		}
		v.Paragraphs = append(v.Paragraphs, Paragraph{
			Span: Span{start, start + len(text)}, Role: RoleBody, Sentences: Range{first, len(v.Sentences)},
		})
		start += len(text) + len(parting)
	}
	return v
}

// Slice is the text of a span.
func (v *Version) Slice(s Span) string { return v.Text[s.Start:s.End] }

// Paragraph is the text of paragraph i.
func (v *Version) Paragraph(i int) string { return v.Slice(v.Paragraphs[i].Span) }

// Sentence is the text of sentence i.
func (v *Version) Sentence(i int) string { return v.Slice(v.Sentences[i].Span) }

// WordCount is the number of words in the version, headline, date line and captions included.
func (v *Version) WordCount() int {
	n := 0
	for range EachWord(v.Text) {
		n++
	}
	return n
}

// Title is the version's headline; without one, its first paragraph that is not a date line.
func (v *Version) Title() string {
	for i, p := range v.Paragraphs {
		if p.Role == RoleHeadline {
			return v.Paragraph(i)
		}
	}
	for i, p := range v.Paragraphs {
		if p.Role != RoleDate {
			return v.Paragraph(i)
		}
	}
	return ""
}
