package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/align"
	"triptych/article"
	"triptych/compare"
	"triptych/lang"
	"triptych/workbench"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares with testdata/golden/NAME.txt.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s, -want +got:\n%s", path, diff)
	}
}

// mill is an article with every shape of row: a date line, a number that differs in one version, a sentence and a
// paragraph that are missing, a merge.
func mill() *compare.Report {
	a := &article.Article{Versions: []article.Version{
		published(lang.English,
			"Posted: 03.09.2023",
			"The mill at Hlybokaje employs 170 people. It grinds rye and wheat. Bread is baked next door.",
			"Flour goes to Poland by rail.",
			"The director, Alena Rudak, came in spring."),
		published(lang.Russian,
			"Опубликовано: 03.09.2023",
			"На мельнице в Глубоком работают 170 человек. Там мелют рожь и пшеницу. Хлеб пекут рядом.",
			"Мука идёт в Польшу по железной дороге. Директор Алёна Рудак пришла весной."),
		published(lang.Belarusian,
			"Апублікавана: 03.09.2023",
			"На млыне ў Глыбокім працуюць 180 чалавек. Хлеб пякуць побач.",
			"Дырэктарка Алена Рудак прыйшла вясной."),
	}}
	rows := []compare.Row{
		{Bead: bead("0 | 0 | 0", 0.99), Role: article.RoleDate},
		{Bead: bead("1 | 1 | 1", 0.95), Role: article.RoleBody, Differences: []compare.Difference{
			{Kind: compare.Number, Severity: compare.High, Bead: 1,
				Note:  "170 in English and Russian, 180 in Belarusian",
				Marks: []compare.Mark{mark(a, 0, "170", false), mark(a, 1, "170", false), mark(a, 2, "180", true)}},
			{Kind: compare.Omission, Severity: compare.Medium, Bead: 1, Missing: []int{2},
				Note:  "A sentence of English and Russian is not in Belarusian",
				Marks: []compare.Mark{mark(a, 0, "It grinds rye and wheat.", false), mark(a, 1, "Там мелют рожь и пшеницу.", false)}},
			{Kind: compare.Wording, Severity: compare.Low, Bead: 1, Note: "next door against nearby",
				Marks: []compare.Mark{mark(a, 0, "next door", false)}},
		}},
		{Bead: bead("2 3 | 2 | -", 0.7), Role: article.RoleBody, Differences: []compare.Difference{
			{Kind: compare.Omission, Severity: compare.High, Bead: 2, Missing: []int{2},
				Note:  "Two paragraphs of English and one of Russian are not in Belarusian",
				Marks: []compare.Mark{mark(a, 0, "Flour goes to Poland by rail.", false)}},
		}},
		{Bead: bead("- | - | 2", 0.6), Role: article.RoleBody},
	}
	r := &compare.Report{Article: a, Rows: rows}
	for _, row := range rows {
		r.Levels.Paragraphs.Beads = append(r.Levels.Paragraphs.Beads, row.Bead)
	}
	return r
}

func published(tag lang.Tag, paragraphs ...string) article.Version {
	v := article.New(paragraphs)
	v.Language, v.Key = tag, string(tag)
	return v
}

func bead(notation string, score float64) align.Bead {
	a, err := align.Parse(notation)
	if err != nil {
		panic(err)
	}
	a.Beads[0].Score = score
	return a.Beads[0]
}

func mark(a *article.Article, version int, text string, odd bool) compare.Mark {
	v := &a.Versions[version]
	at := strings.Index(v.Text, text)
	if at < 0 {
		panic("no " + text)
	}
	span := article.Span{Start: at, End: at + len(text)}
	m := compare.Mark{Version: version, Span: span, Odd: odd}
	for i, p := range v.Paragraphs {
		if p.Start <= at && at < p.End {
			m.Paragraph = i
		}
	}
	return m
}

func TestShowReport(t *testing.T) {
	for _, c := range []struct {
		name string
		screen
		all bool
	}{
		{"report-120", screen{width: 120}, false},
		{"report-80", screen{width: 80}, false},
		{"report-80-all", screen{width: 80}, true},
		{"report-40", screen{width: 40}, true},
		{"report-100-colour", screen{width: 100, colour: true}, true},
	} {
		t.Run(c.name, func(t *testing.T) { golden(t, c.name, showReport(c.screen, mill(), c.all)) })
	}
}

func TestShowBeads(t *testing.T) {
	r := mill()
	l := paragraphLevel(workbench.Aligned{Article: r.Article, Levels: r.Levels})
	for _, width := range []int{120, 80, 40} {
		name := fmt.Sprintf("beads-%d", width)
		t.Run(name, func(t *testing.T) { golden(t, name, l.show(screen{width: width})) })
	}
}

