package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"triptych/export"
)

// newsSite serves one story in three languages. The number in it can be changed, as an editor does without a word.
func newsSite(t *testing.T, number *atomic.Int64) *httptest.Server {
	t.Helper()
	stories := map[string]string{
		"en": "<h1>The sawmill at Pliski has a new owner</h1><p>The sawmill at Pliski was sold on Tuesday. It has %d workers, and all of them keep their jobs.</p><p>The new owner, Vera Kozel, wants to make window frames there as well as boards.</p><p>The old boiler will be replaced before the winter, she said.</p>",
		"ru": "<h1>У лесопилки в Плисках новая хозяйка</h1><p>Лесопилку в Плисках продали во вторник. На ней %d рабочих, и все они сохранят места.</p><p>Новая хозяйка, Вера Козел, хочет делать там не только доски, но и оконные рамы.</p><p>Старый котёл заменят до зимы, сказала она.</p>",
		"be": "<h1>У тартака ў Плісках новая гаспадыня</h1><p>Тартак у Плісках прадалі ў аўторак. На ім %d рабочых, і ўсе яны захаваюць месцы.</p><p>Новая гаспадыня, Вера Козел, хоча рабіць там не толькі дошкі, але і аконныя рамы.</p><p>Стары кацёл заменяць да зімы, сказала яна.</p>",
	}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		language := strings.TrimPrefix(r.URL.Path, "/")
		story, ok := stories[language]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><html lang="%s"><head><title>Pliski</title>`, language)
		for other := range stories {
			fmt.Fprintf(w, `<link rel="alternate" hreflang="%s" href="/%s">`, other, other)
		}
		fmt.Fprintf(w, "</head><body><nav><a href='/'>Home</a></nav><article>"+story+"</article></body></html>", number.Load())
	}))
	t.Cleanup(s.Close)
	return s
}

func TestFetch(t *testing.T) {
	var number atomic.Int64
	number.Store(31)
	s := newsSite(t, &number)
	env := map[string]string{"TRIPTYCH_DATA": t.TempDir(), "TRIPTYCH_FETCH_ALLOW": strings.TrimPrefix(s.URL, "http://")}
	got := call(t.Context(), nil, env, "fetch", "--others", s.URL+"/ru")
	if got.status != exitDone || got.stderr != "" {
		t.Fatalf("got %+v", got)
	}
	var pages []export.Page
	for dec := json.NewDecoder(strings.NewReader(got.stdout)); dec.More(); {
		var p export.Page
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, p)
	}
	if len(pages) != 3 || pages[0].Language != "ru" || len(pages[0].Others) != 2 || len(pages[0].Paragraphs) != 4 || pages[0].SHA256 == "" {
		t.Fatalf("got %+v", pages)
	}
	for i, o := range pages[0].Others {
		if o.Score < 0.9 || len(o.Evidence) == 0 || o.URL != pages[i+1].URL {
			t.Errorf("other version %+v", o)
		}
	}
}

// TestSilentEdit fetches a page twice and finds what changed without a word.
func TestSilentEdit(t *testing.T) {
	var number atomic.Int64
	number.Store(31)
	s := newsSite(t, &number)
	env := map[string]string{"TRIPTYCH_DATA": t.TempDir(), "TRIPTYCH_FETCH_ALLOW": strings.TrimPrefix(s.URL, "http://")}
	for range 2 {
		got := call(t.Context(), nil, env, "fetch", "--changes", s.URL+"/en")
		if got.status != exitDone || got.stdout != "" || !strings.Contains(got.stderr, "no other text of this address was kept") {
			t.Fatalf("got %+v", got)
		}
	}
	number.Store(29)
	got := call(t.Context(), nil, env, "fetch", "--changes", s.URL+"/en")
	if got.status != exitDone || !strings.Contains(got.stdout, "[31]") || !strings.Contains(got.stdout, "[29]") {
		t.Errorf("got %+v", got)
	}
}

func TestCompareAddresses(t *testing.T) {
	var number atomic.Int64
	s := newsSite(t, &number)
	env := map[string]string{"TRIPTYCH_DATA": t.TempDir(), "TRIPTYCH_FETCH_ALLOW": strings.TrimPrefix(s.URL, "http://")}
	got := call(t.Context(), nil, env, "align", "--json", s.URL+"/en", "be="+s.URL+"/be")
	if got.status != exitDone || !strings.HasPrefix(got.stdout, `[{"en":[0],"be":[0],`) {
		t.Errorf("got %+v", got)
	}
}
