package compare

import (
	"slices"

	"triptych/lang/speech"
)

// modalities finds sentences in which one version says must and another may. Only sentences with one modal word in every
// version are clear enough: with several, which belongs to which is a guess. Must and should are not told apart: «должен» is both.
func (p *passage) modalities(sides []*side) []Difference {
	moods, at := make([]speech.Mood, len(sides)), make([]int, len(sides))
	for i, s := range sides {
		var ok bool
		if moods[i], at[i], ok = s.mood(); !ok {
			return nil
		}
	}
	odd, clear := standsAlone(moods)
	if !clear || !slices.Contains(moods, speech.May) || !sameAct(sides, at, max(odd, 0)) {
		return nil
	}
	d := Difference{Kind: Modality, Severity: Low}
	var note string
	for i, s := range sides {
		d.Marks = append(d.Marks, p.markWords(s, at[i], at[i], i == odd))
		if i > 0 {
			note += ", "
		}
		note += "“" + moods[i].String() + "” in " + VersionName(p.article, s.version)
		for _, m := range moods {
			if m == speech.May && moods[i] == speech.Must || m == speech.Must && moods[i] == speech.May {
				d.Severity = Medium
			}
		}
	}
	d.Note = note
	return []Difference{d}
}

// mood is the one mood of a side and its word; false where it has none, several, or one that is denied: "must not" and
// "cannot" are the same.
func (s *side) mood() (m speech.Mood, at int, ok bool) {
	for i := range s.words {
		found, is := speech.ModalAt(s.words, i, s.tag)
		if !is || found == speech.Will {
			continue
		}
		if ok {
			return 0, 0, false
		}
		m, at, ok = found, i, true
	}
	for _, d := range speech.Denials(s.words, s.tag) {
		if d.Kind != speech.Soft && distance(d.At, at) <= 2 {
			return 0, 0, false
		}
	}
	return m, at, ok
}

// sameAct tells whether what is said to be done after the modal word of side i is what some other side says there.
func sameAct(sides []*side, at []int, i int) bool {
	for k, t := range sides {
		if k == i {
			continue
		}
		for _, a := range sides[i].acts(at[i]) {
			for _, b := range t.acts(at[k]) {
				if sides[i].alike(a, t, b) {
					return true
				}
			}
		}
	}
	return false
}

// acts are the first words of meaning after a modal word, in its clause.
func (s *side) acts(modal int) []int {
	var out []int
	for i := modal + 1; i < len(s.words) && !s.words[i].Stop && len(out) < 2; i++ {
		if s.content(i) {
			out = append(out, i)
		}
	}
	return out
}
