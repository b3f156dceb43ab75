package align

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang"
	"triptych/lang/lexicon"
	"triptych/lang/quantity"
)

// word is a distinct word of one version with all that can tie it to a word of another version.
type word struct {
	form   string          // folded; of a number its value, after "#"
	text   string          // as the version first writes it
	number bool            // a quantity, by value
	once   bool            // it stands in one sentence only
	proper bool            // capitalised inside a sentence somewhere
	sound  string          // its phonetic skeleton, the same in every script; "" if it says too little
	root   string          // its beginning without what sets Belarusian spelling apart from Russian; "" likewise
	senses []lexicon.Sense // what the lexicon knows of it
}

// unit is what the model knows of a paragraph or a sentence.
type unit struct {
	letters float64 // letters and digits
	words   []int32 // distinct, ascending: indexes into its version's words
}

// sheet is one version as the model sees it.
type sheet struct {
	language              lang.Tag
	words                 []word
	paragraphs, sentences []unit
}

const (
	// shortest is the least number of letters of a word whose sound or root says anything.
	shortest = 4
	// rootLength is how many letters of a folded word are taken for its root.
	rootLength = 5
)

// reader turns one version into a sheet.
type reader struct {
	sheet
	glossary *glossary
	ids      map[string]int32
	proper   map[string]bool // folded words that stand capitalised inside a sentence
	stems    map[string]stem // of words met in this version
}

// stem is what a word is looked up by in phrases, and whether a phrase of the lexicon begins with it.
type stem struct {
	text  string
	opens bool
}

func readSheet(v *article.Version, g *glossary) *sheet {
	r := reader{glossary: g, ids: map[string]int32{}, proper: map[string]bool{}, stems: map[string]stem{}}
	r.language = v.Language
	r.sentences = make([]unit, len(v.Sentences))
	for i, s := range v.Sentences {
		r.sentences[i] = r.unit(v.Slice(s.Span))
	}
	r.paragraphs = make([]unit, len(v.Paragraphs))
	for i, p := range v.Paragraphs {
		r.paragraphs[i] = joined(r.sentences[p.Sentences.Lo:p.Sentences.Hi])
	}
	times := make([]int, len(r.words))
	for i := range r.sentences {
		for _, t := range r.sentences[i].words {
			times[t]++
		}
	}
	for i := range r.words {
		r.words[i].once = times[i] == 1
		r.words[i].proper = r.proper[r.words[i].form]
	}
	return &r.sheet
}

func (r *reader) unit(sentence string) unit {
	var u unit
	quantities := quantity.Find(sentence, r.language)
	for _, q := range quantities {
		if !q.Weak {
			u.words = append(u.words, r.id("#"+q.Key(), func(w *word) { w.number, w.text = true, sentence[q.Start:q.End] }))
		}
	}
	var stems []stem // the last ones, for phrases
	first := true
	for span := range article.EachWord(sentence) {
		text := sentence[span.Start:span.End]
		letters := utf8.RuneCountInString(text)
		u.letters += float64(letters)
		letter, _ := utf8.DecodeRuneInString(text)
		if !unicode.IsLetter(letter) || stated(quantities, span) {
			stems, first = stems[:0], false
			continue
		}
		form := lang.Fold(text)
		if !first && unicode.IsUpper(letter) {
			r.proper[form] = true
		}
		first = false
		u.words = append(u.words, r.id(form, func(w *word) { r.describe(w, text, letters, unicode.IsUpper(letter)) }))
		stems = r.phrases(&u, append(stems, r.stems[form]), sentence[:span.End])
	}
	slices.Sort(u.words)
	u.words = slices.Compact(u.words)
	return u
}

// stated tells whether a word is part of a quantity, which is a word of its own.
func stated(quantities []quantity.Quantity, span article.Span) bool {
	return slices.ContainsFunc(quantities, func(q quantity.Quantity) bool {
		return !q.Weak && q.Start <= span.Start && span.End <= q.End
	})
}

func (r *reader) describe(w *word, text string, letters int, capital bool) {
	e := r.glossary.look(r.language, text, w.form, capital)
	r.stems[w.form] = e.stem
	w.text, w.senses = text, e.senses
	if letters >= shortest || capital {
		w.sound = e.sound
	}
	if letters >= shortest && r.language != lang.English {
		w.root = e.root
	}
}

// phrases adds the phrases of the lexicon that end with the last of some stems, and keeps the stems that a phrase may
// still begin with.
func (r *reader) phrases(u *unit, stems []stem, before string) []stem {
	if len(stems) > lexicon.MaxPhrase {
		stems = stems[1:]
	}
	for n := 2; n <= len(stems); n++ {
		part := stems[len(stems)-n:]
		if !part[0].opens {
			continue
		}
		key := part[0].text
		for _, s := range part[1:] {
			key += " " + s.text
		}
		if senses := r.glossary.phrase(r.language, key); len(senses) > 0 {
			u.words = append(u.words, r.id(key, func(w *word) { w.senses, w.text = senses, lastWords(before, n) }))
		}
	}
	return stems
}

// lastWords is the end of a text that has its last n words, parted by spaces or hyphens.
func lastWords(text string, n int) string {
	for i := len(text) - 1; i >= 0; i-- {
		if c := text[i]; c == ' ' || c == '-' {
			if n--; n == 0 {
				return text[i+1:]
			}
		}
	}
	return text
}

// id is the number of the word of a form; make fills in a word that is new.
func (r *reader) id(form string, describe func(*word)) int32 {
	if id, ok := r.ids[form]; ok {
		return id
	}
	id := int32(len(r.words))
	r.ids[form] = id
	w := word{form: form}
	describe(&w)
	r.words = append(r.words, w)
	return id
}

// joined is the unit that several units make together.
func joined(units []unit) unit {
	if len(units) == 1 {
		return units[0]
	}
	var u unit
	for i := range units {
		u.letters += units[i].letters
		u.words = append(u.words, units[i].words...)
	}
	slices.Sort(u.words)
	u.words = slices.Compact(u.words)
	return u
}
