package cache

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"slices"
	"time"
)

// Lease holds among all processes that share the file.
func (e *Embedded) Lease(ctx context.Context, keys []string, ttl time.Duration) ([]bool, func(context.Context), error) {
	granted := make([]bool, len(keys))
	if err := checkLease(keys, ttl); err != nil || len(keys) == 0 {
		return granted, noRelease, err
	}
	keys = slices.Clone(keys) // the caller's to change, before the release
	token, now := rand.Text(), e.now()
	err := e.with(func(f *files) error {
		return e.write(ctx, f, func(ctx context.Context, tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, `DELETE FROM lease WHERE expires <= ?`, now.UnixMicro()); err != nil {
				return err
			}
			return lend(ctx, tx.StmtContext(ctx, f.lend), keys, granted, token, now.Add(ttl).UnixMicro())
		})
	})
	if err != nil {
		return make([]bool, len(keys)), noRelease, fmt.Errorf("lease from the cache file: %w", err)
	}
	return granted, func(ctx context.Context) { e.release(ctx, keys, granted, token) }, nil
}

// lend writes the leases that nobody holds; those that ended are gone already.
func lend(ctx context.Context, insert *sql.Stmt, keys []string, granted []bool, token string, expires int64) error {
	for i, k := range keys {
		done, err := insert.ExecContext(ctx, k, token, expires)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		if err != nil {
			return err
		}
		granted[i] = n == 1
	}
	return nil
}

// release says nothing of failures: a lease that cannot be given back ends by itself.
func (e *Embedded) release(ctx context.Context, keys []string, granted []bool, token string) {
	ctx = context.WithoutCancel(ctx)
	_ = e.with(func(f *files) error {
		return e.write(ctx, f, func(ctx context.Context, tx *sql.Tx) error {
			for i, k := range keys {
				if !granted[i] {
					continue
				}
				if _, err := tx.ExecContext(ctx, `DELETE FROM lease WHERE key = ? AND token = ?`, k, token); err != nil {
					return err
				}
			}
			return nil
		})
	})
}
