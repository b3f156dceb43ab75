package apertium

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
	"triptych/translate"
)

func fromBelarusian() translate.Pair { return translate.Pair{From: lang.Belarusian, To: lang.Russian} }

func fakeEngine(t *testing.T, deadline time.Duration) *Engine {
	t.Helper()
	return opened(t, Options{Program: fakeHome(t), Deadline: deadline})
}

func opened(t *testing.T, o Options) *Engine {
	t.Helper()
	e, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = e.Close() })
	return e
}

func reasonOf(err error) translate.Reason {
	var e *translate.Error
	if errors.As(err, &e) {
		return e.Reason
	}
	return ""
}

func TestOneBadTextDoesNotCostTheOthers(t *testing.T) {
	cases := []struct {
		name, text string
		want       translate.Reason
	}{
		{"the pipe dies of it", "die тут", translate.Unavailable},
		{"the pipe hangs on it", "hang тут", translate.Unavailable}, // costs two deadlines
		{"nothing is answered", "empty тут", translate.BadAnswer},
		{"another text is answered", "other тут", translate.BadAnswer},
		{"analyses are answered", "analyses тут", translate.BadAnswer},
		{"the answer is without measure", "flood тут", translate.Unavailable},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			deadline := time.Minute
			if strings.HasPrefix(c.text, "hang") {
				deadline = 3 * time.Second
			}
			e := fakeEngine(t, deadline)
			got, err := e.Translate(t.Context(), fromBelarusian(), []string{"адзін", c.text, "два", "тры"})
			if diff := cmp.Diff([]string{"адзін", "", "два", "тры"}, got); diff != "" {
				t.Errorf("answers (-want +got):\n%s", diff)
			}
			if reasonOf(err) != c.want {
				t.Errorf("error %v, want reason %q", err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), "тут") {
				t.Errorf("the error tells the text: %v", err)
			}
		})
	}
}

func TestAnAnswerTooManyIsNotTakenForTheNext(t *testing.T) {
	e := fakeEngine(t, time.Minute)
	got, err := e.Translate(t.Context(), fromBelarusian(), []string{"twice адзін", "два", "тры"})
	if diff := cmp.Diff([]string{"twice адзін", "два", "тры"}, got); diff != "" || err != nil {
		t.Errorf("error %v, answers (-want +got):\n%s", err, diff)
	}
}

func TestACallIsGivenUpAfterThreeTextsThatBreakThePipe(t *testing.T) {
	e := fakeEngine(t, time.Minute)
	got, err := e.Translate(t.Context(), fromBelarusian(), []string{"адзін", "die", "die", "два", "die", "die", "тры"})
	if diff := cmp.Diff([]string{"адзін", "", "", "два", "", "", ""}, got); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
	if reasonOf(err) != translate.Unavailable {
		t.Errorf("error %v", err)
	}
}

func TestCancelledCallReturnsLongBeforeTheDeadline(t *testing.T) {
	e := fakeEngine(t, time.Hour)
	if _, err := e.Translate(t.Context(), fromBelarusian(), []string{"пачатак"}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	got, err := e.Translate(ctx, fromBelarusian(), []string{"адзін", "hang"})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the context's", err)
	}
	if len(got) != 2 || got[1] != "" {
		t.Errorf("got %q", got)
	}
	if got, err = e.Translate(t.Context(), fromBelarusian(), []string{"далей"}); err != nil || got[0] != "далей" {
		t.Errorf("the next call: %q, %v", got, err)
	}
}

func TestWaitingForThePipeEndsWithTheContext(t *testing.T) {
	e := fakeEngine(t, time.Hour)
	busy, release := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() { _, _ = e.Translate(busy, fromBelarusian(), []string{"hang"}) })
	for len(e.direction(fromBelarusian()).slots) > 0 {
		time.Sleep(time.Millisecond)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := e.Translate(ctx, fromBelarusian(), []string{"адзін"}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want the context's", err)
	}
	release()
	wg.Wait()
}

