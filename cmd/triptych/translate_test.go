package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"triptych/export"
	"triptych/translate/google/googletest"
)

// pocket is an environment with a data folder of its own and Google's stand-in.
func pocket(t *testing.T, google *googletest.Server) map[string]string {
	t.Helper()
	env := map[string]string{"TRIPTYCH_DATA": t.TempDir(), "TRIPTYCH_ROUTES": "en-be=google; ru-be=google; be-ru=google; en-ru=google"}
	if google != nil {
		env["TRIPTYCH_GOOGLE_KEY"], env["TRIPTYCH_GOOGLE_ENDPOINT"] = google.Key, google.URL
	}
	return env
}

func TestTranslateIsPaidOnce(t *testing.T) {
	google := googletest.New(t)
	env := pocket(t, google)
	first := call(t.Context(), nil, env, "translate", "--to", "be", bakery("en.txt"))
	if first.status != exitDone || !strings.Contains(first.stderr, "from English by Google Translate") {
		t.Fatalf("got %+v", first)
	}
	if got, want := strings.Count(first.stdout, "\n\n"), 3; got < want {
		t.Errorf("%d blank lines in\n%s", got, first.stdout)
	}
	paid := google.BilledCharacters()
	second := call(t.Context(), nil, env, "translate", "--to", "be", bakery("en.txt"))
	if second.stdout != first.stdout || !strings.Contains(second.stderr, "remembered since") {
		t.Errorf("got %+v", second)
	}
	if google.BilledCharacters() != paid || paid == 0 {
		t.Errorf("%d characters were billed, then %d", paid, google.BilledCharacters())
	}
}

func TestTranslateSaysWhatItCosts(t *testing.T) {
	google := googletest.New(t)
	env := pocket(t, google)
	got := call(t.Context(), nil, env, "translate", "--to", "be", "--cost", bakery("en.txt"))
	if got.status != exitDone || !strings.Contains(got.stdout, "characters are not remembered.\nGoogle Translate, ") {
		t.Errorf("got %+v", got)
	}
	free := call(t.Context(), nil, env, "translate", "--to", "be", "--free", bakery("en.txt"))
	if free.status != exitFailed || free.stdout != "" || !strings.Contains(free.stderr, "it can be paid for: Google Translate, ") {
		t.Errorf("got %+v", free)
	}
	if n := google.BilledCharacters(); n > 0 {
		t.Errorf("%d characters were billed", n)
	}
}

// TestBudgetHolds runs many at once that together want more than there is.
func TestBudgetHolds(t *testing.T) {
	google := googletest.New(t)
	env := pocket(t, google)
	env["TRIPTYCH_BUDGET"] = "google=600"
	folder := t.TempDir()
	var group sync.WaitGroup
	for i := range 6 {
		path := filepath.Join(folder, string(rune('a'+i))+".txt")
		text := strings.Repeat("The ferry number "+strings.Repeat(string(rune('a'+i)), 3)+" leaves the pier at noon. ", 1)
		if err := os.WriteFile(path, []byte(strings.Repeat(text+"\n\nNobody was late. ", 4)), 0o600); err != nil {
			t.Fatal(err)
		}
		group.Go(func() {
			got := call(t.Context(), nil, env, "translate", "--to", "ru", "--from", "en", path)
			if got.status != exitDone && (got.status != exitFailed || !strings.Contains(got.stderr, "TRIPTYCH_BUDGET")) {
				t.Errorf("got %+v", got)
			}
		})
	}
	group.Wait()
	if n := google.BilledCharacters(); n > 600 || n == 0 {
		t.Errorf("%d characters were billed of a budget of 600", n)
	}
}

func TestCompareInEnglish(t *testing.T) {
	google := googletest.New(t)
	env := pocket(t, google)
	env["TRIPTYCH_ROUTES"] = "ru-en=google; be-en=google"
	unpaid := call(t.Context(), nil, env, "compare", "--in", "en", bakery("en.txt"), bakery("ru.txt"))
	if unpaid.status != exitDone || !strings.Contains(unpaid.stderr, "it can be paid for") {
		t.Errorf("got %+v", unpaid)
	}
	paid := call(t.Context(), nil, env, "compare", "--in", "en", "--pay", "--json", bakery("en.txt"), bakery("ru.txt"))
	var c export.Comparison
	if err := json.Unmarshal([]byte(paid.stdout), &c); err != nil || paid.status != exitDone {
		t.Fatalf("%v in %+v", err, paid)
	}
	if len(c.Renderings) != 1 || c.Renderings[0].Version != "ru" || c.Renderings[0].Segments[0].Engine != "Google Translate" {
		t.Errorf("renderings are %+v", c.Renderings)
	}
}

