package compare

import (
	"fmt"
	"slices"
	"strings"

	"triptych/align"
	"triptych/article"
	"triptych/lang"
	"triptych/lang/lexicon"
)

// related finds what a Russian and a Belarusian version call by different words: at most one difference a sentence, of
// little weight, and only where all else in it is tied. Two translators seldom choose the same words, so a sentence with
// several words that have no counterpart says nothing.
func (p *passage) related(ru, be int) []Difference {
	var out []Difference
	words := lexicon.Standard()
	for _, s := range p.sentences {
		if s.Gap(ru) || s.Gap(be) || p.overlong(s) {
			continue
		}
		if d, ok := p.kin(s, ru, be, words).difference(); ok {
			out = append(out, d)
		}
	}
	return out
}

// longestSentence is how many bytes a sentence may have whose words are held against each other, each against each.
const longestSentence = 3000

func (p *passage) overlong(s align.Bead) bool {
	for v, r := range s.Sides {
		if !r.Empty() && p.article.Versions[v].Sentences[r.Hi-1].End-p.article.Versions[v].Sentences[r.Lo].Start > longestSentence {
			return true
		}
	}
	return false
}

// kin is a sentence bead as Russian and Belarusian have it.
type kin struct {
	passage *passage
	bead    align.Bead
	ru, be  *meaning
}

func (p *passage) kin(s align.Bead, ru, be int, words *lexicon.Lexicon) kin {
	k := kin{passage: p, bead: s}
	for _, x := range p.sides(onlySides(s, ru, be), words) {
		m := newMeaning(x)
		if x.version == ru {
			k.ru = m
		} else {
			k.be = m
		}
	}
	return k
}

// onlySides is a bead without what other versions have in it.
func onlySides(s align.Bead, versions ...int) align.Bead {
	sides := make([]article.Range, len(s.Sides))
	for _, v := range versions {
		sides[v] = s.Sides[v]
	}
	s.Sides = sides
	return s
}

const (
	// leastTied is how many words of a sentence have their counterparts at the least before another is missed.
	leastTied = 3
	// mostlyTied is the share of them.
	mostlyTied = 0.75
	// apart is how far from each other two words may stand, in shares of their sentences, to be said in each other's place.
	apart = 0.34
	// mostStrangers is how many words of a sentence without a counterpart are looked at closely; with more it is another
	// sentence.
	mostStrangers = 4
)

// difference is the one that the sentence makes, if it makes any.
func (k kin) difference() (Difference, bool) {
	ru, be := k.strangers()
	if len(ru) != 1 || len(be) != 1 || !k.telling(ru[0], be[0]) {
		return Difference{}, false
	}
	p, i, j := k.passage, ru[0], be[0]
	d := Difference{Kind: Wording, Severity: Low, Marks: []Mark{p.markWords(k.ru.side, i, i, false), p.markWords(k.be.side, j, j, false)}}
	if k.be.version < k.ru.version {
		slices.Reverse(d.Marks)
	}
	d.Note = fmt.Sprintf("%s in %s, %s in %s", p.cited(k.ru.side, i), VersionName(p.article, k.ru.version),
		p.cited(k.be.side, j), VersionName(p.article, k.be.version))
	if f, ok := falseFriend(k.ru.words[i].Text, k.be.words[j].Text); ok {
		d.Note += fmt.Sprintf(": they look alike, but the Russian word means %s, the Belarusian %s", f.inRussian, f.inBelarusian)
	}
	return d, true
}

// cited is word i of a side as a note repeats it.
func (p *passage) cited(x *side, i int) string {
	return quotedText(p.article.Versions[x.version].Text[x.words[i].Start:x.words[i].End])
}

// telling tells whether two words without counterparts are known to mean different things, stand in each other's
// place, and are the only ones that differ.
func (k kin) telling(i, j int) bool {
	tied := min(len(k.ru.open), len(k.be.open)) - 1
	if tied < leastTied || float64(tied) < mostlyTied*float64(max(len(k.ru.open), len(k.be.open))-1) {
		return false
	}
	at, there := float64(i)/float64(len(k.ru.words)), float64(j)/float64(len(k.be.words))
	if at-there > apart || there-at > apart {
		return false
	}
	if _, ok := falseFriend(k.ru.words[i].Text, k.be.words[j].Text); ok {
		return true
	}
	return len(k.ru.senses[i]) > 0 && len(k.be.senses[j]) > 0
}

