package compare

import (
	"slices"
	"strings"

	"triptych/lang/quantity"
)

// bounds finds numbers that all versions state but that the truth exceeds by one version and does not reach by another:
// "over 100" against "almost 100". That a version leaves such a word out weighs little.
func (c *counting) bounds() []Difference {
	var out []Difference
	done := make([]bool, len(c.here))
	for i, f := range c.here {
		if done[i] || f.hint() || !bounded(f) {
			continue
		}
		r := reading{f}
		for j := i + 1; j < len(c.here); j++ {
			if g := c.here[j]; !done[j] && !r.in(g.version) && !g.hint() && bounded(g) && g.same(f) {
				r, done[j] = append(r, g), true
			}
		}
		if d, ok := c.bound(r); ok {
			out = append(out, d)
		}
	}
	return out
}

func bounded(f figure) bool {
	switch classOf(f) {
	case amounts, shares:
		return f.Kind != quantity.Ordinal
	}
	return false
}

func (c *counting) bound(r reading) (Difference, bool) {
	says := func(b quantity.Bound) bool {
		return slices.ContainsFunc(r, func(f figure) bool { return f.Bound == b })
	}
	d := Difference{Kind: Number, Severity: Low}
	switch {
	case says(quantity.Over) && says(quantity.Under):
		d.Severity = Medium
	case !says(quantity.Exact) || !says(quantity.Over) && !says(quantity.Under):
		return d, false
	}
	d.Marks = c.marks(r, false)
	var parts []string
	for _, b := range [...]quantity.Bound{quantity.Over, quantity.Under, quantity.About, quantity.Exact} {
		var who []int
		for _, f := range r {
			if f.Bound == b {
				who = append(who, f.version)
			}
		}
		if len(who) > 0 {
			parts = append(parts, boundWord(b)+inFigures(r[0].Quantity)+" in "+list(c.article, who))
		}
	}
	d.Note = strings.Join(parts, ", ")
	return d, true
}

func boundWord(b quantity.Bound) string {
	switch b {
	case quantity.Over:
		return "more than "
	case quantity.Under:
		return "less than "
	case quantity.About:
		return "about "
	}
	return ""
}
