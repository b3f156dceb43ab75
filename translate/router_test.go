package translate_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
	"triptych/translate/translatetest"
)

const (
	en = lang.English
	ru = lang.Russian
	be = lang.Belarusian
)

func pair(from, to lang.Tag) translate.Pair { return translate.Pair{From: from, To: to} }

// engines are the three that the product has, as fakes: google is paid and takes all pairs, libre is free and takes
// English and Russian, apertium is free, drafts only, and takes Belarusian and Russian.
func engines() map[string]*translatetest.Fake {
	google, libre, apertium := translatetest.Paid("google"), translatetest.Named("libre"), translatetest.Named("apertium")
	google.Is.Title, libre.Is.Title, apertium.Is.Title = "Google Translate", "LibreTranslate", "Apertium"
	libre.Pairs = []translate.Pair{pair(en, ru), pair(ru, en)}
	apertium.Pairs = []translate.Pair{pair(be, ru), pair(ru, be)}
	apertium.Is.Draft = true
	return map[string]*translatetest.Fake{"google": google, "libre": libre, "apertium": apertium}
}

func router(t *testing.T, fakes map[string]*translatetest.Fake, names, routes string) *translate.Router {
	t.Helper()
	parsed, err := translate.ParseRoutes(routes)
	if err != nil {
		t.Fatal(err)
	}
	memory := &translatetest.Memory{}
	s := translate.Setup{Routes: parsed, Prices: translate.Prices{"google": 20}, Absent: []translate.Absent{
		{Name: "google", Advice: "set TRIPTYCH_GOOGLE_KEY"},
		{Name: "libre", Advice: "set TRIPTYCH_LIBRETRANSLATE_URL"},
		{Name: "apertium", Advice: "install Apertium", Serves: func(p translate.Pair) bool { return p == pair(ru, be) || p == pair(be, ru) }},
	}}
	for name := range strings.FieldsSeq(names) {
		s.Engines = append(s.Engines, translate.Remember(fakes[name], translate.Remembering{Memory: memory}))
	}
	return translate.NewRouter(s)
}

func by(ts []translate.Translation) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.Engine.Name
	}
	return out
}

