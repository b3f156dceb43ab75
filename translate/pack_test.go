package translate_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"triptych/translate"
	"triptych/translate/translatetest"
)

func TestPackKeepsToTheLimits(t *testing.T) {
	long := strings.Repeat("Рэчка шырокая. ", 10) // 150 code points, 270 bytes
	for name, test := range map[string]struct {
		limits translate.Limits
		texts  []string
		want   [][]string
	}{
		"no limits":      {translate.Limits{}, []string{"a", "b", "c"}, [][]string{{"a", "b", "c"}}},
		"texts":          {translate.Limits{Texts: 2}, []string{"a", "b", "c"}, [][]string{{"a", "b"}, {"c"}}},
		"code points":    {translate.Limits{CodePoints: 4}, []string{"вада", "a", "bc", "d"}, [][]string{{"вада"}, {"a", "bc", "d"}}},
		"bytes":          {translate.Limits{Bytes: 8}, []string{"вада", "a", "bc", "d"}, [][]string{{"вада"}, {"a", "bc", "d"}}},
		"blanks":         {translate.Limits{Texts: 2}, []string{"", "a", " \n", "b", "c"}, [][]string{{"a", "b"}, {"c"}}},
		"nothing at all": {translate.Limits{Texts: 2}, []string{"", "  "}, nil},
		"a long text": {translate.Limits{CodePoints: 50}, []string{"a", long},
			[][]string{{"a", strings.TrimSpace(long[:27*3-1])}, {strings.TrimSpace(long[:27*3-1])}, {strings.TrimSpace(long[:27*3-1])}, {"Рэчка шырокая."}}},
	} {
		t.Run(name, func(t *testing.T) {
			test.limits.Parallel = 1
			fake := translatetest.Named("fake")
			got, err := translate.Pack(fake, test.limits).Translate(t.Context(), enBe, test.texts)
			if err != nil || len(got) != len(test.texts) {
				t.Fatalf("got %q, %v", got, err)
			}
			if diff := cmp.Diff(test.want, fake.Requests()); diff != "" {
				t.Error(diff)
			}
			for i, text := range test.texts {
				if strings.TrimSpace(text) == "" && got[i] != text || strings.TrimSpace(text) != "" && got[i] == "" {
					t.Errorf("%q became %q", text, got[i])
				}
			}
		})
	}
}

func TestPackJoinsWhatItCut(t *testing.T) {
	fake := translatetest.Named("fake")
	text := "Снег сышоў.\n\nДарогі адкрытыя. Аўтобусы ходзяць."
	got, err := translate.Pack(fake, translate.Limits{CodePoints: 20}).Translate(t.Context(), enBe, []string{text})
	if err != nil {
		t.Fatal(err)
	}
	check(t, []string{"be:Снег сышоў.\n\nbe:Дарогі адкрытыя. be:Аўтобусы ходзяць."}, got)
}

func TestPackTooLong(t *testing.T) {
	fake := translatetest.Named("fake")
	got, err := translate.Pack(fake, translate.Limits{CodePoints: 8}).Translate(t.Context(), enBe, []string{"short", "unbreakable", "too"})
	check(t, []string{"be:short", "", "be:too"}, got)
	if reason(err) != translate.TooLong {
		t.Errorf("the error is %v", err)
	}
}

func TestPackKeepsWhatWasTranslated(t *testing.T) {
	texts := numbered(6)
	for name, test := range map[string]struct {
		fault    translatetest.Fault
		want     []string
		requests int
	}{
		"a text fails: the others go on":  {translatetest.Fails(translate.BadRequest), answered(enBe, texts, 2, 3), 3},
		"the service fails: no further":   {translatetest.Fails(translate.Exhausted), answered(enBe, texts, 2, 3, 4, 5), 2},
		"half of a request is translated": {translatetest.Half(), answered(enBe, texts, 3, 4, 5), 2},
	} {
		t.Run(name, func(t *testing.T) {
			fake := translatetest.Named("fake")
			fake.Faults = []translatetest.Fault{nil, test.fault}
			got, err := translate.Pack(fake, translate.Limits{Texts: 2, Parallel: 1}).Translate(t.Context(), enBe, texts)
			check(t, test.want, got)
			if err == nil {
				t.Error("there is no error")
			}
			if n := len(fake.Requests()); n != test.requests {
				t.Errorf("%d requests", n)
			}
		})
	}
}

func TestPackRunsSeveralAtOnceAndKeepsOrder(t *testing.T) {
	for name, test := range map[string]struct{ parallel, want int }{"as it comes": {0, 4}, "one": {1, 1}, "seven": {7, 7}} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				fake := translatetest.Named("fake")
				for i := range 20 { // the later ones are faster
					fake.Faults = append(fake.Faults, translatetest.Slow(time.Duration(40-i)*time.Millisecond))
				}
				got, err := translate.Pack(fake, translate.Limits{Texts: 1, Parallel: test.parallel}).Translate(t.Context(), enBe, numbered(20))
				if err != nil {
					t.Fatal(err)
				}
				check(t, answered(enBe, numbered(20)), got)
				if fake.Most() != test.want {
					t.Errorf("%d requests at once", fake.Most())
				}
			})
		})
	}
}

func TestPackStopsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := translatetest.Named("fake")
		fake.Faults = []translatetest.Fault{nil, nil}
		fake.Always = translatetest.Hang()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		got, err := translate.Pack(fake, translate.Limits{Texts: 1, Parallel: 2}).Translate(ctx, enBe, numbered(9))
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the error is %v", err)
		}
		check(t, answered(enBe, numbered(9), run(2, 9)...), got)
		if n := len(fake.Requests()); n != 4 {
			t.Errorf("%d requests", n)
		}
	})
}

func TestACrashReachesTheCaller(t *testing.T) {
	fake := translatetest.Named("fake")
	fake.Always = translatetest.Crash()
	defer func() {
		if v := recover(); v == nil {
			t.Error("no panic")
		}
	}()
	_, _ = translate.Pack(fake, translate.Limits{Texts: 1}).Translate(t.Context(), enBe, numbered(8))
}
