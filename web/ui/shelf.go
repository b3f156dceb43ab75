package ui

import (
	"container/list"
	"crypto/rand"
	"sync"

	"triptych/workbench"
)

// How much a shelf keeps: enough for a newsroom's day, little enough for a laptop.
const (
	shelfCount = 500
	shelfBytes = 128 << 20
)

// shelf keeps comparisons in memory under names that cannot be guessed; the ones not asked for the longest go first.
// It is safe for use by many at once.
type shelf struct {
	mu       sync.Mutex
	order    *list.List // of *kept, the most recently used first
	byID     map[string]*list.Element
	bytes    int
	maxCount int
	maxBytes int
}

// kept is a comparison on the shelf. The comparison stays as it is; translations of it come and go.
type kept struct {
	id         string
	compared   workbench.Compared
	renderings *renderings

	bytes int // as the shelf counts them, under its lock
}

func newShelf(maxCount, maxBytes int) *shelf {
	return &shelf{order: list.New(), byID: map[string]*list.Element{}, maxCount: maxCount, maxBytes: maxBytes}
}

// put keeps a comparison and returns its name.
func (s *shelf) put(c workbench.Compared) string { return s.putAs(rand.Text(), c).id }

// putAs keeps a comparison under a name of the caller's. The newest one is kept whatever its size.
func (s *shelf) putAs(id string, c workbench.Compared) *kept {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(s.byID[id])
	k := &kept{id: id, compared: c, renderings: &renderings{}, bytes: footprint(c)}
	s.byID[id] = s.order.PushFront(k)
	s.bytes += k.bytes
	s.tidy()
	return k
}

func (s *shelf) get(id string) (*kept, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.byID[id]
	if !ok {
		return nil, false
	}
	s.order.MoveToFront(e)
	return e.Value.(*kept), true
}

// measure counts a comparison anew, whose translations have changed.
func (s *shelf) measure(k *kept) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.byID[k.id]
	if !ok || e.Value.(*kept) != k {
		return
	}
	s.bytes -= k.bytes
	k.bytes = footprint(k.compared) + k.renderings.footprint()
	s.bytes += k.bytes
	s.tidy()
}

// tidy makes room. The caller holds the lock.
func (s *shelf) tidy() {
	for s.order.Len() > 1 && (s.order.Len() > s.maxCount || s.bytes > s.maxBytes) {
		s.drop(s.order.Back())
	}
}

// drop forgets one comparison and stops what is being done for it; nil is nothing to forget. The caller holds the lock.
func (s *shelf) drop(e *list.Element) {
	if e == nil {
		return
	}
	k := s.order.Remove(e).(*kept)
	delete(s.byID, k.id)
	s.bytes -= k.bytes
	k.renderings.close()
}

// each is about how many bytes are noted of a sentence, a bead or a difference, apart from its text.
const each = 200

// footprint is about how many bytes a comparison takes: its text once, and what is noted of its parts.
func footprint(c workbench.Compared) int {
	n := each
	for i := range c.Article.Versions {
		v := &c.Article.Versions[i]
		n += len(v.Text) + each*(len(v.Paragraphs)+len(v.Sentences))
	}
	for _, row := range c.Rows {
		n += each * (1 + len(row.Sentences) + 2*len(row.Differences))
	}
	return n
}
