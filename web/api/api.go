// Package api answers programs: /api/v1/detect, /fetch, /align, /compare and /translate, and the OpenAPI document that describes them. The
// document comes from the types that the handlers read and write, so the two cannot drift apart. Whatever goes wrong is
// answered with a [Problem] that never repeats the text that was sent.
package api

import (
	"context"
	"log/slog"
	"net/http"
	"sync"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"

	"triptych/lang"
	"triptych/workbench"
)

// DocumentPath is where the OpenAPI document is served.
const DocumentPath = "/api/openapi.json"

// DefaultMaxBytes is the size of a request body that is accepted unless the options say otherwise: some four million
// Cyrillic letters.
const DefaultMaxBytes = 8 << 20

// Workbench is what the API asks of [workbench.Workbench].
type Workbench interface {
	Detect(context.Context, workbench.Input) (workbench.Detection, error)
	Align(context.Context, []workbench.Input) (workbench.Aligned, error)
	CompareIn(ctx context.Context, inputs []workbench.Input, in lang.Tag, pay bool) (workbench.Compared, error)
	Translate(context.Context, workbench.Order) ([]workbench.Translated, error)
	Fetch(ctx context.Context, address string, others bool, tell func(workbench.FetchStep)) (*workbench.Page, error)
}

// Options of [New].
type Options struct {
	Workbench Workbench
	// Log gets what must not be told to the client; nil means [slog.Default].
	Log *slog.Logger
	// Version of Triptych, as the OpenAPI document names it.
	Version string
	// MaxBytes limits a request body; 0 means [DefaultMaxBytes].
	MaxBytes int64
}

// API is the set of endpoints.
type API struct {
	workbench Workbench
	log       *slog.Logger
	version   string
	maxBytes  int64
}

// New makes an API; [API.Register] mounts it.
func New(o Options) *API {
	a := &API{workbench: o.Workbench, log: o.Log, version: o.Version, maxBytes: o.MaxBytes}
	if a.log == nil {
		a.log = slog.Default()
	}
	if a.maxBytes <= 0 {
		a.maxBytes = DefaultMaxBytes
	}
	return a
}

// Register mounts the endpoints and their document on r. Unknown paths and methods are left to r's owner, who answers
// them with [WriteProblem].
func (a *API) Register(r *gin.Engine) {
	h := humagin.NewWithGroup(r, r.Group("", a.recoverPanic, a.readBody), a.config())
	huma.Register(h, a.detectOperation(), a.detect)
	huma.Register(h, a.alignOperation(), a.align)
	huma.Register(h, a.compareOperation(), a.compare)
	huma.Register(h, a.translateOperation(), a.translate)
	huma.Register(h, a.fetchOperation(), a.fetch)
	r.GET(DocumentPath, a.document(h.OpenAPI()))
}

// document serves the OpenAPI document, which is made once, at the first request.
func (a *API) document(doc *huma.OpenAPI) gin.HandlerFunc {
	marshal := sync.OnceValues(doc.MarshalJSON)
	return func(c *gin.Context) {
		body, err := marshal()
		if err != nil {
			a.log.ErrorContext(c.Request.Context(), "write OpenAPI document", "error", err)
			write(c.Writer, internal())
			return
		}
		c.Data(http.StatusOK, "application/openapi+json", body)
	}
}
