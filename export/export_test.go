package export_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/align"
	"triptych/article"
	"triptych/compare"
	"triptych/export"
	"triptych/lang"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// version lays out a version of which each paragraph is given as its sentences.
func version(tag lang.Tag, paragraphs ...[]string) article.Version {
	v := article.Version{Key: string(tag), Language: tag}
	for i, sentences := range paragraphs {
		if i > 0 {
			v.Text += "\n\n"
		}
		p := article.Paragraph{Role: article.RoleBody, Language: tag}
		p.Start, p.Sentences.Lo = len(v.Text), len(v.Sentences)
		for j, s := range sentences {
			if j > 0 {
				v.Text += " "
			}
			span := article.Span{Start: len(v.Text), End: len(v.Text) + len(s)}
			v.Sentences = append(v.Sentences, article.Sentence{Span: span, Paragraph: i})
			v.Text += s
		}
		p.End, p.Sentences.Hi = len(v.Text), len(v.Sentences)
		v.Paragraphs = append(v.Paragraphs, p)
	}
	return v
}

// mark points at words of one paragraph.
func mark(a *article.Article, version, paragraph int, words string) compare.Mark {
	v := &a.Versions[version]
	start := v.Paragraphs[paragraph].Start + strings.Index(v.Paragraph(paragraph), words)
	return compare.Mark{Version: version, Paragraph: paragraph, Span: article.Span{Start: start, End: start + len(words)}}
}

// bridge is a story with figures, letters of two bytes, and characters outside the Basic Multilingual Plane.
func bridge() *compare.Report {
	a := &article.Article{Versions: []article.Version{
		version(lang.English,
			[]string{"Posted: 3.03.2025"},
			[]string{"🚲🚲 The bridge at Mosty carries 170 cyclists <an hour>.", "It opened in May."},
			[]string{"No cars 🚗."}),
		version(lang.Belarusian,
			[]string{"3.03.2025"},
			[]string{"🚲🚲 Мост у Мастах праязджаюць 180 веласіпедыстаў <за гадзіну>.", "Ён адкрыты ў маі."}),
	}}
	a.Versions[0].Paragraphs[0].Role = article.RoleDate
	a.Versions[0].Source, a.Versions[0].Date, a.Versions[0].SHA256 = "en.txt", "2025-03-03", "00ff"
	a.Versions[1].Paragraphs[0].Role = article.RoleDate
	odd := mark(a, 1, 1, "180")
	odd.Odd = true
	units := align.Alignment{Beads: []align.Bead{
		{Sides: []article.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}, Score: 0.99963},
		{Sides: []article.Range{{Lo: 1, Hi: 2}, {Lo: 1, Hi: 2}}, Score: 0.914, Evidence: []align.Evidence{
			{Kind: align.Named, Words: []string{"Mosty", "Мастах"}},
			{Kind: align.Meaning, Words: []string{"bridge", "Мост"}},
		}},
		{Sides: []article.Range{{Lo: 2, Hi: 3}, {}}, Score: 0.7},
	}}
	return &compare.Report{Article: a, Levels: align.Levels{Paragraphs: units}, Rows: []compare.Row{
		{Bead: units.Beads[0]},
		{Bead: units.Beads[1], Differences: []compare.Difference{{
			ID: "n1", Kind: compare.Number, Severity: compare.High, Bead: 1,
			Marks: []compare.Mark{mark(a, 0, 1, "170"), odd}, Note: "170 against 180",
		}}},
		{Bead: units.Beads[2], Differences: []compare.Difference{{
			ID: "o1", Kind: compare.Omission, Severity: compare.Medium, Bead: 2, Missing: []int{1},
			Marks: []compare.Mark{mark(a, 0, 2, "No cars 🚗.")}, Note: "not in the Belarusian version",
		}}},
	}}
}

func TestComparisonGolden(t *testing.T) {
	var line, got bytes.Buffer
	if err := export.WriteJSON(&line, export.NewComparison(bridge())); err != nil {
		t.Fatal(err)
	}
	if err := json.Indent(&got, line.Bytes(), "", "  "); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "comparison.json")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("run with -update if this is meant (-want +got):\n%s", diff)
	}
}

