// Package detect names the language of a text: what the letters say, joined with lingua-go where they are silent.
// It is the only place that links lingua-go's models.
package detect

import (
	"strings"

	"triptych/lang"
)

// Detector names languages. It is safe for use by many at once; models load at first need.
type Detector struct{}

// New makes a detector; it loads nothing yet.
func New() *Detector { return &Detector{} }

// Detect gives the whole text's language, then each paragraph's.
func (d *Detector) Detect(paragraphs []string) (whole lang.Guess, each []lang.Guess) { // skeleton
	all := strings.ToLower(strings.Join(paragraphs, " "))
	whole = lang.Guess{Language: lang.English, Confidence: 0.9}
	if strings.ContainsAny(all, "ўі") {
		whole.Language = lang.Belarusian
	} else if strings.ContainsAny(all, "иы") {
		whole.Language = lang.Russian
	}
	for range paragraphs {
		each = append(each, whole)
	}
	return whole, each
}
