package web_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"triptych/lang/detect"
	"triptych/translate"
	"triptych/web"
	"triptych/workbench"
)

// scribe is a translator that writes a word before each sentence, one call each time that it is let.
type scribe struct{ let chan struct{} }

func (scribe) about() translate.About {
	return translate.About{Name: "scribe", Title: "Scribe", Version: "1", Draft: true}
}

func (s scribe) Engines() []translate.About { return []translate.About{s.about()} }

func (scribe) Serves(context.Context, translate.Pair) error { return nil }

func (scribe) Lookup(_ context.Context, _ translate.Pair, texts []string) ([]translate.Translation, error) {
	return make([]translate.Translation, len(texts)), nil
}

func (s scribe) Translate(ctx context.Context, p translate.Pair, texts []string, _ bool) ([]translate.Translation, error) {
	out := make([]translate.Translation, len(texts))
	select {
	case <-s.let:
	case <-ctx.Done():
		return out, ctx.Err()
	}
	for i, text := range texts {
		out[i] = translate.Translation{Text: "Пераклад: " + text, Engine: s.about(), When: time.Date(2025, time.March, 4, 12, 0, 0, 0, time.UTC)}
	}
	return out, nil
}

func (s scribe) Quote(_ context.Context, _ translate.Pair, texts []string, _ bool) (translate.Quote, error) {
	n := translate.Characters(texts...)
	return translate.Quote{Characters: n, Costs: []translate.Cost{{Engine: s.about(), Characters: n, Priced: true}}}, nil
}

// newScribesTab is a tab on a server with a translator, at the comparison of an article that has no Belarusian version.
func newScribesTab(t *testing.T, browser context.Context) (*tab, scribe) {
	t.Helper()
	s := scribe{let: make(chan struct{}, 100)}
	stop, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	p := newTabAt(t, browser, newSite(t, func(o *web.Options) {
		o.Workbench, o.Background = workbench.New(detect.New(), workbench.WithTranslator(s)), stop
		o.Spending = func(context.Context) ([]web.SpendingLine, error) {
			return []web.SpendingLine{{Month: "2025-03", Engine: "Scribe", Billed: 950, Reserved: 12, Saved: 1200, Limit: 1000, Requests: 3}}, nil
		}
	}))
	var english, russian []string
	for i := range 10 {
		english = append(english, fmt.Sprintf("House %d on the embankment has been painted. Its %d tenants chose the colour together.", i+1, 3*i+11))
		russian = append(russian, fmt.Sprintf("Дом %d на набережной покрасили. Цвет выбирали вместе все %d жильцов.", i+1, 3*i+11))
	}
	p.open("/")
	p.until(`document.querySelector(".well.scripted")`)
	eval[any](p, fmt.Sprintf(paste, 1, strings.Join(english, "\n\n")))
	eval[any](p, fmt.Sprintf(paste, 2, strings.Join(russian, "\n\n")))
	p.click(".go button.main")
	p.arrive(`document.querySelector(".offer a")`)
	return p, s
}

// click clicks an element in the page itself: between finding and clicking it from outside the page may give way to the next.
func (p *tab) click(selector string) {
	p.t.Helper()
	eval[any](p, fmt.Sprintf(`document.querySelector(%q).click()`, selector))
}

// order asks for the translation of the Russian version.
func (p *tab) order() {
	p.t.Helper()
	p.click(`.offer a`)
	p.arrive(`document.querySelector(".sources")`)
	eval[any](p, `document.querySelector("[value=ru]").click()`)
	p.click(`.choices.v1 button`)
	p.arrive(`document.querySelector("[data-job]")`)
}

const (
	job      = `document.querySelector(".job p").textContent`
	come     = `document.querySelectorAll(".cell.translated .s:not(.awaited)").length`
	finished = `document.querySelector(".job.done")`
)

