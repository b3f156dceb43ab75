package translate_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"triptych/translate"
	"triptych/translate/translatetest"
)

// outcome is what a caller got, and when after the start.
type outcome struct {
	got   []string
	err   error
	after time.Duration
}

// call asks in the background.
func call(ctx context.Context, all *sync.WaitGroup, r *translate.Remembered, texts_ []string) *outcome {
	o, start := &outcome{}, time.Now()
	all.Go(func() {
		got, err := r.Translate(ctx, enBe, texts_)
		*o = outcome{texts(got), err, time.Since(start)}
	})
	synctest.Wait()
	return o
}

func slow(d time.Duration) *translatetest.Fake {
	fake := translatetest.Paid("fake")
	fake.Always = translatetest.Slow(d)
	return fake
}

func billedOnce(t *testing.T, fake *translatetest.Fake, texts []string) {
	t.Helper()
	for _, text := range texts {
		if n := fake.Billed(text); n != 1 {
			t.Errorf("%q is billed %d times", text, n)
		}
	}
}

func TestOneTextAskedByManyIsTranslatedOnce(t *testing.T) {
	for name, memory := range map[string]translate.Memory{"with a memory": &translatetest.Memory{}, "without one": nil} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				fake := slow(time.Second)
				r := translate.Remember(fake, translate.Remembering{Memory: memory})
				var all sync.WaitGroup
				var out []*outcome
				for i := range 20 { // windows that overlap
					out = append(out, call(t.Context(), &all, r, numbered(40)[i:i+20]))
				}
				all.Wait()
				for i, o := range out {
					check(t, answered(enBe, numbered(40)[i:i+20]), o.got)
					if o.err != nil || o.after != time.Second {
						t.Errorf("caller %d: %v after %v", i, o.err, o.after)
					}
				}
				billedOnce(t, fake, numbered(39))
			})
		})
	}
}

func TestAFlightSurvivesItsFirstCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := slow(10 * time.Second)
		r := translate.Remember(fake, translate.Remembering{Memory: &translatetest.Memory{}})
		leaving, cancel := context.WithCancel(t.Context())
		hasty, stop := context.WithTimeout(t.Context(), 2*time.Second)
		defer stop()
		var all sync.WaitGroup
		first := call(leaving, &all, r, numbered(3))
		second := call(t.Context(), &all, r, numbered(3))
		third := call(hasty, &all, r, numbered(3))
		time.Sleep(time.Second)
		cancel()
		all.Wait()
		if !errors.Is(first.err, context.Canceled) || first.after != time.Second {
			t.Errorf("the first: %v after %v", first.err, first.after)
		}
		if !errors.Is(third.err, context.DeadlineExceeded) || third.after != 2*time.Second {
			t.Errorf("the third: %v after %v", third.err, third.after)
		}
		check(t, answered(enBe, numbered(3)), second.got)
		if second.err != nil || second.after != 10*time.Second {
			t.Errorf("the second: %v after %v", second.err, second.after)
		}
		billedOnce(t, fake, numbered(3))
	})
}

func TestAFlightEndsWithItsLastCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake, memory := translatetest.Paid("fake"), &translatetest.Memory{}
		fake.Faults = []translatetest.Fault{nil, translatetest.Hang()}
		e := translate.Pack(fake, translate.Limits{Texts: 2, Parallel: 1})
		r := translate.Remember(e, translate.Remembering{Memory: memory})
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		got, err := r.Translate(ctx, enBe, numbered(6))
		check(t, answered(enBe, numbered(6), run(2, 6)...), texts(got))
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the error is %v", err)
		}
		if len(memory.Values()) != 2 {
			t.Errorf("%d values are kept of what was paid for", len(memory.Values()))
		}
		// The bubble ends with a panic if a goroutine is left.
	})
}

func TestANewCallerDoesNotJoinWhatIsBeingCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := translatetest.Named("fake")
		stubborn := func(ctx context.Context, _ string, texts, _ []string) ([]string, []string, error) {
			<-ctx.Done()
			time.Sleep(time.Second)
			return make([]string, len(texts)), nil, ctx.Err()
		}
		fake.Faults = []translatetest.Fault{stubborn}
		r := translate.Remember(fake, translate.Remembering{})
		ctx, cancel := context.WithCancel(t.Context())
		var all sync.WaitGroup
		call(ctx, &all, r, numbered(1))
		cancel()
		synctest.Wait()
		second := call(t.Context(), &all, r, numbered(1))
		all.Wait()
		if check(t, answered(enBe, numbered(1)), second.got); second.err != nil {
			t.Error(second.err)
		}
	})
}

