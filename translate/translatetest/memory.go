package translatetest

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"sync"
	"time"
)

// Memory is a [translate.Memory] in a map that counts its calls. The zero value is empty. Shared by several engines it is
// what a Redis is to several processes.
type Memory struct {
	mu     sync.Mutex
	values map[string][]byte
	leases map[string]lease
	last   int
	calls  Calls
	down   bool
}

// Calls counts the calls of a memory, one a round trip.
type Calls struct{ Get, Set, Lease, Release int }

type lease struct {
	holder int
	until  time.Time
}

var errDown = errors.New("the memory is down")

// Get is [translate.Memory]'s.
func (m *Memory) Get(ctx context.Context, keys []string) ([][]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls.Get++
	if err := m.fault(ctx); err != nil {
		return nil, err
	}
	values := make([][]byte, len(keys))
	for i, k := range keys {
		values[i] = m.values[k]
	}
	return values, nil
}

// Set is [translate.Memory]'s.
func (m *Memory) Set(ctx context.Context, values map[string][]byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls.Set++
	if err := m.fault(ctx); err != nil {
		return err
	}
	if m.values == nil {
		m.values = map[string][]byte{}
	}
	for k, v := range values {
		m.values[k] = bytes.Clone(v)
	}
	return nil
}

// Lease is [translate.Memory]'s.
func (m *Memory) Lease(ctx context.Context, keys []string, ttl time.Duration) ([]bool, func(context.Context), error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls.Lease++
	if err := m.fault(ctx); err != nil {
		return nil, nil, err
	}
	if m.leases == nil {
		m.leases = map[string]lease{}
	}
	m.last++
	holder, now, granted := m.last, time.Now(), make([]bool, len(keys))
	for i, k := range keys {
		if !now.Before(m.leases[k].until) {
			m.leases[k] = lease{holder, now.Add(ttl)}
			granted[i] = true
		}
	}
	return granted, func(context.Context) { m.release(holder) }, nil
}

func (m *Memory) release(holder int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls.Release++
	maps.DeleteFunc(m.leases, func(_ string, l lease) bool { return l.holder == holder })
}

func (m *Memory) fault(ctx context.Context) error {
	if m.down {
		return errDown
	}
	return ctx.Err()
}

// Down makes every call fail, or work again.
func (m *Memory) Down(down bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.down = down
}

// Calls counts the calls so far.
func (m *Memory) Calls() Calls {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.calls
}

// Values is a copy of what is remembered.
func (m *Memory) Values() map[string][]byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	return maps.Clone(m.values)
}
