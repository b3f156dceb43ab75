package compare

import (
	"cmp"
	"slices"
	"strings"

	"triptych/align"
	"triptych/article"
	"triptych/lang/quantity"
)

// figure is a quantity at its place in a version.
type figure struct {
	quantity.Quantity
	version  int
	sentence int
	span     article.Span
}

// numbers finds quantities that contradict each other. A quantity that stands in every version of the passage, in
// whatever sentence and however it is written, agrees. Of those that are left, the ones of one sentence bead are put
// against each other; a quantity against which nothing stands is merely not repeated, which weighs little.
func numbers(p *passage) []Difference {
	if has, _ := filled(p.bead); len(has) < 2 || p.role == article.RoleDate {
		return nil
	}
	all := p.figures()
	var out []Difference
	for _, s := range p.sentences {
		has, _ := filled(s)
		if len(has) < 2 {
			continue // that the whole sentence is missing is said by another detector
		}
		left := unsettled(within(all, s), all, has)
		out = append(out, p.contradictions(left, has)...)
	}
	return out
}

// figures reads the quantities of all sentences of the passage.
func (p *passage) figures() []figure {
	var out []figure
	for v, r := range p.bead.Sides {
		version := &p.article.Versions[v]
		for u := r.Lo; u < r.Hi; u++ {
			span := version.Paragraphs[u].Sentences
			for s := span.Lo; s < span.Hi; s++ {
				start := version.Sentences[s].Start
				for _, q := range quantity.Find(version.Sentence(s), version.Language) {
					out = append(out, figure{q, v, s, article.Span{Start: start + q.Start, End: start + q.End}})
				}
			}
		}
	}
	return out
}

func within(all []figure, s align.Bead) []figure {
	var out []figure
	for _, f := range all {
		if r := s.Sides[f.version]; f.sentence >= r.Lo && f.sentence < r.Hi {
			out = append(out, f)
		}
	}
	return out
}

// unsettled are the figures of a sentence bead that some version which has the sentence does not state anywhere in
// the passage.
func unsettled(here, all []figure, versions []int) []figure {
	var out []figure
	for _, f := range here {
		missing := slices.ContainsFunc(versions, func(v int) bool { return v != f.version && !states(all, v, f) })
		if missing {
			out = append(out, f)
		}
	}
	return out
}

func states(all []figure, version int, f figure) bool {
	return slices.ContainsFunc(all, func(g figure) bool { return g.version == version && quantity.Same(f.Quantity, g.Quantity) })
}

// reading is one value with the figures that state it, at most one a version.
type reading []figure

func (r reading) in(version int) bool {
	return slices.ContainsFunc(r, func(f figure) bool { return f.version == version })
}

func (r reading) weak() bool {
	return !slices.ContainsFunc(r, func(f figure) bool { return !f.Weak })
}

// contradictions puts the unsettled figures of one sentence bead against each other.
func (p *passage) contradictions(left []figure, versions []int) []Difference {
	readings := group(left)
	var out []Difference
	for len(readings) > 0 {
		against := []reading{readings[0]}
		readings = readings[1:]
		for i := 0; i < len(readings); {
			if fits(against, readings[i]) {
				against = append(against, readings[i])
				readings = slices.Delete(readings, i, i+1)
				continue
			}
			i++
		}
		if d, ok := p.contradiction(against, versions); ok {
			out = append(out, d)
		}
	}
	return out
}

// group puts figures of different versions that state one value together, the most widely stated first.
func group(left []figure) []reading {
	var out []reading
	for _, f := range left {
		i := slices.IndexFunc(out, func(r reading) bool { return !r.in(f.version) && quantity.Same(r[0].Quantity, f.Quantity) })
		if i < 0 {
			out = append(out, reading{f})
			continue
		}
		out[i] = append(out[i], f)
	}
	slices.SortStableFunc(out, func(a, b reading) int { return cmp.Compare(len(b), len(a)) })
	return out
}

// fits tells whether a reading can be what other versions state in the place of those in against.
func fits(against []reading, r reading) bool {
	for _, a := range against {
		if class(a[0].Kind) != class(r[0].Kind) || a.weak() != r.weak() {
			return false
		}
		if slices.ContainsFunc(r, func(f figure) bool { return a.in(f.version) }) {
			return false
		}
	}
	return true
}

// kindClass sorts quantities by what may stand against what: a count against a count, a year against a year.
type kindClass int

const (
	amount kindClass = iota
	share
	calendar
	clock
)

func class(k quantity.Kind) kindClass {
	switch k {
	case quantity.Percent:
		return share
	case quantity.Year, quantity.Decade, quantity.Day:
		return calendar
	case quantity.ClockTime:
		return clock
	}
	return amount
}

func (p *passage) contradiction(readings []reading, versions []int) (Difference, bool) {
	d := Difference{Kind: Number, Severity: High}
	if readings[0].weak() {
		return d, false
	}
	if c := class(readings[0][0].Kind); c == calendar || c == clock {
		d.Kind = Date
	}
	if len(readings) == 1 {
		d.Severity = Low
	}
	odd := -1
	if last := len(readings) - 1; last > 0 && len(readings[last]) < len(readings[0]) {
		odd = last
	}
	for i, r := range readings {
		for _, f := range r {
			d.Marks = append(d.Marks, Mark{Version: f.version, Span: f.span, Paragraph: p.paragraph(f), Odd: i == odd})
		}
	}
	slices.SortFunc(d.Marks, func(a, b Mark) int { return cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(a.Start, b.Start)) })
	d.Note = p.numberNote(readings, versions)
	return d, true
}

func (p *passage) paragraph(f figure) int {
	return p.article.Versions[f.version].Sentences[f.sentence].Paragraph
}

// numberNote says who states what, in the order of the versions: "140 in English and Russian, 160 in Belarusian".
func (p *passage) numberNote(readings []reading, versions []int) string {
	readings = slices.Clone(readings)
	for _, r := range readings {
		slices.SortFunc(r, func(a, b figure) int { return cmp.Compare(a.version, b.version) })
	}
	slices.SortFunc(readings, func(a, b reading) int { return cmp.Compare(a[0].version, b[0].version) })
	asWritten := !slices.ContainsFunc(readings, p.mixed)
	silent := slices.Clone(versions)
	var parts []string
	for _, r := range readings {
		var who []int
		for _, f := range r {
			who = append(who, f.version)
		}
		silent = slices.DeleteFunc(silent, r.in)
		value := plain(r[0].Quantity)
		if asWritten {
			value = p.written(r[0])
		}
		parts = append(parts, value+" in "+list(p.article, who))
	}
	if len(silent) > 0 {
		parts = append(parts, "not in "+list(p.article, silent))
	}
	return strings.Join(parts, ", ")
}

// mixed tells whether a reading is written in several ways, so that no one of them can stand for it in a note.
func (p *passage) mixed(r reading) bool {
	return slices.ContainsFunc(r, func(f figure) bool { return p.written(f) != p.written(r[0]) })
}

func (p *passage) written(f figure) string { return p.article.Versions[f.version].Slice(f.span) }
