package align

import (
	"cmp"
	"math"
	"slices"

	"triptych/article"
)

// longestBlock is how many neighbouring beads may make one side of a moved bead together.
const longestBlock = 2

// nearBlock is the share of the price of a move that a passage pays which moved with its neighbour.
const nearBlock = 0.3

// rejoin finds passages that stand elsewhere in some version. The search only goes forward, so it leaves such a passage
// as two beads with gaps, one where it stands in some versions and one where it stands in the others. Two such beads are
// joined if what they say alike outweighs the price of a move: a monotone article has nothing to join.
func rejoin(m *model, shapes *Shapes, a Alignment) Alignment {
	r := rejoiner{model: m, shapes: shapes, beads: a.Beads, gone: make([]bool, len(a.Beads))}
	r.candidates()
	for {
		best, ok := r.best()
		if !ok {
			return Alignment{r.rest()}
		}
		r.join(best)
	}
}

type rejoiner struct {
	*model
	shapes *Shapes
	beads  []Bead
	gone   []bool // beads that were joined to another one
	moved  []Bead
	joints []joint
}

// block is some neighbouring beads that have the same versions, seen as one bead.
type block struct {
	first, n int
	sides    []article.Range
}

// joint is two blocks that may say the same; gain is by how much joining them is better, before the price of the move.
type joint struct {
	stays, comes block
	gain         float64
}

// candidates finds the blocks that may belong together: those that share a word which is rare in one of them.
func (r *rejoiner) candidates() {
	at := r.places()
	blocks := r.blocks()
	for _, list := range blocks {
		for _, x := range list {
			for _, bead := range r.touched(x, at) {
				for _, y := range blocks[bead] {
					if disjoint(x.sides, y.sides) {
						r.joints = append(r.joints, r.joint(x, y))
					}
				}
			}
		}
	}
	slices.SortStableFunc(r.joints, func(a, b joint) int { return cmp.Compare(b.gain, a.gain) })
}

// places tells, by version and unit, in which bead the unit is.
func (r *rejoiner) places() [][]int {
	out := make([][]int, len(r.sides))
	for v := range r.sides {
		out[v] = make([]int, len(r.sides[v].units))
	}
	for i, b := range r.beads {
		for v, s := range b.Sides {
			for u := s.Lo; u < s.Hi; u++ {
				out[v][u] = i
			}
		}
	}
	return out
}

const (
	// A word of few places is one that may bring two blocks together. From longText beads on it takes touchWords of them,
	// as telling as if each had one place: a passage that moved has many more, and chance seldom so many.
	fewPlaces  = 3
	touchWords = 2.5
	longText   = 100
)

// touched lists the beads in which counterparts of the block's words stand that have few places.
func (r *rejoiner) touched(x block, at [][]int) []int {
	telling := map[int]float64{}
	for v, from := range x.sides {
		for w := range x.sides {
			if x.sides[w].Empty() {
				r.touch(telling, v, from, w, at[w])
			}
		}
	}
	var out []int
	for bead, nats := range telling {
		if len(r.beads) < longText || nats >= touchWords*math.Log(float64(len(r.beads))) {
			out = append(out, bead)
		}
	}
	slices.Sort(out)
	return out
}

// touch adds up, by bead, how telling the words are that a run of version v has in common with it in version w.
func (r *rejoiner) touch(telling map[int]float64, v int, from article.Range, w int, at []int) {
	for u := from.Lo; u < from.Hi; u++ {
		for _, t := range r.sides[v].units[u].words {
			homes := r.sides[v].toward[w].homes[t]
			if len(homes) > fewPlaces {
				continue
			}
			for _, home := range homes {
				telling[at[home]] += math.Log(float64(len(at)) / float64(len(homes)))
			}
		}
	}
}

// joint joins two blocks where the one with the first version stands.
func (r *rejoiner) joint(x, y block) joint {
	if firstOf(y.sides) < firstOf(x.sides) {
		x, y = y, x
	}
	return joint{stays: x, comes: y, gain: r.gain(x, y)}
}

// best is the joint that gains most, its price paid; those that can no longer be made are forgotten.
func (r *rejoiner) best() (joint, bool) {
	r.joints = slices.DeleteFunc(r.joints, func(j joint) bool { return r.taken(j.stays) || r.taken(j.comes) })
	var best joint
	most := 0.0
	for _, j := range r.joints {
		if j.gain+nearBlock*r.weights.Move <= most {
			break // they are in order, and no price is lower
		}
		price := r.weights.Move
		if r.nearMoved(j.stays, j.comes) {
			price *= nearBlock
		}
		if j.gain+price > most {
			best, most = j, j.gain+price
		}
	}
	return best, most > 0
}

func (r *rejoiner) taken(x block) bool {
	return slices.Contains(r.gone[x.first:x.first+x.n], true)
}

