package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"triptych/lang"
	"triptych/lang/name"
)

// resembling is how near two names in one place must come to each other to be taken for one that is spelled
// otherwise, if nothing tells them apart.
const resembling = 0.75

func (t *term) resembles(u *term) bool {
	return t.clipped(u) || u.clipped(t) || t.word.Near(u.word) >= resembling || t.people().Near(u.word) >= resembling || t.word.Near(u.people()) >= resembling
}

// clipped tells whether t is short for u: Juve and Ювентус, Mat-Su and Матануска-Сусітна.
func (t *term) clipped(u *term) bool {
	a, b := t.word.Skeleton(), u.word.Skeleton()
	return utf8.RuneCountInString(t.text) < 5 && len(a)+1 < len(b) && a == b[:len(a)]
}

// people is a people's English name without its ending, which is what it shares with its country's: Turk-ish.
func (t *term) people() name.Word {
	for _, ending := range [...]string{"ish", "ese", "ian", "ans", "an"} {
		if rest, ok := strings.CutSuffix(t.text, ending); ok && len(rest) > 3 {
			return name.Read(rest)
		}
	}
	return name.Word{}
}

// resembled is the name of the sentence in version v that may be t after all and is no other name's counterpart; nil
// if there is none.
func (c *nameCase) resembled(t *term, v int) *term {
	terms := c.sheets[v].within(c.bead.Sides[v])
	for i := range terms {
		if u := &terms[i]; u.named() && t.resembles(u) && !c.taken(u, t) {
			return u
		}
	}
	return nil
}

// taken tells whether u has a counterpart in the version of t that is another name than t.
func (d *nameDesk) taken(u, t *term) bool {
	return slices.ContainsFunc(d.sheets[t.version].capitals, func(x *term) bool {
		return x.word.AtLeast(u.word, alikeCapitals) && !x.sounds(t)
	})
}

// mutual tells whether t and the term u of a reading, which lack each other, resemble each other.
func (c *nameCase) mutual(r *nameReading, t, u *term, lacks []int) bool {
	return t.version != u.version && slices.Contains(lacks, u.version) && slices.Contains(r.lacks, t.version) &&
		t.resembles(u) && !c.taken(u, t) && !c.taken(t, u)
}

// spelledOtherwise reports names that stand in one place and resemble each other without being alike: one name that was
// misspelled or put into letters another way, or two.
func (c *nameCase) spelledOtherwise() []Difference {
	var out []Difference
	seen := map[*term]bool{}
	for _, l := range c.alike {
		if seen[l.t] || seen[l.u] || len(l.t.word.Skeleton()) < 3 || l.t.certainty != certain || l.t.word.Near(l.u.word) > 0.9 {
			continue
		}
		if len(c.sheets[l.t.version].known(l.t)) > 0 || len(c.sheets[l.u.version].known(l.u)) > 0 {
			continue // Bolivian and Боливии
		}
		seen[l.t], seen[l.u] = true, true
		out = append(out, Difference{Kind: Name, Severity: Low, Marks: marks([]*term{l.t, l.u}, nil),
			Note: fmt.Sprintf("%s in %s, %s in %s: one name spelled otherwise, or two", l.t.text, VersionName(c.p.article, l.t.version),
				l.u.text, VersionName(c.p.article, l.u.version))})
	}
	return out
}

// twoSpellings reports a name that one version spells by two schemes in the passage: Tikhanovskaya and Tsikhanouskaya.
// Only Latin letters are looked at, for there no case endings are in the way.
func (d *nameDesk) twoSpellings() []Difference {
	var out []Difference
	for v := range d.p.bead.Sides {
		s := d.sheets[v]
		if s == nil || s.tag == lang.Russian || s.tag == lang.Belarusian && !s.latin {
			continue
		}
		first := map[string]*term{}
		for _, t := range s.capitals {
			k := t.word.Skeleton()
			if len(k) < 4 || t.certainty != certain || t.acronym {
				continue
			}
			u, met := first[k]
			if !met {
				first[k] = t
				continue
			}
			if s.spelledTwice(u, t) {
				first[k] = t
				out = append(out, Difference{Kind: Name, Severity: Low, Marks: marks([]*term{u, t}, nil),
					Note: fmt.Sprintf("%s and %s in %s: one name in two spellings", u.text, t.text, VersionName(d.p.article, v))})
			}
		}
	}
	return out
}

// spelledTwice tells whether two terms of one skeleton are spellings of one name, and not a name and a word made from it.
func (s *nameSheet) spelledTwice(a, b *term) bool {
	x, y := lang.Fold(a.text), lang.Fold(b.text)
	if strings.HasPrefix(x, y) || strings.HasPrefix(y, x) {
		return false
	}
	known, also := s.known(a), s.known(b)
	return len(known) == 0 && len(also) == 0 || shared(known, also)
}

// marks are the terms as marks, in the order of the text, one for words that follow each other; odd lists the version
// that stands alone, if one does.
func marks(terms []*term, odd []int) []Mark {
	terms = slices.Clone(terms)
	slices.SortFunc(terms, func(a, b *term) int { return cmp.Or(cmp.Compare(a.version, b.version), cmp.Compare(a.Start, b.Start)) })
	var out []Mark
	for i, t := range slices.Compact(terms) {
		if i > 0 && t.mention >= 0 && t.beside(terms[i-1]) {
			out[len(out)-1].End = t.End
			continue
		}
		out = append(out, Mark{Version: t.version, Span: t.Span, Paragraph: t.paragraph, Odd: slices.Contains(odd, t.version)})
	}
	return out
}
