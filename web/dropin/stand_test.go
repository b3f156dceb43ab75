package dropin_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
	"triptych/translate/translatetest"
	"triptych/web/dropin"
	"triptych/workbench"
)

// letters is a detector that goes by single letters. One word alone leaves it unsure, as it does a real one.
type letters struct{}

func (letters) Detect(paragraphs []string) (lang.Guess, []lang.Guess) {
	each := make([]lang.Guess, len(paragraphs))
	for i, p := range paragraphs {
		each[i] = byLetters(p)
	}
	return byLetters(strings.Join(paragraphs, " ")), each
}

func byLetters(text string) lang.Guess {
	text = strings.ToLower(text)
	g := lang.Guess{Language: lang.Undetermined}
	switch {
	case strings.ContainsAny(text, "ўі"):
		g = lang.Guess{Language: lang.Belarusian, Confidence: 0.97}
	case strings.ContainsAny(text, "иы"):
		g = lang.Guess{Language: lang.Russian, Confidence: 0.97}
	case strings.ContainsAny(text, "aeiou"):
		g = lang.Guess{Language: lang.English, Confidence: 0.97}
	}
	if len(strings.Fields(text)) == 1 {
		g.Confidence /= 2
	}
	return g
}

// desk is a workbench that says what it serves.
type desk struct {
	*workbench.Workbench
	router *translate.Router
}

func (d desk) Serves(ctx context.Context, p translate.Pair) error { return d.router.Serves(ctx, p) }

func newDesk(engines ...translate.Engine) desk {
	s := translate.Setup{Absent: []translate.Absent{{Name: "google", Advice: "set TRIPTYCH_GOOGLE_KEY"}}}
	for _, e := range engines {
		s.Engines = append(s.Engines, translate.Remember(e, translate.Remembering{Memory: &translatetest.Memory{}}))
	}
	router := translate.NewRouter(s)
	return desk{workbench.New(letters{}, workbench.WithTranslator(router)), router}
}

// stand is the endpoints under test, with what they log.
type stand struct {
	*gin.Engine
	dropin *dropin.Dropin
	log    *bytes.Buffer
}

func newStand(w dropin.Workbench, change func(*dropin.Options)) stand {
	gin.SetMode(gin.TestMode)
	log := &bytes.Buffer{}
	o := dropin.Options{Workbench: w, Log: slog.New(slog.NewTextHandler(log, nil))}
	if change != nil {
		change(&o)
	}
	s := stand{gin.New(), dropin.New(o), log}
	s.dropin.Register(s.Engine)
	return s
}

// call is a request as a program sends it.
type call struct {
	method, target string
	header         map[string]string
	body           string
}

// to is a call without headers of its own.
func to(method, target string) call { return call{method: method, target: target} }

func (c call) with(name, value string) call {
	header := map[string]string{name: value}
	for k, v := range c.header {
		header[k] = v
	}
	c.header = header
	return c
}

func (c call) json(body string) call {
	c = c.with("Content-Type", "application/json")
	c.body = body
	return c
}

func (c call) form(body string) call {
	c = c.with("Content-Type", "application/x-www-form-urlencoded")
	c.body = body
	return c
}

func (c call) multipart(body string) call {
	c.body = body
	return c
}

func (s stand) send(c call) *httptest.ResponseRecorder {
	r := httptest.NewRequest(c.method, c.target, strings.NewReader(c.body))
	r.Host = "localhost:8080"
	for k, v := range c.header {
		r.Header.Set(k, v)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// holds checks the status and the JSON of an answer.
func (s stand) holds(t *testing.T, c call, status int, want string) {
	t.Helper()
	w := s.send(c)
	if w.Code != status {
		t.Errorf("%s %s: status %d, want %d", c.method, c.target, w.Code, status)
	}
	if ct := w.Header().Get("Content-Type"); !strings.HasPrefix(ct, "application/json") {
		t.Errorf("%s %s: content type %q", c.method, c.target, ct)
	}
	if d := cmp.Diff(decode(t, want), decode(t, w.Body.String())); d != "" {
		t.Errorf("%s %s (-want +got):\n%s", c.method, c.target, d)
	}
}

func decode(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := json.NewDecoder(strings.NewReader(text)).Decode(&v); err != nil && err != io.EOF {
		t.Fatalf("%q: %v", text, err)
	}
	return v
}

// failing is a workbench of which every call fails.
type failing struct{ err error }

func (f failing) Translate(context.Context, workbench.Order) ([]workbench.Translated, error) {
	return nil, f.err
}

func (f failing) Detect(context.Context, workbench.Input) (workbench.Detection, error) {
	return workbench.Detection{}, f.err
}

func (f failing) Serves(context.Context, translate.Pair) error { return f.err }

// problems is every way in which the workbench fails, with what each protocol answers.
func problems() []struct {
	name          string
	err           error
	libre, google int
	reason        string
} {
	busy := translate.Errorf("paid", translate.Busy, "asked too fast")
	busy.After = 1500e6
	type p = workbench.Problem
	return []struct {
		name          string
		err           error
		libre, google int
		reason        string
	}{
		{"no engine", &p{Reason: workbench.NoEngine, Detail: "no engine for English → Belarusian"}, 400, 400, "invalid"},
		{"over budget", &p{Reason: workbench.NotPaid, Detail: "the budget is spent"}, 403, 403, "dailyLimitExceeded"},
		{"busy", &p{Reason: workbench.Failed, Detail: "asked too fast", Cause: busy}, 429, 429, "rateLimitExceeded"},
		{"service fails", &p{Reason: workbench.Failed, Detail: "not reached"}, 500, 503, "backendError"},
		{"bad input", &p{Reason: workbench.BadInput, Detail: "binary"}, 400, 400, "invalid"},
		{"too large", &p{Reason: workbench.TooLarge, Detail: "too long"}, 400, 400, "invalid"},
		{"not served", &p{Reason: workbench.NotServed, Detail: "this is Elvish"}, 400, 400, "invalid"},
		{"out of time", context.DeadlineExceeded, 503, 503, "backendError"},
		{"a fault of ours", io.ErrUnexpectedEOF, 500, 500, "internalError"},
	}
}

func status(w *httptest.ResponseRecorder, want int, t *testing.T) {
	t.Helper()
	if w.Code != want {
		t.Errorf("status %d, want %d: %s", w.Code, want, w.Body)
	}
}
