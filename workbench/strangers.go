package workbench

import (
	"fmt"

	"triptych/align"
	"triptych/article"
)

// kept is the share of its text that a version must have in common with another for the two to be one story.
const kept = 0.25

// strangers warns of versions that hardly share a paragraph with any other: they may belong to another article, and
// then everything that is marked as left out is no finding.
func strangers(a *article.Article, al align.Alignment) []string {
	tied := make([]float64, len(a.Versions))
	for _, b := range al.Beads {
		if sides(b) < 2 {
			continue
		}
		for v, r := range b.Sides {
			for u := r.Lo; u < r.Hi; u++ {
				tied[v] += b.Score * float64(a.Versions[v].Paragraphs[u].Len())
			}
		}
	}
	var out []string
	for v := range a.Versions {
		version := &a.Versions[v]
		if len(version.Paragraphs) > 1 && tied[v] < kept*float64(len(version.Text)) {
			out = append(out, fmt.Sprintf("the %s version (“%s”) has hardly anything in common with the others: is it the same article?",
				version.Language.Name(), version.Title()))
		}
	}
	return out
}

func sides(b align.Bead) int {
	n := 0
	for v := range b.Sides {
		if !b.Gap(v) {
			n++
		}
	}
	return n
}
