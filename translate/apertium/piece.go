package apertium

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"triptych/lang"
	"triptych/translate"
)

// piece is a text, or as much of a long one as is sent at a time.
type piece struct {
	parts       []part
	translation string
	done        bool
	bad         error // what is wrong with the answer
}

// frame is a piece as it was sent, between NULs.
//
// In the stream a superblank, text in square brackets, passes through all programs in its place. What is shielded
// travels as the number of the frame and of the shield, [12.0], and the frame ends with its own number, [12], so that
// an answer can never be taken for another's.
type frame struct {
	number int
	body   string
}

func newPiece(text string) *piece {
	p := &piece{parts: shield(text)}
	for _, part := range p.parts {
		if !part.shielded && strings.ContainsFunc(part.text, unicode.IsLetter) {
			return p
		}
	}
	p.translation, p.done = text, true
	return p
}

func (p *piece) frame(number int) frame {
	var b strings.Builder
	shields := 0
	for _, part := range p.parts {
		if part.shielded {
			b.WriteString("[" + shieldName(number, shields) + "]")
			shields++
		} else {
			b.WriteString(prepare(part.text))
		}
	}
	b.WriteString("[" + strconv.Itoa(number) + "]\n\x00")
	return frame{number, b.String()}
}

func shieldName(frame, shield int) string { return strconv.Itoa(frame) + "." + strconv.Itoa(shield) }

// prepare gives the dictionaries what they can find: composed letters, words of one script, no stress marks.
func prepare(s string) string {
	s = lang.Mend(norm.NFC.String(s))
	return strings.Map(func(r rune) rune {
		if r == '\u0300' || r == '\u0301' {
			return -1
		}
		return r
	}, s)
}

func (p *piece) shielded() []string {
	var texts []string
	for _, part := range p.parts {
		if part.shielded {
			texts = append(texts, part.text)
		}
	}
	return texts
}

// take takes the answer to a frame of the piece. The error says that it is not the answer; an answer that is no
// translation is noted in the piece.
func (p *piece) take(f frame, answer string, d *direction) error {
	text, ok := strings.CutSuffix(answer, "["+strconv.Itoa(f.number)+"]\n")
	if !ok {
		return translate.Errorf(name, translate.BadAnswer, "an answer does not end as its text does")
	}
	r := reader{frame: f.number, shielded: p.shielded(), belarusian: d.pair.To == lang.Belarusian}
	if err := r.read(text); err != nil {
		p.bad = translate.Errorf(name, translate.BadAnswer, "%v", err)
		return nil
	}
	d.words.Add(r.words)
	d.unknown.Add(r.unknown)
	p.translation, p.done = r.out.String(), true
	return nil
}
