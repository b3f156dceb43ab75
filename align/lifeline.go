package align

import (
	"slices"

	"triptych/article"
)

// onBest is how far behind the best path a cell may lie and still be on it, for sums of floating point.
const onBest = 1e-3

// lifeline lays a way through all versions that is always there: the corridors of pairs of versions can contradict each
// other, so that nothing leads through all of them. It goes where the best paths of the first version with each other
// one agree, a unit at a time, and as a rule in the corridors, where better steps than its own lead along it.
func (l *lattice) lifeline() {
	l.line = map[position]int{}
	at := l.begin
	for i := int(l.begin[0]); i < int(l.end[0]); i++ {
		if to, ok := l.agreed(i); ok {
			at = l.lay(at, to)
		}
	}
	l.lay(at, l.end)
}

// agreed is where the best paths stand after i units of the first version, if all of them have a bead that ends there.
func (l *lattice) agreed(i int) (position, bool) {
	to := position{int32(i)}
	for w := 1; w < len(l.window); w++ {
		g := l.grids[0][w]
		found := false
		for j := g.lo[i]; j < g.hi[i] && !found; j++ {
			if g.near(i, j, onBest) {
				to[w], found = int32(j), true
			}
		}
		if !found {
			return position{}, false
		}
	}
	return to, true
}

// lay leads the line from one position to another, version by version; where it would go back it stands still.
func (l *lattice) lay(at, to position) position {
	for v := range l.window {
		for at[v] < min(to[v], l.end[v]) {
			l.line[at] = v
			at[v]++
		}
	}
	return at
}

// follow takes the line's step from node n, if the node is on it: a unit without a counterpart. A step that stays in the
// corridors has been taken already, and would count twice among the paths.
func (l *lattice) follow(n int, sizes []int) {
	to := l.nodes[n].at
	v, ok := l.line[to]
	if !ok {
		return
	}
	to[v]++
	if l.within(to) {
		return
	}
	clear(sizes)
	sizes[v] = 1
	l.step(n, sizes)
}

const (
	// mendMargin is how many beads around a torn one are searched again.
	mendMargin = 8
	// mendSlack is by what the corridors grow in such a search, and mendMost how much they may grow in all.
	mendSlack, mendMost = 2, 64
	// scoredAnew is how much they have grown when the two versions are searched anew, in a band of their own: until then
	// the scores that are known will do.
	scoredAnew = 4
)

// mend searches again, in wider corridors, around the beads that the line had to make.
func (l *lattice) mend(a Alignment, torn []bool, goOn func() bool) (Alignment, error) {
	if !slices.Contains(torn, true) || l.slack >= mendMost*slack {
		return a, nil
	}
	var out []Bead
	done := 0
	for i := 0; i < len(torn); i++ {
		if !torn[i] {
			continue
		}
		first, end := max(done, i-mendMargin), i+1
		for end < len(torn) && end-i <= mendMargin {
			if torn[end] {
				i = end
			}
			end++
		}
		mended, err := l.again(span(a.Beads[first], a.Beads[end-1]), goOn)
		if err != nil {
			return Alignment{}, err
		}
		out = append(append(out, a.Beads[done:first]...), mended.Beads...)
		done, i = end, end-1
	}
	return Alignment{append(out, a.Beads[done:]...)}, nil
}

// again searches a part of the window in wider corridors.
func (l *lattice) again(part []article.Range, goOn func() bool) (Alignment, error) {
	if wider := l.slack * mendSlack; wider >= scoredAnew*slack {
		return newLattice(l.model, l.shapes, part, wider).search(nil, func(int, int) bool { return goOn() })
	}
	inner := &lattice{model: l.model, shapes: l.shapes, window: l.window, grids: l.grids, slack: l.slack * mendSlack}
	for v, r := range part {
		inner.begin[v], inner.end[v] = int32(r.Lo-l.window[v].Lo), int32(r.Hi-l.window[v].Lo)
	}
	return inner.between(goOn)
}

// span is the window from the beginning of one bead to the end of another.
func span(first, last Bead) []article.Range {
	out := make([]article.Range, len(first.Sides))
	for v := range out {
		out[v] = article.Range{Lo: first.Sides[v].Lo, Hi: last.Sides[v].Hi}
	}
	return out
}
