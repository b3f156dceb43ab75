package ui

import (
	"fmt"
	"sync"
	"testing"
)

func TestShelfLetsGoOfTheLeastUsed(t *testing.T) {
	s := newShelf(2, 1<<30)
	c := library(t)
	s.putAs("a", c)
	s.putAs("b", c)
	s.get("a")
	s.putAs("c", c)
	for id, want := range map[string]bool{"a": true, "b": false, "c": true} {
		if _, got := s.get(id); got != want {
			t.Errorf("%s is kept: %v, want %v", id, got, want)
		}
	}
}

func TestShelfKeepsToItsBytes(t *testing.T) {
	c := library(t)
	one := footprint(c)
	s := newShelf(100, 3*one)
	for i := range 10 {
		s.putAs(fmt.Sprint(i), c)
	}
	if s.order.Len() != 3 || s.bytes != 3*one || len(s.byID) != 3 {
		t.Errorf("%d comparisons of %d bytes in %d names", s.order.Len(), s.bytes, len(s.byID))
	}
	small := newShelf(100, 1)
	if id := small.put(c); !has(small, id) {
		t.Error("the newest is not kept when it alone is too large")
	}
}

func has(s *shelf, id string) bool { _, ok := s.get(id); return ok }

func TestShelfReplaces(t *testing.T) {
	s := newShelf(10, 1<<30)
	c := library(t)
	s.putAs("a", c)
	s.putAs("a", c)
	if s.order.Len() != 1 || s.bytes != footprint(c) {
		t.Errorf("%d comparisons of %d bytes", s.order.Len(), s.bytes)
	}
}

func TestShelfServesMany(t *testing.T) {
	s := newShelf(5, 1<<30)
	c := library(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				s.get(s.put(c))
			}
		})
	}
	wg.Wait()
	if s.order.Len() != 5 {
		t.Errorf("%d comparisons are kept, want 5", s.order.Len())
	}
}

func TestIDsCannotBeGuessed(t *testing.T) {
	s := newShelf(10, 1<<30)
	a, b := s.put(library(t)), s.put(library(t))
	if a == b || len(a) < 26 { // 26 letters of base 32 are 128 bits
		t.Errorf("names are %q and %q", a, b)
	}
}
