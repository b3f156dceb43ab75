package google_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"triptych/translate"
	"triptych/translate/google"
	"triptych/translate/google/googletest"
)

// sample is what the tables of faults send: words that no message of an error would hold by chance.
func sample() []string {
	return []string{"Narach yachtsmen quarrel", "Zaslauje windmill reopens", "Orsha bakers strike"}
}

func TestFaults(t *testing.T) {
	for _, tc := range []struct {
		fault  googletest.Fault
		reason translate.Reason
		after  time.Duration
		fix    string // a part of it
		kept   []int
	}{
		{googletest.Busy(""), translate.Busy, 0, "", nil},
		{googletest.Busy("7"), translate.Busy, 7 * time.Second, "", nil},
		{googletest.Busy("-7"), translate.Busy, 0, "", nil},
		{googletest.Busy("99999999999999999999"), translate.Busy, 0, "", nil},
		{googletest.Busy("4294967295"), translate.Busy, 24 * time.Hour, "", nil},
		{googletest.Overloaded(), translate.Unavailable, 0, "", nil},
		{googletest.Refuse(500, "backendError", "Backend Error"), translate.Unavailable, 0, "", nil},
		{googletest.Refuse(403, "rateLimitExceeded", "Rate Limit Exceeded"), translate.Busy, 0, "", nil},
		{googletest.Refuse(403, "userRateLimitExceeded", "User Rate Limit Exceeded"), translate.Busy, 0, "", nil},
		{googletest.Refuse(403, "dailyLimitExceeded", "Daily Limit Exceeded"), translate.Exhausted, 0, "Quotas", nil},
		{googletest.Refuse(429, "RATE_LIMIT_EXCEEDED", "Quota exceeded for limit 'characters per day'"), translate.Exhausted, 0, "Quotas", nil},
		{googletest.Refuse(429, "RATE_LIMIT_EXCEEDED", "Quota exceeded for limit 'characters per minute'"), translate.Busy, 0, "", nil},
		{googletest.Refuse(403, "accessNotConfigured", "Access Not Configured"), translate.Refused, 0, "switch it on", nil},
		{googletest.Refuse(403, "SERVICE_DISABLED", "The API is disabled"), translate.Refused, 0, "switch it on", nil},
		{googletest.Refuse(403, "BILLING_DISABLED", "This API method requires billing"), translate.Refused, 0, "billing", nil},
		{googletest.Refuse(403, "forbidden", "Forbidden"), translate.Refused, 0, "TRIPTYCH_GOOGLE_", nil},
		{googletest.Refuse(400, "API_KEY_INVALID", "API key not valid."), translate.Refused, 0, "TRIPTYCH_GOOGLE_", nil},
		{googletest.Refuse(401, "authError", "Invalid Credentials"), translate.Refused, 0, "TRIPTYCH_GOOGLE_", nil},
		{googletest.Refuse(400, "badRequest", "Text is too long."), translate.TooLong, 0, "split", nil},
		{googletest.Refuse(413, "uploadTooLarge", "Request Entity Too Large"), translate.TooLong, 0, "split", nil},
		{googletest.Refuse(400, "invalid", "Invalid Value"), translate.NotServed, 0, "", nil},
		{googletest.Refuse(400, "invalid", "Too many text segments"), translate.BadRequest, 0, "", nil},
		{googletest.Refuse(404, "notFound", "Not Found"), translate.BadRequest, 0, "TRIPTYCH_GOOGLE_ENDPOINT", nil},
		{googletest.Redirect("/elsewhere"), translate.BadRequest, 0, "TRIPTYCH_GOOGLE_ENDPOINT", nil},
		{googletest.Fewer(1), translate.BadAnswer, 0, "", nil},
		{googletest.Fewer(3), translate.BadAnswer, 0, "", nil},
		{googletest.More(), translate.BadAnswer, 0, "", nil},
		{googletest.Blank(1), translate.BadAnswer, 0, "", []int{0, 2}},
		{googletest.Damaged(2), translate.BadAnswer, 0, "", []int{0, 1}},
		{googletest.Page(200), translate.BadAnswer, 0, "", nil},
		{googletest.Page(502), translate.Unavailable, 0, "", nil},
		{googletest.Page(403), translate.Refused, 0, "TRIPTYCH_GOOGLE_", nil},
		{googletest.HalfJSON(), translate.BadAnswer, 0, "", nil},
		{googletest.NotUTF8(), translate.BadAnswer, 0, "", nil},
		{googletest.Huge(), translate.BadAnswer, 0, "", nil},
		{googletest.CutBefore(), translate.Unavailable, 0, "", nil},
		{googletest.CutAfter(), translate.Unavailable, 0, "", nil},
		{googletest.Half(), translate.Unavailable, 0, "", nil},
		{googletest.Echo(400), translate.BadRequest, 0, "", nil},
		{googletest.Echo(418), translate.BadRequest, 0, "", nil},
		{googletest.Echo(503), translate.Unavailable, 0, "", nil},
	} {
		t.Run(tc.fault.String(), func(t *testing.T) {
			eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
				warm(t, s, e)
				s.Faults(tc.fault)
				got, err := e.Translate(t.Context(), enBe(), sample())
				want := make([]string, len(sample()))
				for _, i := range tc.kept {
					want[i] = googletest.Pseudo("en", "be", sample()[i])
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("kept (-want +got):\n%s", diff)
				}
				p := problem(t, err)
				if p.Engine != "google" || p.Reason != tc.reason || p.After != tc.after || !strings.Contains(p.Fix, tc.fix) {
					t.Errorf("got %+v\nwant reason %q, after %v, a fix with %q", *p, tc.reason, tc.after, tc.fix)
				}
				keepsSecrets(t, s, err)
				once(t, s)
				if n := s.Billed()[sample()[0]]; n > 0 && !p.MayBill() {
					t.Errorf("billed, but the error says it cannot be: %+v", *p)
				}
			})
		})
	}
}

