package translate

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"triptych/lang"
)

func TestNormal(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"as it is":                {"Мост закрыты.", "Мост закрыты."},
		"decomposed":              {norm.NFD.String("Ўчора ёй падарылі йод"), "Ўчора ёй падарылі йод"},
		"white space":             {"\t10\u00a0000  чалавек \n", "10 000 чалавек"},
		"a line break stays":      {"Адзін \r\n  два", "Адзін\nдва"},
		"an old Mac's too":        {"Адзін\rдва", "Адзін\nдва"},
		"paragraphs stay":         {"One\n\n\n\nTwo", "One\n\nTwo"},
		"invalid bytes":           {"a\xffb", "a\uFFFDb"},
		"nothing but white space": {" \u2003\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := normal(test.text); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func FuzzNormal(f *testing.F) {
	f.Add("Ўсё «добра» — № 5 …’")
	f.Add(" й\u0306 \r\n\t\u0085x")
	f.Fuzz(func(t *testing.T, text string) {
		got := normal(text)
		if again := normal(got); again != got {
			t.Errorf("%q became %q and then %q", text, got, again)
		}
		if plain(text) && (!norm.NFC.IsNormalString(text) || !spaced(text) || strings.TrimSpace(text) != text) {
			t.Errorf("%q passes for plain", text)
		}
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) || strings.TrimSpace(got) != got {
			t.Errorf("%q became %q", text, got)
		}
		if before, after := around(text); !blank(text) && !strings.HasSuffix(strings.TrimPrefix(text, before), after) {
			t.Errorf("around %q are %q and %q", text, before, after)
		}
	})
}

func TestUntranslated(t *testing.T) {
	const en, ru, be = lang.English, lang.Russian, lang.Belarusian
	for name, test := range map[string]struct {
		p    Pair
		text string
		want bool
	}{
		"a sentence":                       {Pair{en, be}, "The bridge was closed on Monday.", true},
		"a Russian sentence":               {Pair{ru, en}, "Мост закрыли в понедельник.", true},
		"names":                            {Pair{en, ru}, "Reuters / John Smith, BBC", false},
		"an address":                       {Pair{en, ru}, "news.example.com/index.html", false},
		"one small word may be a brand":    {Pair{en, be}, "nginx", false},
		"a phrase that both share":         {Pair{ru, be}, "новая газета", false},
		"и and щ are not Belarusian":       {Pair{ru, be}, "Газета пишет: товарищ директор уехал", true},
		"і and ў are not Russian":          {Pair{be, ru}, "Міністр паехаў дадому праз лес і поле", true},
		"other alphabets, a sentence":      {Pair{"de", "fr"}, "Der Zug hält heute nicht in diesem Ort.", true},
		"other alphabets, a shared phrase": {Pair{"de", "fr"}, "Restaurant international", false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := untranslated(test.p, test.text); got != test.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
