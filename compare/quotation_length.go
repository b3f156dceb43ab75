package compare

import "slices"

const (
	// farShorter is the share of its counterparts' words below which a quotation is shorter beyond what languages explain.
	farShorter = 0.5
	// fewestCut is how many words it must lack at the least.
	fewestCut = 6
)

// cut finds a quotation of which one version has much less than all others, which agree: a part was left out or told in
// other words.
func (p *passage) cut(q quotation) (Difference, bool) {
	if len(q.lacks) > 0 || len(q.members) < 2 || !q.sure() {
		return Difference{}, false
	}
	members := slices.Clone(q.members)
	slices.SortFunc(members, func(a, b *quoted) int { return a.words() - b.words() })
	shortest, next := members[0], members[1]
	if !shortest.Closed || !next.Closed || float64(shortest.words()) > farShorter*float64(next.words()) || next.words()-shortest.words() < fewestCut {
		return Difference{}, false
	}
	d := Difference{Kind: Quotation, Severity: Low}
	if len(members) > 2 && p.omits(q, shortest, next) {
		d.Severity = Medium
	}
	for _, m := range q.members {
		d.Marks = append(d.Marks, Mark{Version: m.version, Span: m.span, Paragraph: m.paragraph, Odd: m == shortest && len(members) > 2})
	}
	d.Note = "The quotation is much shorter in " + VersionName(p.article, shortest.version)
	return d, true
}

// omits tells whether a version has no room outside its quotation for what others quote beyond it.
func (p *passage) omits(q quotation, shortest, next *quoted) bool {
	outside := len(sideOf(q.sides, shortest.version).words) - shortest.words()
	other := len(sideOf(q.sides, next.version).words) - next.words()
	return float64(outside-other) < farShorter*float64(next.words()-shortest.words())
}
