package libre_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"triptych/translate"
	"triptych/translate/libre"
	"triptych/translate/libre/libretest"
)

func sample() []string {
	return []string{"Svislach anglers rejoice", "Glybokaje cherries ripen", "Pinsk shipyard hires"}
}

func TestFaults(t *testing.T) {
	for _, tc := range []struct {
		fault    libretest.Fault
		reason   translate.Reason
		after    time.Duration
		unbilled bool
		fix      string // a part of it
		kept     []string
	}{
		{libretest.Busy(""), translate.Busy, 0, false, "", nil},
		{libretest.Busy("12"), translate.Busy, 12 * time.Second, false, "", nil},
		{libretest.Busy("99999999"), translate.Busy, 24 * time.Hour, false, "", nil},
		{libretest.Refuse(500, "Cannot translate text: out of memory"), translate.Unavailable, 0, true, "", nil},
		{libretest.Refuse(504, "timeout"), translate.Unavailable, 0, false, "", nil},
		{libretest.Refuse(403, "Invalid API key"), translate.Refused, 0, false, "TRIPTYCH_LIBRETRANSLATE_KEY", nil},
		{libretest.Refuse(400, "Visit https://x.example to get an API key"), translate.Refused, 0, false, "TRIPTYCH_LIBRETRANSLATE_KEY", nil},
		{libretest.Refuse(401, "Unauthorized"), translate.Refused, 0, false, "TRIPTYCH_LIBRETRANSLATE_KEY", nil},
		{libretest.Refuse(403, "Too many request limits violations"), translate.Exhausted, 0, false, "wait", nil},
		{libretest.Refuse(400, "be is not supported"), translate.NotServed, 0, false, "models", nil},
		{libretest.Refuse(400, "Belarusian (be) is not available as a target language from English (en)"), translate.NotServed, 0, false, "models", nil},
		{libretest.Refuse(413, "Request Entity Too Large"), translate.TooLong, 0, false, "split", nil},
		{libretest.Refuse(400, "Invalid request: request (9000) exceeds text limit (5)"), translate.TooLong, 0, false, "split", nil},
		{libretest.Refuse(400, "Invalid request: missing q parameter"), translate.BadRequest, 0, false, "", nil},
		{libretest.Refuse(404, "Not Found"), translate.BadRequest, 0, false, "TRIPTYCH_LIBRETRANSLATE_URL", nil},
		{libretest.Redirect("/elsewhere"), translate.BadRequest, 0, false, "TRIPTYCH_LIBRETRANSLATE_URL", nil},
		{libretest.Refuse(200, "something else"), translate.BadAnswer, 0, false, "", nil},
		{libretest.Fewer(1), translate.BadAnswer, 0, false, "", nil},
		{libretest.Fewer(3), translate.BadAnswer, 0, false, "", nil},
		{libretest.More(), translate.BadAnswer, 0, false, "", nil},
		{libretest.Blank(0), translate.BadAnswer, 0, false, "", pseudo("", sample()[1], sample()[2])},
		{libretest.Damaged(1), translate.BadAnswer, 0, false, "", pseudo(sample()[0], "", sample()[2])},
		{libretest.Answer(`{"translatedText": "one for all"}`), translate.BadAnswer, 0, false, "", nil},
		{libretest.Answer(`{"translatedText": 7}`), translate.BadAnswer, 0, false, "", nil},
		{libretest.Answer(`{"translatedText": null}`), translate.BadAnswer, 0, false, "", nil},
		{libretest.Answer(`{"translatedText": ["a", null, "c"]}`), translate.BadAnswer, 0, false, "", []string{"a", "", "c"}},
		{libretest.Answer(`[]`), translate.BadAnswer, 0, false, "", nil},
		{libretest.Answer(``), translate.BadAnswer, 0, false, "", nil},
		{libretest.Page(200), translate.BadAnswer, 0, false, "TRIPTYCH_LIBRETRANSLATE_URL", nil},
		{libretest.Page(500), translate.Unavailable, 0, false, "", nil},
		{libretest.HalfJSON(), translate.BadAnswer, 0, false, "", nil},
		{libretest.NotUTF8(), translate.BadAnswer, 0, false, "", nil},
		{libretest.Huge(), translate.BadAnswer, 0, false, "", nil},
		{libretest.CutBefore(), translate.Unavailable, 0, false, "", nil},
		{libretest.CutAfter(), translate.Unavailable, 0, false, "", nil},
		{libretest.Half(), translate.Unavailable, 0, false, "", nil},
		{libretest.Echo(400), translate.BadRequest, 0, false, "", nil},
		{libretest.Echo(500), translate.Unavailable, 0, true, "", nil},
	} {
		t.Run(tc.fault.String(), func(t *testing.T) {
			s, e := start(t)
			if _, err := e.Translate(t.Context(), enBe(), []string{"warm"}); err != nil {
				t.Fatal(err) // the fault is to meet a connection that is used again
			}
			s.Faults(tc.fault)
			got, err := e.Translate(t.Context(), enBe(), sample())
			want := tc.kept
			if want == nil {
				want = []string{"", "", ""}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("kept (-want +got):\n%s", diff)
			}
			p := problem(t, err)
			if p.Engine != "libre" || p.Reason != tc.reason || p.After != tc.after || p.Unbilled != tc.unbilled || !strings.Contains(p.Fix, tc.fix) {
				t.Errorf("got %+v\nwant reason %q, after %v, unbilled %v, a fix with %q", *p, tc.reason, tc.after, tc.unbilled, tc.fix)
			}
			keepsSecrets(t, err)
			if n := len(s.Requests()); n != 2 {
				t.Errorf("%d requests, want 2 with the one that warmed up", n)
			}
		})
	}
}

