package align

import (
	"math"

	"triptych/article"
)

const (
	// smallGrid is the number of cells up to which two versions are searched without a band.
	smallGrid = 10_000
	// A long text's band reaches, at each unit, from the chain's link bandLinks before it to the one as far after it,
	// and bandMargin units beyond, so that one false link cannot cut the right way off; never more than bandWidest.
	bandLinks, bandMargin, bandWidest = 4, 6, 400
)

// stripe is the part of a grid of positions between two versions that is looked at: in row i the columns lo[i] to
// hi[i]-1. Row 0 holds column 0 and the last row the last column.
type stripe struct{ lo, hi []int }

// band is the stripe that a path between versions v and w is looked for in.
func band(s similarity, v, w int) stripe {
	n, m := s.units()[v], s.units()[w]
	b := stripe{make([]int, n+1), make([]int, n+1)}
	var links []anchor
	if (n+1)*(m+1) > smallGrid {
		links = chain(s.anchors(v, w))
	}
	next := 0 // the first link at or after row i
	for i := range b.lo {
		for next < len(links) && links[next].a < i {
			next++
		}
		b.lo[i], b.hi[i] = 0, m+1
		if k := next - bandLinks; k >= 0 {
			b.lo[i] = max(0, links[k].b-bandMargin)
		}
		if k := next + bandLinks - 1; k < len(links) {
			b.hi[i] = min(m+1, links[k].b+1+bandMargin)
		}
	}
	if (n+1)*(m+1) > smallGrid {
		b.narrow(n, m)
	}
	return b
}

// narrow holds a band to its greatest width: where there are too few links to say more, around the straight line.
func (b stripe) narrow(n, m int) {
	for i := range b.lo {
		if b.hi[i]-b.lo[i] <= bandWidest {
			continue
		}
		middle := m * i / max(n, 1)
		middle = min(max(middle, b.lo[i]+bandWidest/2), b.hi[i]-bandWidest/2)
		b.lo[i], b.hi[i] = middle-bandWidest/2, middle+bandWidest/2
	}
	for i := 1; i < len(b.lo); i++ { // a path only goes forward, so neither edge may go back or leave a hole
		b.lo[i] = max(b.lo[i], b.lo[i-1])
		b.hi[i] = max(b.hi[i], b.hi[i-1])
	}
	for i := len(b.lo) - 2; i >= 0; i-- {
		b.lo[i] = min(b.lo[i], max(b.lo[i+1]-maxRun, 0), max(b.hi[i]-1, 0))
	}
}

// grid is what the search of two versions leaves behind: the scores of all beads that begin in a cell of the band, and
// how far the best path through each cell stays behind the best of all.
type grid struct {
	stripe
	first []int // by row: the index of its first cell in the slices below
	// pairs holds, for each cell, the score of each pair of runs that begins there, by maxRun*(a-1)+(b-1).
	pairs [][maxRun * maxRun]float32
	// behind is, for each cell, the best score of all less the best of a path through it.
	behind []float64
}

func (g *grid) cell(i, j int) int { return g.first[i] + j - g.lo[i] }

func (g *grid) holds(i, j int) bool { return i < len(g.lo) && j >= g.lo[i] && j < g.hi[i] }

// unlikely is the score of a pair of runs outside the band, in nats.
const unlikely = -50

// pair is the score of runs of a and b units that begin at (i, j).
func (g *grid) pair(i, j, a, b int) float64 {
	if !g.holds(i, j) {
		return unlikely
	}
	return float64(g.pairs[g.cell(i, j)][maxRun*(a-1)+b-1])
}

// near tells whether a path through (i, j) comes within slack of the best.
func (g *grid) near(i, j int, slack float64) bool {
	return g.holds(i, j) && g.behind[g.cell(i, j)] <= slack
}

// newGrid searches versions v and w by themselves: Viterbi forward and backward.
func newGrid(s similarity, v, w int) *grid {
	g := &grid{stripe: band(s, v, w)}
	cells := 0
	for i := range g.lo {
		g.first = append(g.first, cells)
		cells += g.hi[i] - g.lo[i]
	}
	g.pairs = make([][maxRun * maxRun]float32, cells)
	g.score(s, v, w)
	steps := newSteps(s)
	from, to := g.forward(steps), g.backward(steps)
	g.behind = from
	best := to[0]
	for c := range g.behind {
		g.behind[c] = best - from[c] - to[c]
	}
	return g
}

func (g *grid) score(s similarity, v, w int) {
	n, m := s.units()[v], s.units()[w]
	for i := range n {
		for j := g.lo[i]; j < min(g.hi[i], m); j++ {
			scores := &g.pairs[g.cell(i, j)]
			for a := 1; a <= min(maxRun, n-i); a++ {
				for b := 1; b <= min(maxRun, m-j); b++ {
					scores[maxRun*(a-1)+b-1] = float32(s.pair(v, article.Range{Lo: i, Hi: i + a}, w, article.Range{Lo: j, Hi: j + b}))
				}
			}
		}
	}
}

// steps holds the shape scores of two-sided beads: of a units in one version and b in the other. A unit without a
// counterpart is a bead by itself.
type steps [maxRun + 1][maxRun + 1]float64

func newSteps(s similarity) steps {
	var out steps
	for a := range out {
		for b := range out[a] {
			out[a][b] = s.shape([]int{a, b})
		}
	}
	return out
}

// each calls visit with every step from (i, j) that stays in the grid, and its score.
func (g *grid) each(i, j int, st *steps, visit func(cell int, score float64)) {
	pairs := &g.pairs[g.cell(i, j)]
	for a := 0; a <= maxRun; a++ {
		for b := 0; b <= maxRun; b++ {
			if a+b == 0 || (a == 0 || b == 0) && a+b > 1 || !g.holds(i+a, j+b) {
				continue
			}
			score := st[a][b]
			if a > 0 && b > 0 {
				score += float64(pairs[maxRun*(a-1)+b-1])
			}
			visit(g.cell(i+a, j+b), score)
		}
	}
}

// forward gives, for each cell, the best score of a path from the beginning to it.
func (g *grid) forward(st steps) []float64 {
	best := lowest(len(g.pairs))
	best[0] = 0
	for i := range g.lo {
		for j := g.lo[i]; j < g.hi[i]; j++ {
			here := best[g.cell(i, j)]
			g.each(i, j, &st, func(cell int, score float64) { best[cell] = max(best[cell], here+score) })
		}
	}
	return best
}

// backward gives, for each cell, the best score of a path from it to the end.
func (g *grid) backward(st steps) []float64 {
	best := lowest(len(g.pairs))
	best[len(best)-1] = 0
	for i := len(g.lo) - 1; i >= 0; i-- {
		for j := g.hi[i] - 1; j >= g.lo[i]; j-- {
			c := g.cell(i, j)
			g.each(i, j, &st, func(cell int, score float64) { best[c] = max(best[c], best[cell]+score) })
		}
	}
	return best
}

func lowest(n int) []float64 {
	s := make([]float64, n)
	for i := range s {
		s[i] = math.Inf(-1)
	}
	return s
}
