package compare

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"triptych/align"
	"triptych/article"
	"triptych/lang/lexicon"
	"triptych/lang/name"
	"triptych/lang/quantity"
	"triptych/lang/speech"
)

// inOneLanguage compares what a machine made of a version, sentence by sentence, with what people wrote in that
// language: the words that carry meaning which the one has and the other lacks. Of little weight, for engines choose
// other words than people do.
func (p *passage) inOneLanguage() []Difference {
	var out []Difference
	for i := range p.renderings {
		r := &p.renderings[i]
		if !belongs(r, p.article) {
			continue
		}
		for v := range p.article.Versions {
			if v != r.Version && p.article.Versions[v].Language == r.Language {
				out = append(out, p.rendered(r, v)...)
			}
		}
	}
	return out
}

// belongs tells whether a rendering is one of the article: it has a segment for each sentence of a version in another
// language.
func belongs(r *article.Rendering, a *article.Article) bool {
	return r.Version >= 0 && r.Version < len(a.Versions) && r.Language != a.Versions[r.Version].Language &&
		len(r.Segments) == len(a.Versions[r.Version].Sentences)
}

// rendered compares a rendering with version v.
func (p *passage) rendered(r *article.Rendering, v int) []Difference {
	var out []Difference
	words := lexicon.Standard()
	for _, s := range p.sentences {
		if s.Gap(v) || s.Gap(r.Version) || p.overlong(s) || !complete(r, s.Sides[r.Version]) {
			continue
		}
		if d, ok := p.rendition(r, v, s, words).difference(p, r, s); ok {
			out = append(out, d)
		}
	}
	return out
}

// complete tells whether all sentences of a range are translated.
func complete(r *article.Rendering, sentences article.Range) bool {
	return !slices.ContainsFunc(r.Segments[sentences.Lo:sentences.Hi], func(s article.Segment) bool { return s.Text == "" })
}

// rendition is a sentence bead as a person wrote it in one language and as an engine put it from another. The spans of
// the engine's words count bytes of nothing but their segment.
type rendition struct {
	human, machine, original *meaning
}

func (p *passage) rendition(r *article.Rendering, v int, s align.Bead, words *lexicon.Lexicon) rendition {
	var out rendition
	for _, x := range p.sides(onlySides(s, v, r.Version), words) {
		m := newMeaning(x)
		m.read()
		m.open = slices.DeleteFunc(m.open, func(i int) bool { return p.isQuantity(s, x, i) })
		if x.version == v {
			out.human = m
		} else {
			out.original = m
		}
	}
	out.machine = put(r.Segments[s.Sides[r.Version].Lo:s.Sides[r.Version].Hi], r, words)
	return out
}

// put reads what an engine made of sentences.
func put(segments []article.Segment, r *article.Rendering, words *lexicon.Lexicon) *meaning {
	m := &meaning{side: &side{version: r.Version, tag: r.Language, lexicon: words}}
	for _, segment := range segments {
		quantities := quantity.Find(segment.Text, r.Language)
		for i, w := range speech.Words(segment.Text, r.Language) {
			name := w.Upper && i > 0
			if !name && !digit(w.Text) && speech.Content(w.Text, r.Language) && !inQuantity(quantities, w.Start, w.End) {
				m.open = append(m.open, len(m.words))
			}
			m.words = append(m.words, w)
		}
	}
	m.kin = make([]string, len(m.words))
	m.read()
	return m
}

// difference is the one that a sentence makes: words that only the person has, and words that only the engine has.
func (r rendition) difference(p *passage, from *article.Rendering, s align.Bead) (Difference, bool) {
	human, machine := r.humanOnly(), r.machineOnly()
	if len(human)+len(machine) == 0 {
		return Difference{}, false
	}
	d := Difference{Kind: Wording, Severity: Low}
	if len(r.human.open)+len(r.machine.open) > rewrittenReading*(len(r.human.open)+len(r.machine.open)-len(human)-len(machine)) {
		human, machine = r.human.open, r.machine.open
		d.Marks = p.sentenceMarks(r.human.version, s)
	} else {
		d.Marks = p.wordMarks(r.human.side, human)
	}
	d.Marks = append(d.Marks, r.placed(p, machine, s)...)
	slices.SortStableFunc(d.Marks, func(a, b Mark) int { return a.Version - b.Version })
	d.Note = r.note(p, from, s, human, machine)
	return d, true
}

// rewrittenReading is how many times more words a sentence has than words that are tied to be called another sentence.
const rewrittenReading = 3

// humanOnly lists the words that the person wrote and for which neither the engine nor the original has anything.
func (r rendition) humanOnly() []int {
	var out []int
	for _, i := range r.human.open {
		if !said(r.human, i, r.machine) && !r.meant(i) {
			out = append(out, i)
		}
	}
	return out
}

