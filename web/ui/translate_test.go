package ui

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"

	"golang.org/x/net/html"

	"triptych/lang"
	"triptych/translate"
	"triptych/workbench"
)

func post(path string, fields ...string) *http.Request {
	values := url.Values{}
	for i := 0; i < len(fields); i += 2 {
		values.Set(fields[i], fields[i+1])
	}
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(values.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return r
}

// onShelf is a fresh set of pages with one comparison, and its address.
func onShelf(t testing.TB, b *bench, c workbench.Compared) (*UI, string) {
	t.Helper()
	u := newUI(t, b)
	return u, "/c/" + u.shelf.put(c)
}

func TestMissingVersionIsOffered(t *testing.T) {
	u, path := onShelf(t, &bench{}, well(t))
	p := serve(t, u, get(path))
	p.wantText(".offer", "No Belarusian version. Translate into Belarusian")
	if got := attr(p.one(".offer a"), "href"); got != path+"/translate?to=be" {
		t.Errorf("the offer leads to %s", got)
	}
	serve(t, newUI(t, &bench{compared: library(t)}), get("/sample")).wantCount(".offer", 0)
}

func TestTranslation(t *testing.T) {
	b := &bench{interpreter: interpreter{engines: []translate.About{apertium}, render: marked}}
	inBubble(t, b, func(t *testing.T, u *UI) {
		path := "/c/" + u.shelf.put(well(t))
		p := serve(t, u, post(path+"/translate", "to", "be", "from", "ru", "pay", "false"))
		if p.status != http.StatusSeeOther || p.header.Get("Location") != path+"?show=be" {
			t.Fatalf("status %d, on to %s", p.status, p.header.Get("Location"))
		}
		synctest.Wait()
		p = serve(t, u, get(p.header.Get("Location")))
		p.wantText(".heads .translated", "Беларуская · machine translation from the Russian · Apertium, a draft · 4 March 2025")
		p.wantText(".job p", "Machine translation of the Russian version into Belarusian by Apertium, 4 March 2025. It is not compared with the versions. It is a draft: about a fifth of the words stay unknown.")
		p.wantText("[data-row=4] .cell.translated", "MTBE Торговцы хотят закрыть его до субботы. BE Музей просит месяц.")
		p.wantText("[data-row=3] .cell.translated", "Not in the Russian version")
		p.wantCount(".cell.translated[lang=be]", 3)
		p.wantCount("[data-row=4] [data-s=2]", 3) // lights up with its partners
		p.wantCount(".cell.translated mark", 0)
		p.wantCount(".tabs label.translated[lang=be] input[checked]", 1)
		p.wantCount(".offer", 0)
		p.wantCount("noscript", 0)
		p.wantCount(".map .lane", 8) // the map is of the versions

		serve(t, u, post(path+"/translate/remove", "to", "be"))
		p = serve(t, u, get(path))
		p.wantCount(".translated", 0)
		p.wantCount(".offer a", 1)
	})
}

// slow translates a sentence each time it is let, and breaks off with ctx.
func slow(let chan struct{}) func(context.Context, workbench.Rendering, int, string) (string, error) {
	return func(ctx context.Context, r workbench.Rendering, s int, text string) (string, error) {
		select {
		case <-let:
			return marked(ctx, r, s, text)
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
}

func TestTranslationUnderWay(t *testing.T) {
	b := &bench{interpreter: interpreter{engines: []translate.About{apertium}}}
	inBubble(t, b, func(t *testing.T, u *UI) {
		let := make(chan struct{}, 10)
		b.render = slow(let)
		path := "/c/" + u.shelf.put(well(t))
		serve(t, u, post(path+"/translate", "to", "be", "from", "en", "pay", "false"))
		let <- struct{}{}
		let <- struct{}{}
		synctest.Wait()
		p := serve(t, u, get(path))
		p.wantText(".job p", "Translating the English version into Belarusian: paragraph 2 of 4.")
		p.wantText(".job button", "Stop")
		if n := p.one("noscript"); !strings.Contains(n.FirstChild.Data, `http-equiv="refresh"`) {
			t.Error("without a script the page stays as it is")
		}
		p.wantCount(".awaited", 4)
		var got progress
		answer := serve(t, u, get(path+"/translation.json?to=be&after=1"))
		if err := json.Unmarshal([]byte(text(answer.root)), &got); err != nil {
			t.Fatal(err)
		}
		if got.State != running || got.Done != 2 || got.Total != 6 || got.Paragraph != 2 || got.Paragraphs != 4 || got.After != 1 || len(got.Texts) != 1 {
			t.Errorf("progress is %+v", got)
		}

		exported := text(serve(t, u, get(path+"/comparison.json")).root)
		if !strings.Contains(exported, `"version":"en","language":"be"`) || strings.Count(exported, `{"text":""}`) != 4 || !strings.Contains(exported, `"text":"BE An old well`) {
			t.Errorf("the JSON has no segment for each of the six sentences: %s", exported)
		}

		serve(t, u, post(path+"/translate", "to", "be", "from", "ru", "pay", "false")) // one a language: this waits for nobody
		serve(t, u, post(path+"/translate/stop", "to", "be"))
		synctest.Wait()
		p = serve(t, u, get(path))
		p.wantText(".job p", "The translation into Belarusian was stopped at paragraph 2 of 4. What is translated stays.")
		p.wantText("[data-row=2] .cell.translated", "MTBE Workers who were laying cables on Tuesday broke into a well that no map shows. not translated")
		p.wantText("[data-row=4] .cell.translated", "MTnot translated") // once for the run of sentences
	})
}

func TestTranslationThatFails(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"for a reason that a person can mend", &workbench.Problem{Detail: "the month’s ceiling for Google is reached", Fix: "raise TRIPTYCH_BUDGET"},
			"The month’s ceiling for Google is reached. Raise TRIPTYCH_BUDGET. What is translated stays."},
		{"by a fault of ours", errors.New("secret plan"), ourFault + " What is translated stays."},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &bench{interpreter: interpreter{engines: []translate.About{google}}}
			b.render = func(ctx context.Context, r workbench.Rendering, s int, text string) (string, error) {
				if s == 2 {
					return "", c.err
				}
				return marked(ctx, r, s, text)
			}
			inBubble(t, b, func(t *testing.T, u *UI) {
				path := "/c/" + u.shelf.put(well(t))
				serve(t, u, post(path+"/translate", "to", "be", "from", "en", "pay", "true", "paid-en", "100000"))
				synctest.Wait()
				p := serve(t, u, get(path))
				p.wantText(".job.failed p", c.want)
				p.wantText(".job a", "Try again")
				if got := attr(p.one(".job a"), "href"); got != path+"/translate?to=be&from=en" {
					t.Errorf("to try again leads to %s", got)
				}
				p.wantText("[data-row=1] .cell.translated", "MTBE An old well is found under the market of Braslau")
			})
		})
	}
}

