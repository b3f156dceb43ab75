package translate_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"triptych/lang"
	"triptych/translate"
	"triptych/translate/translatetest"
)

func texts(ts []translate.Translation) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.Text
	}
	return out
}

func remembered(ts []translate.Translation) []bool {
	out := make([]bool, len(ts))
	for i, t := range ts {
		out[i] = t.Remembered
	}
	return out
}

func TestWhatIsRememberedIsNotAskedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake, memory := translatetest.Paid("fake"), &translatetest.Memory{}
		saved := 0
		how := translate.Remembering{Memory: memory, Saved: func(_ context.Context, engine string, n int) { saved += n }}
		first, err := translate.Remember(fake, how).Translate(t.Context(), enBe, numbered(90))
		if err != nil {
			t.Fatal(err)
		}
		check(t, answered(enBe, numbered(90)), texts(first))
		made := time.Now()
		if calls := memory.Calls(); calls != (translatetest.Calls{Get: 2, Set: 1, Lease: 1, Release: 1}) {
			t.Errorf("the first time: %+v", calls)
		}

		time.Sleep(time.Hour)
		again, err := translate.Remember(fake, how).Translate(t.Context(), enBe, numbered(90))
		if err != nil || len(fake.Requests()) != 1 {
			t.Fatalf("%d requests, %v", len(fake.Requests()), err)
		}
		want := translate.Translation{Text: "be:" + numbered(90)[89], Engine: fake.Is, When: made, Remembered: true}
		if diff := cmp.Diff(want, again[89], cmpopts.EquateApproxTime(time.Microsecond)); diff != "" {
			t.Error(diff)
		}
		if calls := memory.Calls(); calls.Get != 3 || calls.Set != 1 || calls.Lease != 1 {
			t.Errorf("the second time: %+v", calls)
		}
		if saved != translate.Characters(numbered(90)...) {
			t.Errorf("%d characters saved", saved)
		}
	})
}

func TestOneChangedSentenceCostsOneSentence(t *testing.T) {
	fake := translatetest.Named("fake")
	r := translate.Remember(fake, translate.Remembering{Memory: &translatetest.Memory{}})
	all := numbered(30)
	if _, err := r.Translate(t.Context(), enBe, all); err != nil {
		t.Fatal(err)
	}
	all[17] = "The ferry is cancelled."
	got, err := r.Translate(t.Context(), enBe, all)
	if err != nil {
		t.Fatal(err)
	}
	check(t, answered(enBe, all), texts(got))
	check(t, []string{all[17]}, fake.Requests()[1])
}

func TestWhatIsSent(t *testing.T) {
	for name, test := range map[string]struct{ texts, sent, want []string }{
		"twice the same": {[]string{"Oak", "Elm", "Oak", " Oak"}, []string{"Oak", "Elm"}, []string{"be:Oak", "be:Elm", "be:Oak", " be:Oak"}},
		"nothing to translate": {[]string{"", " ", "15.11.2024 18:00", "— — —", "$5"}, nil,
			[]string{"", " ", "15.11.2024 18:00", "— — —", "$5"}},
		"white space":     {[]string{"\n  An oak \t tree.\n"}, []string{"An oak tree."}, []string{"\n  be:An oak tree.\n"}},
		"decomposed":      {[]string{"cafe\u0301"}, []string{"café"}, []string{"be:café"}},
		"lines are kept":  {[]string{"Oak\n\nElm", "Oak Elm"}, []string{"Oak\n\nElm", "Oak Elm"}, []string{"be:Oak\n\nElm", "be:Oak Elm"}},
		"no texts at all": {nil, nil, []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			fake := translatetest.Named("fake")
			got, err := translate.Remember(fake, translate.Remembering{}).Translate(t.Context(), enBe, test.texts)
			if err != nil {
				t.Fatal(err)
			}
			check(t, test.want, texts(got))
			var sent []string
			for _, r := range fake.Requests() {
				sent = append(sent, r...)
			}
			check(t, test.sent, sent)
		})
	}
}

func TestEachKindOfTranslationIsRememberedByItself(t *testing.T) {
	memory := &translatetest.Memory{}
	base := translate.Remembering{Memory: memory}
	fake := translatetest.Named("fake")
	version := translatetest.Named("fake")
	version.Is.Version = "2"
	html, glossary := base, base
	html.Format, glossary.Glossary = "html", "rivers-3"
	for name, test := range map[string]struct {
		engine translate.Engine
		how    translate.Remembering
		pair   translate.Pair
		want   int
	}{
		"itself":           {fake, base, enBe, 0},
		"another pair":     {fake, base, translate.Pair{From: lang.English, To: lang.Russian}, 1},
		"another engine":   {translatetest.Named("other"), base, enBe, 1},
		"another version":  {version, base, enBe, 1},
		"another format":   {fake, html, enBe, 1},
		"another glossary": {fake, glossary, enBe, 1},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := translate.Remember(fake, base).Translate(t.Context(), enBe, []string{"Oak"}); err != nil {
				t.Fatal(err)
			}
			if _, missing := translate.Remember(test.engine, test.how).Lookup(t.Context(), test.pair, []string{"Oak"}); (missing > 0) != (test.want > 0) {
				t.Errorf("%d characters are missing", missing)
			}
		})
	}
}

