package libre_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
	"triptych/translate/libre"
	"triptych/translate/libre/libretest"
)

const (
	generous = time.Minute // longer than any loaded machine takes
	key      = "lt-key-1618033988"
)

func enBe() translate.Pair { return translate.Pair{From: lang.English, To: lang.Belarusian} }

func start(t *testing.T) (*libretest.Server, *libre.Engine) {
	t.Helper()
	s := libretest.New(t)
	s.RequireKey(key)
	return s, newEngine(t, libre.Options{URL: s.URL, Key: key, Timeout: generous})
}

func newEngine(t *testing.T, o libre.Options) *libre.Engine {
	t.Helper()
	e, err := libre.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func problem(t *testing.T, err error) *translate.Error {
	t.Helper()
	var p *translate.Error
	if !errors.As(err, &p) {
		t.Fatalf("error is %T (%v), want *translate.Error", err, err)
	}
	return p
}

func pseudo(texts ...string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		if t != "" {
			out[i] = libretest.Pseudo("en", "be", t)
		}
	}
	return out
}

func TestTranslatesInOrderAsPlainText(t *testing.T) {
	s, e := start(t)
	texts := []string{`Braslaw's "Tom & Jerry" <café>`, "", "Ferries stop; trains run 😀\nTwice", "  "}
	got, err := e.Translate(t.Context(), enBe(), texts)
	if err != nil {
		t.Fatal(err)
	}
	want := append(pseudo(texts[:3]...), "  ")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("translations (-want +got):\n%s", diff)
	}
	wantRequests := []libretest.Request{{Key: key, Source: "en", Target: "be", Format: "text", Texts: []string{texts[0], texts[2]}}}
	if diff := cmp.Diff(wantRequests, s.Requests()); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}
}

func TestNothingToTranslateIsNoRequest(t *testing.T) {
	s, e := start(t)
	for _, texts := range [][]string{nil, {}, {"", " \n"}} {
		if got, err := e.Translate(t.Context(), enBe(), texts); err != nil || len(got) != len(texts) {
			t.Errorf("%q: got %q, %v", texts, got, err)
		}
	}
	if n := len(s.Requests()); n != 0 {
		t.Errorf("%d requests, want none", n)
	}
}

func TestRequestsOverTheServersLimitsAreSentInParts(t *testing.T) {
	texts := make([]string, 25)
	for i := range texts {
		texts[i] = fmt.Sprintf("Bus %02d is late", i) // 14 code points
	}
	for name, tc := range map[string]struct {
		texts, codePoints int
		requests          []int // texts of each
	}{
		"no limit":    {0, 0, []int{25}},
		"texts":       {10, 0, []int{10, 10, 5}},
		"code points": {0, 100, []int{7, 7, 7, 4}},
		"both":        {5, 60, []int{4, 4, 4, 4, 4, 4, 1}},
		"one by one":  {1, 0, slicesOf(1, 25)},
	} {
		t.Run(name, func(t *testing.T) {
			s, e := start(t)
			s.Limit(tc.texts, tc.codePoints)
			for range 2 { // the second time the limits are known
				got, err := e.Translate(t.Context(), enBe(), texts)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(pseudo(texts...), got); diff != "" {
					t.Errorf("translations (-want +got):\n%s", diff)
				}
			}
			var sizes []int
			for _, r := range s.Requests() {
				sizes = append(sizes, len(r.Texts))
			}
			if diff := cmp.Diff(append(tc.requests, tc.requests...), sizes); diff != "" {
				t.Errorf("texts of each request (-want +got):\n%s", diff)
			}
		})
	}
}

func slicesOf(v, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = v
	}
	return out
}

