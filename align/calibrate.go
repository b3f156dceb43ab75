package align

import "math"

// Bin is the beads whose scores lie from From to To: how many there are, their mean score, and the share that is right.
type Bin struct {
	From, To    float64
	Beads       int
	Mean, Right float64
	squares     float64
}

// Calibration sorts the beads of the chosen cases by their scores. A score is honest if in every bin the share that is
// right is the mean.
func (t *Trainer) Calibration(w *Weights, chosen func(Case) bool) []Bin {
	bins := make([]Bin, 10)
	for _, s := range t.scored(w, chosen) {
		b := &bins[min(int(s.score*10), 9)]
		b.Beads++
		b.Mean += s.score
		truth := 0.0
		if s.right {
			truth = 1
		}
		b.Right += truth
		b.squares += (s.score - truth) * (s.score - truth)
	}
	for i := range bins {
		b := &bins[i]
		b.From, b.To = float64(i)/10, float64(i+1)/10
		if n := float64(b.Beads); n > 0 {
			b.Mean, b.Right = b.Mean/n, b.Right/n
		}
	}
	return bins
}

// Brier is the mean squared distance of a score from the truth, 1 for a right bead and 0 for a wrong one.
func Brier(bins []Bin) float64 {
	sum, n := 0.0, 0.0
	for _, b := range bins {
		sum += b.squares
		n += float64(b.Beads)
	}
	return sum / max(n, 1)
}

type scored struct {
	score float64
	right bool
}

func (t *Trainer) scored(w *Weights, chosen func(Case) bool) []scored {
	got := make([][]scored, len(t.cases))
	eachIndex(len(t.cases), func(i int) {
		if !chosen(t.cases[i]) {
			return
		}
		gold := map[string]bool{}
		for _, b := range t.cases[i].Gold.Beads {
			gold[b.String()] = true
		}
		for _, b := range t.Align(i, w).Beads {
			got[i] = append(got[i], scored{b.Score, gold[b.String()]})
		}
	})
	var out []scored
	for _, g := range got {
		out = append(out, g...)
	}
	return out
}

// Calibrate finds the temperature and the curve that make scores honest (Platt 1999: a logistic curve over the log of
// the odds), by coordinate ascent on the Brier score.
func (t *Trainer) Calibrate(w *Weights, chosen func(Case) bool) {
	w.Slope, w.Offset = 1, 0
	best := math.Inf(1)
	temperature := w.Temperature
	for _, try := range []float64{1.5, 2, 2.5, 3, 4, 5} {
		w.Temperature = try
		if b := Brier(t.Calibration(w, chosen)); b < best {
			best, temperature = b, try
		}
	}
	w.Temperature = temperature
	all := t.scored(w, chosen)
	for step := 0.5; step > 0.01; step /= 2 {
		for _, value := range []*float64{&w.Slope, &w.Offset} {
			for _, direction := range []float64{1, -1} {
				for {
					*value += direction * step
					if b := brier(all, w); b < best-1e-9 {
						best = b
						continue
					}
					*value -= direction * step
					break
				}
			}
		}
	}
}

func brier(all []scored, w *Weights) float64 {
	sum := 0.0
	for _, s := range all {
		truth := 0.0
		if s.right {
			truth = 1
		}
		d := w.honest(s.score) - truth
		sum += d * d
	}
	return sum / max(float64(len(all)), 1)
}

// honest is the probability that a bead is right to which the lattice gives the probability p.
func (w *Weights) honest(p float64) float64 {
	const edge = 1e-4 // beyond which the odds say no more
	p = min(max(p, edge), 1-edge)
	return 1 / (1 + math.Exp(-(w.Slope*math.Log(p/(1-p)) + w.Offset)))
}
