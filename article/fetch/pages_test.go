package fetch

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"triptych/lang"
)

// version is a page of a made site.
type version struct {
	address  string // path and query, or a whole address
	language lang.Tag
	page     string
	header   string // its Content-Type
	charmap  *charmap.Charmap
}

// madeSites are sites that tell of a story's versions in ways of their own.
func madeSites() map[string][]version {
	const says = "text/html; charset=utf-8"
	stated := `<link rel=alternate hreflang=en href="/en/a/raft"><link rel=alternate hreflang=ru href="/old/plot"><link rel=alternate hreflang=by href="/by/a/plyt">`
	names := `<nav><a href="/s/81">English</a> <a href="/s/83">Русский</a> <a href="/s/82">Беларуская</a></nav>`
	fronts := `<nav><a href="/">Бел</a> | <a href="/rus/">Рус</a> | <a href="/eng/">Eng</a></nav>`
	return map[string][]version{
		"hreflang with a wrong code, a redirect, lies about the charset": {
			{"/en/a/raft", lang.English, stated + "<p>The raft has reached Homiel.", says, nil},
			{"/ru/a/plot", lang.Russian, stated + "<p>Плот дошёл до Гомеля.", says, charmap.Windows1251},
			{"/by/a/plyt", lang.Belarusian, stated + "<p>Плыт дайшоў да Гомеля.", "text/html; charset=windows-1251", nil},
		},
		"names of languages in a page in windows-1251 that does not say so": {
			{"/s/81", lang.English, names + "<p>Choir sings on the roof.", "text/html", charmap.Windows1251},
			{"/s/82", lang.Belarusian, names + "<p>Хор спявае на даху.", says, charmap.Windows1251},
			{"/s/83", lang.Russian, names + "<p>Хор поёт на крыше.", "text/html", charmap.Windows1251},
		},
		"front pages only, and no code for the first language": {
			{"/eng/2024/bees", lang.English, fronts + "<p>Bees move to the town hall.", says, nil},
			{"/rus/2024/bees", lang.Russian, fronts + "<p>Пчёлы переехали в ратушу.", says, nil},
			{"/2024/bees", lang.Belarusian, fronts + "<p>Пчолы пераехалі ў ратушу.", says, nil},
		},
		"no links at all, a code in the path": {
			{"/en/events/skating-1735678800", lang.English, "<p>Skating on the Nioman.", says, nil},
			{"/ru/events/skating-1735678800", lang.Russian, "<p>Катание на Немане.", says, nil},
			{"/be/events/skating-1735678800", lang.Belarusian, "<p>Катанне на Нёмане.", says, nil},
		},
		"a query": {
			{"/doc.php?id=7&lang=en", lang.English, "<p>Rules of the market.", says, nil},
			{"/doc.php?id=7&lang=ru", lang.Russian, "<p>Правила рынка.", says, nil},
			{"/doc.php?id=7&lang=be", lang.Belarusian, "<p>Правілы рынку.", says, nil},
		},
	}
}

func (v version) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", v.header)
	body := v.page
	if v.charmap != nil {
		body, _ = v.charmap.NewEncoder().String(body)
	}
	w.Write([]byte(body))
}

// site serves versions by their addresses; /old/ redirects, once, to /ru/a/.
func madeSite(versions []version) http.Handler {
	return page(func(w http.ResponseWriter, r *http.Request) {
		for _, v := range versions {
			if r.URL.RequestURI() == v.address || v.address == "https://"+r.Host+r.URL.RequestURI() {
				v.ServeHTTP(w, r)
				return
			}
		}
		if rest, old := strings.CutPrefix(r.URL.Path, "/old/"); old {
			http.Redirect(w, r, "/ru/a/"+rest, http.StatusMovedPermanently)
			return
		}
		http.NotFound(w, r)
	})
}

// others does what the workbench does with a page, but for the reading: it fetches the page and its candidates in turn,
// until every other language that isVersion knows is found.
func others(t *testing.T, c *Client, address string, own lang.Tag, isVersion func(*Response) lang.Tag) (found map[lang.Tag]string, requests int) {
	t.Helper()
	first, err := c.Get(t.Context(), address, Conditional{})
	if err != nil {
		t.Fatal(err)
	}
	links, err := ReadLinks(first.Body, first.Final)
	if err != nil {
		t.Fatal(err)
	}
	found = map[lang.Tag]string{}
	for _, candidate := range Candidates(links, first.Final, own) {
		if found[candidate.Language] != "" {
			continue
		}
		requests++
		if r, err := c.Get(t.Context(), candidate.URL, Conditional{}); err == nil {
			if l := isVersion(r); l != "" && found[l] == "" {
				found[l] = candidate.URL
			}
		}
	}
	return found, requests
}