func TestOneTextOverTheLimit(t *testing.T) {
	s, e := start(t)
	s.Limit(0, 30)
	texts := []string{"A short line", strings.Repeat("Zhodzina ", 5), "Another line"}
	got, err := e.Translate(t.Context(), enBe(), texts)
	if p := problem(t, err); p.Reason != translate.TooLong || !strings.Contains(p.Detail, "30") || strings.Contains(p.Error(), "Zhodzina") {
		t.Errorf("got %+v", *p)
	}
	if diff := cmp.Diff([]string{pseudo(texts[0])[0], "", ""}, got); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

func TestTextsThatAreNeverSent(t *testing.T) {
	s, e := start(t)
	for name, tc := range map[string]struct {
		pair   translate.Pair
		text   string
		reason translate.Reason
	}{
		"not UTF-8":      {enBe(), "caf\xe9", translate.BadRequest},
		"unknown source": {translate.Pair{From: lang.Undetermined, To: lang.Russian}, "a", translate.NotServed},
		"into itself":    {translate.Pair{From: lang.Russian, To: lang.Russian}, "a", translate.NotServed},
		"no target":      {translate.Pair{From: lang.Russian}, "a", translate.NotServed},
	} {
		got, err := e.Translate(t.Context(), tc.pair, []string{" ", tc.text})
		if p := problem(t, err); p.Reason != tc.reason || len(got) != 2 || got[1] != "" {
			t.Errorf("%s: got %q, %+v", name, got, *p)
		}
	}
	if n := len(s.Requests()); n != 0 {
		t.Errorf("%d requests, want none", n)
	}
}

func TestServes(t *testing.T) {
	s, e := start(t)
	s.Languages(map[string][]string{"en": {"ru", "zh-Hans", "en"}, "ru": {"en"}, "uk": nil})
	for pair, want := range map[translate.Pair]bool{
		{From: "en", To: "ru"}:  true,
		{From: "ru", To: "en"}:  true,
		{From: "en", To: "zh"}:  true,
		{From: "uk", To: "ru"}:  true, // a server of old that lists no targets
		{From: "en", To: "be"}:  false,
		{From: "ru", To: "uk"}:  false,
		{From: "en", To: "en"}:  false,
		{From: "und", To: "ru"}: false,
	} {
		if got, err := e.Serves(t.Context(), pair); got != want || err != nil {
			t.Errorf("%v: got %v, %v; want %v", pair, got, err, want)
		}
	}
	if n := s.Asked("languages"); n != 1 {
		t.Errorf("languages asked for %d times, want 1", n)
	}
}

func TestServesGivesUpWithItsCaller(t *testing.T) {
	_, e := start(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := e.Serves(ctx, enBe()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if ok, err := e.Serves(t.Context(), enBe()); !ok || err != nil {
		t.Errorf("the next caller got %v, %v", ok, err)
	}
}

func TestManyAtOnce(t *testing.T) {
	s, e := start(t)
	s.Limit(2, 0)
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() {
			texts := []string{fmt.Sprintf("Gate %d opens", i), fmt.Sprintf("Gate %d shuts", i), fmt.Sprintf("Gate %d rusts", i)}
			got, err := e.Translate(t.Context(), enBe(), texts)
			if diff := cmp.Diff(pseudo(texts...), got); diff != "" || err != nil {
				t.Errorf("%v %s", err, diff)
			}
			if ok, err := e.Serves(t.Context(), enBe()); !ok || err != nil {
				t.Errorf("serves: %v, %v", ok, err)
			}
		})
	}
	group.Wait()
	if n := s.Asked("languages"); n != 1 {
		t.Errorf("languages asked for %d times, want 1", n)
	}
	for text, times := range s.Billed() {
		if times != 1 {
			t.Errorf("%q translated %d times", text, times)
		}
	}
}

func TestAddresses(t *testing.T) {
	for url, version := range map[string]string{
		"http://localhost:5000":                 "localhost:5000 1",
		" https://mt.example.by/lt/ ":           "mt.example.by/lt 1",
		"https://user:swordfish@mt.example.by/": "mt.example.by 1",
		"localhost:5000":                        "",
		"mt.example.by":                         "",
		"":                                      "",
		"ftp://mt.example.by":                   "",
		"http://mt.example.by?key=1":            "",
		"http://[::1":                           "",
	} {
		e, err := libre.New(libre.Options{URL: url})
		switch {
		case version == "" && (err == nil || !strings.Contains(err.Error(), "TRIPTYCH_LIBRETRANSLATE_URL")):
			t.Errorf("%q: got %v", url, err)
		case version != "" && err != nil:
			t.Errorf("%q: %v", url, err)
		case version != "" && e.About().Version != version:
			t.Errorf("%q: version %q, want %q", url, e.About().Version, version)
		}
	}
}

func TestAbout(t *testing.T) {
	e := newEngine(t, libre.Options{URL: "http://localhost:5000", Version: "argos-2031", Paid: true})
	want := translate.About{Name: "libre", Title: "LibreTranslate", Version: "localhost:5000 argos-2031", Paid: true}
	if diff := cmp.Diff(want, e.About()); diff != "" {
		t.Error(diff)
	}
}
