package dropin_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	client "cloud.google.com/go/translate"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"google.golang.org/api/googleapi"
	"google.golang.org/api/option"

	"triptych/lang"
	"triptych/translate"
	"triptych/translate/translatetest"
	"triptych/web/dropin"
)

const v2 = "/language/translate/v2"

// The requests here have the shapes that the named programs send.
func TestGoogleTranslate(t *testing.T) {
	s := newStand(newDesk(translatetest.Paid("paid")), nil)
	one := `{"data": {"translations": [{"translatedText": "be:One pier"}]}}`
	two := `{"data": {"translations": [{"translatedText": "be:One pier"}, {"translatedText": "be:Two piers"}]}}`
	for _, c := range []struct {
		name string
		call call
		want string
	}{
		{"curl", to(http.MethodGet, v2+"?key=k&q=One+pier&q=Two+piers&source=en&target=be"), two},
		{"Weblate", to(http.MethodGet, v2+"/?key=k&q=One+pier&source=en&target=be&format=text"), one},
		{"OmegaT", to(http.MethodPost, v2).with("X-HTTP-Method-Override", "GET").
			form("format=html&key=k&q=Fish+%26+chips+%3Cg1%3Eon+the+pier%3C%2Fg1%3E%3Cx2%2F%3E&source=EN&target=BE"),
			`{"data": {"translations": [{"translatedText": "be:Fish &amp; chips <g1>be:on the pier</g1><x2/>"}]}}`},
		{"the Python client", to(http.MethodPost, v2+"?prettyPrint=false").with("Authorization", "Bearer x").
			json(`{"target": "be", "q": ["One pier", "Two piers"], "cid": [], "format": "text", "source": "en"}`), two},
		{"the Node client", to(http.MethodPost, v2).with("X-Goog-Api-Key", "k").json(`{"q":["One pier"],"format":"text","target":"be","source":"en"}`), one},
		{"JSON with one text", to(http.MethodPost, v2+"?key=k").json(`{"q":"One pier","target":"be","source":"en"}`), one},
		{"wrapped JSON", to(http.MethodPost, v2+"?key=k").json(`{"data":{"q":["One pier","Two piers"],"target":"be","source":"en"}}`), two},
		{"with another name for the language", to(http.MethodGet, v2+"?q=One+pier&source=en-GB&target=be-tarask"), one},
		{"without the source", to(http.MethodGet, v2+"?target=be&q="+url.QueryEscape("Мы остались")+"&q=We+left"),
			`{"data": {"translations": [{"translatedText": "be:Мы остались", "detectedSourceLanguage": "ru"}, {"translatedText": "be:We left", "detectedSourceLanguage": "en"}]}}`},
		{"nothing to translate", to(http.MethodGet, v2+"?target=be&q=42"),
			`{"data": {"translations": [{"translatedText": "42", "detectedSourceLanguage": "und"}]}}`},
		{"in that language already", to(http.MethodGet, v2+"?target=be&q="+url.QueryEscape("Мы ідзём дамоў")),
			`{"data": {"translations": [{"translatedText": "Мы ідзём дамоў", "detectedSourceLanguage": "be"}]}}`},
		{"plain text keeps its marks", to(http.MethodGet, v2+"?format=text&source=en&target=be&q="+url.QueryEscape("if a < b & c, it's so")),
			`{"data": {"translations": [{"translatedText": "be:if a < b & c, it's so"}]}}`},
	} {
		t.Run(c.name, func(t *testing.T) { s.holds(t, c.call, http.StatusOK, c.want) })
	}
}

