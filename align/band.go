package align

import "triptych/article"

const (
	// smallGrid is the number of cells up to which two versions are searched without a band.
	smallGrid = 10_000
	// A long text's band reaches, at each unit, from the chain's link bandLinks before it to the one as far after it,
	// and bandMargin units beyond, so that one false link cannot cut the right way off; never more than bandWidest.
	bandLinks, bandMargin, bandWidest = 4, 6, 400
)

// stripe is the part of a grid of positions between two versions that is looked at: in row i the columns lo[i] to
// hi[i]-1. Row 0 holds column 0 and the last row the last column.
type stripe struct{ lo, hi []int }

// band is the stripe in which a window of versions v and w is searched: all of a small one, of a large one what lies
// along the words that have one place only in both.
func (m *model) band(window []article.Range, v, w int) stripe {
	var links []anchor
	if window[v].Len()*window[w].Len() > smallGrid {
		for _, a := range m.anchors(v, w) {
			a.a, a.b = a.a-window[v].Lo, a.b-window[w].Lo
			if a.a >= 0 && a.a < window[v].Len() && a.b >= 0 && a.b < window[w].Len() {
				links = append(links, a)
			}
		}
		links = chain(links)
	}
	return band(window[v].Len(), window[w].Len(), links)
}

// band is the stripe of n by m units that a path along the chain of anchors is looked for in.
func band(n, m int, links []anchor) stripe {
	b := stripe{make([]int, n+1), make([]int, n+1)}
	next := 0 // the first link at or after row i
	for i := range b.lo {
		for next < len(links) && links[next].a < i {
			next++
		}
		b.lo[i], b.hi[i] = 0, m+1
		if k := next - bandLinks; k >= 0 {
			b.lo[i] = max(0, links[k].b-bandMargin)
		}
		if k := next + bandLinks - 1; k < len(links) {
			b.hi[i] = min(m+1, links[k].b+1+bandMargin)
		}
	}
	if n*m > smallGrid {
		b.narrow(n, m)
	}
	return b
}

// narrow holds a band to its greatest width: where there are too few links to say more, around the straight line.
func (b stripe) narrow(n, m int) {
	for i := range b.lo {
		if b.hi[i]-b.lo[i] <= bandWidest {
			continue
		}
		middle := m * i / max(n, 1)
		middle = min(max(middle, b.lo[i]+bandWidest/2), b.hi[i]-bandWidest/2)
		b.lo[i], b.hi[i] = middle-bandWidest/2, middle+bandWidest/2
	}
	for i := 1; i < len(b.lo); i++ { // a path only goes forward, so neither edge may go back or leave a hole
		b.lo[i] = max(b.lo[i], b.lo[i-1])
		b.hi[i] = max(b.hi[i], b.hi[i-1])
	}
	for i := 1; i < len(b.lo); i++ {
		b.lo[i] = min(b.lo[i], b.hi[i-1]-1)
	}
}