// meant tells whether the lexicon ties a word of the person to the original, whatever the engine made of that.
func (r rendition) meant(i int) bool {
	return slices.ContainsFunc(r.human.senses[i], func(s lexicon.Sense) bool { return r.original.pool[s] })
}

// machineOnly lists the words of the engine for which the person has nothing, unless they stand for words of the original
// that the person has translated.
func (r rendition) machineOnly() []int {
	var out []int
	for _, i := range r.machine.open {
		if said(r.machine, i, r.human) {
			continue
		}
		source := r.source(i)
		if source >= 0 && slices.ContainsFunc(r.original.senses[source], func(s lexicon.Sense) bool { return r.human.pool[s] }) {
			continue
		}
		out = append(out, i)
	}
	return out
}

// source is the word of the original that word i of the engine translates; -1 where the lexicon does not tell.
func (r rendition) source(i int) int {
	for _, j := range r.original.open {
		if anyShared(r.machine.senses[i], r.original.senses[j]) || r.machine.alike(i, r.original.side, j) {
			return j
		}
	}
	return -1
}

// said tells whether a side says word i of another side in the same language: by the same word in some form, by one of
// the same root, by one of the same sense, or by a name that sounds the same.
func said(from *meaning, i int, to *meaning) bool {
	w := from.words[i].Text
	stem := lexicon.Stem(from.tag, w)
	for j := range to.words {
		o := to.words[j].Text
		if o == w || lexicon.Stem(to.tag, o) == stem || kindred(w, o) || name.Skeleton(o) == name.Skeleton(w) && utf8.RuneCountInString(w) > 4 {
			return true
		}
	}
	return slices.ContainsFunc(from.senses[i], func(s lexicon.Sense) bool { return to.pool[s] })
}

// placed marks in the original what the engine's words stand for; whole sentences where a word cannot be placed, or where
// the original lacks something.
func (r rendition) placed(p *passage, machine []int, s align.Bead) []Mark {
	var at []int
	for _, i := range machine {
		j := r.source(i)
		if j < 0 {
			return p.sentenceMarks(r.original.version, s)
		}
		at = append(at, j)
	}
	if len(at) == 0 {
		return p.sentenceMarks(r.original.version, s)
	}
	slices.Sort(at)
	return p.wordMarks(r.original.side, slices.Compact(at))
}

// sentenceMarks marks all that a version has in a sentence bead.
func (p *passage) sentenceMarks(v int, s align.Bead) []Mark {
	var out []Mark
	for u := s.Sides[v].Lo; u < s.Sides[v].Hi; u++ {
		sentence := p.article.Versions[v].Sentences[u]
		out = append(out, Mark{Version: v, Span: sentence.Span, Paragraph: sentence.Paragraph})
	}
	return out
}

// wordMarks marks words of a side; neighbours share a mark.
func (p *passage) wordMarks(x *side, words []int) []Mark {
	var out []Mark
	last := -2
	for _, i := range words {
		m := p.markWords(x, i, i, false)
		if n := len(out); n > 0 && last == i-1 && out[n-1].Paragraph == m.Paragraph {
			out[n-1].End = m.End
		} else {
			out = append(out, m)
		}
		last = i
	}
	return out
}

// note names the engines and the words: «Russian, put into English by apertium 0.2.1, has “barn”; English has “shed”».
func (r rendition) note(p *passage, from *article.Rendering, s align.Bead, human, machine []int) string {
	var engines []string
	for _, segment := range from.Segments[s.Sides[from.Version].Lo:s.Sides[from.Version].Hi] {
		if !slices.Contains(engines, segment.Engine) {
			engines = append(engines, segment.Engine)
		}
	}
	source, into := VersionName(p.article, from.Version), VersionName(p.article, r.human.version)
	head := fmt.Sprintf("%s, put into %s by %s, ", source, from.Language.Name(), enumerate(engines))
	switch {
	case len(machine) == 0:
		return head + "lacks " + r.cited(r.human, human) + " of " + into
	case len(human) == 0:
		return head + "has " + r.cited(r.machine, machine) + ", which " + into + " lacks"
	}
	return head + "has " + r.cited(r.machine, machine) + ", " + into + " has " + r.cited(r.human, human)
}

// mostCited is how many words a note repeats.
const mostCited = 6

func (r rendition) cited(x *meaning, words []int) string {
	var list []string
	for _, i := range words[:min(len(words), mostCited)] {
		list = append(list, "“"+x.words[i].Text+"”")
	}
	out := strings.Join(list, ", ")
	if n := len(words) - mostCited; n > 0 {
		out += fmt.Sprintf(" and %d more", n)
	}
	return out
}
