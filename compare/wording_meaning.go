package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/align"
	"triptych/lang"
	"triptych/lang/lexicon"
	"triptych/lang/quantity"
)

// meaning is a side of a sentence bead with what its words mean, alone and as parts of phrases.
type meaning struct {
	*side
	open   []int             // the words that carry meaning, without names and figures, which are for other detectors
	kin    []string          // the words' letters as lang.FoldKin leaves them, as far as somebody asked
	senses [][]lexicon.Sense // by word; none before read
	pool   map[lexicon.Sense]bool
}

// newMeaning takes a side over. Łacinka is written in Cyrillic first.
func newMeaning(x *side) *meaning {
	m := &meaning{side: x, kin: make([]string, len(x.words))}
	if x.tag == lang.Belarusian && mostlyLatin(x) {
		for i := range x.words {
			x.words[i].Text = fromLatin(x.words[i].Text)
		}
	}
	for i, w := range x.words {
		if name := w.Upper && i > 0; !name && !digit(w.Text) && x.content(i) {
			m.open = append(m.open, i)
		}
	}
	return m
}

// mostlyLatin tells whether most words of a side are in Latin letters.
func mostlyLatin(x *side) bool {
	n := 0
	for _, w := range x.words {
		if r, _ := utf8.DecodeRuneInString(w.Text); r < 'Ѐ' && unicode.IsLetter(r) {
			n++
		}
	}
	return 2*n > len(x.words)
}

// every lists all words.
func (m *meaning) every() []int {
	out := make([]int, len(m.words))
	for i := range out {
		out[i] = i
	}
	return out
}

func (m *meaning) letters(i int) string {
	if m.kin[i] == "" {
		m.kin[i] = lang.FoldKin(m.words[i].Text)
	}
	return m.kin[i]
}

// read looks up the words and the phrases that begin with them.
func (m *meaning) read() {
	m.senses, m.pool = make([][]lexicon.Sense, len(m.words)), map[lexicon.Sense]bool{}
	stems := make([]string, len(m.words))
	for i, w := range m.words {
		stems[i] = lexicon.Stem(m.tag, w.Text)
		m.learn(i, 1, stems[i])
	}
	for i := range m.words {
		if !m.lexicon.Opens(m.tag, stems[i]) {
			continue
		}
		for n := 2; n <= lexicon.MaxPhrase && i+n <= len(stems); n++ {
			m.learn(i, n, strings.Join(stems[i:i+n], " "))
		}
	}
}

// learn adds the senses of stems to n words from i on.
func (m *meaning) learn(i, n int, stems string) {
	for s := range m.lexicon.Senses(m.tag, stems) {
		m.pool[s] = true
		for j := i; j < i+n; j++ {
			m.senses[j] = append(m.senses[j], s)
		}
	}
}

// hasAny tells whether some word of the side has one of some senses.
func (m *meaning) hasAny(senses []lexicon.Sense) bool {
	return slices.ContainsFunc(senses, func(s lexicon.Sense) bool { return m.pool[s] })
}

// isQuantity tells whether word i of a side is part of a quantity.
func (p *passage) isQuantity(s align.Bead, x *side, i int) bool {
	version := &p.article.Versions[x.version]
	for u := s.Sides[x.version].Lo; u < s.Sides[x.version].Hi; u++ {
		start := version.Sentences[u].Start
		if w := x.words[i]; start <= w.Start && w.End <= version.Sentences[u].End {
			return inQuantity(quantity.Find(version.Sentence(u), x.tag), w.Start-start, w.End-start)
		}
	}
	return false
}

func inQuantity(quantities []quantity.Quantity, start, end int) bool {
	return slices.ContainsFunc(quantities, func(q quantity.Quantity) bool { return q.Start < end && start < q.End })
}
