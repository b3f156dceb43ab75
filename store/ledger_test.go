package store_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"triptych/store"

	"github.com/google/go-cmp/cmp"
)

func reserve(t testing.TB, s *store.Store, engine string, characters int) *store.Reservation {
	t.Helper()
	r, err := s.Reserve(context.Background(), engine, characters)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func settle(t testing.TB, r *store.Reservation, characters int) {
	t.Helper()
	if err := r.Settle(context.Background(), characters); err != nil {
		t.Fatal(err)
	}
}

// clock stands still until it is set. It shows the time of Minsk.
type clock struct{ atomic.Int64 }

func at(when string) *clock {
	c := &clock{}
	c.set(when)
	return c
}

func (c *clock) set(when string) {
	t, err := time.Parse(time.RFC3339, when)
	if err != nil {
		panic(err)
	}
	c.Store(t.UnixMicro())
}

func (c *clock) now() time.Time { return time.UnixMicro(c.Load()).In(time.FixedZone("Minsk", 3*60*60)) }

func TestCeiling(t *testing.T) {
	type step struct {
		ask    int
		settle int // -1: never
		over   bool
	}
	for _, c := range []struct {
		name  string
		limit int64
		steps []step
		want  store.EngineMonth
	}{
		{"exactly full", 100, []step{{60, 60, false}, {40, 40, false}, {1, 0, true}},
			store.EngineMonth{Billed: 100, Requests: 2}},
		{"what was not billed is free again", 100, []step{{90, 0, false}, {100, 70, false}, {31, 0, true}, {30, 30, false}},
			store.EngineMonth{Billed: 100, Requests: 3}},
		{"unsettled counts as spent", 100, []step{{90, -1, false}, {11, 0, true}, {10, 10, false}},
			store.EngineMonth{Billed: 10, Reserved: 90, Requests: 2}},
		{"a first call that is too large", 100, []step{{101, 0, true}}, store.EngineMonth{}},
		{"billed above what was reserved", 100, []step{{50, 120, false}, {1, 0, true}},
			store.EngineMonth{Billed: 120, Requests: 1}},
		{"no ceiling", 0, []step{{1 << 30, 1 << 30, false}, {1 << 30, -1, false}},
			store.EngineMonth{Billed: 1 << 30, Reserved: 1 << 30, Requests: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t, t.TempDir(), store.WithBudget(store.Budget{"google": c.limit, "idle": 1}))
			for i, step := range c.steps {
				r, err := s.Reserve(context.Background(), "google", step.ask)
				var over *store.OverBudget
				if errors.As(err, &over) != step.over || err != nil && !step.over {
					t.Fatalf("step %d: %v", i, err)
				}
				if err == nil && step.settle >= 0 {
					settle(t, r, step.settle)
				}
			}
			list, err := s.Spending(context.Background(), s.Month())
			if err != nil {
				t.Fatal(err)
			}
			c.want.Engine, c.want.Limit = "google", c.limit
			if diff := cmp.Diff([]store.EngineMonth{c.want, {Engine: "idle", Limit: 1}}, list); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOverBudgetTellsAllNumbers(t *testing.T) {
	s := open(t, t.TempDir(), store.WithBudget(store.Budget{"google": 1000}), store.WithClock(at("2025-03-09T12:00:00Z").now))
	settle(t, reserve(t, s, "google", 700), 650)
	reserve(t, s, "google", 200)
	_, err := s.Reserve(context.Background(), "google", 151)
	var over *store.OverBudget
	if !errors.As(err, &over) {
		t.Fatal(err)
	}
	want := store.OverBudget{Engine: "google", Month: "2025-03", Limit: 1000, Billed: 650, Reserved: 200, Asked: 151}
	if diff := cmp.Diff(want, *over); diff != "" {
		t.Error(diff)
	}
	for _, n := range []string{"google", "2025-03", "1000", "650", "200", "151"} {
		if !strings.Contains(err.Error(), n) {
			t.Errorf("%q does not tell %s", err, n)
		}
	}
	reserve(t, s, "google", 150)
	reserve(t, s, "libre", 1e9) // its purse is another
}

func TestNonsenseIsRefused(t *testing.T) {
	s := open(t, t.TempDir())
	for _, c := range []struct {
		engine     string
		characters int
	}{{"", 1}, {"google", -1}, {"google", math.MaxInt64}} {
		if _, err := s.Reserve(context.Background(), c.engine, c.characters); err == nil {
			t.Errorf("%+v was reserved", c)
		}
	}
	r := reserve(t, s, "google", 10)
	for _, n := range []int{-1, math.MaxInt64} {
		if r.Settle(context.Background(), n) == nil {
			t.Errorf("settled with %d", n)
		}
	}
	if got := spent(t, s, s.Month()); got.Reserved != 10 || got.Billed != 0 {
		t.Errorf("%+v", got)
	}
}

func TestSettlingTwiceCountsOnce(t *testing.T) {
	s := open(t, t.TempDir())
	r := reserve(t, s, "google", 10)
	settle(t, r, 8)
	settle(t, r, 9)
	if got := spent(t, s, s.Month()); got.Billed != 8 || got.Reserved != 0 {
		t.Errorf("%+v", got)
	}
}

func TestSettlingOutlivesTheCaller(t *testing.T) {
	s := open(t, t.TempDir())
	r := reserve(t, s, "google", 10)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := r.Settle(ctx, 10); err != nil {
		t.Error(err)
	}
	if _, err := s.Reserve(ctx, "google", 10); !errors.Is(err, context.Canceled) {
		t.Errorf("reserved for a caller that is gone: %v", err)
	}
	if got := spent(t, s, s.Month()); got.Billed != 10 || got.Reserved != 0 {
		t.Errorf("%+v", got)
	}
}

func TestMonthsAreThoseOfUTC(t *testing.T) {
	c := at("2025-02-01T01:30:00+03:00") // still January
	s := open(t, t.TempDir(), store.WithBudget(store.Budget{"google": 100}), store.WithClock(c.now))
	late := reserve(t, s, "google", 100)
	c.set("2025-01-31T23:59:59.999999Z")
	if _, err := s.Reserve(context.Background(), "google", 1); err == nil {
		t.Error("January was overrun in its last microsecond")
	}
	c.set("2025-02-01T00:00:00Z")
	settle(t, reserve(t, s, "google", 100), 40)
	settle(t, late, 90) // counts where it was reserved
	for month, billed := range map[store.Month]int64{"2025-01": 90, "2025-02": 40} {
		if got := spent(t, s, month); got.Billed != billed || got.Reserved != 0 {
			t.Errorf("%s: %+v", month, got)
		}
	}
	months, err := s.Months(context.Background())
	if diff := cmp.Diff([]store.Month{"2025-02", "2025-01"}, months); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestUnsettledAreListedAndCanBeSettledLater(t *testing.T) {
	folder, c := t.TempDir(), at("2025-05-01T08:00:00Z")
	s := open(t, folder, store.WithClock(c.now))
	first := reserve(t, s, "google", 30)
	c.set("2025-05-01T09:00:00Z")
	reserve(t, s, "google", 50)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, folder, store.WithClock(c.now))
	left, err := s.Unsettled(context.Background(), c.now())
	if err != nil || len(left) != 1 || left[0].ID != first.ID || left[0].Characters != 30 || !left[0].At.Equal(first.At) {
		t.Fatalf("%+v, %v", left, err)
	}
	settle(t, left[0], 0)
	if left, err = s.Unsettled(context.Background(), c.now().Add(time.Microsecond)); err != nil || len(left) != 1 {
		t.Errorf("%+v, %v", left, err)
	}
	if got := spent(t, s, "2025-05"); got.Reserved != 50 {
		t.Errorf("%+v", got)
	}
}

// TestManyReserveAtOnce holds the ledger to a model: whatever the order, its sums are those of what was acknowledged, and
// the ceiling is reached and not passed.
func TestManyReserveAtOnce(t *testing.T) {
	const limit, largest = 5000, 100
	folder := t.TempDir()
	budget := store.WithBudget(store.Budget{"google": limit})
	stores := []*store.Store{open(t, folder, budget), open(t, folder, budget)}
	var billed, reserved, requests atomic.Int64
	var all sync.WaitGroup
	for worker := range 16 {
		all.Go(func() {
			random := rand.New(rand.NewPCG(7, uint64(worker)))
			for {
				asked := 1 + random.IntN(largest)
				r, err := stores[worker%2].Reserve(context.Background(), "google", asked)
				if err != nil {
					if !errors.As(err, new(*store.OverBudget)) {
						t.Error(err)
					}
					return
				}
				requests.Add(1)
				if random.IntN(4) == 0 {
					reserved.Add(r.Characters)
					continue
				}
				price := random.IntN(asked + 1)
				billed.Add(int64(price))
				if err := r.Settle(context.Background(), price); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	want := store.EngineMonth{Engine: "google", Limit: limit, Billed: billed.Load(), Reserved: reserved.Load(), Requests: requests.Load()}
	got := spent(t, stores[0], stores[0].Month())
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if sum := got.Billed + got.Reserved; sum > limit || sum < limit-16*largest {
		t.Errorf("%d of %d are spent", sum, limit)
	}
	consistent(t, folder)
}

// consistent compares the sums with the reservations that they are the sums of.
func consistent(t *testing.T, folder string) {
	t.Helper()
	var sums, rows int64
	err := raw(t, folder).QueryRow(`SELECT (SELECT coalesce(sum(reserved), 0) FROM spending),
		(SELECT coalesce(sum(characters), 0) FROM reservations)`).Scan(&sums, &rows)
	if err != nil || sums != rows {
		t.Errorf("reserved is %d, the reservations are %d, %v", sums, rows, err)
	}
}

func TestSpendingAsksForAMonth(t *testing.T) {
	s := open(t, t.TempDir())
	for _, month := range []store.Month{"", "2025", "2025-13", "May 2025", "2025-03-01"} {
		if _, err := s.Spending(context.Background(), month); err == nil {
			t.Errorf("%q was read as a month", month)
		}
	}
	if list, err := s.Spending(context.Background(), "1999-01"); err != nil || len(list) != 0 {
		t.Errorf("%v, %v", list, err)
	}
}

func TestSaved(t *testing.T) {
	folder, c := t.TempDir(), at("2025-06-30T23:59:58Z")
	s := open(t, folder, store.WithClock(c.now), store.WithBudget(store.Budget{"google": 10}))
	other := open(t, folder, store.WithClock(c.now))
	ctx := context.Background()
	for range 100 {
		s.Saved(ctx, "google", 7)
	}
	s.Saved(ctx, "google", -5)
	s.Saved(ctx, "", 5)
	if months, err := other.Months(ctx); err != nil || len(months) != 0 {
		t.Errorf("written at once: %v, %v", months, err)
	}
	c.set("2025-07-01T00:00:00Z")
	s.Saved(ctx, "google", 1)
	if got := spent(t, s, "2025-06"); got.Saved != 700 || got.Billed+got.Reserved+got.Requests != 0 {
		t.Errorf("June: %+v", got)
	}
	s.Saved(ctx, "google", 1)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got := spent(t, other, "2025-07"); got.Saved != 2 {
		t.Errorf("July, after closing: %+v", got)
	}
}

func TestSavedIsWrittenAfterAWhile(t *testing.T) {
	folder, c := t.TempDir(), at("2025-06-10T10:00:00Z")
	s := open(t, folder, store.WithClock(c.now))
	other := open(t, folder, store.WithClock(c.now))
	s.Saved(context.Background(), "google", 3)
	c.set("2025-06-10T10:00:06Z")
	s.Saved(context.Background(), "google", 4)
	deadline := time.Now().Add(time.Minute)
	for time.Now().Before(deadline) {
		if list, err := other.Spending(context.Background(), "2025-06"); err != nil {
			t.Fatal(err)
		} else if len(list) == 1 && list[0].Saved == 7 {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Error("not written")
}

func TestAClosedLedgerSaysSo(t *testing.T) {
	s := open(t, t.TempDir())
	r := reserve(t, s, "google", 1)
	if err := s.Writable(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	_, reserving := s.Reserve(context.Background(), "google", 1)
	_, reading := s.Spending(context.Background(), s.Month())
	for doing, err := range map[string]error{"reserve": reserving, "settle": r.Settle(context.Background(), 1),
		"read": reading, "write": s.Writable(context.Background())} {
		var u *store.Unusable
		if !errors.As(err, &u) || u.Problem != "it is closed" {
			t.Errorf("%s: %v", doing, err)
		}
	}
	s.Saved(context.Background(), "google", 1) // forgotten, without harm
}

func TestALockedLedgerWaitsNoLongerThanItsContext(t *testing.T) {
	folder := t.TempDir()
	s := open(t, folder)
	tx, err := raw(t, folder).Begin()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := s.Reserve(ctx, "google", 1); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	reserve(t, s, "google", 1) // the connection is as good as before
	if got := spent(t, s, s.Month()); got.Reserved != 1 || got.Requests != 1 {
		t.Errorf("%+v", got)
	}
}
