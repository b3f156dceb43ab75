package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"code.dny.dev/ssrf"
	"github.com/klauspost/compress/zstd"
)

// hostile is an address, or a server, that means harm.
type hostile struct {
	name    string
	address string           // what is asked for; else
	page    http.HandlerFunc // a server's answer; or
	raw     func(net.Conn)   // its bytes
	options Options
	want    Reason
	says    string // a part of the error
}

const quick = 300 * time.Millisecond

func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusFound)
	}
}

func send(contentType, encoding string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		if encoding != "" {
			w.Header().Set("Content-Encoding", encoding)
		}
		w.Write(body)
	}
}

// endless writes a block again and again, up to 10 GB, for as long as somebody listens.
func endless(header map[string]string, block []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		for k, v := range header {
			w.Header().Set(k, v)
		}
		for sent := 0; sent < 10<<30; sent += len(block) {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	}
}

func zipped(plain []byte) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(plain)
	z.Close()
	return b.Bytes()
}

func zstandard(plain []byte) []byte {
	z, _ := zstd.NewWriter(nil)
	return z.EncodeAll(plain, nil)
}

func drip(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html")
	for r.Context().Err() == nil {
		io.WriteString(w, "а")
		w.(http.Flusher).Flush()
		time.Sleep(5 * time.Millisecond)
	}
}

// forever writes to a connection until it breaks.
func forever(start, block string) func(net.Conn) {
	return func(c net.Conn) {
		_, err := io.WriteString(c, start)
		for err == nil {
			_, err = io.WriteString(c, block)
		}
	}
}

func once(bytes string) func(net.Conn) {
	return func(c net.Conn) { io.WriteString(c, bytes) }
}

func hostileAddresses() []hostile {
	return []hostile{
		{name: "file scheme", address: "file:///etc/passwd", want: BadAddress, says: "only http and https"},
		{name: "gopher scheme", address: "gopher://example.by/1", want: BadAddress, says: "only http and https"},
		{name: "script", address: "javascript:alert(1)", want: BadAddress, says: "only http and https"},
		{name: "no scheme", address: "example.by/news/1", want: BadAddress, says: "begins with https://"},
		{name: "no host", address: "https:///news", want: BadAddress, says: "names no host"},
		{name: "opaque", address: "http:example.by", want: BadAddress, says: "names no host"},
		{name: "password in the address", address: "https://ales:tajna@example.by/", want: BadAddress, says: "leave them out"},
		{name: "host hidden by userinfo", address: "https://example.by@10.0.0.1/", want: BadAddress, says: "leave them out"},
		{name: "NUL in the address", address: "http://example.by/\x00", want: BadAddress, says: "not a web address"},
		{name: "line end in the address", address: "http://example.by/ HTTP/1.1\r\nHost: inside", want: BadAddress, says: "not a web address"},
		{name: "a very long address", address: "http://example.by/" + strings.Repeat("a", 1<<20), want: BadAddress, says: "longer than"},
		{name: "another port", address: "http://example.by:6379/", want: Forbidden, says: "ports 80 and 443"},
		{name: "port 0", address: "http://example.by:0/", want: Forbidden, says: "ports 80 and 443"},
		{name: "loopback", address: "http://127.0.0.1/", want: Forbidden, says: "not a public address"},
		{name: "loopback, another", address: "http://127.8.8.8/", want: Forbidden, says: "not a public address"},
		{name: "loopback, IPv6", address: "http://[::1]/", want: Forbidden, says: "not a public address"},
		{name: "loopback in IPv6", address: "http://[::ffff:127.0.0.1]/", want: Forbidden, says: "not a public address"},
		{name: "all interfaces", address: "http://0.0.0.0/", want: Forbidden, says: "not a public address"},
		{name: "localhost", address: "http://localhost/", want: Forbidden, says: "not a public address"},
		{name: "private", address: "https://192.168.1.1/admin", want: Forbidden, says: "not a public address"},
		{name: "carrier's network", address: "http://100.64.0.1/", want: Forbidden, says: "not a public address"},
		{name: "cloud metadata", address: "http://169.254.169.254/latest/meta-data/", want: Forbidden, says: "not a public address"},
		{name: "private through NAT64", address: "http://[64:ff9b::a00:1]/", want: Forbidden, says: "not a public address"},
		{name: "link-local with a zone", address: "http://[fe80::1%25eth0]/", want: Forbidden, says: "not a public address"},
		{name: "a name that resolves inside", address: "http://inside.example/", want: Forbidden, says: "inside.example is not a public address"},
		{name: "loopback as one number", address: "http://2130706433/", want: Unreachable, says: "no host of this name"},
		{name: "a name that does not exist", address: "http://nowhere.example/", want: Unreachable, says: "no host of this name"},
	}
}

