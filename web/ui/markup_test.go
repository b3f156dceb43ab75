package ui

import (
	"strings"
	"testing"

	"triptych/article"
)

// written gives nodes as "{1:a sentence with [N a mark]}"; a mark that goes on elsewhere has no letter.
func written(nodes []node) string {
	var b strings.Builder
	for _, n := range nodes {
		switch {
		case n.Sentence != nil:
			b.WriteString("{" + n.Sentence.Numeral + ":" + written(n.Inner) + "}")
		case n.Mark != nil:
			b.WriteString("[" + n.Mark.Letter + " " + written(n.Inner) + "]")
		default:
			b.WriteString(n.Text)
		}
	}
	return b.String()
}

func TestWrap(t *testing.T) {
	const text = "abcdefghij"
	mark := func(start, end int, letter string) span {
		return span{Span: article.Span{Start: start, End: end}, mark: &mark{Letter: letter}}
	}
	sentenceAt := func(start, end int, numeral string) span {
		return span{Span: article.Span{Start: start, End: end}, sentence: &sentence{Numeral: numeral}}
	}
	for _, c := range []struct {
		name  string
		spans []span
		want  string
	}{
		{"nothing", nil, "abcdefghij"},
		{"one", []span{mark(2, 4, "N")}, "ab[N cd]efghij"},
		{"at both ends", []span{mark(0, 2, "N"), mark(8, 10, "D")}, "[N ab]cdefgh[D ij]"},
		{"one inside another", []span{mark(1, 8, "∅"), mark(3, 5, "N")}, "a[∅ bc[N de]fgh]ij"},
		{"two that cross", []span{mark(1, 5, "N"), mark(3, 8, "D")}, "a[N bc[ de]][D fgh]ij"},
		{"the same twice", []span{mark(1, 5, "N"), mark(1, 5, "D")}, "a[N [D bcde]]fghij"},
		{"sentences", []span{sentenceAt(0, 4, "1"), sentenceAt(5, 10, "2")}, "{1:abcd}e{2:fghij}"},
		{"a mark over two sentences", []span{sentenceAt(0, 4, "1"), mark(2, 7, "N"), sentenceAt(5, 10, "2")}, "{1:ab[ cd]}[N e{2:fg}]{:hij}"},
		{"a mark of nothing", []span{mark(3, 3, "N")}, "abcdefghij"},
	} {
		t.Run(c.name, func(t *testing.T) {
			queue := c.spans
			if got := written(wrap(text, article.Span{End: len(text)}, &queue)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// FuzzWrap holds that cutting a text into nodes neither loses nor repeats a letter of it.
func FuzzWrap(f *testing.F) {
	f.Add("Паром вярнуўся на Нарач.", []byte{0, 9, 3, 12, 5, 5, 20, 40})
	f.Add("abc", []byte{0, 3, 0, 3, 1, 9})
	f.Fuzz(func(t *testing.T, text string, ends []byte) {
		var queue []span
		for i := 0; i+1 < len(ends); i += 2 {
			start, end := int(ends[i]), int(ends[i])+int(ends[i+1])
			if end > len(text) || start == end {
				continue
			}
			s := span{Span: article.Span{Start: start, End: end}, mark: &mark{Letter: "N"}}
			if i%4 == 0 {
				s = span{Span: s.Span, sentence: &sentence{Bead: i}}
			}
			queue = append(queue, s)
		}
		sortSpans(queue)
		if got := plainText(wrap(text, article.Span{End: len(text)}, &queue)); got != text {
			t.Errorf("got %q of %q", got, text)
		}
		if len(queue) != 0 {
			t.Errorf("%d spans are left over", len(queue))
		}
	})
}

func plainText(nodes []node) string {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(n.Text + plainText(n.Inner))
	}
	return b.String()
}

func TestCellsSayTheWholeText(t *testing.T) {
	c := library(t)
	for i := range c.Rows {
		for v, cell := range newRow(c.Report, i).Cells {
			for n, p := range cell.Paragraphs {
				want := c.Article.Versions[v].Paragraph(c.Rows[i].Bead.Sides[v].Lo + n)
				if got := plainText(p.Nodes); got != want {
					t.Errorf("row %d, version %d: got %q, want %q", i, v, got, want)
				}
			}
		}
	}
}

func TestMovedPassageSaysWhereItStands(t *testing.T) {
	c := library(t)
	c.Rows[7].Bead.Moved = []int{0}
	row := newRow(c.Report, 7)
	if want := "Stands elsewhere in this version, as paragraph 8"; row.Cells[0].Moved != want {
		t.Errorf("got %q", row.Cells[0].Moved)
	}
	if row.Cells[1].Moved != "" || !row.Moved {
		t.Errorf("got %+v", row)
	}
}

func BenchmarkComparison(b *testing.B) {
	c := library(b)
	u := newUI(b, &bench{})
	b.ReportAllocs()
	for b.Loop() {
		var out strings.Builder
		if err := u.pages["comparison"].Execute(&out, newComparison(c, "id")); err != nil {
			b.Fatal(err)
		}
	}
}
