package detect_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/lang/detect"
)

// article is one text of testdata/texts, named by its language: be-latn.txt is be.
type article struct {
	name       string
	language   lang.Tag
	paragraphs []string
}

func articles(t testing.TB) []article {
	t.Helper()
	files, err := filepath.Glob("testdata/texts/*.txt")
	if err != nil || len(files) < 20 {
		t.Fatalf("testdata/texts holds %d texts, %v", len(files), err)
	}
	var out []article
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(f), ".txt")
		tag, _, _ := strings.Cut(name, "-")
		out = append(out, article{name, lang.Tag(tag), strings.Split(strings.TrimSpace(string(b)), "\n\n")})
	}
	return out
}

func TestArticles(t *testing.T) {
	d := detect.New()
	for _, a := range articles(t) {
		t.Run(a.name, func(t *testing.T) {
			whole, each := d.Detect(a.paragraphs)
			if whole.Language != a.language || whole.Confidence < 0.95 {
				t.Errorf("the whole is %v, want %s", whole, a.language)
			}
			for i, g := range each {
				if g.Language != a.language || g.Confidence < 0.8 {
					t.Errorf("paragraph %d is %v, want %s", i, g, a.language)
				}
			}
		})
	}
}

// TestAccuracy says how often a text alone, without a version around it, gets its language. The floors are below what
// was measured, so that they fail when something breaks and not when a text is added.
func TestAccuracy(t *testing.T) {
	d := detect.New()
	for _, level := range []struct {
		name  string
		floor float64
		cut   func(paragraph string) []string
	}{
		{"paragraphs", 0.97, func(p string) []string { return []string{p} }},
		{"sentences", 0.95, func(p string) []string { return strings.SplitAfter(p, ". ") }},
		{"first 8 letters", 0.45, func(p string) []string { return []string{firstLetters(p, 8)} }},
	} {
		right, n := 0, 0
		for _, a := range articles(t) {
			for _, p := range a.paragraphs {
				for _, text := range level.cut(p) {
					n++
					if g, _ := d.Detect([]string{text}); g.Language == a.language {
						right++
					} else if level.name != "first 8 letters" {
						t.Logf("%s taken for %v: %s", a.name, g, text)
					}
				}
			}
		}
		share := float64(right) / float64(n)
		t.Logf("%s: %d of %d, %.3f", level.name, right, n, share)
		if share < level.floor {
			t.Errorf("%s: %.3f are right, want at least %.2f", level.name, share, level.floor)
		}
	}
}

func firstLetters(s string, n int) string {
	for i, r := range s {
		if n == 0 {
			return s[:i]
		}
		if unicode.IsLetter(r) {
			n--
		}
	}
	return s
}

const (
	russian = "На Нарочи спасатели вытащили из полыньи лося. Животное держалось на воде около часа, пока к нему подтягивали лодку по тонкому льду."
	belarus = "На Нарачы ратавальнікі выцягнулі з палонкі лася. Жывёла пратрымалася ў вадзе каля гадзіны, пакуль да яе падцягвалі лодку па тонкім лёдзе."
	english = "Rescuers pulled an elk out of a hole in the ice on Lake Narach. The animal had been in the water for about an hour while a boat was dragged towards it."
	german  = "Die Tiere kommen im Winter oft ans Ufer, weil dort das Futter liegt."
)

func TestParagraphsInTheirVersion(t *testing.T) {
	d := detect.New()
	for _, c := range []struct {
		version   string
		paragraph string
		want      lang.Tag
	}{
		{russian, "Кто виноват?", "ru"},
		{russian, "Фото: БелТА", "ru"},
		{russian, "да", "ru"},
		{russian, "BBC", "ru"},
		{russian, "The Guardian", "ru"},
		{russian, "15.11.2024 18:00", "ru"},
		{russian, "Posted: 15.11.2024 18:00:00", "ru"},
		{russian, "***", "ru"},
		{russian, "", "ru"},
		{russian, "Лось", "ru"},
		{russian, "Лосю дали имя Нарач", "ru"},
		{russian, "Компании Volvo Trucks, Scania и Iveco отказались отвечать", "ru"},
		{russian, "«Мы чулі, як трашчаў лёд, але нічога не маглі зрабіць», — сказаў рыбак.", "be"},
		{russian, "We heard the ice cracking, but there was nothing we could do.", "en"},
		{russian, "Рибалки чули, як тріщить крига, але нічого не могли вдіяти.", "uk"},
		{belarus, "Фота: Ганна Лось", "be"},
		{belarus, "BBC", "be"},
		{belarus, "Хто вінаваты?", "be"},
		{belarus, "«Мы слышали, как трещал лёд, но ничего не могли сделать», — сказал рыбак.", "ru"},
		{belarus, "Rybaki čuli, jak traščaŭ lod, ale ničoha nie mahli zrabić.", "be"},
		{english, "Yes", "en"},
		{english, "Photo: Hanna Los", "en"},
		{english, "Naročanski kraj", "en"},
		{english, "«Нарочь»", "en"},
		{english, "15 November 2024", "en"},
		{english, german, "de"},
		{english, "«Мы слышали, как трещал лёд, но ничего не могли сделать», — сказал рыбак.", "ru"},
		{english, "Rybacy słyszeli, jak pęka lód, lecz nic nie mogli zrobić.", "pl"},
	} {
		t.Run(c.paragraph, func(t *testing.T) {
			_, each := d.Detect([]string{c.version, c.paragraph, c.version})
			if each[1].Language != c.want {
				t.Errorf("%q is %v, want %s", c.paragraph, each[1], c.want)
			}
			if each[1].Confidence < 0.5 {
				t.Errorf("%q has the confidence %.2f in spite of its version", c.paragraph, each[1].Confidence)
			}
		})
	}
}

