package dropin_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
	"triptych/translate/translatetest"
	"triptych/web/dropin"
)

// The requests here have the shapes that the named programs send.
func TestLibreTranslate(t *testing.T) {
	s := newStand(newDesk(translatetest.Paid("paid")), nil)
	post := to(http.MethodPost, "/translate")
	for _, c := range []struct {
		name string
		call call
		want string
	}{
		{"OmegaT's plugin", post.form("q=The+ferry+sails+at+noon.&source=en&target=be"),
			`{"translatedText": "be:The ferry sails at noon."}`},
		{"LibreTranslate's Python client", post.form(url.Values{"q": {"Паром уходит в полдень."}, "source": {"ru"}, "target": {"en"}, "api_key": {"k"}}.Encode()),
			`{"translatedText": "en:Паром уходит в полдень."}`},
		{"Weblate", post.json(`{"api_key": "", "q": ["Open the hatch", "Close it"], "source": "en", "target": "be"}`),
			`{"translatedText": ["be:Open the hatch", "be:Close it"]}`},
		{"Weblate with one text", post.json(`{"api_key": "", "q": ["Open the hatch"], "source": "en", "target": "be"}`),
			`{"translatedText": ["be:Open the hatch"]}`},
		{"Mastodon", post.json(`{"q":["<p>Паром ушёл <a href=\"https://port.example/p?a=1&amp;b=2\">рано</a></p>",""],"source":"ru","target":"be","format":"html","api_key":null}`),
			`{"translatedText": ["<p>be:Паром ушёл <a href=\"https://port.example/p?a=1&amp;b=2\">be:рано</a></p>", ""]}`},
		{"Mastodon without a language", post.json(`{"q":["<p>Паром ушёл, и мы остались</p>","Чай"],"source":"auto","target":"be","format":"html","api_key":null}`),
			`{"translatedText": ["<p>be:Паром ушёл, и мы остались</p>", "be:Чай"],
			  "detectedLanguage": [{"confidence": 97, "language": "ru"}, {"confidence": 97, "language": "ru"}]}`},
		{"a page's script", post.json(`{"q":"Паром ушёл, и мы остались","source":"auto","target":"en","format":"text","alternatives":3,"api_key":""}`),
			`{"translatedText": "en:Паром ушёл, и мы остались", "detectedLanguage": {"confidence": 97, "language": "ru"}, "alternatives": []}`},
		{"alternatives of a list", post.json(`{"q":["One pier","Two piers"],"source":"en","target":"ru","alternatives":"2"}`),
			`{"translatedText": ["ru:One pier", "ru:Two piers"], "alternatives": [[], []]}`},
		{"curl -F", post.with("Content-Type", "multipart/form-data; boundary=x").multipart("--x\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nOne pier\r\n--x\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\nen\r\n--x\r\nContent-Disposition: form-data; name=\"target\"\r\n\r\nru\r\n--x--\r\n"),
			`{"translatedText": "ru:One pier"}`},
		{"in the address", to(http.MethodPost, "/translate?q=One+pier&source=en&target=ru"), `{"translatedText": "ru:One pier"}`},
		{"the layout stays", post.json(`{"q":"One pier. Two piers.\n\n  Three.\r\n","source":"en","target":"ru"}`),
			`{"translatedText": "ru:One pier. ru:Two piers.\n\n  ru:Three.\r\n"}`},
		{"nothing to translate", post.json(`{"q":["2024","—"],"source":"auto","target":"ru"}`),
			`{"translatedText": ["2024", "—"], "detectedLanguage": [{"confidence": 0, "language": "en"}, {"confidence": 0, "language": "en"}]}`},
		{"into its own language", post.json(`{"q":"One pier","source":"en","target":"en"}`), `{"translatedText": "One pier"}`},
		{"two languages in one list", post.json(`{"q":["Мы остались ждать","The ferry left early","Мы ушли домой"],"source":"auto","target":"be"}`),
			`{"translatedText": ["be:Мы остались ждать", "be:The ferry left early", "be:Мы ушли домой"],
			  "detectedLanguage": [{"confidence": 97, "language": "ru"}, {"confidence": 97, "language": "en"}, {"confidence": 97, "language": "ru"}]}`},
	} {
		t.Run(c.name, func(t *testing.T) { s.holds(t, c.call, http.StatusOK, c.want) })
	}
}

