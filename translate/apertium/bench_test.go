//go:build unix

package apertium

import (
	"strings"
	"testing"

	"triptych/translate"
)

// article is 30 paragraphs of three sentences, no two alike, cut into sentences.
func article(b *testing.B) []string {
	b.Helper()
	var sentences []string
	for _, place := range []string{"Синеполь", "Лида", "Новый Двор"} {
		for _, line := range lines(b, "article.ru.txt") {
			for s := range strings.SplitAfterSeq(line, ". ") {
				sentences = append(sentences, place+": "+s)
			}
		}
	}
	if len(sentences) != 90 {
		b.Fatalf("%d sentences", len(sentences))
	}
	return sentences
}

func benchmark(b *testing.B, e *Engine, p translate.Pair, texts []string) {
	b.Helper()
	if _, err := e.Translate(b.Context(), p, texts); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkSentence(b *testing.B) {
	for _, p := range []translate.Pair{fromBelarusian(), fromRussian()} {
		sentence := lines(b, "sentences."+string(p.From)+".txt")[:1]
		b.Run(p.String()+"/kept", func(b *testing.B) {
			e := real(b, Options{})
			benchmark(b, e, p, sentence)
			b.ReportAllocs()
			for b.Loop() {
				benchmark(b, e, p, sentence)
			}
		})
		b.Run(p.String()+"/started", func(b *testing.B) {
			for b.Loop() {
				e := real(b, Options{})
				benchmark(b, e, p, sentence)
				_ = e.Close()
			}
		})
	}
}

func BenchmarkArticle(b *testing.B) {
	sentences := article(b)
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			e := real(b, Options{})
			benchmark(b, e, fromRussian(), sentences)
			_ = e.Close()
		}
	})
	b.Run("second", func(b *testing.B) {
		e := real(b, Options{})
		benchmark(b, e, fromRussian(), sentences)
		for b.Loop() {
			benchmark(b, e, fromRussian(), sentences)
		}
	})
	b.Run("one by one", func(b *testing.B) {
		e := real(b, Options{})
		for b.Loop() {
			for i := range sentences {
				benchmark(b, e, fromRussian(), sentences[i:i+1])
			}
		}
	})
}

func BenchmarkShield(b *testing.B) {
	text := strings.Join(lines(b, "sentences.be.txt"), "\n")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		newPiece(text).frame(1)
	}
}
