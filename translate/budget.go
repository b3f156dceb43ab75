package translate

import (
	"context"
	"errors"
	"time"
)

// Ledger records what paid engines may spend and have spent. It is safe for many at once, in other processes too.
type Ledger interface {
	// Reserve sets characters aside, durably, before they are sent. The error is an [*Error] of reason OverBudget where
	// the ceiling leaves no room for them; any other error means that the ledger cannot be written.
	Reserve(ctx context.Context, engine string, characters int) (Reservation, error)
}

// Reservation is an entry of a [Ledger] that awaits its end. One that is never settled counts in full.
type Reservation interface {
	// Settle records how many characters were billed, and gives back the rest of the reservation.
	Settle(ctx context.Context, characters int) error
}

// settling is how long a reservation may take to be settled after the caller has gone.
const settling = 5 * time.Second

// Budgeted reserves what a request of a paid engine may cost before it is made, and settles it afterwards. A clear refusal
// by the service costs nothing; where it is not known whether the service did the work (no answer in time, a cut
// connection, a garbled answer) all of it counts as billed. An engine that is free passes as it is.
func Budgeted(e Engine, l Ledger) Engine {
	if !e.About().Paid {
		return e
	}
	return budgeted{e, l}
}

type budgeted struct {
	Engine
	ledger Ledger
}

// Translate is [Engine]'s.
func (b budgeted) Translate(ctx context.Context, p Pair, texts []string) ([]string, error) {
	nothing := make([]string, len(texts))
	if len(texts) == 0 {
		return nothing, nil
	}
	name := b.About().Name
	reserved, err := b.ledger.Reserve(ctx, name, Characters(texts...))
	if err != nil {
		return nothing, notReserved(ctx, name, err)
	}
	billed := Characters(texts...) // also when the engine panics
	defer func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settling)
		defer cancel()
		// A reservation that could not be settled stands in full, which overruns nothing; what was translated is kept.
		_ = reserved.Settle(ctx, billed)
	}()
	if ctx.Err() != nil {
		billed = 0
		return nothing, ctx.Err()
	}
	answers, err := ask(ctx, b.Engine, p, texts)
	billed = bill(texts, answers, err)
	return answers, err
}

// bill is how many characters a request is taken to have cost.
func bill(texts, answers []string, err error) int {
	e, ok := errors.AsType[*Error](err)
	if err == nil || !ok || e.MayBill() {
		return Characters(texts...)
	}
	n := 0
	for i, a := range answers {
		if a != "" {
			n += Characters(texts[i])
		}
	}
	return n
}

func notReserved(ctx context.Context, engine string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	return &Error{Engine: engine, Reason: NoLedger, Detail: "what a translation costs cannot be recorded, so nothing is paid for",
		Fix: "see that the data folder can be written and has room"}
}
