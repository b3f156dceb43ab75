package libre

import (
	"context"
	"time"
)

const (
	remembered = time.Hour
	// sorry is how long a server that gave no list is not asked again, so that a dead one costs one wait and not one at
	// every call.
	sorry = 30 * time.Second
)

// memory holds the list for a while, and has it asked for by one caller at a time.
type memory struct {
	turn chan struct{} // holds one token: whoever has it may look and ask
	now  func() time.Time
	list models
	err  error
	till time.Time
}

func newMemory(now func() time.Time) *memory {
	m := &memory{turn: make(chan struct{}, 1), now: now}
	m.turn <- struct{}{}
	return m
}

// recall is what is remembered, or what ask answers.
func (m *memory) recall(ctx context.Context, ask func(context.Context) (models, error)) (models, error) {
	select {
	case <-m.turn:
		defer func() { m.turn <- struct{}{} }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if m.now().Before(m.till) {
		return m.list, m.err
	}
	list, err := ask(ctx)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	m.list, m.err, m.till = list, err, m.now().Add(remembered)
	if err != nil {
		m.till = m.now().Add(sorry)
	}
	return list, err
}
