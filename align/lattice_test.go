package align

import (
	"testing"

	"triptych/lang"
)

// TestNoStepCountsTwice: the sums over paths are right only if every way from one position to another is one edge.
func TestNoStepCountsTwice(t *testing.T) {
	v := bridge()
	v[lang.Belarusian] = without(v[lang.Belarusian], 2)
	a := story(v, lang.English, lang.Russian, lang.Belarusian)
	w := Learned()
	r := read(a, true)
	l := newLattice(newModel(r, (*sheet).paragraphUnits, &w), &w.Paragraphs, r.whole(), slack)
	if _, err := l.search(nil, goOn); err != nil {
		t.Fatal(err)
	}
	if len(l.line) == 0 {
		t.Fatal("there is no line")
	}
	seen := map[[2]int]bool{}
	for _, e := range l.edges {
		if seen[[2]int{e.from, e.to}] {
			t.Errorf("two edges from %v to %v", l.nodes[e.from].at, l.nodes[e.to].at)
		}
		seen[[2]int{e.from, e.to}] = true
	}
}

// TestLineLeadsThroughContradictions gives the search corridors that have no way in common.
func TestLineLeadsThroughContradictions(t *testing.T) {
	a := story(bridge(), lang.English, lang.Russian, lang.Belarusian)
	w := Learned()
	r := read(a, true)
	m := newModel(r, (*sheet).paragraphUnits, &w)
	narrow := func(early bool) stripe { // first all of one version, or first all of the other
		s := stripe{make([]int, 6), make([]int, 6)}
		for i := range s.lo {
			s.lo[i], s.hi[i] = 0, 1
			if early || i == 5 {
				s.hi[i] = 6
			}
			if early && i > 0 {
				s.lo[i] = 5
			}
		}
		return s
	}
	corridors := [][]stripe{{{}, narrow(true), narrow(true)}, {{}, {}, narrow(false)}, {{}, {}, {}}}
	got, err := search(m, &w.Paragraphs, r.whole(), corridors, goOn)
	if err != nil {
		t.Fatal(err)
	}
	if err := got.Check([]int{5, 5, 5}); err != nil {
		t.Error(err)
	}
}
