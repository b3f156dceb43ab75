package ui

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"triptych/export"
	"triptych/workbench"
)

func (u *UI) showComparison(c *gin.Context) {
	if compared, ok := u.kept(c); ok {
		u.render(c, http.StatusOK, "comparison", newComparison(compared, c.Param("id")))
	}
}

func (u *UI) exportJSON(c *gin.Context) {
	compared, ok := u.kept(c)
	if !ok {
		return
	}
	out := export.NewComparison(compared.Report)
	out.Warnings = compared.Warnings
	c.Header("Cache-Control", "private, no-cache")
	c.Header("Content-Type", "application/json; charset=utf-8")
	c.Header("Content-Disposition", `attachment; filename="comparison.json"`)
	if err := export.WriteJSON(c.Writer, out); err != nil {
		u.log.WarnContext(c.Request.Context(), "send comparison", "error", err)
	}
}

// sampleID is the shelf's name for the sample. It is compared anew whenever the shelf has let go of it.
const sampleID = "sample"

func (u *UI) showSample(c *gin.Context) {
	compared, ok := u.shelf.get(sampleID)
	if !ok {
		var err error
		if compared, err = u.compareSample(c); err != nil {
			u.log.ErrorContext(c.Request.Context(), "compare the sample", "error", err)
			u.ShowFailure(c, Failure{Status: http.StatusInternalServerError, Title: "The sample could not be compared",
				Detail: "That is a fault of this program; its log says more. Your own texts may still work."})
			return
		}
		u.shelf.putAs(sampleID, compared)
	}
	u.render(c, http.StatusOK, "comparison", newComparison(compared, sampleID))
}

func (u *UI) compareSample(c *gin.Context) (workbench.Compared, error) {
	return u.workbench.Compare(c.Request.Context(), u.sample)
}

// kept looks up the comparison that the address names; where there is none it answers the request itself.
func (u *UI) kept(c *gin.Context) (workbench.Compared, bool) {
	compared, ok := u.shelf.get(c.Param("id"))
	if !ok {
		u.ShowFailure(c, Failure{Status: http.StatusNotFound, Title: "This comparison is no longer kept",
			Detail: "Comparisons live in the server's memory until it restarts or newer ones need the room. Paste the texts again to see it anew."})
	}
	return compared, ok
}
