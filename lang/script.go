package lang

import (
	"iter"
	"strings"
)

// MixedWords yields the byte range [start, end) of every word that holds both Latin and Cyrillic letters, in order. An
// apostrophe does not part a word, a hyphen does. The text should be composed (NFC).
func MixedWords(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		start, latin, cyrillic := -1, false, false
		for i, r := range text {
			isL, isC := isLatin(r), isCyrillic(r)
			if isL || isC {
				if start < 0 {
					start = i
				}
				latin, cyrillic = latin || isL, cyrillic || isC
				continue
			}
			if isJoiner(r) {
				continue
			}
			if latin && cyrillic && !yield(start, i) {
				return
			}
			start, latin, cyrillic = -1, false, false
		}
		if latin && cyrillic {
			yield(start, len(text))
		}
	}
}

// Mend puts look-alike letters of another script back into the script of their word: the Latin i of «Мiнск» becomes
// Cyrillic, the Cyrillic о of "Lоndon" Latin. A word is mended only if every letter of the one script looks like a
// letter of the other; «VIPовский» stays. Text without such words comes back as it is.
func Mend(text string) string {
	var b strings.Builder
	done := 0
	for start, end := range MixedWords(text) {
		b.WriteString(text[done:start])
		b.WriteString(mendWord(text[start:end]))
		done = end
	}
	if done == 0 {
		return text
	}
	b.WriteString(text[done:])
	return b.String()
}

// mendWord mends one word of mixed script. A word of nothing but look-alikes («ЕC») becomes Cyrillic: Latin letters
// stray into Cyrillic text far more often than the reverse.
func mendWord(word string) string {
	latin, cyrillic := false, false // letters that only the one script has
	for _, r := range word {
		latin = latin || isLatin(r) && toCyrillic(r) == 0
		cyrillic = cyrillic || isCyrillic(r) && toLatin(r) == 0
	}
	swap := toCyrillic
	switch {
	case latin && cyrillic:
		return word
	case latin:
		swap = toLatin
	}
	return strings.Map(func(r rune) rune {
		if to := swap(r); to != 0 {
			return to
		}
		return r
	}, word)
}

// isCyrillic tells Cyrillic letters, those of the languages written in it today and of old books.
func isCyrillic(r rune) bool { return '\u0400' <= r && r <= '\u052F' && (r < '\u0482' || r > '\u0489') }

func isLatin(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' ||
		'\u00C0' <= r && r <= '\u02AF' && r != '×' && r != '÷' || '\u1E00' <= r && r <= '\u1EFF'
}

func isCombining(r rune) bool { return '\u0300' <= r && r <= '\u036F' }

// isJoiner tells the marks that stand inside words and do not part them.
func isJoiner(r rune) bool { return isApostrophe(r) || r == '\u00AD' || isCombining(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '\u2019' || r == '\u02BC' }
