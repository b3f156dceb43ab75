package compare

import (
	"slices"

	"triptych/article"
	"triptych/lang/lexicon"
)

// speeches finds what differs in who says what and how: quotations, verbs that attribute them, denials and modal words.
func speeches(p *passage) []Difference {
	if has, _ := filled(p.bead); len(has) < 2 || p.role == article.RoleDate {
		return nil
	}
	words := lexicon.Standard()
	beads := make([][]*side, len(p.sentences))
	for i, s := range p.sentences {
		if has, _ := filled(s); len(has) > 1 {
			beads[i] = brief(p.sides(s, words))
		}
	}
	out := p.quotations(beads)
	for _, sides := range beads {
		sides = readable(sides)
		if len(sides) < 2 {
			continue
		}
		out = append(out, p.attributions(sides)...)
		out = append(out, p.negations(sides)...)
		out = append(out, p.modalities(sides)...)
	}
	return out
}

// longestSide is how many words a sentence may have: what is longer is no sentence, and to look for the counterparts of
// each of its words would take too long.
const longestSide = 400

// brief is sides, or none of them if one is too long.
func brief(sides []*side) []*side {
	if slices.ContainsFunc(sides, func(s *side) bool { return len(s.words) > longestSide }) {
		return nil
	}
	return sides
}

// readable are the sides whose words the tables know.
func readable(sides []*side) []*side {
	return slices.DeleteFunc(slices.Clone(sides), func(s *side) bool { return !s.tag.Served() })
}

// markWords is a mark on words lo to hi of a side, hi included.
func (p *passage) markWords(s *side, lo, hi int, odd bool) Mark {
	span := article.Span{Start: s.words[lo].Start, End: s.words[hi].End}
	return Mark{Version: s.version, Span: span, Paragraph: p.paragraphAt(s.version, span.Start), Odd: odd}
}

// paragraphAt is the paragraph of the passage in which a byte of a version lies.
func (p *passage) paragraphAt(version, at int) int {
	r := p.bead.Sides[version]
	for u := r.Hi - 1; u > r.Lo; u-- {
		if p.article.Versions[version].Paragraphs[u].Start <= at {
			return u
		}
	}
	return r.Lo
}

// versionsOf lists the versions of sides, in order.
func versionsOf(sides []*side) []int {
	var out []int
	for _, s := range sides {
		out = append(out, s.version)
	}
	return out
}
