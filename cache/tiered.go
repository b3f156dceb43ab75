package cache

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"
)

// refreshMemory is how long a value that was found elsewhere stays in memory. The shared store does not tell the time of
// its values, so one that another process wrote there may be served that much longer.
const refreshMemory = time.Hour

// Tiered is one [Store] of up to three. A tier that fails never fails the whole: the next one answers, and the log hears
// of it once a minute at most.
//
// Reading goes from memory to the shared store to the local one, each asked only for what the ones before it did not have.
// Writing goes to all of them. So when the shared store is away, everything that this machine ever kept is still there,
// and nothing that was paid for is paid again; and what was kept while it was away is copied to it when it is next asked
// for, unless it was to be kept for a time only. The price is a local transaction of about a millisecond for each write.
type Tiered struct {
	memory *Memory
	shared Store
	local  *Embedded

	leases                        leases
	misread, miswritten, unleased complaints
	counters
}

// NewTiered joins the tiers; any of them may be nil, which is to say absent. It owns them, and closes them with itself.
func NewTiered(memory *Memory, shared Store, local *Embedded, log *slog.Logger) *Tiered {
	or(&log, slog.New(slog.DiscardHandler))
	t := &Tiered{memory: memory, shared: shared, local: local}
	t.misread.log, t.miswritten.log, t.unleased.log = log, log, log
	return t
}

// Tiers are the stores there are, in the order in which they are asked.
func (t *Tiered) Tiers() []Store {
	if t.memory == nil {
		return t.lasting()
	}
	return append([]Store{t.memory}, t.lasting()...)
}

// lasting are the tiers that outlive this process.
func (t *Tiered) lasting() (tiers []Store) {
	if t.shared != nil {
		tiers = append(tiers, t.shared)
	}
	if t.local != nil {
		tiers = append(tiers, t.local)
	}
	return tiers
}

// Get fails only with its context, or at keys that are no keys.
func (t *Tiered) Get(ctx context.Context, keys []string) ([][]byte, error) {
	if err := checkKeys(keys); err != nil {
		return nil, err
	}
	t.calls.Add(1)
	values := make([][]byte, len(keys))
	if t.memory != nil {
		if got, err := t.memory.Get(ctx, keys); err == nil {
			values = got
		}
	}
	if g := gapsIn(keys, values); len(g.keys) > 0 && ctx.Err() == nil {
		t.search(ctx, g, values)
	}
	t.read(values)
	return values, ctx.Err()
}

// search fills what memory does not have.
func (t *Tiered) search(ctx context.Context, g gaps, values [][]byte) {
	answers := false
	if t.shared != nil {
		got, err := t.shared.Get(ctx, g.keys)
		answers = err == nil
		t.complain(ctx, &t.misread, "the cache cannot be read", t.shared, err)
		g.fill(values, got)
		t.remember(g.keys, got, nil)
		g = g.left(got)
	}
	if t.local == nil || len(g.keys) == 0 || ctx.Err() != nil {
		return
	}
	got, ends, err := t.local.look(ctx, g.keys)
	t.complain(ctx, &t.misread, "the cache cannot be read", t.local, err)
	g.fill(values, got)
	t.remember(g.keys, got, ends)
	if answers {
		t.handBack(ctx, g.keys, got, ends)
	}
}

// remember keeps in memory what another tier had, for [refreshMemory] and never past its end. Without ends none has one.
func (t *Tiered) remember(keys []string, values [][]byte, ends []time.Time) {
	if t.memory == nil {
		return
	}
	refresh := t.memory.now().Add(refreshMemory)
	for i, v := range values {
		if v == nil {
			continue
		}
		until := refresh
		if ends != nil && !ends[i].IsZero() && ends[i].Before(until) {
			until = ends[i]
		}
		t.memory.keep(Item{keys[i], v}, until)
	}
}

