package ui

import (
	"fmt"
	"slices"
	"strings"

	"triptych/article"
	"triptych/compare"
	"triptych/lang"
	"triptych/translate"
	"triptych/workbench"
)

// column is a translation beside the versions: its head, and how far it is.
type column struct {
	Column   int // number among the page's columns
	Language lang.Tag
	From     string // the version it was made of, in English
	FromKey  string
	Engines  string // "" as long as nothing is translated
	Draft    bool   // whether one of the engines makes rough drafts only
	Date     string // for people; DateTime is the same for machines
	DateTime string
	State    state
	Done     int // sentences
	Total    int
	At, Of   int // the paragraph that is being translated, from 1, and how many there are
	Problem  string
}

// Active tells whether more is to come.
func (c column) Active() bool { return c.State.active() }

// Empty tells whether nothing of it is translated.
func (c column) Empty() bool { return c.Engines == "" }

// addRenderings puts the translations beside the versions.
func (c *comparison) addRenderings(from workbench.Compared, all []rendering, engines []translate.About) {
	for _, r := range all {
		at := c.Columns()
		c.Translations = append(c.Translations, newColumn(from.Article, r, at, engines))
		c.Offers = slices.DeleteFunc(c.Offers, func(t lang.Tag) bool { return t == r.Language })
		for i := range c.Rows {
			c.Rows[i].Translated = append(c.Rows[i].Translated, newTranslated(from.Article, from.Rows[i], r, at))
		}
	}
}

// show lets a phone begin with the column of a translation.
func (c *comparison) show(language string) {
	for _, t := range c.Translations {
		if string(t.Language) == language {
			c.Shown = t.Column
		}
	}
}

func newColumn(a *article.Article, r rendering, at int, engines []translate.About) column {
	v := &a.Versions[r.Version]
	c := column{
		Column: at, Language: r.Language, From: compare.VersionName(a, r.Version), FromKey: v.Key,
		State: r.State, Done: r.Done, Total: len(v.Sentences), Of: len(v.Paragraphs), Problem: r.Problem,
	}
	c.At = paragraphAt(v, r.Done)
	titles, first, last := madeBy(r.Segments)
	c.Engines = enumerate(titles)
	for _, e := range engines {
		c.Draft = c.Draft || e.Draft && strings.Contains(c.Engines, e.Title)
	}
	c.DateTime, c.Date = last, readable(last)
	if first != last {
		c.Date = readable(first) + " to " + c.Date
	}
	return c
}

// paragraphAt is the number, from 1, of the paragraph in which a sentence stands that comes after so many others.
func paragraphAt(v *article.Version, sentences int) int {
	if sentences < len(v.Sentences) {
		return v.Sentences[sentences].Paragraph + 1
	}
	return len(v.Paragraphs)
}

// madeBy lists who translated the sentences, in the order in which they appear, and the first and the last day.
func madeBy(segments []article.Segment) (titles []string, first, last string) {
	for _, s := range segments {
		if s.Engine == "" || s.Text == "" {
			continue
		}
		if !slices.Contains(titles, s.Engine) {
			titles = append(titles, s.Engine)
		}
		day, _, _ := strings.Cut(s.Date, "T")
		if day == "" {
			continue
		}
		if first == "" || day < first {
			first = day
		}
		last = max(last, day)
	}
	return titles, first, last
}

// enumerate writes a list as English prose does.
func enumerate(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// translated is what a translation has in a row.
type translated struct {
	Column   int
	Language lang.Tag
	// Absent says, where there is nothing to translate, which version lacks the passage; else "".
	Absent     string
	Paragraphs [][]passage
}

// passage is a translated sentence, or a run of sentences that have no translation.
type passage struct {
	Sentence int    // number in its version
	Bead     int    // of the row, from 1: its partners in the versions have the same; 0 without any
	Text     string // "" without a translation
	Awaited  bool   // whether one may still come
}

func newTranslated(a *article.Article, from compare.Row, r rendering, at int) translated {
	out := translated{Column: at, Language: r.Language}
	side := from.Bead.Sides[r.Version]
	if side.Empty() {
		out.Absent = compare.VersionName(a, r.Version)
		return out
	}
	beads := beadNumbers(from, r.Version)
	for p := side.Lo; p < side.Hi; p++ {
		var passages []passage
		sentences := a.Versions[r.Version].Paragraphs[p].Sentences
		for s := sentences.Lo; s < sentences.Hi; s++ {
			passages = appendPassage(passages, r, s, beads[s])
		}
		out.Paragraphs = append(out.Paragraphs, passages)
	}
	return out
}

// appendPassage adds a sentence. Sentences in a row that have no translation, and get none, are one passage.
func appendPassage(all []passage, r rendering, s, bead int) []passage {
	p := passage{Sentence: s, Bead: bead, Awaited: r.State.active() && s >= len(r.Segments)}
	if s < len(r.Segments) {
		p.Text = r.Segments[s].Text
	}
	if n := len(all); p.Text == "" && !p.Awaited && n > 0 && all[n-1].Text == "" && !all[n-1].Awaited {
		return all
	}
	return append(all, p)
}

// beadNumbers numbers, from 1, the row's sentence beads by the sentences that a version has in them.
func beadNumbers(from compare.Row, version int) map[int]int {
	numbers := map[int]int{}
	for i, b := range from.Sentences {
		for s := b.Sides[version].Lo; s < b.Sides[version].Hi; s++ {
			numbers[s] = i + 1
		}
	}
	return numbers
}

// Where says how far it has come.
func (c column) Where() string { return fmt.Sprintf("paragraph %d of %d", c.At, c.Of) }
