package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

func TestGetPages(t *testing.T) {
	const story = "<p>Паром праз Прыпяць зноў ходзіць.</p>"
	cyrillic, err := charmap.Windows1251.NewEncoder().String(story)
	if err != nil {
		t.Fatal(err)
	}
	utf16 := "\xff\xfe<\x00p\x00>\x00F\x00e\x00r\x00r\x00y\x00"
	for _, c := range []struct {
		name           string
		serve          http.HandlerFunc
		media, charset string
		body           string
	}{
		{"plain", send("text/html; charset=UTF-8", "", []byte(story)), "text/html", "utf-8", story},
		{"gzip", send("text/html", "gzip", zipped([]byte(story))), "text/html", "", story},
		{"zstd", send("text/html", "zstd", zstandard([]byte(story))), "text/html", "", story},
		{"empty, called gzip", send("text/html", "gzip", nil), "text/html", "", ""},
		{"bytes are left alone", send("text/html; charset=\"Windows-1251\"", "", []byte(cyrillic)), "text/html", "windows-1251", cyrillic},
		{"a lie about the charset is passed on", send("text/html; charset=utf-8", "", []byte(cyrillic)), "text/html", "utf-8", cyrillic},
		{"type unsaid", send("application/octet-stream", "", []byte("<!DOCTYPE html>"+story)), "text/html", "", "<!DOCTYPE html>" + story},
		{"malformed type", send("text/html; charset", "", []byte(story)), "text/html", "", story},
		{"type is no type", send("html", "", []byte("<html>"+story)), "text/html", "", "<html>" + story},
		{"a PDF called a page", send("text/html", "", []byte("%PDF-1.7\n")), "application/pdf", "", "%PDF-1.7\n"},
		{"a stray NUL", send("text/html", "", []byte(strings.Repeat(story, 9)+"\x00")), "text/html", "", strings.Repeat(story, 9) + "\x00"},
		{"UTF-16", send("text/html", "", []byte(utf16)), "text/html", "", utf16},
		{"DOCX", send("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "", []byte("PK\x03\x04")),
			"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "", "PK\x03\x04"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, page(c.serve))
			at := time.Date(2025, 3, 25, 12, 0, 0, 0, time.UTC)
			got, err := client(t, Options{Clock: func() time.Time { return at }}, s.URL).Get(t.Context(), " "+s.URL+"/be/1#top\n", Conditional{})
			if err != nil {
				t.Fatal(err)
			}
			want := &Response{
				URL: s.URL + "/be/1", Final: s.URL + "/be/1", Status: 200, At: at,
				MediaType: c.media, Charset: c.charset, Body: []byte(c.body),
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRedirectsAreFollowed(t *testing.T) {
	other := serve(t, page(send("text/html", "", []byte("<p>Маяк"))))
	s := serve(t, page(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/old":
			redirect("new?a=1")(w, r)
		case "/new":
			redirect(other.URL+"/be/lighthouse")(w, r)
		}
	}))
	got, err := client(t, Options{}, s.URL, other.URL).Get(t.Context(), s.URL+"/old", Conditional{})
	if err != nil {
		t.Fatal(err)
	}
	if got.URL != s.URL+"/old" || got.Final != other.URL+"/be/lighthouse" || string(got.Body) != "<p>Маяк" {
		t.Errorf("got %+v", got)
	}
}

func TestConditional(t *testing.T) {
	s := serve(t, page(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v7"`)
		w.Header().Set("Last-Modified", "Tue, 25 Mar 2025 09:17:00 GMT")
		if r.Header.Get("If-None-Match") == `"v7"` && r.Header.Get("If-Modified-Since") == "Tue, 25 Mar 2025 09:17:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		send("text/html", "", []byte("<p>Бусел"))(w, r)
	}))
	c := client(t, Options{}, s.URL)
	first, err := c.Get(t.Context(), s.URL, Conditional{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := c.Get(t.Context(), s.URL, Conditional{first.ETag, first.LastModified})
	if err != nil {
		t.Fatal(err)
	}
	if first.NotModified || !again.NotModified || again.Status != 304 || len(again.Body) != 0 || again.ETag != `"v7"` {
		t.Errorf("first %+v, again %+v", first, again)
	}
	changed, err := c.Get(t.Context(), s.URL, Conditional{ETag: `"v6"`})
	if err != nil || changed.NotModified || string(changed.Body) != "<p>Бусел" {
		t.Errorf("changed since: %+v, %v", changed, err)
	}
}

// TestOneConnection counts the requests that a server has at once.
func TestOneConnection(t *testing.T) {
	var now, most, pages, robots atomic.Int32
	s := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		defer now.Add(-1)
		if r.URL.Path == "/robots.txt" {
			robots.Add(1)
			return
		}
		pages.Add(1)
		time.Sleep(2 * time.Millisecond)
		send("text/html", "", []byte("<p>"))(w, r)
	}))
	c := client(t, Options{}, s.URL)
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			if _, err := c.Get(t.Context(), fmt.Sprint(s.URL, "/", i), Conditional{}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most.Load() != 1 || pages.Load() != 20 || robots.Load() != 1 {
		t.Errorf("%d requests at once, %d pages, robots.txt %d times; want 1, 20, 1", most.Load(), pages.Load(), robots.Load())
	}
}

// TestPause: a pause of an hour is waited for, by whoever comes second.
func TestPause(t *testing.T) {
	s := serve(t, page(send("text/html", "", []byte("<p>"))))
	c := client(t, Options{Pause: time.Hour}, s.URL)
	if _, err := c.Get(t.Context(), s.URL, Conditional{}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if got, err := c.Get(ctx, s.URL, Conditional{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the second request was not held back: %+v, %v", got, err)
	}
}

func TestCancelled(t *testing.T) {
	started := make(chan struct{})
	s := serve(t, page(func(w http.ResponseWriter, r *http.Request) {
		close(started)
		<-r.Context().Done()
	}))
	c := client(t, Options{}, s.URL)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		<-started
		cancel()
	}()
	if _, err := c.Get(ctx, s.URL, Conditional{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v; want the caller's own error", err)
	}
}

// TestWaitingIsNotSlowness: the time in which a request waits for its turn is not charged to its limit.
func TestWaitingIsNotSlowness(t *testing.T) {
	release := make(chan struct{})
	s := serve(t, page(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			<-release
		}
		send("text/html", "", []byte("<p>"))(w, r)
	}))
	c := client(t, Options{Timeout: time.Minute}, s.URL)
	go c.Get(t.Context(), s.URL+"/slow", Conditional{})
	h := func() *host { c.hosts.mu.Lock(); defer c.hosts.mu.Unlock(); return c.hosts.m[s.URL] }
	for h() == nil || len(h().turn) == 0 {
		time.Sleep(time.Millisecond)
	}
	const wait = 200 * time.Millisecond
	left, start := &budget{time.Minute}, time.Now()
	time.AfterFunc(wait, func() { close(release) })
	u, err := c.parse(s.URL + "/quick")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.visit(t.Context(), u, Conditional{}, left); err != nil {
		t.Fatal(err)
	}
	took, charged := time.Since(start), time.Minute-left.left
	if took-charged < wait/2 {
		t.Errorf("%v went by, %v of it waiting, and %v was charged", took, wait, charged)
	}
}

func TestManyHostsAreForgotten(t *testing.T) {
	var hs hosts
	now := time.Now()
	for i := range 3 * mostHosts {
		h, err := hs.enter(t.Context(), fmt.Sprint("https://h", i), time.Second)
		if err != nil {
			t.Fatal(err)
		}
		h.until = now.Add(time.Hour)
		hs.leave(h, now)
	}
	if len(hs.m) > mostHosts {
		t.Errorf("%d hosts are remembered", len(hs.m))
	}
}

func TestErrorsSayWhatMayPass(t *testing.T) {
	for _, c := range []struct {
		e    *Error
		want bool
	}{
		{&Error{Reason: TooSlow}, true},
		{&Error{Reason: Unreachable}, true},
		{&Error{Reason: Status, Status: 503}, true},
		{&Error{Reason: Status, Status: 429}, true},
		{&Error{Reason: Robots, Status: 500}, true},
		{&Error{Reason: Robots}, false},
		{&Error{Reason: Status, Status: 404}, false},
		{&Error{Reason: Forbidden}, false},
	} {
		if c.e.Passing() != c.want {
			t.Errorf("%+v: passing %v", c.e, !c.want)
		}
	}
}
