package compare

import (
	"cmp"
	"slices"

	"triptych/align"
	"triptych/article"
)

// Options of [CompareWith]; the zero value is ready for use.
type Options struct {
	// Renderings are what machines made of versions, where that is known. The words of a rendering are compared with those
	// of the versions in its language. One that has not a segment for each sentence of its version is passed over.
	Renderings []article.Rendering
}

// Compare makes the report of an aligned article: a row for every paragraph bead, with the differences that the
// detectors find in it, in the order in which they stand in the text.
func Compare(a *article.Article, l align.Levels) *Report { return CompareWith(a, l, Options{}) }

// CompareWith is [Compare] with options.
func CompareWith(a *article.Article, l align.Levels, o Options) *Report {
	r := &Report{Article: a, Levels: l}
	ids := identities{}
	sentences := l.Sentences.Beads
	for i, bead := range l.Paragraphs.Beads {
		p := passage{article: a, bead: bead, role: role(a, bead), renderings: o.Renderings}
		p.sentences, sentences = inside(a, bead, sentences)
		row := Row{Bead: bead, Sentences: p.sentences, Role: p.role}
		for _, d := range detect(&p) {
			d.Bead = i
			d.ID = ids.of(a, d)
			row.Differences = append(row.Differences, d)
		}
		r.Rows = append(r.Rows, row)
	}
	return r
}

// passage is what a detector looks at: a paragraph bead and the sentence beads in it.
type passage struct {
	article   *article.Article
	bead      align.Bead
	sentences []align.Bead
	role      article.Role
	// renderings are what machines made of versions of the whole article.
	renderings []article.Rendering
}

// detector finds the differences of one kind in a passage. What it leaves open (ID, Bead) the caller fills in.
type detector func(*passage) []Difference

// detectors lists all of them. A new kind of difference is a new file and a line here.
func detectors() []detector {
	return []detector{omissions, numbers, names, speeches, orders, languages, wordings}
}

func detect(p *passage) []Difference {
	var all []Difference
	for _, find := range detectors() {
		all = append(all, find(p)...)
	}
	all = uncovered(all)
	slices.SortStableFunc(all, func(x, y Difference) int { return cmp.Compare(weight(x.Severity), weight(y.Severity)) })
	return all
}

func weight(s Severity) int { return slices.Index([]Severity{High, Medium, Low}, s) }

// role is what the bead's paragraphs are: what they agree on, or body.
func role(a *article.Article, bead align.Bead) article.Role {
	var found article.Role
	for v, r := range bead.Sides {
		for u := r.Lo; u < r.Hi; u++ {
			switch got := a.Versions[v].Paragraphs[u].Role; {
			case found == "":
				found = got
			case found != got:
				return article.RoleBody
			}
		}
	}
	return found
}

// inside parts the sentence beads that belong to a paragraph bead, which stand first in the list, from the rest.
func inside(a *article.Article, bead align.Bead, sentences []align.Bead) (in, rest []align.Bead) {
	for i, s := range sentences {
		for v, r := range s.Sides {
			if r.Empty() {
				continue
			}
			if p := a.Versions[v].Sentences[r.Lo].Paragraph; p < bead.Sides[v].Lo || p >= bead.Sides[v].Hi {
				return sentences[:i], sentences[i:]
			}
		}
	}
	return sentences, nil
}

// filled lists the versions that have units in a bead; empty lists the others.
func filled(b align.Bead) (has, lacks []int) {
	for v := range b.Sides {
		if b.Gap(v) {
			lacks = append(lacks, v)
		} else {
			has = append(has, v)
		}
	}
	return has, lacks
}
