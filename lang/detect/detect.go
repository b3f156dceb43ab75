// Package detect names the language of a text: what the letters say, joined with lingua-go where they are silent.
// It is the only place that links lingua-go's models.
//
// The letters come first: they cost microseconds and settle nearly every Cyrillic paragraph. The models are asked once
// for a version in Latin script, and then for a paragraph only where its letters disagree with its version.
package detect

import (
	"math"

	"triptych/lang"
)

// Detector names languages. It is safe for use by many at once; models load at first need.
type Detector struct{ models models }

// New makes a detector; it loads nothing yet.
func New() *Detector { return &Detector{models: newModels()} }

// Detect gives the whole text's language, then each paragraph's: each has as many guesses as there are paragraphs. A
// short paragraph, and one without letters, is taken to be in the version's language unless its letters say otherwise.
// A text without letters is [lang.Undetermined]. Confidences are rounded to two decimals; equal texts get equal answers.
func (d *Detector) Detect(paragraphs []string) (whole lang.Guess, each []lang.Guess) {
	v := read(paragraphs, d.models.budget())
	v.decide()
	each = make([]lang.Guess, len(paragraphs))
	for i := range paragraphs {
		each[i] = rounded(v.paragraph(i))
	}
	return rounded(v.guess), each
}

// rounded hides the last bits of the models' sums, which differ from run to run.
func rounded(g lang.Guess) lang.Guess {
	g.Confidence = math.Round(g.Confidence*100) / 100
	return g
}
