package cache

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// long is a time that no test outlives.
const long = time.Hour

// testStore is what every store must do. open opens the same store once more, as another process would; a store that is
// of one process only answers the same one.
func testStore(t *testing.T, open func(t *testing.T) Store) {
	for _, c := range []struct {
		name string
		test func(t *testing.T, s Store)
	}{
		{"what is set is got, in order", setAndGet},
		{"empty, binary and large values", oddValues},
		{"a later value replaces an earlier one", replaced},
		{"a key asked for twice", askedTwice},
		{"a value whose time is over is absent", timeOver},
		{"values belong to the caller", ownValues},
		{"keys that are no keys", badKeys},
		{"nothing asked, nothing done", nothing},
		{"thousands at once", thousands},
		{"a context that has ended", endedContext},
		{"many at once", manyAtOnce},
		{"stats count values", statsCount},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t)) })
	}
	for _, c := range []struct {
		name string
		test func(t *testing.T, a, b Store)
	}{
		{"two share values", sharedValues},
		{"one of two gets the lease", oneLease},
		{"a lease ends by itself", leaseEnds},
		{"an ended lease takes nobody's with it", lateRelease},
		{"leases in part", partLease},
		{"a lease is given back after the context", releaseEnded},
		{"of many askers one", manyAskers},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, open(t), open(t)) })
	}
	t.Run("closed twice, and used after that", func(t *testing.T) { closedTwice(t, open(t)) })
}

// name makes keys that no other test uses: the tests share one server.
func name(t *testing.T, parts ...any) string {
	n := strings.ReplaceAll(t.Name(), " ", "-")
	return fmt.Sprint(append([]any{n[max(0, len(n)-90):], ":"}, parts...)...)
}

func names(t *testing.T, n int) []string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = name(t, i)
	}
	return keys
}

func items(keys []string, value string) []Item {
	all := make([]Item, len(keys))
	for i, k := range keys {
		all[i] = Item{k, fmt.Appendf(nil, "%s %d", value, i)}
	}
	return all
}

func set(t *testing.T, s Store, ttl time.Duration, items ...Item) {
	t.Helper()
	if err := s.Set(t.Context(), items, ttl); err != nil {
		t.Fatalf("set: %v", err)
	}
}

// got are the values as strings, "-" for absent ones.
func got(t *testing.T, s Store, keys ...string) []string {
	t.Helper()
	values, err := s.Get(t.Context(), keys)
	if err != nil {
		t.Fatalf("get: %v", err)
	}
	return texts(values)
}

func texts(values [][]byte) []string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
		if v == nil {
			texts[i] = "-"
		}
	}
	return texts
}

func takeLease(t *testing.T, s Store, ttl time.Duration, keys ...string) ([]bool, func(context.Context)) {
	t.Helper()
	granted, release, err := s.Lease(t.Context(), keys, ttl)
	if err != nil {
		t.Fatalf("lease: %v", err)
	}
	return granted, release
}

func want[T any](t *testing.T, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want -, got +:\n%s", diff)
	}
}

// eventually waits for what must come, however slow the machine is.
func eventually(t testing.TB, what string, holds func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if holds() {
			return
		}
	}
	t.Fatalf("%s: not within a minute", what)
}

func setAndGet(t *testing.T, s Store) {
	set(t, s, 0, Item{name(t, "river"), []byte("Бярэзіна")}, Item{name(t, "town"), []byte("Барысаў")})
	want(t, got(t, s, name(t, "town"), name(t, "lake"), name(t, "river")), []string{"Барысаў", "-", "Бярэзіна"})
}

func oddValues(t *testing.T, s Store) {
	large := strings.Repeat("Мядзел ", 10_000)
	set(t, s, long, Item{name(t, 0), nil}, Item{name(t, 1), []byte{}}, Item{name(t, 2), []byte("\x00\xff\r\n")},
		Item{name(t, 3), []byte(large)})
	want(t, got(t, s, names(t, 5)...), []string{"", "", "\x00\xff\r\n", large, "-"})
}

func replaced(t *testing.T, s Store) {
	set(t, s, 0, Item{name(t), []byte("before")})
	set(t, s, long, Item{name(t), []byte("after")})
	want(t, got(t, s, name(t)), []string{"after"})
	set(t, s, 0, Item{name(t), []byte("one")}, Item{name(t), []byte("two")})
	want(t, got(t, s, name(t)), []string{"two"})
}

