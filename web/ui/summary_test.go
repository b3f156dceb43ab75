package ui

import (
	"strings"
	"testing"

	"triptych/compare"
)

func TestEveryKindHasALetterOfItsOwn(t *testing.T) {
	seen := map[string]compare.Kind{}
	for _, k := range kinds() {
		if other, ok := seen[k.Letter]; ok {
			t.Errorf("%s and %s share the letter %s", k.Kind, other, k.Letter)
		}
		seen[k.Letter] = k.Kind
	}
	if got := kindOf("tone"); got.Letter == "" || got.Label != "Tone" {
		t.Errorf("a kind that is not listed becomes %+v", got)
	}
}

func TestNoteEmphasis(t *testing.T) {
	for _, c := range []struct {
		name, note string
		quotes     []said
		figures    bool
		want       string
	}{
		{"quotes", "Varabei and Воробьёва differ", []said{{Text: "Воробьёва"}, {Text: "Varabei"}}, false, "*Varabei* and *Воробьёва* differ"},
		{"the longer of two", "12 400 in English", []said{{Text: "12"}, {Text: "12 400"}}, false, "*12 400* in English"},
		{"figures", "1,500.5 in English, 12% in English 2, day 3.", nil, true, "*1,500.5* in English, *12%* in English 2, day 3."},
		{"a quote with a comma", "a, b in English", []said{{Text: "a, b"}}, false, "*a, b* in English"},
		{"nothing to stress", "A sentence is missing", nil, true, "A sentence is missing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for _, p := range emphasised(c.note, c.quotes, c.figures) {
				if p.Strong {
					p.Text = "*" + p.Text + "*"
				}
				b.WriteString(p.Text)
			}
			if b.String() != c.want {
				t.Errorf("got %q, want %q", b.String(), c.want)
			}
		})
	}
}

func TestReadableDates(t *testing.T) {
	for iso, want := range map[string]string{
		"2024-11-15T18:00:00":       "15 November 2024, 18:00",
		"2024-11-15T18:00":          "15 November 2024, 18:00",
		"2024-11-15T18:00:00+03:00": "15 November 2024, 18:00",
		"2024-11-15":                "15 November 2024",
		"2024-11":                   "November 2024",
		"last week":                 "last week",
		"":                          "",
	} {
		if got := readable(iso); got != want {
			t.Errorf("readable(%q) = %q, want %q", iso, got, want)
		}
	}
}
