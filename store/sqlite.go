package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// application marks a database as ours ("Trip"), so that a foreign one of the same name is not written into.
const application = 0x54726970

// patience is how long a connection waits for a lock of another process.
const patience = 5 * time.Second

// dsn names a database and how to connect to it. The wait for locks comes before everything that may need one; a
// transaction takes the write lock when it begins, since one that asks for it halfway is refused at once.
func dsn(path string, patience time.Duration, pragmas ...string) string {
	name := filepath.ToSlash(path)
	if !strings.HasPrefix(name, "/") { // C:/data
		name = "/" + name
	}
	q := url.Values{"_txlock": {"immediate"}, "_error_rc": {"1"}}
	q.Add("_pragma", fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()))
	for _, p := range pragmas {
		q.Add("_pragma", p)
	}
	return "file:" + (&url.URL{Path: name}).EscapedPath() + "?" + q.Encode()
}

func (s *Store) connect() (err error) {
	// FULL: what was acknowledged survives a power cut.
	s.writer, err = sql.Open("sqlite", dsn(s.path, patience, "journal_mode(WAL)", "synchronous(FULL)"))
	if err != nil {
		return err
	}
	s.writer.SetMaxOpenConns(1)
	s.readers, err = sql.Open("sqlite", dsn(s.path, patience, "query_only(1)"))
	if err != nil {
		return err
	}
	s.readers.SetMaxOpenConns(max(4, runtime.NumCPU()))
	return nil
}

// identify refuses a database that another program made, and signs a new one. It looks through a connection for reading,
// since the one for writing changes the file's journal as soon as it connects.
func (s *Store) identify(ctx context.Context) error {
	signature, err := one[int64](ctx, s.readers, `PRAGMA application_id`)
	if err != nil {
		return err
	}
	tables, err := one[int64](ctx, s.readers, `SELECT count(*) FROM sqlite_schema`)
	if err != nil {
		return err
	}
	if signature == application {
		return nil
	}
	if signature != 0 || tables != 0 {
		return &Unusable{Path: s.path, Problem: "it is a database of another program",
			Fix: "move it away, or name another folder for the data"}
	}
	_, err = s.writer.ExecContext(ctx, fmt.Sprintf(`PRAGMA application_id = %d`, application))
	return err
}

// warnWithoutWAL says so where the file system does not allow readers beside a writer: SQLite falls back silently to a
// mode that is as safe but slower.
func (s *Store) warnWithoutWAL(ctx context.Context) error {
	mode, err := one[string](ctx, s.writer, `PRAGMA journal_mode`)
	if err != nil {
		return s.explain(ctx, "open the database", err)
	}
	if mode != "wal" {
		s.log.WarnContext(ctx, "the data folder does not allow a write-ahead log; reading waits for writing", "path", s.path, "mode", mode)
	}
	return nil
}

// one reads a single value.
func one[T any](ctx context.Context, db *sql.DB, query string, args ...any) (T, error) {
	var v T
	err := db.QueryRowContext(ctx, query, args...).Scan(&v)
	return v, err
}
