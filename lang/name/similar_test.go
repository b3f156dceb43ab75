package name

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// likely is the similarity from which two words count as one name.
const likely = 0.8

type pair struct{ a, b string }

// readPairs reads a file of pairs, "a = b" a line.
func readPairs(t testing.TB, file string) []pair {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []pair
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		a, b, ok := strings.Cut(line, " = ")
		if !ok {
			t.Fatalf("%s: no pair in %q", file, line)
		}
		out = append(out, pair{a, b})
	}
	return out
}

// TestPairs measures how well Like parts one name in two spellings from two names that look alike. The held-out
// pairs were written when the code was finished, and nothing was changed for them.
func TestPairs(t *testing.T) {
	for _, set := range []struct {
		same, other       string
		recall, precision float64
	}{
		{"same.txt", "other.txt", 0.95, 0.93},
		{"same_heldout.txt", "other_heldout.txt", 0.85, 0.90},
	} {
		same, other := readPairs(t, set.same), readPairs(t, set.other)
		found, exact, wrong := 0, 0, 0
		for _, p := range same {
			s := Read(p.a).Like(Read(p.b))
			if s >= likely {
				found++
			} else {
				t.Logf("missed %.2f  %s = %s  (%s, %s)", s, p.a, p.b, Skeleton(p.a), Skeleton(p.b))
			}
			if Skeleton(p.a) == Skeleton(p.b) {
				exact++
			}
		}
		for _, p := range other {
			if s := Read(p.a).Like(Read(p.b)); s >= likely {
				wrong++
				t.Logf("wrong %.2f  %s = %s  (%s, %s)", s, p.a, p.b, Skeleton(p.a), Skeleton(p.b))
			}
		}
		recall := float64(found) / float64(len(same))
		precision := float64(found) / float64(found+wrong)
		t.Logf("%s: %d same, recall %.3f, equal skeletons %.3f; %d other, %d taken for the same; precision %.3f",
			set.same, len(same), recall, float64(exact)/float64(len(same)), len(other), wrong, precision)
		if recall < set.recall || precision < set.precision {
			t.Errorf("recall %.3f, precision %.3f; at least %.2f and %.2f", recall, precision, set.recall, set.precision)
		}
	}
}
