package align

import "math"

// heat turns a score into the log of a weight among paths. The tokens of a text are not independent, as the model
// takes them to be, so that its scores are too sure of themselves; the temperature takes that back.
func (l *lattice) heat(score float64) float64 { return score / l.weights.Temperature }

// sum fills in the nodes' sums over paths (forward-backward, Baum 1972) and returns the sum over all paths.
func (l *lattice) sum() float64 {
	for n := range l.nodes {
		l.nodes[n].before, l.nodes[n].after = math.Inf(-1), math.Inf(-1)
	}
	end := l.index[l.end]
	l.nodes[0].before, l.nodes[end].after = 0, 0
	for _, layer := range l.layers {
		for _, n := range layer {
			from := &l.nodes[n]
			for _, e := range l.edges[from.first:from.end] {
				to := &l.nodes[e.to]
				to.before = logAdd(to.before, from.before+l.heat(e.score))
			}
		}
	}
	for i := len(l.layers) - 1; i >= 0; i-- {
		for _, n := range l.layers[i] {
			from := &l.nodes[n]
			for _, e := range l.edges[from.first:from.end] {
				from.after = logAdd(from.after, l.nodes[e.to].after+l.heat(e.score))
			}
		}
	}
	return l.nodes[end].before
}

// logAdd is log(exp(a) + exp(b)).
func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if b < a-40 { // nothing that a float64 would notice
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// order puts neighbouring beads that have no version in common, whose order the text does not say, into the order of
// their first versions, so that equal inputs give equal lists.
func order(beads []Bead) {
	for i := 1; i < len(beads); i++ {
		for j := i; j > 0 && apart(beads[j-1], beads[j]) && beads[j].first() < beads[j-1].first(); j-- {
			beads[j-1], beads[j] = beads[j], beads[j-1]
		}
	}
}

func apart(a, b Bead) bool {
	for v := range a.Sides {
		if !a.Gap(v) && !b.Gap(v) {
			return false
		}
	}
	return true
}

// first is the first version that has units in the bead.
func (b Bead) first() int {
	for v := range b.Sides {
		if !b.Gap(v) {
			return v
		}
	}
	return len(b.Sides)
}
