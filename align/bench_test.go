package align

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"triptych/article"
	"triptych/lang"
)

// vocabulary is lines of the lexicon: a word in each of the three languages.
func vocabulary(t testing.TB) [][]string {
	t.Helper()
	files, err := filepath.Glob("../lang/lexicon/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no lexicon: %v", err)
	}
	var out [][]string
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if fields := strings.Split(strings.TrimSpace(line), "\t"); len(fields) == 3 && line[0] != '#' {
				out = append(out, fields)
			}
		}
	}
	return out
}

// columns makes an article of three versions of about n sentences each. Like versions of news they share the better
// half of their words, some of them again and again, lose a sentence in ten, and are cut into other paragraphs.
func columns(t testing.TB, n int) *article.Article {
	r := rand.New(rand.NewPCG(7, 8))
	all := vocabulary(t)
	texts := make([][]string, 3)
	for range n {
		sentence := make([][]string, 8+r.IntN(14))
		for i := range sentence {
			sentence[i] = all[zipf(r, len(all))]
		}
		for v := range texts {
			if r.IntN(10) == 0 {
				continue
			}
			var words []string
			for _, fields := range sentence {
				if r.IntN(10) < 4 {
					fields = all[zipf(r, len(all))]
				}
				words = append(words, strings.Split(fields[v], ", ")[0])
			}
			text := capital(strings.Join(words, " ")) + "."
			if last := len(texts[v]) - 1; last >= 0 && r.IntN(5) < 3 && len(texts[v][last]) < 600 {
				texts[v][last] += " " + text
			} else {
				texts[v] = append(texts[v], text)
			}
		}
	}
	var a article.Article
	for v, tag := range lang.Served() {
		version := article.New(texts[v])
		version.Key, version.Language = string(tag), tag
		a.Versions = append(a.Versions, version)
	}
	return &a
}

// zipf picks one of n, the first ones more often, as words are.
func zipf(r *rand.Rand, n int) int {
	u := r.Float64()
	return int(u * u * u * float64(n))
}

func capital(s string) string {
	runes := []rune(s)
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}

// BenchmarkAlign aligns three versions; thirty paragraphs are some eighty sentences.
func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{30, 80, 1000, 4000, 16000, 64000} {
		a := columns(b, n)
		b.Run(fmt.Sprintf("sentences=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Align(a, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*3*n), "µs/sentence")
		})
	}
}
