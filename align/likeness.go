package align

import "triptych/article"

// run is what is known of a run of units.
func (m *model) run(v int, r article.Range) *run { return &m.sides[v].runs[maxRun*r.Lo+r.Len()-1] }

// likeness tells, for each version, how much its text has in common with the others': the log-likelihood ratios of its
// beads by their words, in nats a hundred letters. Versions of one article have much, texts that have nothing to do with
// each other about none: whatever is aligned, some words recur by chance, and others that should are missing.
func (m *model) likeness(a Alignment) []float64 {
	sum, letters := make([]float64, len(m.sides)), make([]float64, len(m.sides))
	for v := range m.sides {
		for _, u := range m.sides[v].units {
			letters[v] += u.letters
		}
	}
	for _, b := range a.Beads {
		for v, from := range b.Sides {
			best := 0.0
			for w, to := range b.Sides {
				if v != w && !from.Empty() && !to.Empty() {
					best = max(best, m.pair(v, from, w, to)-m.weights.lengths(&m.run(v, from).length, &m.run(w, to).length))
				}
			}
			sum[v] += best
		}
	}
	for v := range sum {
		sum[v] *= 100 / max(letters[v], 1)
	}
	return sum
}
