package align

import (
	"cmp"
	"slices"

	"triptych/article"
)

// Pairwise aligns the paragraphs of one case two versions at a time and makes beads of what hangs together: what a joint
// alignment has to be better than.
func (t *Trainer) Pairwise(i int, w *Weights) Alignment {
	a := t.cases[i].Article
	c := components{}
	for v := range a.Versions {
		for u := range a.Versions[v].Paragraphs {
			c[place{v, u}] = place{v, u}
		}
	}
	for v := range a.Versions {
		for o := v + 1; o < len(a.Versions); o++ {
			two := &article.Article{Versions: []article.Version{a.Versions[v], a.Versions[o]}}
			j := job{reading: read(two, !w.NoLexicon), weights: w, progress: goOn}
			got, _ := j.paragraphs()
			for _, b := range got.Beads {
				c.join(b, []int{v, o})
			}
		}
	}
	return c.alignment(len(a.Versions))
}

// place is a unit of a version.
type place struct{ version, unit int }

// components points each place to another of its component, its head to itself.
type components map[place]place

func (c components) head(p place) place {
	for c[p] != p {
		p = c[p]
	}
	return p
}

func (c components) join(b Bead, versions []int) {
	var first *place
	for side, r := range b.Sides {
		for u := r.Lo; u < r.Hi; u++ {
			p := place{versions[side], u}
			if first == nil {
				first = &p
			}
			c[c.head(p)] = c.head(*first)
		}
	}
}

// alignment makes a bead of each component; where its units do not stand together in a version, of all between them.
func (c components) alignment(versions int) Alignment {
	beads := map[place]*Bead{}
	for p := range c {
		h := c.head(p)
		if beads[h] == nil {
			beads[h] = &Bead{Sides: make([]article.Range, versions)}
		}
		s := &beads[h].Sides[p.version]
		if s.Empty() {
			*s = article.Range{Lo: p.unit, Hi: p.unit + 1}
		}
		s.Lo, s.Hi = min(s.Lo, p.unit), max(s.Hi, p.unit+1)
	}
	var out Alignment
	for _, b := range beads {
		out.Beads = append(out.Beads, *b)
	}
	slices.SortFunc(out.Beads, func(a, b Bead) int { return cmp.Compare(a.String(), b.String()) })
	return out
}
