package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"triptych/align"
	"triptych/lang"
	"triptych/lang/lexicon"
	"triptych/lang/name"
	"triptych/lang/speech"
)

// side is what one version says in a sentence bead, as words that know what they mean. The offsets of the words count
// bytes of the version's Text.
type side struct {
	version int
	tag     lang.Tag
	words   []speech.Word
	lexicon *lexicon.Lexicon
	glosses []gloss // of the words, as far as somebody asked
}

// gloss is what ties a word to its counterparts in other languages.
type gloss struct {
	known  bool
	senses []lexicon.Sense // in order
	kin    string          // the letters that Russian and Belarusian share
}

// sides reads a sentence bead: one side for each language in which a version has it. Several versions of one language are
// compared word by word elsewhere.
func (p *passage) sides(s align.Bead, l *lexicon.Lexicon) []*side {
	var out []*side
	for v, r := range s.Sides {
		version := &p.article.Versions[v]
		if r.Empty() || slices.ContainsFunc(out, func(s *side) bool { return s.tag == version.Language }) {
			continue
		}
		x := &side{version: v, tag: version.Language, lexicon: l}
		for u := r.Lo; u < r.Hi; u++ {
			start := version.Sentences[u].Start
			for _, w := range speech.Words(version.Sentence(u), version.Language) {
				w.Start, w.End = w.Start+start, w.End+start
				x.words = append(x.words, w)
			}
		}
		x.respell()
		out = append(out, x)
	}
	return out
}

// respell writes Belarusian in Latin letters in Cyrillic ones, which the tables and the lexicon know.
func (s *side) respell() {
	if s.tag != lang.Belarusian || !s.latin() {
		return
	}
	for i, w := range s.words {
		s.words[i].Text = speech.Fold(name.FromLacinka(w.Text), s.tag)
	}
}

func (s *side) latin() bool {
	n := 0
	for _, w := range s.words {
		if w.Text[0] >= 'a' && w.Text[0] <= 'z' {
			n++
		}
	}
	return 2*n > len(s.words)
}

func (s *side) gloss(i int) *gloss {
	if s.glosses == nil {
		s.glosses = make([]gloss, len(s.words))
	}
	g := &s.glosses[i]
	if !g.known {
		g.known = true
		g.senses = slices.Collect(s.lexicon.Senses(s.tag, lexicon.Stem(s.tag, s.words[i].Text)))
		if s.tag != lang.English {
			g.kin = lang.FoldKin(s.words[i].Text)
		}
	}
	return g
}

// content tells whether word i carries meaning.
func (s *side) content(i int) bool { return speech.Content(s.words[i].Text, s.tag) }

// alike tells whether word i of s and word j of t say the same: they share a sense of the lexicon, they are the same
// word in two kindred languages, or the same letters or figures.
func (s *side) alike(i int, t *side, j int) bool {
	a, b := s.words[i].Text, t.words[j].Text
	if a == b {
		return true
	}
	g, h := s.gloss(i), t.gloss(j)
	if g.kin != "" && h.kin != "" && kindred(g.kin, h.kin) {
		return true
	}
	return intersect(g.senses, h.senses)
}

// shortestKin is how many letters two kindred words have in common at the least.
const shortestKin = 4

// kindred tells whether two words of [lang.FoldKin] begin alike and differ in little more than their
// endings.
func kindred(a, b string) bool {
	if first, _, ok := strings.Cut(a, "-"); ok { // of two compounds the first halves
		if second, _, ok := strings.Cut(b, "-"); ok {
			a, b = first, second
		}
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	longer := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	shared := utf8.RuneCountInString(strings.ToValidUTF8(a[:n], ""))
	return shared >= shortestKin && 3*shared >= 2*longer
}

func intersect(a, b []lexicon.Sense) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}

// counterpart is the word of t that says what word i of s says; of several the one that stands most nearly where i
// stands; -1 if there is none.
func (s *side) counterpart(i int, t *side) int {
	best := -1
	for j := range t.words {
		if t.content(j) && s.alike(i, t, j) && (best < 0 || abs(t.at(j)-s.at(i)) < abs(t.at(best)-s.at(i))) {
			best = j
		}
	}
	return best
}

// at is where word i stands in the side: 0 is the start, 1 the end.
func (s *side) at(i int) float64 { return float64(i) / float64(len(s.words)) }

func abs(x float64) float64 { return max(x, -x) }
