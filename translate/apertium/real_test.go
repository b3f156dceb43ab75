//go:build unix

package apertium

import (
	"embed"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
)

//go:embed testdata/*.txt
var texts embed.FS

func lines(t testing.TB, file string) []string {
	t.Helper()
	text, err := texts.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

func fromRussian() translate.Pair { return translate.Pair{From: lang.Russian, To: lang.Belarusian} }

// real is the Apertium that is installed.
func real(t testing.TB, o Options) *Engine {
	t.Helper()
	e, err := New(o)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	t.Cleanup(func() { _ = e.Close() })
	for _, p := range []translate.Pair{fromBelarusian(), fromRussian()} {
		if ok, err := e.Serves(t.Context(), p); !ok || err != nil {
			t.Fatalf("%s is not served: %v, %v", p, e.direction(p).missing, err)
		}
	}
	return e
}

func translated(t *testing.T, e *Engine, p translate.Pair, texts ...string) []string {
	t.Helper()
	got, err := e.Translate(t.Context(), p, texts)
	if err != nil {
		t.Fatalf("%s: %v", p, err)
	}
	return got
}

// kept are the things that no translation may change, in the order in which they stand.
func kept(s string) string {
	found := regexp.MustCompile(`[0-9]+|[A-Za-z][!-~]*|[\\\[\]{}^$/@<>*~#+«»"():;\n\t]|[^\p{L}\p{M}\p{N}\p{P}\p{Z}\p{Sm}]`).FindAllString(s, -1)
	return strings.Join(found, " ")
}

func TestRealSentencesKeepWhatIsNotLanguage(t *testing.T) {
	e := real(t, Options{})
	for _, p := range []translate.Pair{fromBelarusian(), fromRussian()} {
		source := lines(t, "sentences."+string(p.From)+".txt")
		got := translated(t, e, p, source...)
		for i, s := range source {
			if diff := cmp.Diff(kept(s), kept(got[i])); diff != "" {
				t.Errorf("%s\n%s\n(-want +got)\n%s", s, got[i], diff)
			}
		}
	}
}

func TestRealWordsAreTranslated(t *testing.T) {
	e := real(t, Options{})
	cases := []struct {
		name       string
		pair       translate.Pair
		text, want string
	}{
		{"a sentence", fromBelarusian(), "Новы горад і вялікая школа.", "Новый город и большая школа."},
		{"capitals", fromBelarusian(), "НОВЫ ГОРАД", "НОВЫЙ ГОРОД"},
		{"decomposed letters", fromBelarusian(), "навука у\u0306 школе", "наука в школе"},
		{"a Latin letter in a Cyrillic word", fromBelarusian(), "вялiкая школа", "большая школа"},
		{"stress marks", fromRussian(), "большо\u0301й го\u0301род", "вялікі горад"},
		{"two lines", fromRussian(), "город\n\n  река\n", "горад\n\n  рака\n"},
		{"spaces around", fromRussian(), " \u00A0город\t", " \u00A0горад\t"},
		{"NUL bytes", fromRussian(), "го\x00род\x00", "горад"},
		{"bytes that are not UTF-8", fromRussian(), "город \xff", "горад \uFFFD"},
		{"an unknown word", fromRussian(), "город Бззырск", "горад Бззырск"},
		{"forms to choose from", fromRussian(), "добавив воду", "дадаўшы ваду"},
		{"short participles", fromRussian(), "Он назначен, люди задержаны.", "Ён назначаны, людзі затрыманыя."},
		{"a short u", fromRussian(), "река в городе", "рака ў горадзе"},
		{"an address with Cyrillic", fromRussian(), "город https://x.by/город/у/река?а=у", "горад https://x.by/город/у/река?а=у"},
		{"a Cyrillic host", fromRussian(), "город (город.рф), река", "горад (город.рф), рака"},
		{"a hashtag", fromRussian(), "#город и @город", "#город і @город"},
		{"nothing to translate", fromRussian(), "12:30 — https://x.by", "12:30 — https://x.by"},
		{"only spaces", fromRussian(), " \n ", " \n "},
		{"nothing", fromRussian(), "", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := translated(t, e, c.pair, c.text); got[0] != c.want {
				t.Errorf("got %q, want %q", got[0], c.want)
			}
		})
	}
}

func TestRealUnknownWordsAreCounted(t *testing.T) {
	e := real(t, Options{})
	translated(t, e, fromRussian(), "город Бззырск и река Ггуудд", "https://x.by")
	if diff := cmp.Diff(Words{All: 5, Unknown: 2}, e.Words(fromRussian())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Words{}, e.Words(fromBelarusian())); diff != "" {
		t.Errorf("the other direction (-want +got):\n%s", diff)
	}
}

