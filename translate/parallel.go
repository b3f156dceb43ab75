package translate

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
)

// inParallel does the batches in order, at most n at once, and starts no further one when the context ends or a batch
// fails for a reason that does not lie in its texts. Of several errors the gravest comes back, the earlier of equals.
func inParallel(ctx context.Context, n int, batches []batch, do func(batch) error) error {
	r := rounds{ctx: ctx, batches: batches, errs: make([]error, len(batches)), do: do}
	var all sync.WaitGroup
	for range min(n, len(batches)) - 1 {
		all.Go(r.work)
	}
	r.work() // one of them here: a single request needs no goroutine
	all.Wait()
	if r.crash != "" {
		panic(r.crash)
	}
	return r.err()
}

type rounds struct {
	ctx     context.Context
	batches []batch
	do      func(batch) error
	errs    []error

	mu    sync.Mutex
	next  int
	stop  bool
	crash string // what a goroutine panicked with: it would end the program there, and is the caller's to handle
}

func (r *rounds) work() {
	defer func() {
		if v := recover(); v != nil {
			r.mu.Lock()
			r.stop, r.crash = true, fmt.Sprintf("%v\n%s", v, debug.Stack())
			r.mu.Unlock()
		}
	}()
	for {
		i, ok := r.take()
		if !ok {
			return
		}
		r.put(i, r.do(r.batches[i]))
	}
}

func (r *rounds) take() (int, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stop || r.next == len(r.batches) || r.ctx.Err() != nil {
		return 0, false
	}
	r.next++
	return r.next - 1, true
}

func (r *rounds) put(i int, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.errs[i] = err
	if e, ok := errors.AsType[*Error](err); err != nil && !(ok && e.ofText()) {
		r.stop = true
	}
}

func (r *rounds) err() error {
	var worst error
	for _, err := range r.errs {
		if err != nil {
			worst = graver(worst, err)
		}
	}
	if r.next < len(r.batches) && r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	return worst
}