func askedTwice(t *testing.T, s Store) {
	set(t, s, 0, Item{name(t), []byte("ferry")})
	values, err := s.Get(t.Context(), []string{name(t), name(t, "no"), name(t)})
	if err != nil {
		t.Fatal(err)
	}
	want(t, texts(values), []string{"ferry", "-", "ferry"})
	values[0][0] = 'M'
	want(t, texts(values[2:]), []string{"ferry"})
}

func timeOver(t *testing.T, s Store) {
	set(t, s, 20*time.Millisecond, Item{name(t, "short"), []byte("a")})
	set(t, s, long, Item{name(t, "long"), []byte("b")})
	set(t, s, 0, Item{name(t, "endless"), []byte("c")})
	eventually(t, "the short one is gone", func() bool { return got(t, s, name(t, "short"))[0] == "-" })
	want(t, got(t, s, name(t, "long"), name(t, "endless")), []string{"b", "c"})
}

func ownValues(t *testing.T, s Store) {
	in := []byte("tram")
	set(t, s, 0, Item{name(t, 0), in}, Item{name(t, 1), []byte("bus")})
	in[0] = 'T'
	values, err := s.Get(t.Context(), names(t, 2))
	if err != nil {
		t.Fatal(err)
	}
	values[0] = append(values[0], " and more than there is room for"...)
	values[0][0] = 'X'
	want(t, texts(values[1:]), []string{"bus"})
	want(t, got(t, s, names(t, 2)...), []string{"tram", "bus"})
}

func badKeys(t *testing.T, s Store) {
	for _, key := range []string{"", strings.Repeat("k", MaxKey+1)} {
		if _, err := s.Get(t.Context(), []string{name(t), key}); err == nil {
			t.Errorf("get: no error at a key of %d bytes", len(key))
		}
		if err := s.Set(t.Context(), []Item{{key, nil}}, 0); err == nil {
			t.Errorf("set: no error at a key of %d bytes", len(key))
		}
		granted, release, err := s.Lease(t.Context(), []string{key}, long)
		if err == nil || granted[0] {
			t.Errorf("lease: no error at a key of %d bytes", len(key))
		}
		release(t.Context())
	}
	if err := s.Set(t.Context(), []Item{{name(t), nil}}, -1); err == nil {
		t.Error("set: no error at a negative time to live")
	}
	if _, _, err := s.Lease(t.Context(), []string{name(t)}, 0); err == nil {
		t.Error("lease: no error without a time")
	}
	longest := strings.Repeat("й", MaxKey/2)
	set(t, s, long, Item{longest, []byte("fits")}, Item{"a key\x00of\r\nodd \xff bytes", []byte("too")})
	want(t, got(t, s, longest, "a key\x00of\r\nodd \xff bytes", "a key"), []string{"fits", "too", "-"})
}

func nothing(t *testing.T, s Store) {
	set(t, s, 0)
	want(t, got(t, s), []string{})
	granted, release := takeLease(t, s, long)
	want(t, granted, []bool{})
	release(t.Context())
}

func thousands(t *testing.T, s Store) {
	keys := names(t, 2*batch+1)
	set(t, s, 0, items(keys, "value")...)
	slices.Reverse(keys)
	all := got(t, s, keys...)
	if all[0] != fmt.Sprint("value ", 2*batch) || all[2*batch] != "value 0" || slices.Contains(all, "-") {
		t.Errorf("first %q, last %q, absent %v", all[0], all[2*batch], slices.Contains(all, "-"))
	}
}

func endedContext(t *testing.T, s Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Get(ctx, names(t, 1)); err == nil {
		t.Error("get: no error")
	}
	if granted, _, err := s.Lease(ctx, names(t, 1), long); err == nil || granted[0] {
		t.Error("lease: no error")
	}
	set(t, s, 0, Item{name(t), []byte("still here")})
	want(t, got(t, s, name(t)), []string{"still here"})
}

func manyAtOnce(t *testing.T, s Store) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for n := range 20 {
				keys := []string{name(t, i, "-", n), name(t, "all")}
				if err := s.Set(t.Context(), items(keys, "v"), 0); err != nil {
					t.Errorf("set: %v", err)
				}
				if values, err := s.Get(t.Context(), keys); err != nil || string(values[0]) != "v 0" || values[1] == nil {
					t.Errorf("get: %q, %v", values, err)
				}
			}
		})
	}
	wg.Wait()
}

