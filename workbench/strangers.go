package workbench

import (
	"fmt"
	"strings"

	"triptych/align"
	"triptych/article"
)

// alike is the likeness, in nats a hundred letters, from which versions are taken for one article. Versions of one
// article of our own have six and more, however freely told, versions of two different ones at most one. In a language
// that the lexicon does not have, versions of one article come down to three.
const alike, alikeWithoutLexicon = 2.5, 1.5

// strangers warns of versions that hardly share a word with any other: they may belong to another article, and then
// everything that is marked as left out is no finding. A text of one paragraph is too little to say so.
func strangers(a *article.Article, l align.Levels) []string {
	var out []string
	for v := range a.Versions {
		version := &a.Versions[v]
		enough := alike
		if !version.Language.Served() {
			enough = alikeWithoutLexicon
		}
		if len(version.Paragraphs) > 1 && l.Likeness[v] < enough {
			out = append(out, fmt.Sprintf("the %s version (“%s”) has hardly anything in common with the others: is it the same article?",
				version.Language.Name(), brief(version.Title())))
		}
	}
	return out
}

// brief is a title cut at a length that a line of warning bears.
func brief(title string) string {
	const longest = 60
	runes := []rune(title)
	if len(runes) <= longest {
		return title
	}
	return strings.TrimSpace(string(runes[:longest])) + "…"
}
