package ui

import (
	"slices"

	"triptych/align"
	"triptych/article"
	"triptych/lang"
)

// why is what the reader is told who asks why the passages of a row belong together.
type why struct {
	Percent int    // how sure the aligner is
	That    string // of what: "these passages belong together"
	Fixed   bool   // a person has confirmed it
	// Alone is set where one version has the passage and there is nothing to tie.
	Alone bool
	Ties  []tie
}

// tie is what ties the passages in one way.
type tie struct {
	Label  string
	Groups []group
}

// group is one thing that several versions say, in the word of each.
type group []counterpart

type counterpart struct {
	Language lang.Tag
	Text     string
}

func newWhy(a *article.Article, b align.Bead) why {
	w := why{Percent: percent(b), Fixed: b.Fixed, That: "these passages belong together"}
	if w.Alone = alone(b); w.Alone {
		w.That = "only one version has this"
	}
	for _, e := range b.Evidence {
		label := tieLabel(e.Kind)
		i := slices.IndexFunc(w.Ties, func(t tie) bool { return t.Label == label })
		if i < 0 {
			i = len(w.Ties)
			w.Ties = append(w.Ties, tie{Label: label})
		}
		w.Ties[i].Groups = append(w.Ties[i].Groups, newGroup(a, e.Words))
	}
	return w
}

func percent(b align.Bead) int { return int(b.Score*100 + 0.5) }

// alone tells whether all versions but one have a gap.
func alone(b align.Bead) bool {
	filled := 0
	for v := range b.Sides {
		if !b.Gap(v) {
			filled++
		}
	}
	return filled < 2
}

// newGroup takes the words of the versions that have one. What all write alike is given once.
func newGroup(a *article.Article, words []string) group {
	var all group
	for v, text := range words {
		if text != "" {
			all = append(all, counterpart{a.Versions[v].Language, text})
		}
	}
	if !slices.ContainsFunc(all, func(c counterpart) bool { return c.Text != all[0].Text }) {
		return all[:1]
	}
	return all
}

// tieLabel names a kind of evidence before its words; one that is not listed goes by its own name.
func tieLabel(k align.EvidenceKind) string {
	switch k {
	case align.Value:
		return "Numbers"
	case align.Named:
		return "Names"
	case align.Form:
		return "The very same words"
	case align.Meaning:
		return "Words that mean the same"
	case align.Root:
		return "Words of one root"
	case align.Sound:
		return "Words that sound alike"
	case align.Taught:
		return "Words that go together elsewhere in this article"
	}
	return capital(string(k))
}
