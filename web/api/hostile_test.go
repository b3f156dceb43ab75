package api_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"triptych/web/api"
	"triptych/workbench"
)

// secret stands for what a client sent. No error may repeat it.
const secret = "Zakryty-Ліст-7"

var paths = []string{"/api/v1/detect", "/api/v1/align", "/api/v1/compare"}

func TestHostileBodies(t *testing.T) {
	s := newReal(t)
	two := `"versions":[{"text":"` + secret + ` one"},{"text":"` + secret + ` two"}]`
	for _, c := range []struct {
		name, body string
		status     int
	}{
		{"empty", "", 400},
		{"white space", " \n ", 400},
		{"not JSON", secret, 400},
		{"cut", `{"text":"` + secret, 400},
		{"cut in an array", `{` + two[:len(two)-1], 400},
		{"something after it", `{"text":"a",` + two + `} ` + secret, 400},
		{"deep arrays", strings.Repeat("[", 1_000_000), 400},
		{"deep objects", strings.Repeat(`{"versions":`, 100_000) + "1" + strings.Repeat("}", 100_000), 400},
		{"invalid UTF-8", "{\"text\":\"" + secret + "\xff\xfe\"," + two + "}", 400},
		{"lone surrogate", `{"text":"\ud83d ` + secret + `",` + two + `}`, 400},
		{"lone surrogate in a name", `{"\udc00":"` + secret + `",` + two + `}`, 400},
		{"a name twice", `{"text":"a","text":"` + secret + `",` + two + "," + two + `}`, 400},
		{"bare control character", "{\"text\":\"" + secret + "\x01\"," + two + "}", 400},
		{"byte order mark", "\ufeff{\"text\":\"a\"," + two + "}", 400},
		{"null", `null`, 422},
		{"a number", `1e308`, 422},
		{"a number beyond all", `{"text":1e999,"versions":1e999}`, 400},
		{"a string", `"` + secret + `"`, 422},
		{"an array", `["` + secret + `"]`, 422},
		{"an empty object", `{}`, 422},
		{"members of another type", `{"text":["` + secret + `"],"versions":"` + secret + `"}`, 422},
		{"null members", `{"text":null,"versions":null}`, 422},
		{"null version", `{"text":"a","versions":[null,null]}`, 422},
		{"numbers for versions", `{"versions":[1,2]}`, 422},
		{"another type inside", `{"versions":[{"text":1},{"text":{"` + secret + `":1}}]}`, 422},
		{"unknown member", `{"text":"a",` + two + `,"` + secret + `":1}`, 422},
		{"unknown member with dots", `{"text":"a",` + two + `,"versions[0].text.` + secret + `.":1}`, 422},
		{"unknown member inside", `{"versions":[{"text":"a","` + secret + `":{}},{"text":"b"}]}`, 422},
		{"a name in another case", `{"Text":"` + secret + `","Versions":[{"Text":"a"},{"TEXT":"b"}]}`, 422},
		{"unknown level", `{"text":1,` + two + `,"level":"` + secret + `"}`, 422},
		{"level of another type", `{"text":1,` + two + `,"level":1e300}`, 422},
		{"long language", `{"text":1,"versions":[{"language":"` + strings.Repeat(secret, 100) + `","text":"a"},{"text":"b"}]}`, 422},
	} {
		for _, path := range paths {
			t.Run(c.name+path, func(t *testing.T) {
				w := s.post(t, path, c.body)
				if w.Code != c.status {
					t.Errorf("status %d, want %d: %s", w.Code, c.status, w.Body)
				}
				if strings.Contains(w.Body.String(), secret) || w.Body.Len() > 2000 {
					t.Errorf("the answer repeats the request: %.3000s", w.Body)
				}
			})
		}
	}
}

