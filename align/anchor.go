package align

import "slices"

// anchor is a unit of one version and a unit of another that may say the same.
type anchor struct{ a, b int }

// anchors lists pairs of units that share a word which has one place only in each version.
func (m *model) anchors(v, w int) []anchor {
	var out []anchor
	o := &m.sides[v].toward[w]
	for t, homes := range o.homes {
		if own := m.sides[v].own[t]; len(own) == 1 && len(homes) == 1 {
			out = append(out, anchor{int(own[0]), int(homes[0])})
		}
	}
	return out
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