// TestThreeVersions finds the other two versions of a story from any one of them, over a real connection.
func TestThreeVersions(t *testing.T) {
	for name, versions := range madeSites() {
		t.Run(name, func(t *testing.T) {
			s := serve(t, madeSite(versions))
			c := client(t, Options{}, s.URL)
			for _, v := range versions {
				found, requests := others(t, c, s.URL+v.address, v.language, func(r *Response) lang.Tag {
					i := slices.IndexFunc(versions, func(w version) bool { return s.URL+w.address == r.Final })
					if i < 0 {
						return ""
					}
					return versions[i].language
				})
				t.Logf("from %s: %v, %d requests", v.address, found, requests)
				if len(found) != 2 || found[v.language] != "" {
					t.Errorf("from %s: found %v", v.address, found)
				}
			}
		})
	}
}

// expected is what the corpus says of one of its pages.
type expected struct {
	URL        string
	Header     string
	Language   lang.Tag
	Alternates []struct {
		URL      string
		Language lang.Tag
	}
	story string // site and name
	file  string
}

func corpus(t *testing.T) []expected {
	t.Helper()
	files, err := filepath.Glob("../../testdata/pages/*/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []expected
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var e expected
		if err := json.Unmarshal(data, &e); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		e.file = strings.TrimSuffix(file, ".json") + ".html"
		if _, err := os.Stat(e.file); err != nil || e.URL == "" || !e.Language.Served() {
			continue // not a page of a site
		}
		e.story = strings.TrimSuffix(strings.TrimSuffix(file, ".json"), "."+string(e.Language))
		all = append(all, e)
	}
	return all
}

// corpusClient fetches the corpus's pages at the addresses that they name, from a server on loopback.
func corpusClient(t *testing.T, all []expected) *Client {
	s := serve(t, page(func(w http.ResponseWriter, r *http.Request) {
		i := slices.IndexFunc(all, func(e expected) bool {
			return plainAddress(e.URL) == plainAddress("https://"+r.Host+r.URL.RequestURI())
		})
		if i < 0 {
			http.NotFound(w, r)
			return
		}
		data, err := os.ReadFile(all[i].file)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", cmp.Or(all[i].Header, "text/html"))
		w.Write(data)
	}))
	return client(t, Options{Transport: toServer{s}})
}

func plainAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return plain(u)
}

// toServer makes every request to one server.
type toServer struct{ *httptest.Server }

func (s toServer) RoundTrip(r *http.Request) (*http.Response, error) {
	to := r.Clone(r.Context())
	to.Host = r.URL.Host
	to.URL.Scheme, to.URL.Host = "http", s.Listener.Addr().String()
	return s.Client().Transport.RoundTrip(to)
}

// TestCorpus: what a page of the corpus links to as its other versions is found, and in few requests. Some pages link to
// none, as on some sites; those count only where another way leads to them.
func TestCorpus(t *testing.T) {
	all := corpus(t)
	if len(all) == 0 {
		t.Fatal("the corpus is not there")
	}
	c := corpusClient(t, all)
	linked, unlinked, sum := 0, 0, 0
	for _, e := range all {
		found, requests := others(t, c, e.URL, e.Language, func(r *Response) lang.Tag {
			i := slices.IndexFunc(all, func(o expected) bool { return o.story == e.story && plainAddress(o.URL) == plainAddress(r.Final) })
			if i < 0 {
				return ""
			}
			return all[i].Language
		})
		sum += requests
		for _, o := range all {
			if o.story != e.story || o.Language == e.Language {
				continue
			}
			stated := slices.ContainsFunc(e.Alternates, func(a struct {
				URL      string
				Language lang.Tag
			}) bool {
				return plainAddress(a.URL) == plainAddress(o.URL)
			})
			switch {
			case found[o.Language] != "" && stated:
				linked++
			case found[o.Language] != "":
				unlinked++
			case stated:
				t.Errorf("%s: its version %s is not found", e.URL, o.URL)
			default:
				fmt.Fprintf(t.Output(), "not linked, not found: %s → %s\n", e.URL, o.URL)
			}
		}
	}
	t.Logf("%d pages, %d linked versions found, %d found without a link, %d requests for candidates", len(all), linked, unlinked, sum)
}
