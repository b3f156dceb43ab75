package align

import (
	"slices"

	"triptych/lang"
	"triptych/lang/lexicon"
)

// tie is the strongest way in which a word has a counterpart in another version.
type tie uint8

// The ties, weakest first. The first two are for words without a counterpart.
const (
	unknown tie = iota // nothing in the other version looks like it
	untied             // the same, though the lexicon knows the word and what it would be there
	bySound            // a word that sounds alike in another script
	byRoot             // a Belarusian and a Russian word of one root
	bySense            // a word that the lexicon says is a translation
	byName             // a capitalised word that sounds alike
	byForm             // the very same word
	byValue            // an equal quantity
	bySpot             // a word that the article itself teaches; only for words without any other tie
	ties               // how many there are
)

// kinship sorts pairs of languages by which ties say how much between them.
type kinship uint8

const (
	foreign  kinship = iota // English with Russian, or any two languages not named below
	related                 // Belarusian with Russian
	same                    // two versions of one language
	kinships                // how many there are
)

func kinshipOf(a, b lang.Tag) kinship {
	switch {
	case a == b:
		return same
	case a == lang.Russian && b == lang.Belarusian, a == lang.Belarusian && b == lang.Russian:
		return related
	}
	return foreign
}

// bond is what ties one word to another version.
type bond struct {
	tie
	to []int32 // the words there, ascending
}

// index finds the words of a sheet by what can tie them.
type index struct {
	forms, names, sounds, roots map[string][]int32
	senses                      map[lexicon.Sense][]int32
}

func newIndex(s *sheet) *index {
	x := &index{
		forms: map[string][]int32{}, names: map[string][]int32{}, sounds: map[string][]int32{}, roots: map[string][]int32{},
		senses: map[lexicon.Sense][]int32{},
	}
	for i := range s.words {
		w, id := &s.words[i], int32(i)
		x.forms[w.form] = append(x.forms[w.form], id)
		if w.sound != "" {
			x.sounds[w.sound] = append(x.sounds[w.sound], id)
			if w.proper {
				x.names[w.sound] = append(x.names[w.sound], id)
			}
		}
		if w.root != "" {
			x.roots[w.root] = append(x.roots[w.root], id)
		}
		for _, s := range w.senses {
			x.senses[s] = append(x.senses[s], id)
		}
	}
	return x
}

// bind finds, for every word of one version, its counterparts in another.
func bind(from *sheet, to *index, kin kinship) []bond {
	out := make([]bond, len(from.words))
	for i := range from.words {
		out[i] = to.bond(&from.words[i], kin)
	}
	return out
}

func (x *index) bond(w *word, kin kinship) bond {
	var b bond
	add := func(t tie, words []int32) {
		if len(words) > 0 {
			b.tie = max(b.tie, t)
			b.to = append(b.to, words...)
		}
	}
	if w.number {
		add(byValue, x.forms[w.form])
		return b
	}
	add(byForm, x.forms[w.form])
	if kin == same {
		return b
	}
	for _, s := range w.senses {
		add(bySense, x.senses[s])
	}
	if w.proper && w.sound != "" {
		add(byName, x.names[w.sound])
	}
	if kin == related && w.root != "" {
		add(byRoot, x.roots[w.root])
	}
	if len(b.to) == 0 && w.sound != "" {
		add(bySound, x.sounds[w.sound])
	}
	if len(b.to) == 0 && len(w.senses) > 0 {
		b.tie = untied
	}
	slices.Sort(b.to)
	b.to = slices.Compact(b.to)
	return b
}
