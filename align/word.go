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
	form   string // folded; of a number its value, after "#"
	text   string // as the version first writes it
	number bool   // a quantity, by value
	mark   bool   // no word but a mark, see marks
	stem   string // what the lexicon finds it by
	// rendered is the language of a word that does not stand in the version but in what a machine made of it; only words
	// of that language answer it.
	rendered lang.Tag
	once     bool            // it stands in one sentence only
	proper   bool            // capitalised inside a sentence somewhere
	sound    string          // its phonetic skeleton, the same in every script; "" if it says too little
	root     string          // its beginning without what sets Belarusian spelling apart from Russian; "" likewise
	senses   []lexicon.Sense // what the lexicon knows of it
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
	ids      map[string]int32 // of words, by form
	known    map[*entry]int32 // of words met as written, which spares the look at their forms
	stems    []stem           // of words, by number
	slab     []int32          // where the units' lists of words lie
	buffer   quantity.Buffer
}

// stem is what a word is looked up by in phrases, and whether a phrase of the lexicon begins with it.
type stem struct {
	text  string
	opens bool
}

func readSheet(v *article.Version, rendered []*article.Rendering, g *glossary) *sheet {
	guess := len(v.Text) / 16 // there are about as many different words in an article
	r := reader{glossary: g, ids: make(map[string]int32, guess), known: make(map[*entry]int32, guess)}
	r.language = v.Language
	r.words, r.slab = make([]word, 0, guess), make([]int32, 0, len(v.Text)/8)
	r.sentences = make([]unit, len(v.Sentences))
	for i, s := range v.Sentences {
		r.sentences[i] = r.unit(v.Slice(s.Span))
		for _, other := range rendered {
			r.render(&r.sentences[i], other.Segments[i].Text, other.Language)
		}
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
	}
	return &r.sheet
}

func (r *reader) unit(sentence string) unit {
	from := len(r.slab)
	var u unit
	quantities := r.buffer.Find(sentence, r.language)
	for _, q := range quantities {
		if !q.Weak {
			r.number(sentence[q.Start:q.End], q.Key())
		}
	}
	for _, form := range marks(sentence) {
		r.mark(form)
	}
	var stems []stem // the last ones, for phrases
	first := true
	for span := range article.EachWord(sentence) {
		text := sentence[span.Start:span.End]
		letter, _ := utf8.DecodeRuneInString(text)
		if !unicode.IsLetter(letter) || stated(quantities, span) {
			u.letters += float64(utf8.RuneCountInString(text))
			stems, first = stems[:0], false
			continue
		}
		e := r.glossary.look(r.language, text)
		u.letters += float64(e.letters)
		id := r.word(e, text)
		if !first && e.capital {
			r.words[id].proper = true
		}
		first = false
		stems = r.phrases(append(stems, r.stems[id]), sentence[:span.End])
	}
	own := r.slab[from:]
	slices.Sort(own)
	u.words = slices.Clip(slices.Compact(own))
	r.slab = r.slab[:from+len(u.words)]
	return u
}

// render adds to a unit, which is the last that was read, the words of its translation by a machine.
func (r *reader) render(u *unit, text string, language lang.Tag) {
	from := len(r.slab)
	r.slab = append(r.slab, u.words...)
	for span := range article.EachWord(text) {
		e := r.glossary.look(language, text[span.Start:span.End])
		if e.letters < shortest {
			continue // words of a few letters stand everywhere
		}
		form := string(language) + ">" + e.stem.text
		id, ok := r.ids[form]
		if !ok {
			id = r.add(word{form: form, stem: e.stem.text, rendered: language}, stem{})
		}
		r.slab = append(r.slab, id)
	}
	own := r.slab[from:]
	slices.Sort(own)
	u.words = slices.Clip(slices.Compact(own))
	r.slab = r.slab[:from+len(u.words)]
}

// stated tells whether a word is part of a quantity, which is a word of its own.
func stated(quantities []quantity.Quantity, span article.Span) bool {
	for i := range quantities {
		if q := &quantities[i]; !q.Weak && q.Start <= span.Start && span.End <= q.End {
			return true
		}
	}
	return false
}

// number adds a quantity of some value to the unit that is read.
func (r *reader) number(text, value string) {
	form := "#" + value
	id, ok := r.ids[form]
	if !ok {
		id = r.add(word{form: form, text: text, number: true}, stem{})
	}
	r.slab = append(r.slab, id)
}

// mark adds a mark to the unit that is read.
func (r *reader) mark(form string) {
	id, ok := r.ids[form]
	if !ok {
		id = r.add(word{form: form, text: form, mark: true}, stem{})
	}
	r.slab = append(r.slab, id)
}

// word adds a word to the unit that is read, and gives its number.
func (r *reader) word(e *entry, text string) int32 {
	id, ok := r.known[e]
	if !ok {
		if id, ok = r.ids[e.form]; !ok {
			id = r.add(e.word(text, r.language), e.stem)
		}
		r.known[e] = id
	}
	r.slab = append(r.slab, id)
	return id
}

// add takes in a word that is new, and gives its number.
func (r *reader) add(w word, s stem) int32 {
	id := int32(len(r.words))
	r.ids[w.form] = id
	r.words, r.stems = append(r.words, w), append(r.stems, s)
	return id
}

// word is what an entry says of a word, so far as a word of its length says anything.
func (e *entry) word(text string, language lang.Tag) word {
	w := word{form: e.form, text: text, stem: e.stem.text, senses: e.senses}
	if e.letters >= shortest || e.capital {
		w.sound = e.sound
	}
	if e.letters >= shortest && language != lang.English {
		w.root = e.root
	}
	return w
}

// phrases adds the phrases of the lexicon that end with the last of some stems, and keeps the stems that a phrase may
// still begin with.
func (r *reader) phrases(stems []stem, before string) []stem {
	if len(stems) > lexicon.MaxPhrase {
		stems = append(stems[:0], stems[1:]...)
	}
	var room [64]byte
	for n := 2; n <= len(stems); n++ {
		part := stems[len(stems)-n:]
		if !part[0].opens {
			continue
		}
		key := append(room[:0], part[0].text...)
		for _, s := range part[1:] {
			key = append(append(key, ' '), s.text...)
		}
		if senses := r.glossary.phrase(r.language, key); len(senses) > 0 {
			r.phrase(string(key), lastWords(before, n), senses)
		}
	}
	return stems
}

// phrase adds a phrase to the unit that is read.
func (r *reader) phrase(form, text string, senses []lexicon.Sense) {
	id, ok := r.ids[form]
	if !ok {
		id = r.add(word{form: form, text: text, senses: senses}, stem{})
	}
	r.slab = append(r.slab, id)
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