// The deadline that a retry looks at is that of the most patient caller.
func TestAFlightIsAsPatientAsItsMostPatientCaller(t *testing.T) {
	for name, patience := range map[string]time.Duration{"a later deadline": 70 * time.Second, "none": 0} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { patient(t, patience) })
		})
	}
}

func patient(t *testing.T, patience time.Duration) {
	fake := slow(time.Second)
	fake.Faults = []translatetest.Fault{func(ctx context.Context, engine string, texts, _ []string) ([]string, []string, error) {
		time.Sleep(time.Second)
		return translatetest.BusyFor(20*time.Second)(ctx, engine, texts, nil)
	}}
	r := translate.Remember(translate.Retry(fake, longest()), translate.Remembering{})
	hasty, stop := context.WithTimeout(t.Context(), 5*time.Second)
	defer stop()
	ctx := t.Context()
	if patience > 0 {
		var stop func()
		ctx, stop = context.WithTimeout(ctx, patience)
		defer stop()
	}
	var all sync.WaitGroup
	first := call(hasty, &all, r, numbered(2))
	second := call(ctx, &all, r, numbered(2))
	all.Wait()
	if !errors.Is(first.err, context.DeadlineExceeded) || second.err != nil {
		t.Errorf("the first: %v, the second: %v", first.err, second.err)
	}
}

func TestAFailureConcernsOnlyItsOwnTexts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := translatetest.Named("fake")
		fake.Faults = []translatetest.Fault{func(ctx context.Context, engine string, texts, answers []string) ([]string, []string, error) {
			time.Sleep(time.Second)
			return translatetest.Half()(ctx, engine, texts, answers)
		}}
		r := translate.Remember(fake, translate.Remembering{Memory: &translatetest.Memory{}})
		var all sync.WaitGroup
		first := call(t.Context(), &all, r, numbered(4))
		lucky := call(t.Context(), &all, r, numbered(2))
		all.Wait()
		if reason(first.err) != translate.Busy || lucky.err != nil {
			t.Errorf("the first: %v, the lucky one: %v", first.err, lucky.err)
		}
		check(t, answered(enBe, numbered(2)), lucky.got)
	})
}

// Two wrappers that share a memory stand for two processes that share a Redis.
func TestTwoProcessesTranslateATextOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake, memory := slow(3*time.Second), &translatetest.Memory{}
		how := translate.Remembering{Memory: memory}
		a, b := translate.Remember(fake, how), translate.Remember(fake, how)
		var all sync.WaitGroup
		first := call(t.Context(), &all, a, numbered(6)[:4])
		second := call(t.Context(), &all, b, numbered(6)[2:])
		all.Wait()
		check(t, answered(enBe, numbered(6)[:4]), first.got)
		check(t, answered(enBe, numbered(6)[2:]), second.got)
		if first.err != nil || second.err != nil {
			t.Errorf("%v, %v", first.err, second.err)
		}
		billedOnce(t, fake, numbered(6))
	})
}

// Each has what the other waits for.
func TestProcessesDoNotWaitForEachOther(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake, memory := slow(time.Second), &translatetest.Memory{}
		how := translate.Remembering{Memory: memory}
		var all sync.WaitGroup
		out := make([]outcome, 6)
		for i := range out {
			r := translate.Remember(fake, how)
			list := append(numbered(12)[2*i:], numbered(12)[:2*i]...)[:8]
			all.Go(func() {
				got, err := r.Translate(t.Context(), enBe, list)
				out[i] = outcome{got: texts(got), err: err}
			})
		}
		all.Wait()
		for _, o := range out {
			if o.err != nil {
				t.Error(o.err)
			}
		}
		billedOnce(t, fake, numbered(12))
	})
}