func TestFailuresAndEchoesAreNotRemembered(t *testing.T) {
	all := []string{"The ferry leaves at dawn.", "Reuters", "It rains on the lake."}
	for name, test := range map[string]struct {
		fault  translatetest.Fault
		want   []string
		reason translate.Reason
		stored int
	}{
		"an echo: a name may be one": {translatetest.Echo(), []string{"", "Reuters", ""}, translate.BadAnswer, 0},
		"busy":                       {translatetest.Fails(translate.Busy), []string{"", "", ""}, translate.Busy, 0},
		"half of it":                 {translatetest.Half(), []string{"be:" + all[0], "", ""}, translate.Busy, 1},
		"a blank one":                {translatetest.Blank(), []string{"be:" + all[0], "be:Reuters", ""}, translate.BadAnswer, 2},
		"a wrong count":              {translatetest.WrongCount(), []string{"", "", ""}, translate.BadAnswer, 0},
		"it crashes":                 {translatetest.Crash(), []string{"", "", ""}, translate.Unavailable, 0},
	} {
		t.Run(name, func(t *testing.T) {
			fake, memory := translatetest.Named("fake"), &translatetest.Memory{}
			fake.Faults = []translatetest.Fault{test.fault}
			r := translate.Remember(fake, translate.Remembering{Memory: memory})
			got, err := r.Translate(t.Context(), enBe, all)
			check(t, test.want, texts(got))
			if reason(err) != test.reason {
				t.Errorf("the error is %v", err)
			}
			if n := len(memory.Values()); n != test.stored {
				t.Errorf("%d values are stored", n)
			}
			if calls := memory.Calls(); calls.Lease != calls.Release {
				t.Errorf("leases are not handed back: %+v", calls)
			}
			got, err = r.Translate(t.Context(), enBe, all) // what is left
			check(t, answered(enBe, all), texts(got))
			if err != nil || len(fake.Requests()[1]) != len(all)-test.stored {
				t.Errorf("the second request has %d texts, %v", len(fake.Requests()[1]), err)
			}
		})
	}
}

func TestLookupNeverPays(t *testing.T) {
	fake := translatetest.Paid("fake")
	r := translate.Remember(fake, translate.Remembering{Memory: &translatetest.Memory{}})
	if _, err := r.Translate(t.Context(), enBe, []string{"Oak", "Elm"}); err != nil {
		t.Fatal(err)
	}
	got, missing := r.Lookup(t.Context(), enBe, []string{"Elm", "Ясень", "12", "Oak", "Ясень"})
	check(t, []string{"be:Elm", "", "12", "be:Oak", ""}, texts(got))
	if diff := cmp.Diff([]bool{true, false, false, true, false}, remembered(got)); diff != "" {
		t.Error(diff)
	}
	if missing != 5 || len(fake.Requests()) != 1 {
		t.Errorf("%d characters are missing, %d requests", missing, len(fake.Requests()))
	}
}

// A memory that is away, lies or is damaged costs a translation, and no more.
func TestABadMemory(t *testing.T) {
	for name, spoil := range map[string]func(m *translatetest.Memory){
		"away": func(m *translatetest.Memory) { m.Down(true) },
		"damaged": func(m *translatetest.Memory) {
			for k, v := range m.Values() {
				v = append([]byte(nil), v...)
				v[len(v)-1] ^= 1
				_ = m.Set(context.Background(), map[string][]byte{k: v})
			}
		},
		"swapped": func(m *translatetest.Memory) {
			var keys []string
			values := m.Values()
			for k := range values {
				keys = append(keys, k)
			}
			for i, k := range keys {
				_ = m.Set(context.Background(), map[string][]byte{k: values[keys[(i+1)%len(keys)]]})
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			fake, memory := translatetest.Named("fake"), &translatetest.Memory{}
			r := translate.Remember(fake, translate.Remembering{Memory: memory})
			if _, err := r.Translate(t.Context(), enBe, numbered(5)); err != nil {
				t.Fatal(err)
			}
			spoil(memory)
			got, err := r.Translate(t.Context(), enBe, numbered(5))
			check(t, answered(enBe, numbered(5)), texts(got))
			if err != nil || len(fake.Requests()) != 2 {
				t.Errorf("%d requests, %v", len(fake.Requests()), err)
			}
		})
	}
}

// torn reads the first half of the keys only, and says so.
type torn struct{ *translatetest.Memory }

func (m torn) Get(ctx context.Context, keys []string) ([][]byte, error) {
	values, _ := m.Memory.Get(ctx, keys)
	clear(values[len(values)/2:])
	return values, context.DeadlineExceeded
}

func TestWhatAFailingMemoryStillReadIsUsed(t *testing.T) {
	fake, memory := translatetest.Named("fake"), &translatetest.Memory{}
	if _, err := translate.Remember(fake, translate.Remembering{Memory: memory}).Translate(t.Context(), enBe, numbered(8)); err != nil {
		t.Fatal(err)
	}
	got, missing := translate.Remember(fake, translate.Remembering{Memory: torn{memory}}).Lookup(t.Context(), enBe, numbered(8))
	check(t, answered(enBe, numbered(8), run(4, 8)...), texts(got))
	if missing != translate.Characters(numbered(8)[4:]...) {
		t.Errorf("%d characters are missing", missing)
	}
}

// A crash loses no more than what was under way, and no lease lasts longer than that.
func TestMuchIsTranslatedInStages(t *testing.T) {
	fake, memory := translatetest.Named("fake"), &translatetest.Memory{}
	fake.Faults = []translatetest.Fault{nil, nil, translatetest.Fails(translate.Exhausted)}
	r := translate.Remember(fake, translate.Remembering{Memory: memory})
	got, err := r.Translate(t.Context(), enBe, numbered(1300))
	check(t, answered(enBe, numbered(1300), run(1000, 1300)...), texts(got))
	if reason(err) != translate.Exhausted || len(memory.Values()) != 1000 || memory.Calls().Set != 2 {
		t.Errorf("%d values by %+v, %v", len(memory.Values()), memory.Calls(), err)
	}
}
