package compare

import "triptych/article"

// orders finds passages that stand elsewhere in some versions: one difference a bead, marked where they stand there.
// Where a date line stands is a matter of layout.
func orders(p *passage) []Difference {
	if len(p.bead.Moved) == 0 || p.role == article.RoleDate {
		return nil
	}
	d := Difference{Kind: Order, Severity: Medium, Note: elsewhereNote(p)}
	for _, v := range p.bead.Moved {
		for u := p.bead.Sides[v].Lo; u < p.bead.Sides[v].Hi; u++ {
			d.Marks = append(d.Marks, Mark{Version: v, Span: p.article.Versions[v].Paragraphs[u].Span, Paragraph: u})
		}
	}
	return []Difference{d}
}

func elsewhereNote(p *passage) string {
	noun := " version"
	if len(p.bead.Moved) > 1 {
		noun = " versions"
	}
	return "This passage stands elsewhere in the " + list(p.article, p.bead.Moved) + noun
}
