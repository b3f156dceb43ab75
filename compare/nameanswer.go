package compare

import (
	"slices"
	"strings"

	"triptych/lang/lexicon"
	"triptych/lang/name"
)

// answers tells whether some word of the sheet stands for t, which is on the sheet home: by its sound, by what the
// lexicon knows, or as an acronym.
func (s *nameSheet) answers(t *term, home *nameSheet) bool {
	for i := range s.terms {
		if t.sounds(&s.terms[i]) {
			return true
		}
	}
	if s.compound(t, home) {
		return true
	}
	if known := home.known(t); len(known) > 0 {
		s.learn()
		if slices.ContainsFunc(known, func(sense lexicon.Sense) bool { return s.senses[sense] }) {
			return true
		}
	}
	if t.acronym {
		return s.spells(t.text)
	}
	return t.mention >= 0 && s.abbreviates(t, home)
}

// alikeCapitals and alikeSmall are how alike two words must be to be taken for one name. A small letter says that the
// other word is hardly a name; an adjective made from it may be.
const (
	alikeCapitals = 0.75
	alikeSmall    = 0.85
)

// sounds tells whether two words may be one name, or one a word made from the other.
func (t *term) sounds(u *term) bool {
	if t.word.SameGiven(u.word) {
		return true
	}
	least := alikeCapitals
	if !u.capital || !t.capital {
		least = alikeSmall
		if len(t.word.Skeleton()) < 3 || len(u.word.Skeleton()) < 3 {
			return false
		}
	}
	return t.word.AtLeast(u.word, least) || t.word.Derived(u.word)
}

// compound tells whether t is two words in s, or one word there together with its neighbour: DeVos and Де Вос.
func (s *nameSheet) compound(t *term, home *nameSheet) bool {
	if !t.capital {
		return false
	}
	if slices.ContainsFunc(s.pairs(), func(w name.Word) bool { return w.AtLeast(t.word, alikeSmall) }) {
		return true
	}
	for _, at := range [...]int{t.index - 1, t.index} {
		if at < 0 || at+1 >= len(home.terms) || home.terms[at].sentence != home.terms[at+1].sentence {
			continue
		}
		joined := name.Read(home.terms[at].text + strings.ToLower(home.terms[at+1].text))
		if slices.ContainsFunc(s.capitals, func(u *term) bool { return joined.AtLeast(u.word, alikeSmall) }) {
			return true
		}
	}
	return false
}

// spells tells whether words in a row, the first of them with a capital, begin with the letters of an acronym.
func (s *nameSheet) spells(acronym string) bool {
	var b strings.Builder
	for _, r := range acronym {
		b.WriteByte(initial(r))
	}
	want, all := b.String(), s.opens()
	for at := 0; len(want) > 1; at++ {
		k := strings.Index(all[at:], want)
		if k < 0 {
			return false
		}
		at += k
		if s.terms[at].capital {
			return true
		}
	}
	return false
}

// longestAcronym is how many letters of an acronym are compared with words.
const longestAcronym = 6

// abbreviates tells whether s has an acronym of words around t.
func (s *nameSheet) abbreviates(t *term, home *nameSheet) bool {
	for _, u := range s.capitals {
		n := len([]rune(u.text))
		if !u.acronym || n < 2 || n > longestAcronym {
			continue
		}
		lo, hi := max(0, t.index-n+1), min(len(home.terms), t.index+n)
		near := nameSheet{terms: home.terms[lo:hi], initials: home.opens()[lo:hi]}
		if near.spells(u.text) {
			return true
		}
	}
	return false
}
