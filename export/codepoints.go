package export

import (
	"unicode/utf8"

	"triptych/article"
)

// stride is how many bytes lie between two known counts: a lookup reads at most that many, and the table takes an
// eighth of the text's memory.
const stride = 64

// codePoints turns byte offsets of one version's text into counts of code points. Building it is linear in the text
// and a lookup is constant, so that a long paragraph with many spans stays cheap.
type codePoints struct {
	version *article.Version
	// before[i] is the number of code points that begin before byte i*stride.
	before []int
}

func newCodePoints(v *article.Version) codePoints {
	before := make([]int, 0, len(v.Text)/stride+1)
	n := 0
	for i := range len(v.Text) + 1 {
		if i%stride == 0 {
			before = append(before, n)
		}
		if i < len(v.Text) && utf8.RuneStart(v.Text[i]) {
			n++
		}
	}
	return codePoints{version: v, before: before}
}

// at counts the code points before a byte offset, which stands on a boundary of characters.
func (c codePoints) at(offset int) int {
	n := c.before[offset/stride]
	for i := offset - offset%stride; i < offset; i++ {
		if utf8.RuneStart(c.version.Text[i]) {
			n++
		}
	}
	return n
}

// within gives the ends of a span in code points from the start of a paragraph.
func (c codePoints) within(paragraph int, s article.Span) (start, end int) {
	from := c.at(c.version.Paragraphs[paragraph].Start)
	return c.at(s.Start) - from, c.at(s.End) - from
}
