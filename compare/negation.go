package compare

import (
	"slices"

	"triptych/lang/speech"
)

// polarity is what a version says of something that another denies.
type polarity int

const (
	unknown  polarity = iota // it does not speak of it, as far as words tell
	denied                   // it denies it, or says so by other means
	affirmed                 // it says it, and nothing near denies it
)

// negations finds what one version of a sentence denies and another affirms. It takes a denied word, looks for its
// counterparts, and asks whether anything in their clauses denies them.
func (p *passage) negations(sides []*side) []Difference {
	denials := make([][]speech.Denial, len(sides))
	even := true
	for i, s := range sides {
		denials[i] = speech.Denials(s.words, s.tag)
		even = even && hard(s, denials[i]) == hard(sides[0], denials[0])
	}
	if even {
		return nil
	}
	var out []Difference
	for i, s := range sides {
		for _, d := range denials[i] {
			if d.Kind == speech.Soft || s.words[d.At].Text == "nor" || s.words[d.At].Text == "ни" || s.words[d.At].Text == "ні" {
				continue
			}
			n := negation{sides: sides, denials: denials, by: i, at: d.At}
			if n.judge() && !n.told(out) {
				out = append(out, n.difference(p))
			}
		}
	}
	return out
}

// negation is one denial in one version and what the others make of it.
type negation struct {
	sides   []*side
	denials [][]speech.Denial
	by, at  int  // which side denies, by which of its words
	twice   bool // what is denied is itself a refusal
	verdict []polarity
	where   []int // the word of each side that says what is denied; the word that is denied of the side that denies it
}

// judge tells whether the versions surely contradict each other: one stands against all others.
func (n *negation) judge() bool {
	n.verdict, n.where = make([]polarity, len(n.sides)), make([]int, len(n.sides))
	n.verdict[n.by], n.where[n.by] = denied, n.at
	target := n.target()
	if target < 0 {
		return false
	}
	n.where[n.by] = target
	if n.twice = n.deniesAt(n.by, target); n.twice {
		return n.direct(target)
	}
	return n.brief() || n.direct(target) || n.around()
}

// direct judges by the counterparts of the word that is denied.
func (n *negation) direct(target int) bool {
	yes, no := 0, 1
	for i := range n.sides {
		if i == n.by {
			continue
		}
		n.verdict[i], n.where[i] = n.ask(target, i)
		switch n.verdict[i] {
		case unknown:
			return false
		case affirmed:
			yes++
		case denied:
			no++
		}
	}
	return yes > 0 && (yes == 1 || no == 1)
}

// told tells whether a difference that was found marks the same words.
func (n *negation) told(found []Difference) bool {
	return slices.ContainsFunc(found, func(d Difference) bool {
		for _, m := range d.Marks {
			for i, s := range n.sides {
				if w := s.words[n.where[i]]; m.Version == s.version && m.Start <= w.Start && m.End >= w.End {
					return true
				}
			}
		}
		return false
	})
}

func (n *negation) difference(p *passage) Difference {
	d := Difference{Kind: Negation, Severity: Medium}
	var yes, no []int
	for i, s := range n.sides {
		if n.verdict[i] == affirmed {
			yes = append(yes, s.version)
		} else {
			no = append(no, s.version)
		}
	}
	for i, s := range n.sides {
		alone := len(n.sides) > 2 && (n.verdict[i] == affirmed) == (len(yes) == 1)
		lo, hi := n.words(i)
		d.Marks = append(d.Marks, p.markWords(s, lo, hi, alone))
	}
	d.Note = "Denied in " + list(p.article, no) + ", affirmed in " + list(p.article, yes)
	return d
}

// words are those of side i that differ: what is said, with its denial if there is one.
func (n *negation) words(i int) (lo, hi int) {
	at := n.where[i]
	switch {
	case n.verdict[i] == affirmed:
		return at, at
	case i == n.by && at != n.at:
		return min(n.at, at), max(n.at, at)
	case n.deniesAt(i, at) && !n.twice, i == n.by:
		return at, n.sides[i].after(at)
	}
	best := at
	for _, d := range n.denials[i] {
		if gap := distance(d.At, at); gap > 0 && gap <= reach && (best == at || gap < distance(best, at)) {
			best = d.At
		}
	}
	return min(at, best), max(at, best)
}

// after is the first word of meaning after word i, if it is near and in its clause; else i.
func (s *side) after(i int) int {
	for j := i + 1; j < len(s.words) && j <= i+nearest && !s.words[j].Stop; j++ {
		if s.content(j) {
			return j
		}
	}
	return i
}

func distance(a, b int) int { return max(a-b, b-a) }
