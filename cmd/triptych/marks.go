package main

import (
	"maps"
	"slices"
	"strings"

	"triptych/article"
	"triptych/compare"
)

// marking is a span to be marked, and how.
type marking struct {
	article.Span
	style style
}

// marksOf lists what is to be marked in one version of a row. What goes for the whole cell is not marked: a passage that
// another version lacks altogether has an empty cell beside it, and of one that stands elsewhere the note tells.
func marksOf(row compare.Row, version int) []marking {
	var out []marking
	for _, d := range row.Differences {
		if d.Kind == compare.Order || d.Kind == compare.Omission && allGaps(row, d.Missing) {
			continue
		}
		for _, m := range d.Marks {
			if m.Version == version {
				out = append(out, marking{m.Span, markStyle(d.Severity, m.Odd)})
			}
		}
	}
	return out
}

func allGaps(row compare.Row, versions []int) bool {
	for _, v := range versions {
		if !row.Bead.Gap(v) {
			return false
		}
	}
	return len(versions) > 0
}

// marked is a paragraph with its marks: in styles, or in brackets for a screen without colours.
func marked(s screen, v *article.Version, paragraph int, marks []marking) line {
	span := v.Paragraphs[paragraph].Span
	if s.colour {
		return styled(v, span, marks)
	}
	return line{{bracketed(v, span, marks), plain}}
}

func styled(v *article.Version, span article.Span, marks []marking) line {
	owner := owners(span, marks)
	var out line
	for start := 0; start < len(owner); {
		end := start + 1
		for end < len(owner) && owner[end] == owner[start] {
			end++
		}
		p := piece{text: clean(v.Text[span.Start+start : span.Start+end])}
		if m := owner[start]; m > 0 {
			p.style = marks[m-1].style
		}
		out, start = append(out, p), end
	}
	return out
}

// owners tells for each byte of a span which mark it belongs to: 0 for none, else the mark's index and one. Where marks
// overlap, the shorter one wins: it says more.
func owners(span article.Span, marks []marking) []int {
	owner := make([]int, span.Len())
	for i, m := range marks {
		for b := max(m.Start, span.Start); b < min(m.End, span.End); b++ {
			o := &owner[b-span.Start]
			if *o == 0 || m.Len() < marks[*o-1].Len() {
				*o = i + 1
			}
		}
	}
	return owner
}

// bracketed puts each mark in brackets: "[A sentence with [170] in it.]".
func bracketed(v *article.Version, span article.Span, marks []marking) string {
	opening, closing := map[int]int{}, map[int]int{}
	done := map[article.Span]bool{}
	for _, m := range marks {
		m.Start, m.End = max(m.Start, span.Start), min(m.End, span.End)
		if m.Len() <= 0 || done[m.Span] {
			continue
		}
		done[m.Span] = true
		opening[m.Start]++
		closing[m.End]++
	}
	var sb strings.Builder
	last := span.Start
	for _, at := range places(opening, closing) {
		sb.WriteString(clean(v.Text[last:at]))
		sb.WriteString(strings.Repeat("]", closing[at]) + strings.Repeat("[", opening[at]))
		last = at
	}
	sb.WriteString(clean(v.Text[last:span.End]))
	return sb.String()
}

// places lists the keys of both maps, ascending, each once.
func places(a, b map[int]int) []int {
	keys := slices.AppendSeq(slices.Collect(maps.Keys(a)), maps.Keys(b))
	slices.Sort(keys)
	return slices.Compact(keys)
}

// markStyle shows a version that stands alone against others with its colours reversed.
func markStyle(s compare.Severity, odd bool) style {
	if odd {
		return styleOf(s) + ";7"
	}
	return styleOf(s)
}

func styleOf(s compare.Severity) style {
	switch s {
	case compare.High:
		return markHigh
	case compare.Medium:
		return markMedium
	}
	return markLow
}