func TestWhatADeadOrFailedProcessHeldIsTakenOver(t *testing.T) {
	for name, test := range map[string]struct {
		die  func(m *translatetest.Memory)
		most time.Duration
	}{
		"dead: after its lease": {func(m *translatetest.Memory) {
			leased := &keeping{Memory: m}
			ctx, cancel := context.WithCancel(context.Background())
			cancelled := translatetest.Paid("fake")
			cancelled.Always = func(context.Context, string, []string, []string) ([]string, []string, error) {
				cancel()
				return nil, nil, ctx.Err()
			}
			_, _ = translate.Remember(cancelled, translate.Remembering{Memory: leased, Lease: time.Minute}).Translate(ctx, enBe, numbered(2))
		}, time.Minute + 2*time.Second},
		"failed: soon": {func(m *translatetest.Memory) {
			failing := translatetest.Paid("fake")
			failing.Always = func(context.Context, string, []string, []string) ([]string, []string, error) {
				time.Sleep(3 * time.Second)
				return nil, nil, translate.Errorf("fake", translate.Exhausted, "used up")
			}
			go func() {
				_, _ = translate.Remember(failing, translate.Remembering{Memory: m}).Translate(context.Background(), enBe, numbered(2))
			}()
			synctest.Wait()
		}, 6 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				memory, fake := &translatetest.Memory{}, translatetest.Paid("fake")
				test.die(memory)
				start := time.Now()
				got, err := translate.Remember(fake, translate.Remembering{Memory: memory}).Translate(t.Context(), enBe, numbered(2))
				check(t, answered(enBe, numbered(2)), texts(got))
				if took := time.Since(start); err != nil || took == 0 || took > test.most {
					t.Errorf("%v after %v", err, took)
				}
			})
		})
	}
}

// keeping never hands a lease back, as a process that was killed.
type keeping struct{ *translatetest.Memory }

func (k *keeping) Lease(ctx context.Context, keys []string, ttl time.Duration) ([]bool, func(context.Context), error) {
	granted, _, err := k.Memory.Lease(ctx, keys, ttl)
	return granted, nil, err
}

func TestNoTranslationOutlivesItsLease(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fake := translatetest.Named("fake")
		fake.Always = translatetest.Hang()
		start := time.Now()
		_, err := translate.Remember(fake, translate.Remembering{Lease: time.Minute}).Translate(t.Context(), enBe, numbered(2))
		if reason(err) != translate.Unavailable || time.Since(start) != time.Minute {
			t.Errorf("%v after %v", err, time.Since(start))
		}
	})
}

// Everything together: many callers, several processes, one ledger, faults of all kinds. Nothing that was translated is
// billed again, order is kept, and the ledger never counts less than the service bills, nor more than the ceiling.
func TestStorm(t *testing.T) {
	for round := range 20 {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { storm(t, round) })
		})
	}
}

func storm(t *testing.T, round int) {
	list := numbered(60)
	fake, memory := translatetest.Paid("fake"), &translatetest.Memory{}
	ledger := &translatetest.Ledger{Ceiling: []int{1e6, 2500}[round%2]}
	faults := []translatetest.Fault{translatetest.Fails(translate.Busy), nil, translatetest.BusyFor(3 * time.Second), translatetest.Half(),
		nil, translatetest.Fails(translate.Unavailable), translatetest.Slow(time.Second), nil, translatetest.Fails(translate.BadRequest)}
	for i := range 40 {
		fake.Faults = append(fake.Faults, faults[(i*(round+1)+i/3)%len(faults)])
	}
	var all sync.WaitGroup
	for process := range 3 {
		e := translate.Service(fake, translate.Limits{Texts: 7}, translate.Policy{}, ledger)
		r := translate.Remember(e, translate.Remembering{Memory: memory})
		for caller := range 4 {
			from := (process*11 + caller*9 + round) % 30
			all.Go(func() {
				for range 5 {
					got, err := r.Translate(t.Context(), enBe, list[from:from+30])
					for i, g := range got {
						if g.Text != "" && g.Text != translatetest.Answer(enBe, list[from+i]) || g.Text == "" && err == nil {
							t.Errorf("text %d became %q, %v", from+i, g.Text, err)
						}
					}
				}
			})
		}
	}
	all.Wait()
	for _, text := range list {
		if n := fake.Billed(text); n > 1 {
			t.Errorf("%q is billed %d times", text, n)
		}
	}
	billed, reserved := ledger.Spent()
	if billed < fake.Characters() || billed+reserved > ledger.Ceiling || reserved != 0 {
		t.Errorf("the service bills %d, the ledger counts %d and %d reserved", fake.Characters(), billed, reserved)
	}
}
