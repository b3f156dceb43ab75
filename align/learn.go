package align

import (
	"triptych/article"
)

// Case is an article with its right alignment by paragraphs, to learn from and to measure with.
type Case struct {
	// Group is the condition to which the case belongs; every group weighs the same.
	Group string
	// Document names the text, however it was cut; cases of one document are never parted in cross-validation.
	Document string
	Article  *article.Article
	Gold     Alignment
}

// Trainer learns weights from cases. It reads their articles once.
type Trainer struct {
	cases []Case
	// readings are the cases' articles read with the lexicon, bare without.
	readings, bare []*reading
}

// NewTrainer reads the cases' articles.
func NewTrainer(cases []Case) *Trainer {
	t := &Trainer{cases: cases, readings: make([]*reading, len(cases)), bare: make([]*reading, len(cases))}
	eachIndex(len(cases), func(i int) {
		t.readings[i], t.bare[i] = read(cases[i].Article, true), read(cases[i].Article, false)
	})
	return t
}

// Align aligns the paragraphs of one case.
func (t *Trainer) Align(i int, w *Weights) Alignment {
	j := job{reading: t.readings[i], weights: w, progress: goOn}
	if w.NoLexicon {
		j.reading = t.bare[i]
	}
	got, _ := j.paragraphs() // nobody stops it, and nothing is fixed
	w.settle(got)
	return got
}

// Measure aligns the chosen cases and gives the quality of each group.
func (t *Trainer) Measure(w *Weights, chosen func(Case) bool) map[string]Quality {
	return t.measure(func(i int) Alignment { return t.Align(i, w) }, chosen)
}

// MeasurePairwise is [Trainer.Measure] of [Trainer.Pairwise].
func (t *Trainer) MeasurePairwise(w *Weights, chosen func(Case) bool) map[string]Quality {
	return t.measure(func(i int) Alignment { return t.Pairwise(i, w) }, chosen)
}

func (t *Trainer) measure(align func(i int) Alignment, chosen func(Case) bool) map[string]Quality {
	got := make([]Alignment, len(t.cases))
	eachIndex(len(t.cases), func(i int) {
		if chosen(t.cases[i]) {
			got[i] = align(i)
		}
	})
	tallies := map[string]*tally{}
	for i, c := range t.cases {
		if !chosen(c) {
			continue
		}
		if tallies[c.Group] == nil {
			tallies[c.Group] = &tally{}
		}
		tallies[c.Group].add(c.Gold, got[i])
	}
	out := map[string]Quality{}
	for g, one := range tallies {
		out[g] = one.quality()
	}
	return out
}

// nullShare is what a point of [Quality.Null] is worth beside one of [Quality.Strict].
const nullShare = 0.25

// goal is what learning makes as great as it can.
func (t *Trainer) goal(w *Weights, chosen func(Case) bool) float64 {
	sum, groups := 0.0, t.Measure(w, chosen)
	for _, q := range groups {
		sum += q.Strict + nullShare*q.Null
	}
	return sum / max(float64(len(groups)), 1)
}

// Learn climbs from some weights, one number at a time (coordinate ascent), for a number of rounds. It tells log what
// each round reached.
func (t *Trainer) Learn(w Weights, rounds int, chosen func(Case) bool, log func(round int, goal float64, w Weights)) Weights {
	best := t.goal(&w, chosen)
	knobs := w.knobs()
	for round := range rounds {
		before := best
		for i := range knobs {
			k := &knobs[i]
			gained := false
			for _, direction := range []float64{1, -1} {
				old := *k.value
				*k.value = min(max(old+direction*k.step, k.least), k.most)
				if got := t.goal(&w, chosen); got > best+1e-6 {
					best, gained = got, true
					break
				}
				*k.value = old
			}
			if gained {
				k.step *= 1.4
			} else {
				k.step *= 0.5
			}
		}
		log(round+1, best, w)
		if best-before < 1e-4 {
			break
		}
	}
	return w
}

// knob is a number that is learned, within bounds.
type knob struct {
	value             *float64
	step, least, most float64
}

// knobs lists the numbers that are learned. What is not here is fixed: the weights of two versions of one language,
// for which there are no cases, and of sentences in paragraphs, which are seldom put together or left out.
func (w *Weights) knobs() []knob {
	out := []knob{
		{&w.Fixed, 0.03, 0.02, 0.5}, {&w.PerLetter, 0.25, 0, 4}, {&w.Chance, 0.2, 0.1, 3}, {&w.LengthTrust, 0.25, 0.1, 3},
		{&w.Paragraphs.Gap, 0.6, -12, 0}, {&w.Move, 1, -20, 0},
		{&w.Link, 0.5, 0, 10}, {&w.NoLink, 0.2, -1, 5}, {&w.Sentences.Gap, 0.6, -12, 0}, {&w.Sentences.Even[2], 0.6, -12, 0},
		{&w.Sentences.Fewer[2][1], 0.6, -12, 0},
	}
	for n := 2; n <= maxRun; n++ {
		out = append(out, knob{&w.Paragraphs.Even[n], 0.6, -12, 0})
		for k := 1; k < n; k++ {
			out = append(out, knob{&w.Paragraphs.Fewer[n][k], 0.6, -12, 0})
		}
	}
	for _, kin := range []kinship{foreign, related} {
		for t := range ties {
			s := &w.Ties[kin][t]
			if t <= untied {
				out = append(out, knob{&s.Nowhere, 0.04, -1, 0.3})
			}
			if s.Trust > 0 {
				out = append(out, knob{&s.Kept, 0.06, 0.05, 0.99}, knob{&s.Trust, 0.15, 0, 2})
			}
		}
	}
	return out
}
