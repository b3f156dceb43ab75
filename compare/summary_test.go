package compare

import (
	"strings"
	"testing"

	"triptych/align"
	"triptych/article"
)

// three is a report of three short versions with rows of every shape: 0 is full, 1 lacks Belarusian, 2 is in English
// only.
func three(differences ...Difference) *Report {
	a := &article.Article{Versions: []article.Version{
		version("en", "A", "B", "C"), version("ru", "A", "B"), version("be", "A"),
	}}
	r := &Report{Article: a}
	for i, n := range []int{3, 2, 1} {
		b := align.Bead{}
		for v := range 3 {
			side := article.Range{Lo: i, Hi: i}
			if v < n {
				side.Hi++
			}
			b.Sides = append(b.Sides, side)
		}
		r.Rows = append(r.Rows, Row{Bead: b})
	}
	for _, d := range differences {
		r.Rows[d.Bead].Differences = append(r.Rows[d.Bead].Differences, d)
	}
	return r
}

func TestSummary(t *testing.T) {
	of := func(k Kind) Difference { return Difference{Kind: k, Severity: High} }
	lost := func(row, units int, missing ...int) Difference {
		d := Difference{Kind: Omission, Severity: High, Bead: row, Missing: missing}
		for range units {
			d.Marks = append(d.Marks, Mark{})
		}
		return d
	}
	minor := Difference{Kind: Number, Severity: Low}
	for _, c := range []struct {
		name        string
		differences []Difference
		want        string
	}{
		{"none", nil, "*No difference was found* in three rows: the versions say the same, as far as Triptych can tell."},
		{"only minor ones", []Difference{minor}, "*Only small things differ*."},
		{"one number", []Difference{of(Number)}, "*One number* differs."},
		{"several kinds", []Difference{of(Name), of(Number), of(Number), of(Negation), minor},
			"*Two numbers*, *one name* and *one denial* differ."},
		{"a paragraph and sentences of one version", []Difference{lost(1, 1, 2), lost(0, 2, 2)},
			"The Belarusian version leaves out *one paragraph and two sentences*."},
		{"what one version alone has", []Difference{lost(2, 1, 1, 2)}, "Only the English version has *one paragraph*."},
		{"versions in their order", []Difference{lost(1, 1, 2), lost(0, 1, 1), of(Date)},
			"The Russian version leaves out *one sentence*. The Belarusian version leaves out *one paragraph*. *One date* differs."},
		{"other kinds", []Difference{of(Order), of(Wording), of(Wording), of(Language)},
			"*One passage stands* elsewhere. *One word* may have strayed in from another language. The wording changes in *two places*."},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			for _, p := range three(c.differences...).Summary() {
				if p.Strong {
					p.Text = "*" + p.Text + "*"
				}
				b.WriteString(p.Text)
			}
			if b.String() != c.want {
				t.Errorf("got  %s\nwant %s", b.String(), c.want)
			}
		})
	}
}
