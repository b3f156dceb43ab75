package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normalise brings a valid text to the one form that the rest works with: NFC, lines ended by "\n", one plain space
// where there was any run of spaces and tabs, none at the ends of a line, and nothing invisible.
func normalise(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space, lineEmpty := false, true // a space is owed before the next character; none at the start of a line
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if r == '\r' && i < len(text) && text[i] == '\n' {
			continue
		}
		switch c := classify(r); c {
		case visible:
			if space {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			space, lineEmpty = false, false
		case blank:
			space = !lineEmpty
		case lineEnd, paragraphEnd:
			b.WriteString("\n\n"[:c-lineEnd+1])
			space, lineEmpty = false, true
		}
	}
	return norm.NFC.String(b.String())
}

type class int

const (
	visible class = iota
	blank
	invisible // left out
	lineEnd
	paragraphEnd
)

// classify says what becomes of a character. Joiners, soft hyphens, byte order marks and marks of direction mean nothing
// in the three languages and would make equal words unequal.
func classify(r rune) class {
	switch {
	case r == '\n', r == '\r', r == '\v', r == '\f', r == '\u0085', r == '\u2028':
		return lineEnd
	case r == '\u2029':
		return paragraphEnd
	case r == '\t', unicode.Is(unicode.Zs, r):
		return blank
	case isControl(r), isInvisible(r):
		return invisible
	}
	return visible
}

func isControl(r rune) bool {
	return unicode.IsControl(r) && !(r >= '\t' && r <= '\r') && r != '\u0085'
}

func isInvisible(r rune) bool {
	switch {
	case r == '\u00AD', // soft hyphen
		r == '\uFEFF', r == '\uFFFC', // byte order mark; the place of an object
		r == '\u061C', '\u200B' <= r && r <= '\u200F', // zero-width space and joiners, marks of direction
		'\u202A' <= r && r <= '\u202E', '\u2060' <= r && r <= '\u2064', '\u2066' <= r && r <= '\u2069':
		return true
	}
	return false
}
