package compare

import (
	"slices"

	"triptych/lang"
	"triptych/lang/speech"
)

const (
	// nearest is how many words may stand between a denial and what it denies: an auxiliary, an article, a pronoun.
	nearest = 3
	// reach is how far from a word another may deny it though a mark parts them.
	reach = 5
)

// target is the word that the denial denies: the first word of meaning after it, or none (-1) where a name or a
// preposition stands there, or a denial other than a verb that denies: "not refused". In English the subject may come
// between: "not what he came for".
func (n *negation) target() int {
	s := n.sides[n.by]
	for i := n.at + 1; i < len(s.words) && i <= n.at+nearest && !s.words[i].Stop; i++ {
		if joins(s.words[i].Text) || n.deniesAt(n.by, i) && !speech.Refusal(s.words[i].Text, s.tag) {
			return -1
		}
		if s.content(i) {
			if s.words[i].Upper || speech.Preposition(s.words[i-1].Text, s.tag) {
				return -1
			}
			return i
		}
	}
	return -1
}

func (n *negation) deniesAt(i, word int) bool {
	return slices.ContainsFunc(n.denials[i], func(d speech.Denial) bool { return d.At == word })
}

// ask is what side i says of the target, and by which word. A side that has no word for it, and as many denials, is
// taken to deny it in other words.
func (n *negation) ask(target, i int) (polarity, int) {
	s, t := n.sides[n.by], n.sides[i]
	fewer := hard(t, n.denials[i]) < hard(s, n.denials[n.by])
	j := s.counterpart(target, t)
	switch {
	case j >= 0 && astray(s, target, t, j):
		return unknown, 0
	case n.twice:
		return n.askTwice(i, j, fewer), j
	}
	lo, hi := t.clause(max(j, 0))
	switch {
	case j >= 0 && n.deniedIn(i, lo, hi):
		return denied, j
	case j >= 0 && fewer && !n.deniedIn(i, j-reach, j+reach) && n.seconded(target, i, j) && !n.opposite(target, i):
		return affirmed, j
	case j < 0 && !fewer:
		return denied, n.firstHard(i)
	}
	return unknown, 0
}

// askTwice is what side i says of a refusal that is denied, by the word j that refuses: "not refused" may be "agreed".
func (n *negation) askTwice(i, j int, fewer bool) polarity {
	beside := func(d speech.Denial) bool { return d.At != j && distance(d.At, j) <= reach }
	switch {
	case j < 0 || !n.deniesAt(i, j):
		return unknown
	case slices.ContainsFunc(n.denials[i], beside):
		return denied
	case fewer:
		return affirmed
	}
	return unknown
}

// farthest is how far from its counterpart's place, as a share of the sentence, a word may stand: beyond it, in a long
// sentence, it hardly is the counterpart.
const farthest = 0.4

func astray(s *side, i int, t *side, j int) bool {
	return min(len(s.words), len(t.words)) > 10 && abs(s.at(i)-t.at(j)) > farthest
}

// firstHard is the first word of side i that denies outright.
func (n *negation) firstHard(i int) int {
	for _, d := range n.denials[i] {
		if d.Kind != speech.Soft {
			return d.At
		}
	}
	return 0
}

// seconds is how many words around a denied word may second that its counterpart is one.
const seconds = 6

// seconded tells whether another word near the target has its counterpart near word j of side i, or none is there that
// could.
func (n *negation) seconded(target, i, j int) bool {
	s, t := n.sides[n.by], n.sides[i]
	alone := true
	for k := max(0, target-seconds); k < min(len(s.words), target+seconds+1); k++ {
		if k == target || !s.content(k) {
			continue
		}
		alone = false
		for m := max(0, j-2*seconds); m < min(len(t.words), j+2*seconds+1); m++ {
			if m != j && t.content(m) && s.alike(k, t, m) {
				return true
			}
		}
	}
	return alone
}

// opposite tells whether side i may say the opposite of what follows the target: "not considered dangerous" is
// «считаются неопасными» and «лічацца бяспечнымі». It may if it has no word for what follows, though that word is known.
func (n *negation) opposite(target, i int) bool {
	s := n.sides[n.by]
	for k := target + 1; k < len(s.words) && k <= target+2 && !s.words[k].Stop; k++ {
		switch w := s.words[k]; {
		case joins(w.Text):
			return false
		case s.content(k) && !w.Upper:
			return len(s.gloss(k).senses) > 0 && s.counterpart(k, n.sides[i]) < 0
		}
	}
	return false
}

// joins tells whether a word joins two of a kind, of which the second has its own story.
func joins(word string) bool {
	switch word {
	case "and", "or", "и", "или", "і", "або", "ды":
		return true
	}
	return false
}

// deniedIn tells whether some word of side i from lo to hi denies.
func (n *negation) deniedIn(i, lo, hi int) bool {
	return slices.ContainsFunc(n.denials[i], func(d speech.Denial) bool { return d.At >= lo && d.At <= hi })
}

// clause is the stretch of words around word j that no mark parts.
func (s *side) clause(j int) (lo, hi int) {
	for lo = j; lo > 0 && !s.words[lo].Stop; {
		lo--
	}
	for hi = j; hi+1 < len(s.words) && !s.words[hi+1].Stop; {
		hi++
	}
	return lo, hi
}

// hard counts what a side denies outright. In Russian and Belarusian «никто не» is one denial.
func hard(s *side, denials []speech.Denial) int {
	out := 0
	last := -2 * reach
	for _, d := range denials {
		if d.Kind == speech.Soft {
			continue
		}
		if s.tag == lang.English || d.At-last > reach {
			out++
		}
		last = d.At
	}
	return out
}

// longestBrief is how many words a sentence may have that is judged as a whole.
const longestBrief = 12

// brief tells whether the versions of a short sentence all deny something but for one in which no word denies
// anything. In so short a sentence there is little else that could be denied, so the words need not be known.
func (n *negation) brief() bool {
	odd := -1
	for i, s := range n.sides {
		switch {
		case len(s.words) > longestBrief:
			return false
		case hard(s, n.denials[i]) > 0:
			n.verdict[i], n.where[i] = denied, n.firstHard(i)
		case odd >= 0 || len(n.denials[i]) > 0:
			return false
		default:
			odd = i
		}
	}
	if odd < 0 || len(n.sides) < 3 {
		return false
	}
	n.verdict[odd] = affirmed
	for i := n.at; i < len(n.sides[n.by].words); i++ {
		if j := n.sides[n.by].counterpart(i, n.sides[odd]); n.sides[n.by].content(i) && j >= 0 {
			n.where[odd] = j
			return true
		}
	}
	return false
}