// warm opens a connection, so that the fault meets one that is used again: that is where net/http repeats requests.
func warm(t *testing.T, s *googletest.Server, e *google.Engine) {
	t.Helper()
	if _, err := e.Translate(t.Context(), enBe(), []string{"warm"}); err != nil {
		t.Fatal(err)
	}
}

// once holds the engine to one request a call, and so to one bill.
func once(t *testing.T, s *googletest.Server) {
	t.Helper()
	if n := len(s.Requests()); n != 2 {
		t.Errorf("%d requests, want 2 with the one that warmed up", n)
	}
	for text, times := range s.Billed() {
		if times > 1 {
			t.Errorf("%q billed %d times", text, times)
		}
	}
}

func keepsSecrets(t *testing.T, s *googletest.Server, err error) {
	t.Helper()
	secrets := []string{s.Key, "Bearer", "test-token", "elsewhere"}
	for _, text := range sample() {
		secrets = append(secrets, strings.Fields(text)...)
	}
	for _, secret := range secrets {
		for _, said := range []string{err.Error(), fmt.Sprintf("%+v", err), fmt.Sprintf("%#v", err)} {
			if strings.Contains(said, secret) {
				t.Errorf("the error holds %q: %s", secret, said)
			}
		}
	}
}

func TestHangEndsAtTheEnginesTimeout(t *testing.T) {
	s := googletest.New(t)
	e := newEngine(t, google.Options{Key: s.Key, Endpoint: s.URL, Timeout: 50 * time.Millisecond})
	s.FaultsBy(func(int) googletest.Fault { return googletest.Hang() })
	_, err := e.Translate(t.Context(), enBe(), sample())
	if p := problem(t, err); p.Reason != translate.Unavailable || p.Unbilled || !strings.Contains(p.Detail, "50ms") {
		t.Errorf("got %+v", *p)
	}
	keepsSecrets(t, s, err)
}

func TestCallersDeadlineIsTheCallersError(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		ctx, cancel := context.WithCancel(t.Context())
		s.FaultsBy(func(int) googletest.Fault {
			cancel()
			return googletest.Hang()
		})
		got, err := e.Translate(ctx, enBe(), sample())
		if !errors.Is(err, context.Canceled) || len(got) != len(sample()) {
			t.Errorf("got %q, %v", got, err)
		}
		keepsSecrets(t, s, err)
	})
}

func TestNoMoreIsReadThanCanBeAnAnswer(t *testing.T) {
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		s.Faults(googletest.Huge())
		_, err := e.Translate(t.Context(), enBe(), sample())
		if p := problem(t, err); !strings.Contains(p.Detail, "too large") {
			t.Errorf("got %+v", *p)
		}
	})
}

