package name

import (
	"math/bits"
	"strings"

	"triptych/lang"
)

// Word is a word read once, to be compared with many. Its zero value is like no word.
type Word struct {
	skeleton, vowels string
	bare             string // the skeleton without what may be a case ending, "" where there is none
	classes          uint32 // a bit for each class in the skeleton
	given            int    // its first name in the table, from 1 on; 0 for none
	capital          bool
	cyrillic         bool
}

// Read reads a word, which may have any script, scheme and case ending.
func Read(word string) Word {
	var l letters
	l.read(word)
	var bs [2 * maxLetters]byte
	var bv [maxLetters]byte
	w := Word{skeleton: string(l.skeleton(bs[:0])), vowels: string(l.vowels(bv[:0])), capital: l.capital, cyrillic: l.cyrillic}
	for i := range len(w.skeleton) {
		w.classes |= 1 << (w.skeleton[i] - 'A')
	}
	w.bare = l.bare(w.skeleton)
	if l.capital {
		w.given = givenName(lang.Fold(string(l.r[:l.n])), word)
	}
	return w
}

// bare cuts an ending off that [letters.stripEnding] leaves, because too little would be left or because it may be a part
// of the name: Кимом, Бобом, «Рэйнджэрсаў».
func (l *letters) bare(skeleton string) string {
	if !l.cyrillic || !l.capital {
		return ""
	}
	if rest, ok := strings.CutSuffix(skeleton, "M"); ok && len(rest) == 2 && l.at(l.n-1) == 'м' {
		return rest
	}
	if rest, ok := strings.CutSuffix(skeleton, "SV"); ok && len(rest) > 2 && l.n > 2 {
		return rest + "S"
	}
	return ""
}

// Skeleton is that of [Skeleton].
func (w Word) Skeleton() string { return w.skeleton }

// Given tells whether the word is a first name that is known in several languages.
func (w Word) Given() bool { return w.given != 0 }

// SameGiven tells whether two words are one first name, as its bearers write it in different languages: Nicholas,
// Николай, Мікалай.
func (w Word) SameGiven(o Word) bool { return w.given != 0 && w.given == o.given }

// Like tells how far two words are one name, from 0 to 1: 1 is the same name by any scheme and in any case, from 0.8 on it
// is likely. It is a weighted edit distance of their skeletons (Levenshtein 1966), with cheap steps between sounds that
// languages exchange, and without a case ending that one of them may have; words of three consonants and less are
// compared by their vowels as well.
func (w Word) Like(o Word) float64 {
	s := like(w.skeleton, o.skeleton, w, o)
	if w.bare != "" && s < 1 {
		s = max(s, like(w.bare, o.skeleton, w, o))
	}
	if o.bare != "" && s < 1 {
		s = max(s, like(w.skeleton, o.bare, w, o))
	}
	return s
}

func like(a, b string, w, o Word) float64 {
	longest := max(len(a), len(b))
	if longest == 0 {
		return 0
	}
	s := 1.0
	if a != b {
		s = max(0, 1-strictness*distance([]byte(a), []byte(b))/float64(longest))
	}
	if longest <= 3 {
		s -= shortPenalty([]byte(w.vowels), []byte(o.vowels))
	}
	return max(0, s)
}

// AtLeast tells whether [Word.Like] gives at least so much. It is much quicker where it does not, as with most words.
func (w Word) AtLeast(o Word, least float64) bool {
	if w.bare == "" && o.bare == "" {
		// A consonant more costs a half at the least; a class that only one has a quarter, for one step may change two.
		a, b := len(w.skeleton), len(o.skeleton)
		cost := max(0.5*float64(max(a-b, b-a)), 0.25*float64(bits.OnesCount32(w.classes^o.classes)))
		if 1-strictness*cost/float64(max(a, b, 1)) < least {
			return false
		}
	}
	return w.Like(o) >= least
}

// Near tells how far two words may be one name at all, from 0 to 1; from 0.7 on it is possible. Unlike [Word.Like] it
// forgives what transliteration does to names of other languages (Rahm and Рэм, Lithgow and Літгоў, Hazard and Азар) and
// endings of short names. It is for words that stand in the same place, of which it is to be said that they are two.
func (w Word) Near(o Word) float64 {
	longest := max(len(w.skeleton), len(o.skeleton))
	if longest == 0 || w.twoNames(o) {
		return 0
	}
	d := edit([]byte(w.skeleton), []byte(o.skeleton), nearDrop, nearStep)
	return max(0, 1-d/float64(longest))
}

// twoNames tells whether the words are surely two names, however alike they sound: two first names of the table, or
// two surnames of the Slavic kind, which are transliterated by rule.
func (w Word) twoNames(o Word) bool {
	if w.given != 0 && o.given != 0 {
		return w.given != o.given
	}
	a, b := w.surname(), o.surname()
	if a == "" || b == "" {
		return false
	}
	return a != b || w.Like(o) < surnames
}

// surnames is how alike two surnames with one suffix must be.
const surnames = 0.75

// surname is the suffix of a Slavic surname as the skeleton has it (-ovich, -enko, -sky, -chuk, -ov), "" for none.
func (w Word) surname() string {
	for _, suffix := range [...]string{"VC", "NK", "SK", "CK", "V"} {
		if len(w.skeleton) > len(suffix)+1 && strings.HasSuffix(w.skeleton, suffix) {
			return suffix
		}
	}
	return ""
}

// nearDrop is the cost of a consonant that only one of two words has.
func nearDrop(x byte, first, last bool) float64 {
	switch {
	case x == 'A', x == 'V', x == 'H', x == 'J':
		return 0.3 // glides and h, that are written or not
	case last && (x == 'M' || x == 'S' || x == 'T' || x == 'D'):
		return 0.4 // an ending, or a consonant that is not heard
	case x == 'S', x == 'R', x == 'N', x == 'K':
		return 0.6
	}
	return 1
}

// nearStep is the cost of one consonant for another where schemes disagree.
func nearStep(x, y byte) float64 {
	if x > y {
		x, y = y, x
	}
	switch string([]byte{x, y}) {
	case "ST":
		return 0.3
	case "HJ", "KT", "JS", "SW", "CW", "CH", "CJ", "CK", "CT", "HK", "AJ", "AV", "BV", "FV", "FT", "DT", "DJ", "JW",
		"BP", "LV", "FH", "CS", "HS", "JT":
		return 0.4
	}
	return consonantStep(x, y)
}

// strictness makes one consonant in six another name.
const strictness = 1.3

// Derived tells whether one word is the other with a suffix: Вашингтон and вашингтонский, Scotland and Scottish not.
// It is read from the skeletons, of which the shorter needs three consonants.
func (w Word) Derived(o Word) bool {
	short, long := w.skeleton, o.skeleton
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 2 && long == short+"SK" {
		return true
	}
	if len(short) < 3 || len(long)-len(short) > 3 || long[:len(short)] != short {
		return false
	}
	rest := long[len(short):]
	if rest != "SK" && w.capital && o.capital && w.twoNames(o) {
		return false
	}
	return len(short) > 3 || rest == "" || rest == "SK" || rest == "K" || rest == "TK" || rest == "NT" ||
		w.capital != o.capital && townspeople(rest)
}

// townspeople tells of a suffix whether it makes who lives there of a place: гомельчанин, брестчанка, гродненец. In a word
// with a small letter only; Volkov and Volkovchan are two names.
func townspeople(suffix string) bool {
	switch suffix {
	case "CN", "CNN", "CNK", "NC", "NK", "NN":
		return true
	}
	return false
}
