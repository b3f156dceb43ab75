package article

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
	"github.com/google/go-cmp/cmp"
)

// marked is a paragraph with the ends of its sentences but the last, in bytes.
type marked struct {
	text string
	ends []int
}

func readMarked(t testing.TB, path string) []marked {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []marked
	for block := range strings.SplitSeq(string(data), "\n\n") {
		var lines []string
		for line := range strings.Lines(block) {
			if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
				lines = append(lines, strings.TrimSpace(line))
			}
		}
		if len(lines) > 0 {
			list = append(list, parseMarked(strings.Join(lines, " ")))
		}
	}
	return list
}

func parseMarked(s string) marked {
	var m marked
	for i, sentence := range strings.Split(s, "|") {
		if i > 0 {
			m.ends = append(m.ends, len(strings.TrimRight(m.text, " ")))
			sentence = strings.TrimPrefix(sentence, " ") // the space before the bar stays
		}
		m.text += sentence
	}
	return m
}

// show marks the ends again, for messages.
func (m marked) show(ends []int) string {
	var sb strings.Builder
	from := 0
	for _, end := range ends {
		sb.WriteString(m.text[from:end] + " |")
		from = end
	}
	return sb.String() + m.text[from:]
}

func innerEnds(spans []Span) []int {
	var ends []int
	for _, s := range spans[:len(spans)-1] {
		ends = append(ends, s.End)
	}
	return ends
}

// tally counts boundaries: those found, those that are there, and those that are both.
type tally struct{ found, want, right int }

func (c *tally) add(got, want []int) {
	c.found += len(got)
	c.want += len(want)
	at := map[int]bool{}
	for _, e := range want {
		at[e] = true
	}
	for _, e := range got {
		if at[e] {
			c.right++
		}
	}
}

func (c tally) precision() float64 { return float64(c.right) / float64(c.found) }
func (c tally) recall() float64    { return float64(c.right) / float64(c.want) }

// TestBoundaries holds the scanner to floors on two lists: one written beside it, and one written after it was finished
// and never used to change it. Unicode's own rule (UAX 29) is counted on the same lists for comparison.
func TestBoundaries(t *testing.T) {
	tests := []struct {
		path              string
		precision, recall float64
	}{
		{"testdata/sentences.txt", 0.97, 0.97},
		{"testdata/sentences-heldout.txt", 0.95, 0.95},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			var ours, unicode tally
			for _, m := range readMarked(t, tt.path) {
				got := innerEnds(Sentences(m.text))
				ours.add(got, m.ends)
				unicode.add(uax29Ends(m.text), m.ends)
				if w, g := m.show(m.ends), m.show(got); w != g {
					t.Logf("want %s\ngot  %s", w, g)
				}
			}
			t.Logf("%d boundaries: precision %.3f, recall %.3f; UAX 29: precision %.3f, recall %.3f",
				ours.want, ours.precision(), ours.recall(), unicode.precision(), unicode.recall())
			if ours.precision() < tt.precision || ours.recall() < tt.recall {
				t.Errorf("below the floors of precision %.2f and recall %.2f", tt.precision, tt.recall)
			}
		})
	}
}

func uax29Ends(text string) []int {
	var spans []Span
	for it := sentences.FromString(text); it.Next(); {
		spans = append(spans, trimmed(text, it.Start(), it.End()))
	}
	return innerEnds(spans)
}

