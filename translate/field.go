package translate

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// field is a part of a setting without the white space around it, and at which character of the setting it stands,
// counted from 1.
type field struct {
	text string
	at   int
}

func (f field) split(sep string) []field {
	var out []field
	for {
		head, rest, found := f.cut(sep)
		out = append(out, head)
		if !found {
			return out
		}
		f = rest
	}
}

func (f field) cut(sep string) (before, after field, found bool) {
	head, rest, found := strings.Cut(f.text, sep)
	before = field{head, f.at}.trimmed()
	if found {
		after = field{rest, f.at + utf8.RuneCountInString(head+sep)}.trimmed()
	}
	return before, after, found
}

func (f field) trimmed() field {
	words := strings.TrimLeftFunc(f.text, unicode.IsSpace)
	return field{strings.TrimRightFunc(words, unicode.IsSpace), f.at + utf8.RuneCountInString(f.text[:len(f.text)-len(words)])}
}

func (f field) wrong(example, format string, a ...any) error {
	return fmt.Errorf("at character %d: %s; write for example %s", f.at, fmt.Sprintf(format, a...), example)
}
