package align

import (
	"slices"

	"triptych/lang"
)

// tie is the strongest way in which a word has a counterpart in another version.
type tie uint8

// The ties, weakest first. The first two are for words without a counterpart.
const (
	unknown   tie = iota // nothing in the other version looks like it
	untied               // the same, though the lexicon knows the word and what it would be there
	bySound              // a word that sounds alike in another script
	byRoot               // a Belarusian and a Russian word of one root
	bySense              // a word that the lexicon says is a translation
	byName               // a capitalised word that sounds alike
	byForm               // the very same word
	byValue              // an equal quantity
	bySpot               // a word that the article itself teaches; only for words without any other tie
	byMark               // a mark that says what kind of sentence it is: a question, direct speech
	byMachine            // a word that a machine translated so, or one of a version that it translated into
	ties                 // how many there are
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
	forms, names, sounds, roots roster
	senses                      roster
	// stems are of the words that stand in the version, machine of those that stand in what machines made of it.
	stems, machine roster
}

// roster lists, by some key, the words of a sheet that have it, ascending.
type roster struct{ first, words []int32 }

// of are the words that have a key; none where it is less than 0 or unheard of.
func (r *roster) of(key int32) []int32 {
	if key < 0 || int(key) >= len(r.first)-1 {
		return nil
	}
	return r.words[r.first[key]:r.first[key+1]]
}

// posting is a word under a key.
type posting struct{ key, word int32 }

// newRoster makes a roster of postings, which are in the order of their words, under so many keys.
func newRoster(list []posting, keys int) roster {
	r := roster{first: make([]int32, keys+2), words: make([]int32, len(list))}
	for _, p := range list {
		r.first[p.key+2]++
	}
	for k := 2; k < len(r.first); k++ {
		r.first[k] += r.first[k-1]
	}
	for _, p := range list {
		r.words[r.first[p.key+1]] = p.word
		r.first[p.key+1]++
	}
	r.first = r.first[:keys+1]
	return r
}

// keys numbers the forms, sounds and roots of all versions of an article, so that words can be looked up by number.
type keys struct {
	numbers map[string]int32
	// by version and word; -1 where a word has none
	forms, sounds, roots, stems [][]int32
	senses                      int  // more than any sense that occurs
	machine                     bool // whether anything was translated by a machine
}

func newKeys(sheets []*sheet, machine bool) *keys {
	words := 0
	for _, s := range sheets {
		words += len(s.words)
	}
	k := &keys{numbers: make(map[string]int32, 2*words), machine: machine}
	for _, s := range sheets {
		n := len(s.words)
		all := make([]int32, 4*n)
		forms, sounds, roots, stems := all[:n:n], all[n:2*n:2*n], all[2*n:3*n:3*n], all[3*n:]
		for i := range s.words {
			w := &s.words[i]
			forms[i], sounds[i], roots[i], stems[i] = k.number(w.form), k.number(w.sound), k.number(w.root), -1
			if k.machine {
				stems[i] = k.number(w.stem)
			}
			for _, sense := range w.senses {
				k.senses = max(k.senses, int(sense)+1)
			}
		}
		k.forms, k.sounds, k.roots, k.stems = append(k.forms, forms), append(k.sounds, sounds), append(k.roots, roots), append(k.stems, stems)
	}
	return k
}

func (k *keys) number(text string) int32 {
	if text == "" {
		return -1
	}
	n, ok := k.numbers[text]
	if !ok {
		n = int32(len(k.numbers))
		k.numbers[text] = n
	}
	return n
}

// newIndex is the index of version v. What is only asked for by a version of another language, or a related one, is made
// all the same: it costs little.
func (k *keys) newIndex(v int, s *sheet) *index {
	all := len(k.numbers)
	room := make([]posting, 0, 2*len(s.words))
	sounds := postings(room, k.sounds[v])
	x := index{sounds: newRoster(sounds, all)}
	x.names = newRoster(slices.DeleteFunc(sounds, func(p posting) bool { return !s.words[p.word].proper }), all)
	x.forms = newRoster(postings(room, k.forms[v]), all)
	x.roots = newRoster(postings(room, k.roots[v]), all)
	for i := range s.words {
		for _, sense := range s.words[i].senses {
			room = append(room, posting{int32(sense), int32(i)})
		}
	}
	x.senses = newRoster(room, k.senses)
	if k.machine {
		written := func(p posting) bool { return s.words[p.word].rendered == "" }
		x.machine = newRoster(slices.DeleteFunc(postings(nil, k.stems[v]), written), all)
		x.stems = newRoster(slices.DeleteFunc(postings(nil, k.stems[v]), func(p posting) bool { return !written(p) }), all)
	}
	return &x
}

// postings puts each word that has a key under it.
func postings(room []posting, keys []int32) []posting {
	for i, key := range keys {
		if key >= 0 {
			room = append(room, posting{key, int32(i)})
		}
	}
	return room
}

// bind finds, for every word of version v, its counterparts in another version.
func (k *keys) bind(v int, from, other *sheet, to *index, kin kinship) []bond {
	out := make([]bond, len(from.words))
	slab := make([]int32, 0, 2*len(from.words))
	for i := range from.words {
		start := len(slab)
		var t tie
		t, slab = k.bond(slab, v, i, from, other, to, kin)
		own := slab[start:]
		if len(own) > 1 {
			slices.Sort(own)
			own = slices.Compact(own)
			slab = slab[:start+len(own)]
		}
		out[i] = bond{t, slices.Clip(own)}
	}
	return out
}

// bond adds the counterparts of word i of version v to a list, and gives the strongest tie to one.
func (k *keys) bond(to []int32, v, i int, from, other *sheet, x *index, kin kinship) (tie, []int32) {
	w := &from.words[i]
	best, none := unknown, len(to)
	add := func(t tie, words []int32) {
		if len(words) > 0 {
			best = max(best, t)
			to = append(to, words...)
		}
	}
	switch {
	case w.rendered == other.language:
		add(byMachine, x.stems.of(k.stems[v][i]))
		return byMachine, to
	case w.rendered != "":
		return byMachine, to // it answers no version but those of its language, and counts for nothing there
	case w.number:
		add(byValue, x.forms.of(k.forms[v][i]))
		return best, to
	case w.mark:
		add(byMark, x.forms.of(k.forms[v][i]))
		return best, to
	}
	add(byForm, x.forms.of(k.forms[v][i]))
	if kin == same {
		return best, to
	}
	for _, s := range w.senses {
		add(bySense, x.senses.of(int32(s)))
	}
	if w.proper {
		add(byName, x.names.of(k.sounds[v][i]))
	}
	if kin == related {
		add(byRoot, x.roots.of(k.roots[v][i]))
	}
	if len(to) == none {
		add(bySound, x.sounds.of(k.sounds[v][i]))
	}
	if len(to) == none && len(w.senses) > 0 {
		best = untied
	}
	if k.machine {
		for _, o := range x.machine.of(k.stems[v][i]) {
			if other.words[o].rendered == from.language {
				add(byMachine, []int32{o})
			}
		}
	}
	return best, to
}
