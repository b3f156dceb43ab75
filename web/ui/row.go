package ui

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"triptych/article"
	"triptych/compare"
	"triptych/lang"
)

// doubtful is the score below which a bead is shown as in doubt: four in ten of such beads are wrong.
const doubtful = 0.6

// row is one bead: its number and tie in the gutter, a cell a version, and what differs under it.
type row struct {
	Number int // from 1
	Role   article.Role
	Shape  string // "1 : 2 : 1"; "" where it is one to one
	Doubt  bool
	Why    why
	Moved  bool
	Cells  []cell
	// Translated holds a cell a translation; they stand after those of the versions.
	Translated []translated
	Notes      []note
	Weight     []int // length of each cell, for the map
}

// Columns is how many cells the row has.
func (r row) Columns() int { return len(r.Cells) + len(r.Translated) }

// cell is what one version has in a row.
type cell struct {
	Version    int
	Language   lang.Tag
	Name       string // of the version, in English
	Paragraphs []paragraph
	Gap        bool
	Blank      bool   // a gap that says nothing: a date that a version does not give
	Others     string // for a gap: how much the other versions have; "" where that is not worth saying
	Moved      string // where the passage stands in its version, if out of order
}

// paragraph is one paragraph of a cell. Language is set only where it is not the version's.
type paragraph struct {
	Language lang.Tag
	Nodes    []node
}

// note is one difference in words.
type note struct {
	compare.Difference
	kind
	Row   int // its number, from 1
	Words []compare.Phrase
	Said  []said
	// Told is set where a cell above it says the same already: a gap, or the aside of a passage that stands elsewhere.
	Told bool
}

// said is what one version has in the place of a difference.
type said struct {
	Version  int
	Language lang.Tag
	Text     string
}

func newRow(r *compare.Report, i int) row {
	from := r.Rows[i]
	out := row{
		Number: i + 1, Role: from.Role, Shape: shape(from), Moved: len(from.Bead.Moved) > 0,
		Doubt: !from.Bead.Fixed && from.Bead.Score < doubtful, Why: newWhy(r.Article, from.Bead),
	}
	m := newMarkup(r.Article, from)
	for v := range r.Article.Versions {
		out.Cells = append(out.Cells, newCell(r, from, v, m))
		out.Weight = append(out.Weight, letters(r.Article, from, v))
	}
	for _, d := range from.Differences {
		out.Notes = append(out.Notes, newNote(r, d, i+1))
	}
	return out
}

func newCell(r *compare.Report, from compare.Row, v int, m *markup) cell {
	version := &r.Article.Versions[v]
	c := cell{Version: v, Language: version.Language, Name: compare.VersionName(r.Article, v), Gap: from.Bead.Gap(v)}
	if c.Gap {
		c.Blank = from.Role == article.RoleDate
		c.Others = elsewhere(r.Article, from)
		return c
	}
	side := from.Bead.Sides[v]
	for _, moved := range from.Bead.Moved {
		if moved == v {
			c.Moved = fmt.Sprintf("Stands elsewhere in this version, as paragraph %d", side.Lo+1)
		}
	}
	for p := side.Lo; p < side.Hi; p++ {
		out := paragraph{Nodes: m.paragraph(v, p)}
		if l := version.Paragraphs[p].Language; l != version.Language && l != "" && l != lang.Undetermined {
			out.Language = l
		}
		c.Paragraphs = append(c.Paragraphs, out)
	}
	return c
}

// shape writes how many paragraphs each version has in a row, where that is not one each.
func shape(from compare.Row) string {
	counts := make([]string, len(from.Bead.Sides))
	plain := true
	for v, side := range from.Bead.Sides {
		counts[v] = fmt.Sprint(side.Len())
		if side.Empty() {
			counts[v] = "–"
		}
		plain = plain && side.Len() == 1
	}
	if plain || from.Role == article.RoleDate {
		return ""
	}
	return strings.Join(counts, "\u200a:\u200a")
}

// elsewhere says how much the versions that have a row's text say there: "51 words in English, 48 in Russian".
func elsewhere(a *article.Article, from compare.Row) string {
	var parts []string
	for v, side := range from.Bead.Sides {
		n := 0
		for p := side.Lo; p < side.Hi; p++ {
			for range article.EachWord(a.Versions[v].Paragraph(p)) {
				n++
			}
		}
		if n == 0 {
			continue
		}
		if unit := " words"; len(parts) == 0 {
			if n == 1 {
				unit = " word"
			}
			parts = append(parts, fmt.Sprint(n, unit, " in ", compare.VersionName(a, v)))
			continue
		}
		parts = append(parts, fmt.Sprint(n, " in ", compare.VersionName(a, v)))
	}
	return strings.Join(parts, ", ")
}

func letters(a *article.Article, from compare.Row, v int) int {
	n := 0
	for p := from.Bead.Sides[v].Lo; p < from.Bead.Sides[v].Hi; p++ {
		n += utf8.RuneCountInString(a.Versions[v].Paragraph(p))
	}
	return n
}