// The translation comes paragraph by paragraph into the page as it stands, without being loaded anew.
func TestBrowserTranslates(t *testing.T) {
	p, s := newScribesTab(t, newBrowser(t))
	p.order()
	eval[any](p, `window.same = true`)
	p.until(job + `.includes("paragraph 1 of 10")`)
	s.let <- struct{}{}
	p.until(come + ` === 12 && ` + job + `.includes("paragraph 7 of 10")`)
	if got := eval[string](p, `document.querySelector('[data-row="2"] .cell.translated p').textContent`); got != "Пераклад: Дом 2 на набережной покрасили. Пераклад: Цвет выбирали вместе все 14 жильцов." {
		t.Errorf("row 2 has %q", got)
	}
	s.let <- struct{}{}
	p.until(finished)
	p.until(come + ` === 20 && window.same`)
	if got := eval[string](p, job); !strings.HasPrefix(got, "Machine translation of the Russian version into Belarusian by Scribe, 4 March 2025.") {
		t.Errorf("the page says %q", got)
	}
	if got := eval[string](p, `document.querySelector(".heads .translated").innerText.replace(/\s+/g, " ")`); !strings.Contains(got, "Беларуская · machine translation") || !strings.Contains(got, "Scribe, a draft · 4 March 2025") {
		t.Errorf("the head says %q", got)
	}
	eval[any](p, `document.querySelector('[data-row="3"] .v0 .s').dispatchEvent(new PointerEvent("pointerover", { bubbles: true }))`)
	p.until(`document.querySelectorAll('[data-row="3"] .s.lit').length === 3`)
	p.click(`.job form button`)
	p.arrive(`document.querySelector(".offer a")`)
	p.until(`!document.querySelector(".translated")`)
}

func TestBrowserStopsTranslating(t *testing.T) {
	p, s := newScribesTab(t, newBrowser(t))
	p.order()
	s.let <- struct{}{}
	p.until(come + ` === 12`)
	p.click(`.job form button`)
	p.arrive(`document.querySelector(".job.stopped")`)
	if n := eval[int](p, come); n != 12 {
		t.Errorf("%d sentences are left of the 12 that were translated", n)
	}
	if n := eval[int](p, `document.querySelectorAll(".untranslated").length`); n != 4 {
		t.Errorf("%d places say that there is no translation, want one a paragraph", n)
	}
}

func TestBrowserShowsTranslationsWell(t *testing.T) {
	p, s := newScribesTab(t, newBrowser(t))
	ask := eval[string](p, `document.querySelector(".offer a").pathname + document.querySelector(".offer a").search`)
	p.order()
	comparison := eval[string](p, `location.pathname + location.search`)
	s.let <- struct{}{}
	p.until(come + ` === 12`) // half of it is there, and half is not
	for _, scheme := range []string{"light", "dark"} {
		p.scheme(scheme)
		for _, path := range []string{ask, comparison, "/spending"} {
			p.do(chromedp.EmulateViewport(1440, 1000))
			p.open(path)
			for _, poor := range eval[[]string](p, contrast) {
				t.Errorf("%s, %s: %s", path, scheme, poor)
			}
			for _, width := range []int64{390, 800} {
				p.do(chromedp.EmulateViewport(width, 844))
				if got := eval[int64](p, `document.documentElement.scrollWidth`); got > width {
					t.Errorf("%s is %d pixels wide on a screen of %d", path, got, width)
				}
			}
		}
	}
	p.do(chromedp.EmulateViewport(390, 844))
	p.open(comparison)
	shown := `[...document.querySelectorAll('[data-row="5"] .cell')].filter(c => c.checkVisibility()).map(c => c.lang + c.classList.contains("translated")).join()`
	if got := eval[string](p, shown); got != "betrue" {
		t.Errorf("a phone shows %q, want what was asked for", got)
	}
	eval[any](p, `document.querySelector("#tab-1").click()`)
	if got := eval[string](p, shown); got != "rufalse" {
		t.Errorf("after the switch it shows %q", got)
	}
}
