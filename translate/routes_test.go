package translate_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
)

func TestParseRoutes(t *testing.T) {
	const en, ru, be = lang.English, lang.Russian, lang.Belarusian
	leg := func(from, to lang.Tag, engine string) translate.Leg {
		return translate.Leg{Pair: translate.Pair{From: from, To: to}, Engine: engine}
	}
	for name, test := range map[string]struct {
		text string
		want translate.Routes
	}{
		"none":   {" ", translate.Routes{}},
		"one":    {"en-be=google", translate.Routes{{From: en, To: be}: {{leg(en, be, "google")}}}},
		"choice": {"ru-be=apertium,google", translate.Routes{{From: ru, To: be}: {{leg(ru, be, "apertium")}, {leg(ru, be, "google")}}}},
		"pivot": {"en-be=google>ru>apertium,google",
			translate.Routes{{From: en, To: be}: {{leg(en, ru, "google"), leg(ru, be, "apertium")}, {leg(en, be, "google")}}}},
		"two pivots": {"de-be=libre>en>google>ru>apertium",
			translate.Routes{{From: "de", To: be}: {{leg("de", en, "libre"), leg(en, ru, "google"), leg(ru, be, "apertium")}}}},
		"white space, and a semicolon at the end": {" en - be = google > ru > libre ;\n ru-be=apertium; ",
			translate.Routes{{From: en, To: be}: {{leg(en, ru, "google"), leg(ru, be, "libre")}}, {From: ru, To: be}: {{leg(ru, be, "apertium")}}}},
		"languages as people write them": {"English-BY=google", translate.Routes{{From: en, To: be}: {{leg(en, be, "google")}}}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := translate.ParseRoutes(test.text, "google", "libre", "apertium")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseRoutesSaysWhatIsWrong(t *testing.T) {
	for text, want := range map[string]string{
		"en-be":                           "at character 1: a route is a pair of languages",
		"en-be=google; ru-be=gogle":       `at character 21: there is no engine "gogle", only google, libre`,
		"en-be=":                          "at character 7: the name of an engine is missing",
		"en-be=google,,libre":             "at character 14: the name of an engine is missing",
		"enbe=google":                     "at character 1: a pair of languages looks like en-be",
		"en-belorusski!=google":           `at character 4: "belorusski!" is not a language`,
		"en-en=google":                    "at character 1: from en to en there is nothing to translate",
		"en-be=google; en-be=libre":       "at character 15: the pair en-be has a route already",
		"en-be=google>ru":                 "at character 7: a way through another language looks like",
		"en-be=google>en>libre":           "at character 14: a way from en to be does not pass en twice",
		"en-be=google>be>libre":           "at character 14: a way from en to be does not pass be twice",
		"en-be=google>ru>libre>ru>google": "at character 23: a way from en to be does not pass ru twice",
		"«en»-be=google":                  `at character 1: "«en»" is not a language`,
		"en-be=google=libre":              "there is no engine",
	} {
		t.Run(text, func(t *testing.T) {
			got, err := translate.ParseRoutes(text, "google", "libre")
			if err == nil {
				t.Fatalf("it is read as %v", got)
			}
			if !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "write for example en-be=") {
				t.Errorf("the error is %q", err)
			}
		})
	}
}

func TestTheExampleInTheErrorIsRight(t *testing.T) {
	_, err := translate.ParseRoutes("?")
	_, example, _ := strings.Cut(err.Error(), "write for example ")
	if got, err := translate.ParseRoutes(example, "google", "libre", "apertium"); err != nil || len(got) != 3 {
		t.Errorf("%q is read as %v, %v", example, got, err)
	}
}

func FuzzParseRoutes(f *testing.F) {
	for _, s := range []string{"en-be=google; ru-be=apertium,google", "en-be=google>ru>apertium", "=;,>-", "en-be=g>", "бе-ен=г"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		routes, err := translate.ParseRoutes(s)
		if err != nil {
			return
		}
		again, err := translate.ParseRoutes(routes.String())
		if diff := cmp.Diff(routes, again); err != nil || diff != "" {
			t.Errorf("%q is written as %q: %v\n%s", s, routes, err, diff)
		}
		for p, choices := range routes {
			for _, c := range choices {
				if c[0].From != p.From || c[len(c)-1].To != p.To {
					t.Errorf("%s goes by %v", p, c)
				}
			}
		}
	})
}

func TestParseBudgetAndPrices(t *testing.T) {
	budget, err := translate.ParseBudget(" google=500000; other = 7,")
	if diff := cmp.Diff(map[string]int{"google": 500000, "other": 7}, budget); err != nil || diff != "" {
		t.Error(err, diff)
	}
	prices, err := translate.ParsePrices("google=20,other=0.5;free=0")
	if diff := cmp.Diff(translate.Prices{"google": 20, "other": .5, "free": 0}, prices); err != nil || diff != "" {
		t.Error(err, diff)
	}
	for _, bad := range []string{"google", "google=", "=5", "google=5e5", "google=-1", "google=0", "google=1,google=2", "google=99999999999999", "google=500 000", "google=1.5"} {
		if got, err := translate.ParseBudget(bad); err == nil || !strings.Contains(err.Error(), "at character ") {
			t.Errorf("the budget %q is read as %v, %v", bad, got, err)
		}
	}
	for _, bad := range []string{"google", "google=$20", "google=-1", "google=NaN", "google=inf", "google=1e999"} {
		if got, err := translate.ParsePrices(bad); err == nil || !strings.Contains(err.Error(), "at character ") {
			t.Errorf("the price %q is read as %v, %v", bad, got, err)
		}
	}
}

func FuzzParseBudgetAndPrices(f *testing.F) {
	f.Add("google=500000; other = 7,")
	f.Add("a=1e-9;=")
	f.Fuzz(func(t *testing.T, s string) {
		budget, _ := translate.ParseBudget(s)
		for engine, n := range budget {
			if engine == "" || n <= 0 {
				t.Errorf("%q: %d", engine, n)
			}
		}
		prices, _ := translate.ParsePrices(s)
		for engine, dollars := range prices {
			if engine == "" || !(dollars >= 0) {
				t.Errorf("%q: %f", engine, dollars)
			}
		}
	})
}
