package ui

import (
	"io"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"triptych/article"
	"triptych/export"
	"triptych/lang"
)

func (u *UI) showComparison(c *gin.Context) {
	if k, ok := u.kept(c, c.Param("id")); ok {
		u.renderComparison(c, k)
	}
}

// export sends a comparison as a file to keep, written by write.
func (u *UI) export(mediaType, name string, write func(io.Writer, *kept) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		k, ok := u.kept(c, c.Param("id"))
		if !ok {
			return
		}
		c.Header("Cache-Control", "private, no-cache")
		c.Header("Content-Type", mediaType+"; charset=utf-8")
		c.Header("Content-Disposition", `attachment; filename="`+name+`"`)
		if err := write(c.Writer, k); err != nil {
			u.log.WarnContext(c.Request.Context(), "send comparison", "error", err)
		}
	}
}

// json is a comparison with the translations that stand beside it.
func (k *kept) json(w io.Writer) error {
	out := k.compared.Comparison()
	out.Renderings = export.NewRenderings(k.compared.Article, whole(k.compared.Article, k.renderings.list()))
	return export.WriteJSON(w, out)
}

// document is a comparison to be read, with every row.
func (k *kept) document() export.Document {
	return k.compared.Document(true, "Triptych, "+time.Now().UTC().Format("2 January 2006, 15:04 UTC"))
}

// sampleID is the shelf's name for the sample. It is compared anew whenever the shelf has let go of it.
const sampleID = "sample"

func (u *UI) showSample(c *gin.Context) {
	if k, ok := u.kept(c, sampleID); ok {
		u.renderComparison(c, k)
	}
}

func (u *UI) renderComparison(c *gin.Context, k *kept) {
	page := newComparison(k.compared, k.id)
	page.addRenderings(k.compared, k.renderings.list(), u.workbench.Engines())
	page.show(c.Query("show"))
	u.render(c, http.StatusOK, "comparison", page)
}

// kept looks up a comparison; where there is none it answers the request itself.
func (u *UI) kept(c *gin.Context, id string) (*kept, bool) {
	k, ok := u.shelf.get(id)
	if ok {
		return k, true
	}
	if id == sampleID {
		return u.compareSample(c)
	}
	u.ShowFailure(c, Failure{Status: http.StatusNotFound, Title: "This comparison is no longer kept",
		Detail: "Comparisons live in the server's memory until it restarts or newer ones need the room. Paste the texts again to see it anew."})
	return nil, false
}

func (u *UI) compareSample(c *gin.Context) (*kept, bool) {
	compared, err := u.workbench.Compare(c.Request.Context(), u.sample)
	if err == nil {
		return u.shelf.putAs(sampleID, compared), true
	}
	u.log.ErrorContext(c.Request.Context(), "compare the sample", "error", err)
	u.ShowFailure(c, Failure{Status: http.StatusInternalServerError, Title: "The sample could not be compared",
		Detail: "That is a fault of this program; its log says more. Your own texts may still work."})
	return nil, false
}

// address is where a comparison is shown.
func (k *kept) address() string {
	if k.id == sampleID {
		return "/sample"
	}
	return "/c/" + k.id
}

// version finds a version of the comparison by its key.
func (k *kept) version(key string) (int, bool) {
	for v := range k.compared.Article.Versions {
		if k.compared.Article.Versions[v].Key == key {
			return v, true
		}
	}
	return 0, false
}

// missing lists the languages that Triptych compares and in which the article has no version.
func missing(a *article.Article) []lang.Tag {
	return slices.DeleteFunc(lang.Served(), func(t lang.Tag) bool {
		return slices.ContainsFunc(a.Versions, func(v article.Version) bool { return v.Language == t })
	})
}

// whole gives translations as articles have them: with a segment for every sentence, empty where there is none as yet.
func whole(a *article.Article, all []rendering) []article.Rendering {
	var out []article.Rendering
	for _, r := range all {
		segments := make([]article.Segment, len(a.Versions[r.Version].Sentences))
		copy(segments, r.Segments)
		r.Segments = segments
		out = append(out, r.Rendering)
	}
	return out
}
