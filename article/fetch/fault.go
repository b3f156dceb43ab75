package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/url"
	"strings"
	"syscall"

	"code.dny.dev/ssrf"
)

// fault says in our own words why there is no page. The errors of net/http quote what was received, and those of the
// dialer the address that a name resolves to, which would let strangers map a private network.
func (c *Client) fault(ctx context.Context, u *url.URL, err error) error {
	var known *Error
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &known):
		return known
	case errors.Is(err, errTooSlow):
		return errorf(TooSlow, u.String(), "the page was not all there within %v", c.opt.Timeout).fix(fixLater)
	case errors.Is(err, errTooLarge):
		return errorf(TooLarge, u.String(), "the page is larger than %s", size(c.opt.MaxBytes)).fix(fixPaste)
	case headerTooLarge(err):
		return errorf(TooLarge, u.String(), "the server's header is larger than %s", size(maxHeader)).fix(fixPaste)
	case errors.Is(err, ssrf.ErrProhibitedPort):
		return errorf(Forbidden, u.String(), "pages are fetched from the ports 80 and 443 only").fix(fixAllow)
	case prohibited(err):
		return errorf(Forbidden, u.String(), "%s is not a public address", u.Hostname()).fix(fixAllow)
	case errors.Is(err, errCoding):
		return errorf(MediaType, u.String(), "the page is compressed in a way that was not asked for").fix(fixPaste)
	case errors.Is(err, errDamaged):
		return errorf(Unreachable, u.String(), "the compressed page arrived damaged").fix(fixLater)
	}
	detail, fix := broken(err)
	return errorf(Unreachable, u.String(), "%s", detail).fix(fix)
}

func prohibited(err error) bool {
	return errors.Is(err, ssrf.ErrProhibitedIP) || errors.Is(err, ssrf.ErrProhibitedNetwork) || errors.Is(err, ssrf.ErrInvalidHostPort)
}

// broken tells what went wrong between us and the server.
func broken(err error) (detail, fix string) {
	var (
		dns  *net.DNSError
		cert *tls.CertificateVerificationError
		slow net.Error
	)
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return "there is no host of this name", "check its spelling"
	case errors.As(err, &dns):
		return "the host's name could not be looked up", fixLater
	case errors.As(err, &cert):
		return "the site's certificate is not accepted", fixPaste
	case errors.Is(err, syscall.ECONNREFUSED):
		return "the server refuses the connection", fixLater
	case errors.As(err, &slow) && slow.Timeout():
		return "the server does not answer", fixLater
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return "the connection broke off before the page was all there", fixLater
	case strings.Contains(err.Error(), "malformed"):
		return "the server's answer is not HTTP", fixPaste
	}
	return "the connection failed", fixLater
}

// headerTooLarge knows the refusal of net/http by its words, for it has no type.
func headerTooLarge(err error) bool {
	return strings.Contains(err.Error(), "response headers exceeded") ||
		strings.Contains(err.Error(), "response header list larger")
}
