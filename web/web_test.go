package web_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"triptych"
	"triptych/lang"
	"triptych/lang/detect"
	"triptych/web"
	"triptych/workbench"
)

// sample is the repository's own article.
func sample() []workbench.Input {
	var out []workbench.Input
	for _, t := range triptych.Sample() {
		out = append(out, workbench.Input{Name: t.Name, Data: t.Data})
	}
	return out
}

// panicking is a workbench whose comparison is broken.
type panicking struct{ *workbench.Workbench }

func (panicking) Compare(context.Context, []workbench.Input) (workbench.Compared, error) {
	panic("no such row")
}

func (panicking) CompareIn(context.Context, []workbench.Input, lang.Tag, bool) (workbench.Compared, error) {
	panic("no such row")
}

// site is a handler under test with what it logs.
type site struct {
	http.Handler
	log *bytes.Buffer
}

func newSite(t testing.TB, change func(*web.Options)) site {
	t.Helper()
	var log bytes.Buffer
	o := web.Options{
		Workbench: workbench.New(detect.New()), Sample: sample(), Version: "test",
		Log: slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	if change != nil {
		change(&o)
	}
	h, err := web.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return site{h, &log}
}

// ask sends one request; edit changes it first.
func (s site) ask(t testing.TB, method, path, body string, edit func(*http.Request)) (*http.Response, string) {
	t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "localhost:8080"
	if edit != nil {
		edit(r)
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result(), w.Body.String()
}

func with(key, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(key, value) }
}

func TestNothingThere(t *testing.T) {
	s := newSite(t, nil)
	for _, c := range []struct {
		method, path string
		status       int
		contentType  string
	}{
		{"GET", "/nowhere", 404, "text/html; charset=utf-8"},
		{"DELETE", "/", 405, "text/html; charset=utf-8"},
		{"GET", "/compare", 405, "text/html; charset=utf-8"},
		{"GET", "/c/unknown", 404, "text/html; charset=utf-8"},
		{"GET", "/api/v1/nowhere", 404, "application/problem+json"},
		{"PUT", "/api/v1/detect", 405, "application/problem+json"},
		{"BREW", "/api/v1/detect", 405, "application/problem+json"},
	} {
		t.Run(c.method+" "+c.path, func(t *testing.T) {
			answer, body := s.ask(t, c.method, c.path, "", nil)
			if answer.StatusCode != c.status || answer.Header.Get("Content-Type") != c.contentType {
				t.Errorf("status %d, type %q", answer.StatusCode, answer.Header.Get("Content-Type"))
			}
			if c.status == 405 && answer.Header.Get("Allow") == "" {
				t.Error("405 does not say what is allowed")
			}
			if strings.Contains(body, "BREW") {
				t.Error("the answer repeats what the client made up")
			}
		})
	}
}

func TestEveryAnswerHasTheSecurityHeaders(t *testing.T) {
	s := newSite(t, nil)
	for _, path := range []string{"/", "/sample", "/nowhere", "/healthz", "/api/openapi.json", "/api/none"} {
		answer, _ := s.ask(t, "GET", path, "", nil)
		csp := answer.Header.Get("Content-Security-Policy")
		if !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: Content-Security-Policy %q", path, csp)
		}
		for key, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"} {
			if got := answer.Header.Get(key); got != want {
				t.Errorf("%s: %s is %q", path, key, got)
			}
		}
	}
}

func TestHealth(t *testing.T) {
	s := newSite(t, func(o *web.Options) { o.Token = "sesame" })
	for _, path := range []string{"/healthz", "/readyz"} {
		for _, method := range []string{"GET", "HEAD"} {
			if answer, _ := s.ask(t, method, path, "", nil); answer.StatusCode != 200 {
				t.Errorf("%s %s: status %d", method, path, answer.StatusCode)
			}
		}
	}
}

