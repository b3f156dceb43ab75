// Package ui is the pages: the first page, where a person hands over two or three versions of an article, and the
// comparison, where they stand side by side. Pages are made on the server from embedded templates and can be read and
// used without JavaScript; scripts only add to them.
//
// A translation of what is missing is made in the background and kept with its comparison, until either goes: see start.
//
// The way in is [UI.Register]. A handler reads the request, calls the workbench once, and renders a template from a
// value made for it: newComparison turns a report into such a value, and nothing else here looks into reports.
package ui

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"triptych/article"
	"triptych/export"
	"triptych/translate"
	"triptych/workbench"
)

// Workbench is what the pages ask of [workbench.Workbench].
type Workbench interface {
	Compare(context.Context, []workbench.Input) (workbench.Compared, error)
	// Render translates a version of an article; with an error it still gives what was translated.
	Render(context.Context, *article.Article, workbench.Rendering) (article.Rendering, error)
	// Quote says what it would take to translate texts; without the order's Pay, by what is free. An error that is a
	// [*workbench.Problem] says why there is no way.
	Quote(context.Context, workbench.Order) (translate.Quote, error)
	// Engines lists the engines that are set up.
	Engines() []translate.About
	Fetch(ctx context.Context, address string, others bool, tell func(workbench.FetchStep)) (*workbench.Page, error)
	// Revision gives another text that was kept of a page before, and when; nil where there is none.
	Revision(context.Context, *workbench.Page) (*article.Version, time.Time, error)
	CompareVersions(context.Context, ...article.Version) (workbench.Compared, error)
}

// Options of [New].
type Options struct {
	Workbench Workbench
	// Sample is the article that "Try the sample" shows; without one the button is left out.
	Sample []workbench.Input
	// MaxBytes is how many bytes a form may have; 0 means no limit.
	MaxBytes int64
	// Background is for translations, which outlast the request that starts them: they stop when it ends. Nil means
	// [context.Background].
	Background context.Context
	// Spending reads what was spent on translation; nil means that there is no page on it.
	Spending func(context.Context) ([]SpendingLine, error)
	// Log gets what must not be told to the person; nil means [slog.Default].
	Log *slog.Logger
}

// UI is the set of pages. It is safe for use by many at once.
type UI struct {
	workbench  Workbench
	sample     []workbench.Input
	maxBytes   int64
	background context.Context
	spending   func(context.Context) ([]SpendingLine, error)
	log        *slog.Logger
	searches   searches
	assets     *assets
	pages      pages
	shelf      *shelf
	jobs       chan struct{} // holds one for each translation that runs
}

// New makes the pages. The error says which template or asset is broken.
func New(o Options) (*UI, error) {
	assets, err := newAssets()
	if err != nil {
		return nil, fmt.Errorf("read the pages' assets: %w", err)
	}
	pages, err := newPages(assets.url)
	if err != nil {
		return nil, fmt.Errorf("read the pages' templates: %w", err)
	}
	u := &UI{
		workbench: o.Workbench, sample: o.Sample, maxBytes: o.MaxBytes, background: o.Background, spending: o.Spending, log: o.Log,
		assets: assets, pages: pages, shelf: newShelf(shelfCount, shelfBytes), jobs: make(chan struct{}, mostJobs),
	}
	if u.background == nil {
		u.background = context.Background()
	}
	if u.log == nil {
		u.log = slog.Default()
	}
	return u, nil
}

// Register mounts the pages and their assets on r.
func (u *UI) Register(r gin.IRouter) {
	get := func(path string, h gin.HandlerFunc) { r.Match([]string{http.MethodGet, http.MethodHead}, path, h) }

	// First page.
	get("/", u.showFirst)
	r.POST("/compare", u.submitCompare)

	// An article by its address.
	r.POST("/fetch", u.submitAddress)
	get("/f/:id", u.showSearch)
	r.POST("/f/:id/compare", u.compareFound)

	// Comparison.
	get("/c/:id", u.showComparison)
	get("/c/:id/comparison.json", u.export("application/json", "comparison.json", func(w io.Writer, k *kept) error { return k.json(w) }))
	get("/c/:id/comparison.md", u.export("text/markdown", "comparison.md", func(w io.Writer, k *kept) error { return export.WriteMarkdown(w, k.document()) }))
	get("/c/:id/comparison.html", u.export("text/html", "comparison.html", func(w io.Writer, k *kept) error { return export.WriteHTML(w, k.document()) }))
	get("/sample", u.showSample)

	// Translation of what is missing.
	get("/c/:id/translate", u.showTranslate)
	r.POST("/c/:id/translate", u.submitTranslate)
	r.POST("/c/:id/translate/stop", u.stopTranslation)
	r.POST("/c/:id/translate/remove", u.removeTranslation)
	get("/c/:id/translation.json", u.translationJSON)
	if u.spending != nil {
		get("/spending", u.showSpending)
	}

	// Assets. Browsers ask for the icon by itself where a page has no head (JSON, for example).
	get(u.assets.root+"/*file", u.assets.serve)
	get("/favicon.ico", func(c *gin.Context) { c.Redirect(http.StatusFound, u.assets.url("icon.svg")) })
}

// AssetRoot is the path below which assets are served. They hold nothing private.
func (u *UI) AssetRoot() string { return u.assets.root + "/" }
