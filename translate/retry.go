package translate

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"
)

// Policy says how often and when a request is made again. The zero value is usable.
type Policy struct {
	Attempts int           // requests in all; 0 is 4
	First    time.Duration // the longest wait before the second request, doubled for each further one; 0 is half a second
	Longest  time.Duration // no wait is longer, and a service that asks for a longer one is not waited for; 0 is a minute
	// Jitter draws a wait from those up to d; nil draws evenly from zero on ("full jitter": M. Brooker, Exponential
	// Backoff and Jitter, 2015), so that many who failed together do not come back together.
	Jitter func(d time.Duration) time.Duration
}

func (p Policy) withDefaults() Policy {
	if p.Attempts <= 0 {
		p.Attempts = 4
	}
	if p.First <= 0 {
		p.First = time.Second / 2
	}
	if p.Longest <= 0 {
		p.Longest = time.Minute
	}
	if p.Jitter == nil {
		p.Jitter = func(d time.Duration) time.Duration { return rand.N(d + 1) }
	}
	return p
}

// Retry makes a request again after an error that passes, with what was not translated yet, and honours the wait that
// the service asks for; a wait that the context's deadline would cut off is not begun. What may have been billed is tried
// once more and no oftener. Where a service refuses or garbles a whole request, the text that is at fault is found by
// halving, so that the others are translated.
func Retry(e Engine, p Policy) Engine { return retrier{e, p.withDefaults()} }

type retrier struct {
	Engine
	policy Policy
}

// Translate is [Engine]'s.
func (r retrier) Translate(ctx context.Context, p Pair, texts []string) ([]string, error) {
	t := trial{retrier: r, ctx: ctx, pair: p, texts: texts, out: make([]string, len(texts)), paid: r.About().Paid}
	all := make([]int, len(texts))
	for i := range all {
		all[i] = i
	}
	left, err := t.persist(all, 1)
	if len(left) > 1 && isOfText(err) {
		err = t.search(left, err)
	}
	return t.out, err
}

// trial is one call of a retrier.
type trial struct {
	retrier
	ctx   context.Context
	pair  Pair
	texts []string
	out   []string
	paid  bool
}

// persist translates the texts numbered in left and says which it could not; doubts is how many requests that may have
// been billed in vain are made again.
func (t *trial) persist(left []int, doubts int) ([]int, error) {
	for attempt := 1; ; attempt++ {
		var err error
		if left, err = t.once(left); err == nil {
			return nil, nil
		}
		e, ok := errors.AsType[*Error](err)
		if !ok || !e.Passing() || attempt == t.policy.Attempts {
			return left, err
		}
		if e.Reason == BadAnswer || t.paid && e.MayBill() {
			if doubts--; doubts < 0 {
				return left, err
			}
		}
		wait, worth := t.policy.wait(t.ctx, attempt, e.After)
		if !worth {
			return left, err
		}
		if err := sleep(t.ctx, wait); err != nil {
			return left, err
		}
	}
}

// once makes one request. There is an error exactly when something is left.
func (t *trial) once(left []int) ([]int, error) {
	texts := make([]string, len(left))
	for i, n := range left {
		texts[i] = t.texts[n]
	}
	got, err := ask(t.ctx, t.Engine, t.pair, texts)
	if err == nil {
		for i, n := range left {
			t.out[n] = got[i]
		}
		return nil, nil
	}
	var still []int
	for i, n := range left {
		if t.out[n] = got[i]; got[i] == "" {
			still = append(still, n)
		}
	}
	if len(still) == 0 {
		return nil, nil
	}
	return still, err
}

// wait is how long to wait after a number of attempts, and whether that is worth it.
func (p Policy) wait(ctx context.Context, attempt int, after time.Duration) (time.Duration, bool) {
	longest := p.Longest
	if shift := attempt - 1; shift < 30 && p.First<<shift < longest {
		longest = p.First << shift
	}
	d := p.Jitter(longest)
	if after > 0 {
		d = after + p.Jitter(min(longest, after)) // never sooner than asked, and not all at the same moment
	}
	if after > p.Longest {
		return 0, false
	}
	deadline, limited := ctx.Deadline()
	return d, !limited || time.Until(deadline) > d
}

// sleep returns early, with the context's error, when the context ends.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return ctx.Err()
	}
}

func isOfText(err error) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.ofText()
}
