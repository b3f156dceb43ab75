package lang

import (
	"math"
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Letters counts the letters of a text, as far as they tell languages apart. The zero value is an empty text.
type Letters struct {
	counts                  [slots]int32
	cyrillic, latin, others int32
	other                   Tag // the language of the last letter of a script that is neither
}

// Prior is what is held of a text's language before it is read: it is Odds times as likely to be in Language as in some
// other. The zero value holds nothing but that English, Russian and Belarusian are commoner here than the rest.
type Prior struct {
	Language Tag
	Odds     float64
}

// CountLetters counts the letters of a text in one pass. Words of mixed script count as [Mend] mends them.
func CountLetters(text string) Letters {
	var l Letters
	if l.count(text, false) {
		return l
	}
	l = Letters{}
	l.count(Mend(norm.NFC.String(text)), true)
	return l
}

// count stops and returns false where the text has to be composed and mended first.
func (l *Letters) count(text string, prepared bool) bool {
	latin, cyrillic := false, false
	for _, r := range text {
		s := slotOf(r)
		switch {
		case s >= latinSlots:
			l.counts[s]++
			l.latin++
			latin = true
		case s >= 0:
			l.counts[s]++
			l.cyrillic++
			cyrillic = true
		case r < 0x80 && r != '\'':
			latin, cyrillic = false, false
		default:
			l.countOther(r)
			if !isJoiner(r) {
				latin, cyrillic = false, false
			}
		}
		if !prepared && (latin && cyrillic || isCombining(r)) {
			return false
		}
	}
	return true
}

func (l *Letters) countOther(r rune) {
	if !unicode.IsLetter(r) {
		return
	}
	switch {
	case isLatin(r):
		l.latin++
	case isCyrillic(r):
		l.cyrillic++
	default:
		l.others++
		if t := languageOfScript(r); t != "zh" || l.other != "ja" { // Japanese has Chinese characters among its own
			l.other = t
		}
	}
}

// Add counts m's text as a part of l's.
func (l *Letters) Add(m *Letters) {
	for i, n := range m.counts {
		l.counts[i] += n
	}
	l.cyrillic += m.cyrillic
	l.latin += m.latin
	l.others += m.others
	if m.other != "" {
		l.other = m.other
	}
}

// Cyrillic is the number of Cyrillic letters.
func (l *Letters) Cyrillic() int { return int(l.cyrillic) }

// Latin is the number of Latin letters.
func (l *Letters) Latin() int { return int(l.latin) }

// Total is the number of letters of any script.
func (l *Letters) Total() int { return int(l.cyrillic + l.latin + l.others) }

// Guess says which language the letters speak for, and how surely: [Undetermined] and 0 where there are none. Each
// letter is evidence for the languages that use it much and against those that use it little or never, so a quoted
// foreign name weighs little against the rest of its paragraph. Only the letters of one script are weighed: those of
// the prior's language if they are a quarter of all, otherwise those that prevail.
//
// It is naive Bayes over letters; the logarithms are scaled down because the letters of a text repeat its words and
// are not independent.
func (l *Letters) Guess(p Prior) Guess { return l.GuessWith(nil, p) }

// GuessWith joins what the letters say with what language models said of the same text: guesses for many languages,
// in any order, whose confidences sum to 1. Of a language that the models do not know the letters alone decide.
func (l *Letters) GuessWith(models []Guess, p Prior) Guess {
	if l.Total() == 0 {
		return Guess{Language: Undetermined}
	}
	if l.others > l.cyrillic+l.latin {
		return l.guessOther()
	}
	t := l.tableFor(p.Language)
	var score [maxLanguages]float64
	l.weigh(t, &score)
	l.weighModels(models, t, &score)
	for i, tag := range t.tags {
		score[i] += math.Log(p.oddsOf(tag, t))
	}
	return best(t.tags, score[:len(t.tags)])
}

// tableFor is the table of the script whose letters are weighed.
func (l *Letters) tableFor(expected Tag) *letterTable {
	main, second, n := &cyrillic, &latin, l.latin
	if l.latin > l.cyrillic {
		main, second, n = &latin, &cyrillic, l.cyrillic
	}
	if !slices.Contains(main.tags, expected) && slices.Contains(second.tags, expected) && 4*int(n) >= l.Total() {
		return second
	}
	return main
}

func (l *Letters) guessOther() Guess {
	switch l.other {
	case Undetermined:
		return Guess{Language: Undetermined}
	case "ar", "zh": // scripts that several languages are written in
		return Guess{Language: l.other, Confidence: 0.6}
	}
	return Guess{Language: l.other, Confidence: 0.95}
}

// independence scales the evidence of one letter, or of one trigram, down to what it adds beyond those before it.
const independence = 0.5

func (l *Letters) weigh(t *letterTable, score *[maxLanguages]float64) {
	for s := t.from; s < t.to; s++ {
		if n := independence * float64(l.counts[s]); n > 0 {
			for i := range t.tags {
				score[i] += n * float64(t.logs[s-t.from][i])
			}
		}
	}
}

// weighModels adds the models' say. They claim certainty after a dozen letters, so what they may claim is limited by
// the length of the text.
func (l *Letters) weighModels(models []Guess, t *letterTable, score *[maxLanguages]float64) {
	if len(models) == 0 {
		return
	}
	limit := -float64(l.Total()) / 6
	for i, tag := range t.tags {
		k := slices.IndexFunc(models, func(g Guess) bool { return g.Language == tag })
		if k >= 0 {
			score[i] += max(independence*math.Log(models[k].Confidence), limit)
		}
	}
}

// oddsOf is how likely t is beforehand. What people bring is mostly in the three languages, but seldom in Łacinka.
func (p Prior) oddsOf(t Tag, table *letterTable) float64 {
	if t == p.Language && p.Odds > 0 {
		return p.Odds
	}
	switch t {
	case English, Russian:
		return 3
	case Belarusian:
		if table == &cyrillic {
			return 3
		}
	case "ky", "mn", "tg", "tt":
		return 0.3
	}
	return 1
}

// best turns logarithms of likelihoods into the likeliest language and its share.
func best(tags []Tag, score []float64) Guess {
	top := 0
	for i := range score {
		if score[i] > score[top] {
			top = i
		}
	}
	sum := 0.0
	for i := range score {
		sum += math.Exp(score[i] - score[top])
	}
	return Guess{Language: tags[top], Confidence: 1 / sum}
}
