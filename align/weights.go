package align

import (
	"math"

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
	// spread of the log of the ratio of lengths, in units that say the same and in units that do not: the standard
	// deviation is spread.fixed + spread.perLetter/sqrt(letters).
	fixed, perLetter, chance float64
	lengthTrust              float64
	// run[n] is the log of how often a side of n units occurs; gap is charged for each empty side.
	run [maxRun + 1]float64
	gap float64
	// temperature by which scores are divided before they are read as probabilities.
	temperature float64
}

func standard() weights {
	w := weights{fixed: 0.12, perLetter: 1.2, chance: 0.8, lengthTrust: 1, gap: -2.5, temperature: 2}
	w.run = [maxRun + 1]float64{0, math.Log(0.78), math.Log(0.16), math.Log(0.045), math.Log(0.015)}
	w.shared[foreign][numbers] = newSignal(0.8, -0.1, 0.8)
	w.shared[foreign][names] = newSignal(0.8, -0.05, 0.8)
	w.shared[foreign][sounds] = newSignal(0.5, 0, 0.6)
	w.shared[related][numbers] = newSignal(0.85, -0.1, 0.8)
	w.shared[related][names] = newSignal(0.85, -0.05, 0.5)
	w.shared[related][roots] = newSignal(0.75, -0.05, 0.6)
	w.shared[same][words] = newSignal(0.9, -0.2, 0.7)
	return w
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

// length is the log-likelihood ratio of two lengths in letters: of a ratio spread narrowly around one against a ratio
// spread as it is between units at random (after Gale & Church 1993, with logarithms, which makes it symmetrical).
func (w *weights) length(a, b float64, _ kinship) float64 {
	r := math.Log((a + 1) / (b + 1))
	narrow := w.fixed + w.perLetter/math.Sqrt(min(a, b)+1)
	wide := w.chance + narrow
	return w.lengthTrust * (r*r/(2*wide*wide) - r*r/(2*narrow*narrow) + math.Log(wide/narrow))
}
