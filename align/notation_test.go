package align

import (
	"strings"
	"testing"
)

func TestParseReadsWhatStringWrites(t *testing.T) {
	for _, text := range []string{
		"0 | 0 | 0\n",
		"0 | 0\n1 | 1 2\n2 | -\n- | 3\n",
		"0 1 2 | 0 | -\n",
		"",
	} {
		a, err := Parse(text)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if got := a.String(); got != text {
			t.Errorf("read %q, wrote %q", text, got)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"a hole in a run":         "0 2 | 0",
		"a run that goes back":    "2 1 | 0",
		"a word":                  "zero | 0",
		"a negative number":       "-1 | 0",
		"a blank side":            "0 | | 0",
		"fewer sides than before": "0 | 0 | 0\n1 | 1",
	} {
		if a, err := Parse(text); err == nil {
			t.Errorf("%s: %q was read as %q", name, text, a)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("0 | 0 | 0\n1 | 1 2 | -\n")
	f.Add("- | 0")
	f.Fuzz(func(t *testing.T, text string) {
		a, err := Parse(text)
		if err != nil {
			return
		}
		again, err := Parse(a.String())
		if err != nil {
			t.Fatalf("%q cannot be read back from %q: %v", text, a, err)
		}
		if a.String() != again.String() {
			t.Fatalf("%q became %q", a, again)
		}
	})
}

func TestCheck(t *testing.T) {
	cases := []struct {
		name, beads string
		moved       []int // of the last bead
		units       []int
		wrong       string // part of the error; "" for none
	}{
		{name: "one to one", beads: "0 | 0\n1 | 1", units: []int{2, 2}},
		{name: "gaps and runs", beads: "0 1 | 0\n2 | -\n- | 1", units: []int{3, 2}},
		{name: "a unit left out", beads: "0 | 0", units: []int{2, 1}, wrong: "unit 1 of version 0 is in no bead"},
		{name: "a unit twice", beads: "0 | 0\n0 | 1", units: []int{1, 2}, wrong: "in two beads"},
		{name: "a unit that is not there", beads: "0 | 0 1", units: []int{1, 1}, wrong: "has no units"},
		{name: "out of order", beads: "0 | 1\n1 | 0", units: []int{2, 2}, wrong: "goes back in version 1"},
		{name: "out of order and marked", beads: "0 | 1\n1 | 0", moved: []int{1}, units: []int{2, 2}},
		{name: "an empty bead", beads: "0 | 0\n- | -", units: []int{1, 1}, wrong: "is empty"},
		{name: "too few sides", beads: "0 | 0", units: []int{1, 1, 1}, wrong: "2 sides for 3 versions"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a, err := Parse(c.beads)
			if err != nil {
				t.Fatal(err)
			}
			a.Beads[len(a.Beads)-1].Moved = c.moved
			err = a.Check(c.units)
			switch {
			case c.wrong == "" && err != nil:
				t.Errorf("unexpected: %v", err)
			case c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)):
				t.Errorf("got %v, want %q", err, c.wrong)
			}
		})
	}
}
