package name

import (
	"strings"
	"unicode/utf8"

	"triptych/lang"
)

// FromLacinka writes a Belarusian word in Latin letters in Cyrillic ones, in small letters: rysiaŭ is рысяў, lod лод. It
// is for looking words up, not for reading: softness before vowels and after l is written, as the official orthography
// does; foreign words come out as they sound.
func FromLacinka(word string) string {
	var b strings.Builder
	for rest := lang.Fold(word); rest != ""; {
		latin, cyrillic := lacinkaPair(rest)
		b.WriteString(cyrillic)
		rest = rest[len(latin):]
	}
	return b.String()
}

// lacinkaPair is what the text begins with and how it is written in Cyrillic.
func lacinkaPair(text string) (latin, cyrillic string) {
	for _, p := range [...][2]string{
		{"dź", "дзь"}, {"dž", "дж"}, {"dz", "дз"}, {"ch", "х"},
		{"ija", "ія"}, {"ije", "іе"}, {"iju", "ію"}, {"ijo", "іё"},
		{"ia", "я"}, {"ie", "е"}, {"io", "ё"}, {"iu", "ю"}, {"ja", "я"}, {"je", "е"}, {"jo", "ё"}, {"ju", "ю"},
		{"la", "ля"}, {"le", "ле"}, {"lo", "лё"}, {"lu", "лю"}, {"li", "лі"}, {"l", "ль"},
		{"ć", "ць"}, {"č", "ч"}, {"ś", "сь"}, {"š", "ш"}, {"ź", "зь"}, {"ž", "ж"}, {"ń", "нь"}, {"ł", "л"}, {"ŭ", "ў"},
		{"a", "а"}, {"b", "б"}, {"c", "ц"}, {"d", "д"}, {"e", "э"}, {"f", "ф"}, {"g", "г"}, {"h", "г"}, {"i", "і"}, {"j", "й"},
		{"k", "к"}, {"m", "м"}, {"n", "н"}, {"o", "о"}, {"p", "п"}, {"r", "р"}, {"s", "с"}, {"t", "т"}, {"u", "у"}, {"v", "в"},
		{"y", "ы"}, {"z", "з"},
	} {
		if strings.HasPrefix(text, p[0]) {
			return p[0], p[1]
		}
	}
	_, n := utf8.DecodeRuneInString(text)
	return text[:n], text[:n]
}
