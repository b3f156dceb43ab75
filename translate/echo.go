package translate

import (
	"strings"
	"unicode"

	"triptych/lang"
)

// untranslated tells of a text that came back as it was whether that cannot be its translation. A name, a number, an
// address are the same in many languages, and a Russian phrase may be a Belarusian one («новая газета»); what gives an
// echo away is common words (no capital) that cannot be words of the other language, two of them, for one may be a
// brand. Where the alphabet tells nothing, four common words do.
func untranslated(p Pair, text string) bool {
	foreign, known := foreignLetters(p.To)
	enough := 2
	if !known {
		enough = 4
	}
	for word := range strings.FieldsSeq(text) {
		word = strings.TrimFunc(word, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) })
		if commonWord(word) && (!known || strings.ContainsFunc(word, foreign)) {
			enough--
		}
		if enough == 0 {
			return true
		}
	}
	return false
}

// commonWord tells words of small letters alone: not names, and not addresses or file names either.
func commonWord(word string) bool {
	other := strings.IndexFunc(word, func(r rune) bool {
		return !unicode.IsLower(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’'
	})
	return word != "" && other < 0
}

// foreignLetters tells the letters that are not of a language's alphabet; not known for most.
func foreignLetters(t lang.Tag) (foreign func(rune) bool, known bool) {
	switch t {
	case lang.English:
		return func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }, true
	case lang.Russian:
		return outside('а', 'я', "ё"), true
	case lang.Belarusian:
		without := outside('а', 'я', "ёіўґ")
		return func(r rune) bool { return without(r) || strings.ContainsRune("ищъ", r) }, true
	}
	return nil, false
}

func outside(from, to rune, more string) func(rune) bool {
	return func(r rune) bool {
		return unicode.IsLetter(r) && (r < from || r > to) && !strings.ContainsRune(more, r)
	}
}
