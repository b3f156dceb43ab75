package google

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"unicode/utf8"
)

// largestAnswer is more than the service can have to say: 30 000 code points, escaped, many times over.
const largestAnswer = 8 << 20

var (
	errTooLarge = errors.New("the answer is too large")
	errNotText  = errors.New("the answer is not valid UTF-8")
)

// newTransport is http.DefaultTransport with connections enough for a batch.
func newTransport() http.RoundTripper {
	t, ours := http.DefaultTransport.(*http.Transport)
	if !ours {
		return http.DefaultTransport
	}
	t = t.Clone()
	t.MaxIdleConnsPerHost = 16
	return t
}

// stay follows no redirection: the service makes none, and another host must not see the key.
func stay(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// exchange stands between Google's clients and the network. It sends v2's texts in a form instead of the address, the
// key in a header, and reads no more of an answer than can be one.
type exchange struct {
	base http.RoundTripper
	key  string // "": the request is authorised already
}

func (x exchange) RoundTrip(r *http.Request) (*http.Response, error) {
	// A request that got a connection may have been received, and billed, whatever is heard of it afterwards.
	var connected atomic.Bool
	trace := &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { connected.Store(true) }}
	r = r.WithContext(httptrace.WithClientTrace(r.Context(), trace))
	resp, err := x.base.RoundTrip(x.outgoing(r))
	switch {
	case err == nil:
		return whole(resp)
	case connected.Load():
		return nil, err
	}
	return nil, unsentError{err}
}

// unsentError is for a request that surely never left this machine.
type unsentError struct{ error }

func (e unsentError) Unwrap() error { return e.error }

func (x exchange) outgoing(r *http.Request) *http.Request {
	if x.key == "" {
		return r
	}
	r = r.Clone(r.Context())
	r.Header.Set("X-Goog-Api-Key", x.key)
	if r.Method == http.MethodGet && strings.HasSuffix(r.URL.Path, "/v2") {
		asForm(r)
	}
	return r
}

// asForm makes a POST of the GET. It is also what keeps net/http from sending the texts again, to be billed again, on a
// connection that broke: that is done for requests that only get.
func asForm(r *http.Request) {
	form := r.URL.RawQuery
	r.URL.RawQuery = ""
	r.Method = http.MethodPost
	r.Header.Set("X-HTTP-Method-Override", http.MethodGet)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.ContentLength = int64(len(form))
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(form)), nil }
	r.Body, _ = r.GetBody()
}

// whole reads the answer to its end, so that a connection that breaks in the middle is an error of the connection.
func whole(resp *http.Response) (*http.Response, error) {
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, largestAnswer+1))
	switch {
	case err != nil:
		return nil, err
	case len(body) > largestAnswer:
		return nil, errTooLarge
	case resp.StatusCode == http.StatusOK && !utf8.Valid(body):
		return nil, errNotText // encoding/json would take it, with U+FFFD for what it cannot read
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}
