package cache

import (
	"fmt"
	"testing"
	"time"
)

func newMemory(t testing.TB, bytes uint64) *Memory {
	t.Helper()
	m, err := NewMemory(bytes)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Close() })
	return m
}

func TestMemory(t *testing.T) {
	m := newMemory(t, 0)
	testStore(t, func(t *testing.T) Store { return m })
}

func TestMemoryHoldsItsLimit(t *testing.T) {
	const limit = 1 << 20
	m := newMemory(t, limit)
	value := make([]byte, 1500)
	for i := range 10_000 {
		set(t, m, 0, Item{fmt.Sprint("key", i), value})
	}
	eventually(t, "what is too much is gone", func() bool {
		m.entries.CleanUp()
		return m.entries.WeightedSize() <= limit && m.Stats().Evicted > 0
	})
	kept := 0
	for i := range 10_000 {
		if got(t, m, fmt.Sprint("key", i))[0] != "-" {
			kept++
		}
	}
	if most := limit / len(value); kept == 0 || kept > most {
		t.Errorf("%d values kept, want 1 to %d", kept, most)
	}
}

func TestLeasesThatEndedAreForgotten(t *testing.T) {
	var l leases
	now := time.Now()
	for i := range 100 {
		l.take([]string{fmt.Sprint(i)}, now, time.Second)
	}
	l.take([]string{"later"}, now.Add(2*sweepEvery), time.Second)
	want(t, len(l.held), 1)
}