func TestGoogleRefuses(t *testing.T) {
	s := newStand(newDesk(translatetest.Named("free")), func(o *dropin.Options) { o.MaxCharacters = 300 })
	many := strings.Repeat("&q=a", 129)
	for _, c := range []struct{ name, query, message, reason string }{
		{"no text", "target=be", "Required Text", "required"},
		{"no target", "q=One+pier", "Required Value: target", "required"},
		{"no such language", "q=One+pier&target=qqqq", "Invalid Value: target", "invalid"},
		{"no such source", "q=One+pier&target=be&source=qqqq", "Invalid Value: source", "invalid"},
		{"the same language", "q=One+pier&target=be&source=be", "Bad language pair: be|be", "invalid"},
		{"another format", "q=One+pier&target=be&source=en&format=rtf", "Invalid Value: format", "invalid"},
		{"too many texts", "target=be&source=en" + many, "Too many text segments: 129, the limit is 128", "invalid"},
		{"too long", "target=be&source=en&q=" + strings.Repeat("a", 301), "Text too long: 301 characters, the limit is 300", "invalid"},
		{"a bad address", "target=be&q=%zz", "Invalid request: the parameters in the address cannot be read", "parseError"},
		{"not UTF-8", "target=be&q=%cf%e0%f0", "Invalid request: the text is not UTF-8", "parseError"},
		{"unclear", "target=be&q=%D0%BE%D0%B9", "Required Value: source: text 1 does not say which language it is in", "invalid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := s.send(to(http.MethodGet, v2+"?"+c.query))
			status(w, http.StatusBadRequest, t)
			want := map[string]any{"error": map[string]any{"code": 400.0, "message": c.message, "status": "INVALID_ARGUMENT",
				"errors": []any{map[string]any{"message": c.message, "domain": "global", "reason": c.reason}}}}
			if d := cmp.Diff(want, decode(t, w.Body.String())); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
		})
	}
}

func TestGoogleDetect(t *testing.T) {
	s := newStand(newDesk(), nil)
	want := `{"data": {"detections": [[{"language": "ru", "isReliable": false, "confidence": 0.97}], [{"language": "und", "isReliable": false, "confidence": 0}]]}}`
	s.holds(t, to(http.MethodPost, v2+"/detect").json(`{"q":["Мы остались ждать","42"]}`), http.StatusOK, want)
	s.holds(t, to(http.MethodGet, v2+"/detect?q=42&q=We+left"), http.StatusOK,
		`{"data": {"detections": [[{"language": "und", "isReliable": false, "confidence": 0}], [{"language": "en", "isReliable": false, "confidence": 0.97}]]}}`)
}

func TestGoogleLanguages(t *testing.T) {
	engine := translatetest.Named("free")
	engine.Pairs = []translate.Pair{{From: lang.Belarusian, To: lang.Russian}}
	s := newStand(newDesk(engine), nil)
	s.holds(t, to(http.MethodGet, v2+"/languages?key=k"), http.StatusOK, `{"data": {"languages": [{"language": "ru"}, {"language": "be"}]}}`)
	s.holds(t, to(http.MethodGet, v2+"/languages?target=ru"), http.StatusOK,
		`{"data": {"languages": [{"language": "ru", "name": "русский"}, {"language": "be", "name": "белорусский"}]}}`)
	s.holds(t, to(http.MethodGet, v2+"/languages?target=de"), http.StatusOK,
		`{"data": {"languages": [{"language": "ru", "name": "Russian"}, {"language": "be", "name": "Belarusian"}]}}`)
}