func TestNobodyListens(t *testing.T) {
	s := googletest.New(t)
	for _, endpoint := range []string{"http://127.0.0.1:1", "http://nowhere.invalid"} {
		e := newEngine(t, google.Options{Key: s.Key, Endpoint: endpoint, Timeout: generous})
		_, err := e.Translate(t.Context(), enBe(), sample())
		if p := problem(t, err); p.Reason != translate.Unavailable || !p.Unbilled {
			t.Errorf("%s: got %+v", endpoint, *p)
		}
		keepsSecrets(t, s, err)
	}
}

func TestUnbilledIsSaidOnlyWhereItIsSure(t *testing.T) {
	for _, tc := range []struct {
		fault    googletest.Fault
		unbilled bool
	}{
		{googletest.Overloaded(), true},
		{googletest.Refuse(500, "backendError", "Backend Error"), true},
		{googletest.Refuse(504, "deadlineExceeded", "Deadline Exceeded"), false},
		{googletest.Page(503), false},
		{googletest.CutBefore(), false},
		{googletest.CutAfter(), false},
		{googletest.Half(), false},
	} {
		t.Run(tc.fault.String(), func(t *testing.T) {
			eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
				s.Faults(tc.fault)
				_, err := e.Translate(t.Context(), enBe(), sample())
				if p := problem(t, err); p.Reason != translate.Unavailable || p.Unbilled != tc.unbilled {
					t.Errorf("got %+v", *p)
				}
			})
		})
	}
}

func TestRedirectionsAreNotFollowed(t *testing.T) {
	var seen atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { seen.Add(1) }))
	defer other.Close()
	eachVersion(t, func(t *testing.T, s *googletest.Server, e *google.Engine) {
		s.Faults(googletest.Redirect(other.URL))
		_, err := e.Translate(t.Context(), enBe(), sample())
		if p := problem(t, err); p.Reason != translate.BadRequest {
			t.Errorf("got %+v", *p)
		}
	})
	if seen.Load() > 0 {
		t.Error("another host was sent the key and the article")
	}
}

func TestWrongKey(t *testing.T) {
	s := googletest.New(t)
	e := newEngine(t, google.Options{Key: "AIzaWrong", Endpoint: s.URL, Timeout: generous})
	_, err := e.Translate(t.Context(), enBe(), sample())
	if p := problem(t, err); p.Reason != translate.Refused || !strings.Contains(p.Fix, "TRIPTYCH_GOOGLE_KEY") {
		t.Errorf("got %+v", *p)
	}
	if strings.Contains(err.Error(), "AIzaWrong") {
		t.Errorf("the error holds the key: %v", err)
	}
}

func TestWrongProject(t *testing.T) {
	s := googletest.New(t)
	t.Setenv("GOOGLE_APPLICATION_CREDENTIALS", s.Credentials(t))
	e := newEngine(t, google.Options{Endpoint: s.URL, Project: "somebody-elses", Timeout: generous})
	_, err := e.Translate(t.Context(), enBe(), sample())
	if p := problem(t, err); p.Reason != translate.Refused || !strings.Contains(p.Fix, "TRIPTYCH_GOOGLE_PROJECT") {
		t.Errorf("got %+v", *p)
	}
}

func TestCredentialsThatAreNotExchanged(t *testing.T) {
	s := googletest.New(t)
	file, err := os.ReadFile(s.Credentials(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		tokens string
		reason translate.Reason
	}{
		"refused": {s.URL + "/language/translate/v2", translate.Refused}, // any address that answers 4xx
		"nobody":  {"http://127.0.0.1:1/token", translate.Unavailable},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "credentials.json")
			changed := strings.Replace(string(file), s.URL+"/token", tc.tokens, 1)
			if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
				t.Fatal(err)
			}
			t.Setenv("GOOGLE_APPLICATION_CREDENTIALS", path)
			e := newEngine(t, google.Options{Endpoint: s.URL, Timeout: generous})
			_, err := e.Translate(t.Context(), enBe(), sample())
			if p := problem(t, err); p.Reason != tc.reason || p.MayBill() {
				t.Errorf("got %+v", *p)
			}
			keepsSecrets(t, s, err)
		})
	}
}
