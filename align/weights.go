package align

import (
	"math"
	"slices"

	"triptych/lang"
)

// Weights are the numbers of the model. [Learned] gives those that were learned from texts with known alignment.
type Weights struct {
	// Ties says what a word is worth by how it is tied, between languages of each kinship.
	Ties [kinships][ties]Signal
	// The log of the ratio of two lengths has the standard deviation Fixed + PerLetter/sqrt(letters of the shorter) in
	// units that say the same, and Chance more in units that do not. LengthTrust weighs it against the words.
	Fixed, PerLetter, Chance, LengthTrust float64
	// Paragraphs and Sentences say how often which shapes of beads occur at either level, Inside how often among the
	// sentences of paragraphs that are known to say the same.
	Paragraphs, Sentences, Inside Shapes
	// Link is what one sentence bead of paragraphs says for tying them, and against tying either to others; NoLink is
	// what a sentence without a counterpart says against tying its paragraph.
	Link, NoLink float64
	// Move is the log of the chance that a passage stands elsewhere in some version.
	Move float64
	// Temperature is what scores are divided by before they are read as logs of probabilities: words are not
	// independent of each other, as the model takes them to be, so that it is too sure of itself.
	Temperature float64
	// NoLexicon and NoLinks switch the lexicon and the first alignment by sentences off.
	NoLexicon, NoLinks bool `json:",omitempty"`
	// Slope and Offset of the curve that turns the log of a bead's odds among all paths into that of its being right.
	Slope, Offset float64
}

// Signal is what words of one tie are worth.
type Signal struct {
	// Kept is the chance that a word which has a counterpart somewhere in the other version has it in the very unit that
	// says the same.
	Kept float64
	// Trust takes account of words not being independent of each other: 1 counts each in full, 0 switches off.
	Trust float64
	// Nowhere is the log-likelihood ratio, trust included, of a word that has no counterpart anywhere.
	Nowhere float64
}

// worth is a signal as the model uses it, its logarithms taken: half of each ratio, for every tie is seen from both sides.
type worth struct{ trust, lost, gain, nowhere float64 }

const (
	// usualLength is how many sentences the texts had at most, but for one, that [Signal.Kept] was learned from.
	usualLength = 30
	// crowding is by which power of a text's length the odds of a word's being kept fall. The longer a text, the more of
	// the words that were translated otherwise have a counterpart somewhere by chance, so that fewer of those which have
	// one have it in the right place: in English and Russian news that the lexicon ties, 77 % in texts of 14 sentences
	// and 62 % in one of 850; of names 96 % and 87 %, of equal words 98 % and 84 %.
	crowding = 0.2
)

// worth is the signal's worth in texts of some number of sentences.
func (s *Signal) worth(sentences float64) worth {
	odds := s.Kept / (1 - s.Kept) * math.Pow(max(sentences/usualLength, 1), -crowding)
	lost := -math.Log1p(odds)
	return worth{trust: s.Trust / 2, lost: lost, gain: math.Log(max(odds, 1e-9)), nowhere: s.Nowhere / 2}
}

// Shapes are logs of chances.
type Shapes struct {
	// Fewer[n][k] is that a version says in k units what others say in n; Even[n] that all say in n units, more than
	// one, what could not be parted; Gap that a version does not say it.
	Fewer [maxRun + 1][maxRun + 1]float64
	Even  [maxRun + 1]float64
	Gap   float64
}

// score rates a bead's sizes before its words are looked at. The longest side is taken for what there was to say; each
// shorter side is one departure from it.
func (s *Shapes) score(sizes []int) float64 {
	longest, even := slices.Max(sizes), true
	var sum float64
	for _, n := range sizes {
		switch {
		case n == 0:
			sum += s.Gap
		case n < longest:
			sum += s.Fewer[longest][n]
			even = false
		}
	}
	if even {
		sum += s.Even[longest]
	}
	return sum
}

// lettersFor is how many letters a language needs for what English says in one, as measured on news.
func (w *Weights) lettersFor(t lang.Tag) float64 {
	switch t {
	case lang.Russian:
		return 1.11
	case lang.Belarusian:
		return 1.03
	}
	return 1
}

// length is a number of letters with what the score of two lengths needs, so that no logarithm is taken twice.
type length struct {
	letters, log float64
	// 1/2σ² of a length as the shorter one, in units that say the same and at random, and the log of σ's ratio.
	narrow, wide, ratio float64
}

func (w *Weights) lengthOf(letters float64) length {
	narrow := w.Fixed + w.PerLetter/math.Sqrt(letters+1)
	wide := w.Chance + narrow
	return length{letters, math.Log(letters + 1), 1 / (2 * narrow * narrow), 1 / (2 * wide * wide), math.Log(wide / narrow)}
}

// lengths is the log-likelihood ratio of two lengths: of a ratio spread narrowly around one against a ratio spread as
// it is between units at random (after Gale & Church 1993, with logarithms, which makes it symmetrical).
func (w *Weights) lengths(a, b *length) float64 {
	r, shorter := a.log-b.log, a
	if b.letters < a.letters {
		shorter = b
	}
	return w.LengthTrust * (r*r*(shorter.wide-shorter.narrow) + shorter.ratio)
}
