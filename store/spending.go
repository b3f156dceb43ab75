package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"
)

// EngineMonth is what one engine did in one month, in characters.
type EngineMonth struct {
	Engine   string
	Billed   int64
	Reserved int64 // reserved and not settled; counts as spent
	Saved    int64 // answered from memory instead of being paid for
	Limit    int64 // the ceiling; 0 where there is none
	Requests int64 // reservations that were made
}

// Month is the month that it is now.
func (s *Store) Month() Month { return MonthOf(s.now()) }

// Spending is what every engine did in a month, by name. In the present month engines with a ceiling are named though
// they did nothing yet.
func (s *Store) Spending(ctx context.Context, month Month) ([]EngineMonth, error) {
	if _, err := time.Parse("2006-01", string(month)); err != nil {
		return nil, fmt.Errorf("%q is not a month; write it as 2025-03", month)
	}
	if err := s.flush(ctx); err != nil { // the counter is not worth the rest of the answer
		s.log.WarnContext(ctx, "saved characters are not counted yet", "error", err)
	}
	list, err := s.spending(ctx, month)
	if err != nil {
		return nil, s.explain(ctx, "read the spending of "+string(month), err)
	}
	if month == s.Month() {
		list = s.addIdle(list)
	}
	return list, nil
}

func (s *Store) spending(ctx context.Context, month Month) ([]EngineMonth, error) {
	return all(ctx, s.readers, func(row *sql.Rows) (EngineMonth, error) {
		var e EngineMonth
		err := row.Scan(&e.Engine, &e.Billed, &e.Reserved, &e.Saved, &e.Requests)
		e.Limit = s.budget[e.Engine]
		return e, err
	}, `SELECT engine, billed, reserved, saved, requests FROM spending WHERE month = $1 ORDER BY engine`, string(month))
}

func (s *Store) addIdle(list []EngineMonth) []EngineMonth {
	for engine, limit := range s.budget {
		if !slices.ContainsFunc(list, func(e EngineMonth) bool { return e.Engine == engine }) {
			list = append(list, EngineMonth{Engine: engine, Limit: limit})
		}
	}
	// By bytes: the order of a database depends on its locale.
	slices.SortFunc(list, func(a, b EngineMonth) int { return cmp.Compare(a.Engine, b.Engine) })
	return list
}

// Months lists the months of which something is recorded, newest first.
func (s *Store) Months(ctx context.Context) ([]Month, error) {
	list, err := all(ctx, s.readers, func(row *sql.Rows) (m Month, err error) {
		err = row.Scan(&m)
		return m, err
	}, `SELECT DISTINCT month FROM spending ORDER BY month DESC`)
	if err != nil {
		return nil, s.explain(ctx, "list the months of spending", err)
	}
	return list, nil
}

// Unsettled lists the reservations made before an instant and not settled, oldest first. Those older than any call can
// take were left by a process that died; the engine's bill says what to settle them with.
func (s *Store) Unsettled(ctx context.Context, before time.Time) ([]*Reservation, error) {
	list, err := all(ctx, s.readers, func(row *sql.Rows) (*Reservation, error) {
		r := &Reservation{store: s}
		var at int64
		err := row.Scan(&r.ID, &r.Engine, &r.Month, &r.Characters, &at)
		r.At = time.UnixMicro(at).UTC()
		return r, err
	}, `SELECT id, engine, month, characters, reserved_at FROM reservations WHERE reserved_at < $1 ORDER BY reserved_at, id`,
		before.UnixMicro())
	if err != nil {
		return nil, s.explain(ctx, "list unsettled reservations", err)
	}
	return list, nil
}

// all reads every row of an answer.
func all[T any](ctx context.Context, db *sql.DB, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var list []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, rows.Err()
}
