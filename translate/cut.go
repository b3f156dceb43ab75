package translate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a part of a text that fits into a request.
type piece struct {
	of   int    // the text's number
	text string // without white space around it
	gap  string // the white space after it
}

// fits tells whether text may stand in a request.
func (l Limits) fits(text string) bool {
	return (l.Bytes <= 0 || len(text) <= l.Bytes) &&
		(l.CodePoints <= 0 || len(text) <= l.CodePoints || utf8.RuneCountInString(text) <= l.CodePoints)
}

// cut parts a text into pieces that fit, at ends of sentences where it can and else between words; ok is false where a
// single word does not fit.
func (l Limits) cut(of int, text string) (pieces []piece, ok bool) {
	text = strings.TrimSpace(text)
	for !l.fits(text) {
		n := l.prefix(text)
		if r, size := utf8.DecodeRuneInString(text[n:]); unicode.IsSpace(r) {
			n += size // what fits ends with a word
		}
		head := strings.TrimRightFunc(text[:boundary(text[:n])], unicode.IsSpace)
		if head == "" {
			return nil, false
		}
		rest := strings.TrimLeftFunc(text[len(head):], unicode.IsSpace)
		pieces = append(pieces, piece{of, head, text[len(head) : len(text)-len(rest)]})
		text = rest
	}
	if text != "" {
		pieces = append(pieces, piece{of: of, text: text})
	}
	return pieces, true
}

// prefix is the length in bytes of the longest prefix that fits.
func (l Limits) prefix(text string) int {
	points := 0
	for i, r := range text {
		points++
		if l.CodePoints > 0 && points > l.CodePoints || l.Bytes > 0 && i+utf8.RuneLen(r) > l.Bytes {
			return i
		}
	}
	return len(text)
}

// boundary is where to cut s: after its last sentence, if that leaves a piece of at least half (else many tiny pieces
// could cost a look at the whole of s each), or after its last word; 0 where s is one word.
func boundary(s string) int {
	word := 0
	for end := len(s); end > 0; {
		space := strings.LastIndexFunc(s[:end], unicode.IsSpace)
		if space <= 0 {
			break
		}
		if word == 0 {
			word = space
		}
		if space < len(s)/2 {
			break
		}
		if endsSentence(s[:space]) {
			return space
		}
		end = space
	}
	return word
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'»”’)]`)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…\n", r)
}
