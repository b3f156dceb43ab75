package align

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"triptych/article"
)

const (
	// slack is how far behind the best path of two versions a cell may lie and still be in the corridor, in nats.
	slack = 10
	// layersBetween is how many layers are explored between two questions whether to go on.
	layersBetween = 64
	// beam is how many positions of all versions are followed at each distance from the beginning.
	beam = 60
)

// position is how many units of each version a path has used.
type position [MaxVersions]int32

// node is a position that some path reaches.
type node struct {
	at position
	// best is the best score of a path to here, and come the edge by which it arrives (-1 at the beginning).
	best float64
	come int
	// before and after are the logs of the sums over all paths from the beginning to here and from here to the end.
	before, after float64
	// first and end are the edges from here.
	first, end int
}

type edge struct {
	from, to int
	score    float64
}

// lattice holds the paths through all versions that stay in every corridor.
type lattice struct {
	*model
	shapes *Shapes
	window []article.Range
	grids  [][]*grid // by version and version, the first smaller
	slack  float64
	// begin and end are the positions between which the paths lead.
	begin, end position
	nodes      []node
	edges      []edge
	index      map[position]int
	layers     [][]int // nodes by the sum of their positions
	// line leads from the beginning to the end a unit at a time, whatever the corridors say: by position, the version
	// that goes on.
	line map[position]int
}

// search finds the likeliest beads of all versions together, of the units in a window of each. Corridors, if any, are
// the stripes to which the search of two versions is held.
func search(m *model, shapes *Shapes, window []article.Range, corridors [][]stripe, progress func(done, total int) bool) (Alignment, error) {
	l := newLattice(m, shapes, window, slack)
	a, err := l.search(corridors, progress)
	order(a.Beads)
	return a, err
}

func newLattice(m *model, shapes *Shapes, window []article.Range, slack float64) *lattice {
	l := &lattice{model: m, shapes: shapes, window: window, slack: slack}
	for v, r := range window {
		l.end[v] = int32(r.Len())
	}
	return l
}

func (l *lattice) search(corridors [][]stripe, progress func(done, total int) bool) (Alignment, error) {
	pairs := pairsOf(len(l.window))
	total := len(pairs) + 1
	if !l.twoByTwo(pairs, corridors, func(done int) bool { return progress(done, total) }) {
		return Alignment{}, ErrStopped
	}
	a, err := l.between(func() bool { return progress(total-1, total) })
	if err != nil || !progress(total, total) {
		return Alignment{}, ErrStopped
	}
	return a, nil
}

// between searches all versions together, from the position where the lattice begins to where it ends, in the corridors
// that are known.
func (l *lattice) between(goOn func() bool) (Alignment, error) {
	l.lifeline()
	if !l.explore(goOn) {
		return Alignment{}, ErrStopped
	}
	a, torn := l.alignment()
	return l.mend(a, torn, goOn)
}

// pairsOf lists the pairs of so many versions.
func pairsOf(versions int) [][2]int {
	var out [][2]int
	for v := range versions {
		for w := v + 1; w < versions; w++ {
			out = append(out, [2]int{v, w})
		}
	}
	return out
}

// twoByTwo searches the versions two by two. It gives up, and says so, when asked to stop.
func (l *lattice) twoByTwo(pairs [][2]int, corridors [][]stripe, goOn func(done int) bool) bool {
	for range l.window {
		l.grids = append(l.grids, make([]*grid, len(l.window)))
	}
	var lock sync.Mutex // of what follows, and of goOn
	done := 0
	var stopped atomic.Bool
	eachIndex(len(pairs), func(i int) {
		if stopped.Load() {
			return
		}
		v, w := pairs[i][0], pairs[i][1]
		var within stripe
		if corridors != nil {
			within = corridors[v][w]
		} else {
			within = l.band(l.window, v, w)
		}
		l.grids[v][w] = newGrid(l.model, l.shapes, l.window, v, w, within)
		lock.Lock()
		defer lock.Unlock()
		if done++; !stopped.Load() && !goOn(done) {
			stopped.Store(true)
		}
	})
	return !stopped.Load()
}

// explore follows all paths from the beginning. It gives up, and says so, when asked to stop.
func (l *lattice) explore(goOn func() bool) bool {
	layers := l.end.sum() - l.begin.sum() + 1
	l.nodes, l.edges = append(make([]node, 0, 4*layers), node{at: l.begin, come: -1}), make([]edge, 0, 16*layers)
	l.index = map[position]int{l.begin: 0}
	l.layers = make([][]int, layers)
	l.layers[0] = []int{0}
	sizes := make([]int, len(l.window))
	for layer := range l.layers {
		if layer%layersBetween == layersBetween-1 && !goOn() {
			return false
		}
		l.prune(layer)
		for _, n := range l.layers[layer] {
			l.nodes[n].first = len(l.edges)
			l.expand(n, 0, sizes)
			l.follow(n, sizes)
			l.nodes[n].end = len(l.edges)
		}
	}
	return true
}

