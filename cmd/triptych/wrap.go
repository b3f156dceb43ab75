package main

import (
	"strings"
	"unicode/utf8"
)

// block is text to be wrapped: one paragraph, one sentence, one note. The lead stands before its first line and the
// other lines are indented by as much. A block without text is an empty line.
type block struct {
	lead string
	text line
}

// lines wraps the block on words to a width in columns. A word that is wider than that is cut.
func (b block) lines(width int) []line {
	if len(b.text) == 0 {
		return []line{{}}
	}
	indent := textWidth(b.lead)
	if indent >= width {
		indent, b.lead = 0, ""
	}
	wrapped := wrap(b.text, width-indent)
	for i := range wrapped {
		lead := piece{strings.Repeat(" ", indent), plain}
		if i == 0 {
			lead = piece{b.lead, dim}
		}
		if indent > 0 {
			wrapped[i] = append(line{lead}, wrapped[i]...)
		}
	}
	return wrapped
}

// word is pieces without a space between them, and the space before it.
type word struct {
	pieces line
	space  piece
}

func wrap(text line, width int) []line {
	var lines []line
	var current line
	used := 0
	for _, w := range words(text) {
		n := w.pieces.width()
		switch {
		case len(current) > 0 && used+1+n <= width:
			current = append(append(current, w.space), w.pieces...)
			used += 1 + n
			continue
		case len(current) > 0:
			lines = append(lines, current)
		}
		for n > width {
			var head line
			head, w.pieces = cut(w.pieces, width)
			lines, n = append(lines, head), w.pieces.width()
		}
		current, used = append(line{}, w.pieces...), n
	}
	if len(current) > 0 {
		lines = append(lines, current)
	}
	return lines
}

// words splits text at its spaces. A word may hold pieces of several styles: `"170"` in which only 170 is marked.
func words(text line) []word {
	var out []word
	space, inside := piece{" ", plain}, false
	for _, p := range text {
		for rest := p.text; rest != ""; {
			i := strings.IndexByte(rest, ' ')
			if i == 0 {
				space, inside, rest = piece{" ", p.style}, false, rest[1:]
				continue
			}
			if i < 0 {
				i = len(rest)
			}
			if !inside {
				out = append(out, word{space: space})
			}
			last := &out[len(out)-1]
			last.pieces = append(last.pieces, piece{rest[:i], p.style})
			inside, rest = true, rest[i:]
		}
	}
	return out
}

// cut splits a word that is wider than width into what fits and the rest, between characters as people see them.
func cut(word line, width int) (head, rest line) {
	for i, p := range word {
		n := textWidth(p.text)
		if n <= width {
			width -= n
			continue
		}
		fits := len(narrow().Truncate(p.text, width, ""))
		if fits == 0 && i == 0 { // one character wider than the line: go on all the same
			_, fits = utf8.DecodeRuneInString(p.text)
		}
		head = append(append(line{}, word[:i]...), piece{p.text[:fits], p.style})
		return head, append(line{{p.text[fits:], p.style}}, word[i+1:]...)
	}
	return word, nil
}
