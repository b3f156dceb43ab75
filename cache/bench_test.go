package cache

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"syscall"
	"testing"
	"time"
)

// article is what the benchmarks read: 30 values of 1.5 KiB.
func article() (keys []string, all []Item) {
	dice := rand.New(rand.NewPCG(1, 2))
	for i := range 30 {
		value := make([]byte, 1536)
		for j := range value {
			value[j] = byte(dice.Uint32())
		}
		keys = append(keys, fmt.Sprintf("triptych:1:%064x", dice.Uint64()))
		all = append(all, Item{keys[i], value})
	}
	return keys, all
}

func benchmarkGet(b *testing.B, s Store) {
	keys, all := article()
	if err := s.Set(b.Context(), all, 0); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		values, err := s.Get(b.Context(), keys)
		if err != nil || len(values[29]) != 1536 {
			b.Fatal(err)
		}
	}
}

func BenchmarkGetArticle(b *testing.B) {
	s := startServer(b)
	b.Run("memory", func(b *testing.B) { benchmarkGet(b, newMemory(b, 0)) })
	b.Run("embedded", func(b *testing.B) { benchmarkGet(b, tempEmbedded(b)) })
	b.Run("redis", func(b *testing.B) { benchmarkGet(b, openRedis(b, s.url(), RedisOptions{Timeout: patient})) })
	b.Run("tiers, memory has it", func(b *testing.B) {
		benchmarkGet(b, NewTiered(newMemory(b, 0), openRedis(b, s.url(), RedisOptions{Timeout: patient}), tempEmbedded(b), nil))
	})
	b.Run("tiers, redis has it", func(b *testing.B) {
		benchmarkGet(b, NewTiered(nil, openRedis(b, s.url(), RedisOptions{Timeout: patient}), tempEmbedded(b), nil))
	})
	b.Run("bare MGET", func(b *testing.B) { benchmarkBare(b, s) })
}

func BenchmarkGetArticleFromACluster(b *testing.B) {
	nodes := startCluster(b)
	benchmarkGet(b, openRedis(b, clusterURL(nodes), RedisOptions{Timeout: patient}))
}

func benchmarkBare(b *testing.B, s *server) {
	keys, _ := article()
	c := s.client()
	b.ReportAllocs()
	for b.Loop() {
		values, err := c.MGet(b.Context(), keys...).Result()
		if err != nil || len(values[29].(string)) != 1536 {
			b.Fatal(err)
		}
	}
}

// BenchmarkAgainstBareMGET takes turns, so that both see the same machine, and compares the medians.
func BenchmarkAgainstBareMGET(b *testing.B) {
	s := startServer(b)
	keys, all := article()
	ours, bare := openRedis(b, s.url(), RedisOptions{Timeout: patient}), s.client()
	if err := ours.Set(b.Context(), all, 0); err != nil {
		b.Fatal(err)
	}
	timed := func(get func() error) time.Duration {
		start := time.Now()
		if err := get(); err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
	getOurs := func() error { _, err := ours.Get(b.Context(), keys); return err }
	getBare := func() error { return bare.MGet(b.Context(), keys...).Err() }
	var mine, theirs []float64
	for b.Loop() {
		mine, theirs = append(mine, float64(timed(getOurs))), append(theirs, float64(timed(getBare)))
		theirs, mine = append(theirs, float64(timed(getBare))), append(mine, float64(timed(getOurs)))
	}
	slices.Sort(mine)
	slices.Sort(theirs)
	half := len(mine) / 2
	b.ReportMetric(mine[half]/1000, "µs/ours")
	b.ReportMetric(theirs[half]/1000, "µs/bare")
	b.ReportMetric(mine[half]/theirs[half], "ratio")
	b.ReportMetric((mine[half]-theirs[half])/float64(len(keys)), "ns/segment-over-bare")
}

func BenchmarkSetArticle(b *testing.B) {
	s := startServer(b)
	for _, store := range []Store{newMemory(b, 0), tempEmbedded(b), openRedis(b, s.url(), RedisOptions{Timeout: patient}),
		NewTiered(newMemory(b, 0), openRedis(b, s.url(), RedisOptions{Timeout: patient}), tempEmbedded(b), nil)} {
		b.Run(store.Name(), func(b *testing.B) {
			_, all := article()
			b.ReportAllocs()
			for b.Loop() {
				if err := store.Set(b.Context(), all, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLeaseArticle(b *testing.B) {
	s := startServer(b)
	for _, store := range []Store{newMemory(b, 0), tempEmbedded(b), openRedis(b, s.url(), RedisOptions{Timeout: patient})} {
		b.Run(store.Name(), func(b *testing.B) {
			keys, _ := article()
			for b.Loop() {
				_, release, err := store.Lease(b.Context(), keys, time.Minute)
				if err != nil {
					b.Fatal(err)
				}
				release(b.Context())
			}
		})
	}
}

// BenchmarkOutage measures what the one call costs that finds a server gone, with the limits as they come, and what the
// calls after it cost.
func BenchmarkOutage(b *testing.B) {
	for _, o := range []struct {
		name   string
		signal syscall.Signal
	}{{"frozen", syscall.SIGSTOP}, {"killed", syscall.SIGKILL}} {
		b.Run(o.name, func(b *testing.B) {
			var first, later time.Duration
			for b.Loop() {
				f, l := outageCost(b, o.signal)
				first, later = first+f, later+l
			}
			b.ReportMetric(first.Seconds()*1000/float64(b.N), "ms/first-call")
			b.ReportMetric(float64(later.Nanoseconds())/float64(b.N), "ns/later-call")
		})
	}
}

func outageCost(b *testing.B, signal syscall.Signal) (first, later time.Duration) {
	s := startServer(b)
	keys, all := article()
	r := openRedis(b, s.url(), RedisOptions{})
	eventually(b, "it is written", func() bool { return r.Set(b.Context(), all, 0) == nil })
	s.signal(signal)
	if signal == syscall.SIGKILL {
		_ = s.cmd.Wait()
	}
	get := func() time.Duration {
		start := time.Now()
		if _, err := r.Get(context.Background(), keys); err == nil {
			b.Fatal("read from a server that is gone")
		}
		return time.Since(start)
	}
	first, later = get(), get()
	s.kill()
	return first, later
}
