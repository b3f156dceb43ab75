// Package store keeps what must never be lost: the money spent on engines and the pages as they were fetched. It is one
// SQLite database in a folder, which any number of processes may use at once. The SQL is such that PostgreSQL
// understands it too.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"path/filepath"
	"sync"
	"time"

	"github.com/klauspost/compress/zstd"
)

// file is the database's name in the folder.
const file = "triptych.db"

// Budget is the ceiling of each engine by its name, in characters a calendar month (UTC). An engine that is not named,
// or whose ceiling is 0, may spend without limit.
type Budget map[string]int64

// Option changes how a store is opened.
type Option func(*Store)

// WithBudget sets the monthly ceilings. Processes that share a folder should be given the same.
func WithBudget(b Budget) Option { return func(s *Store) { s.budget = maps.Clone(b) } }

// WithClock sets the clock that decides which month it is; time.Now by default.
func WithClock(now func() time.Time) Option { return func(s *Store) { s.now = now } }

// Store is an open database. It is safe for use by many at once.
type Store struct {
	path   string
	log    *slog.Logger
	now    func() time.Time
	budget Budget

	// SQLite has one writer at a time. One connection makes ours queue in order instead of polling for the lock.
	writer  *sql.DB
	readers *sql.DB

	savings savings
	pack    *zstd.Encoder
	unpack  *zstd.Decoder

	closing sync.Once
	closed  error
}

// Open opens the database in a folder, and makes both if they are not there. Several processes may open one folder at
// once. An error says what to do about it, and is often of type [*Unusable]. A database that is damaged, foreign or of
// a newer version is left as it is.
func Open(ctx context.Context, folder string, log *slog.Logger, options ...Option) (*Store, error) {
	s, err := configure(log, options)
	if err != nil {
		return nil, err
	}
	if folder, err = filepath.Abs(folder); err != nil {
		return nil, fmt.Errorf("open the data folder %s: %w", folder, err)
	}
	if err := prepare(folder); err != nil {
		return nil, err
	}
	s.path = filepath.Join(folder, file)
	unlock, err := lockStart(ctx, folder)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if err := s.start(ctx); err != nil {
		s.disconnect()
		return nil, err
	}
	return s, nil
}

func configure(log *slog.Logger, options []Option) (*Store, error) {
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	s := &Store{log: log, now: time.Now}
	for _, o := range options {
		o(s)
	}
	for engine, limit := range s.budget {
		if limit < 0 {
			return nil, fmt.Errorf("the budget of %s is %d characters a month; write 0 for no ceiling, or a number above", engine, limit)
		}
	}
	var err error
	if s.pack, err = zstd.NewWriter(nil, zstd.WithZeroFrames(true)); err != nil {
		return nil, fmt.Errorf("prepare compression: %w", err)
	}
	if s.unpack, err = zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(1<<30)); err != nil {
		return nil, fmt.Errorf("prepare decompression: %w", err)
	}
	return s, nil
}

// start connects to the database and brings its schema up to date.
func (s *Store) start(ctx context.Context) error {
	if err := create(s.path); err != nil {
		return err
	}
	if err := s.connect(); err != nil {
		return fmt.Errorf("open the database: %w", err)
	}
	if err := s.identify(ctx); err != nil {
		return s.explain(ctx, "open the database", err)
	}
	if err := s.migrate(ctx); err != nil {
		return s.explain(ctx, "bring the database up to date", err)
	}
	if err := s.Writable(ctx); err != nil {
		return err
	}
	return s.warnWithoutWAL(ctx)
}

// Close writes what is still in memory and closes the database. It may be called more than once.
func (s *Store) Close() error {
	s.closing.Do(func() {
		s.savings.stop()
		s.closed = errors.Join(s.flush(context.Background()), s.disconnect())
	})
	return s.closed
}

func (s *Store) disconnect() error {
	var failed []error
	for _, db := range []*sql.DB{s.readers, s.writer} { // the writer last: it tidies up the journal
		if db != nil {
			failed = append(failed, db.Close())
		}
	}
	s.unpack.Close()
	return errors.Join(failed...)
}

// Writable tells why nothing can be recorded now; nil where it can. It does not notice that the disk is full.
func (s *Store) Writable(ctx context.Context) error {
	return s.write(ctx, "write to the database", func(tx *sql.Tx) error {
		// It changes nothing, but a file that has become read-only refuses it.
		_, err := tx.ExecContext(ctx, `DELETE FROM reservations WHERE id = ''`)
		return err
	})
}

// write runs do in a transaction of its own.
func (s *Store) write(ctx context.Context, doing string, do func(*sql.Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(ctx, doing, err)
	}
	if err := do(tx); err != nil {
		// What failed is the news; that it is undone too is what the database promises in any case.
		_ = tx.Rollback()
		return s.explain(ctx, doing, err)
	}
	if err := tx.Commit(); err != nil {
		return s.explain(ctx, doing, err)
	}
	return nil
}
