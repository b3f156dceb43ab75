package workbench_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"triptych/article/fetch"
	"triptych/lang/detect"
	"triptych/workbench"
)

// saved serves pages that were saved, by their addresses.
type saved map[string]savedPage

type savedPage struct {
	header string
	body   []byte
}

func (s saved) Get(ctx context.Context, address string, _ fetch.Conditional) (*fetch.Response, error) {
	p, ok := s[address]
	if !ok {
		return nil, &fetch.Error{Reason: fetch.Status, URL: address, Status: 404, Detail: "the server says that there is no such page (404)"}
	}
	media, charset, _ := strings.Cut(p.header, "; charset=")
	return &fetch.Response{URL: address, Final: address, Status: 200, MediaType: media, Charset: charset, Body: p.body, At: time.Unix(1_700_000_000, 0)}, ctx.Err()
}

// pages are the saved pages of the repository, and the stories with the addresses of their versions by language.
func pages(t testing.TB) (saved, map[string]map[string]string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(articles, "pages", "*", "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	all, stories := saved{}, map[string]map[string]string{}
	for _, file := range files {
		var about struct{ URL, Header, Language string }
		data, err := os.ReadFile(file)
		if err == nil {
			err = json.Unmarshal(data, &about)
		}
		name := strings.TrimSuffix(file, ".json")
		body, err2 := os.ReadFile(name + ".html")
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		all[about.URL] = savedPage{about.Header, body}
		story, language := strings.TrimSuffix(name, filepath.Ext(name)), strings.TrimPrefix(filepath.Ext(name), ".")
		if stories[story] == nil {
			stories[story] = map[string]string{}
		}
		stories[story][language] = about.URL
	}
	return all, stories
}

// TestOthersAreFound begins at every version of every story and looks for the others.
func TestOthersAreFound(t *testing.T) {
	all, stories := pages(t)
	w := workbench.New(detect.New(), workbench.WithFetcher(all, nil))
	there, found := 0, 0
	for story, versions := range stories {
		for language, address := range versions {
			p, err := w.Fetch(t.Context(), address, true, nil)
			if err != nil {
				t.Fatalf("%s in %s: %v", story, language, err)
			}
			for _, o := range p.Others {
				if o.URL == address { // a page that tells it in two languages
					continue
				}
				if want := versions[string(o.Version.Language)]; o.URL != want {
					t.Errorf("%s: %s was taken for its version with score %v (%q)", address, o.URL, o.Score, o.Evidence)
				}
				found++
			}
			there += len(versions) - 1
		}
	}
	// A page that hides its text may be out of reach; nothing that was found may be wrong.
	if t.Logf("%d of %d versions were found", found, there); 10*found < 9*there {
		t.Errorf("only %d of %d versions were found", found, there)
	}
}

// TestStrangersAreNoVersions puts another story's page where a link points.
func TestStrangersAreNoVersions(t *testing.T) {
	all, stories := pages(t)
	first := stories[filepath.Join(articles, "pages", "belta.by", "railway")]
	second := stories[filepath.Join(articles, "pages", "euroradio.fm", "elevator")]
	mixed := saved{first["en"]: all[first["en"]], first["ru"]: all[second["ru"]], first["be"]: all[first["be"]]}
	p, err := workbench.New(detect.New(), workbench.WithFetcher(mixed, nil)).Fetch(t.Context(), first["en"], true, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Others) != 1 || p.Others[0].URL != first["be"] {
		t.Errorf("others are %+v", p.Others)
	}
}

// TestAddressesAreCompared hands addresses over as versions.
func TestAddressesAreCompared(t *testing.T) {
	all, stories := pages(t)
	story := stories[filepath.Join(articles, "pages", "belta.by", "railway")]
	w := workbench.New(detect.New(), workbench.WithFetcher(all, nil))
	got, err := w.Compare(t.Context(), []workbench.Input{{URL: story["en"]}, {URL: story["be"]}})
	if err != nil || got.Article.Versions[1].Source != story["be"] || got.Article.Versions[1].Language != "be" {
		t.Errorf("got %+v, %v", got.Article, err)
	}
	_, err = w.Compare(t.Context(), []workbench.Input{{URL: story["en"]}, {URL: "https://belta.by/none"}})
	var p *workbench.Problem
	if !errors.As(err, &p) || p.Reason != workbench.Failed || p.Input != "https://belta.by/none" {
		t.Errorf("got %v", err)
	}
}

// TestStepsAreTold follows the progress.
func TestStepsAreTold(t *testing.T) {
	all, stories := pages(t)
	story := stories[filepath.Join(articles, "pages", "belta.by", "railway")]
	var done []string
	_, err := workbench.New(detect.New(), workbench.WithFetcher(all, nil)).Fetch(t.Context(), story["ru"], true, func(s workbench.FetchStep) {
		if s.Done && s.Found {
			done = append(done, string(s.Language))
		}
	})
	if err != nil || len(done) != 3 || done[0] != "ru" {
		t.Errorf("found %q, %v", done, err)
	}
}
