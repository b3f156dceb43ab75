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
	var room scratch
	for i := range window[v].Len() {
		lo, hi := g.lo[i], min(g.hi[i], window[w].Len())
		m.score(v, w, window[v].Lo+i, window[v].Hi, window[w].Lo+lo, window[w].Lo+hi, window[w].Hi, g.pairs[g.first[i]:], &room)
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

// A unit without a counterpart is a bead by itself, so no step takes several units of one version only: the steps of a
// path are gaps of one unit and beads with both sides.

// forward gives, for each cell, the best score of a path from the beginning to it.
func (g *grid) forward(st *steps) []float64 {
	best := lowest(len(g.pairs))
	best[0] = 0
	for i := range g.lo {
		for j := g.lo[i]; j < g.hi[i]; j++ {
			c := g.cell(i, j)
			here, pairs := best[c], &g.pairs[c]
			if j+1 < g.hi[i] {
				best[c+1] = max(best[c+1], here+st[0][1])
			}
			for a := 1; a <= maxRun && i+a < len(g.lo); a++ {
				row := g.first[i+a] - g.lo[i+a]
				if a == 1 && g.holds(i+1, j) {
					best[row+j] = max(best[row+j], here+st[1][0])
				}
				for k := max(j+1, g.lo[i+a]); k <= min(j+maxRun, g.hi[i+a]-1); k++ {
					b := k - j
					best[row+k] = max(best[row+k], here+st[a][b]+float64(pairs[maxRun*(a-1)+b-1]))
				}
			}
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
			most, pairs := best[c], &g.pairs[c]
			if j+1 < g.hi[i] {
				most = max(most, best[c+1]+st[0][1])
			}
			for a := 1; a <= maxRun && i+a < len(g.lo); a++ {
				row := g.first[i+a] - g.lo[i+a]
				if a == 1 && g.holds(i+1, j) {
					most = max(most, best[row+j]+st[1][0])
				}
				for k := max(j+1, g.lo[i+a]); k <= min(j+maxRun, g.hi[i+a]-1); k++ {
					b := k - j
					most = max(most, best[row+k]+st[a][b]+float64(pairs[maxRun*(a-1)+b-1]))
				}
			}
			best[c] = most
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
