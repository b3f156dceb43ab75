package compare

import (
	"slices"

	"triptych/lang/speech"
)

// attributions finds a verb of saying that says more in one version than in the others: claimed, admitted, denied for
// said. Only sentences with one verb of saying in every version are clear enough.
func (p *passage) attributions(sides []*side) []Difference {
	strengths, at := make([]speech.Strength, len(sides)), make([]int, len(sides))
	for i, s := range sides {
		var ok bool
		if strengths[i], at[i], ok = s.saying(); !ok {
			return nil
		}
	}
	var out []Difference
	if d, ok := p.mouths(sides, at); ok {
		out = append(out, d)
	}
	odd, ok := standsAlone(strengths)
	if !ok || slices.Contains(strengths, speech.Asserting) {
		return out
	}
	d := Difference{Kind: Attribution, Severity: attributionSeverity(strengths)}
	if len(sides) < min(len(p.article.Versions), 3) {
		d.Severity = Low // one against one, while a third is silent
	}
	for i, s := range sides {
		d.Marks = append(d.Marks, p.markWords(s, at[i], at[i], i == odd))
		if i > 0 {
			d.Note += ", "
		}
		d.Note += "“" + strengths[i].String() + "” in " + VersionName(p.article, s.version)
	}
	return append(out, d)
}

// saying is the one verb of saying of a side.
func (s *side) saying() (strength speech.Strength, at int, ok bool) {
	for i := range s.words {
		found, is := speech.Saying(s.words[i].Text, s.tag)
		if !is {
			continue
		}
		if ok {
			return 0, 0, false
		}
		strength, at, ok = found, i, true
	}
	return strength, at, ok
}

func attributionSeverity(all []speech.Strength) Severity {
	for _, s := range all {
		switch s {
		case speech.Denying, speech.Conceding, speech.Doubting:
			return Medium
		}
	}
	return Low
}

// mouths finds words that one version puts in the mouth of a man and another in a woman's.
func (p *passage) mouths(sides []*side, at []int) (Difference, bool) {
	d := Difference{Kind: Quotation, Severity: Medium}
	said := map[speech.Gender][]int{}
	for i, s := range sides {
		if g, who := speech.Speaker(s.words, at[i], s.tag); g != speech.UnknownGender {
			said[g] = append(said[g], s.version)
			d.Marks = append(d.Marks, p.markWords(s, min(at[i], who), max(at[i], who), false))
		}
	}
	he, she := said[speech.He], said[speech.She]
	for i, m := range d.Marks {
		d.Marks[i].Odd = len(he) == 1 && len(she) > 1 && m.Version == he[0] || len(she) == 1 && len(he) > 1 && m.Version == she[0]
	}
	d.Note = "Said by a man in " + list(p.article, he) + ", by a woman in " + list(p.article, she)
	return d, len(he) > 0 && len(she) > 0
}

// standsAlone tells whether one value stands against all others, which agree; the index is -1 of two.
func standsAlone[T comparable](all []T) (odd int, ok bool) {
	if len(all) == 2 {
		return -1, all[0] != all[1]
	}
	for i := range all {
		next := all[(i+1)%len(all)]
		alone := all[i] != next
		for j := range all {
			alone = alone && (j == i || all[j] == next)
		}
		if alone {
			return i, true
		}
	}
	return -1, false
}
