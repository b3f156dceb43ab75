package main

import (
	"strings"
)

const (
	columnLeast = 24 // narrower columns hold two words a line: the versions are stacked instead
	columnMost  = 60 // longer lines are tiring to read
	separator   = " │ "
	gutter      = 3 // the width of the separator
)

// cell is what one version has in a row: its paragraphs or sentences.
type cell []block

// sheet lays versions side by side in columns, or one under another where the screen is too narrow for that.
type sheet struct {
	screen
	strings.Builder
	// column is the width of a column; 0 means that the versions are stacked.
	column int
	labels []string
}

// newSheet makes a sheet with a column for each label.
func newSheet(s screen, labels []string) *sheet {
	n := max(1, len(labels))
	column := (s.width - gutter*(n-1)) / n
	if column < columnLeast {
		column = 0
	}
	return &sheet{screen: s, column: min(column, columnMost), labels: labels}
}

// pitch is the distance from one column to the next.
func (s *sheet) pitch() int { return s.column + gutter }

// fullWidth is the width of what stands across all columns.
func (s *sheet) fullWidth() int {
	n := len(s.labels)
	if s.column == 0 {
		return min(s.width, columnMost)
	}
	return n*s.column + (n-1)*gutter
}

// head names the columns. Stacked versions are named in each row.
func (s *sheet) head() {
	if s.column == 0 {
		return
	}
	var cells []cell
	for _, l := range s.labels {
		cells = append(cells, cell{{text: line{{clean(l), bold}}}})
	}
	s.sideBySide(cells)
}

// rule draws a line across the sheet with a title in it. It crosses the lines between the columns.
func (s *sheet) rule(title string) {
	text := narrow().Truncate("── "+title+" ", s.fullWidth(), "…")
	var sb strings.Builder
	sb.WriteString(text)
	for x := textWidth(text); x < s.fullWidth(); x++ {
		if s.column > 0 && x%s.pitch() == s.column+1 {
			sb.WriteRune('┼')
			continue
		}
		sb.WriteRune('─')
	}
	s.line(line{{sb.String(), dim}})
}

// row writes one cell a version, in the order of the labels.
func (s *sheet) row(cells []cell) {
	if s.column == 0 {
		s.stacked(cells)
		return
	}
	s.sideBySide(cells)
}

func (s *sheet) sideBySide(cells []cell) {
	height := 0
	columns := make([][]line, len(cells))
	for i, c := range cells {
		columns[i] = c.lines(s.column)
		height = max(height, len(columns[i]))
	}
	for y := range height {
		var l line
		for x, column := range columns {
			if x > 0 {
				l = append(l, piece{strings.Repeat(" ", max(0, x*s.pitch()-gutter-l.width())), plain}, piece{separator, dim})
			}
			if y < len(column) {
				l = append(l, column[y]...)
			}
		}
		s.line(l)
	}
}

func (s *sheet) stacked(cells []cell) {
	const indent = "  "
	for i, c := range cells {
		s.line(line{{narrow().Truncate(clean(s.labels[i]), s.fullWidth(), "…"), bold}})
		for _, l := range c.lines(s.fullWidth() - len(indent)) {
			s.line(append(line{{indent, plain}}, l...))
		}
	}
}

// paragraph writes a block across the sheet.
func (s *sheet) paragraph(b block) {
	for _, l := range b.lines(s.fullWidth()) {
		s.line(l)
	}
}

func (s *sheet) blank() { s.WriteByte('\n') }

func (s *sheet) line(l line) {
	s.write(&s.Builder, l)
	s.blank()
}

// lines wraps the blocks of a cell one under another.
func (c cell) lines(width int) []line {
	var all []line
	for _, b := range c {
		all = append(all, b.lines(width)...)
	}
	return all
}
