package align

import "triptych/article"

const (
	// coarseFrom is the number of pairs of sentences from which a look at the paragraphs comes first.
	coarseFrom = 900
	// coarseSlack is how far behind the best path of paragraphs a cell may lie for its sentences to be searched, in nats;
	// it is wide, for paragraphs that are cut otherwise look unlike although their sentences do not.
	coarseSlack = 40
	// coarseMargin is how many sentences beyond the corridor are searched.
	coarseMargin = 3
)

// corridor is where, between every two versions, a window is searched at either level.
type corridor struct{ paragraphs, sentences [][]stripe }

// corridors find where a window of paragraphs has to be searched, from coarse to fine (after Thompson & Koehn 2019): the
// paragraphs are searched first, two versions at a time, and only where a path of theirs comes near the best are
// paragraphs and sentences looked at.
func (j *job) corridors(paragraphs *model, window []article.Range) corridor {
	sentences := inSentences(j.article, window)
	c := corridor{make([][]stripe, len(window)), make([][]stripe, len(window))}
	for v := range window {
		c.paragraphs[v], c.sentences[v] = make([]stripe, len(window)), make([]stripe, len(window))
	}
	pairs := pairsOf(len(window))
	eachIndex(len(pairs), func(i int) {
		v, w := pairs[i][0], pairs[i][1]
		within := paragraphs.band(window, v, w)
		n, m := sentences[v].Len(), sentences[w].Len()
		if n*m < coarseFrom {
			c.paragraphs[v][w], c.sentences[v][w] = within, band(n, m, nil)
			return
		}
		g := newGrid(paragraphs, &j.weights.Paragraphs, window, v, w, within)
		c.paragraphs[v][w] = g.corridor()
		c.sentences[v][w] = c.paragraphs[v][w].finer(starts(&j.article.Versions[v], window[v]), starts(&j.article.Versions[w], window[w]))
	})
	return c
}

// starts lists, for a window of paragraphs, where each begins and where the last ends, in sentences of the window.
func starts(v *article.Version, window article.Range) []int {
	out := []int{0}
	for p := window.Lo; p < window.Hi; p++ {
		out = append(out, out[len(out)-1]+v.Paragraphs[p].Sentences.Len())
	}
	return out
}

// corridor is the stripe of the grid in which a path comes near the best.
func (g *grid) corridor() stripe {
	lo, hi := g.edges()
	for i := range hi {
		hi[i]++
	}
	lo[0], hi[len(hi)-1] = 0, g.hi[len(hi)-1]
	return stripe{lo, hi}
}

// finer is a corridor of paragraphs as a stripe of sentences.
func (s stripe) finer(rows, columns []int) stripe {
	n, m := rows[len(rows)-1], columns[len(columns)-1]
	out := stripe{make([]int, n+1), make([]int, n+1)}
	for i := range len(rows) - 1 {
		for r := rows[i]; r <= rows[i+1]; r++ {
			first, end := max(columns[s.lo[i]]-coarseMargin, 0), min(columns[s.hi[i+1]-1]+coarseMargin, m)+1
			if r > rows[i] || i == 0 {
				out.lo[r] = first
			}
			out.hi[r] = max(out.hi[r], end)
		}
	}
	if len(rows) == 1 {
		out.hi[0] = m + 1
	}
	out.lo[0], out.hi[n] = 0, m+1
	return out
}

// edges gives, for each row, the first and the last column of the corridor; a row that beads pass over has those of the
// rows around it.
func (g *grid) edges() (lo, hi []int) {
	lo, hi = make([]int, len(g.lo)), make([]int, len(g.lo))
	for i := range g.lo {
		lo[i], hi[i] = -1, -1
		for j := g.lo[i]; j < g.hi[i]; j++ {
			if g.near(i, j, coarseSlack) {
				if lo[i] < 0 {
					lo[i] = j
				}
				hi[i] = j
			}
		}
	}
	for i := 1; i < len(lo); i++ {
		if lo[i] < 0 {
			lo[i] = lo[i-1]
		}
	}
	for i := len(hi) - 2; i >= 0; i-- {
		if hi[i] < 0 {
			hi[i] = hi[i+1]
		}
	}
	// A corridor only goes forward.
	for i := len(lo) - 2; i >= 0; i-- {
		lo[i] = min(lo[i], lo[i+1])
	}
	for i := 1; i < len(hi); i++ {
		hi[i] = max(hi[i], hi[i-1])
	}
	return lo, hi
}
