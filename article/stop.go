package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// marks is a run of stops and the closing marks after them: `.`, `?!`, `…»`, `!»).`.
type marks struct {
	start, end int
	dot        bool // the only stop is one full stop, so it may belong to an abbreviation
	bracket    bool // a bracket closes after the last stop
	guillemet  bool // » closes after the last stop
	quote      bool // any quotation mark closes after the last stop
	straight   bool // the last mark is " or ', which opens as well as closes
}

// readMarks reads the marks from the stop at i on. A space may stand before a mark that can only close.
func readMarks(text string, i int) marks {
	m := marks{start: i, end: i, dot: text[i] == '.'}
	for m.end < len(text) {
		r, n := utf8.DecodeRuneInString(text[m.end:])
		switch {
		case isStop(r):
			m = marks{start: m.start, end: m.end + n, dot: m.dot && m.end == m.start}
		case isCloser(r):
			m.close(r, n)
		case unicode.IsSpace(r):
			after, size := utf8.DecodeRuneInString(text[m.end+n:])
			if after != '»' && after != ')' && after != ']' {
				return m
			}
			m.close(after, n+size)
		default:
			return m
		}
	}
	return m
}

func (m *marks) close(r rune, size int) {
	m.end += size
	m.bracket = m.bracket || r == ')' || r == ']'
	m.guillemet = m.guillemet || r == '»'
	m.quote = m.quote || r != ')' && r != ']'
	m.straight = r == '"' || r == '\''
}

// next is what follows a stop.
type next struct {
	rest  string // the text from its first character that is no space, dash or opening mark
	r     rune   // that character
	glued bool   // no space stands before it
	dash  bool   // a dash stands before it
}

// readNext looks at what follows the marks that end at i; ok is false at the end of the text.
func readNext(text string, i int) (n next, ok bool) {
	n.glued = true
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			n.glued = false
		case isDash(r):
			n.dash = true
		case !isOpener(r):
			n.rest, n.r = text[i:], r
			return n, true
		}
		i += size
	}
	return n, false
}

// lower tells whether the text goes on in lower case, so that no sentence begins. A name such as iPhone is not lower case.
func (n next) lower() bool {
	if !unicode.IsLower(n.r) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(n.rest[utf8.RuneLen(n.r):])
	return !unicode.IsUpper(second)
}

// word is the word that follows; "" if that is a figure, an initial or longer than any word looked for.
func (n next) word() string {
	const longest = 24
	for i, r := range n.rest {
		if i > longest || r == '.' {
			return ""
		}
		if !unicode.IsLetter(r) {
			return n.rest[:i]
		}
	}
	return n.rest
}

// ends tells whether the sentence ends at the marks.
func (s *scanner) ends(m marks) bool {
	n, ok := readNext(s.text, m.end)
	switch {
	case !ok, n.lower(), isStop(n.r), strings.ContainsRune(",;:", n.r), isCloser(n.r):
		return false
	case n.glued:
		return s.endsGlued(m, n)
	case m.quote && n.dash: // «Пойдём?» — Иван встал.
		return false
	case m.bracket && s.inner: // He left (really!) Minsk.
		return false
	case m.end <= s.titleEnd, m.guillemet && s.title && !m.dot: // Фильм «Кто там?» Иван не видел.
		return false
	case m.quote && !m.dot && n.attributes(): // "Who is there?" Ivanov asked.
		return false
	case m.dot && !m.quote && !m.bracket:
		return s.endsAtDot(m.start, n)
	}
	return true
}

// endsGlued decides where the space after a stop is missing: «ушёл.Потом» is two sentences, "sb.by", «Газета.Ру»,
// "18.00" and "J.Smith" are not.
func (s *scanner) endsGlued(m marks, n next) bool {
	if n.dash || m.straight || !unicode.IsUpper(n.r) {
		return false
	}
	second, _ := utf8.DecodeRuneInString(n.rest[utf8.RuneLen(n.r):])
	w := wordBefore(s.text, m.start)
	if unicode.IsUpper(second) || utf8.RuneCountInString(w.text) < 2 || strings.ToLower(w.text) != w.text {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:w.start])
	return !strings.ContainsRune("./@:_&=#", before) && s.abbreviation(w) == noAbbreviation
}

// endsAtDot decides at a single full stop, followed by a space.
func (s *scanner) endsAtDot(i int, n next) bool {
	w := wordBefore(s.text, i)
	if s.enumerates(i) {
		return false
	}
	switch s.abbreviation(w) {
	case beforeName:
		return false
	case beforeAny:
		return !n.dash && opensSentence(n.word())
	case afterNumber:
		if n.dash || unicode.IsDigit(n.r) {
			return false
		}
		return opensSentence(n.word()) || !s.opensWithDate(w)
	case clock:
		return !n.dash && !afterClock(n.word())
	}
	return true
}

// enumerates tells whether the sentence is so far only the number of a list: "1.", "2.1.", "IV.".
func (s *scanner) enumerates(dot int) bool {
	const longest = 5
	if dot-s.start > longest+1 {
		return false
	}
	item := strings.TrimSpace(s.text[s.start:dot])
	return strings.Trim(item, "0123456789.") == "" || strings.Trim(item, "IVX") == ""
}

// opensWithDate tells whether the sentence is so far a date or period of a few words, which its subject follows:
// «В мае 2020 г. Беларусь», «До 2030 г. Минск».
func (s *scanner) opensWithDate(w word) bool {
	const longest = 60
	if w.start-s.start > longest || !w.afterDigit(s.text) {
		return false
	}
	fields := strings.Fields(strings.TrimLeft(s.text[s.start:w.start], " —–-«“„\"("))
	if len(fields) == 0 || len(fields) > 4 {
		return false
	}
	return opensSentence(fields[0]) || '0' <= fields[0][0] && fields[0][0] <= '9'
}

// attributes tells whether a speaker and a verb of saying follow: `Ivanov asked`, `President Ivan Petrov said`.
func (n next) attributes() bool {
	if opensSentence(n.word()) {
		return false
	}
	rest := n.rest
	for range 4 {
		field, after, ok := strings.Cut(rest[:min(len(rest), 64)], " ")
		if saying(strings.TrimRight(field, ".,:;")) {
			return true
		}
		if !ok || strings.ContainsAny(field, ".,:;!?") {
			return false
		}
		rest = after
	}
	return false
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

func isCloser(r rune) bool {
	switch r {
	case '»', '”', '’', '“', '›', ')', ']', '"', '\'':
		return true
	}
	return false
}

func isOpener(r rune) bool {
	switch r {
	case '«', '“', '„', '‘', '‹', '(', '[', '"', '\'':
		return true
	}
	return false
}

func isDash(r rune) bool {
	switch r {
	case '-', '–', '—', '―':
		return true
	}
	return false
}
