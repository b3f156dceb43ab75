package main

import (
	"fmt"
	"strings"

	"triptych/article"
	"triptych/compare"
)

// showReport writes the rows that differ, versions side by side, with their notes; with all, every row and every
// difference.
func showReport(s screen, r *compare.Report, all bool) string {
	sh := newSheet(s, labels(r.Article))
	for _, sentence := range summary(r, all) {
		sh.paragraph(block{text: line{{sentence, plain}}})
	}
	head := false
	for i, row := range r.Rows {
		row.Differences = choose(row.Differences, all)
		if len(row.Differences) == 0 && !all {
			continue
		}
		if !head {
			sh.blank()
			sh.head()
			head = true
		}
		sh.rule(fmt.Sprintf("row %d", i))
		sh.row(cells(s, r.Article, row))
		notes(sh, row.Differences)
	}
	return sh.String()
}

func choose(differences []compare.Difference, all bool) []compare.Difference {
	var out []compare.Difference
	for _, d := range differences {
		if all || shown(d) {
			out = append(out, d)
		}
	}
	return out
}

// summary says what was found, where, and what is not shown.
func summary(r *compare.Report, all bool) []string {
	var found strings.Builder
	for _, p := range r.Summary() {
		found.WriteString(p.Text)
	}
	every := r.Differences()
	chosen := choose(every, all)
	rows := map[int]bool{}
	for _, d := range chosen {
		rows[d.Bead] = true
	}
	out := []string{found.String()}
	if len(rows) > 0 {
		out = append(out, fmt.Sprintf("%s differ in %d of %s.", both(labels(r.Article)), len(rows), counted(len(r.Rows), "row", "rows")))
	}
	if hidden := len(every) - len(chosen); hidden > 0 {
		out = append(out, counted(hidden, "difference", "differences")+" of low severity not shown; --all shows everything.")
	}
	return out
}

func cells(s screen, a *article.Article, row compare.Row) []cell {
	out := make([]cell, len(row.Bead.Sides))
	for v, side := range row.Bead.Sides {
		if row.Bead.Gap(v) {
			out[v] = gap(a, v, row.Role)
			continue
		}
		for p := side.Lo; p < side.Hi; p++ {
			if p > side.Lo {
				out[v] = append(out[v], block{})
			}
			out[v] = append(out[v], block{text: marked(s, &a.Versions[v], p, marksOf(row, v))})
		}
	}
	return out
}

// notes writes what differs under a row: the kind, its weight, and the sentence that says how.
func notes(sh *sheet, differences []compare.Difference) {
	if len(differences) > 0 {
		sh.blank()
	}
	for _, d := range differences {
		name := fmt.Sprintf("%s (%s):", d.Kind, d.Severity)
		sh.paragraph(block{lead: "  * ", text: line{{name, styleOf(d.Severity)}, {" " + clean(d.Note), plain}}})
	}
}
