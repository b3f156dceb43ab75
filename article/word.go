package article

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Words lists the words of a text (letters and figures, by Unicode's word boundaries, UAX 29), as spans relative to
// it; spaces and punctuation marks are left out. An apostrophe inside a word and a separator inside a figure belong
// to it ("сям’я", "1,000.50"); a hyphen parts two words.
func Words(text string) []Span {
	var spans []Span
	for s := range EachWord(text) {
		spans = append(spans, s)
	}
	return spans
}

// EachWord goes through the words of [Words] without making a list.
func EachWord(text string) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for it := words.FromString(text); it.Next(); {
			if hasLetterOrDigit(it.Value()) && !yield(Span{it.Start(), it.End()}) {
				return
			}
		}
	}
}

// hasLetterOrDigit tells a word from a mark. The apostrophe ʼ (U+02BC) is a letter to Unicode, alone it is no word.
func hasLetterOrDigit(token string) bool {
	for _, r := range token {
		if r < utf8.RuneSelf {
			if '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z' {
				return true
			}
			continue
		}
		if unicode.IsLetter(r) && r != 'ʼ' || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}
