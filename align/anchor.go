package align

import (
	"math"
	"slices"
)

// anchor is a unit of one version and a unit of another that may say the same.
type anchor struct{ a, b int }

const (
	// A word may help to find anchors that stands in anchorPlaces units at most, on either side, or in one of
	// anchorShare: in a very long text every word comes back.
	anchorPlaces, anchorShare = 8, 1000
	// anchorWords is how many words a pair of units must have in common, and anchorNats how telling they must be.
	anchorWords, anchorNats = 2, 8
)

// anchors lists pairs of units that have several rare words in common, at most one for each unit of version v: the one
// that has most.
func (m *model) anchors(v, w int) []anchor {
	var out []anchor
	o := &m.sides[v].toward[w]
	common := map[int32]commonality{}
	places := max(anchorPlaces, len(m.sides[w].units)/anchorShare)
	for u := range m.sides[v].units {
		clear(common)
		for _, t := range m.sides[v].units[u].words {
			homes := o.homes[t]
			if len(homes) == 0 || len(homes) > places || len(m.sides[v].own[t]) > places {
				continue
			}
			telling := math.Log(float64(len(m.sides[w].units)) / float64(len(homes)))
			for _, home := range homes {
				c := common[home]
				common[home] = commonality{c.words + 1, c.nats + telling}
			}
		}
		if a, ok := strongest(u, common); ok {
			out = append(out, a)
		}
	}
	return out
}

// commonality is what two units have in common.
type commonality struct {
	words int
	nats  float64
}

func strongest(u int, common map[int32]commonality) (anchor, bool) {
	best, found, most := anchor{}, false, 0.0
	for home, c := range common {
		enough := c.words >= anchorWords && c.nats >= anchorNats
		if enough && (c.nats > most || c.nats == most && int(home) < best.b) {
			best, found, most = anchor{u, int(home)}, true, c.nats
		}
	}
	return best, found
}

// chain is the longest way through the anchors that goes forward in both versions (patience sorting), so that chance
// anchors, which point anywhere, fall out. A unit stands in it once only.
func chain(anchors []anchor) []anchor {
	slices.SortFunc(anchors, func(x, y anchor) int {
		if x.a != y.a {
			return x.a - y.a
		}
		return y.b - x.b // so that one unit of a gives at most one link
	})
	var tails []int // the index of the anchor that ends the best chain of each length
	before := make([]int, len(anchors))
	for i, x := range anchors {
		n, _ := slices.BinarySearchFunc(tails, x.b, func(t, b int) int { return anchors[t].b - b })
		before[i] = -1
		if n > 0 {
			before[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	var out []anchor
	for i := tails[len(tails)-1]; i >= 0; i = before[i] {
		out = append(out, anchors[i])
	}
	slices.Reverse(out)
	return out
}