func keepsSecrets(t *testing.T, err error) {
	t.Helper()
	secrets := []string{key, "elsewhere", "swordfish"}
	for _, text := range sample() {
		secrets = append(secrets, strings.Fields(text)...)
	}
	for _, secret := range secrets {
		if said := fmt.Sprintf("%v %+v %#v", err, err, err); strings.Contains(said, secret) {
			t.Errorf("the error holds %q: %s", secret, said)
		}
	}
}

func TestWhatCameBeforeAFailureIsKept(t *testing.T) {
	s, e := start(t)
	s.Limit(1, 0)
	s.Faults(libretest.OK(), libretest.Blank(0), libretest.OK())
	got, err := e.Translate(t.Context(), enBe(), sample())
	if p := problem(t, err); p.Reason != translate.BadAnswer {
		t.Errorf("got %+v", *p)
	}
	want := pseudo(sample()[0], "", sample()[2])
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("spoiled (-want +got):\n%s", diff)
	}
	s.Faults(libretest.OK(), libretest.Busy("3"))
	got, err = e.Translate(t.Context(), enBe(), sample())
	if p := problem(t, err); p.Reason != translate.Busy || p.After != 3*time.Second {
		t.Errorf("got %+v", *p)
	}
	if diff := cmp.Diff(pseudo(sample()[0], "", ""), got); diff != "" {
		t.Errorf("busy (-want +got):\n%s", diff)
	}
}

func TestHangEndsAtTheEnginesTimeout(t *testing.T) {
	s := libretest.New(t)
	e := newEngine(t, libre.Options{URL: s.URL, Key: key, Timeout: 50 * time.Millisecond})
	s.FaultsBy(func(int) libretest.Fault { return libretest.Hang() })
	_, err := e.Translate(t.Context(), enBe(), sample())
	if p := problem(t, err); p.Reason != translate.Unavailable || !strings.Contains(p.Detail, "50ms") {
		t.Errorf("got %+v", *p)
	}
	keepsSecrets(t, err)
}

func TestCallersDeadlineIsTheCallersError(t *testing.T) {
	s, e := start(t)
	ctx, cancel := context.WithCancel(t.Context())
	s.FaultsBy(func(int) libretest.Fault {
		cancel()
		return libretest.Hang()
	})
	got, err := e.Translate(ctx, enBe(), sample())
	if !errors.Is(err, context.Canceled) || len(got) != 3 {
		t.Errorf("got %q, %v", got, err)
	}
	keepsSecrets(t, err)
}

func TestRedirectionsAreNotFollowed(t *testing.T) {
	var seen atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { seen.Add(1) }))
	defer other.Close()
	s, e := start(t)
	s.Faults(libretest.Redirect(other.URL))
	_, err := e.Translate(t.Context(), enBe(), sample())
	if p := problem(t, err); p.Reason != translate.BadRequest || seen.Load() > 0 {
		t.Errorf("got %+v; the other host was asked %d times", *p, seen.Load())
	}
}

func TestNoMoreIsReadThanCanBeAnAnswer(t *testing.T) {
	s, e := start(t)
	s.Faults(libretest.Huge())
	_, err := e.Translate(t.Context(), enBe(), sample())
	if p := problem(t, err); !strings.Contains(p.Detail, "too large") {
		t.Errorf("got %+v", *p)
	}
}

func TestNobodyListens(t *testing.T) {
	for _, url := range []string{"http://user:swordfish@127.0.0.1:1/lt", "http://nowhere.invalid"} {
		e := newEngine(t, libre.Options{URL: url, Key: key, Timeout: generous})
		_, err := e.Translate(t.Context(), enBe(), sample())
		if p := problem(t, err); p.Reason != translate.Unavailable || !p.Unbilled {
			t.Errorf("%s: got %+v", url, *p)
		}
		keepsSecrets(t, err)
		if strings.Contains(e.About().Version, "swordfish") {
			t.Errorf("the version holds the password: %s", e.About().Version)
		}
	}
}

func TestServesSaysWhyItDoesNotKnow(t *testing.T) {
	s := libretest.New(t)
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "<h1>Welcome</h1>")
	}))
	defer page.Close()
	for url, reason := range map[string]translate.Reason{
		"http://127.0.0.1:1":             translate.Unavailable,
		strings.TrimSuffix(s.URL, "/lt"): translate.BadRequest, // a server, and nothing at the address
		page.URL:                         translate.BadAnswer,
	} {
		e := newEngine(t, libre.Options{URL: url, Timeout: generous})
		ok, err := e.Serves(t.Context(), enBe())
		if p := problem(t, err); ok || p.Reason != reason || !strings.Contains(p.Fix, "TRIPTYCH_LIBRETRANSLATE_URL") {
			t.Errorf("%s: got %v, %+v", url, ok, *p)
		}
	}
}
