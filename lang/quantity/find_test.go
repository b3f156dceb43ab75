package quantity

import (
	"strings"
	"testing"

	"triptych/lang"
)

// show writes quantities as the tables have them: key, unit, and the kind where neither says it; "~" for about, "?" for
// weak, "|" before another reading.
func show(qs []Quantity) string {
	var out []string
	for _, q := range qs {
		s := q.Key()
		if q.Weak {
			s = "?" + s
		}
		if q.Approx {
			s = "~" + s
		}
		if q.Alt != 0 {
			s += "|" + Quantity{Kind: q.Kind, Value: q.Alt}.Key()
		}
		if q.Unit != "" && q.Kind != Day && q.Unit != "%" {
			s += " " + q.Unit
		}
		if q.Kind == Ordinal || q.Kind == Year {
			s += " (" + q.Kind.String() + ")"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

type findCase struct{ text, want string }

func testFind(t *testing.T, tag lang.Tag, cases []findCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			if got := show(Find(c.text, tag)); got != c.want {
				t.Errorf("%s Find(%q)\n got %s\nwant %s", tag, c.text, got, c.want)
			}
		})
	}
}