func TestBeadTitle(t *testing.T) {
	l := level{article: mill().Article}
	b := bead("0 1 | 2 | -", 0.875)
	if got, want := l.title(7, b), "7 · 2:1:0 · 0.88"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	b = bead("0 | 0 | 3", 1)
	b.Moved = []int{1, 2}
	if got, want := l.title(0, b), "0 · 1:1:1 · 1.00 · moved in Russian and Belarusian"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTies(t *testing.T) {
	story := bead("0 | 0 | 0", 0.98)
	story.Evidence = []align.Evidence{
		{Kind: align.Value, Words: []string{"140", "140", "140"}},
		{Kind: align.Named, Words: []string{"Narach", "Нарочь", "Нарач"}},
		{Kind: align.Meaning, Words: []string{"ferry", "паром", "паром"}},
		{Kind: align.Root, Words: []string{"", "причал", "прычал"}},
	}
	for _, c := range []struct {
		name string
		bead align.Bead
		want string
	}{
		{"words", story, "tied by 140 · Narach, Нарочь, Нарач · ferry, паром, паром · причал, прычал"},
		{"nothing to tell", bead("0 | 0 | -", 0.6), "tied by place and length: no telling word is shared"},
		{"alone", bead("0 | - | -", 0.6), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := ties(c.bead); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestShowBeadsWithWhatTiesThem(t *testing.T) {
	r := mill()
	r.Levels.Paragraphs.Beads[1].Evidence = []align.Evidence{
		{Kind: align.Named, Words: []string{"Hlybokaje", "Глубоком", "Глыбокім"}},
		{Kind: align.Meaning, Words: []string{"mill", "мельнице", "млыне"}},
	}
	l := paragraphLevel(workbench.Aligned{Article: r.Article, Levels: r.Levels})
	l.why = true
	for _, width := range []int{80, 40} {
		name := fmt.Sprintf("beads-%d-why", width)
		t.Run(name, func(t *testing.T) { golden(t, name, l.show(screen{width: width})) })
	}
}

// A passage that stands elsewhere is told by its note; its words are not marked.
func TestMovedPassageIsNotMarked(t *testing.T) {
	r := mill()
	row := r.Rows[2]
	row.Bead.Moved = []int{1}
	row.Differences = []compare.Difference{{Kind: compare.Order, Severity: compare.Medium, Note: "It stands elsewhere",
		Marks: []compare.Mark{mark(r.Article, 1, r.Article.Versions[1].Paragraph(2), false)}}}
	if got := marksOf(row, 1); len(got) > 0 {
		t.Errorf("marks %v", got)
	}
}

// The output must fit every screen, and say the same on each.
func TestNeverWiderThanTheScreen(t *testing.T) {
	for width := widthLeast; width <= 200; width++ {
		for n, l := range strings.Split(showReport(screen{width: width}, mill(), true), "\n") {
			if got := textWidth(l); got > width {
				t.Errorf("screen of %d: line %d has %d columns: %q", width, n, got, l)
			}
			if strings.HasSuffix(l, " ") {
				t.Errorf("screen of %d: line %d ends in a space: %q", width, n, l)
			}
		}
	}
}

func TestMarkedText(t *testing.T) {
	v := published(lang.English, "Before.", "Of 170 people 12 stayed.")
	at := func(s string) marking {
		i := strings.Index(v.Text, s)
		return marking{article.Span{Start: i, End: i + len(s)}, markHigh}
	}
	for _, c := range []struct {
		name  string
		marks []marking
		want  string
	}{
		{"none", nil, "Of 170 people 12 stayed."},
		{"two", []marking{at("170"), at("12")}, "Of [170] people [12] stayed."},
		{"at the ends", []marking{at("Of"), at("stayed.")}, "[Of] 170 people 12 [stayed.]"},
		{"one in another", []marking{at("Of 170 people"), at("170")}, "[Of [170] people] 12 stayed."},
		{"the same twice", []marking{at("170"), at("170")}, "Of [170] people 12 stayed."},
		{"side by side", []marking{at("170"), at(" people")}, "Of [170][ people] 12 stayed."},
		{"in another paragraph", []marking{at("Before")}, "Of 170 people 12 stayed."},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := texts([]line{marked(screen{}, &v, 1, c.marks)})[0]
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			styled := texts([]line{marked(screen{colour: true}, &v, 1, c.marks)})[0]
			if styled != v.Paragraph(1) {
				t.Errorf("with colours the text is %q", styled)
			}
		})
	}
}
