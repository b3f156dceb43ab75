package store_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"triptych/store"
)

func BenchmarkReserveAndSettle(b *testing.B) {
	for _, c := range []struct {
		name    string
		workers int
	}{{"one", 1}, {"eight", 8}} {
		b.Run(c.name, func(b *testing.B) {
			s := open(b, b.TempDir(), store.WithBudget(store.Budget{"google": 1 << 50}))
			b.ReportAllocs()
			b.SetParallelism(c.workers)
			if c.workers == 1 {
				for b.Loop() {
					settle(b, reserve(b, s, "google", 100), 90)
				}
				return
			}
			b.RunParallel(func(pb *testing.PB) {
				for pb.Next() {
					r, err := s.Reserve(context.Background(), "google", 100)
					if err == nil {
						err = r.Settle(context.Background(), 90)
					}
					if err != nil {
						b.Error(err)
						return
					}
				}
			})
		})
	}
}

func BenchmarkSaved(b *testing.B) {
	s := open(b, b.TempDir())
	b.ReportAllocs()
	for b.Loop() {
		s.Saved(context.Background(), "google", 100)
	}
}

func BenchmarkOpenAndClose(b *testing.B) {
	folder := b.TempDir()
	for b.Loop() {
		if err := open(b, folder).Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSnapshot(b *testing.B) {
	s := open(b, b.TempDir())
	text := strings.Repeat("<p>На рацэ Пціч аднавілі вадзяны млын.</p>\n", 2000)
	n := 0
	b.Run("save", func(b *testing.B) {
		for b.Loop() {
			n++
			save(b, s, page(address, fmt.Sprint(n, text)))
		}
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if _, ok, err := s.LatestSnapshot(context.Background(), address); !ok || err != nil {
				b.Fatal(ok, err)
			}
		}
	})
}
