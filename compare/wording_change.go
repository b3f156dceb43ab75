package compare

import (
	"slices"

	"triptych/lang"
)

// change says that tokens alo to ahi of one revision became blo to bhi of the other; one of the two may be none.
type change struct{ alo, ahi, blo, bhi int }

// slid moves what was dropped or added to where a sentence begins, if it can as well be said to have stood there: of
// "A. B. C." and "A. C." a shortest script may say that ". B" is gone.
func slid(a, b revision, changes []change) []change {
	for i, c := range changes {
		var before change
		after := change{alo: len(a.folded), blo: len(b.folded)}
		if i > 0 {
			before = changes[i-1]
		}
		if i+1 < len(changes) {
			after = changes[i+1]
		}
		n := 0
		switch {
		case c.blo == c.bhi:
			n = slide(a, c.alo, c.ahi, before.ahi, after.alo)
		case c.alo == c.ahi:
			n = slide(b, c.blo, c.bhi, before.bhi, after.blo)
		}
		changes[i] = change{c.alo + n, c.ahi + n, c.blo + n, c.bhi + n}
	}
	return changes
}

// slide is how many tokens on, or back, tokens lo to hi may go between least and most so that they begin a sentence; 0
// if they never do.
func slide(r revision, lo, hi, least, most int) int {
	for n := 0; ; n-- {
		if r.opens[lo+n] {
			return n
		}
		if lo+n == least || r.folded[lo+n-1] != r.folded[hi+n-1] {
			break
		}
	}
	for n := 0; hi+n < most && r.folded[lo+n] == r.folded[hi+n]; n++ {
		if r.opens[lo+n+1] {
			return n + 1
		}
	}
	return 0
}

// near is how many small words may stand between two changes that a reader sees as one.
const near = 2

// fused makes one of changes of weight that only small words part: «the old mill» for «a new barn».
func fused(a, b revision, changes []change) []change {
	var out []change
	for _, c := range changes {
		if n := len(out); n > 0 && fusible(a, b, out[n-1], c) {
			out[n-1].ahi, out[n-1].bhi = c.ahi, c.bhi
			continue
		}
		out = append(out, c)
	}
	return out
}

func fusible(a, b revision, x, y change) bool {
	if y.alo-x.ahi > near || !replaces(x) || !replaces(y) || !weighty(a, b, x) || !weighty(a, b, y) {
		return false
	}
	for i := x.ahi; i < y.alo; i++ {
		if !isWord(a.folded[i]) || a.content(i) || a.opens[i] {
			return false
		}
	}
	return true
}

func replaces(c change) bool { return c.alo < c.ahi && c.blo < c.bhi }

// longChange is how many words a change has that says something whatever they are.
const longChange = 100

// weighty tells whether a change changes words that carry meaning: not small words, marks, endings or spelling alone.
func weighty(a, b revision, c change) bool {
	if max(c.ahi-c.alo, c.bhi-c.blo) > longChange {
		return true
	}
	was, is := a.stems(c.alo, c.ahi), b.stems(c.blo, c.bhi)
	for _, stem := range was {
		i := slices.IndexFunc(is, func(s string) bool { return sameWord(a.tag, stem, s) })
		if i < 0 {
			return true
		}
		is = slices.Delete(is, i, i+1)
	}
	return len(is) > 0
}

// sameWord tells whether two stems are one word in two spellings, or one name in two.
func sameWord(tag lang.Tag, a, b string) bool {
	if a == b {
		return true
	}
	return tag == lang.Belarusian && lang.FoldKin(fromLatin(a)) == lang.FoldKin(fromLatin(b))
}

// moved takes out of the changes what was dropped in one place and added in another, and gives it in pairs.
func moved(a, b revision, changes []change) (rest, moves []change) {
	gone := make([]bool, len(changes))
	added := map[string][]int{}
	for i, c := range changes {
		if c.alo == c.ahi {
			if key := passageKey(b, c.blo, c.bhi); key != "" {
				added[key] = append(added[key], i)
			}
		}
	}
	for i, c := range changes {
		if c.blo != c.bhi {
			continue
		}
		key := passageKey(a, c.alo, c.ahi)
		if to := added[key]; key != "" && len(to) > 0 {
			added[key] = to[1:]
			gone[i], gone[to[0]] = true, true
			moves = append(moves, change{c.alo, c.ahi, changes[to[0]].blo, changes[to[0]].bhi})
		}
	}
	for i, c := range changes {
		if !gone[i] {
			rest = append(rest, c)
		}
	}
	return rest, moves
}

// leastMoved is how many words a passage has at the least that is recognised where it went.
const leastMoved = 2

// passageKey is what a moved passage is recognised by: its words without marks; "" where it says too little.
func passageKey(r revision, lo, hi int) string {
	key, n, weight := "", 0, false
	for i := lo; i < hi; i++ {
		if isWord(r.folded[i]) {
			key += r.folded[i] + " "
			n++
			weight = weight || r.content(i)
		}
	}
	if n < leastMoved || !weight {
		return ""
	}
	return key
}

// movedWords are the differences that moves make: a sentence that went elsewhere is out of order, words of a sentence
// are another wording.
func (p *passage) movedWords(a, b revision, moves []change) []Difference {
	var out []Difference
	for _, c := range moves {
		d := Difference{Kind: Wording, Severity: Low}
		if a.whole(c.alo, c.ahi) && b.whole(c.blo, c.bhi) {
			d.Kind = Order
		}
		d.Marks = append(p.marks(a, c.alo, c.ahi), p.marks(b, c.blo, c.bhi)...)
		d.Note = p.quoted(a, c.alo, c.ahi) + " stands elsewhere in " + VersionName(p.article, b.version)
		out = append(out, d)
	}
	return out
}

// whole tells whether tokens lo to hi are whole sentences.
func (r revision) whole(lo, hi int) bool {
	return r.opens[lo] && (hi == len(r.opens) || r.opens[hi])
}
