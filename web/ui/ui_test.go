package ui

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"triptych/article"
	"triptych/workbench"
)

// bench is a workbench that gives what it is told to and remembers what it was asked.
type bench struct {
	compared workbench.Compared
	err      error
	asked    []workbench.Input
	versions []article.Version
	interpreter
}

func (b *bench) Compare(_ context.Context, inputs []workbench.Input) (workbench.Compared, error) {
	b.asked = inputs
	return b.compared, b.err
}

func newUI(t testing.TB, b *bench) *UI {
	t.Helper()
	u, err := New(Options{Workbench: b, Sample: []workbench.Input{{Name: "en.txt"}, {Name: "ru.txt"}}, MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestFirstPage(t *testing.T) {
	p := serve(t, newUI(t, &bench{}), get("/"))
	if p.status != http.StatusOK {
		t.Fatalf("status %d", p.status)
	}
	p.wantText("h1", "What does the other version say?")
	p.wantCount("form[action=/compare] textarea[name=text]", 3)
	p.wantCount("form[enctype=multipart/form-data] input[type=file]", 3)
	p.wantText("form a[href=/sample]", "Try the sample")
	for _, n := range []string{"1", "2", "3"} {
		p.one("label[for=text-" + n + "]")
		p.one("textarea[id=text-" + n + "]")
	}
	p.wantCount("select[name=language] option[value=be]", 3)
}

func TestFirstPageWithoutSample(t *testing.T) {
	u, err := New(Options{Workbench: &bench{}})
	if err != nil {
		t.Fatal(err)
	}
	serve(t, u, get("/")).wantCount("a[href=/sample]", 0)
}

func TestComparisonPage(t *testing.T) {
	p := serve(t, newUI(t, &bench{compared: library(t)}), get("/sample"))
	if p.status != http.StatusOK {
		t.Fatalf("status %d", p.status)
	}
	p.wantText("head title", "Hlybokaye library reopens two years after the flood · Triptych")
	p.wantText("p.summary", "The Belarusian version leaves out one paragraph and one sentence. Two numbers, one name and one denial differ.")
	p.wantCount("[data-row]", 9)
	p.wantText("[data-row=6] .gap b", "Not in the Belarusian version")
	p.wantText("[data-row=6] .gap span", "26 words in English, 16 in Russian")
	p.wantText("[data-row=8] details.doubt summary", "unsure: what ties row 8 together")
	p.wantText("[data-row=3] .note .words", "Numbers: 12,400 in English and Russian, 14,200 in Belarusian")
	p.wantCount("[data-row=3] .note b", 2)
	p.wantText("[data-row=3] .v2 mark.odd", "14 200")
	p.wantCount("[data-row=3] .v0 mark.odd", 0)
	p.wantCount("[data-row=8] .v0 p", 2)
	p.wantText("p.warning", "library.txt was read as Windows-1251; if letters look wrong, save it as UTF-8.")
}

func TestEveryCellHasItsLanguage(t *testing.T) {
	p := serve(t, newUI(t, &bench{compared: library(t)}), get("/sample"))
	for v, want := range map[string]string{"v0": "en", "v1": "ru", "v2": "be"} {
		for _, cell := range p.all(".cell." + v) {
			if matches(cell, ".gap") || matches(cell, ".blank") {
				continue
			}
			if got := attr(cell, "lang"); got != want {
				t.Errorf("a cell of %s has lang=%q, want %q", v, got, want)
			}
		}
	}
}

func TestDateThatOneVersionLacksIsNotLoud(t *testing.T) {
	p := serve(t, newUI(t, &bench{compared: library(t)}), get("/sample"))
	p.wantCount("[data-row=1] .gap", 0)
	p.wantText("[data-row=1] .v2.blank", "No date in the Belarusian version")
}

func TestNumeralsOnlyWhereSentencesAreSplitDifferently(t *testing.T) {
	p := serve(t, newUI(t, &bench{compared: library(t)}), get("/sample"))
	p.wantCount("[data-row=4] .seg", 0)
	var got []string
	for _, n := range p.all("[data-row=5] .v1 .seg") {
		got = append(got, text(n))
	}
	if want := "1a 1b 2"; strings.Join(got, " ") != want {
		t.Errorf("numerals are %q, want %q", got, want)
	}
}

// TestLinksInThePageLeadSomewhere holds together what marks, notes, the list and the map say of each other.
func TestLinksInThePageLeadSomewhere(t *testing.T) {
	p := serve(t, newUI(t, &bench{compared: library(t)}), get("/sample"))
	ids := map[string]int{}
	for n := range p.root.Descendants() {
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d elements have the id %q", n, id)
		}
	}
	links := p.all("a")
	for _, a := range links {
		if target, ok := strings.CutPrefix(attr(a, "href"), "#"); ok && ids[target] == 0 {
			t.Errorf("a link leads to #%s, which is not there", target)
		}
	}
	if len(links) < 20 {
		t.Errorf("only %d links", len(links))
	}
}

// TestPagesHaveNoInlineCode keeps to what the server's policy lets browsers run.
func TestPagesHaveNoInlineCode(t *testing.T) {
	u := newUI(t, &bench{compared: library(t)})
	for _, path := range []string{"/", "/sample", "/c/none"} {
		p := serve(t, u, get(path))
		for n := range p.root.Descendants() {
			if n.Data == "style" || n.Data == "script" && n.FirstChild != nil {
				t.Errorf("%s has a <%s> with content", path, n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: <%s> has the attribute %s", path, n.Data, a.Key)
				}
			}
		}
	}
}

func TestUnknownComparison(t *testing.T) {
	u := newUI(t, &bench{})
	for _, path := range []string{"/c/nothing", "/c/nothing/comparison.json"} {
		p := serve(t, u, get(path))
		if p.status != http.StatusNotFound {
			t.Errorf("%s: status %d", path, p.status)
		}
		p.wantText("h1", "This comparison is no longer kept")
		p.one("main a[href=/]")
	}
}

func TestSampleThatFails(t *testing.T) {
	p := serve(t, newUI(t, &bench{err: errors.New("boom")}), get("/sample"))
	if p.status != http.StatusInternalServerError {
		t.Errorf("status %d", p.status)
	}
	if strings.Contains(text(p.root), "boom") {
		t.Error("the page tells what only the log should")
	}
}

func TestSampleIsComparedOnce(t *testing.T) {
	b := &bench{compared: library(t)}
	u := newUI(t, b)
	serve(t, u, get("/sample"))
	b.asked = nil
	serve(t, u, get("/sample"))
	if b.asked != nil {
		t.Error("the sample was compared again")
	}
}

func TestExport(t *testing.T) {
	u := newUI(t, &bench{compared: library(t)})
	id := u.shelf.put(library(t))
	p := serve(t, u, get("/c/"+id+"/comparison.json"))
	if p.status != http.StatusOK || !strings.HasPrefix(p.header.Get("Content-Type"), "application/json") {
		t.Errorf("status %d, content type %q", p.status, p.header.Get("Content-Type"))
	}
	if !strings.Contains(text(p.root), `"differences":[{`) {
		t.Error("no differences in the JSON")
	}
}

func TestAssets(t *testing.T) {
	u := newUI(t, &bench{compared: library(t)})
	for _, path := range []string{"/", "/sample"} {
		for _, n := range serve(t, u, get(path)).all("head link") {
			checkAsset(t, u, attr(n, "href"))
		}
	}
	for _, name := range []string{"js/first.js", "js/comparison.js", "fonts/golos-cyrillic.woff2"} {
		checkAsset(t, u, u.assets.url(name))
	}
	if p := serve(t, u, get(u.assets.url("../ui.go"))); p.status == http.StatusOK {
		t.Error("a path out of the assets is answered")
	}
}

func checkAsset(t *testing.T, u *UI, href string) {
	t.Helper()
	p := serve(t, u, get(href))
	if p.status != http.StatusOK {
		t.Errorf("%s: status %d", href, p.status)
	}
	if got := p.header.Get("Cache-Control"); !strings.Contains(got, "immutable") {
		t.Errorf("%s: Cache-Control %q", href, got)
	}
}

// TestTextIsShownAsText puts markup into everything that a person hands over.
func TestTextIsShownAsText(t *testing.T) {
	evil := `<script>alert(1)</script><b onclick="x()">"'&`
	c := library(t)
	a := c.Article
	for v := range a.Versions {
		a.Versions[v].Source = evil
		a.Versions[v].Date = evil
	}
	c.Warnings = []string{evil}
	row := &c.Rows[2]
	row.Differences[0].Note, row.Differences[0].ID = evil, evil
	planted := version(a.Versions[2].Language, evil, "", evil+"\n"+evil+" "+evil+"\n"+strings.Repeat("рэшта. \n", 5))
	planted.Key = "be"
	row.Differences[0].Marks = row.Differences[0].Marks[:2]
	c.Rows[3].Differences = nil
	c.Rows[8].Differences = nil
	a.Versions[2] = planted
	c.Rows = c.Rows[:4]
	for i := range c.Rows {
		c.Rows[i].Sentences = nil
	}
	p := serve(t, newUI(t, &bench{compared: c}), get("/sample"))
	wantHarmless(t, p)
	if got := strings.Count(text(p.root), "<script>alert(1)</script>"); got < 8 {
		t.Errorf("the text is shown %d times, want it everywhere", got)
	}
}

func wantHarmless(t *testing.T, p page) {
	t.Helper()
	for n := range p.root.Descendants() {
		if n.Data == "script" && n.Type == html.ElementNode && attr(n, "src") == "" {
			t.Error("a script got into the page")
		}
		if attr(n, "onclick") != "" {
			t.Error("an attribute got into the page")
		}
	}
}
