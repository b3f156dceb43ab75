package align

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"triptych/lang"
)

func TestEvaluate(t *testing.T) {
	cases := []struct {
		name, gold, got     string
		strict, null, exact float64
	}{
		{"all right", "0 | 0 | 0\n1 | 1 | -", "0 | 0 | 0\n1 | 1 | -", 1, 1, 1},
		{"a bead cut in two", "0 1 | 0 1", "0 | 0\n1 | 1", 0, 0, 0},
		{"half of the beads", "0 | 0\n1 | 1\n2 | 2\n3 | 3", "0 | 0\n1 | 1\n2 3 | 2 3", 4.0 / 7, 0, 4.0 / 7},
		{"an omission not seen", "0 | 0\n1 | -", "0 1 | 0", 0, 0, 0},
		{"one side too much in three", "0 | 0 | 0\n- | - | 1", "0 | 0 | 0 1", 1.0 / 3, 0, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			gold, err := Parse(c.gold)
			if err != nil {
				t.Fatal(err)
			}
			got, err := Parse(c.got)
			if err != nil {
				t.Fatal(err)
			}
			q := Evaluate(gold, got)
			if math.Abs(q.Strict-c.strict) > 1e-9 || math.Abs(q.Null-c.null) > 1e-9 || math.Abs(q.Exact-c.exact) > 1e-9 {
				t.Errorf("got %+v, want strict %v, null %v, exact %v", q, c.strict, c.null, c.exact)
			}
		})
	}
}

func TestMovedPassageIsFound(t *testing.T) {
	v := bridge()
	p := v[lang.Belarusian]
	v[lang.Belarusian] = []string{p[0], p[3], p[1], p[2], p[4]} // the engineer comes first
	got := aligned(t, story(v, lang.English, lang.Russian, lang.Belarusian)).Paragraphs
	want := "0 | 0 | 0\n1 | 1 | 2\n2 | 2 | 3\n3 | 3 | 1\n4 | 4 | 4\n"
	if got.String() != want {
		t.Fatalf("got\n%swant\n%s", got, want)
	}
	for i, b := range got.Beads {
		if moved := i == 3; moved != slices.Equal(b.Moved, []int{2}) {
			t.Errorf("bead %v moved in %v", b, b.Moved)
		}
	}
}

func TestNothingIsMovedInAMonotoneArticle(t *testing.T) {
	v := bridge()
	v[lang.Russian], v[lang.Belarusian] = without(v[lang.Russian], 1), without(v[lang.Belarusian], 3)
	for _, b := range aligned(t, story(v, lang.English, lang.Russian, lang.Belarusian)).Paragraphs.Beads {
		if len(b.Moved) > 0 {
			t.Errorf("bead %v moved in %v", b, b.Moved)
		}
	}
}

// TestBeadLongerThanTheSearch gives one version a paragraph that another cuts into six.
func TestBeadLongerThanTheSearch(t *testing.T) {
	sentences := strings.SplitAfter(strings.Join(bridge()[lang.Russian][1:], " "), ". ")
	cut := []string{bridge()[lang.Russian][0]}
	for _, s := range sentences {
		cut = append(cut, strings.TrimSpace(s))
	}
	v := bridge()
	v[lang.English] = []string{v[lang.English][0], strings.Join(v[lang.English][1:], " ")}
	v[lang.Russian] = cut
	got := aligned(t, story(v, lang.English, lang.Russian)).Paragraphs.String()
	if len(cut) < 6 || !strings.HasPrefix(got, "0 | 0\n1 | 1 2 3 4 5") {
		t.Errorf("%d Russian paragraphs:\n%s", len(cut), got)
	}
}

// TestArticleTeachesWords aligns two invented languages that have no letter in common: only words that come again can
// tell which sentences belong together.
func TestArticleTeachesWords(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	var here, there []string
	for range 60 {
		var a, b []string
		for range 6 {
			w := r.IntN(40)
			a, b = append(a, "wa"+strings.Repeat("k", 1+w%5)+coinOf(w)), append(b, "ze"+coinOf(w+100))
		}
		here, there = append(here, strings.Join(a, " ")), append(there, strings.Join(b, " "))
	}
	a := story(map[lang.Tag][]string{"de": here, "fr": there}, "de", "fr")
	rd := read(a, false)
	var identity Alignment
	for i := range here {
		identity.Beads = append(identity.Beads, Bead{Sides: sides(i, i), Score: 1})
	}
	taught, ok := rd.taught(identity)
	if !ok {
		t.Fatal("nothing was learned")
	}
	right, wrong := 0, 0
	for i, b := range taught.bonds[0][1] {
		for _, to := range b.to {
			if b.tie != bySpot {
				continue
			}
			if partner(taught.sheets[0].words[i].form) == taught.sheets[1].words[to].form {
				right++
			} else {
				wrong++
			}
		}
	}
	if right < 20 || wrong > right/5 {
		t.Errorf("%d pairs are right, %d wrong", right, wrong)
	}
	if len(rd.bonds[0][1][0].to) > 0 {
		t.Error("the reading itself has changed")
	}
}

