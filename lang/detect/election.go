package detect

import (
	"cmp"
	"slices"

	"triptych/lang"
)

// A paragraph votes by itself when it is long and sure enough; the others vote together.
const (
	voteLetters    = 40
	voteConfidence = 0.9
)

// election finds the language of most letters. Paragraphs vote rather than lie in one pot, because half a page of
// Belarusian and half a page of Russian make a fair page of Ukrainian.
type election struct {
	parties []party
	unsure  party
	// heard are the texts of the unsure: a line that is said again («Read more») is no further evidence.
	heard map[string]bool
}

// party is the paragraphs that speak for one language.
type party struct {
	language lang.Tag
	letters  lang.Letters
	members  []int
}

func (p *party) add(l *lang.Letters, members ...int) {
	p.letters.Add(l)
	p.members = append(p.members, members...)
}

// vote counts paragraph i, which has the letters l.
func (e *election) vote(i int, text string, l *lang.Letters) {
	g := l.Guess(lang.Prior{})
	if l.Total() >= voteLetters && g.Confidence >= voteConfidence {
		e.party(g.Language).add(l, i)
		return
	}
	if e.heard == nil {
		e.heard = map[string]bool{}
	}
	if !e.heard[text] {
		e.heard[text] = true
		e.unsure.add(l, i)
	}
}

// winner is the biggest party once the unsure have joined one; without voters it has no members.
func (e *election) winner() party {
	if len(e.unsure.members) > 0 {
		g := e.unsure.letters.Guess(lang.Prior{})
		e.party(g.Language).add(&e.unsure.letters, e.unsure.members...)
	}
	if len(e.parties) == 0 {
		return party{}
	}
	return slices.MaxFunc(e.parties, func(a, b party) int { return cmp.Compare(a.letters.Total(), b.letters.Total()) })
}

func (e *election) party(t lang.Tag) *party {
	for i := range e.parties {
		if e.parties[i].language == t {
			return &e.parties[i]
		}
	}
	e.parties = append(e.parties, party{language: t})
	return &e.parties[len(e.parties)-1]
}
