package translate

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCut(t *testing.T) {
	for name, test := range map[string]struct {
		limits Limits
		text   string
		want   []string
	}{
		"between sentences":                {Limits{CodePoints: 24}, "Река встала. Лёд тонкий. Не ходите.", []string{"Река встала. Лёд тонкий.", "Не ходите."}},
		"after a closing quotation mark":   {Limits{CodePoints: 22}, "«Всё готово!» Поезд отошёл", []string{"«Всё готово!»", "Поезд отошёл"}},
		"between words":                    {Limits{CodePoints: 12}, "slow boats carry timber", []string{"slow boats", "carry timber"}},
		"a word that ends at the limit":    {Limits{CodePoints: 4}, "slow boat", []string{"slow", "boat"}},
		"not after an early short one":     {Limits{CodePoints: 20}, "Так. Дождь льёт третий день", []string{"Так. Дождь льёт", "третий день"}},
		"by bytes, not inside a letter":    {Limits{Bytes: 9}, "вада вада", []string{"вада", "вада"}},
		"a word that is too long":          {Limits{CodePoints: 5}, "river transport", nil},
		"white space around counts little": {Limits{CodePoints: 5}, "        river     ", []string{"river"}},
	} {
		t.Run(name, func(t *testing.T) {
			pieces, ok := test.limits.cut(0, test.text)
			var got []string
			for _, p := range pieces {
				got = append(got, p.text)
			}
			if !ok {
				got = nil
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func FuzzCut(f *testing.F) {
	f.Add("Река встала. Лёд тонкий.\n\nНе ходите.", 12, 0)
	f.Add("a  b\u00a0c", 1, 4)
	f.Add("\xff\xfe б", 2, 2)
	f.Fuzz(func(t *testing.T, text string, points, bytes int) {
		l := Limits{CodePoints: points, Bytes: bytes}
		pieces, ok := l.cut(3, text)
		var b strings.Builder
		for i, p := range pieces {
			if !l.fits(p.text) || p.of != 3 || p.text != strings.TrimSpace(p.text) || p.text == "" {
				t.Fatalf("piece %+v", p)
			}
			if blank(p.gap) == false || (p.gap == "") != (i == len(pieces)-1) {
				t.Fatalf("piece %d of %d has the gap %q", i, len(pieces), p.gap)
			}
			b.WriteString(p.text + p.gap)
		}
		if ok && b.String() != strings.TrimSpace(text) {
			t.Fatalf("%q became %q", text, b.String())
		}
	})
}
