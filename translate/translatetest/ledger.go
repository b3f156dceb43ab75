package translatetest

import (
	"context"
	"errors"
	"sync"

	"triptych/translate"
)

// Ledger is a [translate.Ledger] with a ceiling, for tests.
type Ledger struct {
	Ceiling int

	mu       sync.Mutex
	billed   int
	reserved int
	broken   bool
}

// Reserve is [translate.Ledger]'s.
func (l *Ledger) Reserve(ctx context.Context, engine string, characters int) (translate.Reservation, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if l.broken {
		return nil, errors.New("the ledger cannot be written")
	}
	if l.billed+l.reserved+characters > l.Ceiling {
		return nil, translate.Errorf(engine, translate.OverBudget, "%d characters more are over the ceiling of %d", characters, l.Ceiling)
	}
	l.reserved += characters
	return &reservation{ledger: l, characters: characters}, nil
}

// Break makes the ledger fail, or work again.
func (l *Ledger) Break(broken bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.broken = broken
}

// Spent is how many characters count as billed, and how many are reserved and not settled.
func (l *Ledger) Spent() (billed, reserved int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.billed, l.reserved
}

type reservation struct {
	ledger     *Ledger
	characters int
	settled    bool
}

// Settle is [translate.Reservation]'s.
func (r *reservation) Settle(ctx context.Context, characters int) error {
	r.ledger.mu.Lock()
	defer r.ledger.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if r.ledger.broken {
		return errors.New("the ledger cannot be written")
	}
	if r.settled || characters > r.characters {
		return errors.New("settled twice, or for more than was reserved")
	}
	r.settled = true
	r.ledger.reserved -= r.characters
	r.ledger.billed += characters
	return nil
}
