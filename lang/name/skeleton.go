package name

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Skeleton is what is left of a word, Latin or Cyrillic, when script, transliteration scheme and case ending are taken
// away: its consonants in classes, with an A in front if it begins with a vowel. Consonants that schemes or languages
// exchange are one class: г, х, g, h, kh (H); т, ц, t, ts, soft c (T); д, дз (D); с, з (S); ж, дж, zh, initial j (J);
// ш, щ, шч (W); в, ў, w (V). Characters other than letters are passed over; a word without letters gives "".
// The idea is that of Soundex (Russell 1918), the classes are our own.
func Skeleton(word string) string {
	var l letters
	l.read(word)
	var out [2 * maxLetters]byte
	return string(l.skeleton(out[:0]))
}

// maxLetters bounds the letters of a word that are looked at.
const maxLetters = 48

// letters is a word on its way to a skeleton: small letters, put together from parts.
type letters struct {
	r        [maxLetters]rune
	n        int
	cyrillic bool
	capital  bool // the first is a capital
	slavic   bool // has a Latin letter of Slavic alphabets: ŭ, č, ł …
}

func (l *letters) read(word string) {
	for _, r := range word {
		if l.n == maxLetters {
			break
		}
		if '\u0300' <= r && r <= '\u036f' {
			l.combine(r)
			continue
		}
		if l.possessive(r, word) {
			break
		}
		if !isLetter(r) {
			continue
		}
		small := lower(r)
		if l.n == 0 {
			l.capital = small != r
		}
		l.cyrillic = l.cyrillic || 'Ѐ' <= r && r <= 'ӿ'
		l.r[l.n] = small
		l.n++
	}
	l.slavic = !l.cyrillic && l.hasSlavicLatin()
	l.mendScript()
	l.stripEnding()
}

// possessive tells whether r is the apostrophe of "Trump's", with which the word ends.
func (l *letters) possessive(r rune, word string) bool {
	if r != '\'' && r != '’' || l.cyrillic || l.n < 2 {
		return false
	}
	return strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s")
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r)
}

func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	case 'а' <= r && r <= 'џ':
		return r
	}
	return unicode.ToLower(r)
}

// combine puts a combining mark on the last letter if that makes another consonant; other marks do not matter.
func (l *letters) combine(mark rune) {
	if l.n == 0 {
		return
	}
	last := &l.r[l.n-1]
	for _, c := range [...]struct{ mark, base, whole rune }{
		{'\u0306', 'и', 'й'}, {'\u0306', 'у', 'ў'}, {'\u0306', 'u', 'ŭ'},
		{'\u030c', 'c', 'č'}, {'\u030c', 's', 'š'}, {'\u030c', 'z', 'ž'},
		{'\u0301', 'c', 'ć'}, {'\u0301', 's', 'ś'}, {'\u0301', 'z', 'ź'}, {'\u0301', 'n', 'ń'},
		{'\u0302', 's', 'ŝ'},
	} {
		if c.mark == mark && c.base == *last {
			*last = c.whole
		}
	}
}

func (l *letters) hasSlavicLatin() bool {
	for _, r := range l.r[:l.n] {
		switch r {
		case 'ŭ', 'č', 'š', 'ž', 'ć', 'ś', 'ź', 'ń', 'ł', 'ŝ':
			return true
		}
	}
	return false
}

// mendScript makes Latin look-alikes in a Cyrillic word Cyrillic.
func (l *letters) mendScript() {
	if !l.cyrillic {
		return
	}
	const latin, cyrillic = "aceiopxyktmbhn", "асеіорхуктмвнп"
	for i, r := range l.r[:l.n] {
		if k := strings.IndexRune(latin, r); r < utf8.RuneSelf && k >= 0 {
			l.r[i], _ = utf8.DecodeRuneInString(cyrillic[2*k:])
		}
	}
}

// at is the letter i, 0 beyond either end.
func (l *letters) at(i int) rune {
	if i < 0 || i >= l.n {
		return 0
	}
	return l.r[i]
}

func (l *letters) skeleton(out []byte) []byte {
	before := byte(0)
	for i := 0; i < l.n; {
		class, used := l.class(i)
		i += used
		switch {
		case class == 0, class == before, class == 'C' && before == 'W': // a doubled letter counts once, and шч is щ
			continue
		case class == 'X':
			out = append(out, 'K', 'S')
			class = 'S'
		case class == 'Q':
			out = append(out, 'K', 'V')
			class = 'V'
		case class != vowel || len(out) == 0:
			out = append(out, class)
		}
		before = class
	}
	return out
}

// class is the class of the letter i and how many letters spell it; 0 for a letter that is not heard.
func (l *letters) class(i int) (class byte, used int) {
	if l.cyrillic {
		return l.cyrillicClass(i)
	}
	return l.latinClass(i)
}

// vowel is the class of vowels and glides.
const vowel = 'A'
