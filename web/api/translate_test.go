package api_test

import (
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/translate"
	"triptych/translate/translatetest"
	"triptych/workbench"
)

type translated struct {
	Translations []struct {
		Text, Engine, From, Date string
		Draft, Remembered        bool
	}
}

// newTranslating is a server with one engine that costs money.
func newTranslating(t *testing.T, engine translate.Engine) *server {
	t.Helper()
	router := translate.NewRouter(translate.Setup{
		Engines: []*translate.Remembered{translate.Remember(engine, translate.Remembering{Memory: &translatetest.Memory{}})},
		Prices:  translate.Prices{"paid": 20},
	})
	return newServer(t, workbench.New(letters{}, workbench.WithTranslator(router)), 0)
}

func TestTranslate(t *testing.T) {
	engine := translatetest.Paid("paid")
	s := newTranslating(t, engine)
	request := body(t, object{"texts": []string{"The boat came.\nIt left.", "42"}, "from": "en", "to": "BE"})
	for _, remembered := range []bool{false, true} {
		got := read[translated](t, s.post(t, "/api/v1/translate", request))
		if len(got.Translations) != 2 {
			t.Fatalf("got %+v", got)
		}
		first, second := got.Translations[0], got.Translations[1]
		if first.Text != "be:The boat came.\nbe:It left." || first.Engine != "paid" || first.From != "en" || first.Date == "" || first.Remembered != remembered {
			t.Errorf("got %+v", first)
		}
		if second.Text != "42" || second.Engine != "" || second.Remembered {
			t.Errorf("got %+v", second)
		}
	}
	if d := cmp.Diff([][]string{{"The boat came.", "It left."}}, engine.Requests()); d != "" {
		t.Errorf("requests (-want +got):\n%s", d)
	}
}

func TestTranslateRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		request object
		status  int
	}{
		"no texts":           {object{"texts": []string{}, "to": "be"}, http.StatusUnprocessableEntity},
		"no language":        {object{"texts": []string{"a"}}, http.StatusUnprocessableEntity},
		"not a language":     {object{"texts": []string{"a"}, "to": "??"}, http.StatusUnprocessableEntity},
		"nothing to do it":   {object{"texts": []string{"A boat."}, "from": "en", "to": "de"}, http.StatusNotImplemented},
		"not without paying": {object{"texts": []string{"A boat."}, "from": "en", "to": "be", "pay": false}, http.StatusPaymentRequired},
	} {
		t.Run(name, func(t *testing.T) {
			engine := translatetest.Paid("paid")
			if w := newTranslating(t, engine).post(t, "/api/v1/translate", body(t, c.request)); w.Code != c.status {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			if n := len(engine.Requests()); n > 0 {
				t.Errorf("%d requests were made", n)
			}
		})
	}
}

func TestServiceDown(t *testing.T) {
	engine := &translatetest.Fake{Is: translate.About{Name: "free", Title: "Free"}, Always: translatetest.Fails(translate.Refused)}
	w := newTranslating(t, engine).post(t, "/api/v1/translate", body(t, object{"texts": []string{"A boat."}, "from": "en", "to": "be"}))
	if w.Code != http.StatusBadGateway {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestCompareInOneLanguage(t *testing.T) {
	s := newTranslating(t, translatetest.Named("free"))
	request := three()
	request["in"] = "en"
	got := read[struct {
		Renderings []struct {
			Version, Language string
			Segments          []struct{ Text, Engine, Date string }
		}
	}](t, s.post(t, "/api/v1/compare", body(t, request)))
	if len(got.Renderings) != 2 || got.Renderings[0].Version != "ru" || got.Renderings[0].Segments[0].Engine != "free" {
		t.Errorf("got %+v", got)
	}
}
