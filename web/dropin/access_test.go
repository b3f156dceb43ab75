package dropin_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"triptych/translate/translatetest"
	"triptych/web/dropin"
)

func locked(o *dropin.Options) { o.Admit = func(key string) bool { return key == "right" } }

func TestKeys(t *testing.T) {
	s := newStand(newDesk(translatetest.Named("free")), locked)
	libre := to(http.MethodPost, "/translate")
	const fields = `"q":"One pier","source":"en","target":"be"`
	google := to(http.MethodGet, v2+"?q=One+pier&source=en&target=be")
	for _, c := range []struct {
		name string
		call call
		want int
	}{
		{"LibreTranslate, in JSON", libre.json(`{` + fields + `,"api_key":"right"}`), 200},
		{"LibreTranslate, in a form", libre.form("q=One+pier&source=en&target=be&api_key=right"), 200},
		{"LibreTranslate, as Bearer", libre.json(`{`+fields+`}`).with("Authorization", "bearer right"), 200},
		{"LibreTranslate, none", libre.json(`{` + fields + `}`), 400},
		{"LibreTranslate, empty", libre.json(`{` + fields + `,"api_key":""}`), 400},
		{"LibreTranslate, wrong", libre.json(`{` + fields + `,"api_key":"left"}`), 403},
		{"a cookie is no key", libre.json(`{`+fields+`}`).with("Cookie", "triptych=right"), 400},
		{"LibreTranslate's detection", to(http.MethodPost, "/detect").json(`{"q":"One pier"}`), 400},
		{"languages are open", to(http.MethodGet, "/languages"), 200},
		{"settings are open", to(http.MethodGet, "/frontend/settings"), 200},
		{"health is open", to(http.MethodGet, "/health"), 200},
		{"Google, in the address", to(http.MethodGet, google.target+"&key=right"), 200},
		{"Google, in a header", google.with("X-Goog-Api-Key", "right"), 200},
		{"Google, as Bearer", google.with("Authorization", "Bearer right"), 200},
		{"Google, in a form", to(http.MethodPost, v2).form("q=One+pier&source=en&target=be&key=right"), 200},
		{"Google, one of two", to(http.MethodGet, google.target+"&key=right").with("Authorization", "Bearer ya29.token"), 200},
		{"Google, none", google, 403},
		{"Google, wrong", to(http.MethodGet, google.target+"&key=left"), 400},
		{"Google's languages", to(http.MethodGet, v2+"/languages"), 403},
		{"Google's detection", to(http.MethodGet, v2+"/detect?q=One+pier"), 403},
	} {
		t.Run(c.name, func(t *testing.T) { status(s.send(c.call), c.want, t) })
	}
}

// Whatever a page of another site makes a browser send to a server without a token, nothing is translated.
func TestOtherSitesCannotSpend(t *testing.T) {
	engine := translatetest.Paid("paid")
	s := newStand(newDesk(engine), nil)
	get := to(http.MethodGet, v2+"?q=One+pier&source=en&target=be")
	post := to(http.MethodPost, "/translate").form("q=Two+piers&source=en&target=be")
	for _, c := range []struct {
		name string
		call call
		want int
	}{
		{"an image", get.with("Sec-Fetch-Site", "cross-site"), 403},
		{"an image of another port", get.with("Sec-Fetch-Site", "same-site"), 403},
		{"an image in an old browser", get.with("Referer", "https://trap.example/page"), 403},
		{"a script in an old browser", get.with("Origin", "https://trap.example"), 403},
		{"a frame without an origin", get.with("Origin", "null"), 403},
		{"a form", post.with("Sec-Fetch-Site", "cross-site"), 403},
		{"a form in an old browser", post.with("Origin", "https://trap.example"), 403},
		{"a form of another port", post.with("Origin", "http://localhost:3000"), 403},
		{"a link", to(http.MethodGet, "/languages").with("Sec-Fetch-Site", "cross-site"), 403},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := s.send(c.call)
			status(w, c.want, t)
			if v := w.Header().Get("Access-Control-Allow-Origin"); v != "" {
				t.Errorf("allows the origin %q", v)
			}
			if !strings.Contains(w.Body.String(), `"error"`) {
				t.Errorf("got %s", w.Body)
			}
		})
	}
	if n := len(engine.Requests()); n > 0 {
		t.Fatalf("the engine was asked %d times", n)
	}
	status(s.send(get.with("Sec-Fetch-Site", "none")), 200, t)
	status(s.send(get.with("Sec-Fetch-Site", "same-origin")), 200, t)
	status(s.send(post.with("Origin", "http://localhost:8080")), 200, t)
}

