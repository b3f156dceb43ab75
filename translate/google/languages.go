package google

import (
	"context"
	"time"

	"triptych/lang"
)

const (
	remembered = time.Hour
	// assumed is how long the list that was, or the three languages, are taken for it after it could not be had.
	assumed = time.Minute
)

// languages are those that the service translates from and to.
type languages struct{ from, to map[lang.Tag]bool }

func newLanguages() languages {
	return languages{from: map[lang.Tag]bool{}, to: map[lang.Tag]bool{}}
}

// add takes a code as the service writes it. One that is not understood here is left out: nobody can ask for it.
func (l languages) add(code string, source, target bool) {
	tag, err := lang.Parse(code)
	if err != nil {
		return
	}
	l.from[tag] = l.from[tag] || source
	l.to[tag] = l.to[tag] || target
}

func theThree() languages {
	l := newLanguages()
	for _, t := range lang.Served() {
		l.add(string(t), true, true)
	}
	return l
}

// memory holds the list for a while, and has it asked for by one caller at a time.
type memory struct {
	turn chan struct{} // holds one token: whoever has it may look and ask
	now  func() time.Time
	list languages
	till time.Time
}

func newMemory(now func() time.Time) *memory {
	m := &memory{turn: make(chan struct{}, 1), now: now}
	m.turn <- struct{}{}
	return m
}

// recall is the list that is remembered, or what ask answers. The only errors are those of ctx.
func (m *memory) recall(ctx context.Context, ask func(context.Context) (languages, error)) (languages, error) {
	select {
	case <-m.turn:
		defer func() { m.turn <- struct{}{} }()
	case <-ctx.Done():
		return languages{}, ctx.Err()
	}
	if m.now().Before(m.till) {
		return m.list, nil
	}
	list, err := ask(ctx)
	switch {
	case err == nil && len(list.to) > 0:
		m.list, m.till = list, m.now().Add(remembered)
	case ctx.Err() != nil:
		return languages{}, ctx.Err()
	default:
		if m.list.to == nil {
			m.list = theThree()
		}
		m.till = m.now().Add(assumed)
	}
	return m.list, nil
}
