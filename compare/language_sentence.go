package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang"
	"triptych/lang/speech"
)

// leak is what leaked into a sentence: the language of the whole of it, or some words with what tells them.
type leak struct {
	stranger string
	words    []article.Span
	why      string
}

// leakReader looks through one paragraph.
type leakReader struct {
	text      string // of the whole version, which spans count in
	paragraph article.Paragraph
	number    int
	alphabet  alphabet
	words     []speech.Word
	apart     []article.Span // quotations; in Latin text brackets too
	passed    int            // how many of them end before the word that is read
	next      int            // the first word that is not read yet
}

func newLeakReader(v *article.Version, u int) *leakReader {
	r := &leakReader{text: v.Text, paragraph: v.Paragraphs[u], number: u}
	r.alphabet = alphabetOf(v, u)
	own := v.Paragraph(u)
	r.words = speech.Words(own, v.Language)
	for i := range r.words {
		r.words[i].Start += r.paragraph.Start
		r.words[i].End += r.paragraph.Start
	}
	for _, q := range speech.Quotes(own, v.Language) {
		if !q.Dash {
			r.apart = append(r.apart, article.Span{Start: r.paragraph.Start + q.Start, End: r.paragraph.Start + q.End})
		}
	}
	if r.alphabet == latinLetters {
		r.brackets(own)
	}
	r.apart = union(r.apart)
	return r
}

// brackets sets apart what stands in them: the original spelling of a name, or a term.
func (r *leakReader) brackets(own string) {
	for at := 0; ; {
		i := strings.IndexByte(own[at:], '(')
		if i < 0 {
			return
		}
		n := strings.IndexByte(own[at+i:], ')')
		if n < 0 {
			return
		}
		r.apart = append(r.apart, article.Span{Start: r.paragraph.Start + at + i, End: r.paragraph.Start + at + i + n})
		at += i + n
	}
}

// isApart tells whether the next word is quoted.
func (r *leakReader) isApart(w article.Span) bool {
	for r.passed < len(r.apart) && r.apart[r.passed].End <= w.Start {
		r.passed++
	}
	return r.passed < len(r.apart) && r.apart[r.passed].Start <= w.Start
}

// clues counts the words of a sentence by what they tell.
type clues struct {
	all, strange, own int
	latin, small      int // words in Latin letters, and those of them that begin with a small one
	stranger          map[string]int
}

// foreign is the language of the sentence if it is not the version's own.
func (t clues) foreign(a alphabet) string {
	switch {
	case t.strange >= leastStrange && t.own == 0 && 4*t.strange >= t.all:
		return most(t.stranger)
	case a != latinLetters && t.small >= leastLatin && t.latin == t.all:
		return "Latin letters"
	}
	return ""
}

// sentence reads the words of the next sentence of the paragraph.
func (r *leakReader) sentence(s article.Span) leak {
	for r.next < len(r.words) && r.words[r.next].Start < s.Start {
		r.next++
	}
	first := r.next
	var found leak
	t := clues{stranger: map[string]int{}}
	named := -1 // the last word that is taken for a part of a name
	for ; r.next < len(r.words) && r.words[r.next].Start < s.End; r.next++ {
		i := r.next
		w := r.words[i]
		span := article.Span{Start: w.Start, End: w.End}
		if r.isApart(span) || r.address(span, s) {
			continue
		}
		t.all++
		t.script(w)
		clue := r.alphabet.clue(w.Text)
		switch {
		case clue.own:
			t.own++
		case clue.language == "", clue.spelled && w.Upper && !r.shouted(s):
		case r.name(i, first, s) || named >= 0 && named == i-1:
			named = i
		default:
			t.strange++
			t.stranger[clue.language]++
			if n := len(found.words); n > 0 && i > first && found.words[n-1].End == r.words[i-1].End {
				found.words[n-1].End = w.End
			} else {
				found.words = append(found.words, span)
			}
			if found.why == "" {
				found.why = clue.why
			}
		}
	}
	if foreign := t.foreign(r.alphabet); foreign != "" {
		return leak{stranger: foreign}
	}
	return found
}

// leastStrange is how many words of a sentence tell at the least that it is in another language, and leastLatin how many
// small words in Latin letters that it is in another script: brands and titles have capitals.
const (
	leastStrange = 2
	leastLatin   = 4
)

func (t *clues) script(w speech.Word) {
	if !latinWord(w.Text) {
		return
	}
	t.latin++
	if !w.Upper {
		t.small++
	}
}

func most(counts map[string]int) string {
	best := ""
	for language, n := range counts {
		if best == "" || n > counts[best] || n == counts[best] && language < best {
			best = language
		}
	}
	return best
}