func TestBodyLimit(t *testing.T) {
	s := newSite(t, func(o *web.Options) { o.MaxBytes = 2000 })
	long := strings.Repeat("слова ", 1000)
	unsized := func(r *http.Request) { r.ContentLength = -1 }
	for _, c := range []struct {
		name, path, body, contentType, wantType string
		edit                                    func(*http.Request)
	}{
		{"a form", "/compare", "text=" + long, "application/x-www-form-urlencoded", "text/html; charset=utf-8", nil},
		{"a form that does not say its size", "/compare", "text=" + long, "application/x-www-form-urlencoded", "text/html; charset=utf-8", unsized},
		{"JSON", "/api/v1/detect", `{"text":"` + long + `"}`, "application/json", "application/problem+json", nil},
		{"JSON that does not say its size", "/api/v1/detect", `{"text":"` + long + `"}`, "application/json", "application/problem+json", unsized},
	} {
		t.Run(c.name, func(t *testing.T) {
			answer, _ := s.ask(t, "POST", c.path, c.body, func(r *http.Request) {
				r.Header.Set("Content-Type", c.contentType)
				if c.edit != nil {
					c.edit(r)
				}
			})
			if answer.StatusCode != 413 || answer.Header.Get("Content-Type") != c.wantType {
				t.Errorf("status %d, type %q", answer.StatusCode, answer.Header.Get("Content-Type"))
			}
		})
	}
}

func TestOnlyLocalNamesWithoutToken(t *testing.T) {
	s := newSite(t, nil)
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST:8080": 200, "localhost.:80": 200, "127.0.0.1:8080": 200, "127.9.9.9": 200, "[::1]:8080": 200, "[::1]": 200,
		"evil.example": 421, "evil.example:8080": 421, "10.0.0.1:8080": 421, "localhost.evil.example": 421, "": 421, "127.0.0.1.nip.io": 421,
	} {
		answer, _ := s.ask(t, "GET", "/", "", func(r *http.Request) { r.Host = host })
		if answer.StatusCode != want {
			t.Errorf("Host %q: status %d, want %d", host, answer.StatusCode, want)
		}
	}
}

func TestOtherSitesCannotPost(t *testing.T) {
	s := newSite(t, nil)
	for _, c := range []struct {
		name string
		edit func(*http.Request)
		want int
	}{
		{"another site", with("Sec-Fetch-Site", "cross-site"), 403},
		{"another origin, old browser", with("Origin", "https://evil.example"), 403},
		{"our own page", with("Sec-Fetch-Site", "same-origin"), 422},
		{"a program", nil, 422},
	} {
		t.Run(c.name, func(t *testing.T) {
			if answer, _ := s.ask(t, "POST", "/compare", "", c.edit); answer.StatusCode != c.want {
				t.Errorf("status %d, want %d", answer.StatusCode, c.want)
			}
		})
	}
}

func TestToken(t *testing.T) {
	s := newSite(t, func(o *web.Options) { o.Token = "open sesame" })
	anywhere := func(r *http.Request) { r.Host = "triptych.example" }
	for _, c := range []struct {
		name, path, authorization string
		want                      int
	}{
		{"none, a page", "/", "", 401},
		{"none, the API", "/api/openapi.json", "", 401},
		{"none, an address that is not there", "/nowhere", "", 401},
		{"a wrong one", "/", "Bearer open", 401},
		{"another scheme", "/", "Basic open sesame", 401},
		{"the right one", "/", "Bearer open sesame", 200},
		{"the right one, the scheme in lower case", "/api/openapi.json", "bearer open sesame", 200},
		{"none, the login page", "/login", "", 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			answer, _ := s.ask(t, "GET", c.path, "", func(r *http.Request) {
				anywhere(r)
				if c.authorization != "" {
					r.Header.Set("Authorization", c.authorization)
				}
			})
			if answer.StatusCode != c.want {
				t.Errorf("status %d, want %d", answer.StatusCode, c.want)
			}
			if c.want == 401 && !strings.HasPrefix(answer.Header.Get("WWW-Authenticate"), "Bearer") {
				t.Error("401 does not say what it wants")
			}
		})
	}
}

func login(t *testing.T, s site, token, next string) *http.Response {
	t.Helper()
	form := url.Values{"token": {token}, "next": {next}}.Encode()
	answer, _ := s.ask(t, "POST", "/login", form, with("Content-Type", "application/x-www-form-urlencoded"))
	return answer
}

