package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"triptych/lang/quantity"
)

// numberNote says who states what, in the order of the versions: "140 in English and Russian, 160 in Belarusian".
func (c *counting) numberNote(slot []reading) string {
	readings := slices.Clone(slot)
	for i, r := range readings {
		readings[i] = slices.SortedFunc(slices.Values(r), func(a, b figure) int { return cmp.Compare(a.version, b.version) })
	}
	slices.SortFunc(readings, func(a, b reading) int { return cmp.Compare(a[0].version, b[0].version) })
	asWritten := !slices.ContainsFunc(readings, c.mixed)
	silent := slices.Clone(c.versions)
	var parts []string
	for _, r := range readings {
		var who []int
		for _, f := range r {
			who = append(who, f.version)
		}
		silent = slices.DeleteFunc(silent, r.in)
		value := c.written(r[0])
		if !asWritten {
			value = c.valued(r[0])
		}
		parts = append(parts, value+" in "+list(c.article, who))
	}
	if len(silent) > 0 {
		parts = append(parts, "not in "+list(c.article, silent))
	}
	return strings.Join(parts, ", ")
}

// valued writes a figure in a way that belongs to no language; of one that contradicts itself both readings.
func (c *counting) valued(f figure) string {
	if f.discord {
		return inFigures(f.Quantity) + " (" + inFigures(*f.also) + ")"
	}
	return inFigures(f.Quantity)
}

// mixed tells whether a reading is written in several ways, so that no one of them can stand for it in a note.
func (c *counting) mixed(r reading) bool {
	return slices.ContainsFunc(r, func(f figure) bool { return c.written(f) != c.written(r[0]) })
}

func (c *counting) written(f figure) string { return c.article.Versions[f.version].Slice(f.span) }

// inFigures writes a quantity in a way that belongs to no language but English.
func inFigures(q quantity.Quantity) string {
	switch q.Kind {
	case quantity.Weekday:
		return [...]string{"", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[int(q.Value)]
	case quantity.Month:
		return monthName(int(q.Value))
	case quantity.Day:
		month, _ := strconv.Atoi(q.Unit)
		return strconv.Itoa(int(q.Value)) + " " + monthName(month)
	case quantity.Decade:
		return plain(q) + "s"
	case quantity.Times:
		return plain(q) + " times"
	case quantity.Ordinal:
		q.Unit = ""
		return plain(q)
	}
	return plain(q)
}

func monthName(n int) string {
	return [...]string{"", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"}[n]
}
