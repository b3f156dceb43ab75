package compare

import (
	"cmp"
	"slices"

	"triptych/article"
)

// covering is the share of a difference's marks that others have to mark for it to say nothing of its own.
const covering = 0.8

// uncovered leaves out of a row's differences those of wording whose words another difference marks already, and
// lost sentences that only stand elsewhere in the same paragraph.
func uncovered(all []Difference) []Difference {
	byWeight := map[Severity]cover{}
	for _, s := range []Severity{Medium, Low} {
		byWeight[s] = coverOf(all, func(d Difference) bool {
			return d.Kind != Wording && d.Kind != Language && weight(d.Severity) <= weight(s)
		})
	}
	moves := coverOf(all, func(d Difference) bool { return d.Kind == Order && len(versionsMarked(d)) > 1 })
	return slices.DeleteFunc(all, func(d Difference) bool {
		switch d.Kind {
		case Wording:
			return byWeight[d.Severity].covers(d.Marks)
		case Omission:
			return moves.has(d.Missing) && moves.covers(d.Marks)
		}
		return false
	})
}

func versionsMarked(d Difference) []int {
	var out []int
	for _, m := range d.Marks {
		if !slices.Contains(out, m.Version) {
			out = append(out, m.Version)
		}
	}
	return out
}

// cover is what differences mark, by version: spans in order that do not touch.
type cover map[int][]article.Span

func coverOf(all []Difference, chosen func(Difference) bool) cover {
	c := cover{}
	for _, d := range all {
		if !chosen(d) {
			continue
		}
		for _, m := range d.Marks {
			c[m.Version] = append(c[m.Version], m.Span)
		}
	}
	for v, spans := range c {
		c[v] = union(spans)
	}
	return c
}

// union puts spans in order and joins those that touch.
func union(spans []article.Span) []article.Span {
	slices.SortFunc(spans, func(a, b article.Span) int { return cmp.Compare(a.Start, b.Start) })
	merged := spans[:0]
	for _, s := range spans {
		if n := len(merged); n > 0 && s.Start <= merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

// has tells whether something is marked in each of some versions.
func (c cover) has(versions []int) bool {
	return !slices.ContainsFunc(versions, func(v int) bool { return len(c[v]) == 0 })
}

func (c cover) covers(marks []Mark) bool {
	length, shared := 0, 0
	for _, m := range marks {
		length += m.Len()
		shared += c.shared(m)
	}
	return length > 0 && float64(shared) >= covering*float64(length)
}

// shared is how many bytes of a mark are marked.
func (c cover) shared(m Mark) int {
	spans, n := c[m.Version], 0
	i, _ := slices.BinarySearchFunc(spans, m.Start, func(s article.Span, at int) int { return cmp.Compare(s.End, at) })
	for ; i < len(spans) && spans[i].Start < m.End; i++ {
		n += max(0, min(spans[i].End, m.End)-max(spans[i].Start, m.Start))
	}
	return n
}
