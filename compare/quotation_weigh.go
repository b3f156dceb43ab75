package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"triptych/lang"
	"triptych/lang/speech"
)

// manner is what marks of quotation set apart.
type manner int

const (
	direct      manner = iota // somebody's words
	scareQuoted               // a word or two that the writer keeps at a distance
	titled                    // the name of a work, an organisation, a ship
)

const (
	longestTerm   = 3  // words
	longestTitled = 12 // words of a name that stands inside a sentence
	shortTitled   = 4  // words of a name at its start, where a capital says little
	// leastFound is the share of a quotation's words by which it is known in a version that does not quote it.
	leastFound = 0.34
)

// weighQuotation says how much it matters that some versions quote and others do not; false where custom explains it.
func (p *passage) weighQuotation(q quotation) (Difference, bool) {
	kind := p.manner(q)
	if kind == titled && !q.inEnglish() {
		return Difference{}, false // Russian and Belarusian put marks around names or not, as custom and the desk have it
	}
	if len(q.members) == 1 && !q.sure() {
		return Difference{}, false // a mark that lacks its partner
	}
	if kind != direct && slices.ContainsFunc(q.lacks, func(s *side) bool { _, _, ok := s.distance(); return ok }) {
		return Difference{}, false // "so-called" says the same
	}
	places := make([]place, len(q.lacks))
	known := true
	for i, s := range q.lacks {
		places[i] = q.find(s)
		known = known && (places[i].share() >= leastFound || kind != scareQuoted && (q.members[0].whole() || q.roomIn(s)))
	}
	d := Difference{Kind: Quotation, Severity: p.quotationSeverity(q, kind, known)}
	odd := len(q.members) > 1 && len(q.lacks) == 1
	for _, m := range q.members {
		alone := len(q.members) == 1 && len(q.lacks) > 1
		d.Marks = append(d.Marks, Mark{Version: m.version, Span: m.span, Paragraph: m.paragraph, Odd: alone})
	}
	for i, s := range q.lacks {
		d.Marks = append(d.Marks, p.unquoted(q, s, places[i], odd)...)
	}
	sortMarks(d.Marks)
	d.Note = p.quotationNote(q, kind)
	return d, true
}

// find finds the words of a quotation in a version that lacks it: those of the version that is nearest to it.
func (q *quotation) find(s *side) place {
	var best place
	for _, m := range q.members {
		if !m.sure {
			continue
		}
		if at := locate(m, sideOf(q.sides, m.version), s, nil); at.share() > best.share() {
			best = at
		}
	}
	return best
}

// roomy is the share of the others' words by which a sentence has room for what they quote.
const roomy = 0.7

// roomIn tells whether a version's sentence is so long that it must say what the others quote, in whatever words. It
// takes two that quote: one alone may be longer for other reasons.
func (q *quotation) roomIn(s *side) bool {
	words := 0
	for _, m := range q.members {
		words += len(sideOf(q.sides, m.version).words)
	}
	return len(q.members) > 1 && float64(len(s.words)*len(q.members)) >= roomy*float64(words)
}

// sure tells whether there is no doubt that something is quoted.
func (q *quotation) sure() bool {
	return !slices.ContainsFunc(q.members, func(m *quoted) bool { return !m.sure })
}

// nested tells whether it stands in another quotation wherever it is quoted.
func (q *quotation) nested() bool {
	return !slices.ContainsFunc(q.members, func(m *quoted) bool { return m.Depth == 0 })
}

// inEnglish tells whether an English version has it in marks. Custom does not ask that of a name, so there they mean
// something.
func (q *quotation) inEnglish() bool {
	return slices.ContainsFunc(q.members, func(m *quoted) bool { return sideOf(q.sides, m.version).tag == lang.English })
}

