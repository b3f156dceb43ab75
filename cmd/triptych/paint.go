package main

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// style is how a piece of text looks on a terminal with colours: the parameters of an SGR sequence (ECMA-48, 8.3.117).
type style string

// The styles in use. Marks differ in weight and line as well as in colour.
const (
	plain      style = ""
	bold       style = "1"
	dim        style = "2"
	absent     style = "3;35"   // what a version does not have
	markHigh   style = "1;4;31" // a difference of high severity, and so on
	markMedium style = "4;33"
	markLow    style = "4;36"
)

// piece is a stretch of text in one style.
type piece struct {
	text  string
	style style
}

// line is pieces that stand on one line of the screen.
type line []piece

func (l line) width() int {
	n := 0
	for _, p := range l {
		n += textWidth(p.text)
	}
	return n
}

// textWidth is how many columns a text takes. East Asian terminals that draw Cyrillic in double width are not served:
// the same article must come out alike everywhere.
func textWidth(s string) int { return narrow().StringWidth(s) }

func narrow() *runewidth.Condition { return &runewidth.Condition{StrictEmojiNeutral: true} }

// write appends a line, with its styles if the screen has colours, without spaces at its end.
func (s screen) write(sb *strings.Builder, l line) {
	l = l.trimmed()
	for i := 0; i < len(l); {
		text, look := l[i].text, l[i].style
		for i++; i < len(l) && l[i].style == look; i++ {
			text += l[i].text
		}
		if s.colour && look != plain {
			text = "\x1b[" + string(look) + "m" + text + "\x1b[0m"
		}
		sb.WriteString(text)
	}
}

func (l line) trimmed() line {
	for n := len(l); n > 0; n-- {
		last := l[n-1]
		last.text = strings.TrimRight(last.text, " ")
		if last.text != "" {
			return append(append(line{}, l[:n-1]...), last)
		}
	}
	return nil
}
