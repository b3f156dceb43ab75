package compare

import (
	"cmp"
	"slices"
)

// quotation is one thing quoted in a sentence bead, with the versions that quote it and those that do not.
type quotation struct {
	bead    int
	sides   []*side
	members []*quoted // at most one a version, in the order of versions
	lacks   []*side
}

func (q *quotation) in(version int) *quoted {
	for _, m := range q.members {
		if m.version == version {
			return m
		}
	}
	return nil
}

// mostPieces is how many quotations a version may have in one sentence bead: with more, which is whose counterpart is a
// guess, and takes long.
const mostPieces = 12

// gather puts together the quotations of a bead that are one another's counterparts.
func gather(sides []*side, pieces []*quoted) []quotation {
	if len(pieces) > mostPieces*len(sides) {
		return nil
	}
	var out []quotation
	for _, s := range sides {
		var own []*quoted
		for _, q := range pieces {
			if q.version == s.version {
				own = append(own, q)
			}
		}
		out = assign(out, own, sides)
	}
	out = leftovers(out)
	for i := range out {
		for _, s := range sides {
			if out[i].in(s.version) == nil && !inLonger(out, i, s) {
				out[i].lacks = append(out[i].lacks, s)
			}
		}
	}
	return out
}

// leastLeft is the share of the longer one's words that two quotations which are all that is left must have in common in
// length: one in other words is nearer than none.
const leastLeft = 0.4

// leftovers puts two groups together that no version shares, if there are no others like them.
func leftovers(groups []quotation) []quotation {
	for i := range groups {
		with := -1
		for j := range groups {
			if j == i || !groups[i].mayBe(&groups[j]) {
				continue
			}
			if with >= 0 {
				return groups
			}
			with = j
		}
		if with > i {
			groups[i].members = append(groups[i].members, groups[with].members...)
			return leftovers(slices.Delete(groups, with, with+1))
		}
	}
	return groups
}

// mayBe tells whether two groups, of versions that are not the same, are near enough in length and depth.
func (q *quotation) mayBe(r *quotation) bool {
	for _, m := range r.members {
		if q.in(m.version) != nil {
			return false
		}
	}
	a, b := q.members[0], r.members[0]
	return a.Depth == b.Depth && float64(min(a.words(), b.words())) >= leastLeft*float64(max(a.words(), b.words()))
}

// assign gives each quotation of one more version to the group that it fits best; what fits none is a new group.
func assign(groups []quotation, own []*quoted, sides []*side) []quotation {
	type fit struct {
		group, piece int
		score        float64
	}
	var fits []fit
	for g := range groups {
		for i, q := range own {
			if score := groups[g].likeness(q); score > 0 {
				fits = append(fits, fit{g, i, score})
			}
		}
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Compare(b.score, a.score) })
	placed := make([]bool, len(own))
	for _, f := range fits {
		if q := own[f.piece]; !placed[f.piece] && groups[f.group].in(q.version) == nil {
			groups[f.group].members = append(groups[f.group].members, q)
			placed[f.piece] = true
		}
	}
	for i, q := range own {
		if !placed[i] {
			groups = append(groups, quotation{bead: q.bead, sides: sides, members: []*quoted{q}})
		}
	}
	return groups
}

// leastLike is the likeness below which two quotations of a sentence are not each other's counterparts.
const leastLike = 0.8

// likeness tells how well a quotation fits a group: by its length and place in the sentence, and by what it says.
func (q *quotation) likeness(r *quoted) float64 {
	best := 0.0
	for _, m := range q.members {
		length := min(m.to-m.from, r.to-r.from) / max(m.to-m.from, r.to-r.from)
		place := 1 - 2*abs((m.from+m.to)/2-(r.from+r.to)/2)
		says := wordsShared(m, sideOf(q.sides, m.version), r, sideOf(q.sides, r.version))
		best = max(best, 0.5*length+0.7*max(place, 0)+1.5*says)
	}
	if best < leastLike {
		return 0
	}
	return best
}

