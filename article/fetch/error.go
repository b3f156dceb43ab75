package fetch

import (
	"errors"
	"fmt"
	"net/http"
)

// Reason is why a page was not fetched, as far as it matters for what to do next.
type Reason string

// The reasons.
const (
	BadAddress  Reason = "bad address" // not an address that is fetched at all: its scheme, a password in it, its form
	Forbidden   Reason = "forbidden"   // an address inside a private network, or a port that pages are not served on
	Robots      Reason = "robots"      // the site's robots.txt asks not to read it, or cannot be read now
	TooLarge    Reason = "too large"   // body, decoded body or header beyond the limit
	TooSlow     Reason = "too slow"    // not all there within the time limit
	Redirects   Reason = "redirects"   // redirected too often, or in a circle
	Status      Reason = "status"      // the server answered with an error
	MediaType   Reason = "media type"  // something that is not read: an image, a film, data
	Unreachable Reason = "unreachable" // no connection, or one that broke off
)

// Error is a failure that a person can understand. It holds no password of an address, and nothing of what the server
// sent but its status and its media type.
type Error struct {
	Reason Reason
	URL    string // the address that failed: after redirects, the last one
	Detail string // what happened, a sentence without a full stop
	Fix    string // what to do next; may be ""
	Status int    // of the answer; 0 where there was none
}

func (e *Error) Error() string {
	s := e.Detail
	if e.URL != "" {
		s = shorten(e.URL) + ": " + s
	}
	if e.Fix != "" {
		s += "; " + e.Fix
	}
	return s
}

// Passing tells whether the same request may succeed when it is made again later.
func (e *Error) Passing() bool {
	return e.Reason == TooSlow || e.Reason == Unreachable ||
		e.Status == http.StatusTooManyRequests || e.Status >= http.StatusInternalServerError
}

// reasonOf is why something failed, for the log: an address may hold what is nobody's business.
func reasonOf(err error) Reason {
	var e *Error
	if errors.As(err, &e) {
		return e.Reason
	}
	return "cancelled"
}

func errorf(r Reason, url, format string, a ...any) *Error {
	return &Error{Reason: r, URL: url, Detail: fmt.Sprintf(format, a...)}
}

func (e *Error) fix(s string) *Error {
	e.Fix = s
	return e
}

// shorten keeps an address readable in a line of text.
func shorten(address string) string {
	const most = 160
	runes := []rune(address)
	if len(runes) <= most {
		return address
	}
	return string(runes[:most-1]) + "…"
}

const (
	fixPaste  = "open it in a browser and paste its text instead"
	fixLater  = "try again in a few minutes"
	fixAllow  = "an operator who wants it fetched lists its host:port in TRIPTYCH_FETCH_ALLOW"
	fixSchema = "write an address that begins with https:// or http://"
)

// size writes a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