func TestSentencesEdges(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"spaces around", "  One. \t Two.  ", "One.|Two."},
		{"line end inside", "One.\nTwo\nthree.", "One.|Two\nthree."},
		{"no-break space", "в\u00a0г.\u00a0Минск. Он", "в\u00a0г.\u00a0Минск.|Он"},
		{"marks alone", "* * *", "* * *"},
		{"marks after the last stop", "The end. ***", "The end. ***"},
		{"a stop before any word", "... Then he left.", "... Then he left."},
		{"stops parted by spaces", "He left . . . Then rain fell.", "He left . . .|Then rain fell."},
		{"bracket never closed", "He left (it rained. Then", "He left (it rained.|Then"},
		{"broken bytes", "One.\xff\xfe Two. \xd0", "One.\xff\xfe Two. \xd0"},
		{"space before the closing mark", "«Пойдём. » Он встал.", "«Пойдём. »|Он встал."},
		{"glued", "Мы ушли.Потом дождь!И снег на belta.by и в Газета.Ру", "Мы ушли.|Потом дождь!|И снег на belta.by и в Газета.Ру"},
		{"decomposed letters", "Ён пайшо\u0443\u0306. \u0423\u0306 хаце.", "Ён пайшо\u0443\u0306.|\u0423\u0306 хаце."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range Sentences(tt.text) {
				got = append(got, tt.text[s.Start:s.End])
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
	if got := Sentences(" \n\u00a0"); got != nil {
		t.Errorf("a blank paragraph has the sentences %v", got)
	}
}

func FuzzSentences(f *testing.F) {
	for _, path := range []string{"testdata/sentences.txt", "testdata/sentences-heldout.txt"} {
		for _, m := range readMarked(f, path) {
			f.Add(m.text)
		}
	}
	f.Add("\xff. ?»\u2028(…)")
	f.Fuzz(func(t *testing.T, text string) {
		if err := checkCover(text, Sentences(text)); err != nil {
			t.Error(err)
		}
	})
}

// checkCover tells whether spans go in order, hold everything but spaces, and begin and end with something else.
func checkCover(text string, spans []Span) error {
	at := 0
	for _, s := range spans {
		if s.Start < at || s.Len() <= 0 || s.End > len(text) {
			return fmt.Errorf("span %v after byte %d of %d", s, at, len(text))
		}
		if strings.TrimSpace(text[at:s.Start]) != "" {
			return fmt.Errorf("%q is in no sentence", text[at:s.Start])
		}
		part := text[s.Start:s.End]
		if strings.TrimSpace(part) != part {
			return fmt.Errorf("sentence %q has a space at an end", part)
		}
		if utf8.ValidString(text) && !utf8.ValidString(part) {
			return fmt.Errorf("sentence %q parts a character", part)
		}
		at = s.End
	}
	if strings.TrimSpace(text[at:]) != "" {
		return fmt.Errorf("%q is in no sentence", text[at:])
	}
	return nil
}

func BenchmarkSentences(b *testing.B) {
	var prose strings.Builder
	for _, m := range readMarked(b, "testdata/sentences.txt") {
		prose.WriteString(m.text + " ")
	}
	b.Run("prose", func(b *testing.B) { benchmarkSentences(b, prose.String()) })
	b.Run("prose/uax29", func(b *testing.B) {
		b.SetBytes(int64(prose.Len()))
		for b.Loop() {
			uax29Ends(prose.String())
		}
	})
	// The time per byte must be the same in both sizes of each text.
	nasty := map[string]string{
		"dots": ".", "dots and spaces": ". ", "quotes": "\"", "dots and quotes": ".\"", "closers": "а.» ", "initials": "А. ",
		"brackets": "(.", "openers": "а. «", "dates": "2020 г. ", "capitals": "U.S. ", "guillemets": "a «", "spaces": "        ",
	}
	for name, unit := range nasty {
		for _, size := range []int{1 << 14, 1 << 20} {
			text := strings.Repeat(unit, size/len(unit))
			b.Run(fmt.Sprintf("%s/%dK", name, size>>10), func(b *testing.B) { benchmarkSentences(b, text) })
		}
	}
	spacesThenInitials := strings.Repeat(" ", 1<<19) + strings.Repeat("А. ", 1<<17)
	b.Run("spaces, then initials", func(b *testing.B) { benchmarkSentences(b, spacesThenInitials) })
}

func benchmarkSentences(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Sentences(text)
	}
}
