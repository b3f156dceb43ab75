package fetch

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

// answer is what one request got.
type answer struct {
	status             int
	header             http.Header
	location           string // where it redirects to; "" where it does not
	mediaType, charset string
	body               []byte
}

// page asks for a page and reads its answer to the end, or to the first thing about it that will not do.
func (c *Client) page(ctx context.Context, u *url.URL, known Conditional, left *budget) (*answer, error) {
	start := time.Now()
	var a *answer
	err := left.spend(ctx, func(ctx context.Context) error {
		resp, err := c.ask(ctx, u, known)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		a, err = c.accept(u, resp, known)
		return err
	})
	if err != nil {
		err = c.fault(ctx, u, err)
		c.opt.Log.InfoContext(ctx, "page not fetched", "host", u.Host, "after", time.Since(start), "reason", reasonOf(err))
		return nil, err
	}
	c.opt.Log.DebugContext(ctx, "page fetched", "host", u.Host, "status", a.status, "bytes", len(a.body), "after", time.Since(start))
	return a, nil
}

// ask makes one request and follows nothing.
func (c *Client) ask(ctx context.Context, u *url.URL, known Conditional) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", c.opt.UserAgent)
	r.Header.Set("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5")
	r.Header.Set("Accept-Encoding", codings)
	if known.ETag != "" {
		r.Header.Set("If-None-Match", known.ETag)
	}
	if known.LastModified != "" {
		r.Header.Set("If-Modified-Since", known.LastModified)
	}
	return c.http.RoundTrip(r)
}

func (c *Client) accept(u *url.URL, resp *http.Response, known Conditional) (*answer, error) {
	a := &answer{status: resp.StatusCode, header: resp.Header}
	switch {
	case redirects(resp.StatusCode) && resp.Header.Get("Location") != "":
		a.location = resp.Header.Get("Location")
		return a, nil
	case resp.StatusCode == http.StatusNotModified && known.set():
		return a, nil
	case resp.StatusCode != http.StatusOK && resp.StatusCode != http.StatusNonAuthoritativeInfo:
		return nil, refusal(u, resp.StatusCode)
	}
	media := readMedia(resp.Header.Get("Content-Type"))
	if err := media.refuse(u); err != nil { // before the body is read: it may be a film
		return nil, err
	}
	var err error
	if a.body, err = readBody(resp, c.opt.MaxBytes); err != nil {
		return nil, err
	}
	media, err = media.settle(u, a.body)
	a.mediaType, a.charset = media.kind, media.charset
	return a, err
}

func redirects(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// refusal puts the server's answer into a person's words.
func refusal(u *url.URL, status int) *Error {
	e := errorf(Status, u.String(), "the server answered %d", status)
	if text := http.StatusText(status); text != "" {
		e.Detail += " (" + text + ")"
	}
	e.Status = status
	switch {
	case status == http.StatusNotFound || status == http.StatusGone:
		e.Fix = "check the address: the page is not there"
	case e.Passing():
		e.Fix = fixLater
	default:
		e.Fix = fixPaste
	}
	return e
}
