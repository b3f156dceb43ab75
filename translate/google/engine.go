// Package google translates by Google Cloud Translation: v3 with Google's default credentials and a project, v2 with an
// API key.
//
// One call of [Engine.Translate] is one request, made once: packing, retries and the budget are the business of package
// translate. What this package adds to Google's client libraries is what they leave out: neither the key nor the article
// is ever in an address or in an error, the answers are counted, and every refusal says what to do about it.
package google

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"cloud.google.com/go/auth"

	"triptych/translate"
)

const (
	name           = "google"
	defaultTimeout = 20 * time.Second

	// longest is how many code points one text may have, by the service's documentation.
	longest = 30_000
)

// Options say how the service is reached. The zero value asks v3 with the default credentials.
type Options struct {
	Key      string // API key: v2 is asked with it; "": v3 with credentials
	Project  string // of v3; "": the project that the credentials name
	Endpoint string // scheme://host[:port] in place of Google's own; the path is added here
	// Credentials are used in place of those that the environment offers. They stay nil but in programs that get theirs
	// elsewhere.
	Credentials *auth.Credentials
	Timeout     time.Duration     // of one request; 0: 20 s
	Transport   http.RoundTripper // nil: one of the engine's own
}

// Engine is Google's service as a [translate.Engine].
type Engine struct {
	client  client
	version string
	limits  translate.Limits
	key     string
	timeout time.Duration
	memory  *memory
}

var _ translate.Engine = (*Engine)(nil)

// client is what differs between v2 and v3. Errors are the library's.
type client interface {
	translate(ctx context.Context, p translate.Pair, texts []string) ([]string, error)
	languages(ctx context.Context) (languages, error)
}

// New makes an engine and asks the service nothing. Without a key it looks for Google's default credentials (the file
// that GOOGLE_APPLICATION_CREDENTIALS names, gcloud's, those of the machine in Google's cloud); where there are none, or
// no project is named, the error is a [*translate.Error] with the reason Refused that says what to set.
func New(ctx context.Context, o Options) (*Engine, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	e := &Engine{key: o.Key, timeout: o.Timeout, memory: newMemory(time.Now)}
	if e.timeout == 0 {
		e.timeout = defaultTimeout
	}
	if o.Transport == nil {
		o.Transport = newTransport()
	}
	var err error
	if o.Key != "" {
		e.version, e.limits = "v2 nmt", limitsV2()
		e.client, err = newV2(ctx, o)
	} else {
		e.version, e.limits = "v3 nmt", limitsV3()
		e.client, err = newV3(ctx, o)
	}
	if err != nil {
		return nil, err
	}
	return e, nil
}

func (o Options) check() error {
	if strings.ContainsFunc(o.Key, func(r rune) bool { return r <= ' ' || r > '~' }) {
		e := translate.Errorf(name, translate.Refused, "the API key holds a character that no key has")
		e.Fix = "copy TRIPTYCH_GOOGLE_KEY again, without spaces, quotation marks or line ends"
		return e
	}
	if o.Endpoint == "" {
		return nil
	}
	u, err := url.Parse(o.Endpoint)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.User != nil {
		return fmt.Errorf("the address of Google's service must be scheme://host[:port], such as https://translation.example.org; check TRIPTYCH_GOOGLE_ENDPOINT")
	}
	return nil
}

// About says which version of the service is asked. Both answer with Google's general neural model.
func (e *Engine) About() translate.About {
	return translate.About{Name: name, Title: "Google Translate", Version: e.version, Paid: true}
}

// Limits are what one request should hold: the numbers of texts are the service's own, the code points those up to which
// it answers quickly. A single text may have up to 30 000 code points; alone in a request it is accepted.
func (e *Engine) Limits() translate.Limits { return e.limits }

// Serves tells whether the service lists both languages. The list is asked for once an hour; while it cannot be had,
// the one that was stands, or English, Russian and Belarusian are taken to be on it, as they have been for years.
func (e *Engine) Serves(ctx context.Context, p translate.Pair) (bool, error) {
	if !p.Askable() {
		return false, nil
	}
	list, err := e.memory.recall(ctx, e.ask)
	if err != nil {
		return false, err
	}
	return list.from[p.From] && list.to[p.To], nil
}

func (e *Engine) ask(ctx context.Context) (languages, error) {
	ctx, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	return e.client.languages(ctx)
}

// Translate makes one request of all texts that are not blank. When the service's answer has another number of
// translations, no text's translation is known, and none is returned; when single ones are blank or damaged, the others
// are.
func (e *Engine) Translate(ctx context.Context, p translate.Pair, texts []string) ([]string, error) {
	out := make([]string, len(texts))
	if !p.Askable() {
		return out, notServed(p)
	}
	if err := checkTexts(texts); err != nil {
		return out, err
	}
	var sent []string
	var at []int
	for i, t := range texts {
		if strings.TrimSpace(t) == "" {
			out[i] = t // it would be billed
			continue
		}
		sent, at = append(sent, t), append(at, i)
	}
	if len(sent) == 0 {
		return out, nil
	}
	answers, err := e.request(ctx, p, sent)
	if err != nil {
		return out, err
	}
	return out, translate.Place(name, out, at, sent, answers)
}

func (e *Engine) request(ctx context.Context, p translate.Pair, texts []string) ([]string, error) {
	limited, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	answers, err := e.client.translate(limited, p, texts)
	if err != nil {
		return nil, e.fault(ctx, p, err)
	}
	return answers, nil
}

func checkTexts(texts []string) error {
	for i, t := range texts {
		if !utf8.ValidString(t) {
			return translate.Errorf(name, translate.BadRequest, "text %d is not valid UTF-8", i+1)
		}
		if n := utf8.RuneCountInString(t); n > longest {
			e := translate.Errorf(name, translate.TooLong, "text %d has %d characters and the service takes %d", i+1, n, longest)
			e.Fix = "split the paragraph"
			return e
		}
	}
	return nil
}