// coinOf is a word of a number, and partner the other language's word of the same number.
func coinOf(n int) string {
	return string([]rune{rune('a' + n%20), rune('a' + n/20%20), 'o', rune('a' + n%7)})
}

func partner(word string) string {
	for w := range 40 {
		if "wa"+strings.Repeat("k", 1+w%5)+coinOf(w) == word {
			return "ze" + coinOf(w+100)
		}
	}
	return ""
}

func TestChainGoesForward(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 50 {
		var anchors []anchor
		for range r.IntN(60) {
			anchors = append(anchors, anchor{r.IntN(30), r.IntN(30)})
		}
		links := chain(anchors)
		for i := 1; i < len(links); i++ {
			if links[i].a <= links[i-1].a || links[i].b <= links[i-1].b {
				t.Fatalf("links %v go back", links)
			}
		}
		if len(anchors) > 0 && len(links) == 0 {
			t.Fatal("no link of some anchors")
		}
	}
}

func TestBandHoldsAWay(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 60 {
		n, m := 1+r.IntN(700), 1+r.IntN(700)
		var links []anchor
		for range r.IntN(40) {
			links = append(links, anchor{r.IntN(n), r.IntN(m)})
		}
		b := band(n, m, chain(links))
		if b.lo[0] != 0 || b.hi[n] != m+1 {
			t.Fatalf("%d by %d: the band begins at %d and ends before %d", n, m, b.lo[0], b.hi[n])
		}
		for i := 1; i <= n; i++ {
			if b.lo[i] >= b.hi[i-1] || b.lo[i] >= b.hi[i] || b.lo[i] < b.lo[i-1] {
				t.Fatalf("%d by %d: row %d holds %d to %d, the row before %d to %d", n, m, i, b.lo[i], b.hi[i], b.lo[i-1], b.hi[i-1])
			}
		}
	}
}

// TestAppendingLeavesTheBeginningAlone adds the same paragraphs to all versions.
func TestAppendingLeavesTheBeginningAlone(t *testing.T) {
	w, err := Learned().Without("taught")
	if err == nil {
		w, err = w.Without("moves")
	}
	if err != nil {
		t.Fatal(err)
	}
	all := []lang.Tag{lang.English, lang.Russian, lang.Belarusian}
	v := bridge()
	v[lang.Belarusian] = without(v[lang.Belarusian], 2)
	before, err := Align(story(v, all...), Options{Weights: &w})
	if err != nil {
		t.Fatal(err)
	}
	for tag := range v {
		v[tag] = append(v[tag], "Zabrana 5512 kalotu merina.", "Tervo 871 balinda 19 orsu.", "Vilkamo 44903 dentu.")
	}
	after, err := Align(story(v, all...), Options{Weights: &w})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(after.Paragraphs.String(), before.Paragraphs.String()) {
		t.Errorf("before\n%safter\n%s", before.Paragraphs, after.Paragraphs)
	}
}

func TestWithout(t *testing.T) {
	for _, signal := range Signals() {
		w, err := Learned().Without(signal)
		if err != nil {
			t.Errorf("%s: %v", signal, err)
		}
		a := story(bridge(), lang.English, lang.Russian, lang.Belarusian)
		got, err := Align(a, Options{Weights: &w})
		if err != nil {
			t.Fatal(err)
		}
		check(t, a, got)
	}
	if _, err := Learned().Without("hope"); err == nil {
		t.Error("no error for a signal that is not there")
	}
}

func TestPairwiseJoinsWhatHangsTogether(t *testing.T) {
	a := story(bridge(), lang.English, lang.Russian, lang.Belarusian)
	gold, err := Parse("0 | 0 | 0\n1 | 1 | 1\n2 | 2 | 2\n3 | 3 | 3\n4 | 4 | 4")
	if err != nil {
		t.Fatal(err)
	}
	trainer := NewTrainer([]Case{{Group: "bridge", Document: "bridge", Article: a, Gold: gold}})
	w := Learned()
	all := func(Case) bool { return true }
	if q := trainer.MeasurePairwise(&w, all)["bridge"]; q.Strict != 1 {
		t.Errorf("two by two: %+v", q)
	}
	if q := trainer.Measure(&w, all)["bridge"]; q.Exact != 1 {
		t.Errorf("together: %+v", q)
	}
}

func TestLearningDoesNotGoDown(t *testing.T) {
	a := story(bridge(), lang.English, lang.Russian, lang.Belarusian)
	gold, _ := Parse("0 | 0 | 0\n1 | 1 | 1\n2 | 2 | 2\n3 | 3 | 3\n4 | 4 | 4")
	trainer := NewTrainer([]Case{{Group: "bridge", Article: a, Gold: gold}})
	w := Learned()
	w.LengthTrust, w.Paragraphs.Gap = 0, 5 // nothing but gaps
	all := func(Case) bool { return true }
	before := trainer.goal(&w, all)
	learned := trainer.Learn(w, 2, all, func(int, float64, Weights) {})
	if after := trainer.goal(&learned, all); after < before {
		t.Errorf("from %v to %v", before, after)
	}
	trainer.Calibrate(&learned, all)
	if b := Brier(trainer.Calibration(&learned, all)); b > 0.25 {
		t.Errorf("Brier score %v", b)
	}
}