func statsCount(t *testing.T, s Store) {
	before := s.Stats()
	set(t, s, 0, items(names(t, 3), "v")...)
	got(t, s, names(t, 5)...)
	after := s.Stats()
	if hits, misses := after.Hits-before.Hits, after.Misses-before.Misses; hits != 3 || misses != 2 {
		t.Errorf("%d hits and %d misses, want 3 and 2", hits, misses)
	}
	if after.Failed != before.Failed || after.Calls == before.Calls {
		t.Errorf("before %+v, after %+v", before, after)
	}
	if err := s.Health(t.Context()); err != nil {
		t.Errorf("health: %v", err)
	}
}

func sharedValues(t *testing.T, a, b Store) {
	set(t, a, 0, Item{name(t), []byte("of the first")})
	want(t, got(t, b, name(t)), []string{"of the first"})
}

func oneLease(t *testing.T, a, b Store) {
	set(t, a, 0, Item{name(t), []byte("a value")})
	granted, release := takeLease(t, a, long, name(t))
	want(t, granted, []bool{true})
	refused, noRelease := takeLease(t, b, long, name(t))
	want(t, refused, []bool{false})
	noRelease(t.Context())
	again, _ := takeLease(t, a, long, name(t))
	want(t, again, []bool{false})
	release(t.Context())
	release(t.Context())
	granted, release = takeLease(t, b, long, name(t))
	want(t, granted, []bool{true})
	release(t.Context())
	want(t, got(t, b, name(t)), []string{"a value"})
}

func leaseEnds(t *testing.T, a, b Store) {
	granted, _ := takeLease(t, a, 20*time.Millisecond, name(t))
	want(t, granted, []bool{true})
	eventually(t, "the other gets it", func() bool {
		granted, _ := takeLease(t, b, long, name(t))
		return granted[0]
	})
}

func lateRelease(t *testing.T, a, b Store) {
	_, late := takeLease(t, a, 20*time.Millisecond, name(t))
	var release func(context.Context)
	eventually(t, "the other gets it", func() bool {
		var granted []bool
		granted, release = takeLease(t, b, long, name(t))
		return granted[0]
	})
	late(t.Context())
	granted, _ := takeLease(t, a, long, name(t))
	want(t, granted, []bool{false})
	release(t.Context())
}

func partLease(t *testing.T, a, b Store) {
	_, first := takeLease(t, a, long, name(t, 1), name(t, 3))
	granted, second := takeLease(t, b, long, names(t, 5)...)
	want(t, granted, []bool{true, false, true, false, true})
	second(t.Context())
	granted, third := takeLease(t, b, long, names(t, 5)...)
	want(t, granted, []bool{true, false, true, false, true})
	first(t.Context())
	granted, fourth := takeLease(t, b, long, names(t, 5)...)
	want(t, granted, []bool{false, true, false, true, false})
	third(t.Context())
	fourth(t.Context())
}

func releaseEnded(t *testing.T, a, b Store) {
	ctx, cancel := context.WithCancel(t.Context())
	keys := []string{name(t)}
	_, release, err := a.Lease(ctx, keys, long)
	if err != nil {
		t.Fatal(err)
	}
	keys[0] = "changed by the caller"
	cancel()
	release(ctx)
	granted, release := takeLease(t, b, long, name(t))
	want(t, granted, []bool{true})
	release(t.Context())
}

func manyAskers(t *testing.T, a, b Store) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	holders := 0
	for i := range 12 {
		wg.Go(func() {
			granted, _, err := []Store{a, b}[i%2].Lease(t.Context(), names(t, 1), long)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Errorf("lease: %v", err)
			}
			if granted[0] {
				holders++
			}
		})
	}
	wg.Wait()
	want(t, holders, 1)
}

func closedTwice(t *testing.T, s Store) {
	set(t, s, 0, Item{name(t), []byte("v")})
	_, release := takeLease(t, s, long, name(t))
	for range 2 {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
	_, _ = s.Get(t.Context(), names(t, 2))
	_ = s.Set(t.Context(), items(names(t, 2), "v"), 0)
	_ = s.Health(t.Context())
	release(t.Context())
}
