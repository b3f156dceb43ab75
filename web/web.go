// Package web is the server: it joins the pages ([triptych/web/ui]) and the API ([triptych/web/api]) and does for both
// what a server owes: limits, security headers, the token, one line of log a request, an answer where there is none.
// It makes a handler; listening and stopping are its caller's.
package web

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/klauspost/compress/gzhttp"

	"triptych/web/api"
	"triptych/web/dropin"
	"triptych/web/ui"
	"triptych/workbench"
)

// DefaultMaxBytes is how large a request may be unless the options say otherwise: some four million Cyrillic letters.
const DefaultMaxBytes = 8 << 20

// MaxHeaderBytes is how long a request's head may be: some programs put the texts into the address.
const MaxHeaderBytes = dropin.MaxHeaderBytes

// Workbench is what the pages and the API ask of [workbench.Workbench].
type Workbench interface {
	ui.Workbench
	api.Workbench
	dropin.Workbench
}

// SpendingLine is what one engine did in one month.
type SpendingLine = ui.SpendingLine

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
	// Background is the context of what goes on after a request; nil means that it ends with the program.
	Background context.Context
	// Spending lists what paid engines billed; nil means that there is nothing to tell.
	Spending func(context.Context) ([]SpendingLine, error)
	// Ready tells whether the server can do its work; nil means that it always can.
	Ready func(context.Context) error
	// Metrics answers /metrics; without one there is no such address.
	Metrics http.Handler
	// Observe is told of every request, by its route, not its address; may be nil.
	Observe func(method, route string, status int, took time.Duration)
	// Log gets a line a request and every fault; nil means [slog.Default].
	Log *slog.Logger
}

// server is what the middleware and the handlers of this package share.
type server struct {
	log      *slog.Logger
	pages    *ui.UI
	api      *api.API
	dropin   *dropin.Dropin
	guard    guard
	maxBytes int64
	ready    func(context.Context) error
	observe  func(method, route string, status int, took time.Duration)
	metrics  http.Handler
}

// New makes the server's handler. The error says which of the embedded pages is broken.
func New(o Options) (http.Handler, error) {
	if o.MaxBytes <= 0 {
		o.MaxBytes = DefaultMaxBytes
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	pages, err := ui.New(ui.Options{
		Workbench: o.Workbench, Sample: o.Sample, MaxBytes: o.MaxBytes, Log: o.Log, Background: o.Background, Spending: o.Spending,
	})
	if err != nil {
		return nil, fmt.Errorf("make the pages: %w", err)
	}
	s := &server{
		log: o.Log, pages: pages, guard: newGuard(o.Token), maxBytes: o.MaxBytes,
		ready: o.Ready, observe: o.Observe, metrics: o.Metrics,
		api: api.New(api.Options{Workbench: o.Workbench, Log: o.Log, Version: o.Version, MaxBytes: o.MaxBytes}),
	}
	foreign := dropin.Options{Workbench: o.Workbench, Log: o.Log, MaxBytes: o.MaxBytes}
	if o.Token != "" {
		foreign.Admit = s.guard.isToken
	}
	s.dropin = dropin.New(foreign)
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
	for path, answer := range map[string]gin.HandlerFunc{"/healthz": sayOK, "/readyz": s.sayReady} {
		r.GET(path, answer)
		r.HEAD(path, answer)
	}
	if s.metrics != nil {
		r.GET("/metrics", gin.WrapH(s.metrics))
	}

	// Token.
	r.GET("/login", s.showLogin)
	r.POST("/login", s.submitLogin)

	s.pages.Register(r)
	s.api.Register(r)
	s.dropin.Register(r)
	return r
}

func sayOK(c *gin.Context) { c.String(http.StatusOK, "ok\n") }

// sayReady says whether requests can be served in full. What is wrong goes to the log: anybody may ask.
func (s *server) sayReady(c *gin.Context) {
	if s.ready == nil {
		sayOK(c)
		return
	}
	if err := s.ready(c.Request.Context()); err != nil {
		s.log.WarnContext(c.Request.Context(), "not ready", "error", err)
		c.String(http.StatusServiceUnavailable, "not ready\n")
		return
	}
	sayOK(c)
}
