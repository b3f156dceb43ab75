package apertium

import (
	"slices"
	"strings"
	"unicode"
)

// shortU writes ў for у where Belarusian spelling asks for it at the start of a word: after a word that ends in a
// vowel, with nothing but a blank or a hyphen between. Apertium's own pass for this looks at words of its dictionary
// alone. Names keep their capital У, and so do the few words that are stressed on it. Within words the dictionary is
// right more often than the rule.
func shortU(s string) string {
	if !strings.ContainsAny(s, "уУ") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	last := rune(0) // letter before, unless something that is heard as a pause has come since
	gap := 'a'      // what came since: a letter, a blank, a hyphen
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || isApostrophe(r):
			if gap != 'a' && isVowel(last) {
				r = short(r, s[i:])
			}
			last, gap = r, 'a'
		case (r == ' ' || r == '\u00A0') && gap != '-':
			gap = ' '
		case r == '-' && gap == 'a':
			gap = '-'
		default:
			last, gap = 0, ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}

// short is the letter that begins a word after a vowel, given the letter and the text from there.
func short(r rune, text string) rune {
	switch {
	case r == 'у' && !isStressed(text):
		return 'ў'
	case r == 'У' && isCapitalPreposition(text):
		return 'Ў'
	}
	return r
}

// isStressed tells whether a word that begins with у is stressed there. Such words are loans, and few: native ones
// have grown a в (вуха, вуліца).
func isStressed(text string) bool {
	stressed := []string{"унія", "уніі", "унію", "унікум", "унцы", "урн", "ультра"}
	return slices.ContainsFunc(stressed, func(p string) bool { return strings.HasPrefix(text, p) })
}

// isCapitalPreposition tells whether text begins with the preposition in a line of capitals: У МІНСКУ.
func isCapitalPreposition(text string) bool {
	next := []rune(text[:min(len(text), 6)])
	return len(next) > 2 && next[1] == ' ' && unicode.IsUpper(next[2])
}

func isVowel(r rune) bool {
	return strings.ContainsRune("аеёіоуыэюяиАЕЁІОУЫЭЮЯИ", r)
}
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }
