package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"
)

const (
	usedEvery = time.Hour // a value that is read is marked as used at most that often: reading shall not write
	usedMany  = 256       // so many marks are written without waiting for the next Set
	evictSome = 64        // values dropped at a time
)

// marks are keys whose values were used without the file knowing it yet.
type marks struct {
	mu   sync.Mutex
	keys map[string]bool
}

// add tells whether there are enough marks to write them.
func (m *marks) add(key string) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.keys == nil {
		m.keys = map[string]bool{}
	}
	m.keys[key] = true
	return len(m.keys) >= usedMany
}

func (m *marks) take() map[string]bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	taken := m.keys
	m.keys = nil
	return taken
}

// Get asks for 32 keys at a time.
func (e *Embedded) Get(ctx context.Context, keys []string) ([][]byte, error) {
	values, _, err := e.look(ctx, keys)
	return values, err
}

// look answers with each value when its time is over: zero where it has no end.
func (e *Embedded) look(ctx context.Context, keys []string) (values [][]byte, ends []time.Time, err error) {
	if err := checkKeys(keys); err != nil {
		return nil, nil, err
	}
	values, ends = make([][]byte, len(keys)), make([]time.Time, len(keys))
	due := false
	err = e.with(func(f *files) error {
		for from := 0; from < len(keys); from += look {
			to := min(from+look, len(keys))
			full, err := e.find(ctx, f, keys[from:to], values[from:to], ends[from:to])
			if err != nil {
				return err
			}
			due = due || full
		}
		return nil
	})
	if err != nil {
		return values, ends, fmt.Errorf("read from the cache file: %w", err)
	}
	e.read(values)
	if due {
		_ = e.with(func(f *files) error { return e.write(ctx, f, e.writeMarks) }) // only the order of eviction suffers
	}
	return values, ends, nil
}

// find asks for at most look keys, and tells whether marks are due to be written.
func (e *Embedded) find(ctx context.Context, f *files, keys []string, values [][]byte, ends []time.Time) (due bool, err error) {
	places, now := make([]any, look), e.now()
	for i := range places {
		places[i] = keys[min(i, len(keys)-1)]
	}
	rows, err := f.fetch.QueryContext(ctx, places...)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		var value sql.RawBytes
		var expires, used int64
		if err := rows.Scan(&key, &value, &expires, &used); err != nil {
			return false, err
		}
		if expires > 0 && expires <= now.UnixMicro() {
			continue
		}
		var end time.Time
		if expires > 0 {
			end = time.UnixMicro(expires)
		}
		for i, k := range keys { // a key may be asked for twice
			if k == key {
				values[i], ends[i] = append([]byte{}, value...), end
			}
		}
		if used < now.Add(-usedEvery).UnixMicro() {
			due = e.marks.add(key) || due
		}
	}
	return due, rows.Err()
}

// Set is one transaction. In it, values whose time is over go, and with a full file twice as much of the old as came new,
// so that no single call has to empty much.
func (e *Embedded) Set(ctx context.Context, items []Item, ttl time.Duration) error {
	if err := checkItems(items, ttl); err != nil || len(items) == 0 {
		return err
	}
	now, expires := e.now().UnixMicro(), int64(0)
	if ttl > 0 {
		expires = e.now().Add(ttl).UnixMicro()
	}
	err := e.with(func(f *files) error {
		return e.write(ctx, f, func(ctx context.Context, tx *sql.Tx) error {
			put, size := tx.StmtContext(ctx, f.put), 0
			for _, i := range items {
				if _, err := put.ExecContext(ctx, i.Key, notNil(i.Value), expires, now); err != nil {
					return err
				}
				size += len(i.Value)
			}
			return errors.Join(e.writeMarks(ctx, tx), e.dropExpired(ctx, tx), e.makeRoom(ctx, tx, size))
		})
	})
	if err != nil {
		e.rejected.Add(int64(len(items)))
		return fmt.Errorf("write to the cache file: %w", err)
	}
	return nil
}

// notNil keeps an empty value from being stored as NULL.
func notNil(value []byte) []byte {
	if value == nil {
		return []byte{}
	}
	return value
}

// write runs one transaction that holds the lock for writing from its beginning.
func (e *Embedded) write(ctx context.Context, f *files, change func(context.Context, *sql.Tx) error) error {
	tx, err := f.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := change(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// writeMarks loses the marks if the transaction fails: then what they mark may go a little earlier.
func (e *Embedded) writeMarks(ctx context.Context, tx *sql.Tx) error {
	now := e.now().UnixMicro()
	for key := range e.marks.take() {
		if _, err := tx.ExecContext(ctx, `UPDATE entry SET used = ? WHERE key = ?`, now, key); err != nil {
			return err
		}
	}
	return nil
}

func (e *Embedded) dropExpired(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM entry WHERE expires > 0 AND expires <= ?`, e.now().UnixMicro())
	return err
}

// makeRoom drops twice as many bytes of values as were added, if the file is full.
func (e *Embedded) makeRoom(ctx context.Context, tx *sql.Tx, added int) error {
	var size int64
	err := tx.QueryRowContext(ctx, `SELECT (c.page_count - f.freelist_count) * s.page_size
		FROM pragma_page_count() c, pragma_freelist_count() f, pragma_page_size() s`).Scan(&size)
	if err != nil || size <= e.max {
		return err
	}
	for freed := 0; freed < 2*added; {
		count, bytes, err := dropOldest(ctx, tx)
		if err != nil || count == 0 {
			return err
		}
		e.evicted.Add(int64(count))
		freed += bytes
	}
	return nil
}

func dropOldest(ctx context.Context, tx *sql.Tx) (count, bytes int, err error) {
	rows, err := tx.QueryContext(ctx, `DELETE FROM entry WHERE id IN (SELECT id FROM entry ORDER BY used, id LIMIT ?)
		RETURNING length(value)`, evictSome)
	if err != nil {
		return 0, 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var size int
		if err := rows.Scan(&size); err != nil {
			return 0, 0, err
		}
		count, bytes = count+1, bytes+size
	}
	return count, bytes, rows.Err()
}
