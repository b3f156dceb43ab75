package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// charsetScore is how well the bytes of a text read as Cyrillic, or as a Latin language, in one charset.
type charsetScore struct {
	name    string
	table   *charmap.Charmap
	perByte float64 // the mean weight of a byte above 0x7F
}

type charsetScores []charsetScore

// scoreCharsets weighs the charsets in which Russian and Belarusian were written before UTF-8, and the Latin one, the
// best first.
func scoreCharsets(data []byte) charsetScores {
	const enough = 1 << 18 // bytes, more than settle it
	sample := data[:min(len(data), enough)]
	scores := charsetScores{
		{name: "windows-1251", table: charmap.Windows1251},
		{name: "koi8-r", table: charmap.KOI8U}, // the letters і and ў stand where KOI8-R has lines of boxes
		{name: "ibm866", table: charmap.CodePage866},
		{name: "iso-8859-5", table: charmap.ISO8859_5},
		{name: "windows-1252", table: charmap.Windows1252},
	}
	top := 0
	for i := range scores {
		scores[i].perByte = scores[i].weigh(sample)
		if scores[i].perByte > scores[top].perByte {
			top = i
		}
	}
	scores[0], scores[top] = scores[top], scores[0]
	return scores
}

func (s charsetScores) best() charsetScore { return s[0] }

// cyrillic tells whether the bytes surely are Cyrillic text in one of the charsets.
func (s charsetScores) cyrillic() bool { return s[0].name != "windows-1252" && s[0].perByte > 0 }

// find finds the score of a charset by the web's name for it. KOI8-U holds all letters of KOI8-R.
func (s charsetScores) find(name string) (charsetScore, bool) {
	switch name {
	case "koi8-u":
		name = "koi8-r"
	case "iso-8859-1":
		name = "windows-1252"
	}
	for _, c := range s {
		if c.name == name {
			return c, true
		}
	}
	return charsetScore{}, false
}

// believable tells whether a charset that somebody stated may be right: it reads nearly as well as the best does. A text
// of few such bytes, quotation marks for instance, contradicts nothing.
func (s charsetScores) believable(c charsetScore) bool {
	const near = 0.7
	return c.perByte > s[0].perByte-near
}

func (c charsetScore) decode(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) * 2)
	for _, x := range data {
		if x < utf8.RuneSelf {
			b.WriteByte(x)
		} else {
			b.WriteRune(c.table.DecodeByte(x))
		}
	}
	return b.String()
}

// weigh reads the bytes as the charset has them and takes the mean of what each one above ASCII speaks for: a frequent
// letter much, a rare one little, and against it what running text does not have: a capital after a small letter, a sign
// inside a word, a letter with an accent beside another.
func (c charsetScore) weigh(data []byte) float64 {
	signs := c.signs()
	sum, n := 0.0, 0
	before := &signs[' ']
	for _, x := range data {
		s := &signs[x]
		if x >= utf8.RuneSelf {
			sum += s.after(before)
			n++
		}
		before = s
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// sign is what a byte stands for in a charset.
type sign struct {
	letter, upper, lower, cyrillic, ascii bool
	// weight is what the sign speaks for by itself.
	weight float64
}

func (c charsetScore) signs() *[256]sign {
	var signs [256]sign
	for x := range signs {
		r := rune(x)
		if x >= utf8.RuneSelf {
			r = c.table.DecodeByte(byte(x))
		}
		signs[x] = sign{
			letter: unicode.IsLetter(r), upper: unicode.IsUpper(r), lower: unicode.IsLower(r),
			cyrillic: r >= 0x400 && r < 0x500, ascii: r < utf8.RuneSelf, weight: weightOf(r),
		}
	}
	return &signs
}

// after is what a sign above ASCII speaks for, where it stands.
func (s *sign) after(before *sign) float64 {
	switch {
	case s.upper && before.lower:
		return -3
	case s.cyrillic && before.letter && before.ascii:
		return -1 // a Latin i inside a Belarusian word is common, so not much
	case s.letter && !s.cyrillic && before.letter && !before.ascii:
		return -1.5 // letters with accents seldom stand side by side
	}
	return s.weight
}

func weightOf(r rune) float64 {
	switch {
	case r == unicode.ReplacementChar, r < 0xA0:
		return -4
	case r >= 0x400 && r < 0x500:
		return cyrillicWeight(unicode.ToLower(r))
	case unicode.IsLetter(r):
		return 0.5
	case strings.ContainsRune("«»“”„’‘–—…№\u00a0°§©•", r):
		return 0
	}
	return -2
}

// cyrillicWeight is from 2 for the commonest letters of Russian and Belarusian down to -4 for those that neither has.
func cyrillicWeight(r rune) float64 {
	const byFrequency = "аоеинтрсівлкмдпуыязьгбчйўжхшцюэёщфъ"
	if i := strings.IndexRune(byFrequency, r); i >= 0 {
		return 2 - 3*float64(i)/float64(len(byFrequency))
	}
	if strings.ContainsRune("ґєї", r) {
		return -1
	}
	return -4
}
