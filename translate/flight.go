package translate

import (
	"context"
	"maps"
	"runtime/debug"
	"sync"
	"time"
)

// flights are the translations that are under way in this process, by key: who asks for a text that somebody else has
// asked for waits for the same flight. A flight goes on while anybody waits for it, whoever began it, and is cancelled
// when the last one leaves.
type flights struct {
	mu    sync.Mutex
	byKey map[string]*flight
}

// flight is one of them, and the context of the work in it: it ends when nobody waits any longer, and its deadline is
// that of the most patient who ever waited, so that no wait is begun that outlasts everybody.
type flight struct {
	context.Context // has no deadline of its own
	cancel          context.CancelFunc
	all             *flights
	keys            []string
	done            chan struct{}
	// results and err are written by the flight alone, and read when it is done.
	results map[string]Translation
	err     error
	// The rest is guarded by all.mu.
	waiting  int
	deadline time.Time
	endless  bool // whether somebody waits without a deadline
}

// Deadline is [context.Context]'s. It may move on when others join.
func (f *flight) Deadline() (time.Time, bool) {
	f.all.mu.Lock()
	defer f.all.mu.Unlock()
	return f.deadline, !f.endless
}

// fetch translates what is not remembered, or waits for others who do. The answer is by key.
func (r *Remembered) fetch(ctx context.Context, p Pair, missing []segment) (map[string]Translation, error) {
	var err error
	results := map[string]Translation{}
	for _, f := range r.board(ctx, p, missing) {
		if f.wait(ctx) {
			maps.Copy(results, f.results)
			if f.err != nil {
				err = graver(err, f.err)
			}
		}
	}
	for _, s := range missing {
		if _, ok := results[s.key]; ok {
			continue
		}
		if ctx.Err() != nil {
			return results, ctx.Err()
		}
		return results, err
	}
	return results, nil // an error concerned others' texts
}

// board joins the flights that are under way and starts one with the rest.
func (r *Remembered) board(ctx context.Context, p Pair, missing []segment) []*flight {
	if ctx.Err() != nil {
		return nil
	}
	r.flights.mu.Lock()
	defer r.flights.mu.Unlock()
	var boarded []*flight
	var own []segment
	seen := map[*flight]bool{}
	for _, s := range missing {
		f := r.flights.byKey[s.key]
		if f == nil {
			own = append(own, s)
		} else if !seen[f] {
			seen[f] = true
			f.join(ctx)
			boarded = append(boarded, f)
		}
	}
	if len(own) == 0 {
		return boarded
	}
	f := r.flights.start(ctx, own)
	go r.fly(f, p, own)
	return append(boarded, f)
}

func (all *flights) start(ctx context.Context, segments []segment) *flight {
	f := &flight{all: all, done: make(chan struct{}), results: map[string]Translation{}}
	f.Context, f.cancel = context.WithCancel(context.WithoutCancel(ctx))
	f.join(ctx)
	if all.byKey == nil {
		all.byKey = map[string]*flight{}
	}
	for _, s := range segments {
		f.keys = append(f.keys, s.key)
		all.byKey[s.key] = f
	}
	return f
}

func (f *flight) join(ctx context.Context) {
	f.waiting++
	deadline, ok := ctx.Deadline()
	f.endless = f.endless || !ok
	if deadline.After(f.deadline) {
		f.deadline = deadline
	}
}

// wait waits for the flight to be done, and tells whether it is. Who leaves last, because ctx has ended, ends the flight
// and sees it done: it comes back at once with what it has, and no work is left behind.
func (f *flight) wait(ctx context.Context) bool {
	select {
	case <-f.done:
		return true
	case <-ctx.Done():
	}
	if !f.leave() {
		return false
	}
	<-f.done
	return true
}

// leave tells whether nobody else waits.
func (f *flight) leave() bool {
	f.all.mu.Lock()
	defer f.all.mu.Unlock()
	f.waiting--
	if f.waiting > 0 {
		return false
	}
	f.forget() // nobody should join what is being cancelled
	f.cancel()
	return true
}

// forget is called with all.mu held.
func (f *flight) forget() {
	for _, key := range f.keys {
		if f.all.byKey[key] == f {
			delete(f.all.byKey, key)
		}
	}
}

// fly does the work of a flight.
func (r *Remembered) fly(f *flight, p Pair, segments []segment) {
	defer func() {
		if v := recover(); v != nil { // it would end the program: no caller could catch it
			r.log.Error("the engine crashed", "engine", r.about.Name, "panic", v, "stack", string(debug.Stack()))
			f.err = Errorf(r.about.Name, Unavailable, "the engine crashed")
		}
		f.all.mu.Lock()
		f.forget()
		f.all.mu.Unlock()
		f.cancel()
		close(f.done)
	}()
	for len(segments) > 0 && f.Err() == nil {
		n := stage(segments)
		err := r.once(f, p, segments[:n])
		if err != nil {
			f.err = graver(f.err, err)
			if !isOfText(err) {
				return
			}
		}
		segments = segments[n:]
	}
	if f.err == nil {
		f.err = f.Err()
	}
}

// Limits of what is translated between two writes to the memory: what a crash can lose, and what must be done within
// one lease. An article fits.
const (
	stageSegments   = 500
	stageCharacters = 50_000
)

// stage is how many of the segments are translated together; at least one.
func stage(segments []segment) int {
	n := 0
	for i, s := range segments {
		if n += Characters(s.text); i > 0 && (n > stageCharacters || i == stageSegments) {
			return i
		}
	}
	return len(segments)
}
