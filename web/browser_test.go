package web_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// tab is a page in a real browser. Whatever the browser complains of (a script's error, a breach of the content
// security policy, a file that is not there) fails the test.
type tab struct {
	t    *testing.T
	ctx  context.Context
	site string

	mu         sync.Mutex
	complaints []string
}

// chromium finds the browser. Without one the test is skipped, but not where tests decide what is merged.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("no Chromium on PATH")
	}
	t.Skip("no Chromium on PATH")
	return ""
}

// newBrowser starts a browser; the tabs made from its context share it.
func newBrowser(t *testing.T) context.Context {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.Flag("disable-quic", true))
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	browser, closeBrowser := chromedp.NewContext(allocator)
	t.Cleanup(closeBrowser)
	// The first run starts the browser; it must not be bounded by a context that ends before the others.
	if err := chromedp.Do(browser, chromedp.Navigate("about:blank")); err != nil {
		t.Fatalf("start %s: %v", chromium(t), err)
	}
	return browser
}

func newTab(t *testing.T, browser context.Context) *tab {
	t.Helper()
	return newTabAt(t, browser, newSite(t, nil))
}

func newTabAt(t *testing.T, browser context.Context, s site) *tab {
	t.Helper()
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	p := &tab{t: t, ctx: ctx, site: strings.Replace(server.URL, "127.0.0.1", "localhost", 1)}
	if err := chromedp.Listen(ctx, p.hear); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, c := range p.complaints {
			t.Errorf("the browser complains: %s", c)
		}
	})
	return p
}

func (p *tab) hear(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch e := event.(type) {
	case *cdplog.EventEntryAdded:
		p.complaints = append(p.complaints, fmt.Sprintf("%s %s (%s)", e.Entry.Level, e.Entry.Text, e.Entry.URL))
	case *runtime.EventExceptionThrown:
		p.complaints = append(p.complaints, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		p.complaints = append(p.complaints, "console."+string(e.Type))
	}
}

// do runs steps that a hung page must not hold up for ever.
func (p *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

func (p *tab) open(path string) { p.t.Helper(); p.do(chromedp.Navigate(p.site + path)) }

// until waits for a JavaScript condition.
func (p *tab) until(condition string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool]("Boolean("+condition+")", chromedp.WithPollingInterval(20*time.Millisecond))); err != nil {
		p.t.Fatalf("waiting for %s: %v", condition, err)
	}
}