// name tells whether word i looks like a name, or like an abbreviation, in a sentence that begins with word first. The
// first word of a sentence is one if another capital follows.
func (r *leakReader) name(i, first int, s article.Span) bool {
	if !r.words[i].Upper {
		return false
	}
	if r.shouted(s) {
		return false
	}
	word := r.text[r.words[i].Start:r.words[i].End]
	if i > first || capitals(word) {
		return true
	}
	return i+1 < len(r.words) && r.words[i+1].Upper && r.words[i+1].Start < s.End
}

// shouted tells whether a sentence is all in capitals, so that they say nothing.
func (r *leakReader) shouted(s article.Span) bool {
	text := r.text[s.Start:s.End]
	return !strings.ContainsFunc(text, unicode.IsLower) && strings.Count(text, " ") >= 2
}

func capitals(word string) bool {
	return utf8.RuneCountInString(word) > 1 && word == strings.ToUpper(word)
}

// longestAddress is how many bytes of an address are looked at on either side of a word.
const longestAddress = 80

// address tells whether a word is part of an address of the net, a hashtag or a nickname.
func (r *leakReader) address(w, s article.Span) bool {
	lo, hi := w.Start, w.End
	for lo > s.Start && w.Start-lo < longestAddress && !space(r.text[lo-1]) {
		lo--
	}
	for hi < s.End && hi-w.End < longestAddress && !space(r.text[hi]) {
		hi++
	}
	chunk := strings.TrimFunc(r.text[lo:hi], func(c rune) bool { return unicode.IsPunct(c) && c != '@' && c != '#' })
	if strings.ContainsAny(chunk, "@#_\\") || strings.Contains(chunk, "://") || strings.HasPrefix(chunk, "www.") {
		return true
	}
	i := strings.IndexByte(chunk, '.')
	return i > 0 && i+1 < len(chunk) && letterBefore(chunk[:i]) && letterAfter(chunk[i+1:])
}

func space(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }

func letterBefore(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}

func letterAfter(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(c)
}

// mixed adds the words of the paragraph that mix scripts to those that are slips of a key, and to those that may be meant
// or do no harm: acronyms, foreign names.
func (r *leakReader) mixed(slight, slips []Mark, v int) (_, _ []Mark) {
	own := r.text[r.paragraph.Start:r.paragraph.End]
	add := func(list []Mark, start, end int) []Mark {
		span := article.Span{Start: r.paragraph.Start + start, End: r.paragraph.Start + end}
		if r.address(span, r.paragraph.Span) {
			return list
		}
		return append(list, Mark{Version: v, Span: span, Paragraph: r.number})
	}
	for start, end := range lang.MixedWords(own) {
		word := own[start:end]
		switch {
		case lang.Mend(word) != word && !plainWord(word):
			slight = add(slight, start, end)
		case lang.Mend(word) != word, changes(word) > 1:
			slips = add(slips, start, end)
		}
	}
	if r.alphabet != latinLetters {
		for i, w := range r.words {
			if r.strayLetter(i) {
				slight = add(slight, w.Start-r.paragraph.Start, w.End-r.paragraph.Start)
			}
		}
	}
	return slight, slips
}

// plainWord tells whether a word is one of running text: small letters and nothing else, but for a capital at its start.
func plainWord(word string) bool {
	n := 0
	for i, c := range word {
		if !unicode.IsLower(c) && (i > 0 || !unicode.IsUpper(c)) {
			return false
		}
		n++
	}
	return n >= shortestPlain
}

// shortestPlain is how many letters a word has at the least that is taken for one of the language and no abbreviation.
const shortestPlain = 4

// changes counts how often a word goes from one script to the other. Once is a word with an ending of its own:
// «SMSка».
func changes(word string) int {
	n, latin, any := 0, false, false
	for _, c := range word {
		if !unicode.IsLetter(c) {
			continue
		}
		now := !unicode.Is(unicode.Cyrillic, c)
		if any && now != latin {
			n++
		}
		latin, any = now, true
	}
	return n
}

// strayLetter tells whether word i is a single small Latin letter among Cyrillic words that looks like one of theirs:
// "i" for «і», "a" for «а».
func (r *leakReader) strayLetter(i int) bool {
	w := r.words[i]
	if w.End-w.Start != 1 || !strings.Contains("aceioy", r.text[w.Start:w.End]) || i == 0 || i+1 == len(r.words) {
		return false
	}
	before, after := r.words[i-1], r.words[i+1]
	return before.End+1 == w.Start && w.End+1 == after.Start && cyrillicWord(before.Text) && cyrillicWord(after.Text)
}

func cyrillicWord(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Cyrillic, c)
}
