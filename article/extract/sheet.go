package extract

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// sheetLine is a line of text as it stands on a page; lengths are in points.
type sheetLine struct {
	text          string
	left, y, size float64
}

// sheets are the pages of a PDF file, line by line.
type sheets struct {
	list   [][]sheetLine
	glyphs int
}

// lines joins the glyphs of a page into lines, in the order in which the page draws them.
func lines(glyphs []pdf.Text) []sheetLine {
	var list []sheetLine
	var b strings.Builder
	var line sheetLine
	end := 0.0 // where the last glyph ended
	wide := wordGap(glyphs)
	flush := func() {
		if line.text = oneLine(b.String()); line.text != "" {
			list = append(list, line)
		}
		b.Reset()
	}
	for _, g := range glyphs {
		if g.S == "\n" {
			continue
		}
		size := math.Abs(g.FontSize)
		if b.Len() > 0 && math.Abs(g.Y-line.y) > 0.5*max(size, line.size) {
			flush()
		}
		if b.Len() == 0 {
			line = sheetLine{left: g.X, y: g.Y, size: size}
		} else if gap := g.X - end; gap > wide*size || gap < -2*size {
			b.WriteByte(' ')
		}
		b.WriteString(g.S)
		end = g.X + g.W
	}
	flush()
	return list
}

// wordGap is how wide a gap between two glyphs parts words, in sizes of the font. Most files draw their spaces; and of
// fonts with many letters the library does not know how wide each is, so that every letter seems to leave a gap.
func wordGap(glyphs []pdf.Text) float64 {
	spaces := 0
	for _, g := range glyphs {
		if strings.TrimSpace(g.S) == "" && g.S != "\n" {
			spaces++
		}
	}
	if spaces*20 > len(glyphs) {
		return 3
	}
	return 0.2
}

// paragraphs joins the lines of all pages into paragraphs and leaves out what stands on every page.
func (s *sheets) paragraphs() ([]string, error) {
	repeated := s.repeated()
	var list []string
	var open []byte
	flush := func() {
		if text := oneLine(string(open)); text != "" {
			list = append(list, text)
		}
		open = open[:0]
	}
	for _, page := range s.list {
		leading := usualLeading(page)
		var before sheetLine
		for i, line := range page {
			if (i == 0 || i == len(page)-1) && repeated[skeleton(line.text)] {
				continue
			}
			if len(open) > 0 && beginsParagraph(before, line, leading, endsSentence(string(open[max(0, len(open)-16):]))) {
				flush()
			}
			open = appendLine(open, line.text)
			before = line
		}
	}
	flush()
	return mended(list)
}

// beginsParagraph tells whether a line begins a paragraph: there is more room above it than is usual, it is set in
// another size, or it is indented after the end of a sentence. At the top of a page only the text can tell.
func beginsParagraph(before, line sheetLine, leading float64, ended bool) bool {
	gap := before.y - line.y
	switch {
	case before.text == "" || gap < 0:
		return ended
	case math.Abs(before.size-line.size) > 0.1*line.size:
		return true
	case leading > 0 && gap > 1.3*leading*line.size:
		return true
	}
	return ended && line.left-before.left > 0.8*line.size
}

// usualLeading is the usual distance between two lines of a page, in sizes of the font; 0 if it has too few lines.
func usualLeading(page []sheetLine) float64 {
	var gaps []float64
	for i := 1; i < len(page); i++ {
		if gap := page[i-1].y - page[i].y; gap > 0 && page[i].size > 0 {
			gaps = append(gaps, gap/page[i].size)
		}
	}
	if len(gaps) < 2 {
		return 0
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/4]
}

// appendLine joins a line to a paragraph; a word that was parted at the end of a line is whole again.
func appendLine(paragraph []byte, line string) []byte {
	first, _ := utf8.DecodeRuneInString(line)
	rest, parted := bytes.CutSuffix(paragraph, []byte("-"))
	last, _ := utf8.DecodeLastRune(rest)
	switch {
	case len(paragraph) == 0:
	case parted && unicode.IsLower(first) && unicode.IsLetter(last):
		paragraph = rest
	default:
		paragraph = append(paragraph, ' ')
	}
	return append(paragraph, line...)
}

// repeated finds the first and last lines that stand on at least half of the pages, figures aside: running heads and
// page numbers.
func (s *sheets) repeated() map[string]bool {
	counts := map[string]int{}
	for _, page := range s.list {
		if len(page) == 0 {
			continue
		}
		counts[skeleton(page[0].text)]++
		if len(page) > 1 {
			counts[skeleton(page[len(page)-1].text)]++
		}
	}
	repeated := map[string]bool{}
	for text, n := range counts {
		repeated[text] = n >= 3 && n*2 >= len(s.list) || text == "#"
	}
	return repeated
}

// skeleton is a line with every figure as "#".
func skeleton(line string) string {
	return strings.Join(strings.FieldsFunc(strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, line), func(r rune) bool { return r == '0' || r == ' ' }), "") + "#"
}

// mended refuses text that fonts do not map to letters, and mends the commonest case: the bytes of windows-1251 drawn as
// Latin letters.
func mended(list []string) ([]string, error) {
	text := strings.Join(list, "\n")
	if strings.TrimSpace(text) == "" {
		return nil, &failure{ErrEmpty, "the PDF file has no text; if it is a scan, it needs character recognition first"}
	}
	strange, accented, all := 0, 0, 0
	for _, r := range text {
		switch {
		case r == unicode.ReplacementChar, unicode.Is(unicode.Co, r), isControl(r):
			strange++
		case 0xC0 <= r && r <= 0xFF:
			accented++
		}
		all++
	}
	switch {
	case strange*20 > all:
		return nil, &failure{ErrEncoding, "the PDF file's fonts do not say which letters they draw; copy the text from elsewhere"}
	case accented*2 < all:
		return list, nil
	}
	latin, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil || !scoreCharsets([]byte(latin)).cyrillic() {
		return nil, &failure{ErrEncoding, "the PDF file's fonts do not say which letters they draw; copy the text from elsewhere"}
	}
	return strings.Split(scoreCharsets([]byte(latin)).best().decode([]byte(latin)), "\n"), nil
}
