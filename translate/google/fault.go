package google

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"syscall"

	"cloud.google.com/go/auth"
	"google.golang.org/api/googleapi"

	"triptych/translate"
)

const (
	fixKey         = "check TRIPTYCH_GOOGLE_KEY: a key of a project with the Cloud Translation API, billing, and no restriction that shuts this machine out"
	fixCredentials = "check Google's default credentials (GOOGLE_APPLICATION_CREDENTIALS, or gcloud auth application-default login) and TRIPTYCH_GOOGLE_PROJECT"
	fixEndpoint    = "check TRIPTYCH_GOOGLE_ENDPOINT"
)

// fault says what went wrong in a person's words. The library's error is never quoted: it holds the request's address,
// with the article in it, and whatever the service chose to repeat.
func (e *Engine) fault(ctx context.Context, p translate.Pair, err error) error {
	var (
		ours  *translate.Error
		reply *googleapi.Error
		token *auth.Error
		wire  *url.Error
	)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &ours):
		return ours
	case errors.As(err, &reply):
		return e.refusal(p, reply)
	case errors.As(err, &token) && !token.Temporary():
		refused := translate.Errorf(name, translate.Refused, "Google does not accept the credentials")
		refused.Fix = fixCredentials
		return refused
	case errors.Is(err, errTooLarge), errors.Is(err, errNotText):
		return translate.Errorf(name, translate.BadAnswer, "%s", innermost(err))
	case errors.Is(err, context.DeadlineExceeded):
		return unavailable(err, fmt.Sprintf("no answer within %v", e.timeout))
	case errors.As(err, &wire):
		return unavailable(err, "the service is not reached: "+cause(err))
	}
	return translate.Errorf(name, translate.BadAnswer, "the answer is not what the service's protocol says")
}

func notServed(p translate.Pair) *translate.Error {
	return translate.Errorf(name, translate.NotServed, "the service does not translate %s into %s", p.From.Name(), p.To.Name())
}

func unavailable(err error, detail string) *translate.Error {
	e := translate.Errorf(name, translate.Unavailable, "%s", detail)
	e.Unbilled = errors.As(err, new(unsentError))
	return e
}

func innermost(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}

// cause names what is known to happen to connections, in words of our own: some of net/http's errors quote what was
// received.
func cause(err error) string {
	var (
		auth *auth.Error
		dns  *net.DNSError
		cert *tls.CertificateVerificationError
		slow net.Error
	)
	switch {
	case errors.As(err, &auth):
		return "no token is given out for the credentials"
	case errors.As(err, &dns):
		return "its name is not found"
	case errors.As(err, &cert):
		return "its certificate is not accepted"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "the connection is refused"
	case errors.As(err, &slow) && slow.Timeout():
		return "no connection in time"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return "the connection broke off"
	}
	return "the connection failed"
}
