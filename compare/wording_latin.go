package compare

import (
	"strings"
	"unicode"
)

// fromLatin writes a Belarusian word in Łacinka with Cyrillic letters, as far as [lang.FoldKin] needs it: "viečar" is
// «вечар». A word in Cyrillic comes back as it is.
func fromLatin(word string) string {
	if !strings.ContainsFunc(word, func(r rune) bool { return r < 'Ѐ' && unicode.IsLetter(r) }) {
		return word
	}
	var out strings.Builder
	letters := []rune(strings.ToLower(word))
	for i := 0; i < len(letters); {
		next := rune(0)
		if i+1 < len(letters) {
			next = letters[i+1]
		}
		cyrillic, used := latinLetter(letters[i], next)
		out.WriteString(cyrillic)
		i += used
	}
	return out.String()
}

// latinLetter is what a letter of Łacinka before another stands for, and how many letters that takes.
func latinLetter(r, next rune) (cyrillic string, used int) {
	if r == 'c' && next == 'h' {
		return "х", 2
	}
	if r == 'j' || r == 'i' {
		if i := strings.IndexRune("aeou", next); next != 0 && i >= 0 {
			return []string{"я", "е", "ё", "ю"}[i], 2
		}
	}
	const from = "abcčćdefghijklłmnńoprsšśtuŭvyzžźw"
	to := [...]string{"а", "б", "ц", "ч", "ць", "д", "э", "ф", "ґ", "г", "і", "й", "к", "ль", "л", "м", "н", "нь", "о", "п", "р",
		"с", "ш", "сь", "т", "у", "ў", "в", "ы", "з", "ж", "зь", "в"}
	n := 0
	for _, f := range from {
		if f == r {
			return to[n], 1
		}
		n++
	}
	return string(r), 1
}