// NUL is allowed in JSON and not in an article.
func TestBinaryText(t *testing.T) {
	w := newReal(t).post(t, "/api/v1/detect", `{"text":"`+secret+`\u0000\u0000\u0001"}`)
	if w.Code != http.StatusUnprocessableEntity || strings.Contains(w.Body.String(), secret) {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
}

// A body of nothing but faults is told the first few, and costs no more than its length: names with dots, one after the
// other, must not add up.
func TestManyFaults(t *testing.T) {
	s := newReal(t)
	var dots strings.Builder
	for i := range 4_000 {
		fmt.Fprintf(&dots, `,"%d.%s":1`, i, strings.Repeat("x.", 500))
	}
	for _, c := range []struct {
		name, body string
		status     int
	}{
		{"unknown names", `{"text":"a"` + dots.String() + `}`, 422},
		{"wrong items", `{"versions":[` + strings.Repeat("1,", 4_000) + `1]}`, 422},
		{"empty objects", `{"versions":[` + strings.Repeat("{},", 1_000_000) + `{}]}`, 400},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			w := s.post(t, "/api/v1/align", c.body)
			runtime.ReadMemStats(&after)
			if p := problem(t, w); w.Code != c.status || len(p.Errors) > 10 {
				t.Errorf("got %d %.2000s", w.Code, w.Body)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 100<<20 {
				t.Errorf("%d bytes were allocated for a body of %d", used, len(c.body))
			}
		})
	}
}

func TestFaultsAreLocated(t *testing.T) {
	w := newReal(t).post(t, "/api/v1/align", `{"versions":[{"text":"a"},{"text":2,"lang":"be"}]}`)
	var where []string
	for _, f := range problem(t, w).Errors {
		where = append(where, f.Location)
	}
	if got, want := strings.Join(where, " "), "body.versions[1] body.versions[1].text"; got != want {
		t.Errorf("located at %s, want %s", got, want)
	}
}

func TestContentTypes(t *testing.T) {
	s := newReal(t)
	for _, c := range []struct {
		contentType string
		status      int
	}{
		{"application/json", 200},
		{"application/json; charset=utf-8", 200},
		{"", 200},
		{"text/plain", 415},
		{"application/x-www-form-urlencoded", 415},
		{"multipart/form-data; boundary=x", 415},
		{"application/cbor", 415},
		{secret, 415},
		{";+", 415},
	} {
		t.Run(c.contentType, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodPost, "/api/v1/detect", strings.NewReader(`{"text":"Naroch"}`))
			r.Header.Set("Content-Type", c.contentType)
			w := s.do(t, r)
			if w.Code != c.status || strings.Contains(w.Body.String(), secret) {
				t.Errorf("got %d %s", w.Code, w.Body)
			}
		})
	}
}

// A client that asks for a type that is not made gets JSON all the same.
func TestAccept(t *testing.T) {
	r := httptest.NewRequest(http.MethodPost, "/api/v1/detect", strings.NewReader(`{"text":"Naroch"}`))
	r.Header.Set("Accept", "application/cbor, text/html;q=0.5")
	if w := newReal(t).do(t, r); w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json" {
		t.Errorf("got %d %s", w.Code, w.Header().Get("Content-Type"))
	}
}

func TestTooLarge(t *testing.T) {
	const limit = 2048
	s := newServer(t, workbench.New(letters{}), limit)
	text := func(length int) string {
		return `{"text":"` + strings.Repeat("a", length-len(`{"text":""}`)) + `"}`
	}
	if w := s.post(t, "/api/v1/detect", text(limit)); w.Code != http.StatusOK {
		t.Errorf("at the limit: %d %s", w.Code, w.Body)
	}
	for name, length := range map[string]int64{"declared": limit + 1, "chunked": -1} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodPost, "/api/v1/detect", strings.NewReader(text(limit+1)))
			r.ContentLength = length
			w := s.do(t, r)
			if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(problem(t, w).Detail, "2 KiB") {
				t.Errorf("got %d %s", w.Code, w.Body)
			}
		})
	}
}

// fails is a body that breaks off with an error.
type fails struct{ err error }

func (f fails) Read([]byte) (int, error) { return 0, f.err }

func TestBodyThatDoesNotArrive(t *testing.T) {
	s := newReal(t)
	for _, c := range []struct {
		name   string
		err    error
		status int
	}{
		{"too slow", &net.OpError{Op: "read", Net: secret, Err: os.ErrDeadlineExceeded}, 408},
		{"cut off", io.ErrUnexpectedEOF, 400},
		{"connection lost", errors.New(secret), 400},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodPost, "/api/v1/align", fails{c.err})
			w := s.do(t, r)
			if w.Code != c.status || strings.Contains(w.Body.String(), secret) {
				t.Errorf("got %d %s", w.Code, w.Body)
			}
		})
	}
}

// deadlines records the read deadlines that are set on a connection.
type deadlines struct {
	*httptest.ResponseRecorder
	set []time.Time
}

func (d *deadlines) SetReadDeadline(t time.Time) error {
	d.set = append(d.set, t)
	return nil
}

