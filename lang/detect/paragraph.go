package detect

import "triptych/lang"

// A line as short as this in another script (a name, a brand, a credit) says nothing of its own language.
const (
	lineWords   = 3
	lineLetters = 24
)

// versionOdds is how much likelier a paragraph is to be in its version's language than in any other one.
const versionOdds = 100

// paragraph names the language of paragraph i once the version's is decided: the version's, unless the paragraph is
// surely in another.
func (v *version) paragraph(i int) lang.Guess {
	n := v.sizes[i]
	switch {
	case n.total == 0 || n.total == v.total.Total():
		return v.guess
	case v.foreignScript(n):
		return v.inOtherScript(i)
	}
	l := lang.CountLetters(v.texts[i])
	prior := lang.Prior{Language: v.guess.Language, Odds: versionOdds}
	g := l.Guess(prior)
	if g.Language != v.guess.Language || n.total >= lineLetters && v.doubts(l.Guess(lang.Prior{})) {
		g = v.ask([]int{i}, v.isLatin, prior)
	}
	return v.unlessSure(g, v.guess.Confidence)
}

// foreignScript tells whether a paragraph is mostly in another script than the version's.
func (v *version) foreignScript(n size) bool {
	if v.isLatin {
		return 2*n.latin < n.total
	}
	return 2*n.cyrillic < n.total
}

// doubts tells whether the letters of a paragraph, heard without the version, are too weak a witness for it.
func (v *version) doubts(own lang.Guess) bool {
	return own.Language != v.guess.Language || own.Confidence < 0.8
}

func (v *version) inOtherScript(i int) lang.Guess {
	n := v.sizes[i]
	if n.total < lineLetters || wordsUpTo(lineWords+1, v.texts[i]) <= lineWords {
		return lang.Guess{Language: v.guess.Language, Confidence: 0.7 * v.guess.Confidence}
	}
	l := lang.CountLetters(v.texts[i])
	g := l.Guess(lang.Prior{})
	latin := n.latin > n.cyrillic
	if latin && g.Language != lang.Belarusian || g.Confidence < voteConfidence {
		g = v.ask([]int{i}, latin, lang.Prior{})
	}
	return v.unlessSure(g, 0.5*v.guess.Confidence)
}

// unlessSure keeps the version's language where the paragraph's own guess is a toss-up, with the confidence that is left
// for it.
func (v *version) unlessSure(g lang.Guess, kept float64) lang.Guess {
	const sure = 0.7
	switch {
	case g.Language == v.guess.Language:
		return lang.Guess{Language: g.Language, Confidence: min(g.Confidence, v.guess.Confidence)}
	case g.Confidence < sure:
		return lang.Guess{Language: v.guess.Language, Confidence: min(kept, 1-g.Confidence)}
	}
	return g
}
