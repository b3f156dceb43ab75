package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences cuts a paragraph into sentences: spans relative to the paragraph, without the spaces between them. One
// rule serves English, Russian and Belarusian. A paragraph that is not blank has at least one sentence.
//
// A sentence ends at a run of stops (. ! ? …) with the closing quotation marks and brackets that follow it, if the text
// goes on with something that can begin a sentence and the stop does not merely belong to an abbreviation, an initial
// or a number. Where both readings are possible («в 2020 г. Беларусь») the same habit holds in all three languages, so
// that versions of one article are cut alike. The cost is linear in the paragraph's length.
func Sentences(paragraph string) []Span {
	s := scanner{text: paragraph}
	for i := 0; i < len(paragraph); {
		i = s.step(i)
	}
	s.finish()
	return s.spans
}

// scanner is one pass over a paragraph. It looks back from a stop no further than a few words and ahead no further than
// the next stop or a few words, which keeps it linear.
type scanner struct {
	text    string
	spans   []Span
	start   int  // where the current sentence begins
	hasWord bool // a letter or digit has been seen in it
	// inner tells whether the bracket opened last stands inside a sentence: a stop within it ends nothing.
	inner bool
	// title tells whether the guillemets opened last enclose a name and not speech: «Кто там?» after a word, not a colon.
	// titleEnd is where a short one closes: nothing before it is a boundary («Что? Где? Когда?»).
	title    bool
	titleEnd int
}

// step passes over the character, or the run of stops and closing marks, at i.
func (s *scanner) step(i int) int {
	c := s.text[i]
	switch {
	case c >= utf8.RuneSelf:
		return s.stepWide(i)
	case c == '.' || c == '!' || c == '?':
		return s.stop(i)
	case c == '(' || c == '[':
		s.inner = s.hasWord
	case asciiAlnum(c):
		s.hasWord = true
	}
	return i + 1
}

func (s *scanner) stepWide(i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case r == '…':
		return s.stop(i)
	case r == '«':
		s.openGuillemets(i)
	case !s.hasWord && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		s.hasWord = true
	}
	return i + n
}

func (s *scanner) openGuillemets(i int) {
	const longest = 80 // bytes
	s.title = s.hasWord && !introducesSpeech(s.text[:i])
	if !s.title {
		return
	}
	if n := strings.Index(s.text[i:min(len(s.text), i+longest)], "»"); n >= 0 {
		s.titleEnd = i + n
	}
}

// introducesSpeech tells whether direct speech may follow: a colon, a comma or a dash stands last.
func introducesSpeech(before string) bool {
	before = strings.TrimRight(before, " \u00a0")
	r, _ := utf8.DecodeLastRuneInString(before)
	return r == ':' || r == ',' || isDash(r) || isStop(r)
}

// stop reads the run of stops and closing marks at i, cuts after it if the sentence ends there, and returns its end.
func (s *scanner) stop(i int) int {
	m := readMarks(s.text, i)
	if s.hasWord && s.ends(m) {
		s.cut(m.end)
	}
	return m.end
}

// cut ends the current sentence at end.
func (s *scanner) cut(end int) {
	if span := trimmed(s.text, s.start, end); span.Len() > 0 {
		s.spans = append(s.spans, span)
	}
	s.start, s.hasWord, s.inner, s.title = end, false, false, false
}

// finish closes the last sentence. Marks without a word after the last stop belong to the sentence before them.
func (s *scanner) finish() {
	if !s.hasWord && len(s.spans) > 0 {
		last := &s.spans[len(s.spans)-1]
		last.End = trimmed(s.text, last.Start, len(s.text)).End
		return
	}
	s.cut(len(s.text))
}

// trimmed is the span from start to end without the spaces at its ends.
func trimmed(text string, start, end int) Span {
	part := text[start:end]
	start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	return Span{start, start + len(strings.TrimSpace(part))}
}

func asciiAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
