package translate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normal is the form in which a text is sent and remembered: composed (NFC), valid UTF-8, without white space around it,
// and each run of white space inside is one space, or as many line breaks as it holds, but two at most: a translation
// keeps lines and paragraphs, so texts that differ in them are different. A normal line comes back without allocation.
func normal(text string) string {
	if plain(text) {
		return text
	}
	text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
	if !spaced(text) {
		text = respace(text)
	}
	return norm.NFC.String(text)
}

// plain tells texts that are normal for certain, which nearly all are: of signs that are composed and do not compose (ASCII,
// the Cyrillic letters of U+0400 to U+045F, the usual punctuation), with single spaces. It costs a tenth of asking norm.
func plain(text string) bool {
	last := ' ' // so that the text does not begin with a space
	for _, r := range text {
		if r == ' ' && last == ' ' || r < ' ' {
			return false
		}
		common := r < 0x7F || r >= 0x400 && r < 0x460 || r >= '\u2010' && r < '\u2028' || r == '«' || r == '»' || r == '№'
		if !common {
			return false
		}
		last = r
	}
	return last != ' '
}

// spaced tells whether the white space of a trimmed text is normal.
func spaced(text string) bool {
	last := rune(0)
	for _, r := range text {
		if unicode.IsSpace(r) && (r != ' ' || last == ' ') {
			return false
		}
		last = r
	}
	return true
}

func respace(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for len(text) > 0 {
		n := strings.IndexFunc(text, unicode.IsSpace)
		if n < 0 {
			b.WriteString(text)
			break
		}
		b.WriteString(text[:n])
		rest := strings.TrimLeftFunc(text[n:], unicode.IsSpace)
		b.WriteString(gap(text[n : len(text)-len(rest)]))
		text = rest
	}
	return b.String()
}

func gap(space string) string {
	space = strings.ReplaceAll(space, "\r\n", "\n")
	breaks := strings.Count(space, "\n") + strings.Count(space, "\r") + 2*strings.Count(space, "\u2029")
	return [...]string{" ", "\n", "\n\n"}[min(breaks, 2)]
}

// around is the white space before and after the words of a text that is not blank.
func around(text string) (before, after string) {
	words := strings.TrimLeftFunc(text, unicode.IsSpace)
	before = text[:len(text)-len(words)]
	return before, words[len(strings.TrimRightFunc(words, unicode.IsSpace)):]
}

// hasLetter tells whether there is anything to translate: a blank text, a number, a dash are the same in every language.
func hasLetter(text string) bool {
	for _, r := range text {
		if r >= utf8.RuneSelf && unicode.IsLetter(r) || 'a' <= r|' ' && r|' ' <= 'z' {
			return true
		}
	}
	return false
}
