package ui

import (
	"cmp"
	"fmt"
	"slices"

	"triptych/align"
	"triptych/article"
	"triptych/compare"
)

// node is a piece of a cell's text: a leaf, or a sentence or mark around other pieces. At most one of Sentence and
// Mark is set.
type node struct {
	Text     string
	Sentence *sentence
	Mark     *mark
	Inner    []node
}

// sentence ties a sentence to its partners in the other versions, which have the same Bead in the row.
type sentence struct {
	Bead    int    // from 1
	Numeral string // shown where sentences are split differently: "2", or "2a" and "2b"
}

// mark is the part of a difference's mark that lies in one sentence.
type mark struct {
	ID       string
	Kind     compare.Kind
	Severity compare.Severity
	Odd      bool
	Letter   string // on the last part of the mark
	Label    string
}

// markup cuts a row's paragraphs into nodes. Paragraphs are asked for once each, in order.
type markup struct {
	article  *article.Article
	numbered bool
	queues   [][]span // by version: what is still to be wrapped, in order
}

// span is a stretch of text to be wrapped: a sentence or a mark.
type span struct {
	article.Span
	sentence *sentence
	mark     *mark
}

func newMarkup(a *article.Article, from compare.Row) *markup {
	m := &markup{article: a, numbered: splitDifferently(from), queues: make([][]span, len(a.Versions))}
	for i, b := range from.Sentences {
		m.tie(i+1, b)
	}
	for _, d := range from.Differences {
		m.add(from, d)
	}
	for _, queue := range m.queues {
		sortSpans(queue)
	}
	return m
}

func sortSpans(spans []span) { slices.SortStableFunc(spans, outerFirst) }

// outerFirst orders spans by where they begin, longer ones before those inside them. Sentences are added before marks
// and the sort is stable, so a mark of a whole sentence comes to lie inside it.
func outerFirst(a, b span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

// splitDifferently tells rows in which paragraphs or sentences are not one to one; there numerals help the eye.
func splitDifferently(from compare.Row) bool {
	for _, b := range append([]align.Bead{from.Bead}, from.Sentences...) {
		for _, side := range b.Sides {
			if side.Len() > 1 {
				return len(from.Sentences) > 1
			}
		}
	}
	return false
}

func (m *markup) tie(bead int, b align.Bead) {
	for v, side := range b.Sides {
		for u := side.Lo; u < side.Hi; u++ {
			s := &sentence{Bead: bead}
			if m.numbered {
				s.Numeral = fmt.Sprint(bead)
			}
			if m.numbered && side.Len() > 1 {
				s.Numeral += string(rune('a' + min(u-side.Lo, 25)))
			}
			m.queues[v] = append(m.queues[v], span{Span: m.article.Versions[v].Sentences[u].Span, sentence: s})
		}
	}
}

// add notes a difference's marks, if it is not one of whole cells.
func (m *markup) add(from compare.Row, d compare.Difference) {
	if ofWholeCells(from, d) {
		return
	}
	k := kindOf(d.Kind)
	for _, at := range d.Marks {
		m.queues[at.Version] = append(m.queues[at.Version], span{Span: at.Span, mark: &mark{
			ID: d.ID, Kind: d.Kind, Severity: d.Severity, Odd: at.Odd, Letter: k.Letter, Label: k.Label,
		}})
	}
}

// paragraph gives the nodes of one paragraph.
func (m *markup) paragraph(version, p int) []node {
	v := &m.article.Versions[version]
	return wrap(v.Text, v.Paragraphs[p].Span, &m.queues[version])
}

// wrap gives the nodes of a stretch of text, taking the spans that begin in it from the queue. A span that reaches
// beyond the stretch is cut there and its rest goes back into the queue.
func wrap(text string, within article.Span, queue *[]span) []node {
	var out []node
	at := within.Start
	for len(*queue) > 0 && (*queue)[0].Start < within.End {
		s := (*queue)[0]
		*queue = (*queue)[1:]
		if s.Start = max(s.Start, at); s.Start >= s.End {
			continue
		}
		if s.End > within.End {
			s = cut(s, within.End, queue)
		}
		if s.Start > at {
			out = append(out, node{Text: text[at:s.Start]})
		}
		out = append(out, node{Sentence: s.sentence, Mark: s.mark, Inner: wrap(text, s.Span, queue)})
		at = s.End
	}
	if at < within.End {
		out = append(out, node{Text: text[at:within.End]})
	}
	return out
}

// cut shortens a span and queues the rest. The letter goes with the end of a mark, the numeral with the beginning of a
// sentence.
func cut(s span, end int, queue *[]span) span {
	rest := s
	rest.Start, s.End = end, end
	if s.mark != nil {
		part := *s.mark
		part.Letter = ""
		s.mark = &part
	}
	if s.sentence != nil {
		rest.sentence = &sentence{Bead: s.sentence.Bead}
	}
	i, _ := slices.BinarySearchFunc(*queue, rest, outerFirst)
	*queue = slices.Insert(*queue, i, rest)
	return s
}
