package libre

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"triptych/translate"
)

func TestMemoryForgets(t *testing.T) {
	now := time.Date(2031, 4, 5, 6, 0, 0, 0, time.UTC)
	m := newMemory(func() time.Time { return now })
	asked := 0
	for _, s := range []struct {
		name  string
		pass  time.Duration
		fails bool
		asked int
		known bool
	}{
		{"not had", 0, true, 1, false},
		{"not asked at every call", sorry - 1, false, 1, false},
		{"asked again soon", 1, false, 2, true},
		{"remembered", remembered - 1, true, 2, true},
		{"asked again", 1, true, 3, false},
	} {
		now = now.Add(s.pass)
		list, err := m.recall(t.Context(), func(context.Context) (models, error) {
			asked++
			if s.fails {
				return nil, errors.New("down")
			}
			return models{"en": {"be": true}}, nil
		})
		if asked != s.asked || list["en"]["be"] != s.known || (err == nil) != s.known {
			t.Errorf("%s: asked %d times, %v, %v", s.name, asked, list, err)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	for value, want := range map[string]time.Duration{
		"":                              0,
		"90":                            90 * time.Second,
		"soon":                          0,
		"-1":                            0,
		"Sun, 06 Apr 2031 10:00:30 GMT": 30 * time.Second,
		"Sun, 06 Apr 2031 09:00:00 GMT": 0,
		"Sun, 06 Apr 2099 10:00:30 GMT": longestWait,
	} {
		r := reply{header: http.Header{"Retry-After": {value}, "Date": {"Sun, 06 Apr 2031 10:00:00 GMT"}}}
		if got := r.after(); got != want {
			t.Errorf("%q: got %v, want %v", value, got, want)
		}
	}
}

func TestLimitIn(t *testing.T) {
	for message, want := range map[string]limitError{
		"Invalid request: request (120) exceeds text limit (100)": {120, 100},
		"Batch size (7) exceeds limit (5)":                        {7, 5},
		"(7) is more than (5)":                                    {},
		"request (99999999999999999999) exceeds limit (5)":        {},
		"": {},
	} {
		got, ok := limitIn(message)
		if got != want || ok != (want != limitError{}) {
			t.Errorf("%q: got %+v, %v", message, got, ok)
		}
	}
}

// A hostile server must not make a list without targets grow to all pairs of it.
func TestLanguagesWithoutTargetsShareOneSet(t *testing.T) {
	list, ok := readLanguages([]byte(`[{"code":"en"},{"code":"be"},{"code":"ru","targets":["en"]}]`))
	if !ok || !list["en"]["be"] || !list["be"]["ru"] || list["ru"]["be"] {
		t.Fatalf("got %v, %v", list, ok)
	}
	list["en"]["uk"] = true
	if !list["be"]["uk"] {
		t.Error("each has a set of its own")
	}
}

func FuzzReadAnswer(f *testing.F) {
	for _, s := range []string{
		`{"translatedText":["a","б"]}`, `{"translatedText":"a"}`, `{"translatedText":[null]}`, `{"translatedText":[["a"]]}`,
		`{"error":"(3) exceeds limit (2)"}`, `null`, `[`, `<html>`, "{\"translatedText\":\"\xff\"}", `{"translatedText":"\ud800"}`,
	} {
		f.Add(200, []byte(s))
	}
	f.Fuzz(func(t *testing.T, status int, body []byte) {
		answers, ok := readAnswer(body)
		if !ok && answers != nil {
			t.Errorf("%q of an answer that is not understood", answers)
		}
		for _, a := range answers {
			if !utf8.ValidString(a) {
				t.Errorf("invalid UTF-8 in %q", a)
			}
		}
		r := reply{status: status, body: body}
		if err := r.refusal(translate.Pair{From: "en", To: "be"}); err.Reason == "" || err.Detail == "" {
			t.Errorf("got %+v", *err)
		}
		if l, ok := limitIn(r.message()); ok && (l.size < 0 || l.limit < 0) {
			t.Errorf("got %+v", l)
		}
	})
}

// FuzzRefusal: whatever a server writes into an error, nothing of it is repeated.
func FuzzRefusal(f *testing.F) {
	f.Add(400, "ZZQ is not supported", "ZZQ")
	f.Add(403, "Invalid API key ZZQ", "5")
	f.Fuzz(func(t *testing.T, status int, message, after string) {
		r := reply{status, http.Header{"Retry-After": {after}}, []byte(`{"error":` + quote(message) + `}`)}
		err := r.refusal(translate.Pair{From: "en", To: "be"})
		if strings.Contains(err.Error(), "ZZQ") || err.After < 0 || err.After > longestWait {
			t.Errorf("got %+v", *err)
		}
	})
}

func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(s) + `"`
}

func FuzzReadLanguages(f *testing.F) {
	for _, s := range []string{
		`[{"code":"en","name":"English","targets":["be","ru","en"]}]`, `[{"code":"en"},{"code":"be"}]`, `[{"code":7}]`, `{}`, `null`,
		`[{"code":"zh-Hans","targets":[]}]`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		list, ok := readLanguages(body)
		if !ok && list != nil {
			t.Error("a list of an answer that is not understood")
		}
		for from, targets := range list {
			if from == "" || targets[""] || targets == nil {
				t.Errorf("%q: %v", from, targets)
			}
		}
	})
}
