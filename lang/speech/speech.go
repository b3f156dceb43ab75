// Package speech knows how English, Russian and Belarusian news quotes, denies and obliges: which stretches of a text
// are in quotation marks or follow a dash of dialogue, which verbs attribute them and how strongly, which words deny,
// and which say must, should or may. It is pure and knows words only; what a difference is, others decide.
package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/lang"
)

// Word is a word at its place in a text.
type Word struct {
	// Start and End are byte offsets.
	Start, End int
	// Text is the word as [Fold] writes it.
	Text string
	// Stop is set where a comma, a dash or another mark that ends a clause stands before the word.
	Stop bool
	// Upper is set where the word begins with a capital letter.
	Upper bool
}

// Words cuts a text into words. A hyphen or an apostrophe between letters belongs to the word.
func Words(text string, tag lang.Tag) []Word {
	var out []Word
	stop := true
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			stop = stop || endsClause(r)
			i += n
			continue
		}
		end := wordEnd(text, i)
		out = append(out, Word{Start: i, End: end, Text: Fold(text[i:end], tag), Stop: stop, Upper: unicode.IsUpper(r)})
		stop, i = false, end
	}
	return out
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordEnd is where the word that begins at i ends.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			if !joins(r) || !inWord(next) {
				return i
			}
		}
		i += n
	}
	return i
}

func joins(r rune) bool {
	switch r {
	case '\'', '’', 'ʼ', '-', '‑', '\u00AD':
		return true
	}
	return false
}

// endsClause lists the marks that part clauses. Quotation marks do not.
func endsClause(r rune) bool { return strings.ContainsRune(".,;:!?…—–()\n", r) }

// Fold is [lang.Fold], in Belarusian without the soft signs that only the classical orthography has.
func Fold(word string, tag lang.Tag) string {
	w := lang.Fold(word)
	if tag == lang.Belarusian && strings.Contains(w, "ь") {
		return hardened(w)
	}
	return w
}

// hardened drops the soft signs between two consonants that the classical orthography writes: «сьвет», «сьцвердзіў».
func hardened(w string) string {
	letters := []rune(w)
	out := letters[:0]
	for i, r := range letters {
		if r == 'ь' && i > 0 && i+1 < len(letters) && strings.ContainsRune("сзцн", letters[i-1]) && strings.ContainsRune("бвгдзкклмнпстцчш", letters[i+1]) {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}
