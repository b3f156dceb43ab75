package cache

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"
)

func tempEmbedded(t testing.TB) *Embedded {
	return openEmbedded(t, filepath.Join(t.TempDir(), "cache.db"), EmbeddedOptions{})
}

func TestTieredWithRedis(t *testing.T) {
	t.Parallel()
	s, path := startServer(t), filepath.Join(t.TempDir(), "cache.db")
	testStore(t, func(t *testing.T) Store {
		return NewTiered(newMemory(t, 0), openRedis(t, s.url(), RedisOptions{Timeout: patient}),
			openEmbedded(t, path, EmbeddedOptions{}), nil)
	})
}

func TestTieredWithoutRedis(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cache.db")
	testStore(t, func(t *testing.T) Store {
		return NewTiered(newMemory(t, 0), nil, openEmbedded(t, path, EmbeddedOptions{}), nil)
	})
}

func TestTieredOfMemoryOnly(t *testing.T) {
	store := NewTiered(newMemory(t, 0), nil, nil, nil)
	testStore(t, func(t *testing.T) Store { return store })
}

func TestTieredOfNothing(t *testing.T) {
	store := NewTiered(nil, nil, nil, nil)
	set(t, store, 0, Item{"town", []byte("Глыбокае")})
	want(t, got(t, store, "town"), []string{"-"})
	granted, release := takeLease(t, store, long, "town")
	want(t, granted, []bool{true})
	refused, _ := takeLease(t, store, long, "town")
	want(t, refused, []bool{false})
	release(t.Context())
	if err := store.Health(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestSecondReadingCostsOneRoundTripAndThenNone(t *testing.T) {
	s := startServer(t)
	keys := names(t, 30)
	first := NewTiered(newMemory(t, 0), openRedis(t, s.url(), RedisOptions{Timeout: patient}), tempEmbedded(t), nil)
	set(t, first, 0, items(keys, "segment")...)

	r, w := openRedis(t, s.url(), RedisOptions{Timeout: patient}), &wire{}
	w.watch(r)
	if err := r.Health(t.Context()); err != nil { // so that the connection is there
		t.Fatal(err)
	}
	local := tempEmbedded(t)
	second := NewTiered(newMemory(t, 0), r, local, nil)
	trips, asked := w.trips.Load(), s.calls("mget")
	full := got(t, second, keys...)
	want(t, full[29], "segment 29")
	want(t, []int64{w.trips.Load() - trips, int64(s.calls("mget") - asked)}, []int64{1, 1})
	for range 5 {
		want(t, got(t, second, keys...), full)
	}
	want(t, got(t, first, keys...), full)
	want(t, w.trips.Load()-trips, int64(1))
	want(t, s.calls("mget")-asked, 1)
	want(t, local.Stats().Calls, int64(0))
}

func TestRedisAwayAtTheStart(t *testing.T) {
	j := &journal{}
	away := openRedis(t, "unix://"+filepath.Join(t.TempDir(), "none.sock"), RedisOptions{Timeout: patient, Log: j.log()})
	local := tempEmbedded(t)
	store := NewTiered(newMemory(t, 0), away, local, j.log())
	set(t, store, 0, Item{"town", []byte("Глыбокае")})
	want(t, got(t, NewTiered(newMemory(t, 0), away, local, j.log()), "town", "lake"), []string{"Глыбокае", "-"})
	if err := store.Health(t.Context()); err != nil {
		t.Errorf("the whole: %v", err)
	}
	if err := away.Health(t.Context()); !errors.Is(err, ErrAway) {
		t.Errorf("Redis: %v", err)
	}
	want(t, j.lines("level="), 1)
}

// broken is a store whose calls fail.
type broken struct {
	Store
	calls atomic.Int64
}

var errBroken = errors.New("the disk is full")

func (b *broken) Get(context.Context, []string) ([][]byte, error)  { return nil, errBroken }
func (b *broken) Set(context.Context, []Item, time.Duration) error { b.calls.Add(1); return errBroken }
func (b *broken) Health(context.Context) error                     { return errBroken }
func (b *broken) Name() string                                     { return "broken" }
func (b *broken) Close() error                                     { return errBroken }
func (b *broken) Lease(_ context.Context, keys []string, _ time.Duration) ([]bool, func(context.Context), error) {
	return make([]bool, len(keys)), noRelease, errBroken
}

func TestBrokenTierFailsNothingAndIsLoggedOnce(t *testing.T) {
	j, bad := &journal{}, &broken{}
	local := tempEmbedded(t)
	store := NewTiered(nil, bad, local, j.log())
	for range 50 {
		set(t, store, 0, Item{"town", []byte("Ліда")})
		want(t, got(t, store, "town"), []string{"Ліда"})
		granted, release := takeLease(t, store, long, "town")
		want(t, granted, []bool{true})
		release(t.Context())
	}
	want(t, bad.calls.Load(), int64(50))
	want(t, []int{j.lines("cannot be read"), j.lines("cannot be written"), j.lines("no leases"), j.lines("level=")},
		[]int{1, 1, 1, 3})
	if err := store.Health(t.Context()); err != nil {
		t.Error(err)
	}
	if err := NewTiered(nil, bad, nil, nil).Health(t.Context()); !errors.Is(err, errBroken) {
		t.Errorf("health is %v", err)
	}
	if err := store.Close(); !errors.Is(err, errBroken) {
		t.Errorf("close: %v", err)
	}
}

func TestWhatOnlyTheLocalStoreHasIsHandedBack(t *testing.T) {
	shared, local := newMemory(t, 0), tempEmbedded(t) // a memory in place of Redis: it has the same contract
	set(t, local, 0, Item{"endless", []byte("a")})
	set(t, local, long, Item{"for an hour", []byte("b")})
	store := NewTiered(newMemory(t, 0), shared, local, nil)
	want(t, got(t, store, "endless", "for an hour", "never"), []string{"a", "b", "-"})
	want(t, got(t, shared, "endless", "for an hour"), []string{"a", "-"})
}

func TestAnswersOfSeveralTiersKeepTheirPlaces(t *testing.T) {
	memory, shared, local := newMemory(t, 0), newMemory(t, 0), tempEmbedded(t)
	set(t, memory, 0, Item{"m1", []byte("m1")}, Item{"m2", []byte("m2")})
	set(t, shared, 0, Item{"s1", []byte("s1")}, Item{"s2", []byte("s2")})
	set(t, local, 0, Item{"l1", []byte("l1")}, Item{"l2", []byte("l2")})
	store := NewTiered(memory, shared, local, nil)
	keys := []string{"l1", "none", "m1", "s1", "l2", "s2", "m2", "l1"}
	for range 2 {
		want(t, got(t, store, keys...), []string{"l1", "-", "m1", "s1", "l2", "s2", "m2", "l1"})
	}
}

func TestPaidValuesAreKeptWhenTheCallerHasLeft(t *testing.T) {
	shared, local := newMemory(t, 0), tempEmbedded(t)
	store := NewTiered(nil, shared, local, nil)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := store.Set(ctx, []Item{{"town", []byte("Пінск")}}, 0); err != nil {
		t.Fatal(err)
	}
	want(t, got(t, shared, "town"), []string{"Пінск"})
	want(t, got(t, local, "town"), []string{"Пінск"})
}

func TestLeaseRefusedElsewhereIsFreeHere(t *testing.T) {
	local := tempEmbedded(t)
	here, there := NewTiered(nil, nil, local, nil), NewTiered(nil, nil, local, nil)
	_, release := takeLease(t, there, long, "b")
	granted, _ := takeLease(t, here, long, "a", "b", "c")
	want(t, granted, []bool{true, false, true})
	release(t.Context())
	granted, _ = takeLease(t, here, long, "a", "b", "c") // b was not ours, so nothing of ours is in its way
	want(t, granted, []bool{false, true, false})
}

func TestMemoryServesNothingPastItsEnd(t *testing.T) {
	memory, local, clock := newMemory(t, 0), tempEmbedded(t), time.Now()
	memory.now, local.now = func() time.Time { return clock }, func() time.Time { return clock }
	set(t, local, time.Minute, Item{"a minute", []byte("a")}) // as another process would
	set(t, local, 0, Item{"endless", []byte("b")})
	store := NewTiered(memory, nil, local, nil)
	set(t, store, time.Minute, Item{"own minute", []byte("c")})
	for range 2 {
		want(t, got(t, store, "a minute", "endless", "own minute"), []string{"a", "b", "c"})
	}
	clock = clock.Add(time.Minute)
	want(t, got(t, store, "a minute", "endless", "own minute"), []string{"-", "b", "-"})
}
