package compare

import (
	"slices"

	"triptych/align"
	"triptych/article"
	"triptych/lang/lexicon"
)

// names finds names that one version replaces, lacks or spells otherwise. A name that every version of the passage has,
// in whatever script, scheme and case, agrees. Those of a sentence bead that some version lacks are put against each
// other: where another name stands in its place it was replaced. A name against which nothing stands was lost, unless
// the version has it elsewhere and says "she" or "the president" here.
func names(p *passage) []Difference {
	has, _ := filled(p.bead)
	if len(has) < 2 || p.role == article.RoleDate {
		return nil
	}
	d := &nameDesk{p: p, sheets: map[int]*nameSheet{}, near: map[nearby]*nameSheet{}, lexicon: lexicon.Standard()}
	for _, v := range has {
		d.sheets[v] = newNameSheet(p.article, v, d.lexicon, p.bead.Sides[v])
	}
	var out []Difference
	for _, s := range p.sentences {
		if in, _ := filled(s); len(in) > 1 {
			out = append(out, d.sentence(s, in)...)
		}
	}
	return append(out, d.twoSpellings()...)
}

// nameDesk compares the names of a passage.
type nameDesk struct {
	p       *passage
	lexicon *lexicon.Lexicon
	sheets  map[int]*nameSheet // the passage in each version
	near    map[nearby]*nameSheet
}

// nearby is a version's text around the passage, so many paragraphs before it and after it.
type nearby struct{ version, paragraphs int }

func (d *nameDesk) around(n nearby) *nameSheet {
	if d.near[n] == nil {
		r := d.p.bead.Sides[n.version]
		d.near[n] = newNameSheet(d.p.article, n.version, d.lexicon,
			article.Range{Lo: r.Lo - n.paragraphs, Hi: r.Lo}, article.Range{Lo: r.Hi, Hi: r.Hi + n.paragraphs})
	}
	return d.near[n]
}

// sentence compares the names of one sentence bead in the versions that have it.
func (d *nameDesk) sentence(s align.Bead, in []int) []Difference {
	c := &nameCase{nameDesk: d, bead: s, in: in}
	for _, v := range in {
		terms := d.sheets[v].within(s.Sides[v])
		for i := range terms {
			if t := &terms[i]; t.named() {
				c.file(t)
			}
		}
	}
	c.finish()
	return append(c.judge(), c.spelledOtherwise()...)
}

// nameCase is a sentence bead whose names are compared.
type nameCase struct {
	*nameDesk
	bead     align.Bead
	in       []int // the versions that have the sentence
	readings []nameReading
	alike    []likeness
}

// nameReading is one name that some version lacks, with the terms that state it, of one version or of several that
// agree. A name of several words is one reading if all of it is lacking.
type nameReading struct {
	terms []*term
	in    []int // the versions of the terms
	lacks []int // the versions of the bead that do not have it in the passage
	lost  []int // those of lacks that do not have it in the paragraphs before and after either
	nameTraits
}

// likeness is two terms that may be one name spelled otherwise.
type likeness struct{ t, u *term }

// file adds a term to the reading that it states, if some version lacks it.
func (c *nameCase) file(t *term) {
	lacks := slices.DeleteFunc(slices.Clone(c.in), func(v int) bool { return v == t.version || c.has(v, t) })
	if len(lacks) == 0 {
		return
	}
	for i := range c.readings {
		r := &c.readings[i]
		if slices.ContainsFunc(r.terms, func(u *term) bool { return c.same(t, u) || c.mutual(r, t, u, lacks) }) {
			r.terms = append(r.terms, t)
			r.lacks = slices.DeleteFunc(r.lacks, func(v int) bool { return v == t.version })
			if !slices.Contains(r.in, t.version) {
				r.in = append(r.in, t.version)
			}
			return
		}
	}
	c.readings = append(c.readings, nameReading{terms: []*term{t}, in: []int{t.version}, lacks: lacks})
}

// has tells whether version v has the name t in the passage, or one in this sentence that may be it.
func (c *nameCase) has(v int, t *term) bool {
	if c.sheets[v].answers(t, c.sheets[t.version]) {
		return true
	}
	u := c.resembled(t, v)
	if u != nil {
		c.alike = append(c.alike, likeness{t, u})
	}
	return u != nil
}

// finish joins the words of longer names and describes the readings.
func (c *nameCase) finish() {
	c.join()
	for i := range c.readings {
		r := &c.readings[i]
		r.lost = slices.DeleteFunc(slices.Clone(r.lacks), func(v int) bool { return c.stands(r, nearby{v, 1}) })
		r.nameTraits = c.traits(r)
	}
}

// join makes one reading of words that follow each other in every version that has them.
func (c *nameCase) join() {
	for i := 0; i < len(c.readings); i++ {
		for j := i + 1; j < len(c.readings); {
			if !c.follows(&c.readings[i], &c.readings[j]) {
				j++
				continue
			}
			c.readings[i].terms = append(c.readings[i].terms, c.readings[j].terms...)
			c.readings = slices.Delete(c.readings, j, j+1)
		}
	}
}

func (c *nameCase) follows(a, b *nameReading) bool {
	if !slices.Equal(a.in, b.in) || !slices.Equal(a.lacks, b.lacks) {
		return false
	}
	return !slices.ContainsFunc(b.terms, func(t *term) bool {
		return !slices.ContainsFunc(a.terms, func(u *term) bool { return t.mention >= 0 && t.beside(u) })
	})
}

// stands tells whether a version has the reading's name in the paragraphs around the passage.
func (d *nameDesk) stands(r *nameReading, n nearby) bool {
	return slices.ContainsFunc(r.terms, func(t *term) bool { return d.around(n).answers(t, d.sheets[t.version]) })
}

// same tells whether two terms of the passage are one name, or words that translate each other.
func (d *nameDesk) same(t, u *term) bool {
	if t.sounds(u) {
		return true
	}
	if t.version == u.version {
		return false
	}
	return shared(d.sheets[t.version].known(t), d.sheets[u.version].known(u))
}

func shared(a, b []lexicon.Sense) bool {
	return slices.ContainsFunc(a, func(s lexicon.Sense) bool { return slices.Contains(b, s) })
}