func TestVersionWithForeignParagraphs(t *testing.T) {
	d := detect.New()
	for _, c := range []struct {
		name       string
		paragraphs []string
		whole      lang.Tag
		each       []lang.Tag
	}{
		{"two Belarusian, one Russian", []string{belarus, russian, belarus}, "be", []lang.Tag{"be", "ru", "be"}},
		{"two Russian, one Belarusian", []string{russian, belarus, russian}, "ru", []lang.Tag{"ru", "be", "ru"}},
		{"English with a German and a Russian paragraph", []string{english, german, russian, english, english}, "en",
			[]lang.Tag{"en", "de", "ru", "en", "en"}},
		{"no Ukrainian out of halves", []string{russian, belarus}, "be", []lang.Tag{"ru", "be"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			whole, each := d.Detect(c.paragraphs)
			if whole.Language != c.whole {
				t.Errorf("the whole is %v, want %s", whole, c.whole)
			}
			var tags []lang.Tag
			for _, g := range each {
				tags = append(tags, g.Language)
			}
			if diff := cmp.Diff(c.each, tags); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOneWordIsUnsure(t *testing.T) {
	d := detect.New()
	for _, word := range []string{"да", "BBC", "London", "мост", "Reuters"} {
		whole, each := d.Detect([]string{word})
		if whole.Confidence > 0.7 {
			t.Errorf("%q is %v, want a confidence below 0.7", word, whole)
		}
		if each[0] != whole {
			t.Errorf("%q is %v, and its only paragraph %v", word, whole, each[0])
		}
	}
}

func TestRepeatingALineMakesNothingSure(t *testing.T) {
	d := detect.New()
	for _, line := range []string{"Кто виноват?", "BBC"} {
		once, _ := d.Detect([]string{line})
		often, _ := d.Detect(slices.Repeat([]string{line}, 50))
		if often != once {
			t.Errorf("%q is %v, said fifty times %v", line, once, often)
		}
	}
}

func TestWithoutLetters(t *testing.T) {
	d := detect.New()
	for _, paragraphs := range [][]string{nil, {}, {""}, {"15.11.2024", "18:00 — 19:00", "***"}} {
		whole, each := d.Detect(paragraphs)
		none := lang.Guess{Language: lang.Undetermined}
		if whole != none || len(each) != len(paragraphs) {
			t.Errorf("%q: %v, %v", paragraphs, whole, each)
		}
		for i, g := range each {
			if g != none {
				t.Errorf("%q: paragraph %d is %v", paragraphs, i, g)
			}
		}
	}
}

func TestDecomposedAndMixedText(t *testing.T) {
	d := detect.New()
	for _, text := range []string{
		strings.NewReplacer("й", "и\u0306", "ў", "у\u0306", "ё", "е\u0308").Replace(belarus),
		strings.NewReplacer("і", "i", "о", "o").Replace(belarus),
	} {
		if whole, _ := d.Detect([]string{text}); whole.Language != lang.Belarusian || whole.Confidence < 0.95 {
			t.Errorf("%v: %s", whole, text)
		}
	}
}

// TestManyAtOnce has readers meet a detector that has loaded nothing, and compares their answers with one another.
func TestManyAtOnce(t *testing.T) {
	d := detect.New()
	texts := []string{english, german, russian, belarus, "Reuters, London", "Кто виноват?"}
	answers := make([][]lang.Guess, 8)
	var readers sync.WaitGroup
	for i := range answers {
		readers.Go(func() {
			for _, text := range texts {
				whole, _ := d.Detect([]string{text})
				answers[i] = append(answers[i], whole)
			}
			_, each := d.Detect(texts)
			answers[i] = append(answers[i], each...)
		})
	}
	readers.Wait()
	for i := range answers {
		if diff := cmp.Diff(answers[0], answers[i]); diff != "" {
			t.Errorf("reader %d got other answers:\n%s", i, diff)
		}
	}
}

func FuzzDetect(f *testing.F) {
	for _, s := range []string{"", "\n", russian + "\n" + english, "BBC\nда\n12", "日本\nΕλλ", "\xff\xfe", "i\u0306\nаaаa", "ß\nȘ\nİ"} {
		f.Add(s)
	}
	d := detect.New()
	f.Fuzz(func(t *testing.T, s string) {
		paragraphs := strings.Split(s, "\n")
		whole, each := d.Detect(paragraphs)
		if len(each) != len(paragraphs) {
			t.Fatalf("%d guesses for %d paragraphs", len(each), len(paragraphs))
		}
		for _, g := range append(each, whole) {
			if !(g.Confidence >= 0 && g.Confidence <= 1) || g.Language == "" {
				t.Errorf("%q: %v", s, g)
			}
		}
	})
}

// BenchmarkTriple is a 30-paragraph article in three languages, models loaded.
func BenchmarkTriple(b *testing.B) {
	d := detect.New()
	var versions [][]string
	for _, text := range []string{english, russian, belarus} {
		var v []string
		for range 30 {
			v = append(v, text+" "+text)
		}
		versions = append(versions, v)
		d.Detect(v)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, v := range versions {
			d.Detect(v)
		}
	}
}

// BenchmarkForeignLines is the worst case: every line disagrees with its version, and only a budget of calls bounds it.
func BenchmarkForeignLines(b *testing.B) {
	d := detect.New()
	var lines []string
	for range 2000 {
		lines = append(lines, german)
	}
	lines = append(lines, strings.Repeat(english+" ", 2000))
	d.Detect(lines)
	b.ReportAllocs()
	for b.Loop() {
		d.Detect(lines)
	}
}