func TestOrigins(t *testing.T) {
	preflight := to(http.MethodOptions, "/translate").with("Origin", "https://desk.example")
	w := newStand(newDesk(), nil).send(preflight)
	status(w, http.StatusNoContent, t)
	if h := w.Header(); len(h) > 0 {
		t.Errorf("a server without a token says %v", h)
	}
	s := newStand(newDesk(translatetest.Named("free")), locked)
	w = s.send(preflight)
	status(w, http.StatusNoContent, t)
	h := w.Header()
	if h.Get("Access-Control-Allow-Origin") != "*" || !strings.Contains(h.Get("Access-Control-Allow-Headers"), "Content-Type") || h.Get("Access-Control-Allow-Credentials") != "" {
		t.Errorf("a server with a token says %v", h)
	}
	w = s.send(to(http.MethodPost, "/translate").with("Origin", "https://desk.example").with("Sec-Fetch-Site", "cross-site").
		json(`{"q":"One pier","source":"en","target":"be","api_key":"right"}`))
	status(w, http.StatusOK, t)
	if w.Header().Get("Access-Control-Allow-Origin") != "*" {
		t.Error("the page may not read its answer")
	}
}

func TestTooLargeBodies(t *testing.T) {
	s := newStand(newDesk(), func(o *dropin.Options) { o.MaxBytes = 100 })
	body := `{"q":"` + strings.Repeat("a", 200) + `"}`
	s.holds(t, to(http.MethodPost, "/translate").json(body), http.StatusRequestEntityTooLarge, `{"error": "Invalid request: it has more than 100 bytes"}`)
	status(s.send(to(http.MethodPost, v2).json(body)), http.StatusBadRequest, t)
}

func TestOwns(t *testing.T) {
	d := newStand(newDesk(), nil).dropin
	for path, want := range map[string]bool{
		"/translate": true, "/translate/": true, "/detect": true, "/languages": true, "/health": true, "/frontend/settings": true,
		"/language/translate/v2": true, "/language/translate/v2/": true, "/language/translate/v2/detect": true,
		"/language/translate/v2/languages": true, "/": false, "": false, "/healthz": false, "/api/v1/translate": false,
		"/language/translate/v2/x": false, "/c/translate": false, "/translate//": false,
	} {
		if d.Owns(path) != want {
			t.Errorf("Owns(%q) = %v", path, !want)
		}
	}
}

func TestRefuse(t *testing.T) {
	s := newStand(newDesk(), nil)
	s.NoMethod(func(c *gin.Context) { s.dropin.Refuse(c, http.StatusMethodNotAllowed, "use POST") })
	s.HandleMethodNotAllowed = true
	s.holds(t, to(http.MethodGet, "/translate"), http.StatusMethodNotAllowed, `{"error": "use POST"}`)
	s.holds(t, to(http.MethodPut, v2), http.StatusMethodNotAllowed,
		`{"error": {"code": 405, "message": "use POST", "status": "INVALID_ARGUMENT", "errors": [{"message": "use POST", "domain": "global", "reason": "badRequest"}]}}`)
}

func TestWhoLeavesIsNotAnswered(t *testing.T) {
	s := newStand(failing{context.Canceled}, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r := httptest.NewRequest(http.MethodPost, "/detect", strings.NewReader("q=One+pier")).WithContext(ctx)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code == http.StatusOK || w.Body.Len() > 0 || s.log.Len() > 0 {
		t.Errorf("got %d %q, log %q", w.Code, w.Body, s.log)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func TestABodyThatBreaksOff(t *testing.T) {
	s := newStand(newDesk(), nil)
	r := httptest.NewRequest(http.MethodPost, "/detect", io.MultiReader(bytes.NewReader([]byte("q=One")), broken{}))
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	status(w, http.StatusBadRequest, t)
}