// wordsShared is the share of the shorter quotation's words that have a counterpart in the other.
func wordsShared(a *quoted, s *side, b *quoted, t *side) float64 {
	if a.words() > b.words() {
		a, s, b, t = b, t, a, s
	}
	found, asked := 0, 0
	for i := a.lo; i < a.hi; i++ {
		if !s.content(i) {
			continue
		}
		asked++
		for j := b.lo; j < b.hi; j++ {
			if t.content(j) && s.alike(i, t, j) {
				found++
				break
			}
		}
	}
	return float64(found) / float64(max(asked, 1))
}

// inLonger tells whether group i may stand inside a longer quotation of a version: one pair of marks for two.
func inLonger(groups []quotation, i int, s *side) bool {
	for j := range groups {
		m := groups[j].in(s.version)
		if j == i || m == nil {
			continue
		}
		for _, q := range groups[i].members {
			if other := groups[j].in(q.version); other != nil && m.to-m.from < 0.8*(other.to-other.from+q.to-q.from) {
				continue
			}
			lo, hi := max(m.from, q.from), min(m.to, q.to)
			if hi-lo >= 0.5*(q.to-q.from) || len(locate(q, sideOf(groups[i].sides, q.version), s, m).found) > q.words()/3 {
				return true
			}
		}
	}
	return false
}

// settled drops quotations that a version has in a neighbouring sentence: sentences do not always part alike.
func settled(all []quotation) []quotation {
	for i := range all {
		for j := i + 1; j < len(all) && all[j].bead <= all[i].bead+2; j++ {
			if all[i].bead != all[j].bead && complement(&all[i], &all[j]) {
				merge(&all[i], &all[j])
			}
		}
	}
	return slices.DeleteFunc(all, func(q quotation) bool { return len(q.lacks) == 0 || len(q.members) == 0 })
}

// complement tells whether what the one lacks is what the other has.
func complement(a, b *quotation) bool {
	for _, m := range b.members {
		if a.in(m.version) != nil {
			return false
		}
	}
	if len(a.members) == 0 || len(b.members) == 0 {
		return false
	}
	x, y := a.members[0], b.members[0]
	if 2*min(x.words(), y.words()) < max(x.words(), y.words()) {
		return false
	}
	return wordsShared(x, sideOf(a.sides, x.version), y, sideOf(b.sides, y.version)) > 0.3
}

// merge makes b part of a: what either has no longer lacks.
func merge(a, b *quotation) {
	a.members = append(a.members, b.members...)
	a.lacks = slices.DeleteFunc(a.lacks, func(s *side) bool { return a.in(s.version) != nil })
	b.members, b.lacks = nil, nil
}

// place is where the words of a quotation stand in a version that does not quote them.
type place struct {
	found []int // words of the side, in order
	asked int   // how many words of the quotation have meaning
}

// share of the quotation's words that were found.
func (x place) share() float64 { return float64(len(x.found)) / float64(max(x.asked, 1)) }

// locate finds what a quotation says in another version's side; in the words of a quotation only, if that is given.
func locate(q *quoted, s, t *side, only *quoted) place {
	lo, hi := 0, len(t.words)
	if only != nil {
		lo, hi = only.lo, only.hi
	}
	var out place
	for i := q.lo; i < q.hi; i++ {
		if !s.content(i) {
			continue
		}
		out.asked++
		for j := lo; j < hi; j++ {
			if t.content(j) && !slices.Contains(out.found, j) && s.alike(i, t, j) {
				out.found = append(out.found, j)
				break
			}
		}
	}
	slices.Sort(out.found)
	return out
}

// densest is the stretch of at most width words that holds most of what was found.
func (x place) densest(width int) (lo, hi int) {
	best := 0
	for i := range x.found {
		j := i
		for j+1 < len(x.found) && x.found[j+1]-x.found[i] < width {
			j++
		}
		if j-i+1 > best {
			best, lo, hi = j-i+1, x.found[i], x.found[j]
		}
	}
	return lo, hi
}
