package ui

import (
	"context"
	"slices"
	"sync"

	"triptych/article"
	"triptych/lang"
)

// state is how far a translation has come.
type state string

const (
	waiting state = "waiting" // for a place among the translations that run
	running state = "running"
	done    state = "done"
	stopped state = "stopped" // by a person, or because the server stops
	failed  state = "failed"
)

// active tells whether more is to come.
func (s state) active() bool { return s == waiting || s == running }

// rendering is a version in another language, as far as it is translated. Segments holds the sentences that have been
// gone through so far; of one that is no longer active it holds all, those without a translation empty.
type rendering struct {
	article.Rendering
	State state
	// Done counts the sentences that were gone through in order.
	Done int
	// Problem says why it failed, in whole sentences.
	Problem string

	stop context.CancelFunc
}

// renderings are the translations made of one comparison, at most one a language. It is safe for use by many at once.
type renderings struct {
	mu     sync.Mutex
	all    []*rendering
	closed bool // the comparison is forgotten: nothing may start any more
}

// begin takes in a translation that is about to start, in the place of an older one in its language. It refuses while
// that one is active, and when the comparison is forgotten.
func (r *renderings) begin(n *rendering) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	i := r.index(n.Language)
	switch {
	case r.closed || i >= 0 && r.all[i].State.active():
		return false
	case i < 0:
		r.all = append(r.all, n)
	default:
		r.all[i] = n
	}
	return true
}

// index finds a language; -1 where there is no translation into it. The caller holds the lock.
func (r *renderings) index(to lang.Tag) int {
	return slices.IndexFunc(r.all, func(n *rendering) bool { return n.Language == to })
}

// advance takes down what has been translated since the last time. Segments is read and not kept.
func (r *renderings) advance(n *rendering, gone int, segments []article.Segment) {
	r.mu.Lock()
	defer r.mu.Unlock()
	// Only what is new is copied, so that a long article costs no more a sentence than a short one; and it is appended,
	// so that those who look at an earlier state go on seeing that one.
	n.Segments = append(n.Segments, segments[n.Done:gone]...)
	n.State, n.Done = running, gone
}

// end takes down how a translation came out.
func (r *renderings) end(n *rendering, s state, out article.Rendering, problem string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	n.State, n.Problem = s, problem
	if len(out.Segments) > 0 {
		n.Segments = out.Segments
	}
	if s == done {
		n.Done = len(n.Segments)
	}
}

// list shows the translations as they are now.
func (r *renderings) list() []rendering {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := make([]rendering, len(r.all))
	for i, n := range r.all {
		out[i] = *n
	}
	return out
}

// find shows the translation into a language as it is now.
func (r *renderings) find(to lang.Tag) (rendering, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if i := r.index(to); i >= 0 {
		return *r.all[i], true
	}
	return rendering{}, false
}

// halt stops the translation into a language, if it is active. What is translated stays.
func (r *renderings) halt(to lang.Tag) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if i := r.index(to); i >= 0 {
		r.all[i].stop()
	}
}

// remove stops the translation into a language and forgets it.
func (r *renderings) remove(to lang.Tag) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if i := r.index(to); i >= 0 {
		r.all[i].stop()
		r.all = slices.Delete(r.all, i, i+1)
	}
}

// close stops and forgets them all, and lets none begin.
func (r *renderings) close() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, n := range r.all {
		n.stop()
	}
	r.all, r.closed = nil, true
}

// footprint is about how many bytes the translations take.
func (r *renderings) footprint() int {
	n := 0
	for _, one := range r.list() {
		for _, s := range one.Segments {
			n += each + len(s.Text)
		}
	}
	return n
}