func TestLogin(t *testing.T) {
	s := newSite(t, func(o *web.Options) { o.Token = "open sesame" })
	if answer := login(t, s, "wrong", "/"); answer.StatusCode != 401 || len(answer.Cookies()) != 0 {
		t.Errorf("a wrong token: status %d, cookies %v", answer.StatusCode, answer.Cookies())
	}
	answer := login(t, s, "open sesame", "/sample?x=1")
	if answer.StatusCode != 303 || answer.Header.Get("Location") != "/sample?x=1" || len(answer.Cookies()) != 1 {
		t.Fatalf("status %d, location %q, cookies %v", answer.StatusCode, answer.Header.Get("Location"), answer.Cookies())
	}
	cookie := answer.Cookies()[0]
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteStrictMode || strings.Contains(cookie.Value, "sesame") {
		t.Errorf("cookie %v", cookie)
	}
	if answer, _ := s.ask(t, "GET", "/", "", func(r *http.Request) { r.AddCookie(cookie) }); answer.StatusCode != 200 {
		t.Errorf("with the cookie: status %d", answer.StatusCode)
	}
	other := newSite(t, func(o *web.Options) { o.Token = "another" })
	if answer, _ := other.ask(t, "GET", "/", "", func(r *http.Request) { r.AddCookie(cookie) }); answer.StatusCode != 401 {
		t.Errorf("with the cookie of an old token: status %d", answer.StatusCode)
	}
}

func TestLoginLeadsToThisServerOnly(t *testing.T) {
	s := newSite(t, func(o *web.Options) { o.Token = "open sesame" })
	for _, next := range []string{"https://evil.example", "//evil.example", `/\evil.example`, "evil", "", "/\r\nX: y"} {
		if got := login(t, s, "open sesame", next).Header.Get("Location"); got != "/" {
			t.Errorf("next=%q leads to %q", next, got)
		}
	}
}

func TestPanicIsAnsweredAndLogged(t *testing.T) {
	s := newSite(t, func(o *web.Options) { o.Workbench = panicking{workbench.New(detect.New())} })
	answer, body := s.ask(t, "GET", "/sample", "", nil)
	if answer.StatusCode != 500 || strings.Contains(body, "no such row") {
		t.Errorf("status %d: %s", answer.StatusCode, body)
	}
	_, rest, _ := strings.Cut(s.log.String(), "msg=panic id=")
	id, _, _ := strings.Cut(rest, " ")
	if id == "" || !strings.Contains(body, id) || !strings.Contains(rest, "web_test.go") {
		t.Errorf("the page has not the id %q of the log, or the log no stack: %s", id, rest)
	}
	answer, body = s.ask(t, "POST", "/api/v1/compare", `{"versions":[{"text":"one"},{"text":"two"}]}`, with("Content-Type", "application/json"))
	if answer.StatusCode != 500 || answer.Header.Get("Content-Type") != "application/problem+json" || !json.Valid([]byte(body)) {
		t.Errorf("API: status %d, type %q", answer.StatusCode, answer.Header.Get("Content-Type"))
	}
}

func TestLogNamesRoutesAndNoTexts(t *testing.T) {
	s := newSite(t, nil)
	s.ask(t, "GET", "/c/SECRETADDRESS", "", nil)
	s.ask(t, "POST", "/compare", "text=private+words", with("Content-Type", "application/x-www-form-urlencoded"))
	got := s.log.String()
	for _, want := range []string{"route=/c/:id", "route=/compare", "status=404", "status=422", "method=POST", "took="} {
		if !strings.Contains(got, want) {
			t.Errorf("the log lacks %s:\n%s", want, got)
		}
	}
	for _, secret := range []string{"SECRETADDRESS", "private"} {
		if strings.Contains(got, secret) {
			t.Errorf("the log has %s:\n%s", secret, got)
		}
	}
}

func TestPagesAreCompressed(t *testing.T) {
	s := newSite(t, nil)
	answer, body := s.ask(t, "GET", "/", "", with("Accept-Encoding", "gzip"))
	if answer.Header.Get("Content-Encoding") != "gzip" {
		t.Fatal("the page is not compressed")
	}
	r, err := gzip.NewReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if page, err := io.ReadAll(r); err != nil || !strings.Contains(string(page), "</html>") {
		t.Errorf("the page does not end: %v", err)
	}
}

func TestSampleThroughTheWholeHouse(t *testing.T) {
	answer, body := newSite(t, nil).ask(t, "GET", "/sample", "", nil)
	if answer.StatusCode != 200 {
		t.Fatalf("status %d", answer.StatusCode)
	}
	for _, want := range []string{`data-row="1"`, `lang="be"`, `class="summary"`, "Not in the "} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
