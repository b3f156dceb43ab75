package translatetest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"triptych/lang"
	"triptych/translate"
)

// Conformance is what every engine has to pass. It is handed the engine in the form in which the product asks it, packed
// if it needs to be, and calls it with the first pair of English, Russian and Belarusian that it serves. It asks how an
// engine answers, not how well it translates.
func Conformance(t *testing.T, open func() translate.Engine) {
	t.Helper()
	e := open()
	p := servedPair(t, e)
	for name, test := range map[string]func(*testing.T, translate.Engine, translate.Pair){
		"it says who it is":                             about,
		"it serves no language into itself":             notIntoItself,
		"no texts make no request and no answer":        noTexts,
		"there is one answer a text, in order":          inOrder,
		"many texts":                                    manyTexts,
		"blank texts come back blank":                   blanks,
		"odd texts do not break it":                     oddTexts,
		"a pair that is not served":                     notServed,
		"a context that has ended":                      ended,
		"a context that ends half-way":                  endsHalfWay,
		"many at once":                                  manyAtOnce,
		"the texts that it was given stay as they were": textsStay,
	} {
		t.Run(name, func(t *testing.T) { test(t, e, p) })
	}
}

func servedPair(t *testing.T, e translate.Engine) translate.Pair {
	t.Helper()
	for _, from := range lang.Served() {
		for _, to := range lang.Served() {
			p := translate.Pair{From: from, To: to}
			ok, err := e.Serves(t.Context(), p)
			if err != nil {
				t.Fatalf("Serves(%s): %v", p, err)
			}
			if ok && from != to {
				return p
			}
		}
	}
	t.Fatal("it serves no pair of English, Russian and Belarusian")
	return translate.Pair{}
}

// sentences are plain texts, none of which is another's translation.
func sentences(t lang.Tag) []string {
	switch t {
	case lang.Russian:
		return []string{"В городе открылась новая школа.", "Дождь шёл всю ночь.", "Министр приехал в пятницу.", "Книга лежит на столе."}
	case lang.Belarusian:
		return []string{"У горадзе адкрылася новая школа.", "Дождж ішоў усю ноч.", "Міністр прыехаў у пятніцу.", "Кніга ляжыць на стале."}
	}
	return []string{"A new school opened in the town.", "It rained all night.", "The minister came on Friday.", "The book is on the table."}
}

func about(t *testing.T, e translate.Engine, _ translate.Pair) {
	a := e.About()
	if a.Name == "" || strings.ToLower(a.Name) != a.Name || strings.ContainsAny(a.Name, " ,;=>-") {
		t.Errorf("the name %q cannot stand in TRIPTYCH_ROUTES: small letters, no signs of its grammar", a.Name)
	}
	if a.Title == "" {
		t.Error("it has no title for people")
	}
	if a != e.About() {
		t.Error("it describes itself differently the second time: what is remembered would be lost")
	}
}

func notIntoItself(t *testing.T, e translate.Engine, p translate.Pair) {
	if ok, _ := e.Serves(t.Context(), translate.Pair{From: p.From, To: p.From}); ok {
		t.Errorf("it serves %s into itself", p.From)
	}
}