func TestRealVeryLongTexts(t *testing.T) {
	e := real(t, Options{})
	var b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&b, "Дом номер %d стоит у реки.", i)
		b.WriteString([]string{" ", "\n", "  "}[i%3])
	}
	long, word := b.String(), strings.Repeat("я", 300_000)
	got := translated(t, e, fromRussian(), long, word, strings.Repeat("* ", 20_000)+"город")
	if diff := cmp.Diff(kept(long), kept(got[0])); diff != "" {
		t.Errorf("numbers and line breaks (-want +got):\n%s", diff)
	}
	if strings.Count(got[0], "рак") != 3000 {
		t.Errorf("%d of 3000 sentences are translated", strings.Count(got[0], "рак"))
	}
	if got[1] != word {
		t.Errorf("a word of %d letters became one of %d", utf8.RuneCountInString(word), utf8.RuneCountInString(got[1]))
	}
	if got[2] != strings.Repeat("* ", 20_000)+"горад" {
		t.Error("stars are lost")
	}
}

// stages are the processes of the pipe that is idle now.
func stages(t *testing.T, d *direction) []int {
	t.Helper()
	p := <-d.slots
	defer func() { d.slots <- p }()
	if p == nil {
		return nil
	}
	var pids []int
	for _, s := range p.stages {
		pids = append(pids, s.Process.Pid)
	}
	return pids
}

// waitGone waits until processes have ended and been waited for: a zombie can still be sent a signal.
func waitGone(t *testing.T, pids []int) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if !slices.ContainsFunc(pids, func(pid int) bool { return syscall.Kill(pid, 0) == nil }) {
			return
		}
	}
	t.Errorf("some of the processes %v are still there", pids)
}

func TestRealPipeIsStartedAgainWhenAnyStageIsKilled(t *testing.T) {
	e := real(t, Options{})
	for _, p := range []translate.Pair{fromBelarusian(), fromRussian()} {
		want := translated(t, e, p, "вада")
		for i := range e.direction(p).mode.stages {
			pids := stages(t, e.direction(p))
			if err := syscall.Kill(pids[i], syscall.SIGKILL); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, translated(t, e, p, "вада")); diff != "" {
				t.Errorf("%s, stage %d (-want +got):\n%s", p, i, diff)
			}
			waitGone(t, pids)
		}
	}
}

func TestRealIdlePipeLeavesNoZombiesWhenAStageIsKilled(t *testing.T) {
	e := real(t, Options{})
	translated(t, e, fromRussian(), "город")
	pids := stages(t, e.direction(fromRussian()))
	if err := syscall.Kill(pids[len(pids)/2], syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	waitGone(t, pids)
}

func TestRealPipeIsStartedAgainWhenAStageHangs(t *testing.T) {
	e := real(t, Options{Deadline: 4 * time.Second})
	translated(t, e, fromBelarusian(), "вада")
	pids := stages(t, e.direction(fromBelarusian()))
	if err := syscall.Kill(pids[3], syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	if got := translated(t, e, fromBelarusian(), "школа", "горад"); !cmp.Equal(got, []string{"школа", "город"}) {
		t.Errorf("got %q", got)
	}
	waitGone(t, pids)
}

// TestRealStagesKilledUnderLoad translates on until a few stages have been killed on the way.
func TestRealStagesKilledUnderLoad(t *testing.T) {
	const enough, rounds = 3, 5000
	e := real(t, Options{Pipes: 2})
	source := lines(t, "sentences.ru.txt")
	want := translated(t, e, fromRussian(), source...)
	var stop atomic.Bool
	var killed atomic.Int64
	var wg sync.WaitGroup
	wg.Go(func() {
		for i := 0; !stop.Load(); i++ {
			pause := 10 * time.Millisecond
			if pids := stages(t, e.direction(fromRussian())); pids != nil {
				_ = syscall.Kill(pids[i%len(pids)], syscall.SIGKILL)
				killed.Add(1)
				pause = time.Second // for each costs a start, and three in one call end it
			}
			time.Sleep(pause)
		}
	})
	for range rounds {
		if diff := cmp.Diff(want, translated(t, e, fromRussian(), source...)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if killed.Load() >= enough {
			break
		}
	}
	stop.Store(true)
	wg.Wait()
	if killed.Load() == 0 {
		t.Error("nothing was killed")
	}
}

func TestRealManyAtOnce(t *testing.T) {
	e := real(t, Options{Pipes: 2})
	var wg sync.WaitGroup
	for g := range 16 {
		wg.Go(func() {
			p, word := fromRussian(), "горад"
			if g%2 == 0 {
				p, word = fromBelarusian(), "город"
			}
			var source, want []string
			for i := range 30 {
				source = append(source, fmt.Sprintf("%s %d", map[string]string{"горад": "город", "город": "горад"}[word], 1000*g+i))
				want = append(want, fmt.Sprintf("%s %d", word, 1000*g+i))
			}
			got, err := e.Translate(t.Context(), p, source)
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("error %v, answers (-want +got):\n%s", err, diff)
			}
		})
	}
	wg.Wait()
}

func TestRealCloseLeavesNoProcess(t *testing.T) {
	e := real(t, Options{})
	var pids []int
	for _, p := range []translate.Pair{fromBelarusian(), fromRussian()} {
		translated(t, e, p, "вада")
		pids = append(pids, stages(t, e.direction(p))...)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if i := slices.IndexFunc(pids, func(pid int) bool { return syscall.Kill(pid, 0) == nil }); i >= 0 {
		t.Errorf("process %d of %v is still there", i, pids)
	}
}