// The server takes a passed read deadline for a client that went away, so none may stand while the work is done.
func TestWorkHasNoReadDeadline(t *testing.T) {
	w := &deadlines{ResponseRecorder: httptest.NewRecorder()}
	s := newServer(t, stub{run: func(context.Context) error {
		if len(w.set) == 0 || !w.set[len(w.set)-1].IsZero() {
			t.Errorf("deadlines at work: %v", w.set)
		}
		return &workbench.Problem{Reason: workbench.NotYet, Detail: "not yet"}
	}}, 0)
	s.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/v1/detect", strings.NewReader(`{"text":"a"}`)))
	if w.Code != http.StatusNotImplemented || w.set[0].IsZero() {
		t.Errorf("got %d, deadlines %v", w.Code, w.set)
	}
}

func TestFaultsOfOurs(t *testing.T) {
	for name, workbench := range map[string]stub{
		"error":            {err: errors.New(secret)},
		"panic":            {panic: secret},
		"panic with error": {panic: errors.New(secret)},
	} {
		t.Run(name, func(t *testing.T) {
			s := newServer(t, workbench, 0)
			for _, c := range []struct{ path, body string }{
				{paths[0], `{"text":"a"}`},
				{paths[1], body(t, three())},
				{paths[2], body(t, three())},
			} {
				s.log.Reset()
				w := s.post(t, c.path, c.body)
				if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), secret) {
					t.Errorf("%s: %d %s", c.path, w.Code, w.Body)
				}
				if !strings.Contains(s.log.String(), secret) {
					t.Errorf("%s: nothing in the log: %s", c.path, s.log)
				}
			}
		})
	}
}

// http.ErrAbortHandler is how a handler hangs up: it is the server's to catch.
func TestAbortPasses(t *testing.T) {
	s := newServer(t, stub{panic: http.ErrAbortHandler}, 0)
	defer func() {
		if v := recover(); v != http.ErrAbortHandler {
			t.Errorf("recovered %v", v)
		}
	}()
	s.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodPost, "/api/v1/detect", strings.NewReader(`{"text":"a"}`)))
}

func TestClientThatLeaves(t *testing.T) {
	left := make(chan error, 1)
	started := make(chan struct{})
	s := newServer(t, stub{run: func(ctx context.Context) error {
		close(started)
		<-ctx.Done()
		left <- ctx.Err()
		return ctx.Err()
	}}, 0)
	web := httptest.NewServer(s)
	defer web.Close()
	ctx, leave := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, web.URL+"/api/v1/detect", strings.NewReader(`{"text":"a"}`))
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		<-started
		leave()
	}()
	if response, err := http.DefaultClient.Do(r); err == nil {
		_ = response.Body.Close()
		t.Error("answered after the client left")
	}
	if err := <-left; !errors.Is(err, context.Canceled) {
		t.Errorf("the work ended with %v", err)
	}
}

func TestCancelledContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := newServer(t, stub{run: func(ctx context.Context) error { return ctx.Err() }}, 0)
	r := httptest.NewRequest(http.MethodPost, "/api/v1/detect", strings.NewReader(`{"text":"a"}`)).WithContext(ctx)
	if w := s.do(t, r); w.Code != http.StatusServiceUnavailable {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
}

// WriteProblem is for the rest of the server: unknown paths and methods.
func TestWriteProblem(t *testing.T) {
	r := gin.New()
	r.HandleMethodNotAllowed = true
	r.NoRoute(func(c *gin.Context) {
		api.WriteProblem(c.Writer, http.StatusNotFound, "there is nothing here", "see the document")
	})
	r.NoMethod(func(c *gin.Context) {
		api.WriteProblem(c.Writer, http.StatusMethodNotAllowed, "this is not done with that method", "use POST")
	})
	api.New(api.Options{Workbench: stub{}}).Register(r)
	for _, c := range []struct {
		method, path string
		status       int
	}{
		{http.MethodGet, "/api/v1/nothing", 404},
		{http.MethodPost, "/api/v1/align/", 404},
		{http.MethodGet, "/api/v1/align", 405},
		{http.MethodDelete, "/api/openapi.json", 405},
	} {
		t.Run(c.method+c.path, func(t *testing.T) {
			r.RedirectTrailingSlash = false
			w := httptest.NewRecorder()
			r.ServeHTTP(w, httptest.NewRequest(c.method, c.path, nil))
			if w.Code != c.status {
				t.Errorf("status %d", w.Code)
			}
			problem(t, w)
		})
	}
}
