package align

import "slices"

// anchor is a unit of one version and a unit of another that may say the same.
type anchor struct{ a, b int }

// anchors lists pairs of units that share a token which stands in one unit only in each version.
func (l *level) anchors(v, w int) []anchor {
	home := make([]int, l.distinct) // by token: 1 + the unit of w that alone holds it
	for u := range l.size[w] {
		for _, t := range l.shared(w, u, l.kin[v][w]) {
			if l.rare[w].count[t] == 1 {
				home[t] = u + 1
			}
		}
	}
	var out []anchor
	for u := range l.size[v] {
		for _, t := range l.shared(v, u, l.kin[v][w]) {
			if l.rare[v].count[t] == 1 && home[t] > 0 {
				out = append(out, anchor{u, home[t] - 1})
			}
		}
	}
	return out
}

func (l *level) shared(v, u int, kin kinship) tokens {
	var all tokens
	one := &l.runs[v][maxRun*u]
	for c := range channels {
		if l.weights.shared[kin][c].trust > 0 {
			all = append(all, one.tokens[c]...)
		}
	}
	return all
}

// chain is the longest way through the anchors that goes forward in both versions (patience sorting), so that chance
// anchors, which point anywhere, fall out. A pair that several tokens name may stand in it once only.
func chain(anchors []anchor) []anchor {
	slices.SortFunc(anchors, func(x, y anchor) int {
		if x.a != y.a {
			return x.a - y.a
		}
		return y.b - x.b // so that one unit of a gives at most one link
	})
	var tails []int // index of the anchor that ends the best chain of each length
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
