package ui

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"
)

//go:embed templates
var templateFiles embed.FS

// declared says which files make each page. Every page has the layout as its first file; every file in the folder must
// be named here, so that none is forgotten.
func declared() map[string][]string {
	return map[string][]string{
		"first":      {"layout", "first", "slot", "example"},
		"comparison": {"layout", "comparison", "row", "why", "text", "map", "keys", "job"},
		"translate":  {"layout", "translate", "source"},
		"spending":   {"layout", "spending"},
		"search":     {"layout", "search"},
		"failure":    {"layout", "failure"},
		"login":      {"layout", "login"},
	}
}

// pages are the parsed templates by the names of their pages.
type pages map[string]*template.Template

// newPages parses the declared templates. Asset gives the address of an asset.
func newPages(asset func(name string) string) (pages, error) {
	p := pages{}
	functions := template.FuncMap{"asset": asset, "grouped": grouped, "chosen": chosen}
	for page, files := range declared() {
		t := template.New("layout.html").Funcs(functions)
		for _, f := range files {
			if _, err := t.ParseFS(templateFiles, "templates/"+f+".html"); err != nil {
				return nil, err
			}
		}
		p[page] = t
	}
	return p, undeclared()
}

// undeclared names a template that is in the folder and in no page.
func undeclared() error {
	return fs.WalkDir(templateFiles, "templates", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name := strings.TrimSuffix(d.Name(), ".html")
		for _, files := range declared() {
			if slices.Contains(files, name) {
				return nil
			}
		}
		return fmt.Errorf("%s belongs to no page", path)
	})
}

// render answers with a page. It is made whole before the first byte goes out, so a fault in it becomes a clean 500.
func (u *UI) render(c *gin.Context, status int, page string, data any) {
	var b bytes.Buffer
	if err := u.pages[page].Execute(&b, data); err != nil {
		u.log.ErrorContext(c.Request.Context(), "render page", "page", page, "error", err)
		c.String(http.StatusInternalServerError, "This page could not be made. The server's log says why.")
		return
	}
	// Pages show people's texts; no cache on the way may keep them.
	c.Header("Cache-Control", "private, no-cache")
	c.Data(status, "text/html; charset=utf-8", b.Bytes())
}
