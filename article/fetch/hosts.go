package fetch

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// hosts remembers the hosts that were asked lately. The zero value is ready for use.
type hosts struct {
	mu sync.Mutex
	m  map[string]*host
}

// host is one origin: a turn that one request has at a time, its pace, and its robots.txt. What is below turn belongs to
// the request that has it.
type host struct {
	users int // requests that wait or have their turn; guarded by hosts.mu
	turn  chan struct{}
	pace  *rate.Limiter
	rules rules
	until time.Time // when rules are to be read again
}

// mostHosts bounds the memory of a server that runs for years.
const mostHosts = 1000

// enter waits for a turn at a host. Whoever got it must leave.
func (hs *hosts) enter(ctx context.Context, origin string, pause time.Duration) (*host, error) {
	hs.mu.Lock()
	if hs.m == nil {
		hs.m = map[string]*host{}
	}
	h := hs.m[origin]
	if h == nil {
		h = &host{turn: make(chan struct{}, 1), pace: rate.NewLimiter(rate.Every(pause), 1)}
		hs.m[origin] = h
	}
	h.users++
	hs.mu.Unlock()
	select {
	case h.turn <- struct{}{}:
		return h, nil
	case <-ctx.Done():
		hs.mu.Lock()
		h.users--
		hs.mu.Unlock()
		return nil, ctx.Err()
	}
}

func (hs *hosts) leave(h *host, now time.Time) {
	<-h.turn
	hs.mu.Lock()
	defer hs.mu.Unlock()
	h.users--
	if len(hs.m) > mostHosts {
		hs.forget(now)
	}
}

// forget drops the hosts that nobody uses: those whose rules are out of date, and if that does not make room, any.
func (hs *hosts) forget(now time.Time) {
	for key, h := range hs.m {
		if h.users == 0 && now.After(h.until) {
			delete(hs.m, key)
		}
	}
	for key, h := range hs.m {
		if len(hs.m) <= mostHosts*3/4 {
			return
		}
		if h.users == 0 {
			delete(hs.m, key)
		}
	}
}
