// Package dropin answers programs that are made for other translation services, in those services' own protocols:
// LibreTranslate's (/translate, /detect, /languages) and Google's v2 (/language/translate/v2 and below). Such a program
// changes one address, and what was translated before is remembered, and what was paid once is not paid again. Whatever
// goes wrong is answered in the protocol's own shape, too.
//
// A server without a token belongs to one machine, and a page of any site may make a browser on that machine send
// requests. Translating costs money, and with Google's protocol a GET does it; so without a token no request of another
// site is answered, whatever its method. With a token every request shows it, no cookie counts, and pages of any site
// that know it may ask.
package dropin

import (
	"context"
	"log/slog"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"triptych/translate"
	"triptych/workbench"
)

// What a request may hold unless the options say otherwise.
const (
	DefaultMaxTexts      = 1_000
	DefaultMaxCharacters = 100_000
	DefaultMaxBytes      = 2 << 20
)

// MaxHeaderBytes is what a server with these endpoints has to take before the body: Google's own client for Go writes the
// texts into the address, where a Cyrillic letter is six bytes.
const MaxHeaderBytes = 1 << 20

// Workbench is what the drop-ins ask of [workbench.Workbench].
type Workbench interface {
	Translate(context.Context, workbench.Order) ([]workbench.Translated, error)
	Detect(context.Context, workbench.Input) (workbench.Detection, error)
	// Serves tells whether there is a way from one language to another; the error says what to set up if not.
	Serves(context.Context, translate.Pair) error
}

// Options of [New].
type Options struct {
	Workbench Workbench
	// Admit tells whether a key that a program sent is the server's token. Nil is a server without a token: no key is
	// asked for, and no request of another site is answered.
	Admit func(key string) bool
	// MaxTexts limits the texts of a request, MaxCharacters their code points together, MaxBytes the body; 0 means the
	// default. Google's protocol takes no more than 128 texts in any case.
	MaxTexts, MaxCharacters int
	MaxBytes                int64
	// Log gets faults of the server and of services; never a text or a key. Nil means [slog.Default].
	Log *slog.Logger
}

// Dropin is the set of endpoints.
type Dropin struct {
	workbench Workbench
	admit     func(string) bool
	limits    limits
	log       *slog.Logger
}

type limits struct {
	texts, characters int
	bytes             int64
}

// New makes the endpoints; [Dropin.Register] mounts them.
func New(o Options) *Dropin {
	if o.MaxTexts <= 0 {
		o.MaxTexts = DefaultMaxTexts
	}
	if o.MaxCharacters <= 0 {
		o.MaxCharacters = DefaultMaxCharacters
	}
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return &Dropin{o.Workbench, o.Admit, limits{o.MaxTexts, o.MaxCharacters, o.MaxBytes}, o.Log}
}

// endpoint is one address and how it is answered.
type endpoint struct {
	path    string
	methods []string
	open    bool // whether it is answered without a key
	answer  func(context.Context, request) (any, error)
}

const googleRoot = "/language/translate/v2"

// endpoints lists the addresses of LibreTranslate's protocol. Programs read what is served before they have a key.
func (l libre) endpoints() []endpoint {
	get, post := []string{http.MethodGet}, []string{http.MethodPost}
	return []endpoint{
		{"/translate", post, false, l.translate},
		{"/detect", post, false, l.detect},
		{"/languages", get, true, l.languages},
		{"/frontend/settings", get, true, l.settings},
		{"/health", get, true, l.health},
	}
}

// endpoints lists the addresses of Google's protocol, each for both methods: a POST may stand for a GET that is too long.
func (g google) endpoints() []endpoint {
	both := []string{http.MethodGet, http.MethodPost}
	return []endpoint{
		{googleRoot, both, false, g.translate},
		{googleRoot + "/detect", both, false, g.detect},
		{googleRoot + "/languages", both, false, g.languages},
	}
}

// Register mounts the endpoints on r, each with and without a slash at its end, as some programs add one. They guard
// themselves: of what stands before them on r only the check of the host's name is needed.
func (d *Dropin) Register(r *gin.Engine) {
	d.register(r, libre{d}, libre{d}.endpoints())
	d.register(r, google{d}, google{d}.endpoints())
}

func (d *Dropin) register(r *gin.Engine, p protocol, list []endpoint) {
	for _, e := range list {
		for _, path := range []string{e.path, e.path + "/"} {
			r.Match(e.methods, path, d.serve(p, e))
			r.OPTIONS(path, d.preflight)
		}
	}
}

// Owns tells whether a path of a request is one of these endpoints.
func (d *Dropin) Owns(path string) bool {
	path = strings.TrimSuffix(path, "/")
	for _, e := range append(libre{d}.endpoints(), google{d}.endpoints()...) {
		if path == e.path {
			return true
		}
	}
	return false
}

// Refuse answers a request to one of these endpoints in its protocol's shape, for those who stand before them. The
// message is a sentence without a final stop.
func (d *Dropin) Refuse(c *gin.Context, status int, message string) {
	var p protocol = libre{d}
	if strings.HasPrefix(c.Request.URL.Path, googleRoot) {
		p = google{d}
	}
	d.refuse(c, p, &fault{status: status, message: message})
}
