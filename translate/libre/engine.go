// Package libre translates by any server that speaks LibreTranslate's protocol.
//
// One call of [Engine.Translate] is one request, made once, as long as the server takes that many texts; retries and the
// budget are the business of package translate. What the server says in an error is read and never repeated: it may hold
// the article.
package libre

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"triptych/translate"
)

const (
	name           = "libre"
	defaultTimeout = 60 * time.Second // a server without a graphics card takes seconds for a paragraph
	fixURL         = "check TRIPTYCH_LIBRETRANSLATE_URL"
)

// Options say where the server is.
type Options struct {
	URL string // http:// or https://, may have a path, and a user and password for the proxy before it
	Key string // "" for a server that asks for none
	// Version is of the server's models: the protocol does not tell it. Another one makes remembered translations be
	// forgotten. "": "1".
	Version   string
	Paid      bool              // whether characters cost money there
	Timeout   time.Duration     // of one request; 0: a minute
	Transport http.RoundTripper // nil: one of the engine's own
}

// Engine is a server as a [translate.Engine].
type Engine struct {
	url     *url.URL
	key     string
	about   translate.About
	timeout time.Duration
	http    *http.Client
	memory  *memory

	mu     sync.Mutex
	limits translate.Limits // what the server has been seen to take; 0 is unknown
}

var _ translate.Engine = (*Engine)(nil)

// New makes an engine and asks the server nothing.
func New(o Options) (*Engine, error) {
	u, err := url.Parse(strings.TrimSpace(o.URL))
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") || u.RawQuery != "" || u.Fragment != "" {
		return nil, errors.New("the address of the LibreTranslate server must be like http://localhost:5000 or https://example.org/translate; " + fixURL)
	}
	if o.Version == "" {
		o.Version = "1"
	}
	if o.Timeout == 0 {
		o.Timeout = defaultTimeout
	}
	if o.Transport == nil {
		o.Transport = newTransport()
	}
	u.Path = strings.TrimRight(u.Path, "/")
	return &Engine{
		url: u,
		key: o.Key,
		about: translate.About{
			Name: name, Title: "LibreTranslate", Version: u.Host + u.Path + " " + o.Version, Paid: o.Paid,
		},
		timeout: o.Timeout,
		// No redirection is followed: another host must see neither the key nor the article.
		http:   &http.Client{Transport: o.Transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		memory: newMemory(time.Now),
	}, nil
}

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

// About tells servers apart by their address: each may have other models.
func (e *Engine) About() translate.About { return e.about }

// Limits are what one request should hold so that the server answers in good time. What it refuses to take at once it is
// sent in parts.
func (e *Engine) Limits() translate.Limits {
	return translate.Limits{Texts: 50, CodePoints: 5_000, Parallel: 2}
}

// Serves tells whether the server has a model for the pair. Its list is asked for once an hour, and at most every half
// minute while it cannot be had; the error is then a [*translate.Error].
func (e *Engine) Serves(ctx context.Context, p translate.Pair) (bool, error) {
	if !p.Askable() {
		return false, nil
	}
	list, err := e.memory.recall(ctx, e.askLanguages)
	return list[p.From][p.To], err
}

func (e *Engine) askLanguages(ctx context.Context) (models, error) {
	reply, err := e.exchange(ctx, http.MethodGet, "/languages", nil)
	if err != nil {
		return nil, err
	}
	if reply.status != http.StatusOK {
		return nil, reply.refusal(translate.Pair{})
	}
	list, ok := readLanguages(reply.body)
	if !ok {
		return nil, reply.notJSON()
	}
	return list, nil
}

// Translate sends all texts that are not blank at once, or in as few requests as the server allows. When an answer has
// another number of translations, none of its texts has one; when single ones are blank or damaged, the others are kept.
func (e *Engine) Translate(ctx context.Context, p translate.Pair, texts []string) ([]string, error) {
	out := make([]string, len(texts))
	if !p.Askable() {
		return out, notServed(p)
	}
	var left []int // the texts to be sent
	for i, t := range texts {
		switch {
		case !utf8.ValidString(t):
			return make([]string, len(texts)), translate.Errorf(name, translate.BadRequest, "text %d is not valid UTF-8", i+1)
		case strings.TrimSpace(t) == "":
			out[i] = t
		default:
			left = append(left, i)
		}
	}
	return out, e.translateAll(ctx, p, texts, out, left)
}

// translateAll puts the translations of the texts that are left into out. It goes on after an answer with spoiled
// translations, and stops at any other error.
func (e *Engine) translateAll(ctx context.Context, p translate.Pair, texts, out []string, left []int) error {
	var spoiled error
	for len(left) > 0 {
		batch := e.batch(texts, left)
		sent := pick(texts, batch)
		answers, err := e.request(ctx, p, sent)
		var l limitError
		if errors.As(err, &l) && len(batch) > 1 && e.learn(l, sent) {
			continue // nothing was translated
		}
		if err != nil {
			return inWords(err)
		}
		if err := translate.Place(name, out, batch, sent, answers); err != nil {
			spoiled = err
		}
		left = left[len(batch):]
	}
	return spoiled
}

func pick(texts []string, at []int) []string {
	out := make([]string, len(at))
	for i, t := range at {
		out[i] = texts[t]
	}
	return out
}