func TestPanicInTheBackgroundIsAFailure(t *testing.T) {
	b := &bench{}
	b.render = func(context.Context, workbench.Rendering, int, string) (string, error) { panic("no such sentence") }
	inBubble(t, b, func(t *testing.T, u *UI) {
		path := "/c/" + u.shelf.put(well(t))
		serve(t, u, post(path+"/translate", "to", "be", "from", "en"))
		synctest.Wait()
		serve(t, u, get(path)).wantText(".job.failed p", ourFault)
	})
}

func TestAFewTranslationsRunAtOnce(t *testing.T) {
	b := &bench{}
	inBubble(t, b, func(t *testing.T, u *UI) {
		b.render = slow(make(chan struct{}))
		var paths []string
		for range mostJobs + 1 {
			path := "/c/" + u.shelf.put(well(t))
			paths = append(paths, path)
			serve(t, u, post(path+"/translate", "to", "be", "from", "en"))
			synctest.Wait()
		}
		last := paths[mostJobs]
		serve(t, u, get(last)).wantText(".job.waiting p", "The English version will be translated into Belarusian as soon as other translations have finished.")
		serve(t, u, post(paths[0]+"/translate/stop", "to", "be"))
		synctest.Wait()
		serve(t, u, get(last)).wantText(".job.running p", "Translating the English version into Belarusian: paragraph 1 of 4.")
	})
}

func TestForgottenComparisonsAreNotTranslated(t *testing.T) {
	b := &bench{}
	inBubble(t, b, func(t *testing.T, u *UI) {
		b.render = slow(make(chan struct{}))
		k := u.shelf.putAs("old", well(t))
		order := workbench.Rendering{Version: 0, To: lang.Belarusian}
		u.start(k, order)
		synctest.Wait()
		u.shelf.putAs("old", well(t))
		synctest.Wait() // else the test hangs with the translation
		u.start(k, order)
		if n := len(k.renderings.list()); n != 0 {
			t.Errorf("%d translations of a comparison that nobody can see", n)
		}
	})
}

