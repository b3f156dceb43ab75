package compare

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"triptych/lang/quantity"
)

// reading is one value with the figures that state it, at most one a version.
type reading []figure

func (r reading) in(version int) bool {
	return slices.ContainsFunc(r, func(f figure) bool { return f.version == version })
}

func (r reading) weak() bool {
	return !slices.ContainsFunc(r, func(f figure) bool { return !f.Weak })
}

func (r reading) spare() bool {
	return !slices.ContainsFunc(r, func(f figure) bool { return !f.spare })
}

// contradictions puts the unsettled figures of the sentence bead against each other: each reading against what the other
// versions are most likely to state in its place.
func (c *counting) contradictions() []Difference {
	readings := group(c.left)
	var out []Difference
	for len(readings) > 0 {
		slot := []reading{readings[0]}
		readings = readings[1:]
		for {
			i := c.nearest(slot, readings)
			if i < 0 {
				break
			}
			slot = append(slot, readings[i])
			readings = slices.Delete(readings, i, i+1)
		}
		if d, ok := c.difference(slot); ok {
			out = append(out, d)
		}
	}
	return out
}

// group puts figures of different versions that state one value together, the most widely stated first and those that
// are merely stated more often last.
func group(left []figure) []reading {
	var out []reading
	for _, f := range left {
		i := slices.IndexFunc(out, func(r reading) bool { return !r.in(f.version) && r[0].spare == f.spare && r[0].same(f) })
		if i < 0 {
			out = append(out, reading{f})
			continue
		}
		out[i] = append(out[i], f)
	}
	slices.SortStableFunc(out, func(a, b reading) int {
		if a.spare() != b.spare() {
			if a.spare() {
				return 1
			}
			return -1
		}
		return cmp.Compare(len(b), len(a))
	})
	return out
}

// nearest is the index of the reading that best fits into a slot; -1 if none does.
func (c *counting) nearest(slot []reading, readings []reading) int {
	best, least := -1, math.Inf(1)
	for i, r := range readings {
		if cost, ok := c.fits(slot, r); ok && cost < least {
			best, least = i, cost
		}
	}
	return best
}

// fits tells whether a reading can be what other versions state in the place of those in the slot, and how far-fetched
// that is.
func (c *counting) fits(slot []reading, r reading) (cost float64, ok bool) {
	for _, s := range slot {
		if slices.ContainsFunc(r, func(f figure) bool { return s.in(f.version) }) || s.spare() && r.spare() {
			return 0, false
		}
		if s.weak() != r.weak() && s[0].Kind != quantity.Times {
			return 0, false
		}
		apart, comparable := c.apart(s[0], r[0])
		if !comparable {
			return 0, false
		}
		cost += apart + math.Abs(s[0].place-r[0].place)
	}
	return cost, true
}

// apart tells whether two figures are of kinds that can stand against each other, and how unlike these are.
func (c *counting) apart(f, g figure) (cost float64, comparable bool) {
	a, b := classOf(f), classOf(g)
	if a == hours && g.hours() || b == hours && f.hours() {
		return 1, true
	}
	if a != b {
		return 1, (a == years && g.yearlike() || b == years && f.yearlike()) && c.inDigits(f) && c.inDigits(g)
	}
	if a != amounts {
		return 0, true
	}
	bothMoney := f.Kind == quantity.Money && g.Kind == quantity.Money
	if !bothMoney && !quantity.Comparable(f.Unit, g.Unit) {
		return 0, false
	}
	if (f.Unit == "") != (g.Unit == "") || (f.Kind == quantity.Ordinal) != (g.Kind == quantity.Ordinal) {
		return 1, c.inDigits(f) && c.inDigits(g)
	}
	return 0, true
}

// figureClass sorts figures by what may stand against what: a count against a count, a year against a year.
type figureClass int

const (
	amounts figureClass = iota
	multiples
	shares
	years
	days
	months
	weekdays
	hours
	serials
	centuries
)

func classOf(f figure) figureClass {
	switch f.Kind {
	case quantity.Percent:
		return shares
	case quantity.Times:
		return multiples
	case quantity.Year, quantity.Decade:
		return years
	case quantity.Day:
		return days
	case quantity.Month:
		return months
	case quantity.Weekday:
		return weekdays
	case quantity.ClockTime:
		return hours
	case quantity.Serial:
		return serials
	}
	switch {
	case f.fraction():
		return shares
	case f.Kind == quantity.Ordinal && f.Unit == "century":
		return centuries
	}
	return amounts
}

// isDate tells whether a difference of the class is one of dates.
func (c figureClass) isDate() bool {
	switch c {
	case years, days, months, weekdays, hours, centuries:
		return true
	}
	return false
}

// yearlike tells whether a number that is not read as a year may be one, with a slip.
func (f figure) yearlike() bool {
	return f.Kind == quantity.Count && f.Unit == "" && f.Value >= 1000 && f.Value < 3000 && f.Value == math.Trunc(f.Value)
}

// hours tells whether a number of hours may be an hour of the day: «каля 4 гадзін».
func (f figure) hours() bool {
	return f.Unit == "hour" && f.Value > 0 && f.Value <= 24 && f.Value == math.Trunc(f.Value)
}

// inDigits tells whether a figure is written in digits.
func (c *counting) inDigits(f figure) bool {
	return strings.ContainsAny(c.written(f), "0123456789")
}
