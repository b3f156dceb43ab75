package translate_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"triptych/translate"
	"triptych/translate/translatetest"
)

// longest is a policy that waits as long as it may, so that waits can be foreseen.
func longest() translate.Policy {
	return translate.Policy{Attempts: 4, First: time.Second, Longest: time.Minute, Jitter: func(d time.Duration) time.Duration { return d }}
}

func TestRetry(t *testing.T) {
	busy, lost := translatetest.Fails(translate.Busy), translatetest.Lost()
	for name, test := range map[string]struct {
		faults  []translatetest.Fault
		sizes   []int // of the requests, for 8 texts
		waited  time.Duration
		lost    []int
		reason  translate.Reason
		costing bool
	}{
		"at once":                               {nil, []int{8}, 0, nil, "", false},
		"busy twice":                            {[]translatetest.Fault{busy, busy}, []int{8, 8, 8}, 3 * time.Second, nil, "", true},
		"busy for good":                         {[]translatetest.Fault{busy, busy, busy, busy, busy}, []int{8, 8, 8, 8}, 7 * time.Second, run(0, 8), translate.Busy, true},
		"it says how long":                      {[]translatetest.Fault{translatetest.BusyFor(20 * time.Second)}, []int{8, 8}, 21 * time.Second, nil, "", true},
		"it says too long":                      {[]translatetest.Fault{translatetest.BusyFor(time.Hour)}, []int{8}, 0, run(0, 8), translate.Busy, true},
		"half is kept and not sent again":       {[]translatetest.Fault{translatetest.Half(), translatetest.Half()}, []int{8, 4, 2}, 3 * time.Second, nil, "", true},
		"a lost answer, free":                   {[]translatetest.Fault{lost, lost}, []int{8, 8, 8}, 3 * time.Second, nil, "", false},
		"a lost answer, paid: once more":        {[]translatetest.Fault{lost, lost}, []int{8, 8}, time.Second, run(0, 8), translate.Unavailable, true},
		"a wrong count: once more":              {[]translatetest.Fault{translatetest.WrongCount()}, []int{8, 8}, time.Second, nil, "", true},
		"a blank one: it alone":                 {[]translatetest.Fault{translatetest.Blank()}, []int{8, 1}, time.Second, nil, "", true},
		"the key is refused":                    {[]translatetest.Fault{translatetest.Fails(translate.Refused)}, []int{8}, 0, run(0, 8), translate.Refused, true},
		"the quota is used up, with half of it": {[]translatetest.Fault{translatetest.Half(), translatetest.Fails(translate.Exhausted)}, []int{8, 4}, time.Second, run(4, 8), translate.Exhausted, true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				fake := translatetest.Named("fake")
				fake.Is.Paid, fake.Faults = test.costing, test.faults
				start := time.Now()
				got, err := translate.Retry(fake, longest()).Translate(t.Context(), enBe, numbered(8))
				check(t, answered(enBe, numbered(8), test.lost...), got)
				if reason(err) != test.reason {
					t.Errorf("the error is %v", err)
				}
				if diff := cmp.Diff(test.sizes, sizes(fake.Requests())); diff != "" {
					t.Error(diff)
				}
				if waited := time.Since(start); waited != test.waited {
					t.Errorf("waited %v", waited)
				}
			})
		})
	}
}

func TestFullJitter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		seen := map[time.Duration]bool{}
		for range 20 {
			fake := translatetest.Named("fake")
			fake.Faults = []translatetest.Fault{translatetest.Fails(translate.Busy)}
			start := time.Now()
			if _, err := translate.Retry(fake, translate.Policy{}).Translate(t.Context(), enBe, numbered(1)); err != nil {
				t.Fatal(err)
			}
			waited := time.Since(start)
			if waited > time.Second/2 {
				t.Errorf("waited %v", waited)
			}
			seen[waited] = true
		}
		if len(seen) < 10 {
			t.Errorf("20 waits have %d lengths", len(seen))
		}
	})
}

func TestNoWaitThatTheDeadlineCutsOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := translatetest.Named("fake")
		fake.Faults = []translatetest.Fault{translatetest.BusyFor(30 * time.Second)}
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		start := time.Now()
		_, err := translate.Retry(fake, longest()).Translate(ctx, enBe, numbered(1))
		if reason(err) != translate.Busy || time.Since(start) != 0 {
			t.Errorf("after %v the error is %v", time.Since(start), err)
		}
	})
}

func TestAWaitEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := translatetest.Named("fake")
		fake.Always = translatetest.Half()
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(time.Millisecond, cancel)
		got, err := translate.Retry(fake, longest()).Translate(ctx, enBe, numbered(4))
		check(t, answered(enBe, numbered(4), 2, 3), got)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the error is %v", err)
		}
	})
}

func TestOnePoisonousTextIsFound(t *testing.T) {
	for name, test := range map[string]struct {
		reason translate.Reason
		n      int
		bad    []int
		most   int // requests
	}{
		"refused, first":            {translate.BadRequest, 128, []int{0}, 16},
		"refused, last":             {translate.BadRequest, 128, []int{127}, 16},
		"refused, two":              {translate.BadRequest, 128, []int{20, 90}, 30},
		"too long":                  {translate.TooLong, 10, []int{6}, 10},
		"garbled":                   {translate.BadAnswer, 128, []int{77}, 17},
		"one of two":                {translate.BadRequest, 2, []int{1}, 3},
		"alone":                     {translate.BadRequest, 1, []int{0}, 1},
		"neighbours":                {translate.BadRequest, 64, []int{0, 1, 2}, 24},
		"all: the service is wrong": {translate.BadRequest, 128, run(0, 128), 13},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				texts := numbered(test.n)
				for _, i := range test.bad {
					texts[i] += " poison"
				}
				fake := translatetest.Paid("fake")
				fake.Always = translatetest.Poison("poison", test.reason)
				got, err := translate.Retry(fake, longest()).Translate(t.Context(), enBe, texts)
				check(t, answered(enBe, texts, test.bad...), got)
				if reason(err) != test.reason {
					t.Errorf("the error is %v", err)
				}
				if n := len(fake.Requests()); n > test.most {
					t.Errorf("%d requests", n)
				}
			})
		})
	}
}

// A service that garbles everything must not be paid for every half of every half.
func TestASearchHasItsPrice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		texts := numbered(128)
		fake := translatetest.Paid("fake")
		fake.Always = translatetest.Poison("Ferry", translate.BadAnswer)
		_, err := translate.Retry(fake, longest()).Translate(t.Context(), enBe, texts)
		if reason(err) != translate.BadAnswer {
			t.Errorf("the error is %v", err)
		}
		if once := translate.Characters(texts...); fake.Characters() > 4*once {
			t.Errorf("%.1f times the texts are paid for", float64(fake.Characters())/float64(once))
		}
	})
}

func TestASearchEndsWhenTheServiceDoes(t *testing.T) {
	fake := translatetest.Named("fake")
	bad := translatetest.Fails(translate.BadRequest)
	fake.Faults = []translatetest.Fault{bad, nil, bad, translatetest.Fails(translate.Exhausted)}
	got, err := translate.Retry(fake, longest()).Translate(t.Context(), enBe, numbered(8))
	check(t, answered(enBe, numbered(8), run(4, 8)...), got)
	if reason(err) != translate.Exhausted || len(fake.Requests()) != 4 {
		t.Errorf("after %d requests the error is %v", len(fake.Requests()), err)
	}
}
