package cache

import (
	"sync"
	"time"
)

// leases are handed out in one process. The zero value is ready.
type leases struct {
	mu    sync.Mutex
	held  map[string]*lease
	sweep time.Time // when to look next for leases that ended without a release
}

// lease is what one call was granted; its address tells it from others.
type lease struct{ until time.Time }

const sweepEvery = time.Minute

// take grants each key that nobody holds.
func (l *leases) take(keys []string, now time.Time, ttl time.Duration) (granted []bool, mine *lease) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.forget(now)
	mine, granted = &lease{now.Add(ttl)}, make([]bool, len(keys))
	for i, k := range keys {
		if h := l.held[k]; h != nil && now.Before(h.until) {
			continue
		}
		l.held[k], granted[i] = mine, true
	}
	return granted, mine
}

// release gives back those of the keys that are still held by mine.
func (l *leases) release(keys []string, mine *lease) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, k := range keys {
		if l.held[k] == mine {
			delete(l.held, k)
		}
	}
}

func (l *leases) forget(now time.Time) {
	if l.held == nil {
		l.held = map[string]*lease{}
	}
	if now.Before(l.sweep) {
		return
	}
	l.sweep = now.Add(sweepEvery)
	for k, h := range l.held {
		if !now.Before(h.until) {
			delete(l.held, k)
		}
	}
}
