// Package fetch gets a page by its address, safely and politely, and names candidates for the page's versions in other
// languages, each with its evidence. It does not read what a page says: that is extract's work; and whether a candidate
// is the same story is found out by whoever fetches and aligns it.
package fetch

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Options say how pages are fetched. The zero value of each stands for its default.
type Options struct {
	// Allow lists the host:port that may be fetched although their addresses are not public or the port is not 80 or
	// 443: intranets, and servers of tests. A name is allowed together with whatever it resolves to.
	Allow []string
	// UserAgent names the program to the sites ("Triptych/1.2 (+https://…)"); its first word up to the slash is the one
	// that robots.txt is searched for.
	UserAgent string
	// MaxBytes limits a body as it travels and as it is decoded, each; 10 MiB by default.
	MaxBytes int64
	// Timeout limits the whole of one Get with its redirects, but not its waiting for other requests to the same host;
	// 30 s by default.
	Timeout time.Duration
	// MaxRedirects is how many redirects are followed; 10 by default.
	MaxRedirects int
	// Pause is the time from one request to the next to one host; half a second by default. A longer Crawl-delay in
	// robots.txt is kept to, up to 10 s.
	Pause time.Duration
	// Log hears of every request: host, status, size and time. No log by default.
	Log *slog.Logger
	// Clock says when a page was fetched and when a robots.txt is to be read again; time.Now by default.
	Clock func() time.Time
	// Resolver looks names up; the system's by default.
	Resolver *net.Resolver
	// Transport makes the requests, for tests that have no network. Addresses are then checked by their form only; the
	// default checks what they resolve to. It must not decode bodies, nor follow redirects.
	Transport http.RoundTripper
}

// Conditional is what is known of a page that was fetched before: the fields of its [Response]. The zero value fetches
// in any case.
type Conditional struct{ ETag, LastModified string }

func (c Conditional) set() bool { return c != Conditional{} }

// Response is a page as the server gave it.
type Response struct {
	URL    string // the address that was asked for
	Final  string // the address that answered, after redirects
	Status int
	// MediaType is the type of the body ("text/html"): what the server says, or what the bytes are where it says
	// nothing useful. Charset is the charset that the server names, in lower case; it may be a lie.
	MediaType, Charset string
	// Body is the body without its content encoding. It is empty where NotModified.
	Body               []byte
	ETag, LastModified string
	At                 time.Time
	// NotModified says that the page is as it was when the [Conditional] was true.
	NotModified bool
}

// Client fetches pages. It is safe for use by many goroutines; requests to one host are made one after the other.
type Client struct {
	opt     Options
	agent   string // the word that robots.txt knows us by
	allowed map[string]bool
	guard   control
	http    http.RoundTripper
	hosts   hosts
}

// New makes a client. It reads no environment variable; in particular it uses no proxy, for a proxy would connect in
// its place and the check of the address would see the proxy only.
func New(o Options) *Client {
	o.UserAgent = cmp.Or(o.UserAgent, "Triptych/1.0 (reads an article when a person asks for it)")
	o.MaxBytes = cmp.Or(o.MaxBytes, 10<<20)
	o.Timeout = cmp.Or(o.Timeout, 30*time.Second)
	o.MaxRedirects = cmp.Or(o.MaxRedirects, 10)
	o.Pause = cmp.Or(o.Pause, 500*time.Millisecond)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	c := &Client{opt: o, agent: product(o.UserAgent), allowed: map[string]bool{}, guard: public()}
	for _, hostport := range o.Allow {
		c.allowed[canonicalHostPort(hostport)] = true
	}
	c.http = o.Transport
	if c.http == nil {
		c.http = c.transport()
	}
	return c
}

// Close lets go of idle connections. Requests under way are not disturbed.
func (c *Client) Close() {
	if t, ok := c.http.(interface{ CloseIdleConnections() }); ok {
		t.CloseIdleConnections()
	}
}

// Get fetches a page. A failure is an [*Error], or the error of ctx where that has ended. An answer other than a page
// that can be read (an error of the server, an image) is a failure.
func (c *Client) Get(ctx context.Context, address string, known Conditional) (*Response, error) {
	u, err := c.parse(address)
	if err != nil {
		return nil, err
	}
	left := &budget{c.opt.Timeout}
	seen := map[string]bool{}
	for asked := u.String(); ; {
		if seen[u.String()] {
			return nil, errorf(Redirects, u.String(), "it redirects in a circle").fix("it may want cookies: " + fixPaste)
		}
		seen[u.String()] = true
		a, err := c.visit(ctx, u, known, left)
		if err != nil {
			return nil, redirected(asked, err)
		}
		if a.location == "" {
			return c.response(asked, u, a), nil
		}
		if len(seen) > c.opt.MaxRedirects {
			return nil, errorf(Redirects, asked, "it redirects more than %d times", c.opt.MaxRedirects).fix(fixPaste)
		}
		if u, err = c.follow(u, a.location); err != nil {
			return nil, redirected(asked, err)
		}
	}
}

// redirected says of a failure at another address than the one that was asked for how we came there.
func redirected(asked string, err error) error {
	var e *Error
	if errors.As(err, &e) && e.URL != asked {
		e.Detail = "redirected here from " + shorten(asked) + ": " + e.Detail
	}
	return err
}

func (c *Client) response(asked string, final *url.URL, a *answer) *Response {
	return &Response{
		URL: asked, Final: final.String(), Status: a.status,
		MediaType: a.mediaType, Charset: a.charset, Body: a.body,
		ETag: a.header.Get("ETag"), LastModified: a.header.Get("Last-Modified"),
		At: c.opt.Clock(), NotModified: a.status == http.StatusNotModified,
	}
}

// visit asks one address when its host's turn has come and its robots.txt lets us.
func (c *Client) visit(ctx context.Context, u *url.URL, known Conditional, left *budget) (*answer, error) {
	h, err := c.hosts.enter(ctx, origin(u), c.opt.Pause)
	if err != nil {
		return nil, err
	}
	defer c.hosts.leave(h, c.opt.Clock())
	if err := c.permitted(ctx, h, u, left); err != nil {
		return nil, err
	}
	if h.pace.Wait(ctx) != nil { // it fails at once where the pause would outlast ctx
		return nil, cmp.Or(ctx.Err(), context.DeadlineExceeded)
	}
	return c.page(ctx, u, known, left)
}
