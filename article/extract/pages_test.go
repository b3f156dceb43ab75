package extract

import (
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"triptych/article"
)

// savedPage is a page of the corpus: its bytes, and what has to be read of it.
type savedPage struct {
	name       string
	data       []byte
	paragraphs []string
	want       pageFacts
}

// pageFacts is the metadata that stands beside a page.
type pageFacts struct {
	URL        string         `json:"url"`
	Header     string         `json:"header"` // the Content-Type that the server sends
	Charset    string         `json:"charset"`
	Language   string         `json:"language"`
	Title      string         `json:"title"`
	Author     string         `json:"author"`
	Site       string         `json:"site"`
	Date       string         `json:"date"`
	Canonical  string         `json:"canonical"`
	Roles      []article.Role `json:"roles"`
	Alternates []alternate    `json:"alternates"`
}

type alternate struct {
	URL      string   `json:"url"`
	Language string   `json:"language"`
	Evidence Evidence `json:"evidence"`
}

func savedPages(t testing.TB) []savedPage {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/pages/*/*.html")
	if err != nil || len(paths) < 30 {
		t.Fatalf("%d pages: %v", len(paths), err)
	}
	var list []savedPage
	for _, path := range paths {
		base := strings.TrimSuffix(path, ".html")
		p := savedPage{name: filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(base), data: readFile(t, path)}
		p.paragraphs = strings.Split(strings.TrimSpace(string(readFile(t, base+".txt"))), "\n\n")
		if err := json.Unmarshal(readFile(t, base+".json"), &p.want); err != nil {
			t.Fatalf("%s.json: %v", base, err)
		}
		list = append(list, p)
	}
	return list
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func (p *savedPage) hint() Hint { return Hint{MediaType: p.want.Header, URL: p.want.URL} }

func TestReadSavedPages(t *testing.T) {
	for _, p := range savedPages(t) {
		t.Run(p.name, func(t *testing.T) {
			doc, err := Read(p.data, p.hint())
			if err != nil {
				t.Fatal(err)
			}
			if d := diff.Diff(p.paragraphs, paragraphs(&doc.Version)); d != "" {
				t.Errorf("paragraphs (-want +got):\n%s", d)
			}
			if d := diff.Diff(p.want, factsOf(doc, &p)); d != "" {
				t.Errorf("facts (-want +got):\n%s", d)
			}
			if doc.Lost.Risk {
				t.Errorf("a loss is feared where there is none: %+v", doc.Lost)
			}
			if err := doc.Version.Check(); err != nil {
				t.Error(err)
			}
		})
	}
}

func factsOf(d *Document, p *savedPage) pageFacts {
	f := pageFacts{
		URL: p.want.URL, Header: p.want.Header, Charset: d.Charset, Language: string(d.Language), Title: d.Title, Author: d.Author,
		Site: d.Site, Date: d.Date, Canonical: d.Canonical, Alternates: []alternate{},
	}
	for _, q := range d.Version.Paragraphs {
		f.Roles = append(f.Roles, q.Role)
	}
	for _, l := range d.Links {
		if l.URL != "" {
			f.Alternates = append(f.Alternates, alternate{l.URL, string(l.Language), l.Evidence})
		}
	}
	slices.SortFunc(f.Alternates, func(a, b alternate) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(string(a.Evidence), string(b.Evidence)))
	})
	return f
}
