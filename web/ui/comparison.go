package ui

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"triptych/article"
	"triptych/compare"
	"triptych/lang"
	"triptych/workbench"
)

// comparison is the comparison page as its template reads it: everything in words and ready to be set.
type comparison struct {
	ID       string
	Title    string
	TitleIn  lang.Tag
	Summary  []compare.Phrase
	Warnings []string
	Chips    []chip
	Minor    int // differences of low severity
	Heads    []head
	Rows     []row
	Map      minimap
	Shown    int // the column that a phone shows first
	// Offers lists the languages in which there is neither a version nor a translation.
	Offers       []lang.Tag
	Translations []column
}

// Columns is how many versions and translations stand side by side.
func (c comparison) Columns() int { return len(c.Heads) + len(c.Translations) }

// Active tells whether a translation is under way.
func (c comparison) Active() bool {
	return slices.ContainsFunc(c.Translations, func(t column) bool { return t.State.active() })
}

// head is what stands above a column.
type head struct {
	Version    int
	Language   lang.Tag
	Name       string // in its own language, with a number where the language has several versions
	English    string
	Source     string // short: of an address only the host
	FullSource string
	Date       string // for people; DateTime is the same for machines
	DateTime   string
	Words      int
}

func newComparison(c workbench.Compared, id string) comparison {
	a := c.Article
	title := titled(a)
	page := comparison{
		ID: id, Title: a.Versions[title].Title(), TitleIn: a.Versions[title].Language,
		Summary: c.Report.Summary(), Warnings: c.Warnings,
	}
	page.Chips, page.Minor = newChips(c.Differences())
	for v := range a.Versions {
		page.Heads = append(page.Heads, newHead(a, v))
	}
	for i := range c.Rows {
		page.Rows = append(page.Rows, newRow(c.Report, i))
	}
	page.Map = newMinimap(page.Rows, len(a.Versions))
	page.Offers = missing(a)
	return page
}

// titled chooses the version whose headline names the page: an English one, as the page is in English, else the first.
func titled(a *article.Article) int {
	for v := range a.Versions {
		if a.Versions[v].Language == lang.English {
			return v
		}
	}
	return 0
}

func newHead(a *article.Article, version int) head {
	v := &a.Versions[version]
	h := head{Version: version, Language: v.Language, Name: v.Language.Endonym(), Source: "pasted text",
		English: compare.VersionName(a, version), DateTime: v.Date, Date: readable(v.Date)}
	if _, number, ok := strings.Cut(v.Key, "."); ok {
		h.Name += " " + number
	}
	if v.Source != "" {
		h.Source, h.FullSource = v.Source, v.Source
	}
	if u, err := url.Parse(v.Source); err == nil && u.Host != "" {
		h.Source = u.Host
	}
	for range article.EachWord(v.Text) {
		h.Words++
	}
	return h
}

// readable writes an ISO 8601 date as English prose does, as precisely as it is known; what is not one stays as it is.
func readable(iso string) string {
	for _, f := range []struct{ from, to string }{
		{"2006-01-02T15:04:05", "2 January 2006, 15:04"},
		{"2006-01-02T15:04:05Z07:00", "2 January 2006, 15:04"},
		{"2006-01-02T15:04", "2 January 2006, 15:04"},
		{"2006-01-02", "2 January 2006"},
		{"2006-01", "January 2006"},
	} {
		if t, err := time.Parse(f.from, iso); err == nil {
			return t.Format(f.to)
		}
	}
	return iso
}
