package cache

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

var errGone = errors.New("connection refused")

func testGuard(t *testing.T, probe func(context.Context) error) (*guard, *journal) {
	j := &journal{}
	g := newGuard(probe, time.Millisecond, j.log())
	t.Cleanup(g.close)
	return g, j
}

func TestGuardOpensAndCloses(t *testing.T) {
	var there atomic.Bool
	g, j := testGuard(t, func(context.Context) error {
		if there.Load() {
			return nil
		}
		return errGone
	})
	turn, ok := g.enter()
	want(t, ok, true)
	for range 10 {
		g.failed(turn, errGone)
	}
	_, ok = g.enter()
	want(t, ok, false)
	there.Store(true)
	eventually(t, "it closes", func() bool { turn, ok = g.enter(); return ok })
	g.answered(turn)
	g.answered(turn)
	want(t, []int{j.lines("Redis is away"), j.lines("Redis is back")}, []int{1, 1})
}

func TestGuardIgnoresCallsOfAnotherTurn(t *testing.T) {
	g, j := testGuard(t, func(context.Context) error { return nil })
	before, _ := g.enter()
	g.failed(before, errGone)
	var now uint64
	eventually(t, "it closes", func() (ok bool) { now, ok = g.enter(); return ok })
	g.failed(before, errGone) // sent before the outage, failed after it
	_, ok := g.enter()
	want(t, ok, true)
	g.answered(before)
	want(t, j.lines("Redis is back"), 0)
	g.answered(now)
	want(t, j.lines("Redis is back"), 1)
}

// A server that answers probes and no calls is probed ever less often, and makes one line, not thousands.
func TestGuardDoesNotFlap(t *testing.T) {
	g, j := testGuard(t, func(context.Context) error { return nil })
	var turn uint64
	for range 7 {
		eventually(t, "it closes", func() (ok bool) { turn, ok = g.enter(); return ok })
		g.failed(turn, errGone)
	}
	want(t, g.pause, 64*time.Millisecond)
	want(t, []int{j.lines("Redis is away"), j.lines("Redis is back")}, []int{1, 0})
	eventually(t, "it closes", func() (ok bool) { turn, ok = g.enter(); return ok })
	g.answered(turn)
	g.failed(turn, errGone)
	want(t, g.pause, time.Millisecond)
	want(t, []int{j.lines("Redis is away"), j.lines("Redis is back")}, []int{2, 1})
}

func TestGuardStopsProbingWhenClosed(t *testing.T) {
	probes := make(chan struct{}, 1)
	g, _ := testGuard(t, func(ctx context.Context) error {
		select {
		case probes <- struct{}{}:
		default:
		}
		<-ctx.Done()
		return ctx.Err()
	})
	turn, _ := g.enter()
	g.failed(turn, errGone)
	<-probes
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(g.close) // returns when the probe has
	}
	wg.Wait()
	g.failed(turn+1, errGone)
}

func TestOutcomes(t *testing.T) {
	over, cancel := context.WithCancel(t.Context())
	cancel()
	late, cancel := context.WithDeadline(t.Context(), time.Unix(0, 0))
	defer cancel()
	reset := &net.OpError{Op: "read", Err: errors.New("connection reset by peer")}
	reply := func(text string) error { return fmt.Errorf("wrapped: %w", answer(text)) }
	for _, c := range []struct {
		name string
		ctx  context.Context
		err  error
		want outcome
	}{
		{"no error", t.Context(), nil, answered},
		{"absent", t.Context(), redis.Nil, answered},
		{"full", t.Context(), reply("OOM command not allowed when used memory > 'maxmemory'."), answered},
		{"wrong type", t.Context(), reply("WRONGTYPE Operation against a key"), answered},
		{"read-only", t.Context(), reply("READONLY You can't write against a read only replica."), answered},
		{"across slots", t.Context(), reply("CROSSSLOT Keys in request don't hash to the same slot"), answered},
		{"moved", t.Context(), reply("MOVED 1 h:1"), answered},
		{"not permitted", t.Context(), reply("NOPERM this user has no permissions"), answered},
		{"busy group", t.Context(), reply("BUSYGROUP name already exists"), answered},
		{"loading", t.Context(), reply("LOADING Redis is loading the dataset in memory"), down},
		{"without master", t.Context(), reply("MASTERDOWN Link with MASTER is down"), down},
		{"cluster down", t.Context(), reply("CLUSTERDOWN The cluster is down"), down},
		{"in a script", t.Context(), reply("BUSY Redis is busy running a script."), down},
		{"password needed", t.Context(), reply("NOAUTH Authentication required."), down},
		{"password wrong", t.Context(), reply("WRONGPASS invalid username-password pair"), down},
		{"clients", t.Context(), reply("ERR max number of clients reached"), down},
		{"reset", t.Context(), reset, down},
		{"end of the stream", t.Context(), io.EOF, down},
		{"our own limit", t.Context(), context.DeadlineExceeded, down},
		{"pool", t.Context(), redis.ErrPoolTimeout, crowded},
		{"the caller left", over, context.Canceled, left},
		{"the caller left, the socket says it", over, reset, left},
		{"the caller's deadline", late, reset, left},
		{"a reply all the same", over, reply("LOADING"), down},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, outcomeOf(c.ctx, c.err), c.want) })
	}
}

// answer is an error that a server answered.
type answer string

func (a answer) Error() string { return string(a) }
func (answer) RedisError()     {}
