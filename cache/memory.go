package cache

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/maypok86/otter/v2"
)

// DefaultMemory is how many bytes [Memory] holds unless told otherwise.
const DefaultMemory = 64 << 20

// entryOverhead is about what otter and the runtime spend on an entry beside its key and value, in bytes.
const entryOverhead = 160

// Memory is a [Store] in this process. What is used least gives way when it is full.
type Memory struct {
	entries *otter.Cache[string, entry]
	leases  leases
	now     func() time.Time
	counters
}

type entry struct {
	value []byte
	until time.Time // zero: no end
}

// NewMemory is a store of at most the given number of bytes, or of [DefaultMemory] with 0.
func NewMemory(bytes uint64) (*Memory, error) {
	if bytes == 0 {
		bytes = DefaultMemory
	}
	m := &Memory{now: time.Now}
	entries, err := otter.New(&otter.Options[string, entry]{
		MaximumWeight: bytes,
		Weigher: func(key string, e entry) uint32 {
			return uint32(min(len(key)+len(e.value)+entryOverhead, math.MaxUint32))
		},
		OnDeletion: func(e otter.DeletionEvent[string, entry]) {
			if e.WasEvicted() {
				m.evicted.Add(1)
			}
		},
	})
	if err != nil {
		return nil, fmt.Errorf("make the memory cache: %w", err)
	}
	m.entries = entries
	return m, nil
}

// Get answers copies. All of an answer share one piece of memory, so keeping one keeps all.
func (m *Memory) Get(ctx context.Context, keys []string) ([][]byte, error) {
	if err := checkKeys(keys); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.calls.Add(1)
	values, size, now := make([][]byte, len(keys)), 0, m.now()
	for i, k := range keys {
		if e, ok := m.entries.GetIfPresent(k); ok && (e.until.IsZero() || now.Before(e.until)) {
			values[i] = e.value
			size += len(e.value)
		}
	}
	detach(values, size)
	m.read(values)
	return values, nil
}

// detach replaces values by copies of them, of size bytes in all, in one allocation.
func detach(values [][]byte, size int) {
	room := make([]byte, 0, size)
	for i, v := range values {
		if v == nil {
			continue
		}
		from := len(room)
		room = append(room, v...)
		values[i] = room[from:len(room):len(room)] // so that appending to one does not run into the next
	}
}

// Set keeps copies.
func (m *Memory) Set(ctx context.Context, items []Item, ttl time.Duration) error {
	if err := checkItems(items, ttl); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	m.calls.Add(1)
	var until time.Time
	if ttl > 0 {
		until = m.now().Add(ttl)
	}
	for _, i := range items {
		m.keep(i, until)
	}
	return nil
}

func (m *Memory) keep(i Item, until time.Time) {
	value := make([]byte, len(i.Value)) // never nil: an empty value is a value
	copy(value, i.Value)
	m.entries.Set(i.Key, entry{value, until})
}

// Lease excludes others in this process.
func (m *Memory) Lease(ctx context.Context, keys []string, ttl time.Duration) ([]bool, func(context.Context), error) {
	if err := checkLease(keys, ttl); err != nil {
		return make([]bool, len(keys)), noRelease, err
	}
	if err := ctx.Err(); err != nil {
		return make([]bool, len(keys)), noRelease, err
	}
	m.calls.Add(1)
	granted, mine := m.leases.take(keys, m.now(), ttl)
	keys = slices.Clone(keys) // the caller's to change, before the release
	return granted, func(context.Context) { m.leases.release(keys, mine) }, nil
}

// Health is always nil.
func (m *Memory) Health(context.Context) error { return nil }

// Name is "memory".
func (m *Memory) Name() string { return "memory" }

// Stats count evictions a moment after they happen.
func (m *Memory) Stats() Stats { return m.stats() }

// Close drops all that is kept.
func (m *Memory) Close() error {
	m.entries.InvalidateAll()
	m.entries.StopAllGoroutines()
	return nil
}
