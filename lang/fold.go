package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a word or a text to the form in which texts of one language are matched: lower case, ё as е, every
// apostrophe as ', stress marks and soft hyphens gone, and words of mixed script mended (see [Mend]). It takes composed
// and decomposed text alike. A string that is folded already comes back as it is, without an allocation.
func Fold(s string) string { return fold(s, false) }

// FoldKin folds further than [Fold], so that the words that Belarusian and Russian share come out alike or nearly so:
// «вада» and «вода» become equal, «дзень» and «день» too. The result is for comparing letter n-grams, not for reading.
func FoldKin(s string) string { return fold(s, true) }

func fold(s string, kin bool) string {
	f := folder{src: s, kin: kin, same: true}
	if f.run() {
		return f.result()
	}
	f = folder{src: norm.NFC.String(Mend(norm.NFC.String(s))), kin: kin, same: true, prepared: true}
	f.run()
	return norm.NFC.String(f.result()) // some letters compose with their marks in lower case alone
}

// folder makes one pass over src. While nothing has changed (same) it only reads; then out holds what was folded.
type folder struct {
	src string
	out strings.Builder
	// prepared says that src was composed and mended; the rule is text that needs neither, and it does not pay for it.
	prepared, kin, same bool

	last            rune // the letter put last; 0 at the start of a word
	latin, cyrillic bool // the scripts met in the word that is being read
}

// run folds src. It stops and returns false where src has to be prepared first.
func (f *folder) run() bool {
	for i, r := range f.src {
		if r < utf8.RuneSelf {
			f.ascii(i, r)
		} else {
			f.wide(i, r)
		}
		if !f.prepared && (f.latin && f.cyrillic || isCombining(r)) {
			return false
		}
	}
	return true
}

func (f *folder) result() string {
	if f.same {
		return f.src
	}
	return f.out.String()
}

func (f *folder) ascii(i int, r rune) {
	switch {
	case 'a' <= r && r <= 'z':
		f.latin = true
		f.put(i, r, r)
	case 'A' <= r && r <= 'Z':
		f.latin = true
		f.put(i, r, r+'a'-'A')
	case r == '\'':
		f.put(i, r, f.letter(r))
	default:
		f.put(i, r, r)
		f.endWord()
	}
}

func (f *folder) wide(i int, r rune) {
	to := f.letter(r)
	f.put(i, r, to)
	switch {
	case isCyrillic(r):
		f.cyrillic = true
	case isLatin(r):
		f.latin = true
	case !isJoiner(r):
		f.endWord()
	}
}

func (f *folder) endWord() { f.last, f.latin, f.cyrillic = 0, false, false }

// letter is what becomes of r; -1 drops it.
func (f *folder) letter(r rune) rune {
	if isCombining(r) && f.cyrillic && !f.latin { // a stress mark
		return -1
	}
	r = foldRune(r)
	if !f.kin {
		return r
	}
	if r == 'з' && f.last == 'д' {
		return -1
	}
	return kinRune(r)
}

// put writes to, which stands for the rune r at byte i of src; -1 writes nothing.
func (f *folder) put(i int, r, to rune) {
	if f.same && r != to {
		f.same = false
		f.out.Grow(len(f.src))
		f.out.WriteString(f.src[:i])
	}
	if to < 0 {
		return
	}
	f.last = to
	if !f.same {
		f.out.WriteRune(to)
	}
}

// foldRune is what becomes of one rune in [Fold]; -1 drops it.
func foldRune(r rune) rune {
	switch {
	case 'а' <= r && r <= 'я':
		return r
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	}
	switch r {
	case 'і', 'ў':
		return r
	case 'ё', 'Ё', 'ѐ', 'Ѐ':
		return 'е'
	case 'ѝ', 'Ѝ':
		return 'и'
	case '\u2019', '\u02BC':
		return '\''
	case '\u00AD':
		return -1
	}
	return unicode.ToLower(r)
}

// kinRune levels what Belarusian and Russian spell differently in words they share: і/и, ў/в, щ/ш, vowels that akanne
// and yakanne change, the signs, tsekanne. Dzekanne takes two letters and is the folder's part.
func kinRune(r rune) rune {
	switch r {
	case 'і', 'ы', 'й':
		return 'и'
	case 'ў':
		return 'в'
	case 'о', 'е', 'э', 'я':
		return 'а'
	case 'ю':
		return 'у'
	case 'щ':
		return 'ш'
	case 'ґ':
		return 'г'
	case 'ц':
		return 'т'
	case 'ъ', 'ь', '\'':
		return -1
	}
	return r
}
