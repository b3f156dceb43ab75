package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// most is the largest number of characters that one reservation may have; more is an error of the caller. It keeps sums
// far from overflow.
const most = 1 << 40

// settling is how long the price of a call that was made may take to be written down.
const settling = 10 * time.Second

// Month is a calendar month in UTC, as "2025-03". Months in order are strings in order.
type Month string

// MonthOf is the month in which an instant falls.
func MonthOf(t time.Time) Month { return Month(t.UTC().Format("2006-01")) }

// OverBudget is a reservation that the ceiling does not allow. All numbers are characters in the month.
type OverBudget struct {
	Engine   string
	Month    Month
	Limit    int64
	Billed   int64 // spent for certain
	Reserved int64 // asked for by calls that are under way, or that were never settled
	Asked    int64
}

func (o *OverBudget) Error() string {
	return fmt.Sprintf("the budget of %s for %s is %d characters; %d are spent and %d reserved, so %d more do not fit",
		o.Engine, o.Month, o.Limit, o.Billed, o.Reserved, o.Asked)
}

// Reservation is money set aside for one call of an engine. Until it is settled it counts as spent: if the process dies,
// nobody here knows whether the call was billed.
type Reservation struct {
	store *Store

	ID         string
	Engine     string
	Month      Month
	Characters int64
	At         time.Time
}

// Reserve sets characters aside before a paid call. When it returns without an error, the record is on the disk. It
// returns [*OverBudget] where they do not fit under the ceiling. After any other error nothing may be spent either: the
// record is not there, or, if ctx ended at the last moment, it may be there and count.
func (s *Store) Reserve(ctx context.Context, engine string, characters int) (*Reservation, error) {
	if engine == "" || characters < 0 || characters > most {
		return nil, fmt.Errorf("reserve characters: %d for the engine %q make no sense", characters, engine)
	}
	now := s.now()
	r := &Reservation{s, rand.Text(), clean(engine), MonthOf(now), int64(characters), now.UTC().Truncate(time.Microsecond)}
	err := s.write(ctx, "reserve characters for "+r.Engine, func(tx *sql.Tx) error {
		if err := s.claim(ctx, tx, r); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `
			INSERT INTO reservations (id, engine, month, characters, reserved_at) VALUES ($1, $2, $3, $4, $5)`,
			r.ID, r.Engine, string(r.Month), r.Characters, r.At.UnixMicro())
		return err
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// claim adds to what is reserved, and fails if that is too much. To add first and look afterwards makes the row the
// lock: nobody else can add between the two, on either database.
func (s *Store) claim(ctx context.Context, tx *sql.Tx, r *Reservation) error {
	over := OverBudget{Engine: r.Engine, Month: r.Month, Limit: s.budget[r.Engine], Asked: r.Characters}
	err := tx.QueryRowContext(ctx, `
		INSERT INTO spending (engine, month, billed, reserved, saved, requests) VALUES ($1, $2, 0, $3, 0, 1)
		ON CONFLICT (engine, month) DO UPDATE
		SET reserved = spending.reserved + excluded.reserved, requests = spending.requests + 1
		RETURNING billed, reserved`,
		r.Engine, string(r.Month), r.Characters).Scan(&over.Billed, &over.Reserved)
	if err != nil {
		return err
	}
	if over.Limit > 0 && over.Billed+over.Reserved > over.Limit {
		over.Reserved -= over.Asked
		return &over
	}
	return nil
}

// Settle writes down what the call did cost, in characters: 0 if it was not billed. It counts in the month of the
// reservation. The call was made, so this goes on when ctx is cancelled. A second call changes nothing, and it may be
// tried again after an error.
func (r *Reservation) Settle(ctx context.Context, characters int) error {
	if characters < 0 || characters > most {
		return fmt.Errorf("settle a reservation for %s: %d characters make no sense", r.Engine, characters)
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), settling)
	defer cancel()
	return r.store.write(ctx, "settle a reservation for "+r.Engine, func(tx *sql.Tx) error {
		var reserved int64
		err := tx.QueryRowContext(ctx, `DELETE FROM reservations WHERE id = $1 RETURNING characters`, r.ID).Scan(&reserved)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `
			UPDATE spending SET billed = billed + $1, reserved = reserved - $2 WHERE engine = $3 AND month = $4`,
			characters, reserved, r.Engine, string(r.Month))
		return err
	})
}
