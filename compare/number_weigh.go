package compare

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang/quantity"
)

// difference makes what is reported of the readings of one slot; false if they are not worth it.
func (c *counting) difference(slot []reading) (Difference, bool) {
	d := Difference{Kind: Number, Severity: Low}
	first := slot[0]
	if classOf(first[0]).isDate() {
		d.Kind = Date
	}
	switch {
	case len(slot) > 1 && (c.told(slot) || c.rounded(slot)):
	case len(slot) > 1:
		d.Severity = c.weigh(slot)
	case first.weak() || first.spare():
		return d, false
	case c.lost(first):
		d.Severity = Medium
	}
	odd := -1
	if last := len(slot) - 1; last > 0 && len(slot[last]) < len(first) {
		odd = last
	}
	for i, r := range slot {
		d.Marks = append(d.Marks, c.marks(r, i == odd)...)
	}
	slices.SortFunc(d.Marks, func(a, b Mark) int { return cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(a.Start, b.Start)) })
	d.Note = c.numberNote(slot)
	return d, true
}

func (c *counting) marks(r reading, odd bool) []Mark {
	var out []Mark
	for _, f := range r {
		paragraph := c.article.Versions[f.version].Sentences[f.sentence].Paragraph
		out = append(out, Mark{Version: f.version, Span: f.span, Paragraph: paragraph, Odd: odd})
	}
	return out
}

// told tells whether every version states next to the passage what the others state in it: then they count different
// things, as two headlines may.
func (c *counting) told(slot []reading) bool {
	for _, r := range slot {
		for _, s := range slot {
			for _, f := range s {
				if !r.in(f.version) && !c.near(f.version, r[0]) {
					return false
				}
			}
		}
	}
	return true
}

// rounded tells whether some version states what all readings of the slot have been rounded from: 30 yards are 27 metres
// here and 30 there.
func (c *counting) rounded(slot []reading) bool {
	return slices.ContainsFunc(c.here, func(f figure) bool {
		return !slices.ContainsFunc(slot, func(r reading) bool { return r.in(f.version) || !r[0].same(f) })
	})
}

// weigh is the severity of a contradiction: that of the two readings which contradict each other most.
func (c *counting) weigh(slot []reading) Severity {
	worst := Low
	for i, r := range slot {
		for _, s := range slot[:i] {
			if got := c.clash(r[0], s[0]); weight(got) < weight(worst) {
				worst = got
			}
		}
	}
	return worst
}

// clash weighs two values that stand in one place. What may be looseness of the translator is of medium weight.
func (c *counting) clash(f, g figure) Severity {
	switch {
	case f.Weak && g.Weak && f.Kind != quantity.Times && f.Kind != quantity.Serial:
		return Medium // a half against a third
	case f.Bound == quantity.About && g.Bound == quantity.About && (f.Value*12 == g.Value*10 || f.Value*10 == g.Value*12):
		return Low // a dozen is a ten in Russian
	case quantity.Within(f.Quantity, g.Quantity), quantity.Within(g.Quantity, f.Quantity):
		return Low // told less exactly
	case f.Kind != g.Kind && (classOf(f) == years || classOf(f) == hours || classOf(g) == hours):
		return Medium
	case (f.Unit == "") != (g.Unit == "") && f.Kind != quantity.Day:
		return Medium
	case f.Kind == quantity.Percent && f.Unit != g.Unit && f.Value == g.Value:
		return Medium // percent against percentage points
	case f.Unit != g.Unit && quantity.Metric(f.Unit, g.Unit) && loose(f, g):
		return Medium
	case (f.Bound == quantity.About || g.Bound == quantity.About) && quantity.Ratio(f.Quantity, g.Quantity) <= 1.25:
		return Medium
	case classOf(f) == amounts && f.Value <= 10 && g.Value <= 10 && !c.inDigits(f) && !c.inDigits(g):
		return Medium
	}
	return High
}

// loose tells whether two measures of different systems may have been made of one by rounding freely.
func loose(f, g figure) bool {
	const coarse = 20 // a twentieth is the last digit
	rounded := quantity.Precision(f.Value) >= f.Value/coarse || quantity.Precision(g.Value) >= g.Value/coarse
	return rounded && quantity.Ratio(f.Quantity, g.Quantity) <= 1.25
}

// lost tells whether a number that some versions do not state is missed there: a figure of weight, in a sentence of the
// body that these versions have at full length and without other gaps. What one version alone states is not lost: it
// tells more than the others.
func (c *counting) lost(r reading) bool {
	if alone := !slices.ContainsFunc(r, func(f figure) bool { return f.version != r[0].version }); alone && len(c.versions) > 2 {
		return false
	}
	if c.role != article.RoleBody && c.role != "" || !slices.ContainsFunc(r, c.telling) || c.doubtful() {
		return false
	}
	stated := 0.0
	for _, f := range r {
		stated += float64(c.letters(f.version)) / float64(len(r))
	}
	for _, v := range c.versions {
		if r.in(v) {
			continue
		}
		const full = 0.75 // of the letters that the others have
		if float64(c.letters(v)) < full*stated || c.hasGap(v) || c.near(v, r[0]) || c.names(v, r[0]) {
			return false
		}
	}
	return true
}

// telling tells whether a figure by itself is worth a look where it is lost.
func (c *counting) telling(f figure) bool {
	if f.Weak || f.aside || !c.inDigits(f) {
		return false
	}
	switch f.Kind {
	case quantity.Money, quantity.Percent, quantity.Day, quantity.Year, quantity.ClockTime:
		return true
	case quantity.Count, quantity.Measure:
		return f.Value >= 10
	}
	return false
}

func (c *counting) letters(v int) int {
	run := c.run(v)
	return utf8.RuneCountInString(c.article.Versions[v].Slice(run))
}

// hasGap tells whether the version lacks a sentence of the passage: then the sentences may be cut differently.
func (c *counting) hasGap(v int) bool {
	for _, s := range c.sentences {
		if s.Gap(v) {
			return true
		}
	}
	return false
}

// doubtful tells whether the sentences may not belong together: the aligner is unsure of the passage, or too much is
// lost in them.
func (c *counting) doubtful() bool {
	const sure, few = 0.6, 2
	n := 0
	for _, f := range c.left {
		if c.telling(f) && !f.spare {
			n++
		}
	}
	return c.bead.Score > 0 && c.bead.Score < sure || n > few*(len(c.versions)-1)
}

// names tells whether the version says by a weekday or a holiday of the month when it was, where others give the date.
func (c *counting) names(v int, f figure) bool {
	return classOf(f) == days && slices.ContainsFunc(c.here, func(g figure) bool {
		return g.version == v && (g.Kind == quantity.Weekday || g.Kind == quantity.Month)
	})
}

// near tells whether the version states the figure in a paragraph close to the passage.
func (c *counting) near(v int, f figure) bool {
	const around = 2 // paragraphs
	var buffer quantity.Buffer
	version, side := &c.article.Versions[v], c.bead.Sides[v]
	for u := max(0, side.Lo-around); u < min(len(version.Paragraphs), side.Hi+around); u++ {
		if u >= side.Lo && u < side.Hi {
			continue
		}
		for s := version.Paragraphs[u].Sentences.Lo; s < version.Paragraphs[u].Sentences.Hi; s++ {
			if slices.ContainsFunc(readFigures(&buffer, version, v, s), f.same) {
				return true
			}
		}
	}
	return false
}
