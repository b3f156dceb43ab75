package quantity

import (
	"strings"
	"unicode/utf8"
)

// isLacinka tells whether a Belarusian text is written in Latin letters: they outnumber the Cyrillic ones.
func isLacinka(text string) bool {
	balance := 0
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			balance++
		case c == 0xd0 || c == 0xd1 || c == 0xd2:
			balance--
		}
	}
	return balance > 0
}

// foldAs is [fold] of a word; one of a text in Łacinka is put into Cyrillic before.
func foldAs(w string, lacinka bool, buf *[maxWord]byte) []byte {
	if !lacinka || hasCyrillic(w) || len(w) > maxWord/2 {
		return fold(w, buf)
	}
	return fold(cyrillicOf(w), buf)
}

// cyrillicOf writes a word in Łacinka with Cyrillic letters: «dvaccać» is «дваццаць».
func cyrillicOf(w string) string {
	in := []rune(strings.ToLower(w))
	var out strings.Builder
	for i := 0; i < len(in); {
		s, used := cyrillicAt(in, i)
		out.WriteString(s)
		i += used
	}
	return out.String()
}

// cyrillicAt puts the letters at in[i] into Cyrillic, and tells how many it took.
func cyrillicAt(in []rune, i int) (string, int) {
	next := func(n int) rune {
		if i+n < len(in) {
			return in[i+n]
		}
		return 0
	}
	switch r := in[i]; {
	case r == 'c' && next(1) == 'h':
		return "х", 2
	case (r == 'i' || r == 'j') && soft(next(1)) != "" && (r == 'j' || i > 0):
		return soft(next(1)), 2
	case r == 'l' && soft(next(1)) != "":
		return "л" + soft(next(1)), 2
	case r == 'l' && next(1) != 'i' && next(1) != 'l':
		return "ль", 1
	}
	const latin, cyrillic = "abcčdefghijkłlmnoprsštuŭvyzž", "абцчдэфґгійкллмнопрсштуўвызж"
	if n := strings.IndexRune(latin, in[i]); n >= 0 {
		r, _ := utf8.DecodeRuneInString(cyrillic[2*utf8.RuneCountInString(latin[:n]):])
		return string(r), 1
	}
	switch in[i] {
	case 'ć':
		return "ць", 1
	case 'ś':
		return "сь", 1
	case 'ź':
		return "зь", 1
	case 'ń':
		return "нь", 1
	}
	return string(in[i]), 1
}

// soft is the Cyrillic vowel for a vowel behind a soft consonant or j.
func soft(r rune) string {
	switch r {
	case 'a':
		return "я"
	case 'e':
		return "е"
	case 'o':
		return "ё"
	case 'u':
		return "ю"
	}
	return ""
}