// blocks lists, by its first bead, the beads with gaps, alone and with their neighbours.
func (r *rejoiner) blocks() [][]block {
	out := make([][]block, len(r.beads))
	for i, b := range r.beads {
		if !slices.ContainsFunc(b.Sides, article.Range.Empty) || b.Fixed {
			continue
		}
		x := block{i, 1, slices.Clone(b.Sides)}
		out[i] = append(out[i], x)
		for n := 2; n <= longestBlock && i+n <= len(r.beads); n++ {
			sides, ok := extended(x.sides, r.beads[i+n-1])
			if !ok {
				break
			}
			x = block{i, n, sides}
			out[i] = append(out[i], x)
		}
	}
	return out
}

// extended is a block with the bead after it, if that has the same versions, goes on in each, and a bead can be so long.
func extended(sides []article.Range, next Bead) ([]article.Range, bool) {
	out := slices.Clone(sides)
	for v, s := range next.Sides {
		switch {
		case s.Empty() != out[v].Empty():
			return nil, false
		case s.Empty():
		case s.Lo != out[v].Hi || s.Hi-out[v].Lo > maxRun:
			return nil, false
		default:
			out[v].Hi = s.Hi
		}
	}
	return out, !next.Fixed
}

func disjoint(a, b []article.Range) bool {
	for v := range a {
		if !a[v].Empty() && !b[v].Empty() {
			return false
		}
	}
	return true
}

func firstOf(sides []article.Range) int {
	return slices.IndexFunc(sides, func(s article.Range) bool { return !s.Empty() })
}

// gain is how much better one bead of both blocks is than the beads that they are.
func (r *rejoiner) gain(x, y block) float64 {
	joined := slices.Clone(x.sides)
	score := 0.0
	for v, s := range y.sides {
		if !s.Empty() {
			joined[v] = s
		}
	}
	score += r.shapes.score(lengths(joined))
	for _, b := range [][]Bead{r.beads[x.first : x.first+x.n], r.beads[y.first : y.first+y.n]} {
		for _, one := range b {
			score -= r.shapes.score(lengths(one.Sides))
		}
	}
	for v, from := range x.sides {
		for w, to := range y.sides {
			if !from.Empty() && !to.Empty() {
				score += r.pair(v, from, w, to)
			}
		}
	}
	return score - r.split(x) - r.split(y)
}

// split is how much worse a block's versions fit as one bead than as the beads that they are.
func (r *rejoiner) split(x block) float64 {
	if x.n == 1 {
		return 0
	}
	sum := 0.0
	for v := range x.sides {
		for w := v + 1; w < len(x.sides); w++ {
			if x.sides[v].Empty() || x.sides[w].Empty() {
				continue
			}
			sum -= r.pair(v, x.sides[v], w, x.sides[w])
			for _, b := range r.beads[x.first : x.first+x.n] {
				sum += r.pair(v, b.Sides[v], w, b.Sides[w])
			}
		}
	}
	return sum
}

// nearMoved tells whether the passage before or after both blocks has moved in the same way.
func (r *rejoiner) nearMoved(x, y block) bool {
	for _, b := range r.moved {
		near := 0
		for v, s := range b.Sides {
			for _, other := range []article.Range{x.sides[v], y.sides[v]} {
				if !s.Empty() && !other.Empty() && (other.Lo == s.Hi || other.Hi == s.Lo) {
					near++
				}
			}
		}
		if near >= 2 {
			return true
		}
	}
	return false
}

func lengths(sides []article.Range) []int {
	out := make([]int, len(sides))
	for v, s := range sides {
		out[v] = s.Len()
	}
	return out
}

// join makes one bead of both blocks, where the one with the first version stands.
func (r *rejoiner) join(j joint) {
	bead := Bead{Sides: slices.Clone(j.stays.sides), Score: min(score(r.beads, j.stays), score(r.beads, j.comes))}
	for v, s := range j.comes.sides {
		if !s.Empty() {
			bead.Sides[v] = s
			bead.Moved = append(bead.Moved, v)
		}
	}
	for _, x := range []block{j.stays, j.comes} {
		for i := range x.n {
			r.gone[x.first+i] = true
		}
	}
	r.beads[j.stays.first] = bead
	r.moved = append(r.moved, bead)
}

// rest lists the beads that are left, the joined ones among them.
func (r *rejoiner) rest() []Bead {
	var out []Bead
	for i, b := range r.beads {
		if !r.gone[i] || len(b.Moved) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// score is the least score of a block's beads.
func score(beads []Bead, x block) float64 {
	part := beads[x.first : x.first+x.n]
	return slices.MinFunc(part, func(a, b Bead) int { return cmp.Compare(a.Score, b.Score) }).Score
}
