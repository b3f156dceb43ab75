package apertium

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader reads an answer: shields give way to what they stand for, and marks of unknown words go.
type reader struct {
	frame      int
	shielded   []string // what the shields stand for
	belarusian bool     // the answer is

	out            strings.Builder
	plain          strings.Builder // since the last shield
	shields        int             // met so far
	inWord         bool
	words, unknown int64
}

func (r *reader) read(answer string) error {
	for answer != "" {
		c, size := utf8.DecodeRuneInString(answer)
		rest := answer[size:]
		switch c {
		case '[':
			name, after, _ := strings.Cut(rest, "]")
			if r.shields == len(r.shielded) || name != shieldName(r.frame, r.shields) {
				return errors.New("the answer has its shielded parts in another order")
			}
			r.unshield()
			rest = after
		case '\\':
			if rest == "" || rest[0] == '/' {
				break // the / is met next
			}
			c, size = utf8.DecodeRuneInString(rest)
			r.put(c)
			rest = rest[size:]
		case '*', '#', '@': // not in the dictionary, cannot be inflected, not in the dictionary of the pair
			r.unknown++
		case '/': // the dictionary knows two forms and cannot choose; a / of the text is shielded
			rest = strings.TrimLeftFunc(rest, isOfWord)
		case '^', '$', '{', '}', '<', '>':
			return errors.New("the answer holds analyses rather than words")
		default:
			r.put(c)
		}
		answer = rest
	}
	return r.end()
}

func (r *reader) end() error {
	r.flush()
	if r.shields < len(r.shielded) {
		return errors.New("the answer lacks shielded parts")
	}
	if r.words == 0 {
		return errors.New("the answer is empty")
	}
	return nil
}

func (r *reader) put(c rune) {
	r.plain.WriteRune(c)
	if unicode.IsLetter(c) && !r.inWord {
		r.words++
		r.inWord = true
	}
	r.inWord = r.inWord && isOfWord(c)
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || isApostrophe(r) || r == '-' }

func (r *reader) unshield() {
	r.flush()
	r.out.WriteString(r.shielded[r.shields])
	r.shields++
	r.inWord = false
}

func (r *reader) flush() {
	text := r.plain.String()
	r.plain.Reset()
	if r.belarusian {
		text = shortU(text)
	}
	r.out.WriteString(text)
}