func TestWhoTranslates(t *testing.T) {
	for name, test := range map[string]struct {
		engines, routes string
		pair            translate.Pair
		pay             bool
		want            string // the engine; "" none
	}{
		"the only one":                         {"google", "", pair(en, be), true, "google"},
		"paid, not allowed":                    {"google", "", pair(en, be), false, ""},
		"free before paid":                     {"google libre", "", pair(en, ru), true, "libre"},
		"a draft after what may be paid for":   {"google apertium", "", pair(ru, be), true, "google"},
		"a draft where paying is not allowed":  {"google apertium", "", pair(ru, be), false, "apertium"},
		"direct before a pivot":                {"google libre apertium", "", pair(en, be), true, "google"},
		"a free pivot":                         {"google libre apertium", "", pair(en, be), false, "libre>ru>apertium"},
		"a pivot where there is nothing else":  {"libre apertium", "", pair(be, en), false, "apertium>ru>libre"},
		"a route of its own":                   {"google libre apertium", "en-be=google>ru>apertium", pair(en, be), true, "google>ru>apertium"},
		"in its own order":                     {"google apertium", "ru-be=apertium,google", pair(ru, be), true, "apertium"},
		"its first engine is not there":        {"apertium", "ru-be=google,apertium", pair(ru, be), true, "apertium"},
		"its first engine does not serve it":   {"google libre", "en-be=libre,google", pair(en, be), true, "google"},
		"a route of another pair":              {"google apertium", "en-be=google", pair(ru, be), false, "apertium"},
		"a paid pivot, paying not allowed":     {"google apertium", "en-be=google>ru>apertium", pair(en, be), false, ""},
		"into the same language: as it stands": {"google", "", pair(be, be), true, "-"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := router(t, engines(), test.engines, test.routes).Translate(t.Context(), test.pair, []string{"Дуб", " ", "Oak"}, test.pay)
			want := []string{test.want, "", test.want}
			if test.want == "-" {
				want = make([]string, 3)
				check(t, []string{"Дуб", " ", "Oak"}, texts(got))
			}
			check(t, want, by(got))
			if (err != nil) != (test.want == "") {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestAPivotNamesBothEngines(t *testing.T) {
	fakes := engines()
	r := router(t, fakes, "google apertium", "en-be=google>ru>apertium")
	got, err := r.Translate(t.Context(), enBe, []string{"Oak"}, true)
	if err != nil {
		t.Fatal(err)
	}
	want := translate.About{Name: "google>ru>apertium", Title: "Google Translate and Apertium, through Russian", Version: "1>1", Paid: true, Draft: true}
	if diff := cmp.Diff(want, got[0].Engine); diff != "" || got[0].Text != "be:ru:Oak" || got[0].Remembered {
		t.Errorf("%+v %s", got[0], diff)
	}
	again, err := r.Translate(t.Context(), enBe, []string{"Oak", "Elm"}, false)
	if !again[0].Remembered || again[0].Text != "be:ru:Oak" || again[1].Text != "" || err == nil {
		t.Errorf("again: %+v, %v", again, err)
	}
	if _, err = r.Translate(t.Context(), pair(en, ru), []string{"Oak"}, false); err != nil {
		t.Errorf("the first leg is not remembered by itself: %v", err)
	}
}

// The paid first leg is remembered, the second is free: nothing has to be paid for.
func TestAPivotGoesOnFromWhatIsRemembered(t *testing.T) {
	r := router(t, engines(), "google apertium", "en-be=google>ru>apertium")
	if _, err := r.Translate(t.Context(), pair(en, ru), []string{"Oak"}, true); err != nil {
		t.Fatal(err)
	}
	got, err := r.Translate(t.Context(), enBe, []string{"Oak"}, false)
	check(t, []string{"be:ru:Oak"}, texts(got))
	if err != nil {
		t.Error(err)
	}
}

func TestTheNextChoiceTranslatesWhatTheFirstCouldNot(t *testing.T) {
	fakes := engines()
	fakes["libre"].Faults = []translatetest.Fault{translatetest.Half()}
	r := router(t, fakes, "libre google", "")
	got, err := r.Translate(t.Context(), pair(en, ru), numbered(4), true)
	if err != nil {
		t.Fatal(err)
	}
	check(t, []string{"libre", "libre", "google", "google"}, by(got))
	check(t, numbered(4)[2:], fakes["google"].Requests()[0])
}

func TestNoFreeLegIsAskedWhereTheNextMayNotBePaid(t *testing.T) {
	fakes := engines()
	got, err := router(t, fakes, "google libre", "en-be=libre>ru>google").Translate(t.Context(), enBe, []string{"Oak"}, false)
	if n := len(fakes["libre"].Requests()); n != 0 || got[0].Text != "" || err == nil {
		t.Errorf("%d requests, %+v, %v", n, got, err)
	}
}

func TestAPivotIsRememberedIfBothLegsAre(t *testing.T) {
	r := router(t, engines(), "google apertium", "en-be=google>ru>apertium")
	if _, err := r.Translate(t.Context(), pair(ru, be), []string{"ru:Oak"}, false); err != nil {
		t.Fatal(err)
	}
	for _, want := range []bool{false, true} {
		got, err := r.Translate(t.Context(), enBe, []string{"Oak"}, true)
		if err != nil || got[0].Remembered != want {
			t.Errorf("%+v, %v", got, err)
		}
	}
}

func TestWhatIsRememberedTakesOneReading(t *testing.T) {
	memory := &translatetest.Memory{}
	r := translate.NewRouter(translate.Setup{Engines: []*translate.Remembered{
		translate.Remember(translatetest.Paid("google"), translate.Remembering{Memory: memory})}})
	if _, err := r.Translate(t.Context(), enBe, numbered(90), true); err != nil {
		t.Fatal(err)
	}
	before := memory.Calls()
	if _, err := r.Translate(t.Context(), enBe, numbered(90), false); err != nil {
		t.Fatal(err)
	}
	before.Get++
	if diff := cmp.Diff(before, memory.Calls()); diff != "" {
		t.Error(diff)
	}
}

func TestAnEngineThatServesThePairIsNotAskedForAPivotToo(t *testing.T) {
	fakes := engines()
	fakes["google"].Always = translatetest.Fails(translate.Exhausted)
	_, err := router(t, fakes, "google apertium", "").Translate(t.Context(), enBe, []string{"Oak"}, true)
	if n := len(fakes["google"].Requests()); n != 1 || reason(err) != translate.Exhausted {
		t.Errorf("%d requests, %v", n, err)
	}
}

func TestWhatIsRememberedIsUsed(t *testing.T) {
	for name, test := range map[string]struct {
		engines, routes string
		pair            translate.Pair
		first           string // who translates first
		pay             bool
		want            string
	}{
		"of the best choice":                      {"google apertium", "", pair(ru, be), "google", false, "google"},
		"of a worse choice, rather than pay":      {"libre google", "en-ru=google,libre", pair(en, ru), "libre", true, "libre"},
		"a draft, if nothing better may be asked": {"google apertium", "", pair(ru, be), "apertium", false, "apertium"},
		"a draft, not if something better may be": {"google apertium", "", pair(ru, be), "apertium", true, "google"},
		"a draft that is the first choice":        {"google apertium", "ru-be=apertium,google", pair(ru, be), "apertium", true, "apertium"},
		"what was paid for, before a free choice": {"google libre", "", pair(en, ru), "google", false, "google"},
	} {
		t.Run(name, func(t *testing.T) {
			fakes := engines()
			r := router(t, fakes, test.engines, test.routes)
			for _, e := range r.Setup.Engines {
				if e.About().Name == test.first {
					if _, err := e.Translate(t.Context(), test.pair, []string{"Oak"}); err != nil {
						t.Fatal(err)
					}
				}
			}
			got, err := r.Translate(t.Context(), test.pair, []string{"Oak"}, test.pay)
			check(t, []string{test.want}, by(got))
			if err != nil || got[0].Remembered != (test.want == test.first) {
				t.Errorf("%+v, %v", got, err)
			}
			looked, err := r.Lookup(t.Context(), test.pair, []string{"Oak", "Elm"})
			if err != nil || looked[0].Text == "" || looked[1].Text != "" {
				t.Errorf("looked up: %+v, %v", looked, err)
			}
		})
	}
}

func TestNoEngine(t *testing.T) {
	for name, test := range map[string]struct {
		engines, routes string
		pair            translate.Pair
		want            string
	}{
		"nothing at all": {"", "", enBe, "no engine for English → Belarusian: set TRIPTYCH_GOOGLE_KEY or set TRIPTYCH_LIBRETRANSLATE_URL"},
		"a pair that Apertium could do": {"", "", pair(ru, be),
			"no engine for Russian → Belarusian: set TRIPTYCH_GOOGLE_KEY or set TRIPTYCH_LIBRETRANSLATE_URL or install Apertium"},
		"what its own route names": {"libre", "en-be=google>ru>apertium", enBe, "no engine for English → Belarusian: set TRIPTYCH_GOOGLE_KEY or install Apertium"},
	} {
		t.Run(name, func(t *testing.T) {
			r := router(t, engines(), test.engines, test.routes)
			_, err := r.Translate(t.Context(), test.pair, []string{"Oak"}, true)
			if reason(err) != translate.NoEngine || err.Error() != test.want {
				t.Errorf("the error is %q", err)
			}
			if err := r.Serves(t.Context(), test.pair); err == nil || err.Error() != test.want {
				t.Errorf("Serves says %v", err)
			}
		})
	}
}

// mute cannot say what it serves.
type mute struct{ *translatetest.Fake }

func (mute) Serves(context.Context, translate.Pair) (bool, error) {
	return false, translate.Errorf("libre", translate.Unavailable, "the address does not answer")
}

func TestAnEngineThatCannotBeAskedIsNotNoEngine(t *testing.T) {
	silent := translate.Remember(mute{translatetest.Named("libre")}, translate.Remembering{})
	r := translate.NewRouter(translate.Setup{Engines: []*translate.Remembered{silent}})
	if _, err := r.Translate(t.Context(), enBe, []string{"Oak"}, true); reason(err) != translate.Unavailable {
		t.Errorf("the error is %v", err)
	}
	other := translate.Remember(translatetest.Named("other"), translate.Remembering{})
	r = translate.NewRouter(translate.Setup{Engines: []*translate.Remembered{silent, other}})
	if _, err := r.Translate(t.Context(), enBe, []string{"Oak"}, true); err != nil {
		t.Errorf("with another engine: %v", err)
	}
}

func TestWhatIsMissingIsReported(t *testing.T) {
	fakes := engines()
	fakes["libre"].Faults = []translatetest.Fault{translatetest.Half()}
	r := router(t, fakes, "libre google", "")
	got, err := r.Translate(t.Context(), pair(en, ru), numbered(4), false)
	check(t, []string{"libre", "libre", "", ""}, by(got))
	m, ok := errors.AsType[*translate.Missing](err)
	if !ok || reason(err) != translate.Busy {
		t.Fatalf("the error is %v", err)
	}
	want := "2 of 4 texts (60 characters) from English to Russian not translated: libre: told to be busy half-way; " +
		"it can be paid for: Google Translate, 60 characters, less than $0.01"
	if m.Texts != 2 || m.Characters != 60 || err.Error() != want {
		t.Errorf("%+v\n%s", m, err)
	}
}

func TestACancelledCallerGetsItsContextsError(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	fakes := engines()
	fakes["libre"].Always = func(ctx context.Context, _ string, texts, _ []string) ([]string, []string, error) {
		cancel()
		<-ctx.Done()
		return nil, nil, ctx.Err()
	}
	_, err := router(t, fakes, "libre google", "").Translate(ctx, pair(en, ru), numbered(4), true)
	if !errors.Is(err, context.Canceled) || len(fakes["google"].Requests()) != 0 {
		t.Errorf("%v, and google is asked %d times", err, len(fakes["google"].Requests()))
	}
}

func TestQuote(t *testing.T) {
	paid := func(characters int, dollars float64) translate.Cost {
		return translate.Cost{Engine: engines()["google"].Is, Characters: characters, Dollars: dollars, Priced: true}
	}
	free := func(name string, characters int) translate.Cost {
		return translate.Cost{Engine: engines()[name].Is, Characters: characters, Priced: true}
	}
	long := strings.Repeat("дуб ", 25_000) // 100 000 characters; one of them is white space at the end
	for name, test := range map[string]struct {
		engines, routes string
		pair            translate.Pair
		texts           []string
		want            translate.Quote
	}{
		"nothing is remembered": {"google", "", pair(ru, en), []string{long + "я"}, translate.Quote{Characters: 100_001, Costs: []translate.Cost{paid(100_001, 2.00002)}}},
		"a part is remembered":  {"google", "", pair(en, ru), []string{"Oak", "Elm", "Rowan"}, translate.Quote{Characters: 8, Costs: []translate.Cost{paid(8, .00016)}}},
		"all is remembered":     {"google", "", pair(en, ru), []string{"Oak", "12"}, translate.Quote{}},
		"a free engine is first": {"google libre", "", pair(en, ru), []string{"Elm"},
			translate.Quote{Characters: 3, Costs: []translate.Cost{free("libre", 3)}}},
		"a pivot": {"google apertium", "en-be=google>ru>apertium", pair(en, be), []string{"Oak", "Rowan"}, // "ru:Oak" goes on
			translate.Quote{Characters: 8, Costs: []translate.Cost{paid(5, .0001), free("apertium", 11)}, Estimate: true}},
	} {
		t.Run(name, func(t *testing.T) {
			fakes := engines()
			r := router(t, fakes, test.engines, test.routes)
			if _, err := r.Setup.Engines[0].Translate(t.Context(), pair(en, ru), []string{"Oak"}); err != nil {
				t.Fatal(err)
			}
			got, err := r.Quote(t.Context(), test.pair, test.texts, true)
			if diff := cmp.Diff(test.want, got, cmp.Comparer(func(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 })); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if n := len(fakes["google"].Requests()); n != 1 {
				t.Errorf("a quote makes %d requests", n-1)
			}
		})
	}
}

func TestAQuoteIsWhatIsThenBilled(t *testing.T) {
	fakes := engines()
	r := router(t, fakes, "google apertium", "")
	list := append(numbered(20), "Дуб", "", "17", numbered(1)[0])
	if _, err := r.Translate(t.Context(), pair(ru, be), list[3:7], true); err != nil {
		t.Fatal(err)
	}
	before := fakes["google"].Characters()
	q, err := r.Quote(t.Context(), pair(ru, be), list, true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Translate(t.Context(), pair(ru, be), list, true); err != nil {
		t.Fatal(err)
	}
	if billed := fakes["google"].Characters() - before; billed != q.Characters {
		t.Errorf("quoted %d, billed %d", q.Characters, billed)
	}
}

// TestQuoteWithoutPaying is that of free engines, and has no costs where there is no free one.
func TestQuoteWithoutPaying(t *testing.T) {
	q, err := router(t, engines(), "google", "").Quote(t.Context(), pair(en, be), []string{"The mill is open."}, false)
	if err != nil || q.Characters != 17 || len(q.Costs) > 0 {
		t.Errorf("only paid engines: %+v, %v", q, err)
	}
	q, err = router(t, engines(), "google apertium", "").Quote(t.Context(), pair(ru, be), []string{"Мельница открыта."}, false)
	if err != nil || len(q.Costs) != 1 || q.Costs[0].Engine.Name != "apertium" {
		t.Errorf("with a free engine: %+v, %v", q, err)
	}
}
