package fetch

import (
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestRobots(t *testing.T) {
	const address = "/be/навіны/паром?p=2"
	for _, c := range []struct {
		name    string
		robots  string
		allowed bool
	}{
		{"empty", "", true},
		{"all", "User-agent: *\nDisallow: /", false},
		{"nothing", "User-agent: *\nDisallow:", true},
		{"a folder", "User-agent: *\nDisallow: /be/", false},
		{"another folder", "User-agent: *\nDisallow: /ru/", true},
		{"an exception", "User-agent: *\nDisallow: /\nAllow: /be/", true},
		{"us", "User-agent: *\nAllow: /\n\nUser-agent: Triptych\nDisallow: /", false},
		{"others", "User-agent: Otherbot\nDisallow: /", true},
		{"Cyrillic as it is", "User-agent: *\nDisallow: /be/навіны/", false},
		{"Cyrillic escaped, small digits", "User-agent: *\nDisallow: /be/%d0%bd%d0%b0%d0%b2", false},
		{"a wildcard", "User-agent: *\nDisallow: /*?p=", false},
		{"an end", "User-agent: *\nDisallow: /*паром$", true},
		{"a comment and a byte order mark", "\ufeff# hello\nUser-agent: * # all\nDisallow: /be # why", false},
		{"a rule for nobody, then good ones", "Disallow: /x\nUser-agent: *\nDisallow: /be", false},
		{"a wrong delay", "User-agent: *\nCrawl-delay: soon\nDisallow: /be", false},
		{"a page instead", "<!DOCTYPE html><html><p>404: не знойдзена</p></html>", true},
		{"binary", "\x00\xff\x01User-agent: *\x00", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					w.Write([]byte(c.robots))
					return
				}
				send("text/html", "", []byte("<p>"))(w, r)
			}))
			_, err := client(t, Options{}, s.URL).Get(t.Context(), s.URL+address, Conditional{})
			var e *Error
			if allowed := !errors.As(err, &e) || e.Reason != Robots; allowed != c.allowed {
				t.Errorf("allowed %v (%v)", allowed, err)
			}
		})
	}
}

func TestRobotsStatus(t *testing.T) {
	for _, c := range []struct {
		status  int
		want    Reason // "" for none
		passing bool
		age     time.Duration // how long it is remembered
	}{
		{200, "", false, robotsAge},
		{404, "", false, robotsAge},
		{410, "", false, robotsAge},
		{401, Robots, false, robotsAge},
		{403, Robots, false, robotsAge},
		{429, Robots, true, robotsRetry},
		{500, Robots, true, robotsRetry},
		{503, Robots, true, robotsRetry},
	} {
		t.Run(http.StatusText(c.status), func(t *testing.T) {
			var asked atomic.Int32
			s := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					asked.Add(1)
					w.WriteHeader(c.status)
					return
				}
				send("text/html", "", []byte("<p>"))(w, r)
			}))
			now := time.Now()
			client := client(t, Options{Clock: func() time.Time { return now }}, s.URL)
			get := func() {
				_, err := client.Get(t.Context(), s.URL+"/a", Conditional{})
				var e *Error
				if errors.As(err, &e); (c.want == "") != (err == nil) || e != nil && (e.Reason != c.want || e.Passing() != c.passing) {
					t.Errorf("got %v; want %q, passing %v", err, c.want, c.passing)
				}
			}
			get()
			now = now.Add(c.age - time.Second)
			get()
			if asked.Load() != 1 {
				t.Errorf("asked %d times before its time", asked.Load())
			}
			now = now.Add(time.Second)
			get()
			if asked.Load() != 2 {
				t.Errorf("asked %d times after its time", asked.Load())
			}
		})
	}
}

// TestHostileRobots: a robots.txt that means harm costs little and is no reason to fail for long.
func TestHostileRobots(t *testing.T) {
	for _, c := range []struct {
		name   string
		robots http.HandlerFunc
		want   Reason
	}{
		{"without end", endless(nil, []byte("User-agent: *\nDisallow: /other\n")), ""},
		{"gzip bomb", endless(map[string]string{"Content-Encoding": "gzip"}, zipped(make([]byte, 64<<20))), ""},
		{"unknown encoding", send("text/plain", "br", []byte("\x0b")), ""},
		{"redirected without end", func(w http.ResponseWriter, r *http.Request) { redirect(r.URL.Path+"?"+r.URL.RawQuery+"a")(w, r) }, ""},
		{"redirected inside", redirect("http://10.0.0.1/robots.txt"), Forbidden},
		{"redirected to a file", redirect("file:///etc/passwd"), ""},
		{"slow drip", drip, TooSlow},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == "/robots.txt" {
					c.robots(w, r)
					return
				}
				send("text/html", "", []byte("<p>"))(w, r)
			}))
			o := Options{}
			if c.want == TooSlow {
				o.Timeout = quick
			}
			_, err := client(t, o, s.URL).Get(t.Context(), s.URL+"/a", Conditional{})
			var e *Error
			if errors.As(err, &e); (c.want == "") != (err == nil) || e != nil && e.Reason != c.want {
				t.Errorf("got %v; want %q", err, c.want)
			}
		})
	}
}

func TestCrawlDelay(t *testing.T) {
	s := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			w.Write([]byte("User-agent: *\nCrawl-delay: 1000\n"))
			return
		}
		send("text/html", "", []byte("<p>"))(w, r)
	}))
	c := client(t, Options{}, s.URL)
	if _, err := c.Get(t.Context(), s.URL, Conditional{}); err != nil {
		t.Fatal(err)
	}
	if got := c.hosts.m[s.URL].pace.Limit(); got != 0.1 {
		t.Errorf("%v requests a second; want one in ten seconds, the longest wait", got)
	}
}

func BenchmarkRobotsManyWildcards(b *testing.B) {
	file := "User-agent: *\n" + strings.Repeat("Disallow: /"+strings.Repeat("a*", 200)+"b\n", 1000)
	path := "/" + strings.Repeat("a", longest-1)
	for b.Loop() {
		parseRobots([]byte(file), "triptych").Test(path)
	}
}

// FuzzRobots: no file panics, and none is parsed twice with different results.
func FuzzRobots(f *testing.F) {
	for _, s := range []string{"User-agent: *\nDisallow: /", "Allow: /\n", "User-agent: a\r\nCrawl-delay: 1e9\nDisallow: /*$", "user-agent:*\nallow:/%d"} {
		f.Add([]byte(s), "/be/1")
	}
	f.Fuzz(func(t *testing.T, file []byte, path string) {
		g := parseRobots(file, "triptych")
		if g == nil {
			return
		}
		again := parseRobots([]byte(cleanRobots(file)), "triptych")
		if again == nil || g.Test(percent(path)) != again.Test(percent(path)) {
			t.Errorf("cleaning changes what is clean: %q", cleanRobots(file))
		}
	})
}
