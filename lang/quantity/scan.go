package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	mark   tokenKind = iota // any other character; a line break too, for no quantity goes on over it
	number                  // digits with their grouping and decimals
	word                    // letters; num tells what number the word states, if any
)

// token is a piece of the text. Spaces make no token.
type token struct {
	start, end int
	kind       tokenKind
	glued      bool // follows the token before it without a space
	char       rune // of a mark
	figures         // of a number
	num        numeral
}

// scanner cuts a text into tokens.
type scanner struct {
	text   string
	pos    int
	tokens []token
	latin  bool // the text is in Łacinka
}

func scan(text string, lacinka bool, into []token) []token {
	s := scanner{text: text, tokens: into, latin: lacinka}
	for s.pos < len(text) {
		s.next()
	}
	return s.tokens
}

func (s *scanner) next() {
	r, n := utf8.DecodeRuneInString(s.text[s.pos:])
	switch {
	case '0' <= r && r <= '9' || vulgar(r) != 0:
		f, end := readFigures(s.text, s.pos)
		s.add(token{end: end, kind: number, figures: f})
	case letter(r):
		s.word()
	case r == '\n':
		s.add(token{end: s.pos + n, char: r})
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		s.pos += n
	default:
		s.mark(r, n)
	}
}

func (s *scanner) add(t token) {
	t.start = s.pos
	t.glued = len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].end == t.start
	s.tokens = append(s.tokens, t)
	s.pos = t.end
}

func (s *scanner) word() {
	end := wordEnd(s.text, s.pos)
	w := s.text[s.pos:end]
	s.add(token{end: end, kind: word, num: numeralOf(w, s.latin)})
	if w == "www" && strings.HasPrefix(s.text[end:], ".") {
		s.skipAddress()
	}
}

// mark adds one character, and passes over addresses and hashtags whole: digits in them are no quantities.
func (s *scanner) mark(r rune, n int) {
	rest := s.text[s.pos+n:]
	s.add(token{end: s.pos + n, char: r})
	switch {
	case r == ':' && strings.HasPrefix(rest, "//"),
		r == '/' && s.afterDomain():
		s.skipAddress()
	case r == '@' && s.last(1).glued:
		s.dropGlued()
		s.skipAddress()
	case r == '#' || r == '@':
		if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "0123456789")); letter(next) {
			s.skipAddress()
		}
	}
}

// dropGlued takes back what touches the last token from before, the mailbox of an address.
func (s *scanner) dropGlued() {
	n := len(s.tokens)
	for n > 0 && s.tokens[n-1].glued {
		n--
	}
	s.tokens = s.tokens[:max(n-1, 0)]
}

// last is the nth token from the end, the zero token before the first.
func (s *scanner) last(n int) token {
	if n > len(s.tokens) {
		return token{}
	}
	return s.tokens[len(s.tokens)-n]
}

// afterDomain tells whether the last token, a slash, touches "word.word".
func (s *scanner) afterDomain() bool {
	slash, zone, dot, host := s.last(1), s.last(2), s.last(3), s.last(4)
	return slash.glued && zone.glued && dot.glued && zone.kind == word && dot.char == '.' && host.kind == word
}

func (s *scanner) skipAddress() {
	for s.pos < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[s.pos:])
		if unicode.IsSpace(r) || strings.ContainsRune(`"»)>]`, r) {
			return
		}
		s.pos += n
	}
}

// letter tells whether r belongs to a word. The underscore joins the parts of an identifier, so that the digits in
// it touch a word and are known for what they are.
func letter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r == '²' || r == '³'
}

// wordEnd is where the word that begins at pos ends; an apostrophe or a soft hyphen between letters does not end it.
func wordEnd(text string, pos int) int {
	end := pos
	for i := pos; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if letter(r) {
			end = i
		} else if i-n != end || r != '\'' && r != '’' && r != 'ʼ' && r != '\u00ad' {
			break
		}
	}
	return end
}
