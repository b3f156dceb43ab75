package compare

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang"
	"triptych/lang/lexicon"
	"triptych/lang/name"
)

// nameSheet is the words of some paragraphs of a version. What costs more than reading them is found out when it is
// asked for: most names are settled by their sound.
type nameSheet struct {
	version  int
	tag      lang.Tag
	latin    bool // Belarusian in Latin letters
	terms    []term
	capitals []*term

	lexicon  *lexicon.Lexicon
	senses   map[lexicon.Sense]bool // what the lexicon knows of the words, nil before learn
	doubles  []name.Word            // neighbours written as one word, if one of them has a capital
	initials string                 // what the words begin with, as classes of letters
}

// newNameSheet reads paragraphs of a version, as far as they exist.
func newNameSheet(a *article.Article, version int, l *lexicon.Lexicon, paragraphs ...article.Range) *nameSheet {
	v := &a.Versions[version]
	s := &nameSheet{version: version, tag: v.Language, lexicon: l}
	bytes := 0
	for _, r := range paragraphs {
		for u := max(0, r.Lo); u < min(r.Hi, len(v.Paragraphs)); u++ {
			bytes += v.Paragraphs[u].Len()
		}
	}
	s.terms = make([]term, 0, bytes/bytesPerWord(s.tag))
	for _, r := range paragraphs {
		for u := max(0, r.Lo); u < min(r.Hi, len(v.Paragraphs)); u++ {
			sentences := v.Paragraphs[u].Sentences
			for i := sentences.Lo; i < sentences.Hi; i++ {
				s.add(v, i)
			}
		}
	}
	s.describe()
	return s
}

// bytesPerWord is how many bytes a word takes in running text, with the space after it and rather too few than too many.
func bytesPerWord(tag lang.Tag) int {
	if tag == lang.Russian || tag == lang.Belarusian {
		return 10
	}
	return 5
}

// describe notes what is known when all words have been read.
func (s *nameSheet) describe() {
	latin := 0
	for i := range s.terms {
		s.terms[i].index = i
		if s.terms[i].capital {
			s.capitals = append(s.capitals, &s.terms[i])
		}
		if !s.terms[i].cyrillic() {
			latin++
		}
	}
	s.latin = s.tag == lang.Belarusian && 2*latin > len(s.terms)
}

// native tells whether a term is in the script of the text around it.
func (s *nameSheet) native(t *term) bool {
	return t.cyrillic() == (!s.latin && (s.tag == lang.Russian || s.tag == lang.Belarusian))
}

// word is the text of a term as the lexicon may have it.
func (s *nameSheet) word(t *term) string {
	if s.latin && !t.cyrillic() {
		return name.FromLacinka(t.text)
	}
	return t.text
}

// add reads a sentence.
func (s *nameSheet) add(v *article.Version, sentence int) {
	span := v.Sentences[sentence]
	from := len(s.terms)
	s.terms = appendTerms(s.terms, v.Sentence(sentence), v.Language)
	for i := from; i < len(s.terms); i++ {
		t := &s.terms[i]
		t.version, t.sentence, t.paragraph = s.version, sentence, span.Paragraph
		t.Start += span.Start
		t.End += span.Start
	}
}

// within lists the terms of a run of sentences.
func (s *nameSheet) within(r article.Range) []term {
	lo, _ := slices.BinarySearchFunc(s.terms, r.Lo, func(t term, n int) int { return t.sentence - n })
	hi, _ := slices.BinarySearchFunc(s.terms, r.Hi, func(t term, n int) int { return t.sentence - n })
	return s.terms[lo:hi]
}

// known is what the lexicon knows of a term and of the phrases that it is in.
func (s *nameSheet) known(t *term) []lexicon.Sense {
	if t.learned {
		return t.senses
	}
	t.learned = true
	for sense := range s.own(t) {
		t.senses = append(t.senses, sense)
	}
	for lo := max(0, t.index-lexicon.MaxPhrase+1); lo <= t.index; lo++ {
		for sense := range s.phrases(lo, t.index-lo+1) {
			t.senses = append(t.senses, sense)
		}
	}
	return t.senses
}

// learn reads the senses of all words and phrases.
func (s *nameSheet) learn() {
	if s.senses != nil {
		return
	}
	s.senses = map[lexicon.Sense]bool{}
	for i := range s.terms {
		for sense := range s.own(&s.terms[i]) {
			s.senses[sense] = true
		}
		for sense := range s.phrases(i, 1) {
			s.senses[sense] = true
		}
	}
}

// own goes through the senses of a word, by its stem and as it is written.
func (s *nameSheet) own(t *term) iter.Seq[lexicon.Sense] {
	return func(yield func(lexicon.Sense) bool) {
		stem := s.stem(t)
		for sense := range s.lexicon.Senses(s.tag, stem) {
			if !yield(sense) {
				return
			}
		}
		if folded := lang.Fold(s.word(t)); folded != stem {
			s.lexicon.Senses(s.tag, folded)(yield)
		}
	}
}

func (s *nameSheet) stem(t *term) string {
	if t.stem == "" {
		t.stem = lexicon.Stem(s.tag, s.word(t))
	}
	return t.stem
}

// phrases goes through the senses of the phrases of at least so many words that begin with term i.
func (s *nameSheet) phrases(i, least int) iter.Seq[lexicon.Sense] {
	return func(yield func(lexicon.Sense) bool) {
		stems := s.stem(&s.terms[i])
		if !s.lexicon.Opens(s.tag, stems) {
			return
		}
		for n := 2; n <= lexicon.MaxPhrase && i+n <= len(s.terms) && s.terms[i+n-1].sentence == s.terms[i].sentence; n++ {
			stems += " " + s.stem(&s.terms[i+n-1])
			if n < least {
				continue
			}
			for sense := range s.lexicon.Senses(s.tag, stems) {
				if !yield(sense) {
					return
				}
			}
		}
	}
}

// pairs are neighbours written as one word.
func (s *nameSheet) pairs() []name.Word {
	if s.doubles != nil {
		return s.doubles
	}
	s.doubles = []name.Word{}
	for i := 1; i < len(s.terms); i++ {
		a, b := &s.terms[i-1], &s.terms[i]
		if (a.capital || b.capital) && a.sentence == b.sentence && b.word.Skeleton() != "" {
			s.doubles = append(s.doubles, name.Read(a.text+strings.ToLower(b.text)))
		}
	}
	return s.doubles
}

// opens is what the words begin with, a byte a word.
func (s *nameSheet) opens() string {
	if s.initials == "" && len(s.terms) > 0 {
		var b strings.Builder
		for i := range s.terms {
			r, _ := utf8.DecodeRuneInString(s.terms[i].text)
			b.WriteByte(initial(r))
		}
		s.initials = b.String()
	}
	return s.initials
}

// initial is the class of a letter as the first of a word: Д and D are one.
func initial(r rune) byte {
	if k := name.Skeleton(string(r)); k != "" {
		return k[0]
	}
	return '?'
}