// What a reader does with a span must give the span's text: cut the paragraph by code points.
func TestSpansCutTheParagraph(t *testing.T) {
	c := export.NewComparison(bridge())
	paragraphs := map[string][]string{}
	for _, v := range c.Versions {
		paragraphs[v.Key] = v.Paragraphs
		for i, s := range v.Sentences {
			text := string([]rune(v.Paragraphs[s.Paragraph])[s.Start:s.End])
			if strings.TrimSpace(text) != text || !strings.HasSuffix(text, ".") && i > 0 {
				t.Errorf("%s: sentence %d is %q", v.Key, i, text)
			}
		}
	}
	for _, d := range c.Differences {
		for _, s := range d.Spans {
			if got := string([]rune(paragraphs[s.Version][s.Paragraph])[s.Start:s.End]); got != s.Text {
				t.Errorf("%s: %d to %d of %q is %q, the span says %q", d.ID, s.Start, s.End, paragraphs[s.Version][s.Paragraph], got, s.Text)
			}
		}
	}
}

// Every boundary between characters must be counted right, whatever lies between two known counts.
func TestCodePointsAtEveryBoundary(t *testing.T) {
	text := strings.Repeat("aў🚲€ ", 60)
	v := version(lang.English, []string{text}, []string{"б" + text})
	v.Sentences = nil
	for p := range v.Paragraphs {
		for i := range v.Paragraph(p) {
			start := v.Paragraphs[p].Start
			v.Sentences = append(v.Sentences, article.Sentence{Paragraph: p, Span: article.Span{Start: start + i, End: v.Paragraphs[p].End}})
		}
	}
	out := export.Versions(&article.Article{Versions: []article.Version{v}})[0]
	next := 0
	for p := range v.Paragraphs {
		length := len([]rune(v.Paragraph(p)))
		for i := range length {
			if want := (export.Sentence{Paragraph: p, Start: i, End: length}); out.Sentences[next] != want {
				t.Fatalf("boundary %d: got %+v, want %+v", next, out.Sentences[next], want)
			}
			next++
		}
	}
}

func TestEmptyIsNeverNull(t *testing.T) {
	empty := &compare.Report{Article: &article.Article{Versions: []article.Version{{Key: "en"}}}}
	for name, v := range map[string]any{
		"comparison":   export.NewComparison(empty),
		"no versions":  export.NewComparison(&compare.Report{Article: &article.Article{}}),
		"no beads":     export.Beads(empty.Article, align.Alignment{}),
		"gap":          export.Bead{Sides: []export.Side{{Version: "be"}}},
		"no paragraph": export.NewDetection("", lang.Guess{}, "", nil),
		"no marks": export.NewComparison(&compare.Report{Article: empty.Article, Rows: []compare.Row{{
			Differences: []compare.Difference{{Kind: compare.Wording}}}}}),
	} {
		t.Run(name, func(t *testing.T) {
			out, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(out, []byte("null")) {
				t.Errorf("null in %s", out)
			}
		})
	}
}

func TestDetection(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"with a file", `{"file":"be.txt","language":"be","confidence":0.99,"orthography":"tarask","paragraphs":[{"language":"be","confidence":1},{"language":"ru","confidence":0.5}]}`},
		{"pasted", `{"language":"en","confidence":0,"paragraphs":[]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := export.NewDetection("", lang.Guess{Language: lang.English, Confidence: math.NaN()}, "", nil)
			if c.name == "with a file" {
				d = export.NewDetection("be.txt", lang.Guess{Language: lang.Belarusian, Confidence: 0.98765}, lang.Classic,
					[]lang.Guess{{Language: lang.Belarusian, Confidence: 0.9999999}, {Language: lang.Russian, Confidence: 0.5}})
			}
			var out bytes.Buffer
			if err := export.WriteJSON(&out, d); err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSpace(out.String()); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// BenchmarkNewComparison has one paragraph of 200 KB with a mark on every word: the cost of a mark must not depend on
// where in the paragraph it stands.
func BenchmarkNewComparison(b *testing.B) {
	v := version(lang.Belarusian, []string{strings.Repeat("паром ", 18000) + "."})
	r := &compare.Report{Article: &article.Article{Versions: []article.Version{v}}, Rows: make([]compare.Row, 1)}
	for at := 0; at+10 < len(v.Text); at += len("паром ") {
		r.Rows[0].Differences = append(r.Rows[0].Differences, compare.Difference{
			Marks: []compare.Mark{{Span: article.Span{Start: at, End: at + len("паром")}}}})
	}
	b.SetBytes(int64(len(v.Text)))
	b.ReportAllocs()
	for b.Loop() {
		export.NewComparison(r)
	}
}
