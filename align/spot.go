package align

import "slices"

const (
	// spotRounds of expectation maximisation are made; the pairs that matter have settled by then.
	spotRounds = 4
	// spotSure is the probability, both ways, from which a pair of words counts as learned.
	spotSure = 0.4
	// spotScore is the score of a bead from which it teaches.
	spotScore = 0.5
	// worthwhile is one in how many words must have been learned for the article to be searched again.
	worthwhile = 100
)

// couple is a word of one version and a word of another.
type couple struct{ from, to int32 }

// taught is a reading that has learned, from its own first alignment by sentences, which words without a counterpart
// translate each other: Brown et al.'s first model (1993), run both ways (after Moore 2002 and Varga et al. 2005, who
// learn from the whole text likewise). A pair must meet twice, so that an article of a few paragraphs teaches little, a
// book a lot, and a language that the lexicon does not have the most. It tells whether there was anything to learn.
func (r *reading) taught(sentences Alignment) (*reading, bool) {
	out, learned := r, 0
	for v := range r.sheets {
		for w := v + 1; w < len(r.sheets); w++ {
			couples := r.couples(sentences, v, w)
			learned += len(couples)
			if len(couples) > 0 && out == r {
				out = r.clone()
			}
			for _, c := range couples {
				there, back := &out.bonds[v][w][c.from], &out.bonds[w][v][c.to]
				*there, *back = bond{bySpot, append(there.to, c.to)}, bond{bySpot, append(back.to, c.from)}
			}
		}
	}
	return out, worthwhile*learned > r.words()
}

// words is how many different words the versions have together.
func (r *reading) words() int {
	n := 0
	for _, s := range r.sheets {
		n += len(s.words)
	}
	return n
}

// clone is a reading that can learn words without the other one knowing them.
func (r *reading) clone() *reading {
	out := *r
	out.bonds = make([][][]bond, len(r.bonds))
	for v := range r.bonds {
		out.bonds[v] = make([][]bond, len(r.bonds[v]))
		for w := range r.bonds[v] {
			out.bonds[v][w] = slices.Clone(r.bonds[v][w])
		}
	}
	return &out
}

// spots tells whether words that the article teaches count for anything.
func (w *Weights) spots() bool {
	return slices.ContainsFunc(w.Ties[:], func(t [ties]Signal) bool { return t[bySpot].Trust > 0 })
}

// meeting is the words without a counterpart on both sides of a bead.
type meeting struct{ from, to []int32 }

func (r *reading) couples(sentences Alignment, v, w int) []couple {
	var all []meeting
	together := map[couple]int{}
	for _, b := range sentences.Beads {
		if b.Score < spotScore || b.Gap(v) || b.Gap(w) {
			continue
		}
		m := meeting{r.loose(v, w, b), r.loose(w, v, b)}
		if len(m.from) == 0 || len(m.to) == 0 {
			continue
		}
		all = append(all, m)
		for _, f := range m.from {
			for _, t := range m.to {
				together[couple{f, t}]++
			}
		}
	}
	there, back := translate(all, together, false), translate(all, together, true)
	var out []couple
	for c, n := range together {
		if n > 1 && there[c] > spotSure && back[c] > spotSure {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b couple) int {
		if a.from != b.from {
			return int(a.from - b.from)
		}
		return int(a.to - b.to)
	})
	return out
}

// loose lists the words of version v in a sentence bead that have no counterpart in version w; words of a few letters,
// which meet everything, are left out, and words of one place, which meet nothing twice.
func (r *reading) loose(v, w int, b Bead) []int32 {
	var out []int32
	for u := b.Sides[v].Lo; u < b.Sides[v].Hi; u++ {
		for _, t := range r.sheets[v].sentences[u].words {
			if word := &r.sheets[v].words[t]; !word.once && len(r.bonds[v][w][t].to) == 0 && !word.number && word.sound != "" {
				out = append(out, t)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// translate gives, for pairs that meet more than once, the probability that the second word stands for the first; back
// exchanges the two.
func translate(all []meeting, together map[couple]int, back bool) map[couple]float64 {
	p := map[couple]float64{}
	for c, n := range together {
		if n > 1 {
			p[c] = 1
		}
	}
	for range spotRounds {
		expected, total := map[couple]float64{}, map[int32]float64{}
		for _, m := range all {
			from, to := m.from, m.to
			if back {
				from, to = to, from
			}
			for _, t := range to {
				sum := 1e-3 // for a word that stands for none of these
				for _, f := range from {
					sum += p[turned(f, t, back)]
				}
				for _, f := range from {
					if c := turned(f, t, back); p[c] > 0 {
						expected[c] += p[c] / sum
					}
				}
			}
		}
		for c, e := range expected {
			total[source(c, back)] += e
		}
		for c := range p {
			p[c] = expected[c] / max(total[source(c, back)], 1e-9)
		}
	}
	return p
}

func turned(f, t int32, back bool) couple {
	if back {
		return couple{t, f}
	}
	return couple{f, t}
}

func source(c couple, back bool) int32 {
	if back {
		return c.to
	}
	return c.from
}