// strangers lists the words of the two sides that have nothing on the other. What costs little is tried on all words,
// the rest on the few that it leaves: once a side has none left, no word can differ.
func (k kin) strangers() (ru, be []int) {
	ru, be = k.without(k.ru.open, k.be.open, k.ru.every(), k.be.every(), k.kindred)
	if len(ru) == 0 || len(be) == 0 {
		return ru, be
	}
	ru, be = k.without(ru, be, ru, be, func(i, j int) bool { return k.ru.alike(i, k.be.side, j) })
	if len(ru) == 0 || len(be) == 0 || len(ru) > mostStrangers || len(be) > mostStrangers {
		return ru, be
	}
	k.ru.read()
	k.be.read()
	be = slices.DeleteFunc(be, func(j int) bool { return k.declined(j) || k.told(k.be, j, k.ru) })
	ru = slices.DeleteFunc(ru, func(i int) bool { return k.told(k.ru, i, k.be) })
	return k.without(ru, be, ru, be, func(i, j int) bool { return cognate(k.ru.letters(i), k.be.letters(j)) })
}

// without leaves out the words that something ties to a word of the other side, of those that are given. Words that
// only look alike are never tied.
func (k kin) without(ru, be, russian, belarusian []int, tied func(i, j int) bool) (_, _ []int) {
	taken := map[int]bool{}
	ru = slices.DeleteFunc(slices.Clone(ru), func(i int) bool {
		return slices.ContainsFunc(belarusian, func(j int) bool { return tied(i, j) && !k.friends(i, j) })
	})
	for _, j := range be {
		taken[j] = slices.ContainsFunc(russian, func(i int) bool { return tied(i, j) && !k.friends(i, j) })
	}
	return ru, slices.DeleteFunc(slices.Clone(be), func(j int) bool { return taken[j] })
}

func (k kin) kindred(i, j int) bool {
	a, b := k.ru.letters(i), k.be.letters(j)
	return a[:min(len(a), 2)] == b[:min(len(b), 2)] && (a == b || kindred(a, b))
}

// told tells whether the other side, or a third version, says what word i of a side means: alone, in a phrase, as part of
// a quantity, or by way of a word that both translate.
func (k kin) told(from *meaning, i int, to *meaning) bool {
	return to.hasAny(from.senses[i]) || k.passage.isQuantity(k.bead, from.side, i) || k.bridged(from.senses[i], to)
}

// bridged tells whether a word with some senses and some word of the other side translate one word of an English
// version, in whichever of its senses.
func (k kin) bridged(senses []lexicon.Sense, to *meaning) bool {
	for _, x := range k.passage.sides(k.bead, k.ru.lexicon) {
		if x.tag != lang.English {
			continue
		}
		third := newMeaning(x)
		third.read()
		for _, s := range third.senses {
			if anyShared(s, senses) && to.hasAny(s) {
				return true
			}
		}
	}
	return false
}

func anyShared(a, b []lexicon.Sense) bool {
	return slices.ContainsFunc(a, func(s lexicon.Sense) bool { return slices.Contains(b, s) })
}

// declined tells whether a Belarusian word has a counterpart once it is put into the form in which words are listed.
// Stems of Belarusian are rough: «дапамогу» and «дапамога» have two.
func (k kin) declined(j int) bool {
	word := k.be.words[j].Text
	base := strings.TrimRight(word, "аеёіоуыэюяьй")
	for _, ending := range []string{"а", "я", ""} {
		if base+ending != word {
			k.be.learn(j, 1, lexicon.Stem(lang.Belarusian, base+ending))
		}
	}
	return k.ru.hasAny(k.be.senses[j])
}

// friends tells whether a Russian and a Belarusian word only look alike.
func (k kin) friends(i, j int) bool {
	_, ok := falseFriend(k.ru.words[i].Text, k.be.words[j].Text)
	return ok
}
