package align

import (
	"cmp"
	"math"
	"slices"

	"triptych/article"
	"triptych/lang/quantity"
)

// Evidence is one thing that ties the sides of a bead: a number, a name or a word that several versions have.
type Evidence struct {
	Kind EvidenceKind
	// Words holds the word as each version writes it; "" where a version has none.
	Words []string
}

// EvidenceKind is how the words are tied.
type EvidenceKind string

// The kinds of evidence.
const (
	Value   EvidenceKind = "number"  // quantities of one value
	Named   EvidenceKind = "name"    // capitalised words that sound alike
	Form    EvidenceKind = "word"    // the very same word
	Meaning EvidenceKind = "meaning" // words that the lexicon says translate each other
	Root    EvidenceKind = "root"    // a Belarusian and a Russian word of one root
	Sound   EvidenceKind = "sound"   // words that sound alike in two scripts
	Taught  EvidenceKind = "taught"  // words that the rest of the article showed to translate each other
)

// enoughEvidence is how many pieces are named for a bead, the most telling first.
const enoughEvidence = 8

func (t tie) evidence() EvidenceKind {
	switch t {
	case byValue:
		return Value
	case byName:
		return Named
	case byForm:
		return Form
	case bySense:
		return Meaning
	case byRoot:
		return Root
	case bySpot:
		return Taught
	}
	return Sound
}

// explain names what ties each bead of paragraphs.
func (j *job) explain(m *model, a Alignment) {
	for i := range a.Beads {
		a.Beads[i].Evidence = j.evidence(m, a.Beads[i])
	}
}

type found struct {
	Evidence
	telling float64
}

func (j *job) evidence(m *model, b Bead) []Evidence {
	var all []found
	used := map[couple]bool{} // version and word
	here := make([][]int32, len(b.Sides))
	for v, side := range b.Sides {
		here[v] = j.wordsOf(v, side)
	}
	for v := range b.Sides {
		for _, t := range here[v] {
			if f, ok := j.find(m, b, here, v, t, used); ok {
				all = append(all, f)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y found) int { return cmp.Compare(y.telling, x.telling) })
	var out []Evidence
	for _, f := range all[:min(len(all), enoughEvidence)] {
		out = append(out, f.Evidence)
	}
	return out
}

// wordsOf lists the words of a run of paragraphs.
func (j *job) wordsOf(v int, side article.Range) []int32 {
	if side.Empty() {
		return nil
	}
	return joined(j.sheets[v].paragraphs[side.Lo:side.Hi]).words
}

// find looks for the counterparts of a word of version v in the bead's later versions. The rarer the word, the more
// telling; a word that stands everywhere tells nothing.
func (j *job) find(m *model, b Bead, here [][]int32, v int, t int32, used map[couple]bool) (found, bool) {
	if word := &j.sheets[v].words[t]; used[couple{int32(v), t}] || word.sound == "" && !word.number {
		return found{}, false // words of a few letters stand everywhere
	}
	f := found{Evidence: Evidence{Words: make([]string, len(b.Sides))}}
	f.Words[v] = j.written(v, b.Sides[v], t)
	strongest := unknown
	for w := v + 1; w < len(b.Sides); w++ {
		if b.Gap(w) || m.common(v, w, t) {
			continue
		}
		for _, o := range j.bonds[v][w][t].to {
			if _, ok := slices.BinarySearch(here[w], o); ok && !used[couple{int32(w), o}] {
				used[couple{int32(w), o}] = true
				f.Words[w] = j.written(w, b.Sides[w], o)
				f.telling += math.Log(float64(len(m.sides[w].units)+1) / float64(len(m.sides[v].toward[w].homes[t])))
				strongest = max(strongest, j.bonds[v][w][t].tie)
				break
			}
		}
	}
	f.Kind = strongest.evidence()
	return f, f.telling > 0
}

// written is a word as the run of paragraphs writes it: a number may be in figures here and in words elsewhere.
func (j *job) written(v int, side article.Range, t int32) string {
	w, version := &j.sheets[v].words[t], &j.article.Versions[v]
	if !w.number || w.once {
		return w.text
	}
	for p := side.Lo; p < side.Hi; p++ {
		text := version.Paragraph(p)
		for _, q := range quantity.Find(text, version.Language) {
			if "#"+q.Key() == w.form {
				return text[q.Start:q.End]
			}
		}
	}
	return w.text
}