// arrive waits for a JavaScript condition on whatever page comes next: what is asked while one page gives way to another
// is asked again.
func (p *tab) arrive(condition string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	for {
		if ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+condition+")")); err == nil && ok {
			return
		}
		select {
		case <-ctx.Done():
			p.t.Fatalf("waiting for %s: %v", condition, ctx.Err())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// frames waits until the page has been drawn, so that its scripts have seen the last scroll.
func (p *tab) frames() {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	drawn := `new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](drawn, chromedp.EvalAwaitPromise)); err != nil {
		p.t.Fatal(err)
	}
}

func (p *tab) press(keys string) { p.t.Helper(); p.do(chromedp.KeyEvent(keys)) }

// eval gives the value of a JavaScript expression.
func eval[T any](p *tab, expression string) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, time.Minute)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

func (p *tab) scheme(name string) {
	p.t.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"}}
	if _, err := chromedp.Call(p.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
		p.t.Fatal(err)
	}
}

const (
	here = `document.querySelector(".bead.here")?.dataset.row`
	// paste puts a text into the slot with a number, as a person would.
	paste = `(() => { const t = document.querySelector("#text-%d"); t.value = %q; t.dispatchEvent(new Event("input", { bubbles: true })); })()`
)

func TestInBrowser(t *testing.T) {
	browser := newBrowser(t)
	for _, c := range []struct {
		name string
		run  func(*testing.T, *tab)
	}{
		{"the sample", browseSample},
		{"two texts are pasted", browsePaste},
		{"a language that is not served", browseForeign},
		{"a form that is not complete", browseIncomplete},
		{"keys", browseKeys},
		{"keys switched off", browseKeysOff},
		{"filters", browseFilters},
		{"a phone", browsePhone},
		{"contrast", browseContrast},
	} {
		t.Run(c.name, func(t *testing.T) { c.run(t, newTab(t, browser)) })
	}
}

func browseSample(t *testing.T, p *tab) {
	p.open("/")
	p.do(chromedp.Click(chromedp.CSS(`a[href="/sample"]`)), chromedp.WaitVisible(chromedp.CSS(`[data-row="1"] .cell`)))
	if rows := eval[int](p, `document.querySelectorAll("[data-row]").length`); rows < 8 {
		t.Errorf("%d rows", rows)
	}
	p.until(`!document.querySelector("[data-bar]").hidden`)
	tops := `[...document.querySelectorAll('[data-row="3"] .cell')].map(c => c.getBoundingClientRect().top)`
	if n := eval[int](p, `new Set(`+tops+`).size`); n != 1 {
		t.Errorf("the cells of one row begin at %d heights", n)
	}
}

func browsePaste(t *testing.T, p *tab) {
	p.open("/")
	p.until(`document.querySelector(".well.scripted")`)
	eval[any](p, fmt.Sprintf(paste, 1, "The bakery in Zaslawye sells 40 loaves a day.\n\nIt opens at six."))
	eval[any](p, fmt.Sprintf(paste, 3, "Пякарня ў Заслаўі прадае 60 боханаў на дзень.\n\nАдчыняецца а шостай."))
	p.until(`document.querySelector(".slot:nth-of-type(1) select option").textContent === "English"`)
	p.until(`document.querySelector(".slot:nth-of-type(3) select option").textContent === "Беларуская"`)
	if got := eval[string](p, `document.querySelector(".slot [data-about]").textContent`); got != "13 words" {
		t.Errorf("the slot says %q", got)
	}
	p.do(chromedp.Click(chromedp.CSS(".go button.main")), chromedp.WaitVisible(chromedp.CSS(`[data-row="2"] .cell`)))
	if got := eval[string](p, `document.querySelector(".heads").innerText.replace(/\s+/g, " ")`); !strings.Contains(got, "English") || !strings.Contains(got, "Беларуская") {
		t.Errorf("the heads say %q", got)
	}
	if n := eval[int](p, `document.querySelectorAll("mark.number").length`); n != 2 {
		t.Errorf("%d numbers are marked, want 40 and 60", n)
	}
}

func browseForeign(t *testing.T, p *tab) {
	p.open("/")
	p.until(`document.querySelector(".well.scripted")`)
	eval[any](p, fmt.Sprintf(paste, 2, "Пекарня у Львові продає сорок хлібів щодня, і її господарі кажуть, що цього замало."))
	p.until(`document.querySelector("#error-2").textContent.startsWith("This is Ukrainian")`)
	eval[any](p, fmt.Sprintf(paste, 2, "https://news.example/article"))
	p.until(`document.querySelector("#error-2").textContent.startsWith("Addresses are not read yet")`)
	eval[any](p, fmt.Sprintf(paste, 2, ""))
	p.until(`document.querySelector("#error-2").textContent === ""`)
}

func browseIncomplete(t *testing.T, p *tab) {
	p.open("/")
	p.until(`document.querySelector(".well.scripted")`)
	eval[any](p, fmt.Sprintf(paste, 1, "Alone"))
	p.do(chromedp.Click(chromedp.CSS(".go button.main")), chromedp.WaitVisible(chromedp.CSS(".alert")))
	if got := eval[string](p, `location.pathname + document.querySelector("#text-1").value`); got != "/Alone" {
		t.Errorf("got %q", got)
	}
}

func browseKeys(t *testing.T, p *tab) {
	p.open("/sample")
	p.until(`!document.querySelector("[data-bar]").hidden`)
	p.press("j")
	first := eval[string](p, here)
	p.press("jj")
	p.press("k")
	if first != "1" || eval[string](p, here) != "2" {
		t.Errorf("j leads to row %s, and j j k on to %s", first, eval[string](p, here))
	}
	p.press("n")
	row := eval[string](p, here)
	if !eval[bool](p, `Boolean(document.querySelector(".bead.here .note.lit"))`) {
		t.Errorf("n leads to row %s, where no difference is lit", row)
	}
	p.press("n")
	p.press("N")
	if got := eval[string](p, here); got != row {
		t.Errorf("n and N lead from row %s to %s", row, got)
	}
	if got := eval[string](p, `document.querySelector("[data-progress]").textContent`); !strings.HasPrefix(got, "1 of ") {
		t.Errorf("the bar says %q", got)
	}
	p.press("l")
	if n := eval[int](p, `new Set([...document.querySelectorAll(".s.lit")].map(s => s.closest(".cell"))).size`); n < 2 {
		t.Errorf("a sentence lights up in %d versions", n)
	}
	p.press("?")
	p.until(`document.querySelector("dialog").open`)
}

func browseKeysOff(t *testing.T, p *tab) {
	p.open("/sample")
	p.until(`!document.querySelector("[data-bar]").hidden`)
	p.press("?")
	p.do(chromedp.Click(chromedp.CSS("[data-keys-on]")), chromedp.Click(chromedp.CSS("dialog button")))
	p.press("j")
	if eval[bool](p, `Boolean(document.querySelector(".bead.here"))`) {
		t.Error("j still leads to a row")
	}
	p.do(chromedp.Navigate(p.site + "/sample"))
	p.until(`!document.querySelector("[data-bar]").hidden`)
	if eval[bool](p, `document.querySelector("[data-keys-on]").checked`) {
		t.Error("the choice is forgotten")
	}
}

func browseFilters(t *testing.T, p *tab) {
	p.open("/sample")
	p.until(`!document.querySelector("[data-bar]").hidden`)
	seen := `[...document.querySelectorAll(".sheets .note.number")].filter(n => n.checkVisibility()).length`
	before := eval[int](p, seen)
	p.do(chromedp.Click(chromedp.CSS(`.chip:has(#show-number)`)))
	if after := eval[int](p, seen); before == 0 || after != 0 {
		t.Errorf("%d notes on numbers, and %d with the filter off", before, after)
	}
	if got := eval[string](p, `getComputedStyle(document.querySelector("mark.number")).textDecorationLine`); got != "none" {
		t.Errorf("the marks are still underlined: %s", got)
	}
}

func browsePhone(t *testing.T, p *tab) {
	p.do(chromedp.EmulateViewport(390, 844))
	for _, path := range []string{"/", "/sample"} {
		p.open(path)
		if got := eval[int](p, `document.documentElement.scrollWidth`); got > 390 {
			t.Errorf("%s is %d pixels wide on a screen of 390", path, got)
		}
	}
	p.open("/sample")
	p.until(`!document.querySelector("[data-bar]").hidden`)
	shown := `[...document.querySelectorAll('[data-row="5"] .cell')].filter(c => c.checkVisibility()).map(c => c.lang).join()`
	if got := eval[string](p, shown); got != "en" {
		t.Errorf("shown are %q", got)
	}
	top := `Math.round(document.querySelector('[data-row="7"]').getBoundingClientRect().top) || 0` // never -0, which JSON has not
	eval[any](p, `document.querySelector('[data-row="7"]').scrollIntoView({ behavior: "instant" })`)
	p.frames()
	before := eval[int](p, top)
	eval[any](p, `document.querySelector("#tab-2").click()`)
	if got := eval[string](p, shown); got != "be" {
		t.Errorf("after the switch %q are shown", got)
	}
	if after := eval[int](p, top); after < before-2 || after > before+2 {
		t.Errorf("row 7 moved from %d to %d pixels under the top", before, after)
	}
}

// contrast lists the elements with text whose colour stands out from what is behind it by less than 4.5 to 1.
const contrast = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const over = (top, under) => { const a = top[3] / 255; return under.map((u, i) => i < 3 ? top[i] * a + u * (1 - a) : 255); };
  const behind = (e) => {
    const layers = [];
    for (; e; e = e.parentElement) layers.push(rgba(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 255]);
  };
  const light = (c) => { const [r, g, b] = c.map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const poor = new Set();
  for (const e of document.querySelectorAll("body *")) {
    if (!e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const under = behind(e), ink = over(rgba(getComputedStyle(e).color), under);
    const [a, b] = [light(ink), light(under)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) poor.add(e.tagName + "." + e.className + " " + ratio.toFixed(2));
  }
  return [...poor];
})()`

func browseContrast(t *testing.T, p *tab) {
	for _, scheme := range []string{"light", "dark"} {
		p.scheme(scheme)
		for _, path := range []string{"/", "/sample"} {
			p.open(path)
			for _, poor := range eval[[]string](p, contrast) {
				t.Errorf("%s, %s: %s", path, scheme, poor)
			}
		}
	}
}

// TestBrowserRemembersDismissals sets a difference aside, and finds it set aside when the page comes again.
func TestBrowserRemembersDismissals(t *testing.T) {
	p := newTab(t, newBrowser(t))
	p.open("/sample")
	const progress = `document.querySelector("[data-progress]").textContent`
	p.arrive(`document.querySelector("[data-dismiss]:not([hidden])")`)
	before := eval[string](p, progress)
	eval[any](p, `document.querySelector(".note:not(.low) [data-dismiss]").click()`)
	if after := eval[string](p, progress); after == before {
		t.Errorf("%q is still the count", after)
	}
	p.open("/sample")
	p.arrive(`document.querySelector(".note.dismissed") && document.querySelector(".m.dismissed")`)
	eval[any](p, `document.querySelector(".note.dismissed [data-dismiss]").click()`)
	if n := eval[int](p, `document.querySelectorAll(".dismissed").length`); n != 0 {
		t.Errorf("%d things are still set aside", n)
	}
	if again := eval[string](p, progress); again != before {
		t.Errorf("%q is the count after undoing, want %q", again, before)
	}
}
