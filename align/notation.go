package align

import (
	"fmt"
	"strconv"
	"strings"

	"triptych/article"
)

// String writes the alignment as people read it in tests and logs: a bead a line, versions between bars, units by
// number, "-" for a gap: "1 | 1 2 | -". Scores and moves are left out.
func (a Alignment) String() string {
	var sb strings.Builder
	for _, b := range a.Beads {
		sb.WriteString(b.String())
		sb.WriteByte('\n')
	}
	return sb.String()
}

// String writes one bead in the notation of [Alignment.String].
func (b Bead) String() string {
	sides := make([]string, len(b.Sides))
	for v, r := range b.Sides {
		if r.Empty() {
			sides[v] = "-"
			continue
		}
		units := make([]string, 0, r.Len())
		for u := r.Lo; u < r.Hi; u++ {
			units = append(units, strconv.Itoa(u))
		}
		sides[v] = strings.Join(units, " ")
	}
	return strings.Join(sides, " | ")
}

// Parse reads the notation of [Alignment.String]; blank lines are passed over. It checks the form of each line, not
// whether the whole is an alignment: that is [Alignment.Check].
func Parse(s string) (Alignment, error) {
	var a Alignment
	for n, line := range strings.Split(s, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		b, err := parseBead(line)
		if err != nil {
			return Alignment{}, fmt.Errorf("line %d: %w", n+1, err)
		}
		if len(a.Beads) > 0 && len(a.Beads[0].Sides) != len(b.Sides) {
			return Alignment{}, fmt.Errorf("line %d: %d sides, the first line has %d", n+1, len(b.Sides), len(a.Beads[0].Sides))
		}
		a.Beads = append(a.Beads, b)
	}
	return a, nil
}

func parseBead(line string) (Bead, error) {
	var b Bead
	for _, side := range strings.Split(line, "|") {
		r, err := parseSide(strings.TrimSpace(side))
		if err != nil {
			return Bead{}, err
		}
		b.Sides = append(b.Sides, r)
	}
	return b, nil
}

func parseSide(side string) (article.Range, error) {
	if side == "-" {
		return article.Range{}, nil
	}
	var r article.Range
	for i, field := range strings.Fields(side) {
		u, err := strconv.Atoi(field)
		if err != nil || u < 0 {
			return r, fmt.Errorf("%q is not the number of a unit", field)
		}
		if i == 0 {
			r = article.Range{Lo: u, Hi: u}
		}
		if u != r.Hi {
			return r, fmt.Errorf("unit %d does not follow unit %d", u, r.Hi-1)
		}
		r.Hi++
	}
	if r.Empty() {
		return r, fmt.Errorf("a side is blank; write - for a gap")
	}
	return r, nil
}
