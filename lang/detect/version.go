package detect

import (
	"cmp"
	"slices"
	"unicode"

	"triptych/lang"
)

// version is a text on its way through detection.
type version struct {
	texts  []string
	sizes  []size
	total  lang.Letters
	models *budget
	// Those who vote in Cyrillic and those who vote in Latin script; one of the two elections counts.
	cyrillic, latin election

	guess   lang.Guess // once decided
	isLatin bool       // whether the version's script is Latin
}

// size is what is kept of a paragraph's letters. Their counts are made anew when they are needed: they would take more
// room than the text.
type size struct{ cyrillic, latin, total int }

func read(texts []string, m *budget) *version {
	v := &version{texts: texts, models: m}
	for i, text := range texts {
		l := lang.CountLetters(text)
		v.sizes = append(v.sizes, size{l.Cyrillic(), l.Latin(), l.Total()})
		v.total.Add(&l)
		switch {
		case 2*l.Latin() > l.Total():
			v.latin.vote(i, text, &l)
		case 2*l.Cyrillic() > l.Total():
			v.cyrillic.vote(i, text, &l)
		}
	}
	return v
}

// decide names the version's language.
func (v *version) decide() {
	v.isLatin = v.total.Latin() > v.total.Cyrillic()
	winner := v.cyrillic.winner()
	if v.isLatin {
		winner = v.latin.winner()
	}
	if len(winner.members) == 0 || v.total.Latin()+v.total.Cyrillic() < v.total.Total()/2 {
		v.guess = v.total.Guess(lang.Prior{}) // no letters, or another script
		return
	}
	v.guess = winner.letters.Guess(lang.Prior{})
	if v.isLatin && v.guess.Language != lang.Belarusian || v.guess.Confidence < voteConfidence {
		v.guess = v.consult(winner.members, v.guess.Language)
	}
}

// consult asks the models about the longest paragraph, and if they do not confirm what the letters expect about two
// more, whose votes are counted by letters. Paragraphs are mixed only where all are short: a page of English with a
// paragraph of German in it may look Dutch.
func (v *version) consult(members []int, expected lang.Tag) lang.Guess {
	const (
		long   = 80 // letters
		voters = 3
	)
	longest := slices.Clone(members)
	slices.SortStableFunc(longest, func(a, b int) int { return cmp.Compare(v.sizes[b].total, v.sizes[a].total) })
	if v.sizes[longest[0]].total < long {
		return v.ask(longest[:min(len(longest), maxSampled)], v.isLatin, lang.Prior{})
	}
	votes := map[lang.Tag]int{}
	var leader lang.Guess
	for _, i := range longest[:min(len(longest), voters)] {
		g := v.ask([]int{i}, v.isLatin, lang.Prior{})
		votes[g.Language] += v.sizes[i].total
		if votes[g.Language] > votes[leader.Language] {
			leader = g
		}
		if leader.Language == expected {
			break
		}
	}
	return leader
}

// maxSampled is how many paragraphs a sample is drawn from at most.
const maxSampled = 8

// ask joins letters and models on a sample of some paragraphs, which are mainly in one script.
func (v *version) ask(paragraphs []int, latin bool, p lang.Prior) lang.Guess {
	var texts []string
	for _, i := range paragraphs {
		texts = append(texts, v.texts[i])
	}
	script := unicode.Cyrillic
	if latin {
		script = unicode.Latin
	}
	s := sample(texts, script)
	letters := lang.CountLetters(s)
	if s == "" { // every word mixes scripts
		for _, text := range texts {
			l := lang.CountLetters(text)
			letters.Add(&l)
		}
	}
	return letters.GuessWith(v.models.say(s, latin), p)
}
