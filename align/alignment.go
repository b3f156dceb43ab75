package align

import (
	"fmt"

	"triptych/article"
)

// Bead ties one run of units per version, some perhaps empty, that say the same (Brown et al. 1991; Gale & Church
// 1993), made as many-sided as the article has versions.
type Bead struct {
	// Sides holds one run per version, in the order of Article.Versions. An empty side is a gap.
	Sides []article.Range
	// Moved lists, ascending, the versions in which the bead's units stand out of order.
	Moved []int
	// Score is the probability that the bead is right, from 0 to 1.
	Score float64
	// Evidence is what ties the sides, the most telling first; of paragraph beads only.
	Evidence []Evidence
	// Fixed tells that a person has confirmed the bead.
	Fixed bool
}

// Gap tells whether a version has nothing in the bead.
func (b Bead) Gap(version int) bool { return b.Sides[version].Empty() }

// Alignment is the beads of an article at one level, in the order of the first version that has units in them. Every
// unit of every version is in exactly one bead.
type Alignment struct{ Beads []Bead }

// Check tells what is wrong with an alignment of versions that have units[v] units each: nil when every unit is in
// exactly one bead and the beads go in order in every version but for the sides that are marked as moved.
func (a Alignment) Check(units []int) error {
	seen := make([][]bool, len(units))
	for v, n := range units {
		seen[v] = make([]bool, n)
	}
	last := make([]int, len(units))
	for i, b := range a.Beads {
		if len(b.Sides) != len(units) {
			return fmt.Errorf("bead %d has %d sides for %d versions", i, len(b.Sides), len(units))
		}
		if err := b.check(i, seen, last); err != nil {
			return err
		}
	}
	for v := range seen {
		for u, ok := range seen[v] {
			if !ok {
				return fmt.Errorf("unit %d of version %d is in no bead", u, v)
			}
		}
	}
	return nil
}

func (b Bead) check(i int, seen [][]bool, last []int) error {
	filled := false
	for v, r := range b.Sides {
		if r.Empty() {
			continue
		}
		filled = true
		if r.Lo < 0 || r.Hi > len(seen[v]) {
			return fmt.Errorf("bead %d: version %d has no units %d to %d", i, v, r.Lo, r.Hi-1)
		}
		for u := r.Lo; u < r.Hi; u++ {
			if seen[v][u] {
				return fmt.Errorf("unit %d of version %d is in two beads", u, v)
			}
			seen[v][u] = true
		}
		if b.movedIn(v) {
			continue
		}
		if r.Lo < last[v] {
			return fmt.Errorf("bead %d goes back in version %d and is not marked as moved there", i, v)
		}
		last[v] = r.Hi
	}
	if !filled {
		return fmt.Errorf("bead %d is empty", i)
	}
	return nil
}

func (b Bead) movedIn(version int) bool {
	for _, m := range b.Moved {
		if m == version {
			return true
		}
	}
	return false
}
