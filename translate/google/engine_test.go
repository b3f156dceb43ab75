package google_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
	"triptych/translate/google"
	"triptych/translate/google/googletest"
)

// generous is for engines that are not tested for their patience: longer than any loaded machine takes.
const generous = time.Minute

func enBe() translate.Pair { return translate.Pair{From: lang.English, To: lang.Belarusian} }

// eachVersion runs a test with an engine of v2 and one of v3, each with a server of its own.
func eachVersion(t *testing.T, test func(t *testing.T, s *googletest.Server, e *google.Engine)) {
	t.Run("v2", func(t *testing.T) {
		s := googletest.New(t)
		test(t, s, newEngine(t, google.Options{Key: s.Key, Endpoint: s.URL, Timeout: generous}))
	})
	t.Run("v3", func(t *testing.T) {
		s := googletest.New(t)
		t.Setenv("GOOGLE_APPLICATION_CREDENTIALS", s.Credentials(t))
		test(t, s, newEngine(t, google.Options{Endpoint: s.URL, Timeout: generous}))
	})
}

func newEngine(t *testing.T, o google.Options) *google.Engine {
	t.Helper()
	e, err := google.New(t.Context(), o)
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

func TestTranslatesInOrderAsPlainText(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		texts := []string{
			`The mayor of Lida said: "Tom & Jerry's café <b>stays</b>."`,
			"  ",
			"Snow fell; roads closed. 50% off? a+b=c&d=e #7",
			"",
			"Line one\nline two 😀",
		}
		got, err := e.Translate(t.Context(), enBe(), texts)
		if err != nil {
			t.Fatal(err)
		}
		want := []string{
			googletest.Pseudo("en", "be", texts[0]), "  ", googletest.Pseudo("en", "be", texts[2]), "", googletest.Pseudo("en", "be", texts[4]),
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("translations (-want +got):\n%s", diff)
		}
		if len(s.Requests()) != 1 {
			t.Fatalf("%d requests, want 1", len(s.Requests()))
		}
		r := s.Requests()[0]
		if diff := cmp.Diff([]string{texts[0], texts[2], texts[4]}, r.Texts); diff != "" {
			t.Errorf("texts that were sent (-want +got):\n%s", diff)
		}
		if r.Method != http.MethodPost || r.Format != "text" || r.Source != "en" || r.Target != "be" {
			t.Errorf("request is %+v", r)
		}
		if strings.Contains(r.Query, "Lida") || strings.Contains(r.Query, s.Key) {
			t.Errorf("the address holds the article or the key: %s", r.Query)
		}
	})
}

func TestNothingToTranslateIsNoRequest(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		for _, texts := range [][]string{nil, {}, {"", " \n"}} {
			got, err := e.Translate(t.Context(), enBe(), texts)
			if err != nil || len(got) != len(texts) {
				t.Errorf("%q: got %q, %v", texts, got, err)
			}
		}
		if n := len(s.Requests()); n != 0 {
			t.Errorf("%d requests, want none", n)
		}
	})
}

func TestTextsThatAreNeverSent(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		for name, tc := range map[string]struct {
			pair   translate.Pair
			text   string
			reason translate.Reason
		}{
			"too long":       {enBe(), strings.Repeat("ы", 30_001), translate.TooLong},
			"not UTF-8":      {enBe(), "caf\xe9", translate.BadRequest},
			"unknown source": {translate.Pair{From: lang.Undetermined, To: lang.Russian}, "a", translate.NotServed},
			"into itself":    {translate.Pair{From: lang.Russian, To: lang.Russian}, "a", translate.NotServed},
			"no target":      {translate.Pair{From: lang.Russian}, "a", translate.NotServed},
		} {
			got, err := e.Translate(t.Context(), tc.pair, []string{"fine", tc.text})
			if p := problem(t, err); p.Reason != tc.reason {
				t.Errorf("%s: got %+v", name, *p)
			}
			if diff := cmp.Diff([]string{"", ""}, got); diff != "" {
				t.Errorf("%s: %s", name, diff)
			}
		}
		if n := len(s.Requests()); n != 0 {
			t.Errorf("%d requests, want none", n)
		}
	})
}

func TestLongestTextIsAccepted(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		if _, err := e.Translate(t.Context(), enBe(), []string{strings.Repeat("ы", 30_000)}); err != nil {
			t.Error(err)
		}
		if n := s.BilledCharacters(); n != 30_000 {
			t.Errorf("%d characters billed", n)
		}
	})
}

func TestRequestOfTooManyBytes(t *testing.T) {
	s := googletest.New(t)
	e := newEngine(t, google.Options{Key: s.Key, Endpoint: s.URL, Timeout: generous})
	_, err := e.Translate(t.Context(), enBe(), []string{strings.Repeat("😀", 20_000)}) // 240 000 as a form
	if p := problem(t, err); p.Reason != translate.TooLong || p.Fix == "" {
		t.Errorf("got %+v", *p)
	}
}

func TestServiceRefusesLanguage(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		for _, to := range []lang.Tag{"eo", "not a tag"} {
			_, err := e.Translate(t.Context(), translate.Pair{From: lang.English, To: to}, sample())
			if p := problem(t, err); p.Reason != translate.NotServed || !strings.Contains(p.Detail, "English") {
				t.Errorf("%s: got %+v", to, *p)
			}
		}
	})
}

