package align

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/article"
	"triptych/lang"
)

// story makes an article out of versions' paragraphs.
func story(versions map[lang.Tag][]string, order ...lang.Tag) *article.Article {
	var a article.Article
	for _, tag := range order {
		v := article.New(versions[tag])
		v.Key, v.Language = string(tag), tag
		a.Versions = append(a.Versions, v)
	}
	return &a
}

func aligned(t testing.TB, a *article.Article) Levels {
	t.Helper()
	l, err := Align(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	check(t, a, l)
	return l
}

// check holds both levels to what every alignment must be.
func check(t testing.TB, a *article.Article, l Levels) {
	t.Helper()
	var paragraphs, sentences []int
	for i := range a.Versions {
		paragraphs = append(paragraphs, len(a.Versions[i].Paragraphs))
		sentences = append(sentences, len(a.Versions[i].Sentences))
	}
	if err := l.Paragraphs.Check(paragraphs); err != nil {
		t.Errorf("paragraphs: %v", err)
	}
	if err := l.Sentences.Check(sentences); err != nil {
		t.Errorf("sentences: %v", err)
	}
	for _, b := range append(l.Paragraphs.Beads, l.Sentences.Beads...) {
		if !(b.Score >= 0 && b.Score <= 1) {
			t.Errorf("bead %v has score %v", b, b.Score)
		}
	}
}

// bridge is a story of our own: five paragraphs in three languages.
func bridge() map[lang.Tag][]string {
	return map[lang.Tag][]string{
		lang.English: {
			"Bridge over the Shchara reopens in Slonim",
			"The bridge carries 4,200 cars a day and was closed for 19 months. Mayor Halina Yarmolich cut the ribbon at noon.",
			"Repairs cost 7.3 million roubles, a third more than planned.",
			"Engineer Piotr Hlinski blamed the winter of 2023. The piles had rusted through, he said.",
			"Buses 6 and 11 return to their old route on Monday.",
		},
		lang.Russian: {
			"В Слониме открыли мост через Щару",
			"По мосту проходит 4200 машин в сутки, закрыт он был 19 месяцев. Ленточку в полдень перерезала мэр Галина Ярмолич.",
			"Ремонт обошёлся в 7,3 млн рублей, на треть дороже плана.",
			"Инженер Пётр Глинский винит зиму 2023 года. По его словам, сваи проржавели насквозь.",
			"Автобусы 6 и 11 вернутся на прежний маршрут в понедельник.",
		},
		lang.Belarusian: {
			"У Слоніме адкрылі мост праз Шчару",
			"Па мосце праходзіць 4200 машын за суткі, зачынены ён быў 19 месяцаў. Стужку апоўдні перарэзала мэрка Галіна Ярмоліч.",
			"Рамонт каштаваў 7,3 млн рублёў, на трэць даражэй за план.",
			"Інжынер Пётр Глінскі вінаваціць зіму 2023 года. Паводле яго, палі праржавелі наскрозь.",
			"Аўтобусы 6 і 11 вернуцца на ранейшы маршрут у панядзелак.",
		},
	}
}

func TestAlignParagraphs(t *testing.T) {
	all := []lang.Tag{lang.English, lang.Russian, lang.Belarusian}
	cases := []struct {
		name   string
		order  []lang.Tag
		change func(v map[lang.Tag][]string)
		want   string
	}{
		{name: "all there", order: all, want: "0 | 0 | 0\n1 | 1 | 1\n2 | 2 | 2\n3 | 3 | 3\n4 | 4 | 4\n"},
		{name: "two versions", order: []lang.Tag{lang.Belarusian, lang.English}, want: "0 | 0\n1 | 1\n2 | 2\n3 | 3\n4 | 4\n"},
		{
			name: "a paragraph left out of one version", order: all,
			change: func(v map[lang.Tag][]string) { v[lang.Belarusian] = without(v[lang.Belarusian], 2) },
			want:   "0 | 0 | 0\n1 | 1 | 1\n2 | 2 | -\n3 | 3 | 2\n4 | 4 | 3\n",
		},
		{
			name: "a paragraph in one version only", order: all,
			change: func(v map[lang.Tag][]string) {
				v[lang.English], v[lang.Russian] = without(v[lang.English], 3), without(v[lang.Russian], 3)
			},
			want: "0 | 0 | 0\n1 | 1 | 1\n2 | 2 | 2\n- | - | 3\n3 | 3 | 4\n",
		},
		{
			name: "two paragraphs made one", order: all,
			change: func(v map[lang.Tag][]string) {
				p := v[lang.Russian]
				v[lang.Russian] = []string{p[0], p[1], p[2] + " " + p[3], p[4]}
			},
			want: "0 | 0 | 0\n1 | 1 | 1\n2 3 | 2 | 2 3\n4 | 3 | 4\n",
		},
		{
			name: "a paragraph cut in two", order: all,
			change: func(v map[lang.Tag][]string) {
				p := v[lang.English]
				head, tail, _ := strings.Cut(p[1], ". ")
				v[lang.English] = []string{p[0], head + ".", tail, p[2], p[3], p[4]}
			},
			want: "0 | 0 | 0\n1 2 | 1 | 1\n3 | 2 | 2\n4 | 3 | 3\n5 | 4 | 4\n",
		},
		{
			name: "an empty version", order: all,
			change: func(v map[lang.Tag][]string) { v[lang.Russian] = nil },
			want:   "0 | - | 0\n1 | - | 1\n2 | - | 2\n3 | - | 3\n4 | - | 4\n",
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := bridge()
			if c.change != nil {
				c.change(v)
			}
			if got := aligned(t, story(v, c.order...)).Paragraphs.String(); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func without(list []string, i int) []string {
	return append(append([]string{}, list[:i]...), list[i+1:]...)
}

func TestAlignSentencesInsideParagraphs(t *testing.T) {
	v := bridge()
	v[lang.Russian][3], _, _ = strings.Cut(v[lang.Russian][3], ". ")
	v[lang.Russian][3] += "."
	got := aligned(t, story(v, lang.English, lang.Russian, lang.Belarusian)).Sentences.String()
	want := "0 | 0 | 0\n1 | 1 | 1\n2 | 2 | 2\n3 | 3 | 3\n4 | 4 | 4\n5 | - | 5\n6 | 5 | 6\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestIdenticalTextsAlignOneToOne(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 20 {
		text := babble(r, 1+r.IntN(30))
		var a article.Article
		for range 2 + n%3 {
			v := article.New(text)
			v.Language = lang.English
			a.Versions = append(a.Versions, v)
		}
		for _, b := range aligned(t, &a).Paragraphs.Beads {
			for _, side := range b.Sides {
				if side != b.Sides[0] || side.Len() != 1 {
					t.Fatalf("bead %v of identical texts", b)
				}
			}
		}
	}
}

// babble makes paragraphs out of invented words.
func babble(r *rand.Rand, paragraphs int) []string {
	var out []string
	for range paragraphs {
		var sb strings.Builder
		for range 1 + r.IntN(3) {
			sb.WriteString("W")
			for range 4 + r.IntN(12) {
				sb.WriteString(coin(r) + " ")
			}
			fmt.Fprintf(&sb, "%d. ", r.IntN(3000))
		}
		out = append(out, strings.TrimSpace(sb.String()))
	}
	return out
}

func coin(r *rand.Rand) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var sb strings.Builder
	for range 1 + r.IntN(3) {
		sb.WriteByte(consonants[r.IntN(len(consonants))])
		sb.WriteByte(vowels[r.IntN(len(vowels))])
	}
	return sb.String()
}

// TestEveryUnitIsInOneBead tries texts that have nothing to do with each other, of any length, in any number.
func TestEveryUnitIsInOneBead(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	tags := append(lang.Served(), lang.Russian, "de")
	for range 60 {
		var a article.Article
		for range 1 + r.IntN(4) {
			v := article.New(babble(r, r.IntN(14)))
			v.Language = tags[r.IntN(len(tags))]
			a.Versions = append(a.Versions, v)
		}
		first := aligned(t, &a)
		if again := aligned(t, &a); first.Paragraphs.String() != again.Paragraphs.String() {
			t.Fatal("the same article was aligned in two ways")
		}
	}
}

func TestOrderOfVersionsDoesNotMatter(t *testing.T) {
	v := bridge()
	v[lang.Belarusian] = without(v[lang.Belarusian], 2)
	one := aligned(t, story(v, lang.English, lang.Russian, lang.Belarusian))
	two := aligned(t, story(v, lang.Belarusian, lang.English, lang.Russian))
	var turned Alignment
	for _, b := range two.Paragraphs.Beads {
		turned.Beads = append(turned.Beads, Bead{Sides: []article.Range{b.Sides[1], b.Sides[2], b.Sides[0]}})
	}
	if one.Paragraphs.String() != turned.String() {
		t.Errorf("en, ru, be:\n%sbe, en, ru:\n%s", one.Paragraphs, turned)
	}
}

// TestOrderOfVersionsIsIrrelevant aligns generated articles in every order of their versions.
func TestOrderOfVersionsIsIrrelevant(t *testing.T) {
	for _, n := range []int{3, 12, 40} {
		a := columns(t, n)
		want, err := Align(a, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, order := range [][]int{{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
			var turned article.Article
			for _, v := range order {
				turned.Versions = append(turned.Versions, a.Versions[v])
			}
			got, err := Align(&turned, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(inOrder(want.Paragraphs, []int{0, 1, 2}), inOrder(got.Paragraphs, order)); d != "" {
				t.Errorf("%d sentences in the order %v (-want +got):\n%s", n, order, d)
			}
		}
	}
}

// inOrder lists the beads with the versions put back from an order; where a gap stands in its version says nothing.
func inOrder(a Alignment, order []int) []string {
	var out []string
	for _, b := range a.Beads {
		back := Bead{Sides: make([]article.Range, len(b.Sides))}
		for side, r := range b.Sides {
			back.Sides[order[side]] = r
		}
		out = append(out, back.String())
	}
	slices.Sort(out)
	return out
}

// TestLongTextsOfNoCommonWordsEnd aligns what is searched in a band, with no anchor to hold on to.
func TestLongTextsOfNoCommonWordsEnd(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	a := story(map[lang.Tag][]string{lang.English: babble(r, 120), lang.Russian: babble(r, 20), lang.Belarusian: babble(r, 90)},
		lang.English, lang.Russian, lang.Belarusian)
	aligned(t, a)
}

func TestStopsWhenAsked(t *testing.T) {
	steps := 0
	_, err := Align(story(bridge(), lang.English, lang.Russian, lang.Belarusian), Options{Progress: func(done, total int) bool {
		steps++
		return steps < 2
	}})
	if !errors.Is(err, ErrStopped) || steps != 2 {
		t.Errorf("stopped after %d steps with %v", steps, err)
	}
}

func TestTooManyVersions(t *testing.T) {
	if _, err := Align(&article.Article{Versions: make([]article.Version, MaxVersions+1)}, Options{}); err == nil {
		t.Error("no error")
	}
}
