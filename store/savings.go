package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"
)

// gathering is how long saved characters are gathered before they are written.
const gathering = 5 * time.Second

type engineMonth struct {
	engine string
	month  Month
}

// savings gathers saved characters in memory: they are counted at every sentence that is remembered, and a crash that
// loses a few seconds of them costs nothing.
type savings struct {
	mu      sync.Mutex
	counts  map[engineMonth]int64
	since   time.Time // when the first of them came
	stopped bool
	flushes sync.WaitGroup
}

// Saved counts characters that were answered from memory and not paid for. It returns at once; they are written within
// seconds while others follow, and by [Store.Spending] and [Store.Close].
func (s *Store) Saved(ctx context.Context, engine string, characters int) {
	if engine == "" || characters <= 0 || characters > most {
		return
	}
	now := s.now()
	if !s.savings.add(engineMonth{clean(engine), MonthOf(now)}, int64(characters), now) {
		return
	}
	go func() {
		defer s.savings.flushes.Done()
		ctx := context.WithoutCancel(ctx)
		if err := s.flush(ctx); err != nil {
			s.log.WarnContext(ctx, "saved characters are not counted yet", "error", err)
		}
	}()
}

// add tells whether it is time to write; then it has begun one of flushes.
func (v *savings) add(k engineMonth, characters int64, now time.Time) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.counts) == 0 {
		v.counts, v.since = map[engineMonth]int64{}, now
	}
	v.counts[k] += characters
	if v.stopped || now.Sub(v.since) < gathering {
		return false
	}
	v.since = now
	v.flushes.Add(1)
	return true
}

// take empties the memory.
func (v *savings) take() map[engineMonth]int64 {
	v.mu.Lock()
	defer v.mu.Unlock()
	counts := v.counts
	v.counts = nil
	return counts
}

// putBack returns what could not be written. Fresh counts keep their time.
func (v *savings) putBack(counts map[engineMonth]int64, now time.Time) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.counts) == 0 {
		v.counts, v.since = map[engineMonth]int64{}, now
	}
	for k, n := range counts {
		v.counts[k] += n
	}
}

// stop waits for writing that has begun, and lets none begin.
func (v *savings) stop() {
	v.mu.Lock()
	v.stopped = true
	v.mu.Unlock()
	v.flushes.Wait()
}

func (s *Store) flush(ctx context.Context) error {
	counts := s.savings.take()
	if len(counts) == 0 {
		return nil
	}
	err := s.write(ctx, "count saved characters", func(tx *sql.Tx) error { return addSaved(ctx, tx, counts) })
	if err != nil {
		s.savings.putBack(counts, s.now())
	}
	return err
}

func addSaved(ctx context.Context, tx *sql.Tx, counts map[engineMonth]int64) error {
	// In order, so that two processes never wait for each other's rows.
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b engineMonth) int {
		return strings.Compare(a.engine+"\x00"+string(a.month), b.engine+"\x00"+string(b.month))
	})
	for _, k := range keys {
		_, err := tx.ExecContext(ctx, `
			INSERT INTO spending (engine, month, billed, reserved, saved, requests) VALUES ($1, $2, 0, 0, $3, 0)
			ON CONFLICT (engine, month) DO UPDATE SET saved = spending.saved + excluded.saved`,
			k.engine, string(k.month), counts[k])
		if err != nil {
			return err
		}
	}
	return nil
}
