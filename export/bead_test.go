package export_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/align"
	"triptych/article"
	"triptych/export"
)

func TestBeadsJSON(t *testing.T) {
	a := &article.Article{Versions: []article.Version{{Key: "ru"}, {Key: "en"}, {Key: "en.2"}}}
	for _, c := range []struct {
		name string
		bead align.Bead
		want string
	}{
		{"one to one", align.Bead{Sides: []article.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}, Score: 0.975},
			`{"ru":[0],"en":[0],"en.2":[0],"score":0.98}`},
		{"merge and gap", align.Bead{Sides: []article.Range{{Lo: 9, Hi: 12}, {}, {Lo: 10, Hi: 11}}, Score: 1},
			`{"ru":[9,10,11],"en":[],"en.2":[10],"score":1}`},
		{"moved", align.Bead{Sides: []article.Range{{Lo: 3, Hi: 4}, {Lo: 8, Hi: 9}, {Lo: 7, Hi: 8}}, Moved: []int{1, 2}, Score: 0.9},
			`{"ru":[3],"en":[8],"en.2":[7],"moved":["en","en.2"],"score":0.9}`},
		{"a score that is no number", align.Bead{Sides: []article.Range{{Lo: 3, Hi: 4}, {Lo: 5, Hi: 5}, {}}, Score: math.NaN()},
			`{"ru":[3],"en":[],"en.2":[],"score":0}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			beads := export.Beads(a, align.Alignment{Beads: []align.Bead{c.bead}})
			got, err := json.Marshal(beads)
			if err != nil {
				t.Fatal(err)
			}
			if want := "[" + c.want + "]"; string(got) != want {
				t.Fatalf("got  %s\nwant %s", got, want)
			}
			var back []export.Bead
			if err := json.Unmarshal(got, &back); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(beads, back); diff != "" {
				t.Errorf("round trip (-wrote +read):\n%s", diff)
			}
		})
	}
}

// Evidence is only in what explains the beads, its words in the order of the versions whatever their keys.
func TestExplainedJSON(t *testing.T) {
	a := &article.Article{Versions: []article.Version{{Key: "ru"}, {Key: "en"}, {Key: "be"}}}
	al := align.Alignment{Beads: []align.Bead{
		{Sides: []article.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}, Score: 0.9, Evidence: []align.Evidence{
			{Kind: align.Named, Words: []string{"Мосты", "Mosty", "Масты"}},
			{Kind: align.Form, Words: []string{"", "<R&D>", "<R&D>"}},
		}},
		{Sides: []article.Range{{Lo: 1, Hi: 2}, {}, {}}, Score: 0.5},
	}}
	const first, second = `{"ru":[0],"en":[0],"be":[0],"score":0.9`, `,{"ru":[1],"en":[],"be":[],"score":0.5}]`
	explained := export.Explained(a, al)
	for _, c := range []struct {
		name  string
		beads []export.Bead
		want  string
	}{
		{"explained", explained, "[" + first + `,"evidence":[{"kind":"name","words":{"ru":"Мосты","en":"Mosty","be":"Масты"}},` +
			`{"kind":"word","words":{"en":"<R&D>","be":"<R&D>"}}]}` + second},
		{"plain", export.Beads(a, al), "[" + first + "}" + second},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out strings.Builder
			if err := export.WriteJSON(&out, c.beads); err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSpace(out.String()); got != c.want {
				t.Fatalf("got  %s\nwant %s", got, c.want)
			}
			var back []export.Bead
			if err := json.Unmarshal([]byte(out.String()), &back); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.beads, back); diff != "" {
				t.Errorf("round trip (-wrote +read):\n%s", diff)
			}
		})
	}
}

func TestBeadReadsMembersInAnyOrder(t *testing.T) {
	var got export.Bead
	if err := json.Unmarshal([]byte(` { "evidence":[{"new":[1], "words":{"be":"млын"}, "kind":"word"}], "score" : 5e-1, "moved":["be"], "en":[ ], "be":[4, 5] } `), &got); err != nil {
		t.Fatal(err)
	}
	want := export.Bead{
		Sides: []export.Side{{Version: "en", Units: []int{}}, {Version: "be", Units: []int{4, 5}}},
		Moved: []string{"be"}, Score: 0.5,
		Evidence: []export.Evidence{{Kind: "word", Words: []export.Word{{Version: "be", Text: "млын"}}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBeadRefuses(t *testing.T) {
	for _, c := range []struct{ name, in string }{
		{"an array", `[1]`},
		{"null", `{"en":null,"score":1}`},
		{"null score", `{"en":[1],"score":null}`},
		{"no score", `{"en":[1]}`},
		{"score above one", `{"en":[1],"score":1.01}`},
		{"negative score", `{"en":[1],"score":-0.1}`},
		{"score as text", `{"en":[1],"score":"1"}`},
		{"negative unit", `{"en":[-1],"score":1}`},
		{"fraction", `{"en":[1.5],"score":1}`},
		{"huge unit", `{"en":[99999999999999999999],"score":1}`},
		{"a hole", `{"en":[1,3],"score":1}`},
		{"descending", `{"en":[2,1],"score":1}`},
		{"a unit twice", `{"en":[2,2],"score":1}`},
		{"a version twice", `{"en":[1],"en":[2],"score":1}`},
		{"moved without units", `{"en":[1],"be":[],"moved":["be"],"score":1}`},
		{"moved a stranger", `{"en":[1],"moved":["ru"],"score":1}`},
		{"null evidence", `{"en":[1],"score":1,"evidence":null}`},
		{"evidence that is no list", `{"en":[1],"score":1,"evidence":{}}`},
		{"null in evidence", `{"en":[1],"score":1,"evidence":[null]}`},
		{"evidence without a kind", `{"en":[1],"score":1,"evidence":[{"words":{"en":"mill"}}]}`},
		{"evidence without words", `{"en":[1],"score":1,"evidence":[{"kind":"word","words":{}}]}`},
		{"an empty word", `{"en":[1],"score":1,"evidence":[{"kind":"word","words":{"en":""}}]}`},
		{"a null word", `{"en":[1],"score":1,"evidence":[{"kind":"word","words":{"en":null}}]}`},
		{"two words of a version", `{"en":[1],"score":1,"evidence":[{"kind":"word","words":{"en":"mill","en":"miller"}}]}`},
		{"a word of a stranger", `{"en":[1],"score":1,"evidence":[{"kind":"word","words":{"ru":"мельница"}}]}`},
		{"a word of a gap", `{"en":[1],"ru":[],"score":1,"evidence":[{"kind":"word","words":{"ru":"мельница"}}]}`},
		{"an object for units", `{"en":{"a":1},"score":1}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			kept := export.Bead{Score: 0.25}
			b := kept
			if err := json.Unmarshal([]byte(c.in), &b); err == nil {
				t.Fatalf("%s was read as %+v", c.in, b)
			}
			if diff := cmp.Diff(kept, b); diff != "" {
				t.Errorf("changed by what was refused:\n%s", diff)
			}
		})
	}
}

func FuzzBeadUnmarshalJSON(f *testing.F) {
	f.Add([]byte(`{"en":[0],"ru":[1,2],"be":[],"moved":["ru"],"score":0.98}`))
	f.Add([]byte(`{"score":1,"":[0]}`))
	f.Add([]byte(`{"en":[0],"score":1}]`))
	f.Add([]byte(`{"en":[0],"be":[0],"score":1,"evidence":[{"kind":"root","words":{"en":"a","be":"<\\u0000"}}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var b export.Bead
		if b.UnmarshalJSON(data) != nil {
			return
		}
		out, err := b.MarshalJSON()
		if err != nil {
			t.Fatalf("%q was read but cannot be written: %v", data, err)
		}
		var again export.Bead
		if err := json.Unmarshal(out, &again); err != nil {
			t.Fatalf("%q was written as %s, which cannot be read: %v", data, out, err)
		}
		// "moved":[] and no moved are the same, and so with evidence.
		if len(b.Moved) == 0 {
			b.Moved = nil
		}
		if len(b.Evidence) == 0 {
			b.Evidence = nil
		}
		if diff := cmp.Diff(b, again); diff != "" {
			t.Errorf("round trip of %q (-first +second):\n%s", data, diff)
		}
	})
}
