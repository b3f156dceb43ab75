package google

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"google.golang.org/api/googleapi"

	"triptych/lang"
	"triptych/translate"
)

func TestMemoryForgetsAfterAnHour(t *testing.T) {
	now := time.Date(2031, 4, 5, 6, 0, 0, 0, time.UTC)
	m := newMemory(func() time.Time { return now })
	asked := 0
	for _, s := range []struct {
		name  string
		pass  time.Duration
		list  string // what the service lists; "": it fails
		asked int
		knows string // "be" is of those that are assumed
	}{
		{"the list is not had", 0, "", 1, "be"},
		{"not asked at every call", 59 * time.Second, "uk", 1, "be"},
		{"asked again soon", time.Second, "uk", 2, "uk"},
		{"remembered", 59 * time.Minute, "pl", 2, "uk"},
		{"asked again, and the old list stands", time.Minute, "", 3, "uk"},
		{"the new list", time.Minute, "pl", 4, "pl"},
	} {
		now = now.Add(s.pass)
		l, err := m.recall(t.Context(), func(context.Context) (languages, error) {
			asked++
			if s.list == "" {
				return languages{}, errors.New("down")
			}
			l := newLanguages()
			l.add(s.list, true, true)
			return l, nil
		})
		if err != nil || asked != s.asked || !l.to[lang.Tag(s.knows)] || l.to["be"] != (s.knows == "be") {
			t.Errorf("%s: asked %d times, list %v, %v", s.name, asked, l.to, err)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	const date = "Sun, 06 Apr 2031 10:00:00 GMT"
	for value, want := range map[string]time.Duration{
		"":                              0,
		"120":                           2 * time.Minute,
		" 3 ":                           3 * time.Second,
		"soon":                          0,
		"-1":                            0,
		"1.5":                           0,
		"4000000000":                    longestWait,
		"Sun, 06 Apr 2031 10:00:30 GMT": 30 * time.Second,
		"Sun, 06 Apr 2031 09:00:00 GMT": 0,
		"Sun, 06 Apr 2099 10:00:30 GMT": longestWait,
	} {
		h := http.Header{"Retry-After": {value}, "Date": {date}}
		if got := retryAfter(h); got != want {
			t.Errorf("%q: got %v, want %v", value, got, want)
		}
	}
}

func TestQuotaInDetailsOfV3(t *testing.T) {
	e := &Engine{}
	for name, tc := range map[string]struct {
		body   string
		reason translate.Reason
		after  time.Duration
	}{
		"a minute's": {`{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[
			{"reason":"RATE_LIMIT_EXCEEDED","metadata":{"quota_unit":"1/min/{project}"}},
			{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"3.5s"}]}}`, translate.Busy, 3500 * time.Millisecond},
		"a day's": {`{"error":{"code":429,"details":[{"reason":"RATE_LIMIT_EXCEEDED","metadata":{"quota_unit":"1/d/{project}"}}]}}`, translate.Exhausted, 0},
		"absurd":  {`{"error":{"code":429,"details":[{"retryDelay":"999999h"}]}}`, translate.Busy, longestWait},
		"past":    {`{"error":{"code":429,"details":[{"retryDelay":"-5s"}]}}`, translate.Busy, 0},
		"damaged": {`{"error":{"code":429,"details":[{"retryDelay":7}`, translate.Busy, 0},
	} {
		got := e.refusal(translate.Pair{}, &googleapi.Error{Code: 429, Body: tc.body})
		if got.Reason != tc.reason || got.After != tc.after {
			t.Errorf("%s: got %+v", name, *got)
		}
	}
}

// FuzzRefusal: whatever a service writes into an error, the answer is one of ours and repeats nothing of it.
func FuzzRefusal(f *testing.F) {
	f.Add(400, `{"error":{"code":400,"message":"ZZQ","errors":[{"reason":"ZZQ"}],"details":[{"reason":"API_KEY_INVALID"}]}}`, "ZZQ")
	f.Add(429, `{"error":{"details":[{"retryDelay":"1e9s"}]}}`, "ZZQ")
	f.Add(503, `<html>ZZQ`, "Sun, 06 Apr 2031 10:00:00 GMT")
	f.Fuzz(func(t *testing.T, status int, body, after string) {
		e := &Engine{key: "k"}
		err := e.refusal(translate.Pair{From: "en", To: "be"}, &googleapi.Error{
			Code: status, Body: body, Header: http.Header{"Retry-After": {after}},
		})
		if err.Reason == "" || err.Detail == "" || err.After < 0 || err.After > longestWait {
			t.Errorf("got %+v", *err)
		}
		if strings.Contains(err.Error(), "ZZQ") {
			t.Errorf("%q repeats the service", err.Error())
		}
	})
}
