package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang"
	"triptych/lang/lexicon"
	"triptych/lang/name"
)

// term is a word of a version as a part of a name, or as what may stand for one.
type term struct {
	article.Span
	version, sentence, paragraph int

	text    string // without a possessive 's; letters with points between them without the points
	word    name.Word
	capital bool
	acronym bool // capitals only
	quoted  bool // inside a short quotation, as titles and names of firms are
	titled  bool // every word of its sentence has a capital
	// mention is the number of the run of capitalised words in its sentence that it is in, -1 for none.
	mention   int
	certainty certainty
	index     int // among the terms of its sheet

	stem    string // "" before it is asked for
	senses  []lexicon.Sense
	learned bool // whether senses were read; see nameSheet.known
}

// certainty tells how surely the capital of a word makes it a name.
type certainty int

const (
	noName   certainty = iota
	doubtful           // a capital that a sentence, a quotation or a headline would give any word
	certain            // a capital inside a sentence
)

// named tells whether the term may be a part of a name.
func (t *term) named() bool {
	return t.certainty != noName && !name.Function(t.text) && t.word.Skeleton() != "" && utf8.RuneCountInString(t.text) > 1
}

// beside tells whether two terms are neighbours in one name.
func (t *term) beside(u *term) bool {
	return t.version == u.version && t.sentence == u.sentence && t.mention == u.mention &&
		(t.index == u.index+1 || u.index == t.index+1)
}

func (t *term) cyrillic() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return unicode.Is(unicode.Cyrillic, r)
}

// appendTerms adds the words of a sentence. Their spans are those of the sentence's text.
func appendTerms(all []term, text string, tag lang.Tag) []term {
	from := len(all)
	for lo, hi := range wordSpans(text) {
		if last := len(all) - 1; last >= from && all[last].continues(text, lo, hi) {
			all[last].extend(text[lo:hi], hi)
			continue
		}
		all = append(all, newTerm(text, lo, hi))
	}
	out := all[from:]
	quote(out, text)
	headline := inCapitals(out, tag)
	next := 0
	for k, m := range name.Find(text, tag) {
		for ; next < len(out) && out[next].Start < m.End; next++ {
			if t := &out[next]; t.Start >= m.Start && t.capital {
				t.mention, t.titled = k, headline
				t.certainty = t.judged(text, m)
			}
		}
	}
	return all
}

func newTerm(text string, lo, hi int) term {
	w := text[lo:hi]
	r, n := utf8.DecodeRuneInString(w)
	t := term{Span: article.Span{Start: lo, End: hi}, capital: unicode.IsUpper(r), mention: -1}
	t.acronym = t.capital && n < len(w) && strings.ToUpper(w) == w
	t.text = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	t.word = name.Read(t.text)
	return t
}

// extend adds a letter that ends at end: t is an acronym with points.
func (t *term) extend(letter string, end int) {
	t.End, t.text, t.acronym = end, t.text+letter, true
	t.word = name.Read(t.text)
}

// longestTitle is how many bytes a quotation has at most that may be a title or the name of a firm.
const longestTitle = 100

// quote marks the terms that stand in short quotations.
func quote(terms []term, text string) {
	open, next := -1, 0
	for i, r := range text {
		switch {
		case strings.ContainsRune(closing, r) && open >= 0:
			for ; next < len(terms) && terms[next].Start < i; next++ {
				terms[next].quoted = terms[next].Start > open && i-open < longestTitle
			}
			open = -1
		case strings.ContainsRune(opening, r):
			open = i
		}
	}
}

// continues tells whether the letter from lo to hi belongs to t: the S of "U.S.".
func (t *term) continues(text string, lo, hi int) bool {
	one := func(s string) bool { return utf8.RuneCountInString(s) == 1 }
	letter, _ := utf8.DecodeRuneInString(text[lo:hi])
	return one(text[lo:hi]) && unicode.IsUpper(letter) && text[t.End:lo] == "." && t.capital && (t.acronym || one(t.text))
}

// judged is how certainly the term, which is a part of m, is a name.
func (t *term) judged(text string, m name.Name) certainty {
	before := strings.TrimRight(text[:t.Start], " \u00a0")
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case t.acronym && !t.titled:
		return certain
	case t.titled || utf8.RuneCountInString(t.text) < 2 || before == "":
		return doubtful
	case last == '-' && len(before) == t.Start: // the second part of a double name
		return certain
	case last == '.' && t.Start > m.Start: // after an initial
		return certain
	case strings.ContainsRune(".!?…:;([—–-•‘'", last):
		return doubtful
	case strings.ContainsRune(opening, last) && !alone(before, text[t.End:]):
		return doubtful
	}
	return certain
}

// opening and closing are quotation marks; the straight one is both.
const (
	opening = "«“„\""
	closing = "»”“\""
)

// alone tells whether a word is a quotation by itself inside a sentence, which makes it a name: «Динамо».
func alone(before, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	outside, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, opening+" \u00a0"))
	return strings.ContainsRune(closing, next) && (unicode.IsLetter(outside) || outside == ',')
}

// inCapitals tells whether so many words have capitals that capitals say nothing: in English headlines, and in anything
// that is written in capitals.
func inCapitals(terms []term, tag lang.Tag) bool {
	long, capitals := 0, 0
	for i := range terms {
		if utf8.RuneCountInString(terms[i].text) < 4 {
			continue
		}
		long++
		if terms[i].acronym || terms[i].capital && tag == lang.English {
			capitals++
		}
	}
	return long > 3 && capitals*10 > long*7
}

// wordSpans goes through the words of a text; parts that a hyphen joins are words of their own.
func wordSpans(text string) func(func(lo, hi int) bool) {
	return func(yield func(lo, hi int) bool) {
		start, end := -1, -1
		for i, r := range text {
			digit := unicode.IsDigit(r)
			inside := digit || unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r == '\u00ad'
			switch {
			case inside && (start >= 0 || !digit):
				if start < 0 {
					start = i
				}
				end = i + utf8.RuneLen(r)
			case start >= 0 && end == i && (r == '\'' || r == '’' || r == 'ʼ'): // inside a word, if a letter follows
			case start >= 0:
				if !yield(start, end) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(start, end)
		}
	}
}