func TestLibreRefuses(t *testing.T) {
	s := newStand(newDesk(translatetest.Named("free")), func(o *dropin.Options) { o.MaxTexts, o.MaxCharacters = 2, 20 })
	post := to(http.MethodPost, "/translate")
	for _, c := range []struct{ name, body, want string }{
		{"no text", `{"source":"en","target":"be"}`, "Invalid request: missing q parameter"},
		{"an empty text", `{"q":"","source":"en","target":"be"}`, "Invalid request: missing q parameter"},
		{"an empty list", `{"q":[],"source":"en","target":"be"}`, "Invalid request: missing q parameter"},
		{"no source", `{"q":"One pier","target":"be"}`, "Invalid request: missing source parameter"},
		{"no target", `{"q":"One pier","source":"en","target":""}`, "Invalid request: missing target parameter"},
		{"no such language", `{"q":"One pier","source":"qqqq","target":"be"}`, "qqqq is not supported"},
		{"a language that is none", `{"q":"One pier","source":"en","target":"` + strings.Repeat("Z", 99) + `"}`, "this is not supported"},
		{"another format", `{"q":"One pier","source":"en","target":"be","format":"rtf"}`, "rtf format is not supported"},
		{"too many texts", `{"q":["a","b","c"],"source":"en","target":"be"}`, "Invalid request: request (3) exceeds text limit (2)"},
		{"too long", `{"q":["Паром уходит","в полдень"],"source":"ru","target":"be"}`, "Invalid request: request (21) exceeds text limit (20)"},
		{"no JSON", `{"q":"One`, "Invalid request: the body is not JSON"},
		{"a list of JSON", `["q"]`, "Invalid request: the body is not an object of JSON"},
		{"half a character", `{"q":"\ud83d","source":"en","target":"be"}`, "Invalid request: the body is not JSON"},
		{"not UTF-8", "{\"q\":\"\xcf\xe0\xf0\xee\xec\"}", "Invalid request: the text is not UTF-8"},
		{"a number for a text", `{"q":7,"source":"en","target":"be"}`, "Invalid request: q is neither a text nor a list of texts"},
		{"null in the list", `{"q":["a",null],"source":"en","target":"be"}`, "Invalid request: q holds null where a text should be"},
		{"unclear", `{"q":["ой","ух"],"source":"auto","target":"be"}`, "text 1 does not say which language it is in; state its source"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := s.send(post.json(c.body))
			status(w, http.StatusBadRequest, t)
			if d := cmp.Diff(map[string]any{"error": c.want}, decode(t, w.Body.String())); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func TestLibreSaysWhichHeaderIsMissing(t *testing.T) {
	s := newStand(newDesk(), nil)
	s.holds(t, to(http.MethodPost, "/translate").form(`{"q":"One pier","source":"en","target":"be"}`), http.StatusBadRequest,
		`{"error": "Invalid request: a body in JSON needs the header Content-Type: application/json"}`)
}

func TestLibreSaysWhatToSetUp(t *testing.T) {
	s := newStand(newDesk(), nil)
	s.holds(t, to(http.MethodPost, "/translate").json(`{"q":"One pier","source":"en","target":"be"}`), http.StatusBadRequest,
		`{"error": "Belarusian (be) is not available as a target language from English (en): no engine for English → Belarusian: set TRIPTYCH_GOOGLE_KEY"}`)
}

func TestLibreProblems(t *testing.T) {
	for _, p := range problems() {
		t.Run(p.name, func(t *testing.T) {
			s := newStand(failing{p.err}, nil)
			w := s.send(to(http.MethodPost, "/translate").json(`{"q":"One pier","source":"en","target":"be"}`))
			status(w, p.libre, t)
			answer, _ := decode(t, w.Body.String()).(map[string]any)
			if message, _ := answer["error"].(string); message == "" || len(answer) != 1 {
				t.Errorf("got %s", w.Body)
			}
			if after := w.Header().Get("Retry-After"); (p.name == "busy") != (after == "2") {
				t.Errorf("Retry-After %q", after)
			}
			if strings.Contains(s.log.String(), "pier") {
				t.Errorf("the text is in the log: %s", s.log)
			}
		})
	}
}

func TestLibreDetect(t *testing.T) {
	s := newStand(newDesk(), nil)
	post := to(http.MethodPost, "/detect")
	s.holds(t, post.form("q="+url.QueryEscape("Паром уходит в полдень")), http.StatusOK, `[{"confidence": 97, "language": "ru"}]`)
	s.holds(t, post.json(`{"q":["Параход","Мы ідзём дамоў"]}`), http.StatusOK, `[{"confidence": 97, "language": "be"}]`)
	s.holds(t, post.json(`{"q":"12:30"}`), http.StatusOK, `[{"confidence": 0, "language": "en"}]`)
	s.holds(t, post.json(`{}`), http.StatusBadRequest, `{"error": "Invalid request: missing q parameter"}`)
}

func TestLibreLanguages(t *testing.T) {
	engine := translatetest.Named("free")
	engine.Pairs = []translate.Pair{{From: lang.Belarusian, To: lang.Russian}, {From: lang.Russian, To: lang.Belarusian}, {From: lang.Russian, To: lang.English}}
	get := to(http.MethodGet, "/languages")
	newStand(newDesk(engine), nil).holds(t, get, http.StatusOK, `[
		{"code": "en", "name": "English", "targets": ["en"]},
		{"code": "ru", "name": "Russian", "targets": ["be", "en", "ru"]},
		{"code": "be", "name": "Belarusian", "targets": ["be", "en", "ru"]}]`)
	newStand(newDesk(), nil).holds(t, get, http.StatusOK, `[]`)
	// The Python client sends its key in the body of a GET.
	newStand(newDesk(), nil).holds(t, get.form("api_key=k"), http.StatusOK, `[]`)
}

func TestLanguagesAreNotDeniedForAMoment(t *testing.T) {
	down := translate.Errorf("libre", translate.Unavailable, "not reached")
	status(newStand(failing{down}, nil).send(to(http.MethodGet, "/languages")), http.StatusInternalServerError, t)
	status(newStand(failing{down}, nil).send(to(http.MethodGet, "/language/translate/v2/languages")), http.StatusServiceUnavailable, t)
}

func TestLibreSettingsAndHealth(t *testing.T) {
	s := newStand(newDesk(), func(o *dropin.Options) { o.MaxCharacters = 77 })
	s.holds(t, to(http.MethodGet, "/health"), http.StatusOK, `{"status": "ok"}`)
	settings, _ := decode(t, s.send(to(http.MethodGet, "/frontend/settings")).Body.String()).(map[string]any)
	if settings["charLimit"] != 77.0 || settings["keyRequired"] != false {
		t.Errorf("got %v", settings)
	}
}

func TestNothingIsPaidTwice(t *testing.T) {
	engine := translatetest.Paid("paid")
	s := newStand(newDesk(engine), nil)
	for range 2 {
		status(s.send(to(http.MethodPost, "/translate").json(`{"q":["One pier. Two piers.","One pier."],"source":"en","target":"be"}`)), http.StatusOK, t)
		status(s.send(to(http.MethodGet, "/language/translate/v2?q=%3Cb%3EOne+pier.%3C/b%3E&source=en&target=be")), http.StatusOK, t)
	}
	if n := engine.Billed("One pier."); n != 1 || engine.Billed("Two piers.") != 1 {
		t.Errorf("billed %d times", n)
	}
}

// What was translated before a failure is not paid for when the program asks again.
func TestAFailureLosesNothing(t *testing.T) {
	engine := translatetest.Paid("paid")
	engine.Faults = []translatetest.Fault{nil, translatetest.Fails(translate.Refused)}
	s := newStand(newDesk(engine), nil)
	ask := to(http.MethodPost, "/translate").json(`{"q":["We waited on the pier.","Мы остались ждать."],"source":"auto","target":"be"}`)
	status(s.send(ask), http.StatusInternalServerError, t)
	status(s.send(ask), http.StatusOK, t)
	if n := engine.Billed("We waited on the pier."); n != 1 {
		t.Errorf("the first text was billed %d times", n)
	}
}
