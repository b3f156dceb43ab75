package translate_test

import (
	"fmt"
	"testing"

	"triptych/translate"
	"triptych/translate/translatetest"
)

// article is 30 paragraphs of three segments each, about as long as those of news.
func article() []string {
	var out []string
	for i := range 90 {
		out = append(out, fmt.Sprintf("На %d-м километре дороги к озеру рабочие укрепили насыпь, которую весной размыла вода, и открыли движение.", i))
	}
	return out
}

// BenchmarkRemembered is a call all of whose texts are remembered, with a memory that costs nothing: what the wrapper
// itself costs.
func BenchmarkRemembered(b *testing.B) {
	r := translate.Remember(translatetest.Paid("fake"), translate.Remembering{Memory: &translatetest.Memory{}})
	texts := article()
	if _, err := r.Translate(b.Context(), enBe, texts); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Translate(b.Context(), enBe, texts); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(texts)), "ns/segment")
}

// BenchmarkRouter is the same through a route.
func BenchmarkRouter(b *testing.B) {
	r := translate.NewRouter(translate.Setup{Engines: []*translate.Remembered{
		translate.Remember(translatetest.Paid("fake"), translate.Remembering{Memory: &translatetest.Memory{}})}})
	texts := article()
	if _, err := r.Translate(b.Context(), enBe, texts, true); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Translate(b.Context(), enBe, texts, false); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPack is an article on its way into requests.
func BenchmarkPack(b *testing.B) {
	e := translate.Pack(translatetest.Named("fake"), translate.Limits{Texts: 128, CodePoints: 5000})
	texts := article()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := e.Translate(b.Context(), enBe, texts); err != nil {
			b.Fatal(err)
		}
	}
}
