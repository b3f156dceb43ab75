package compare

import (
	"slices"
	"sort"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang/speech"
)

// quoted is a quotation, or as much of one as stands in one sentence bead.
type quoted struct {
	speech.Quote
	version, bead, paragraph int
	span                     article.Span // with its marks, as far as they stand in the bead
	// from and to say where in the version's side of the bead it stands: 0 is the start, 1 the end.
	from, to float64
	// sure is set where the marks leave no doubt that it is quoted: both stand, or the piece follows the one that does.
	sure bool
	// lo and hi are the words of the side in it.
	lo, hi int
}

// weak tells whether only marks in another sentence or paragraph say that it is quoted. Paragraphs and quotations end
// differently often enough; such a piece excuses others and proves nothing.
func (q *quoted) weak() bool { return !q.sure && !q.Closed }

func (q *quoted) words() int { return q.hi - q.lo }

// whole tells whether hardly anything but the quotation stands in the bead.
func (q *quoted) whole() bool { return q.to-q.from > 0.8 }

// quotations finds quotations that some version has and another that has the sentence has not, and such as are much
// longer in one than in another.
func (p *passage) quotations(beads [][]*side) []Difference {
	all := p.quotes(beads)
	var pending []quotation
	var out []Difference
	for i, sides := range beads {
		if len(sides) > 1 {
			pending = append(pending, gather(sides, all[i])...)
			out = append(out, p.socalled(sides, all[i])...)
		}
	}
	for _, q := range pending {
		if d, ok := p.cut(q); ok {
			out = append(out, d)
		}
	}
	pending = settled(pending)
	for _, q := range pending {
		q.members = slices.DeleteFunc(q.members, (*quoted).weak)
		if len(q.members) == 0 {
			continue
		}
		if d, ok := p.weighQuotation(q); ok {
			out = append(out, d)
		}
	}
	return joined(out)
}

// quotes reads the quotations of the passage, by sentence bead, each version's in order.
func (p *passage) quotes(beads [][]*side) map[int][]*quoted {
	out := map[int][]*quoted{}
	for v, r := range p.bead.Sides {
		home := p.homes(v)
		version := &p.article.Versions[v]
		for u := r.Lo; u < r.Hi; u++ {
			start := version.Paragraphs[u].Start
			for _, q := range p.quotesOf(v, u) {
				q.Start, q.End = q.Start+start, q.End+start
				for _, piece := range p.pieces(q, v, u, home) {
					if s := sideOf(beads[piece.bead], v); s != nil && piece.place(s) {
						out[piece.bead] = append(out[piece.bead], piece)
					}
				}
			}
		}
	}
	return out
}

// quotesOf finds the quotations of a paragraph, which may go on with one of the paragraph before.
func (p *passage) quotesOf(v, u int) []speech.Quote {
	version := &p.article.Versions[v]
	if u > 0 {
		before := version.Paragraph(u - 1)
		if speech.Unfinished(before, speech.Quotes(before, version.Language)) {
			return speech.QuotesOn(version.Paragraph(u), version.Language)
		}
	}
	return speech.Quotes(version.Paragraph(u), version.Language)
}

// homes says in which sentence bead of the passage each sentence of a version stands, by its number in the version.
func (p *passage) homes(v int) map[int]int {
	out := map[int]int{}
	for i, s := range p.sentences {
		for u := s.Sides[v].Lo; u < s.Sides[v].Hi; u++ {
			out[u] = i
		}
	}
	return out
}

// pieces cuts a quotation at the sentence beads that it runs through.
func (p *passage) pieces(q speech.Quote, v, paragraph int, home map[int]int) []*quoted {
	var out []*quoted
	version := &p.article.Versions[v]
	outer := withMarks(version, paragraph, q)
	sentences := version.Paragraphs[paragraph].Sentences
	first := sort.Search(sentences.Len(), func(i int) bool { return version.Sentences[sentences.Lo+i].End > q.Start })
	for s := sentences.Lo + first; s < sentences.Hi && version.Sentences[s].Start < q.End; s++ {
		at := version.Sentences[s].Span
		bead, ok := home[s]
		if !ok {
			continue
		}
		span := article.Span{Start: max(outer.Start, at.Start), End: min(outer.End, at.End)}
		if n := len(out); n > 0 && out[n-1].bead == bead {
			out[n-1].span.End = span.End
			continue
		}
		sure := q.Opened && (q.Closed || len(out) == 0)
		out = append(out, &quoted{Quote: q, version: v, bead: bead, paragraph: paragraph, span: span, sure: sure})
	}
	return out
}

// withMarks is the span of a quotation and of the marks around it.
func withMarks(v *article.Version, paragraph int, q speech.Quote) article.Span {
	out := article.Span{Start: q.Start, End: q.End}
	within := v.Paragraphs[paragraph].Span
	if r, n := utf8.DecodeLastRuneInString(v.Text[within.Start:q.Start]); q.Opened && !q.Resumed && !q.Dash && r != utf8.RuneError {
		out.Start -= n
	}
	if r, n := utf8.DecodeRuneInString(v.Text[q.End:within.End]); q.Closed && speech.IsMark(r) {
		out.End += n
	}
	return out
}

// place finds the words of a piece among those of its side; false if it has none.
func (q *quoted) place(s *side) bool {
	in := func(w speech.Word) bool { return w.Start >= q.Start && w.End <= q.End }
	q.lo = sort.Search(len(s.words), func(i int) bool { return s.words[i].Start >= q.Start })
	if q.lo == len(s.words) || !in(s.words[q.lo]) {
		return false
	}
	for q.hi = q.lo; q.hi < len(s.words) && in(s.words[q.hi]); {
		q.hi++
	}
	q.from, q.to = float64(q.lo)/float64(len(s.words)), float64(q.hi)/float64(len(s.words))
	return true
}

func sideOf(sides []*side, version int) *side {
	for _, s := range sides {
		if s.version == version {
			return s
		}
	}
	return nil
}

// joined makes one difference of neighbours that say the same of a quotation that runs through several sentences.
func joined(all []Difference) []Difference {
	var out []Difference
	for _, d := range all {
		if n := len(out); n > 0 && out[n-1].Note == d.Note && out[n-1].Severity == d.Severity && continues(out[n-1], d) {
			out[n-1].Marks = append(out[n-1].Marks, d.Marks...)
			sortMarks(out[n-1].Marks)
			continue
		}
		out = append(out, d)
	}
	return out
}

// gapInside is how many bytes may part two pieces of one quotation: marks, or an author's words.
const gapInside = 80

func continues(d, e Difference) bool {
	for _, m := range d.Marks {
		for _, n := range e.Marks {
			if m.Version == n.Version && m.Paragraph == n.Paragraph && n.Start >= m.End && n.Start-m.End <= gapInside {
				return true
			}
		}
	}
	return false
}
