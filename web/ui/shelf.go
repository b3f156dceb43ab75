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

type kept struct {
	id    string
	value workbench.Compared
	bytes int
}

func newShelf(maxCount, maxBytes int) *shelf {
	return &shelf{order: list.New(), byID: map[string]*list.Element{}, maxCount: maxCount, maxBytes: maxBytes}
}

// put keeps a comparison and returns its name.
func (s *shelf) put(c workbench.Compared) string {
	id := rand.Text()
	s.putAs(id, c)
	return id
}

// putAs keeps a comparison under a name of the caller's. The newest one is kept whatever its size.
func (s *shelf) putAs(id string, c workbench.Compared) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop(s.byID[id])
	k := &kept{id: id, value: c, bytes: footprint(c)}
	s.byID[id] = s.order.PushFront(k)
	s.bytes += k.bytes
	for s.order.Len() > 1 && (s.order.Len() > s.maxCount || s.bytes > s.maxBytes) {
		s.drop(s.order.Back())
	}
}

func (s *shelf) get(id string) (workbench.Compared, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.byID[id]
	if !ok {
		return workbench.Compared{}, false
	}
	s.order.MoveToFront(e)
	return e.Value.(*kept).value, true
}

// drop forgets one comparison; nil is nothing to forget. The caller holds the lock.
func (s *shelf) drop(e *list.Element) {
	if e == nil {
		return
	}
	k := s.order.Remove(e).(*kept)
	delete(s.byID, k.id)
	s.bytes -= k.bytes
}

// footprint is about how many bytes a comparison takes: its text once, and what is noted of its sentences, beads and
// differences, which is some hundred bytes each.
func footprint(c workbench.Compared) int {
	const each = 200
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
