package cache

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"
)

const (
	probeEvery   = 250 * time.Millisecond
	probeSlowest = 16 * time.Second
)

// guard keeps calls away from a server that does not answer. The first failure opens it; a probe in the background, and
// never a call of a user's, finds out when the server is back and closes it.
//
// A server that answers probes but no calls would open and close it for ever. So each opening that follows a closing
// with no answered call between them doubles the time to the next probe, and only an answered call ends the outage in
// the log: one line when it begins, one when it ends.
type guard struct {
	probe func(context.Context) error
	every time.Duration // from the first failure to the first probe, and between probes
	log   *slog.Logger

	turn   atomic.Uint64 // even: calls go through; odd: they do not. One more at each change
	proven atomic.Bool   // a call was answered since the last closing

	mu     sync.Mutex // held while turn or proven change
	pause  time.Duration
	since  time.Time // when the outage began
	quit   context.Context
	cancel context.CancelFunc
	probes sync.WaitGroup
}

func newGuard(probe func(context.Context) error, every time.Duration, log *slog.Logger) *guard {
	g := &guard{probe: probe, every: every, log: log}
	g.quit, g.cancel = context.WithCancel(context.Background())
	g.proven.Store(true)
	return g
}

// enter tells whether a call may go through. The turn is to be handed back with its outcome, so that a call that was
// sent before an outage says nothing about the time after it.
func (g *guard) enter() (turn uint64, ok bool) {
	turn = g.turn.Load()
	return turn, turn%2 == 0
}

// answered notes that the server answered a call.
func (g *guard) answered(turn uint64) {
	if g.proven.Load() {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.turn.Load() != turn || g.proven.Swap(true) {
		return
	}
	g.log.Info("Redis is back", "away", time.Since(g.since).Round(time.Millisecond))
}

// failed notes that the server did not answer a call, and opens the guard.
func (g *guard) failed(turn uint64, cause error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.quit.Err() != nil || !g.turn.CompareAndSwap(turn, turn+1) {
		return
	}
	if g.proven.Swap(false) {
		g.pause, g.since = g.every, time.Now()
		g.log.Warn("Redis is away: doing without until it is back", "error", cause)
	} else {
		g.pause = min(2*g.pause, probeSlowest)
	}
	pause := g.pause
	g.probes.Go(func() { g.watch(pause) })
}

// watch probes until the server answers.
func (g *guard) watch(pause time.Duration) {
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for {
		select {
		case <-g.quit.Done():
			return
		case <-tick.C:
		}
		if g.probe(g.quit) == nil {
			g.mu.Lock()
			g.turn.Add(1)
			g.mu.Unlock()
			return
		}
	}
}

func (g *guard) close() {
	g.mu.Lock()
	g.cancel()
	g.mu.Unlock()
	g.probes.Wait()
}
