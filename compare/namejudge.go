package compare

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// judge puts the readings against each other and says what they come to.
func (c *nameCase) judge() []Difference {
	slices.SortStableFunc(c.readings, func(a, b nameReading) int { return cmp.Compare(b.rank(), a.rank()) })
	used := make([]bool, len(c.readings))
	var out []Difference
	for i := range c.readings {
		r := c.readings[i]
		if used[i] || !r.certain && !r.headline() {
			continue
		}
		used[i] = true
		against := []nameReading{r}
		for _, k := range c.opponents(r, used) {
			against, used[k] = append(against, c.readings[k]), true
		}
		if len(against) == 1 {
			if o, ok := c.displaced(r); ok {
				against = []nameReading{o, r}
			}
		}
		if d, ok := c.difference(against); ok {
			out = append(out, d)
		}
	}
	return out
}

// rank puts first what most versions have and what is most surely a name.
func (r nameReading) rank() int {
	n := 16 * len(r.in)
	for i, yes := range [...]bool{len(r.lost) == len(r.lacks), !r.quoted, r.proper, r.certain} {
		if yes {
			n += 1 << i
		}
	}
	return n
}

// opponents are the readings that stand in the place of r, at most one a version.
func (c *nameCase) opponents(r nameReading, used []bool) []int {
	var out []int
	against := []nameReading{r}
	for k := range c.readings {
		if o := c.readings[k]; !used[k] && (o.certain || o.headline()) && opposed(against, o) {
			out, against = append(out, k), append(against, o)
		}
	}
	if len(out) == 0 {
		if k := c.headlined(r, used); k >= 0 {
			out = append(out, k)
		}
	}
	return out
}

// headline tells whether the reading is a name in an English headline.
func (r nameReading) headline() bool { return r.unknown && r.terms[0].titled }

// opposed tells whether each of the readings stands in versions that lack the other one. Two acronyms are not put
// against each other: they are translated, and only the lexicon can tell whether they are one.
func opposed(against []nameReading, r nameReading) bool {
	return !slices.ContainsFunc(against, func(a nameReading) bool {
		return a.acronym && r.acronym && (a.unknown || r.unknown) || !covers(a.lacks, r.in) || !covers(r.lacks, a.in)
	})
}

func covers(all, some []int) bool {
	return !slices.ContainsFunc(some, func(v int) bool { return !slices.Contains(all, v) })
}

// headlined finds what an English headline, where capitals say nothing, has in place of a name that the others have:
// the one word that none of them has, -1 if there are several.
func (c *nameCase) headlined(r nameReading, used []bool) int {
	found := -1
	if len(r.in) < 2 || len(r.lacks) != 1 || !r.proper {
		return -1
	}
	for k, o := range c.readings {
		if used[k] || !o.terms[0].titled || o.acronym || !slices.Equal(o.in, r.lacks) || !covers(o.lost, r.in) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = k
	}
	return found
}

// displaced finds the name in whose place a name of one version stands that no other version has anywhere near, where
// the passage has the other name too: one that all others state more often in this sentence.
func (c *nameCase) displaced(r nameReading) (nameReading, bool) {
	if len(r.in) != 1 || len(c.in) < 3 || len(r.lost) != len(c.in)-1 {
		return nameReading{}, false
	}
	v := r.lost[0]
	terms := c.sheets[v].within(c.bead.Sides[v])
	for i := range terms {
		t := &terms[i]
		if !t.named() || t.certainty != certain || t.acronym || generic(t.text) || t.resembles(r.terms[0]) ||
			!c.sheets[r.in[0]].answers(t, c.sheets[v]) {
			continue
		}
		o := nameReading{lacks: r.in, lost: r.in}
		few := len(c.count(t, r.in[0]))
		for _, w := range r.lost {
			if all := c.count(t, w); len(all) > few {
				o.terms, o.in = append(o.terms, all...), append(o.in, w)
			}
		}
		if len(o.in) == len(r.lost) {
			o.nameTraits = c.traits(&o)
			return o, true
		}
	}
	return nameReading{}, false
}

// count lists the terms of the sentence in version v that are the name t.
func (c *nameCase) count(t *term, v int) []*term {
	var out []*term
	terms := c.sheets[v].within(c.bead.Sides[v])
	for i := range terms {
		if u := &terms[i]; u == t || u.capital && c.same(t, u) {
			out = append(out, u)
		}
	}
	return out
}