// dial is Google's own client, pointed at the endpoints of a server with a token.
func dial(t *testing.T, w dropin.Workbench, key string) *client.Client {
	t.Helper()
	s := newStand(w, func(o *dropin.Options) { o.Admit = func(key string) bool { return key == "right" } })
	server := httptest.NewUnstartedServer(s)
	server.Config.MaxHeaderBytes = dropin.MaxHeaderBytes
	server.Start()
	t.Cleanup(server.Close)
	c, err := client.NewClient(context.Background(), option.WithEndpoint(server.URL+"/language/translate/"), option.WithAPIKey(key))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestGooglesClientTranslates(t *testing.T) {
	engine := translatetest.Paid("paid")
	c := dial(t, newDesk(engine), "right")
	texts := []string{"The ferry isn't late.", "A < B & C", "The ferry isn't late."}
	for range 2 {
		got, err := c.Translate(context.Background(), texts, language.MustParse("be"), &client.Options{Source: language.English, Format: client.Text})
		if err != nil {
			t.Fatal(err)
		}
		want := []client.Translation{{Text: "be:The ferry isn't late."}, {Text: "be:A < B & C"}, {Text: "be:The ferry isn't late."}}
		if d := cmp.Diff(want, got, cmp.Comparer(sameTag)); d != "" {
			t.Errorf("(-want +got):\n%s", d)
		}
	}
	if n := len(engine.Requests()); n != 1 {
		t.Errorf("the engine was asked %d times", n)
	}
}

// Google's client for Go puts an article into the address of a GET, and it is HTML unless it says otherwise.
func TestGooglesClientTranslatesAnArticle(t *testing.T) {
	c := dial(t, newDesk(translatetest.Paid("paid")), "right")
	const sentence, translation = "На рынке открыли павильон, и пришли &laquo;все&raquo; соседи. ", "en:На рынке открыли павильон, и пришли «все» соседи."
	const many = 16
	article := strings.Split(strings.Repeat("<p>"+strings.Repeat(sentence, many)+"</p>|", 29)+"<br>", "|")
	got, err := c.Translate(context.Background(), article, language.English, nil)
	if err != nil || len(got) != len(article) || got[29].Text != "<br>" {
		t.Fatalf("got %d, %v", len(got), err)
	}
	want := "<p>" + strings.Repeat(translation+" ", many) + "</p>"
	if got[28].Text != want || got[28].Source != language.Russian {
		t.Errorf("got %+v", got[28])
	}
	if n := len(url.Values{"q": article}.Encode()); n < 100_000 {
		t.Errorf("the address has only %d bytes", n)
	}
}

func sameTag(a, b language.Tag) bool { return a == b }

func TestGooglesClientDetectsAndLists(t *testing.T) {
	c := dial(t, newDesk(translatetest.Named("free")), "right")
	got, err := c.DetectLanguage(context.Background(), []string{"Мы ідзём дамоў", "We left"})
	want := [][]client.Detection{{{Language: language.MustParse("be"), Confidence: 0.97}}, {{Language: language.English, Confidence: 0.97}}}
	if d := cmp.Diff(want, got, cmp.Comparer(sameTag)); d != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, d)
	}
	list, err := c.SupportedLanguages(context.Background(), language.MustParse("be"))
	names := []client.Language{{Name: "англійская", Tag: language.English}, {Name: "руская", Tag: language.Russian}, {Name: "беларуская", Tag: language.MustParse("be")}}
	if d := cmp.Diff(names, list, cmp.Comparer(sameTag)); d != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, d)
	}
}

func TestGooglesClientUnderstandsFaults(t *testing.T) {
	for _, p := range problems() {
		t.Run(p.name, func(t *testing.T) {
			_, err := dial(t, failing{p.err}, "right").
				Translate(context.Background(), []string{"One pier"}, language.MustParse("be"), &client.Options{Source: language.English})
			var reply *googleapi.Error
			if !errors.As(err, &reply) || reply.Code != p.google || len(reply.Errors) != 1 || reply.Errors[0].Reason != p.reason || reply.Message == "" {
				t.Errorf("got %+v", err)
			}
			if after := reply.Header.Get("Retry-After"); (p.name == "busy") != (after == "2") {
				t.Errorf("Retry-After %q", after)
			}
		})
	}
	_, err := dial(t, newDesk(), "wrong").DetectLanguage(context.Background(), []string{"We left"})
	var reply *googleapi.Error
	if !errors.As(err, &reply) || reply.Code != http.StatusBadRequest || !strings.Contains(reply.Message, "API key not valid") {
		t.Errorf("with a wrong key got %v", err)
	}
}