// handBack copies to the shared store what only the local one had.
func (t *Tiered) handBack(ctx context.Context, keys []string, values [][]byte, ends []time.Time) {
	var lost []Item
	for i, v := range values {
		if v != nil && ends[i].IsZero() {
			lost = append(lost, Item{keys[i], v})
		}
	}
	if len(lost) > 0 {
		t.complain(ctx, &t.miswritten, "the cache cannot be written", t.shared, t.shared.Set(ctx, lost, 0))
	}
}

// Set writes to every tier, and to the end even where the context has ended: who paid for the values may have left, but
// they are paid for. It fails only at keys that are no keys.
func (t *Tiered) Set(ctx context.Context, items []Item, ttl time.Duration) error {
	if err := checkItems(items, ttl); err != nil {
		return err
	}
	t.calls.Add(1)
	ctx = context.WithoutCancel(ctx)
	tiers := t.Tiers()
	slices.Reverse(tiers) // memory last: what is over there is over everywhere, and nothing fetches it back
	for _, tier := range tiers {
		t.complain(ctx, &t.miswritten, "the cache cannot be written", tier, tier.Set(ctx, items, ttl))
	}
	return nil
}

// Lease excludes others in this process always, and others elsewhere through the first of the shared and the local store
// that answers. Where neither does, those elsewhere are not excluded.
func (t *Tiered) Lease(ctx context.Context, keys []string, ttl time.Duration) ([]bool, func(context.Context), error) {
	if err := errors.Join(checkLease(keys, ttl), ctx.Err()); err != nil {
		return make([]bool, len(keys)), noRelease, err
	}
	t.calls.Add(1)
	granted, lease := t.leases.take(keys, time.Now(), ttl)
	mine := pick(keys, granted, true)
	if len(mine) == 0 {
		return granted, noRelease, nil
	}
	elsewhere, release := t.leaseElsewhere(ctx, mine, ttl)
	t.leases.release(pick(mine, elsewhere, false), lease)
	for i, n := 0, 0; i < len(keys); i++ {
		if granted[i] {
			granted[i] = elsewhere[n]
			n++
		}
	}
	return granted, func(ctx context.Context) { release(ctx); t.leases.release(mine, lease) }, nil
}

func pick(keys []string, granted []bool, want bool) (picked []string) {
	for i, ok := range granted {
		if ok == want {
			picked = append(picked, keys[i])
		}
	}
	return picked
}

// leaseElsewhere asks those who know of other processes.
func (t *Tiered) leaseElsewhere(ctx context.Context, keys []string, ttl time.Duration) ([]bool, func(context.Context)) {
	for _, tier := range t.lasting() {
		granted, release, err := tier.Lease(ctx, keys, ttl)
		if err == nil {
			return granted, release
		}
		t.complain(ctx, &t.unleased, "the cache hands out no leases", tier, err)
	}
	return slices.Repeat([]bool{true}, len(keys)), noRelease
}

// complain leaves out what is no fault of the tier, and what the tier has logged itself.
func (t *Tiered) complain(ctx context.Context, c *complaints, message string, tier Store, err error) {
	if err != nil && ctx.Err() == nil && !errors.Is(err, ErrAway) {
		c.add(message, tier.Name(), err)
	}
}

// Health is nil where the shared or the local store answers, or there is neither.
func (t *Tiered) Health(ctx context.Context) error {
	var errs []error
	for _, tier := range t.lasting() {
		err := tier.Health(ctx)
		if err == nil {
			return nil
		}
		errs = append(errs, fmt.Errorf("%s: %w", tier.Name(), err))
	}
	return errors.Join(errs...)
}

// Name is "tiered".
func (t *Tiered) Name() string { return "tiered" }

// Stats count what was asked of the whole; those of a tier are its own.
func (t *Tiered) Stats() Stats { return t.stats() }

// Close closes every tier.
func (t *Tiered) Close() error {
	var errs []error
	for _, tier := range t.Tiers() {
		errs = append(errs, tier.Close())
	}
	return errors.Join(errs...)
}
