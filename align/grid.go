package align

import (
	"math"

	"triptych/article"
)

// grid is what the search of two versions leaves behind: the scores of all beads that begin in a cell of the band, and
// how far the best path through each cell stays behind the best of all.
type grid struct {
	stripe
	first []int // by row: the index of its first cell in the slices below
	pairs []pairs
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

// newGrid searches versions v and w by themselves, in a stripe of a window: Viterbi forward and backward.
func newGrid(m *model, shapes *Shapes, window []article.Range, v, w int, within stripe) *grid {
	g := &grid{stripe: within}
	cells := 0
	for i := range g.lo {
		g.first = append(g.first, cells)
		cells += g.hi[i] - g.lo[i]
	}
	g.pairs = make([]pairs, cells)
	for i := range window[v].Len() {
		lo, hi := g.lo[i], min(g.hi[i], window[w].Len())
		m.score(v, w, window[v].Lo+i, window[v].Hi, window[w].Lo+lo, window[w].Lo+hi, window[w].Hi, g.pairs[g.first[i]:])
	}
	steps := newSteps(shapes)
	from, to := g.forward(&steps), g.backward(&steps)
	best := to[0]
	g.behind = from
	for c := range g.behind {
		g.behind[c] = best - from[c] - to[c]
	}
	return g
}

// steps holds the shape scores of two-sided beads: of a units in one version and b in the other.
type steps [maxRun + 1][maxRun + 1]float64

func newSteps(s *Shapes) steps {
	var out steps
	for a := range out {
		for b := range out[a] {
			if a+b == 0 {
				continue
			}
			out[a][b] = s.score([]int{a, b})
		}
	}
	return out
}

// each calls visit with every step from (i, j) that stays in the grid, and its score. A unit without a counterpart is
// a bead by itself, so no step takes several units of one version only.
func (g *grid) each(i, j int, st *steps, visit func(cell int, score float64)) {
	here := &g.pairs[g.cell(i, j)]
	for a := 0; a <= maxRun && i+a < len(g.lo); a++ {
		for b := 0; b <= maxRun; b++ {
			if a+b == 0 || (a == 0 || b == 0) && a+b > 1 || !g.holds(i+a, j+b) {
				continue
			}
			score := st[a][b]
			if a > 0 && b > 0 {
				score += float64(here[maxRun*(a-1)+b-1])
			}
			visit(g.cell(i+a, j+b), score)
		}
	}
}

// forward gives, for each cell, the best score of a path from the beginning to it.
func (g *grid) forward(st *steps) []float64 {
	best := lowest(len(g.pairs))
	best[0] = 0
	for i := range g.lo {
		for j := g.lo[i]; j < g.hi[i]; j++ {
			here := best[g.cell(i, j)]
			g.each(i, j, st, func(cell int, score float64) { best[cell] = max(best[cell], here+score) })
		}
	}
	return best
}

// backward gives, for each cell, the best score of a path from it to the end.
func (g *grid) backward(st *steps) []float64 {
	best := lowest(len(g.pairs))
	best[len(best)-1] = 0
	for i := len(g.lo) - 1; i >= 0; i-- {
		for j := g.hi[i] - 1; j >= g.lo[i]; j-- {
			c := g.cell(i, j)
			g.each(i, j, st, func(cell int, score float64) { best[c] = max(best[c], best[cell]+score) })
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