func TestCloseEndsWhatIsUnderWay(t *testing.T) {
	e := fakeEngine(t, time.Hour)
	d := e.direction(fromBelarusian())
	failed := make(chan error)
	go func() {
		_, err := e.Translate(context.Background(), fromBelarusian(), []string{"hang"})
		failed <- err
	}()
	for len(d.slots) > 0 {
		time.Sleep(time.Millisecond)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-failed; reasonOf(err) != translate.Unavailable {
		t.Errorf("under way: %v", err)
	}
	if _, err := e.Translate(t.Context(), fromBelarusian(), []string{"адзін"}); reasonOf(err) != translate.Unavailable {
		t.Errorf("afterwards: %v", err)
	}
	if err := e.Close(); err != nil {
		t.Errorf("closed twice: %v", err)
	}
}

func TestOnlyWhatIsInstalledIsServed(t *testing.T) {
	e := fakeEngine(t, time.Minute)
	for pair, want := range map[translate.Pair]bool{
		fromBelarusian(): true,
		{From: lang.Russian, To: lang.Belarusian}:      false,
		{From: lang.English, To: lang.Belarusian}:      false,
		{From: lang.Belarusian, To: lang.Belarusian}:   false,
		{From: lang.Undetermined, To: lang.Belarusian}: false,
	} {
		if got, err := e.Serves(t.Context(), pair); got != want || err != nil {
			t.Errorf("%s: %v, %v", pair, got, err)
		}
		if want {
			continue
		}
		got, err := e.Translate(t.Context(), pair, []string{"слово"})
		if reasonOf(err) != translate.NotServed || !cmp.Equal(got, []string{""}) {
			t.Errorf("%s: %q, %v", pair, got, err)
		}
	}
}

func TestWhatIsMissingIsNamed(t *testing.T) {
	cases := []struct {
		name   string
		spoil  func(t *testing.T, root string)
		detail string
	}{
		{"program", func(t *testing.T, root string) { remove(t, root, "bin/apertium") }, "is not found"},
		{"mode", func(t *testing.T, root string) { remove(t, root, "share/apertium/modes/bel-rus.mode") }, "bel-rus.mode"},
		{"data", func(t *testing.T, root string) { remove(t, root, "bel-rus.bin") }, "bel-rus.bin is missing"},
		{"stage", func(t *testing.T, root string) {
			writeFile(t, filepath.Join(root, "share/apertium/modes/bel-rus.mode"), "apertium-nowhere")
		}, "apertium-nowhere is missing"},
		{"plain pipe", func(t *testing.T, root string) {
			writeFile(t, filepath.Join(root, "share/apertium/modes/bel-rus.mode"), "lt-proc > file")
		}, "not expected"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			program := fakeHome(t)
			c.spoil(t, filepath.Dir(filepath.Dir(program)))
			_, err := New(Options{Program: program})
			if reasonOf(err) != translate.NotServed || !strings.Contains(err.Error(), c.detail) || !strings.Contains(err.Error(), "install") {
				t.Errorf("error %v, want %q in it and what to do", err, c.detail)
			}
		})
	}
}

func remove(t *testing.T, root, file string) {
	t.Helper()
	if err := os.Remove(filepath.Join(root, file)); err != nil {
		t.Fatal(err)
	}
}

func TestVersionChangesWithTheData(t *testing.T) {
	program := fakeHome(t)
	before := opened(t, Options{Program: program}).About()
	if again := opened(t, Options{Program: program}).About(); again != before {
		t.Errorf("the same data: %v, then %v", before, again)
	}
	writeFile(t, filepath.Join(filepath.Dir(filepath.Dir(program)), "bel-rus.bin"), "dictionarY")
	if after := opened(t, Options{Program: program}).About(); after.Version == before.Version {
		t.Errorf("other data of the same size: still version %s", after.Version)
	}
	if !before.Draft || before.Paid || before.Name != "apertium" || before.Version == "" {
		t.Errorf("about: %+v", before)
	}
}

func TestProgramIsFoundOnPathAndThroughLinks(t *testing.T) {
	program := fakeHome(t)
	t.Setenv("PATH", filepath.Dir(program))
	opened(t, Options{})

	links := t.TempDir()
	if err := os.Symlink(program, filepath.Join(links, "apertium")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", links)
	opened(t, Options{})

	t.Setenv("PATH", t.TempDir())
	if _, err := New(Options{}); reasonOf(err) != translate.NotServed {
		t.Errorf("with nothing on PATH: %v", err)
	}
}