func TestBadOrdersToTranslate(t *testing.T) {
	u, path := onShelf(t, &bench{interpreter: interpreter{engines: []translate.About{apertium}}}, well(t))
	for _, c := range []struct {
		name string
		r    *http.Request
		want int
	}{
		{"a language that is not served", get(path + "/translate?to=de"), http.StatusUnprocessableEntity},
		{"no language", post(path+"/translate", "to", "?"), http.StatusUnprocessableEntity},
		{"no such version", post(path+"/translate", "to", "be", "from", "en.2"), http.StatusUnprocessableEntity},
		{"a version in that language", post(path+"/translate", "to", "en", "from", "en"), http.StatusUnprocessableEntity},
		{"no such comparison", post("/c/none/translate", "to", "be", "from", "en"), http.StatusNotFound},
		{"no such comparison to look at", get("/c/none/translate"), http.StatusNotFound},
		{"no such translation", get(path + "/translation.json?to=be"), http.StatusNotFound},
		{"no translation to stop", post(path+"/translate/stop", "to", "be"), http.StatusSeeOther},
		{"no translation to remove", post(path+"/translate/remove", "to", "be"), http.StatusSeeOther},
	} {
		t.Run(c.name, func(t *testing.T) {
			if p := serve(t, u, c.r); p.status != c.want {
				t.Errorf("status %d, want %d", p.status, c.want)
			}
		})
	}
}

func TestSampleCanBeTranslated(t *testing.T) {
	b := &bench{compared: well(t), interpreter: interpreter{engines: []translate.About{apertium}, render: marked}}
	u := newUI(t, b)
	p := serve(t, u, get("/c/sample/translate"))
	p.wantText("h1", "Translate into Belarusian")
	p = serve(t, u, post("/c/sample/translate", "to", "be", "from", "ru"))
	if got := p.header.Get("Location"); got != "/sample?show=be" {
		t.Errorf("on to %s", got)
	}
	serve(t, u, get("/sample")).one(".heads .translated")
}

// TestTranslationsAreShownAsText puts markup into what an engine and a workbench say.
func TestTranslationsAreShownAsText(t *testing.T) {
	evil := `<script>alert(1)</script><b onclick="x()">"'&`
	b := &bench{interpreter: interpreter{engines: []translate.About{{Name: evil, Title: evil}}}}
	b.render = func(_ context.Context, _ workbench.Rendering, s int, _ string) (string, error) {
		if s > 3 {
			return "", &workbench.Problem{Detail: evil, Fix: evil}
		}
		return evil, nil
	}
	inBubble(t, b, func(t *testing.T, u *UI) {
		path := "/c/" + u.shelf.put(well(t))
		serve(t, u, post(path+"/translate", "to", "be", "from", "en"))
		synctest.Wait()
		p := serve(t, u, get(path))
		wantHarmless(t, p)
		if got := strings.Count(text(p.root), evil); got < 5 {
			t.Errorf("the text is shown %d times", got)
		}
		wantHarmless(t, serve(t, u, get(path+"/translate?to=be")))
	})
}

func TestTranslationPagesHaveNoInlineCode(t *testing.T) {
	b := &bench{compared: well(t), interpreter: interpreter{engines: []translate.About{apertium}}}
	for n := range serve(t, newUI(t, b), get("/c/sample/translate")).root.Descendants() {
		if n.Data == "style" || n.Type == html.ElementNode && n.Data == "script" || attr(n, "style") != "" {
			t.Errorf("the page has <%s> or an attribute with code", n.Data)
		}
	}
}

func TestShelfCountsTranslations(t *testing.T) {
	b := &bench{interpreter: interpreter{render: marked}}
	inBubble(t, b, func(t *testing.T, u *UI) {
		id := u.shelf.put(well(t))
		before := u.shelf.bytes
		serve(t, u, post("/c/"+id+"/translate", "to", "be", "from", "en"))
		synctest.Wait()
		if u.shelf.bytes < before+len(well(t).Article.Versions[0].Text) {
			t.Errorf("%d bytes with a translation, %d without", u.shelf.bytes, before)
		}
		serve(t, u, post("/c/"+id+"/translate/remove", "to", "be"))
		if u.shelf.bytes != before {
			t.Errorf("%d bytes after it is removed, %d before", u.shelf.bytes, before)
		}
	})
}
