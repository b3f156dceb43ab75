package export

import (
	"fmt"
	"slices"
	"strings"

	"triptych/article"
	"triptych/compare"
)

// Document is a report laid out to be read: what the formats for people have in common.
type Document struct {
	Title    string
	Summary  string
	Warnings []string
	Versions []Sheet
	Counts   []string // one sentence a version
	Rows     []Passage
	// Hidden is how many differences of low severity were left out.
	Hidden int
	// Made says when and by what, as the caller has it: "Triptych 1.2, 3 March 2025".
	Made string
}

// Sheet is what is to be said of a version so that it can be cited.
type Sheet struct {
	Key, Language, Name, Title, Source, Date, SHA256 string
	Words                                            int
	Fetched                                          string // "" where it was not fetched
	Machine                                          bool   // a translation by a machine, never a version
}

// Passage is a row with its differences; Number counts from 1.
type Passage struct {
	Number      int
	Cells       []Cell
	Differences []Finding
}

// Cell is what one version has in a row; no paragraphs are a gap.
type Cell struct {
	Language   string
	Name       string
	Paragraphs [][]Piece
	// Blank tells of a gap that says nothing: a date that a version does not give.
	Blank bool
}

// Piece is a stretch of text, marked or not.
type Piece struct {
	Text   string
	Marked bool
	Kind   string
}

// Finding is a difference in words.
type Finding struct{ ID, Kind, Severity, Note string }

// Lay lays a report out. With all it keeps every row and differences of low severity; without, the rows that differ and
// what is shown by default.
func Lay(r *compare.Report, all bool) Document {
	d := Document{Versions: sheets(r.Article)}
	for _, p := range r.Summary() {
		d.Summary += p.Text
	}
	d.Title = titleOf(r.Article)
	for i, row := range r.Rows {
		kept := slices.DeleteFunc(slices.Clone(row.Differences), func(x compare.Difference) bool { return !all && x.Severity == compare.Low })
		d.Hidden += len(row.Differences) - len(kept)
		if len(kept) > 0 || all {
			d.Rows = append(d.Rows, passage(r.Article, i, row, kept))
		}
	}
	d.Counts = counts(r)
	return d
}

func titleOf(a *article.Article) string {
	for i := range a.Versions {
		if a.Versions[i].Language == "en" {
			return a.Versions[i].Title()
		}
	}
	if len(a.Versions) == 0 {
		return ""
	}
	return a.Versions[0].Title()
}

func sheets(a *article.Article) []Sheet {
	var out []Sheet
	for i := range a.Versions {
		v := &a.Versions[i]
		out = append(out, Sheet{
			Key: v.Key, Language: string(v.Language), Name: compare.VersionName(a, i), Title: v.Title(), Source: v.Source,
			Date: v.Date, SHA256: v.SHA256, Words: v.WordCount(),
		})
	}
	return out
}

func passage(a *article.Article, number int, row compare.Row, differences []compare.Difference) Passage {
	p := Passage{Number: number + 1}
	for _, d := range differences {
		p.Differences = append(p.Differences, Finding{d.ID, string(d.Kind), string(d.Severity), d.Note})
	}
	for v, side := range row.Bead.Sides {
		c := Cell{Language: string(a.Versions[v].Language), Name: compare.VersionName(a, v)}
		c.Blank = side.Empty() && row.Role == article.RoleDate
		for n := side.Lo; n < side.Hi; n++ {
			c.Paragraphs = append(c.Paragraphs, pieces(&a.Versions[v], n, marksIn(differences, v, n)))
		}
		p.Cells = append(p.Cells, c)
	}
	return p
}

// marking is a mark with its kind.
type marking struct {
	compare.Mark
	kind compare.Kind
}

func marksIn(differences []compare.Difference, version, paragraph int) []marking {
	var out []marking
	for _, d := range differences {
		for _, m := range d.Marks {
			if m.Version == version && m.Paragraph == paragraph {
				out = append(out, marking{m, d.Kind})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y marking) int { return x.Start - y.Start })
	return out
}

// pieces cuts a paragraph at its marks. Where marks overlap, what the first does not cover of the second is the second's.
func pieces(v *article.Version, paragraph int, marks []marking) []Piece {
	span := v.Paragraphs[paragraph].Span
	var out []Piece
	at := span.Start
	add := func(end int, kind string, marked bool) {
		if end > at {
			out = append(out, Piece{Text: v.Text[at:end], Marked: marked, Kind: kind})
			at = end
		}
	}
	for _, m := range marks {
		add(min(m.Start, span.End), "", false)
		add(min(m.End, span.End), string(m.kind), true)
	}
	add(span.End, "", false)
	return out
}

// counts says of every version what it lacks and how often it stands alone: "The English version: 2 sentences fewer, 1
// number differs."
func counts(r *compare.Report) []string {
	var out []string
	for v := range r.Article.Versions {
		var parts []string
		lost, odd := map[bool]int{}, map[compare.Kind]int{}
		for _, row := range r.Rows {
			for _, d := range row.Differences {
				switch {
				case d.Severity == compare.Low:
				case d.Kind == compare.Omission && slices.Contains(d.Missing, v):
					lost[row.Bead.Gap(v)]++
				case slices.ContainsFunc(d.Marks, func(m compare.Mark) bool { return m.Version == v && m.Odd }):
					odd[d.Kind]++
				}
			}
		}
		parts = appendCount(parts, lost[true], "paragraph fewer", "paragraphs fewer")
		parts = appendCount(parts, lost[false], "sentence fewer", "sentences fewer")
		for _, k := range compare.Kinds() {
			parts = appendCount(parts, odd[k], string(k)+" stands alone", string(k)+"s stand alone")
		}
		if len(parts) == 0 {
			parts = []string{"nothing that the others have otherwise"}
		}
		out = append(out, "The "+compare.VersionName(r.Article, v)+" version: "+strings.Join(parts, ", ")+".")
	}
	return out
}

func appendCount(parts []string, n int, one, many string) []string {
	switch n {
	case 0:
		return parts
	case 1:
		return append(parts, "1 "+one)
	}
	return append(parts, fmt.Sprintf("%d %s", n, many))
}