func TestWrongSettings(t *testing.T) {
	for name, c := range map[string]struct {
		variable, value string
		args            []string
		status          int
		says            string
	}{
		"a route":          {"TRIPTYCH_ROUTES", "en-be=gogle", nil, exitMisuse, `there is no engine "gogle"`},
		"a budget":         {"TRIPTYCH_BUDGET", "google=lots", nil, exitMisuse, "TRIPTYCH_BUDGET"},
		"a price":          {"TRIPTYCH_PRICE", "google", nil, exitMisuse, "TRIPTYCH_PRICE"},
		"Redis":            {"TRIPTYCH_REDIS_URL", "http://secret@host", nil, exitMisuse, "TRIPTYCH_REDIS_URL"},
		"LibreTranslate":   {"TRIPTYCH_LIBRETRANSLATE_URL", "ftp://host", nil, exitMisuse, "TRIPTYCH_LIBRETRANSLATE_URL"},
		"the data folder":  {"TRIPTYCH_DATA", "/dev/null/x", nil, exitMisuse, "folder"},
		"no such engine":   {"TRIPTYCH_APERTIUM", "/no/such/apertium", nil, exitMisuse, "TRIPTYCH_APERTIUM"},
		"no language":      {"", "", []string{"translate", bakery("en.txt")}, exitMisuse, "--to be"},
		"not a language":   {"", "", []string{"translate", "--to", "???", bakery("en.txt")}, exitMisuse, "--to"},
		"several files":    {"", "", []string{"translate", "--to", "be", bakery("en.txt"), bakery("ru.txt")}, exitMisuse, "one file"},
		"an empty text":    {"", "", []string{"translate", "--to", "be", "-"}, exitMisuse, "empty"},
		"no engine at all": {"", "", []string{"translate", "--to", "de", bakery("en.txt")}, exitFailed, "no engine for English"},
	} {
		t.Run(name, func(t *testing.T) {
			env := map[string]string{"TRIPTYCH_DATA": t.TempDir()}
			if c.variable != "" {
				env[c.variable] = c.value
			}
			args := c.args
			if args == nil {
				args = []string{"translate", "--to", "be", bakery("ru.txt")}
			}
			got := call(t.Context(), strings.NewReader(""), env, args...)
			if got.status != c.status || got.stdout != "" || !strings.Contains(got.stderr, c.says) || strings.Count(got.stderr, "\n") != 1 {
				t.Errorf("got %+v", got)
			}
			if strings.Contains(got.stderr, "secret") {
				t.Errorf("a secret is told: %s", got.stderr)
			}
		})
	}
}

// TestFaultsCostNothingTwice: whatever the service does short of doing the work and losing the answer, every sentence is
// billed once, and the text comes out whole and in order.
func TestFaultsCostNothingTwice(t *testing.T) {
	google := googletest.New(t)
	google.Faults(googletest.Busy("0"), googletest.Refuse(403, "userRateLimitExceeded", "slower"), googletest.Overloaded())
	env := pocket(t, google)
	got := call(t.Context(), nil, env, "translate", "--to", "be", bakery("en.txt"))
	if got.status != exitDone {
		t.Fatalf("got %+v", got)
	}
	for text, times := range google.Billed() {
		if times != 1 {
			t.Errorf("%q was billed %d times", text, times)
		}
	}
	clean := googletest.New(t)
	want := call(t.Context(), nil, pocket(t, clean), "translate", "--to", "be", bakery("en.txt"))
	if got.stdout != want.stdout {
		t.Errorf("with faults:\n%s\nwithout:\n%s", got.stdout, want.stdout)
	}
}

// TestWhatFailedIsNotLost: a run that ends in a failure keeps what it paid for, and the next goes on from there.
func TestWhatFailedIsNotLost(t *testing.T) {
	google := googletest.New(t)
	google.FaultsBy(func(request int) googletest.Fault {
		if request == 0 {
			return googletest.Blank(2) // one sentence of a request that was billed comes back blank
		}
		return googletest.Refuse(400, "badRequest", "API key not valid. Please pass a valid API key.")
	})
	env := pocket(t, google)
	first := call(t.Context(), nil, env, "translate", "--to", "be", bakery("en.txt"))
	if first.status != exitFailed || first.stdout != "" {
		t.Fatalf("got %+v", first)
	}
	google.FaultsBy(func(int) googletest.Fault { return googletest.OK() })
	second := call(t.Context(), nil, env, "translate", "--to", "be", bakery("en.txt"))
	if second.status != exitDone {
		t.Fatalf("got %+v", second)
	}
	twice := 0
	for _, times := range google.Billed() {
		if times > 1 {
			twice++
		}
	}
	if twice != 1 { // the one that came back blank was billed, and had to be asked again
		t.Errorf("%d sentences were billed more than once", twice)
	}
}