func hostileAnswers() []hostile {
	zeros := zipped(make([]byte, 64<<20))
	return []hostile{
		{name: "redirect to loopback", page: redirect("http://127.0.0.1/"), want: Forbidden, says: "redirected here"},
		{name: "redirect to [::ffff:10.0.0.1]", page: redirect("http://[::ffff:10.0.0.1]/"), want: Forbidden, says: "not a public address"},
		{name: "redirect to a name inside", page: redirect("//inside.example/"), want: Forbidden, says: "not a public address"},
		{name: "redirect to a file", page: redirect("file:///etc/passwd"), want: BadAddress, says: "only http and https"},
		{name: "redirect to gopher", page: redirect("gopher://127.0.0.1:6379/_FLUSHALL"), want: BadAddress, says: "only http and https"},
		{name: "redirect to another port", page: redirect("http://example.by:22/"), want: Forbidden, says: "ports 80 and 443"},
		{name: "redirect with a password", page: redirect("http://a:b@example.by/"), want: BadAddress, says: "leave them out"},
		{name: "redirect to nonsense", page: redirect("http://%zz/"), want: BadAddress, says: "not a web address"},
		{name: "endless redirect", page: func(w http.ResponseWriter, r *http.Request) { redirect(r.URL.Path+"a")(w, r) }, want: Redirects, says: "more than 10 times"},
		{name: "redirect in a circle", page: redirect("/a"), want: Redirects, says: "in a circle"},
		{name: "10 GB body", page: endless(nil, make([]byte, 64<<10)), want: TooLarge, says: "larger than 10 MB"},
		{name: "10 GB body, announced", page: endless(map[string]string{"Content-Length": "10737418240"}, make([]byte, 64<<10)), want: TooLarge, says: "larger than 10 MB"},
		{name: "gzip bomb", page: endless(map[string]string{"Content-Encoding": "gzip"}, zeros), want: TooLarge, says: "larger than 10 MB"},
		{name: "zstd bomb", page: endless(map[string]string{"Content-Encoding": "zstd"}, zstandard(make([]byte, 64<<20))), want: TooLarge, says: "larger than 10 MB"},
		{name: "gzip of nothing without end", page: endless(map[string]string{"Content-Encoding": "gzip"}, bytes.Repeat(zipped(nil), 1000)), want: TooLarge, says: "larger than 10 MB"},
		{name: "gzip in gzip", page: send("text/html", "gzip, gzip", zipped(zeros)), want: MediaType, says: "not asked for"},
		{name: "an encoding that was not asked for", page: send("text/html", "br", []byte("\x0b\x02\x80<p>\x03")), want: MediaType, says: "not asked for"},
		{name: "damaged gzip", page: send("text/html", "gzip", append(zipped([]byte("<p>Добры дзень"))[:20], "????????????"...)), want: Unreachable, says: "damaged"},
		{name: "slow drip", page: drip, options: Options{Timeout: quick}, want: TooSlow, says: "within 300ms"},
		{name: "no answer at all", raw: func(c net.Conn) { io.Copy(io.Discard, c) }, options: Options{Timeout: quick}, want: TooSlow, says: "within 300ms"},
		{name: "header without end", raw: forever("HTTP/1.1 200 OK\r\n", "X-Filler: "+strings.Repeat("x", 1000)+"\r\n"), want: TooLarge, says: "header is larger than 64 kB"},
		{name: "header line without end", raw: forever("HTTP/1.1 200 OK\r\nX-Filler: ", strings.Repeat("x", 1000)), want: TooLarge, says: "header is larger than 64 kB"},
		{name: "early hints without end", raw: forever("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), want: TooLarge, says: "header is larger than 64 kB"},
		{name: "no HTTP", raw: forever("SSH-2.0-OpenSSH_9.7\r\n", "\r\n"), want: Unreachable, says: "not HTTP"},
		{name: "cut off", raw: once("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<p>Першы"), want: Unreachable, says: "broke off"},
		{name: "an image", page: send("image/png", "", []byte("\x89PNG\r\n\x1a\n")), want: MediaType, says: "this is image/png"},
		{name: "a film without end", page: endless(map[string]string{"Content-Type": "video/mp4"}, make([]byte, 64<<10)), want: MediaType, says: "this is video/mp4"},
		{name: "an image called a page", page: send("text/html; charset=utf-8", "", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")), want: MediaType, says: "but it is image/png"},
		{name: "NUL bytes", page: send("text/html", "", bytes.Repeat([]byte("<p>\x00\x00\x01"), 500)), want: MediaType, says: "but it is not text"},
		{name: "a program, type unsaid", page: send("application/octet-stream", "", []byte("\x7fELF\x02\x01\x01\x00\x00\x00")), want: MediaType, says: "not text"},
		{name: "an answer without a page", page: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }, want: Status, says: "answered 204"},
		{name: "a server's fault", page: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, want: Status, says: "answered 502"},
		{name: "unchanged, though nobody asked", page: func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotModified) }, want: Status, says: "answered 304"},
	}
}

// TestHostile holds every case to its reason, and to an amount of data: what the server could send before we hung up.
func TestHostile(t *testing.T) {
	dns := &names{answers: map[string][]string{
		"inside.example": {"10.77.7.7"}, "localhost": {"127.0.0.1"}, "example.by": {"10.9.9.9"},
	}}
	resolver := dns.resolver(t)
	var table strings.Builder
	for _, h := range append(hostileAddresses(), hostileAnswers()...) {
		t.Run(h.name, func(t *testing.T) {
			var sent atomic.Int64
			h.options.Resolver = resolver
			address := h.start(t, &sent)
			c := client(t, h.options, h.servers(address)...)
			got, err := c.Get(t.Context(), address, Conditional{})
			var e *Error
			if !errors.As(err, &e) || e.Reason != h.want || !strings.Contains(err.Error(), h.says) {
				t.Fatalf("got %+v, error %v; want %s: …%s…", got, err, h.want, h.says)
			}
			if strings.Contains(err.Error(), "tajna") || strings.Contains(err.Error(), "10.77.7.7") {
				t.Errorf("the error gives away what it should not: %v", err)
			}
			if most := int64(64 << 20); sent.Load() > most {
				t.Errorf("%d bytes were sent before we hung up", sent.Load())
			}
			fmt.Fprintf(&table, "| %s | %s | %s |\n", h.name, e.Reason, (&Error{Detail: e.Detail, Fix: e.Fix}).Error())
		})
	}
	t.Logf("\n| case | reason | error |\n|---|---|---|\n%s", table.String())
}

// start starts the case's server, if it has one, and returns the address to ask for.
func (h *hostile) start(t *testing.T, sent *atomic.Int64) string {
	switch {
	case h.page != nil:
		return serve(t, page(func(w http.ResponseWriter, r *http.Request) { h.page(counting{w, sent}, r) })).URL + "/a"
	case h.raw != nil:
		return raw(t, func(c net.Conn) { h.raw(countingConn{c, sent}) }) + "/a"
	}
	return h.address
}

func (h *hostile) servers(address string) []string {
	if h.address != "" {
		return nil
	}
	return []string{address}
}

type counting struct {
	http.ResponseWriter
	sent *atomic.Int64
}

func (c counting) Write(p []byte) (int, error) {
	n, err := c.ResponseWriter.Write(p)
	c.sent.Add(int64(n))
	return n, err
}

func (c counting) Flush() { c.ResponseWriter.(http.Flusher).Flush() }

type countingConn struct {
	net.Conn
	sent *atomic.Int64
}

func (c countingConn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.sent.Add(int64(n))
	return n, err
}

// TestRebinding has a name that resolves to a public address when it is looked up first, and inside afterwards. 127.0.0.2
// plays the public address.
func TestRebinding(t *testing.T) {
	outside, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skipf("this system has no second loopback address: %v", err)
	}
	_, port, _ := net.SplitHostPort(outside.Addr().String())
	inside, err := net.Listen("tcp", "127.0.0.1:"+port)
	if err != nil {
		t.Skipf("port %s is taken: %v", port, err)
	}
	var secrets atomic.Int32
	go http.Serve(outside, page(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Connection", "close")
		send("text/plain", "", []byte("Навіны"))(w, nil)
	}))
	go http.Serve(inside, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { secrets.Add(1) }))
	t.Cleanup(func() {
		outside.Close()
		inside.Close()
	})

	dns := &names{answers: map[string][]string{"rebind.example": {"127.0.0.2", "127.0.0.2", "127.0.0.1"}}}
	c := client(t, Options{Resolver: dns.resolver(t)})
	c.guard = ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(netip.MustParsePrefix("127.0.0.2/32"))).Safe
	transport := c.transport()
	transport.DisableKeepAlives = true // so that every request looks the name up
	transport.DialContext = func(ctx context.Context, network, hostport string) (net.Conn, error) {
		host, _, _ := net.SplitHostPort(hostport)
		return c.dial(ctx, network, net.JoinHostPort(host, port))
	}
	c.http = transport

	if _, err := c.Get(t.Context(), "http://rebind.example/", Conditional{}); err != nil {
		t.Fatalf("while the name is public: %v", err)
	}
	_, err = c.Get(t.Context(), "http://rebind.example/", Conditional{})
	var e *Error
	if !errors.As(err, &e) || e.Reason != Forbidden {
		t.Errorf("after it was bound anew: %v; want %s", err, Forbidden)
	}
	if secrets.Load() != 0 {
		t.Errorf("the server inside was asked %d times", secrets.Load())
	}
}

// TestAllowIsForOneHost: what is allowed under one name is not allowed under another, nor at another port.
func TestAllowIsForOneHost(t *testing.T) {
	s := serve(t, page(send("text/plain", "", []byte("Навіны"))))
	u, _ := url.Parse(s.URL)
	dns := &names{answers: map[string][]string{"a.example": {"127.0.0.1"}, "b.example": {"127.0.0.1"}}}
	c := client(t, Options{Allow: []string{"A.example:" + u.Port()}, Resolver: dns.resolver(t)})
	if _, err := c.Get(t.Context(), "http://a.Example:"+u.Port()+"/", Conditional{}); err != nil {
		t.Errorf("the allowed host: %v", err)
	}
	for _, address := range []string{"http://b.example:" + u.Port(), s.URL, "http://a.example/"} {
		var e *Error
		if _, err := c.Get(t.Context(), address, Conditional{}); !errors.As(err, &e) || e.Reason != Forbidden {
			t.Errorf("%s: %v; want %s", address, err, Forbidden)
		}
	}
}
