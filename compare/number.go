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
	// also is the same quantity in another unit, in brackets behind it: "130 miles (200 km)".
	also *quantity.Quantity
	// discord marks one whose conversion is wrong.
	discord bool
	// aside marks money in brackets behind money of another currency.
	aside    bool
	version  int
	sentence int
	span     article.Span
	// place is how far from its start, 0 to 1, it stands in what the version has of the sentence bead.
	place float64
	// spare marks one that another version states too, but not so often as this one.
	spare bool
}

// numbers finds quantities and dates that contradict each other, are stated by some versions alone, or are said to be
// exceeded here and not reached there. A quantity that stands in every version of the passage, in whatever sentence and
// however it is written, agrees. Of those that are left, the ones of one sentence bead are put against each other.
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
		c := counting{passage: p, sentence: s, versions: has}
		for v, figures := range all {
			r := s.Sides[v]
			c.all = append(c.all, between(figures, r.Lo-figureReach, r.Hi+figureReach)...)
			c.here = append(c.here, c.placed(v, between(figures, r.Lo, r.Hi))...)
		}
		c.left = c.unsettled()
		out = append(out, c.contradictions()...)
		out = append(out, c.bounds()...)
	}
	return out
}

// Limits that keep the time linear in the text: how many sentences before and behind may state a figure too, and how many
// figures of a sentence are looked at. A paragraph of prose is within both, a table pasted as one is not.
const (
	figureReach = 12
	mostFigures = 200
)

// between are the figures, which are in order, of the sentences from lo up to hi.
func between(figures []figure, lo, hi int) []figure {
	find := func(sentence int) int {
		i, _ := slices.BinarySearchFunc(figures, sentence, func(f figure, s int) int { return cmp.Compare(f.sentence, s) })
		return i
	}
	return figures[find(lo):find(hi)]
}

// counting is the work on one sentence bead of a passage.
type counting struct {
	*passage
	sentence align.Bead
	versions []int    // that have the sentence
	all      []figure // of the passage, close to the sentence
	here     []figure // of the sentence
	left     []figure // of these, the unsettled ones
}

// figures reads the quantities of all sentences of the passage, by versions and in order.
func (p *passage) figures() [][]figure {
	out := make([][]figure, len(p.bead.Sides))
	var buffer quantity.Buffer
	for v, r := range p.bead.Sides {
		version := &p.article.Versions[v]
		for u := r.Lo; u < r.Hi; u++ {
			span := version.Paragraphs[u].Sentences
			for s := span.Lo; s < span.Hi; s++ {
				out[v] = append(out[v], readFigures(&buffer, version, v, s)...)
			}
		}
	}
	return out
}

func readFigures(buffer *quantity.Buffer, version *article.Version, v, s int) []figure {
	text, start := version.Sentence(s), version.Sentences[s].Start
	var out []figure
	for _, q := range buffer.FindAll(text, version.Language) {
		f := figure{Quantity: q, version: v, sentence: s, span: article.Span{Start: start + q.Start, End: start + q.End}}
		if n := len(out) - 1; n >= 0 && bracketed(text, out[n].Quantity, q) {
			if f.aside = f.Kind == quantity.Money; !f.aside {
				out[n] = twin(out[n], f, text)
				continue
			}
		}
		out = append(out, f)
	}
	return out[:min(len(out), mostFigures)]
}

// bracketed tells whether b stands in brackets behind a and says in another unit what a says.
func bracketed(text string, a, b quantity.Quantity) bool {
	if a.Unit == "" || b.Unit == "" || a.Unit == b.Unit || a.Kind != b.Kind || b.Start <= a.End {
		return false
	}
	measure := quantity.Comparable(a.Unit, b.Unit) && quantity.Metric(a.Unit, b.Unit)
	if a.Kind != quantity.Money && a.Kind != quantity.ClockTime && !measure {
		return false
	}
	const farthest = 24 // bytes: a word or two may stand between, as in "6 miles wide (10 km)"
	gap := text[a.End:b.Start]
	i := slices.Index([]byte(gap), '(')
	return len(gap) <= farthest && i >= 0 && !slices.Contains([]byte(gap), ')')
}

// twin joins a quantity with its conversion in brackets. Where the two do not agree, both are pointed at.
func twin(f, conversion figure, text string) figure {
	f.also = &conversion.Quantity
	if f.Kind == quantity.Measure && !quantity.Same(f.Quantity, conversion.Quantity) {
		f.discord = true
		f.span.End = conversion.span.End
		if strings.HasPrefix(text[conversion.End:], ")") {
			f.span.End++
		}
	}
	return f
}

// same tells whether two figures say the same, in whichever of their units. Of one that contradicts itself both readings
// have to agree, and so have two readings in one unit.
func (f figure) same(g figure) bool {
	if f.version == g.version && f.span == g.span {
		return true
	}
	agree := false
	for _, a := range f.readings() {
		for _, b := range g.readings() {
			same := quantity.Same(a, b)
			if !same && (f.discord || g.discord || a.Unit == b.Unit && a.Unit != "") {
				return false
			}
			agree = agree || same
		}
	}
	return agree
}

// readings are the quantity and, if there is one, its conversion.
func (f figure) readings() []quantity.Quantity {
	if f.also == nil {
		return []quantity.Quantity{f.Quantity}
	}
	return []quantity.Quantity{f.Quantity, *f.also}
}

// placed gives figures of the sentence bead in a version their places in it.
func (c *counting) placed(v int, figures []figure) []figure {
	if len(figures) == 0 {
		return nil
	}
	run := c.run(v)
	for i := range figures {
		figures[i].place = float64(figures[i].span.Start-run.Start) / float64(run.End-run.Start)
	}
	return figures
}

// run is the span of the bead's sentences in a version.
func (c *counting) run(v int) article.Span {
	r := c.sentence.Sides[v]
	all := c.article.Versions[v].Sentences
	return article.Span{Start: all[r.Lo].Start, End: all[r.Hi-1].End}
}

// unsettled are the figures of the sentence bead that some version which has the sentence does not state anywhere in the
// passage, or less often.
func (c *counting) unsettled() []figure {
	var out []figure
	for _, f := range c.here {
		if f.hint() {
			continue
		}
		own := tally(c.all, f.version, f)
		least := own
		for _, v := range c.versions {
			if v != f.version {
				least = min(least, tally(c.all, v, f))
			}
		}
		if least < own {
			f.spare = least > 0
			out = append(out, f)
		}
	}
	return out
}

func tally(all []figure, version int, f figure) int {
	n := 0
	for _, g := range all {
		if g.version == version && g.same(f) {
			n++
		}
	}
	return n
}

// hint tells whether a figure is too weak to be put against another: a lone "one", digits in a name. Halves, multiples
// and serial numbers are weak too, but can contradict each other.
func (f figure) hint() bool {
	return f.Weak && f.Kind != quantity.Times && f.Kind != quantity.Serial && !f.fraction()
}

func (f figure) fraction() bool {
	return f.Kind == quantity.Count && f.Value > 0 && f.Value < 1
}
