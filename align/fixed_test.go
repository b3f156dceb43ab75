package align

import (
	"strings"
	"testing"

	"triptych/article"
	"triptych/lang"
)

func TestFixedBeadsStay(t *testing.T) {
	all := []lang.Tag{lang.English, lang.Russian, lang.Belarusian}
	cases := []struct{ name, fixed string }{
		{"what would be found anyway", "2 | 2 | 2"},
		{"against the words", "1 | 2 | 1\n3 | 3 | 3"},
		{"with a gap", "2 | - | 2\n3 | 2 3 | 3"},
		{"at both ends", "0 | 0 | 0\n4 | 4 | 4"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			fixed, err := Parse(c.fixed)
			if err != nil {
				t.Fatal(err)
			}
			a := story(bridge(), all...)
			got, err := Align(a, Options{Fixed: fixed.Beads})
			if err != nil {
				t.Fatal(err)
			}
			check(t, a, got)
			for _, f := range fixed.Beads {
				if !strings.Contains(got.Paragraphs.String(), f.String()+"\n") {
					t.Errorf("fixed bead %v is gone:\n%s", f, got.Paragraphs)
				}
			}
			for _, b := range got.Paragraphs.Beads {
				if b.Fixed && b.Score != 1 {
					t.Errorf("fixed bead %v has score %v", b, b.Score)
				}
			}
		})
	}
}

func TestFixedBeadsThatDoNotFit(t *testing.T) {
	a := story(bridge(), lang.English, lang.Russian, lang.Belarusian)
	for name, fixed := range map[string][]Bead{
		"out of order":    {{Sides: sides(2, 2, 2)}, {Sides: sides(1, 3, 3)}},
		"beyond the text": {{Sides: sides(2, 9, 2)}},
		"too few sides":   {{Sides: sides(2, 2)}},
	} {
		if _, err := Align(a, Options{Fixed: fixed}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// sides makes sides of one unit each.
func sides(units ...int) []article.Range {
	var out []article.Range
	for _, u := range units {
		out = append(out, article.Range{Lo: u, Hi: u + 1})
	}
	return out
}
