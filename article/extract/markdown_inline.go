package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainInline takes the marks out of a line of Markdown: emphasis, code, links and pictures, escapes, tags.
func plainInline(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		i += inline(text, i, &b)
	}
	return b.String()
}

// inline writes what stands at text[i] without its mark and returns how many bytes it was.
func inline(text string, i int, b *strings.Builder) int {
	rest := text[i:]
	switch c := rest[0]; {
	case c == '\\' && len(rest) > 1 && strings.IndexByte("\\`*_{}[]()#+-.!|<>~", rest[1]) >= 0:
		b.WriteByte(rest[1])
		return 2
	case c == '*', c == '`', c == '~' && strings.HasPrefix(rest, "~~"):
		return len(rest) - len(strings.TrimLeft(rest, string(c)))
	case c == '_' && !insideWord(text, i):
		return 1
	case c == '!' && strings.HasPrefix(rest, "!["):
		if n, _ := link(rest[1:]); n > 0 {
			return n + 1
		}
	case c == '[':
		if n, label := link(rest); n > 0 {
			if !strings.HasPrefix(label, "^") { // a footnote's number
				b.WriteString(strings.NewReplacer("*", "", "`", "").Replace(label))
			}
			return n
		}
	case c == '<':
		if n := tag(rest); n > 0 {
			if inside := rest[1 : n-1]; strings.Contains(inside, "://") && !strings.Contains(inside, " ") {
				b.WriteString(inside)
			}
			return n
		}
	}
	_, n := utf8.DecodeRuneInString(rest)
	b.WriteString(rest[:n])
	return n
}

// insideWord tells whether the underscore at i stands between two letters or figures.
func insideWord(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	isWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return isWord(before) && isWord(after)
}

// maxLink limits how far the end of a link is looked for, so that a line of brackets does not cost its square.
const maxLink = 2048

// link reads "[label](address)", "[label][reference]" and "[^1]" at the start of s; n is its length, 0 if it is none.
func link(s string) (n int, label string) {
	s = s[:min(len(s), maxLink)]
	end := strings.IndexByte(s, ']')
	if end < 1 {
		return 0, ""
	}
	label, rest := s[1:end], s[end+1:]
	for _, pair := range []string{"()", "[]"} {
		if !strings.HasPrefix(rest, pair[:1]) {
			continue
		}
		if closing := strings.Index(rest, pair[1:]); closing > 0 {
			return end + 1 + closing + 1, label
		}
	}
	if strings.HasPrefix(label, "^") {
		return end + 1, label
	}
	return 0, ""
}

// tag reads an HTML tag or "<address>" at the start of s; 0 if it is none: "a < b" is not.
func tag(s string) int {
	end := strings.IndexByte(s[:min(len(s), maxLink)], '>')
	if end < 2 || s[1] != '/' && s[1] != '!' && (s[1]|0x20 < 'a' || s[1]|0x20 > 'z') {
		return 0
	}
	return end + 1
}