func noTexts(t *testing.T, e translate.Engine, p translate.Pair) {
	if got, err := e.Translate(t.Context(), p, nil); len(got) != 0 || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

// one asks for each text alone, which is what order is compared with.
func one(t *testing.T, e translate.Engine, p translate.Pair, text string) string {
	t.Helper()
	got, err := e.Translate(t.Context(), p, []string{text})
	if err != nil || len(got) != 1 || strings.TrimSpace(got[0]) == "" {
		t.Fatalf("%q: got %q, %v", text, got, err)
	}
	return got[0]
}

func inOrder(t *testing.T, e translate.Engine, p translate.Pair) {
	texts := sentences(p.From)
	texts = append(texts, texts[0], texts[2]) // what is there twice is answered twice
	got, err := e.Translate(t.Context(), p, texts)
	if err != nil || len(got) != len(texts) {
		t.Fatalf("%d answers to %d texts, %v", len(got), len(texts), err)
	}
	for i, text := range texts {
		if want := one(t, e, p, text); got[i] != want {
			t.Errorf("text %d: %q, alone it is %q", i, got[i], want)
		}
	}
}

func manyTexts(t *testing.T, e translate.Engine, p translate.Pair) {
	var texts []string
	for i := range 300 {
		texts = append(texts, fmt.Sprintf("%s %d", sentences(p.From)[i%4], i))
	}
	got, err := e.Translate(t.Context(), p, texts)
	if err != nil || len(got) != len(texts) {
		t.Fatalf("%d answers to %d texts, %v", len(got), len(texts), err)
	}
	for i := range got {
		if !strings.Contains(got[i], fmt.Sprint(i)) {
			t.Fatalf("text %d was answered with %q: its number is lost, so the order is in doubt", i, got[i])
		}
	}
}

func blanks(t *testing.T, e translate.Engine, p translate.Pair) {
	text := sentences(p.From)[0]
	got, err := e.Translate(t.Context(), p, []string{"", text, " \n"})
	if err != nil || len(got) != 3 {
		t.Fatalf("got %q, %v", got, err)
	}
	if strings.TrimSpace(got[0]+got[2]) != "" || got[1] != one(t, e, p, text) {
		t.Errorf("got %q", got)
	}
}

func oddTexts(t *testing.T, e translate.Engine, p translate.Pair) {
	s := sentences(p.From)[0]
	for name, text := range map[string]string{
		"signs of formats":          s + ` \ [ ] { } ^ $ / @ < > & &amp; <b>x</b> %s "quoted" 'so'`,
		"signs alone":               "[{^$*",
		"several lines":             s + "\n" + s + "\n\n" + s,
		"no end":                    strings.TrimSuffix(s, "."),
		"an address":                s + " https://example.by/a?b=1&c=2",
		"emoji and a joiner":        "👩‍👩‍👧 " + s,
		"another script":            "東京 " + s,
		"letters decomposed":        "й ў ё é " + s,
		"a soft hyphen and no gaps": s + "\u00AD\u200B\uFEFF" + s,
		"one long text":             strings.Repeat(s+" ", 60),
	} {
		got, err := e.Translate(t.Context(), p, []string{text, s})
		if err != nil || len(got) != 2 || strings.TrimSpace(got[0]) == "" || got[1] != one(t, e, p, s) {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
}

func notServed(t *testing.T, e translate.Engine, p translate.Pair) {
	none := translate.Pair{From: p.From, To: "qqq"}
	if ok, err := e.Serves(t.Context(), none); ok || err != nil {
		t.Fatalf("Serves(%s) is %v, %v", none, ok, err)
	}
	got, err := e.Translate(t.Context(), none, sentences(p.From))
	if e, ok := errors.AsType[*translate.Error](err); !ok || e.Reason != translate.NotServed {
		t.Errorf("got %q, %v; want an error of reason %q", got, err, translate.NotServed)
	}
}

func ended(t *testing.T, e translate.Engine, p translate.Pair) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := e.Translate(ctx, p, sentences(p.From))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

// endsHalfWay may be too late for a fast engine; what came must be right in any case.
func endsHalfWay(t *testing.T, e translate.Engine, p translate.Pair) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	texts := sentences(p.From)
	got, err := e.Translate(ctx, p, texts)
	if err != nil && !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the context's error", err)
	}
	if err == nil && len(got) != len(texts) {
		t.Errorf("%d answers to %d texts and no error", len(got), len(texts))
	}
	one(t, e, p, texts[0]) // it works on
}

func manyAtOnce(t *testing.T, e translate.Engine, p translate.Pair) {
	texts := sentences(p.From)
	want := make([]string, len(texts))
	for i, text := range texts {
		want[i] = one(t, e, p, text)
	}
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			n := i % len(texts)
			got, err := e.Translate(t.Context(), p, texts[n:n+1])
			if err != nil || len(got) != 1 || got[0] != want[n] {
				t.Errorf("caller %d got %q, %v; want %q", i, got, err, want[n])
			}
		})
	}
	all.Wait()
}

func textsStay(t *testing.T, e translate.Engine, p translate.Pair) {
	texts := sentences(p.From)
	if _, err := e.Translate(t.Context(), p, texts); err != nil {
		t.Fatal(err)
	}
	for i, want := range sentences(p.From) {
		if texts[i] != want {
			t.Errorf("text %d became %q", i, texts[i])
		}
	}
}