func TestManyAtOnce(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		var group sync.WaitGroup
		for i := range 20 {
			group.Go(func() {
				text := fmt.Sprintf("Tram %d stops", i)
				got, err := e.Translate(t.Context(), enBe(), []string{text})
				if err != nil || got[0] != googletest.Pseudo("en", "be", text) {
					t.Errorf("got %q, %v", got, err)
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
		if len(s.Billed()) != 20 || len(s.Requests()) != 20 {
			t.Errorf("%d texts billed in %d requests", len(s.Billed()), len(s.Requests()))
		}
	})
}

func TestServes(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		s.Languages("en", "ru", "uk", "zh-TW", "iw")
		for pair, want := range map[translate.Pair]bool{
			{From: "en", To: "ru"}:  true,
			{From: "uk", To: "en"}:  true,
			{From: "en", To: "zh"}:  true,
			{From: "en", To: "be"}:  false, // listed by the service, not by us
			{From: "en", To: "en"}:  false,
			{From: "und", To: "en"}: false,
			{From: "", To: "en"}:    false,
		} {
			if got, err := e.Serves(t.Context(), pair); got != want || err != nil {
				t.Errorf("%v: got %v, %v; want %v", pair, got, err, want)
			}
		}
		if n := s.Asked("languages"); n != 1 {
			t.Errorf("languages asked for %d times, want 1", n)
		}
	})
}

func TestServesTheThreeWhereTheListIsNotHad(t *testing.T) {
	s := googletest.New(t)
	e := newEngine(t, google.Options{Key: "wrong", Endpoint: s.URL, Timeout: generous})
	for pair, want := range map[translate.Pair]bool{
		enBe():                  true,
		{From: "be", To: "ru"}:  true,
		{From: "en", To: "uk"}:  false,
		{From: "und", To: "ru"}: false,
	} {
		if got, err := e.Serves(t.Context(), pair); got != want || err != nil {
			t.Errorf("%v: got %v, %v; want %v", pair, got, err, want)
		}
	}
}

func TestServesGivesUpWithItsCaller(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := googletest.New(t)
	e := newEngine(t, google.Options{Key: s.Key, Endpoint: s.URL, Timeout: generous})
	if _, err := e.Serves(ctx, enBe()); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if ok, err := e.Serves(t.Context(), translate.Pair{From: "en", To: "uk"}); !ok || err != nil {
		t.Errorf("the next caller got %v, %v", ok, err)
	}
}

func TestOptions(t *testing.T) {
	s := googletest.New(t)
	nowhere := filepath.Join(t.TempDir(), "missing.json")
	for name, tc := range map[string]struct {
		options google.Options
		file    string // GOOGLE_APPLICATION_CREDENTIALS
		says    string
	}{
		"key with a space":    {google.Options{Key: "abc def"}, "", "TRIPTYCH_GOOGLE_KEY"},
		"key with a line end": {google.Options{Key: "abc\n"}, "", "TRIPTYCH_GOOGLE_KEY"},
		"endpoint with path":  {google.Options{Key: "k", Endpoint: s.URL + "/v2"}, "", "TRIPTYCH_GOOGLE_ENDPOINT"},
		"endpoint no scheme":  {google.Options{Key: "k", Endpoint: "localhost:8080"}, "", "TRIPTYCH_GOOGLE_ENDPOINT"},
		"credentials missing": {google.Options{}, nowhere, "GOOGLE_APPLICATION_CREDENTIALS"},
		"no such project":     {google.Options{Project: "../x"}, s.Credentials(t), "TRIPTYCH_GOOGLE_PROJECT"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("GOOGLE_APPLICATION_CREDENTIALS", tc.file)
			_, err := google.New(t.Context(), tc.options)
			if err == nil || !strings.Contains(err.Error(), tc.says) {
				t.Errorf("got %v, want something with %s", err, tc.says)
			}
			if err != nil && strings.Contains(err.Error(), "abc") {
				t.Errorf("the error holds the key: %v", err)
			}
		})
	}
}

func TestAbout(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		a := e.About()
		if a.Name != "google" || a.Title == "" || !a.Paid || a.Draft || !strings.HasPrefix(t.Name(), "TestAbout/"+a.Version[:2]) {
			t.Errorf("got %+v", a)
		}
		if l := e.Limits(); l.Texts == 0 || l.CodePoints == 0 {
			t.Errorf("limits are %+v", l)
		}
	})
}

// A request packed to the limits has to be one that the service takes, also of the widest letters.
func TestLimitsAreTheServices(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		l := e.Limits()
		texts := make([]string, l.Texts)
		for i := range texts {
			texts[i] = strings.Repeat("😀", l.CodePoints/l.Texts)
		}
		if _, err := e.Translate(t.Context(), enBe(), texts); err != nil {
			t.Error(err)
		}
		if _, err := e.Translate(t.Context(), enBe(), append(texts, "one more")); problem(t, err).Reason != translate.BadRequest {
			t.Errorf("one more: %v", err)
		}
	})
}
