package align

import (
	"fmt"

	"triptych/article"
)

// segments parts the versions at fixed beads: the windows before, between and behind them, one more than there are
// beads. Where a fixed bead has a gap, the units around it stay together in the window behind it, for nothing says
// which side they belong to. The error says which bead does not fit.
func segments(fixed []Bead, whole []article.Range) ([][]article.Range, error) {
	var out [][]article.Range
	at := make([]int, len(whole))
	for i, b := range fixed {
		if len(b.Sides) != len(whole) {
			return nil, fmt.Errorf("fixed bead %d has %d sides for %d versions", i, len(b.Sides), len(whole))
		}
		window := make([]article.Range, len(whole))
		for v, s := range b.Sides {
			window[v] = article.Range{Lo: at[v], Hi: at[v]}
			switch {
			case s.Empty():
				continue
			case s.Lo < at[v] || s.Hi > whole[v].Hi:
				return nil, fmt.Errorf("fixed bead %d (%v) is out of order or beyond the text in version %d", i, b, v)
			}
			window[v].Hi, at[v] = s.Lo, s.Hi
		}
		out = append(out, window)
	}
	last := make([]article.Range, len(whole))
	for v := range whole {
		last[v] = article.Range{Lo: at[v], Hi: whole[v].Hi}
	}
	return append(out, last), nil
}

// searchBetween searches each window, in its corridors if they are known, and puts the fixed beads between what it finds.
func searchBetween(m *model, shapes *Shapes, windows [][]article.Range, corridors []corridor, fixed []Bead, progress func(done, total int) bool) (Alignment, error) {
	var out Alignment
	for i, window := range windows {
		var within [][]stripe
		if corridors != nil {
			within = corridors[i].paragraphs
		}
		part, err := search(m, shapes, window, within, progress)
		if err != nil {
			return Alignment{}, err
		}
		out.Beads = append(out.Beads, part.Beads...)
		if i < len(fixed) {
			out.Beads = append(out.Beads, fixed[i])
		}
	}
	return out, nil
}

// inSentences is the windows of paragraphs as windows of sentences, each fixed bead a window of its own.
func inSentences(a *article.Article, paragraphs []article.Range) []article.Range {
	out := make([]article.Range, len(paragraphs))
	for v, r := range paragraphs {
		ps := a.Versions[v].Paragraphs
		switch {
		case len(ps) == 0:
		case r.Empty() && r.Lo == len(ps):
			end := ps[len(ps)-1].Sentences.Hi
			out[v] = article.Range{Lo: end, Hi: end}
		case r.Empty():
			out[v] = article.Range{Lo: ps[r.Lo].Sentences.Lo, Hi: ps[r.Lo].Sentences.Lo}
		default:
			out[v] = article.Range{Lo: ps[r.Lo].Sentences.Lo, Hi: ps[r.Hi-1].Sentences.Hi}
		}
	}
	return out
}
