package fetch

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"
)

// names is a name server on loopback: the addresses of a name, one answer after the other; the last one stays.
type names struct {
	mu      sync.Mutex
	answers map[string][]string
}

// resolver starts the name server and returns a resolver that asks it and nobody else.
func (n *names) resolver(t *testing.T) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buffer := make([]byte, 2048)
		for {
			size, from, err := conn.ReadFrom(buffer)
			if err != nil {
				return
			}
			if reply := n.answer(buffer[:size]); reply != nil {
				conn.WriteTo(reply, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func (n *names) answer(query []byte) []byte {
	var m dnsmessage.Message
	if m.Unpack(query) != nil || len(m.Questions) != 1 {
		return nil
	}
	m.Additionals = nil
	m.Response = true
	q := m.Questions[0]
	name := strings.TrimSuffix(q.Name.String(), ".")
	n.mu.Lock()
	defer n.mu.Unlock()
	left := n.answers[name]
	if len(left) == 0 {
		m.RCode = dnsmessage.RCodeNameError
	}
	if len(left) > 0 && q.Type == dnsmessage.TypeA {
		m.Answers = []dnsmessage.Resource{{
			Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, Type: q.Type},
			Body:   &dnsmessage.AResource{A: [4]byte(net.ParseIP(left[0]).To4())},
		}}
		if len(left) > 1 {
			n.answers[name] = left[1:]
		}
	}
	packed, _ := m.Pack()
	return packed
}

// serve starts a server on loopback. It has no robots.txt unless the handler answers for it.
func serve(t *testing.T, handler http.Handler) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(handler)
	t.Cleanup(func() {
		s.CloseClientConnections()
		s.Close()
	})
	return s
}

// page serves one page at every address but robots.txt.
func page(f http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		f(w, r)
	})
}

// raw starts a server that speaks for itself once it has read a request's header.
func raw(t *testing.T, speak func(net.Conn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				r, err := http.ReadRequest(bufio.NewReader(c))
				switch {
				case err != nil:
				case r.URL.Path == "/robots.txt":
					c.Write([]byte("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
				default:
					speak(c)
				}
			}()
		}
	}()
	return "http://" + l.Addr().String()
}

// client fetches from the given servers, without pauses.
func client(t *testing.T, o Options, servers ...string) *Client {
	t.Helper()
	for _, s := range servers {
		u, err := url.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		o.Allow = append(o.Allow, u.Host)
	}
	if o.Pause == 0 {
		o.Pause = time.Microsecond
	}
	c := New(o)
	t.Cleanup(c.Close)
	return c
}
