package speech

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/lang"
)

// Quote is a stretch of a paragraph that is set apart as somebody's words, as a title or as a term.
type Quote struct {
	// Start and End are byte offsets of what is quoted, without the marks.
	Start, End int
	// Depth is 0 for a quotation that stands in no other.
	Depth int
	// Opened and Closed tell whether the marks at the two ends were found. Where they were not, the quotation goes to
	// the paragraph's end, or comes from its start.
	Opened, Closed bool
	// Dash is set for dialogue that a dash opens.
	Dash bool
	// Resumed is set for what goes on after the words of an author that stand inside the marks:
	// «Едем, — сказал он. — Пора».
	Resumed bool
}

// Quotes finds the quotations of a paragraph in the order in which they begin. It takes every mark that newsrooms use
// (straight, curly, low, guillemets, single, doubled apostrophes), nested ones, and marks that lack their partner.
func Quotes(paragraph string, tag lang.Tag) []Quote { return quotes(paragraph, tag, false) }

// QuotesOn is [Quotes] for a paragraph that may go on with the quotation in which the one before it ended (see
// [Unfinished]).
func QuotesOn(paragraph string, tag lang.Tag) []Quote { return quotes(paragraph, tag, true) }

func quotes(paragraph string, tag lang.Tag, carried bool) []Quote {
	if !carried && !strings.ContainsAny(paragraph, "\"'«»“”„‟‘’‚‹›—–-`") {
		return nil
	}
	n := nesting{text: paragraph, tag: tag}
	for _, m := range marks(paragraph) {
		n.take(m)
	}
	n.finish()
	out := n.done
	if q, ok := dialogue(paragraph); ok && !covers(out, q) {
		out = append([]Quote{q}, out...)
	} else if carried {
		out = continued(paragraph, tag, out)
	}
	return withoutAuthors(paragraph, tag, filled(out))
}

// Unfinished tells whether a paragraph ends inside a quotation: the next one may go on with it.
func Unfinished(paragraph string, quotes []Quote) bool {
	end := len(strings.TrimRight(paragraph, " \t\n\u00a0"))
	for _, q := range quotes {
		if q.Depth == 0 && !q.Closed && q.End >= end {
			return true
		}
	}
	return false
}

// continued adds what goes on of the quotation in which the paragraph before ended: up to the first mark. English opens
// every paragraph of a long quotation anew; without a mark there, one at the end must say that it went on.
func continued(paragraph string, tag lang.Tag, quotes []Quote) []Quote {
	end := len(strings.TrimRight(paragraph, " \t\n\u00a0"))
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(paragraph[:end], ".,")); tag == lang.English && !IsMark(last) {
		return quotes
	}
	for _, q := range quotes {
		start := q.Start
		if q.Opened {
			_, n := utf8.DecodeLastRuneInString(paragraph[:q.Start])
			start -= n
		}
		end = min(end, start)
	}
	if strings.TrimSpace(paragraph[:end]) == "" {
		return quotes
	}
	return append([]Quote{{End: end}}, quotes...)
}

// nesting pairs opening with closing marks.
type nesting struct {
	text string
	tag  lang.Tag
	open []opening
	done []Quote
	// closed is where the last mark that closes stood.
	closed int
}

type opening struct {
	mark
	at int // index into done
}

// deepest is how many quotations may stand in each other; beyond that a text is not prose.
const deepest = 8

func (n *nesting) take(m mark) {
	isOpen := n.top(m.family) >= 0
	switch {
	case m.role == inches && !isOpen:
		return
	case m.role == either && !isOpen:
		m.role = opens
	}
	if m.role == opens {
		n.push(m)
		return
	}
	n.close(m)
}

func (n *nesting) push(m mark) {
	if len(n.open) == deepest {
		return
	}
	if top := len(n.open) - 1; top >= 0 && n.open[top].end == m.start && n.open[top].family == m.family {
		n.done[n.open[top].at].Start, n.open[top].end = m.end, m.end // a mark typed twice
		return
	}
	n.open = append(n.open, opening{m, len(n.done)})
	n.done = append(n.done, Quote{Start: m.end, End: m.end, Depth: len(n.open) - 1, Opened: true})
}

// top is the innermost open quotation that a mark of the family may close; -1 if there is none.
func (n *nesting) top(f family) int {
	for i := len(n.open) - 1; i >= 0; i-- {
		if n.open[i].family == f {
			return i
		}
	}
	return -1
}

func (n *nesting) close(m mark) {
	i := n.top(m.family)
	if i < 0 && m.family != single {
		i = len(n.open) - 1 // «…" happens
	}
	if i < 0 {
		n.unopened(m)
		return
	}
	for j := i; j < len(n.open); j++ {
		n.done[n.open[j].at].End = m.start
		n.done[n.open[j].at].Closed = j == i
	}
	n.open = n.open[:i]
	n.closed = m.start
}

// unopened begins a quotation whose opening mark is missing where the last one ended, after a colon, or at the start.
func (n *nesting) unopened(m mark) {
	next, _ := utf8.DecodeRuneInString(n.text[m.end:])
	if m.family == single || unicode.IsLetter(next) {
		return // an apostrophe
	}
	start := n.closed
	start += closingWidth(n.text[start:m.start])
	if i := strings.LastIndex(n.text[start:m.start], ": "); i >= 0 {
		start += i + 2
	}
	n.done = append(n.done, Quote{Start: start, End: m.start, Closed: true})
	n.closed = m.start
}

// closingWidth is how many bytes of marks and spaces a text begins with.
func closingWidth(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// finish closes what is open at the paragraph's end. A mark that closes two at once ends the paragraph: «… «…».
func (n *nesting) finish() {
	end := len(strings.TrimRight(n.text, " \t\n\u00a0"))
	last := strings.TrimRight(n.text[:end], ".,!?…")
	r, width := utf8.DecodeLastRuneInString(last)
	shared := strings.ContainsRune("»\"”“", r)
	for _, o := range n.open {
		q := &n.done[o.at]
		if q.End = max(q.Start, end); shared && len(last)-width >= q.Start {
			q.End, q.Closed = len(last)-width, true
		}
	}
}

// filled drops quotations of nothing.
func filled(quotes []Quote) []Quote {
	return slices.DeleteFunc(quotes, func(q Quote) bool { return q.End <= q.Start })
}

func covers(quotes []Quote, q Quote) bool {
	for _, other := range quotes {
		if other.Start <= q.Start && other.End >= q.End {
			return true
		}
	}
	return false
}
