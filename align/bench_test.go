package align

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"triptych/article"
	"triptych/lang"
)

// columns makes an article of three versions of n paragraphs each out of invented words: version by version the words
// change their endings, some are lost, and one paragraph in ten is left out.
func columns(n int) *article.Article {
	r := rand.New(rand.NewPCG(7, 8))
	texts := babble(r, n)
	var a article.Article
	for v, tag := range lang.Served() {
		var out []string
		for _, p := range texts {
			if r.IntN(10) == 0 {
				continue
			}
			words := strings.Fields(p)
			for i := range words {
				if r.IntN(3) == 0 {
					words[i] = word(r)
				} else {
					words[i] += []string{"", "m", "n"}[v]
				}
			}
			out = append(out, strings.Join(words, " "))
		}
		version := article.New(out)
		version.Key, version.Language = string(tag), tag
		a.Versions = append(a.Versions, version)
	}
	return &a
}

func BenchmarkAlign(b *testing.B) {
	for _, n := range []int{10, 30, 300, 3000} {
		a := columns(n)
		b.Run(fmt.Sprintf("paragraphs=%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Align(a, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*3*n), "µs/paragraph")
		})
	}
}
