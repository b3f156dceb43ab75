package align

import "fmt"

// Signals lists what [Weights.Without] can switch off.
func Signals() []string {
	return []string{"lengths", "lexicon", "names", "numbers", "roots", "sounds", "forms", "marks", "taught", "links", "moves"}
}

// Without gives the weights with one signal switched off, to measure what it is worth. Words that a signal would tie
// are then not tied by it, though others may still tie them.
func (w Weights) Without(signal string) (Weights, error) {
	off := func(list ...tie) {
		for kin := range w.Ties {
			for _, t := range list {
				w.Ties[kin][t] = Signal{}
			}
		}
	}
	switch signal {
	case "lengths":
		w.LengthTrust = 0
	case "lexicon":
		w.NoLexicon = true
	case "names":
		off(byName)
	case "numbers":
		off(byValue)
	case "roots":
		off(byRoot)
	case "sounds":
		off(bySound)
	case "forms":
		off(byForm)
	case "marks":
		off(byMark)
	case "taught":
		off(bySpot)
	case "links":
		w.NoLinks = true
	case "moves":
		w.Move = -1000
	default:
		return w, fmt.Errorf("no signal is called %q; there are %v", signal, Signals())
	}
	return w, nil
}
