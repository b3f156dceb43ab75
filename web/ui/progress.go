package ui

import (
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"triptych/lang"
)

// progress is how far a translation is, for the script of the page: it asks again and again, says how many sentences it
// has, and gets those that are new.
type progress struct {
	State      state    `json:"state"`
	Done       int      `json:"done"`
	Total      int      `json:"total"`
	Paragraph  int      `json:"paragraph"`
	Paragraphs int      `json:"paragraphs"`
	After      int      `json:"after"` // how many sentences come before the first of Texts
	Texts      []string `json:"texts"` // "" where there is no translation
}

func (u *UI) translationJSON(c *gin.Context) {
	k, ok := u.kept(c, c.Param("id"))
	if !ok {
		return
	}
	c.Header("Cache-Control", "private, no-store")
	r, ok := k.renderings.find(lang.Tag(c.Query("to")))
	if !ok {
		c.JSON(http.StatusNotFound, gin.H{"state": "none"})
		return
	}
	v := &k.compared.Article.Versions[r.Version]
	after, _ := strconv.Atoi(c.Query("after"))
	after = min(max(after, 0), len(r.Segments))
	p := progress{
		State: r.State, Done: r.Done, Total: len(v.Sentences), Paragraph: paragraphAt(v, r.Done), Paragraphs: len(v.Paragraphs),
		After: after, Texts: []string{},
	}
	for _, s := range r.Segments[after:] {
		p.Texts = append(p.Texts, s.Text)
	}
	c.JSON(http.StatusOK, p)
}
