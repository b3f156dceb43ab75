package libre

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync/atomic"
	"syscall"

	"triptych/translate"
)

// largestAnswer is more than a server can have to say.
const largestAnswer = 8 << 20

// request is one request for translations; a refusal for its size is a [limitError].
func (e *Engine) request(ctx context.Context, p translate.Pair, texts []string) ([]string, error) {
	body, err := json.Marshal(struct {
		Q      []string `json:"q"`
		Source string   `json:"source"`
		Target string   `json:"target"`
		Format string   `json:"format"`
		Key    string   `json:"api_key,omitempty"`
	}{texts, string(p.From), string(p.To), "text", e.key})
	if err != nil {
		return nil, translate.Errorf(name, translate.BadRequest, "the texts cannot be written as JSON")
	}
	r, err := e.exchange(ctx, http.MethodPost, "/translate", body)
	if err != nil {
		return nil, err
	}
	if l, ok := limitIn(r.message()); ok && r.status < 500 {
		return nil, l
	}
	if r.status != http.StatusOK || r.message() != "" {
		return nil, r.refusal(p)
	}
	answers, ok := readAnswer(r.body)
	if !ok {
		return nil, r.notJSON()
	}
	return answers, nil
}

// exchange makes one request and reads the whole answer.
func (e *Engine) exchange(ctx context.Context, method, path string, body []byte) (reply, error) {
	// A request that got a connection may have been received, whatever is heard of it afterwards.
	var connected atomic.Bool
	trace := &httptrace.ClientTrace{GotConn: func(httptrace.GotConnInfo) { connected.Store(true) }}
	limited, cancel := context.WithTimeout(httptrace.WithClientTrace(ctx, trace), e.timeout)
	defer cancel()
	r, err := e.send(limited, method, path, body)
	switch {
	case err == nil:
		return r, nil
	case ctx.Err() != nil:
		return reply{}, ctx.Err()
	}
	fault := e.fault(err)
	fault.Unbilled = fault.Reason == translate.Unavailable && !connected.Load()
	return reply{}, fault
}

func (e *Engine) send(ctx context.Context, method, path string, body []byte) (reply, error) {
	u := *e.url
	u.Path += path
	r, err := http.NewRequestWithContext(ctx, method, u.String(), bytes.NewReader(body))
	if err != nil {
		return reply{}, err
	}
	r.Header.Set("Accept", "application/json")
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	answer, err := e.http.Do(r)
	if err != nil {
		return reply{}, err
	}
	defer answer.Body.Close()
	read, err := io.ReadAll(io.LimitReader(answer.Body, largestAnswer+1))
	if err == nil && len(read) > largestAnswer {
		err = errTooLarge
	}
	return reply{answer.StatusCode, answer.Header, read}, err
}

var errTooLarge = errors.New("the answer is too large")

// fault says in our own words why there is no answer: the errors of net/http hold the address, with a password maybe, and
// some quote what was received.
func (e *Engine) fault(err error) *translate.Error {
	var (
		dns  *net.DNSError
		cert *tls.CertificateVerificationError
		slow net.Error
	)
	detail := "the connection failed"
	switch {
	case errors.Is(err, errTooLarge):
		return translate.Errorf(name, translate.BadAnswer, "the server's answer is too large")
	case errors.As(err, &dns):
		detail = "its name is not found"
	case errors.As(err, &cert):
		detail = "its certificate is not accepted"
	case errors.Is(err, syscall.ECONNREFUSED):
		detail = "the connection is refused"
	case errors.As(err, &slow) && slow.Timeout():
		detail = fmt.Sprintf("no answer within %v", e.timeout)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		detail = "the connection broke off"
	}
	out := translate.Errorf(name, translate.Unavailable, "%s is not reached: %s", strings.ToValidUTF8(e.url.Host, "?"), detail)
	out.Fix = fixURL
	return out
}