func (p *passage) quotationSeverity(q quotation, kind manner, known bool) Severity {
	agreed := len(q.members) > 1 && len(q.lacks) == 1
	words := 0
	for _, m := range q.members {
		words = max(words, m.words())
	}
	switch {
	case !known, !q.sure(), q.nested():
		return Low
	case kind != direct && words == 1: // a word kept at a distance, a nickname
		return Low
	case kind == direct && agreed:
		return Medium
	case kind == direct && len(p.article.Versions) == 2 && words > longestTerm+1:
		return Medium
	case agreed:
		return Medium
	}
	return Low
}

// manner tells direct speech from terms and titles, by what most of the versions that quote make of it.
func (p *passage) manner(q quotation) manner {
	words, titles, spoken := 0, 0, false
	for _, m := range q.members {
		words = max(words, m.words())
		if p.entitled(m, sideOf(q.sides, m.version)) {
			titles++
		}
		spoken = spoken || p.spoken(m)
	}
	switch {
	case spoken && words > 1:
		return direct
	case words <= longestTitled && 2*titles >= len(q.members) && titles > 0:
		return titled
	case words <= longestTerm:
		return scareQuoted
	}
	return direct
}

// entitled tells whether a quotation looks like a name: in English every word of meaning has a capital, elsewhere the
// first, though no sentence begins there.
func (p *passage) entitled(m *quoted, s *side) bool {
	if m.words() > longestTitled || p.spoken(m) {
		return false
	}
	if s.tag != lang.English {
		return s.words[m.lo].Upper && (m.words() <= shortTitled || m.lo > 0 && !s.words[m.lo].Stop)
	}
	for i := m.lo; i < m.hi; i++ {
		if s.content(i) && !s.words[i].Upper {
			return false
		}
	}
	return s.words[m.lo].Upper
}

// spoken tells whether a colon leads to a quotation, or a comma and a dash away from it, or it holds a sentence.
func (p *passage) spoken(m *quoted) bool {
	v := &p.article.Versions[m.version]
	within := v.Paragraphs[m.paragraph].Span
	before := strings.TrimRightFunc(v.Text[within.Start:m.span.Start], func(r rune) bool { return unicode.IsSpace(r) || speech.IsMark(r) })
	if m.Dash || m.Resumed || strings.HasSuffix(before, ":") {
		return true
	}
	said := strings.TrimRight(v.Text[m.span.Start:m.span.End], "»\"”“'’")
	after := strings.TrimLeft(v.Text[m.span.End:within.End], "»\"”“'’")
	if strings.HasSuffix(said, "!") || strings.HasSuffix(said, "?") || strings.HasSuffix(said, "…") {
		return true
	}
	if v.Language == lang.English || !strings.HasSuffix(said, ",") && !strings.HasPrefix(after, ",") {
		return false
	}
	after = strings.TrimLeft(after, ", \u00a0") // «…», — сказал; but «Бабушкина антенна» — комедия
	return strings.HasPrefix(after, "—") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, "-")
}

// unquoted marks the words of a version that others quote, where they are found.
func (p *passage) unquoted(q quotation, s *side, at place, odd bool) []Mark {
	m := q.members[0]
	if len(at.found) > 0 && at.share() >= leastFound {
		lo, hi := at.densest(m.words() + m.words()/2 + 2)
		return []Mark{p.markWords(s, lo, hi, odd)}
	}
	if m.whole() && len(s.words) > 0 {
		return []Mark{p.markWords(s, 0, len(s.words)-1, odd)}
	}
	return nil
}

func (p *passage) quotationNote(q quotation, kind manner) string {
	var has []int
	for _, m := range q.members {
		has = append(has, m.version)
	}
	quotes, lacks := list(p.article, has), list(p.article, versionsOf(q.lacks))
	switch kind {
	case titled:
		return "A name in quotation marks in " + quotes + ", without them in " + lacks
	case scareQuoted:
		return "In quotation marks in " + quotes + ", plain in " + lacks
	}
	return "Quoted in " + quotes + ", told without quotation marks in " + lacks
}

// sortMarks puts marks in the order of versions and places.
func sortMarks(marks []Mark) {
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(a.Start, b.Start))
	})
}
