package align

import (
	"slices"

	"triptych/article"
)

// Quality compares an alignment with a gold one. A pair's beads are the beads less the other versions.
type Quality struct {
	// Strict is F1 over beads with units on both sides of a pair of versions, right only if both sides are equal.
	// Null is F1 over units that have no counterpart in the other version of the pair. Both are means over the pairs;
	// a pair in which neither alignment has any is passed over.
	Strict, Null float64
	// Exact is F1 over beads of two versions and more, right only if all sides are equal.
	Exact float64
}

// Evaluate measures how well got agrees with gold; both must have the same versions.
func Evaluate(gold, got Alignment) Quality {
	var t tally
	t.add(gold, got)
	return t.quality()
}

// tally counts what [Quality] is made from, over any number of articles.
type tally struct {
	strict, null map[[2]int]hits
	exact        hits
}

type hits struct{ gold, got, both int }

func (h hits) f1() float64 {
	if h.gold+h.got == 0 {
		return 0
	}
	return 2 * float64(h.both) / float64(h.gold+h.got)
}

func (t *tally) add(gold, got Alignment) {
	if t.strict == nil {
		t.strict, t.null = map[[2]int]hits{}, map[[2]int]hits{}
	}
	versions := 0
	for _, b := range slices.Concat(gold.Beads, got.Beads) {
		versions = len(b.Sides)
	}
	for v := range versions {
		for w := v + 1; w < versions; w++ {
			pair := [2]int{v, w}
			t.strict[pair] = count(t.strict[pair], links(gold, v, w), links(got, v, w))
			t.null[pair] = count(t.null[pair], nulls(gold, v, w), nulls(got, v, w))
		}
	}
	t.exact = count(t.exact, wholes(gold), wholes(got))
}

func (t *tally) quality() Quality {
	return Quality{Strict: meanF1(t.strict), Null: meanF1(t.null), Exact: t.exact.f1()}
}

func meanF1(pairs map[[2]int]hits) float64 {
	sum, n := 0.0, 0.0
	for _, h := range pairs {
		if h.gold+h.got > 0 {
			sum += h.f1()
			n++
		}
	}
	return sum / max(n, 1)
}

func count[T comparable](h hits, gold, got map[T]bool) hits {
	h.gold += len(gold)
	h.got += len(got)
	for x := range got {
		if gold[x] {
			h.both++
		}
	}
	return h
}

// links are the two-sided beads of a pair.
func links(a Alignment, v, w int) map[string]bool {
	out := map[string]bool{}
	for _, b := range a.Beads {
		if !b.Gap(v) && !b.Gap(w) {
			out[Bead{Sides: []article.Range{b.Sides[v], b.Sides[w]}}.String()] = true
		}
	}
	return out
}

// nulls are the units of a pair that have no counterpart in its other version.
func nulls(a Alignment, v, w int) map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, b := range a.Beads {
		for _, p := range [][2]int{{v, w}, {w, v}} {
			if !b.Gap(p[1]) {
				continue
			}
			for u := b.Sides[p[0]].Lo; u < b.Sides[p[0]].Hi; u++ {
				out[[2]int{p[0], u}] = true
			}
		}
	}
	return out
}

func wholes(a Alignment) map[string]bool {
	out := map[string]bool{}
	for _, b := range a.Beads {
		filled := 0
		for v := range b.Sides {
			if !b.Gap(v) {
				filled++
			}
		}
		if filled > 1 {
			out[b.String()] = true
		}
	}
	return out
}
