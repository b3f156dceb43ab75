// Package web is the server: it joins the pages ([triptych/web/ui]) and the API ([triptych/web/api]) and does for both
// what a server owes: limits, security headers, the token, one line of log a request, an answer where there is none.
// It makes a handler; listening and stopping are its caller's.
package web

import (
	"fmt"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"

	"triptych/web/api"
	"triptych/web/ui"
	"triptych/workbench"
)

// DefaultMaxBytes is how large a request may be unless the options say otherwise: some four million Cyrillic letters.
const DefaultMaxBytes = 8 << 20

// Workbench is what the pages and the API ask of [workbench.Workbench].
type Workbench interface {
	ui.Workbench
	api.Workbench
}

// Options of [New].
type Options struct {
	Workbench Workbench
	// Sample is the article behind "Try the sample"; without one there is no such button.
	Sample []workbench.Input
	// Token, if set, is asked of every request: as "Authorization: Bearer …", or once on the login page. Without one
	// the server is for this machine alone, and only requests to a local host name are answered.
	Token string
	// MaxBytes limits the body of a request; 0 means [DefaultMaxBytes].
	MaxBytes int64
	// Version of Triptych, as the API's document names it.
	Version string
	// Log gets a line a request and every fault; nil means [slog.Default].
	Log *slog.Logger
}

// server is what the middleware and the handlers of this package share.
type server struct {
	log      *slog.Logger
	pages    *ui.UI
	api      *api.API
	guard    guard
	maxBytes int64
}

// New makes the server's handler. The error says which of the embedded pages is broken.
func New(o Options) (http.Handler, error) {
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	pages, err := ui.New(ui.Options{Workbench: o.Workbench, Sample: o.Sample, MaxBytes: o.MaxBytes, Log: o.Log})
	if err != nil {
		return nil, fmt.Errorf("make the pages: %w", err)
	}
	s := &server{
		log: o.Log, pages: pages, guard: newGuard(o.Token), maxBytes: o.MaxBytes,
		api: api.New(api.Options{Workbench: o.Workbench, Log: o.Log, Version: o.Version, MaxBytes: o.MaxBytes}),
	}
	compress, err := gzhttp.NewWrapper(gzhttp.MinSize(1<<10), gzhttp.ExceptContentTypes([]string{"text/event-stream", "font/woff2"}))
	if err != nil {
		return nil, fmt.Errorf("set up compression: %w", err)
	}
	return compress(s.routes()), nil
}

// routes is every address of the server. The pages and the API list theirs in the same way.
func (s *server) routes() *gin.Engine {
	gin.SetMode(gin.ReleaseMode)
	r := gin.New()
	r.HandleMethodNotAllowed = true
	_ = r.SetTrustedProxies(nil) // with no proxies there is nothing that could be wrong

	// In this order: what comes first sees what the later ones answer.
	r.Use(s.logRequest, s.recoverPanic, secureHeaders, s.checkHost, s.checkOrigin, s.checkToken, s.limitBody)
	r.NoRoute(s.noRoute)
	r.NoMethod(s.noMethod)

	// For whoever runs the server.
	for _, path := range []string{"/healthz", "/readyz"} {
		r.GET(path, sayOK)
		r.HEAD(path, sayOK)
	}

	// Token.
	r.GET("/login", s.showLogin)
	r.POST("/login", s.submitLogin)

	s.pages.Register(r)
	s.api.Register(r)
	return r
}

func sayOK(c *gin.Context) { c.String(http.StatusOK, "ok\n") }