// difference says what readings against each other, or one against which nothing stands, come to.
func (c *nameCase) difference(against []nameReading) (Difference, bool) {
	slices.SortStableFunc(against, func(a, b nameReading) int { return cmp.Compare(len(b.in), len(a.in)) })
	d := Difference{Kind: Name}
	var ok bool
	if len(against) == 1 {
		d.Severity, ok = c.lost(against[0])
	} else {
		d.Severity, ok = c.replaced(against)
	}
	if !ok {
		return d, false
	}
	var odd []int
	if last := against[len(against)-1]; len(against) == 2 && len(last.in) == 1 && len(against[0].in) > 1 {
		odd = last.in
	}
	var terms []*term
	for _, r := range against {
		terms = append(terms, r.terms...)
	}
	d.Marks = marks(terms, odd)
	d.Note = c.nameNote(d.Marks)
	return d, true
}

// replaced is the severity of names against each other, that of most versions first, and whether they are worth telling.
func (c *nameCase) replaced(against []nameReading) (Severity, bool) {
	most, odd := against[0], against[len(against)-1]
	switch {
	case !most.proper && !odd.proper, most.short, odd.short: // words that are translated one way or another
		return Low, false
	case len(c.in) > 2 && len(most.in) == 1 && len(against) < len(c.in): // one version has neither
		return Low, most.proper && odd.proper
	case most.acronym && most.unknown, odd.acronym && odd.unknown, c.familiarly(most, odd), c.familiarly(odd, most),
		c.seats(most, odd):
		return Low, true
	case most.proper && odd.proper:
		return High, true
	case odd.english && !odd.phrase && (most.proper || len(most.in) > 1 && odd.proper):
		return Medium, true
	}
	return Low, true
}

// familiarly tells whether r is a person's first name and father's name, known to the other versions, where o is
// another name of theirs: «Анна Ивановна» where others say "Mrs. Zhuk".
func (c *nameCase) familiarly(r, o nameReading) bool {
	return r.familiar && !o.familiar && !slices.ContainsFunc(r.lacks, func(v int) bool { return !c.stands(&r, nearby{v, far}) })
}

// far is how many paragraphs before and after the passage are searched for a name before it is called lost: a person
// who was named there may be "she" here.
const far = 8

// condensed is the share of the others' length below which a sentence is called a summary, which may leave names out.
const condensed = 0.6

// lost is the severity of a name that stands alone, and whether it is worth telling.
func (c *nameCase) lost(r nameReading) (Severity, bool) {
	if len(r.lost) == 0 || !r.known() || !r.sure || r.short {
		return Low, false
	}
	whole := len(r.in)+len(r.lost) == len(c.p.article.Versions) && len(r.in) >= len(r.lost)
	if !whole || r.familiar || r.acronym || c.partial(r) || c.summed(r) {
		return Low, true
	}
	if slices.ContainsFunc(r.lost, func(v int) bool { return c.stands(&r, nearby{v, far}) }) {
		return Low, true
	}
	return Medium, true
}

// partial tells whether another part of the name stands in the versions that lack this one.
func (c *nameCase) partial(r nameReading) bool {
	for _, t := range r.terms {
		home := c.sheets[t.version]
		for i := range home.terms {
			u := &home.terms[i]
			if u.sentence != t.sentence || u.mention != t.mention || t.mention < 0 || slices.Contains(r.terms, u) || !u.named() {
				continue
			}
			if !slices.ContainsFunc(r.lost, func(v int) bool { return !c.sheets[v].answers(u, home) }) {
				return true
			}
		}
	}
	return false
}

// summed tells whether a version that lacks the name says the sentence much more briefly.
func (c *nameCase) summed(r nameReading) bool {
	length := func(v int) (n int) {
		for u := c.bead.Sides[v].Lo; u < c.bead.Sides[v].Hi; u++ {
			n += utf8.RuneCountInString(c.p.article.Versions[v].Sentence(u))
		}
		return n
	}
	longest := 0
	for _, v := range r.in {
		longest = max(longest, length(v))
	}
	return slices.ContainsFunc(r.lost, func(v int) bool { return float64(length(v)) < condensed*float64(longest) })
}
