package compare

import (
	"slices"

	"triptych/lang/speech"
)

const (
	// vicinity is how many words on either side of a denial say where it belongs in the other versions.
	vicinity = 6
	// fewestAround is how many of them must have a counterpart there, and leastAround which share of those of meaning.
	fewestAround = 2
	leastAround  = 0.4
	// margin is how many words beyond the outermost counterparts a denial may stand.
	margin = 3
)

// around judges by the words around the denial where what is denied has no counterpart that the lexicon knows. It takes
// three versions: that two agree stands for what the word itself does not tell.
func (n *negation) around() bool {
	if len(n.sides) < 3 {
		return false
	}
	yes, no := 0, 1
	for i := range n.sides {
		if i == n.by {
			continue
		}
		n.verdict[i], n.where[i] = n.askAround(i)
		switch n.verdict[i] {
		case unknown:
			return false
		case affirmed:
			yes++
		case denied:
			no++
		}
	}
	return yes == 1 && no > 1
}

// askAround is what side i says where the words around the denial stand in it.
func (n *negation) askAround(i int) (polarity, int) {
	s, t := n.sides[n.by], n.sides[i]
	var found []int
	asked, nearest := 0, -1
	for k := max(0, n.at-vicinity); k < min(len(s.words), n.at+vicinity+1); k++ {
		if !s.content(k) {
			continue
		}
		asked++
		j := s.counterpart(k, t)
		if j < 0 || astray(s, k, t, j) {
			continue
		}
		found = append(found, j)
		if nearest < 0 || k <= n.where[n.by] {
			nearest = j
		}
	}
	if len(found) < fewestAround || float64(len(found)) < leastAround*float64(asked) {
		return unknown, 0
	}
	lo, hi := slices.Min(found)-margin, slices.Max(found)+margin
	if at := n.hardIn(i, lo, hi); at >= 0 {
		return denied, at
	}
	lo, _ = t.clause(max(lo, 0))
	_, hi = t.clause(min(hi, len(t.words)-1))
	if n.deniedIn(i, lo, hi) || hard(t, n.denials[i]) >= hard(s, n.denials[n.by]) || n.opposite(n.where[n.by], i) {
		return unknown, 0
	}
	return affirmed, nearest
}

// hardIn is the first word of side i from lo to hi that denies outright; -1 if there is none.
func (n *negation) hardIn(i, lo, hi int) int {
	for _, d := range n.denials[i] {
		if d.Kind != speech.Soft && d.At >= lo && d.At <= hi {
			return d.At
		}
	}
	return -1
}
