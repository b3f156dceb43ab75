package align

import (
	"math"
	"slices"

	"triptych/lang"
)

// signal is what one channel is worth between two languages.
type signal struct {
	// hit and lost are the logs of the chance that a token which stands somewhere in the other version stands, or does
	// not stand, in the very unit that says the same.
	hit, lost float64
	// nowhere is the log-likelihood ratio of a token that the other version does not have at all.
	nowhere float64
	// trust takes account of tokens not being independent of each other: 1 counts each in full, 0 switches off.
	trust float64
}

// newSignal makes a signal from the chance that a token is kept.
func newSignal(kept, nowhere, trust float64) signal {
	return signal{hit: math.Log(kept), lost: math.Log(1 - kept), nowhere: nowhere, trust: trust}
}

// weights are the model's numbers.
type weights struct {
	shared [kinships][channels]signal
	// The log of the ratio of two lengths has the standard deviation fixed + perLetter/sqrt(letters of the shorter) in
	// units that say the same, and more by chance in units that do not.
	fixed, perLetter, chance float64
	lengthTrust              float64
	// fewer[n][k] is the log of the chance that a version says in k units what others say in n, and gap that it does not
	// say it at all. level[n] is that of a bead whose sides all have n units, more than one, which could not be split.
	fewer [maxRun + 1][maxRun + 1]float64
	level [maxRun + 1]float64
	gap   float64
	// temperature by which scores are divided before they are read as logs of probabilities.
	temperature float64
}

// standard are weights found by coordinate ascent on news in the three languages with known alignment.
func standard() weights {
	w := weights{fixed: 0.09, perLetter: 0.9, chance: 0.8, lengthTrust: 1.25, gap: -3.1, temperature: 2}
	w.fewer[2] = [maxRun + 1]float64{1: -2.7}
	w.fewer[3] = [maxRun + 1]float64{1: -4, 2: -1.9}
	w.fewer[4] = [maxRun + 1]float64{1: -6, 2: -3.5, 3: -2}
	w.level = [maxRun + 1]float64{2: -2.3, 3: -4.5, 4: -5}
	w.shared[foreign][numbers] = newSignal(0.97, -0.19, 0.94)
	w.shared[foreign][names] = newSignal(0.8, -0.05, 0.6)
	w.shared[foreign][sounds] = newSignal(0.68, 0.05, 0.75)
	w.shared[related][numbers] = newSignal(0.97, -0.1, 0.75)
	w.shared[related][names] = newSignal(0.64, 0, 0.38)
	w.shared[related][roots] = newSignal(0.94, -0.12, 0.45)
	w.shared[same][words] = newSignal(0.9, -0.2, 0.7)
	return w
}

// insideParagraphs are the weights for sentences of paragraphs that are known to say the same: they are seldom put
// together, left out or split.
func (w weights) insideParagraphs() weights {
	w.gap -= 1.5
	w.level = [maxRun + 1]float64{2: -5, 3: -7, 4: -9}
	return w
}

// shape scores a bead's sizes before its words are looked at. The longest side is taken for what there was to say; each
// shorter side is one departure from it.
func (w *weights) shape(sizes []int) float64 {
	longest, even := slices.Max(sizes), true
	var sum float64
	for _, n := range sizes {
		switch {
		case n == 0:
			sum += w.gap
		case n < longest:
			sum += w.fewer[longest][n]
			even = false
		}
	}
	if even {
		sum += w.level[longest]
	}
	return sum
}

// lettersFor is how many letters a language needs for what English says in one, as measured on news.
func (w *weights) lettersFor(t lang.Tag) float64 {
	switch t {
	case lang.Russian:
		return 1.11
	case lang.Belarusian:
		return 1.03
	}
	return 1
}

// length is a number of letters with what the score of two lengths needs, so that no logarithm is taken twice.
type length struct {
	letters, log        float64
	narrow, wide, ratio float64 // 1/2σ² of a length as the shorter one, in units that say the same and at random; log of σ's ratio
}

func (w *weights) lengthOf(letters float64) length {
	narrow := w.fixed + w.perLetter/math.Sqrt(letters+1)
	wide := w.chance + narrow
	return length{letters, math.Log(letters + 1), 1 / (2 * narrow * narrow), 1 / (2 * wide * wide), math.Log(wide / narrow)}
}

// lengths is the log-likelihood ratio of two lengths: of a ratio spread narrowly around one against a ratio spread as
// it is between units at random (after Gale & Church 1993, with logarithms, which makes it symmetrical).
func (w *weights) lengths(a, b *length) float64 {
	r, shorter := a.log-b.log, a
	if b.letters < a.letters {
		shorter = b
	}
	return w.lengthTrust * (r*r*(shorter.wide-shorter.narrow) + shorter.ratio)
}
