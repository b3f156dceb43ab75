package ui

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"golang.org/x/net/html"
)

// page is an answer as tests look at it: by structure, not by the letter.
type page struct {
	t      testing.TB
	status int
	header http.Header
	root   *html.Node
}

// serve answers one request with the pages of u alone.
func serve(t testing.TB, u *UI, r *http.Request) page {
	t.Helper()
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	u.Register(engine)
	w := httptest.NewRecorder()
	engine.ServeHTTP(w, r)
	return read(t, w.Result())
}

func read(t testing.TB, answer *http.Response) page {
	t.Helper()
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	return page{t, answer.StatusCode, answer.Header, root}
}

func get(path string) *http.Request { return httptest.NewRequest(http.MethodGet, path, nil) }

// all finds the elements that a selector names. A selector is simple selectors parted by spaces, each inside the one
// before it: "tag.class[attribute=value][attribute]".
func (p page) all(selector string) []*html.Node {
	found := []*html.Node{p.root}
	for _, part := range strings.Fields(selector) {
		var next []*html.Node
		for _, n := range found {
			for d := range n.Descendants() {
				if matches(d, part) && !slices.Contains(next, d) {
					next = append(next, d)
				}
			}
		}
		found = next
	}
	return found
}

// one finds the only element that a selector names.
func (p page) one(selector string) *html.Node {
	p.t.Helper()
	found := p.all(selector)
	if len(found) != 1 {
		p.t.Fatalf("%d elements are %q, want one", len(found), selector)
	}
	return found[0]
}

func (p page) wantText(selector, want string) {
	p.t.Helper()
	if got := text(p.one(selector)); got != want {
		p.t.Errorf("%q says %q, want %q", selector, got, want)
	}
}

func (p page) wantCount(selector string, want int) {
	p.t.Helper()
	if got := len(p.all(selector)); got != want {
		p.t.Errorf("%d elements are %q, want %d", got, selector, want)
	}
}

func matches(n *html.Node, simple string) bool {
	if n.Type != html.ElementNode {
		return false
	}
	parts := strings.Split(strings.ReplaceAll(simple, "]", ""), "[")
	names := strings.Split(parts[0], ".")
	if names[0] != "" && names[0] != n.Data {
		return false
	}
	classes := strings.Fields(attr(n, "class"))
	for _, class := range names[1:] {
		if !slices.Contains(classes, class) {
			return false
		}
	}
	for _, attribute := range parts[1:] {
		key, value, exact := strings.Cut(attribute, "=")
		if !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key && (!exact || a.Val == value) }) {
			return false
		}
	}
	return true
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text is what an element says, spaces and line ends taken together.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