// sum is how many units a path to here has used.
func (p position) sum() int {
	n := 0
	for _, u := range p {
		n += int(u)
	}
	return n
}

// prune keeps the best nodes of a layer, and the one on the line.
func (l *lattice) prune(layer int) {
	nodes := l.layers[layer]
	if len(nodes) <= beam {
		return
	}
	slices.SortFunc(nodes, func(a, b int) int { return cmp.Compare(l.nodes[b].best, l.nodes[a].best) })
	l.layers[layer] = nodes[:beam]
	for _, n := range nodes[beam:] {
		if _, ok := l.line[l.nodes[n].at]; ok {
			l.layers[layer] = append(l.layers[layer], n)
		}
	}
}

// expand chooses how many units of version v the bead from node n takes, then of the versions after it.
func (l *lattice) expand(n, v int, sizes []int) {
	if v == len(sizes) {
		l.step(n, sizes)
		return
	}
	from := l.nodes[n].at
	for k := 0; k <= maxRun && from[v]+int32(k) <= l.end[v]; k++ {
		sizes[v] = k
		if l.inside(from, v, sizes) {
			l.expand(n, v+1, sizes)
		}
	}
}

// inside tells whether the new position of version v is in its corridors with the versions before it.
func (l *lattice) inside(from position, v int, sizes []int) bool {
	j := int(from[v]) + sizes[v]
	for u := range v {
		if !l.grids[u][v].near(int(from[u])+sizes[u], j, l.slack) {
			return false
		}
	}
	return true
}

func (l *lattice) step(n int, sizes []int) {
	filled, units := 0, 0
	for _, k := range sizes {
		if k > 0 {
			filled++
		}
		units += k
	}
	if filled == 0 || filled == 1 && units > 1 {
		return // nothing, or several units without a counterpart: those are beads of their own
	}
	score := l.bead(l.nodes[n].at, sizes)
	to := l.node(n, sizes)
	e := len(l.edges)
	l.edges = append(l.edges, edge{n, to, score})
	if whole := l.nodes[n].best + score; whole > l.nodes[to].best {
		l.nodes[to].best, l.nodes[to].come = whole, e
	}
}

// bead is the score of a bead that begins at a position.
func (l *lattice) bead(at position, sizes []int) float64 {
	score := l.shapes.score(sizes)
	for v, a := range sizes {
		for w := v + 1; w < len(sizes); w++ {
			if b := sizes[w]; a > 0 && b > 0 {
				score += l.grids[v][w].pair(int(at[v]), int(at[w]), a, b)
			}
		}
	}
	return score
}

// node is the node that a bead of these sizes leads to from node n.
func (l *lattice) node(n int, sizes []int) int {
	at := l.nodes[n].at
	for v, k := range sizes {
		at[v] += int32(k)
	}
	if to, ok := l.index[at]; ok {
		return to
	}
	to := len(l.nodes)
	l.nodes = append(l.nodes, node{at: at, best: math.Inf(-1), come: -1})
	l.index[at] = to
	layer := at.sum() - l.begin.sum()
	l.layers[layer] = append(l.layers[layer], to)
	return to
}

// alignment reads the best path and gives each of its beads its probability. It tells which beads the line had to make,
// outside the corridors. A gap keeps its place: its side is an empty run there.
func (l *lattice) alignment() (a Alignment, torn []bool) {
	total := l.sum()
	for n := l.index[l.end]; l.nodes[n].come >= 0; {
		e := l.edges[l.nodes[n].come]
		from := &l.nodes[e.from]
		b := Bead{Score: min(1, math.Exp(from.before+l.heat(e.score)+l.nodes[n].after-total))}
		for v, r := range l.window {
			b.Sides = append(b.Sides, article.Range{Lo: r.Lo + int(from.at[v]), Hi: r.Lo + int(l.nodes[n].at[v])})
		}
		a.Beads, torn = append(a.Beads, b), append(torn, !l.within(l.nodes[n].at))
		n = e.from
	}
	slices.Reverse(a.Beads)
	slices.Reverse(torn)
	return a, torn
}

// within tells whether a position is in all corridors.
func (l *lattice) within(at position) bool {
	for v := range l.window {
		for w := v + 1; w < len(l.window); w++ {
			if !l.grids[v][w].near(int(at[v]), int(at[w]), l.slack) {
				return false
			}
		}
	}
	return true
}
