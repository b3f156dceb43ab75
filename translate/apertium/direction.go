package apertium

import (
	"context"
	"slices"

	"triptych/translate"
)

const (
	// turn is how many pieces are translated before others get a turn with the pipe.
	turn = 64
	// maxBlamed is how many pieces may break a pipe before a call is given up: each costs two starts or two deadlines.
	maxBlamed = 3
)

// translate has every piece translated that needs it. What fails is left undone, and the first failure returned.
func (d *direction) translate(ctx context.Context, pieces []*piece) error {
	todo := slices.DeleteFunc(slices.Clone(pieces), func(p *piece) bool { return p.done })
	window, blamed := ahead, 0
	var first error
	for len(todo) > 0 {
		n, err := d.turn(ctx, todo[:min(turn, len(todo))], window)
		todo = todo[n:]
		switch {
		case err == nil:
		case ctx.Err() != nil:
			return ctx.Err()
		case window > 1: // any of those under way may be to blame, or none: again, one by one
			window = 1
			d.log.Warn("apertium is started again", "pair", d.pair.String(), "cause", err)
		default:
			first = firstOf(first, err)
			todo = todo[1:]
			if blamed++; blamed == maxBlamed || d.isClosed() {
				return first
			}
		}
	}
	for _, p := range pieces {
		first = firstOf(first, p.bad)
	}
	return first
}

func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// turn takes a pipe, or starts one, and has pieces translated until one fails. It returns how many did not.
func (d *direction) turn(ctx context.Context, pieces []*piece, window int) (done int, err error) {
	p, err := d.take(ctx)
	if err != nil {
		return 0, err
	}
	defer func() { d.slots <- p }()
	if p != nil && !p.alive() {
		p = nil
	}
	if p == nil {
		if p, err = start(d.mode); err != nil {
			return 0, translate.Errorf(name, translate.Unavailable, "%v", err)
		}
	}
	return p.exchange(ctx, d, pieces, window)
}

func (d *direction) take(ctx context.Context) (*pipe, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if d.isClosed() {
		return nil, errClosed()
	}
	select {
	case p := <-d.slots:
		return p, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (d *direction) isClosed() bool {
	select {
	case <-d.closed:
		return true
	default:
		return false
	}
}

func errClosed() error { return translate.Errorf(name, translate.Unavailable, "the engine is closed") }
