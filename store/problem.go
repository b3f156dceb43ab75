package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Unusable is a folder or file that cannot be used, with what a person can do about it.
type Unusable struct {
	Path    string
	Problem string // what is the matter, without a full stop
	Fix     string // what to do next
	Err     error  // the cause; may be nil
}

func (u *Unusable) Error() string { return u.Path + ": " + u.Problem + "; " + u.Fix }

// Unwrap is the cause.
func (u *Unusable) Unwrap() error { return u.Err }

func (s *Store) explain(ctx context.Context, doing string, err error) error {
	return explain(ctx, s.path, doing, err)
}

// explain says what was being done when err came, and what an error of the database means.
func explain(ctx context.Context, path, doing string, err error) error {
	if ctx.Err() != nil { // the database calls it an interruption
		return fmt.Errorf("%s: %w", doing, context.Cause(ctx))
	}
	if errors.Is(err, sql.ErrConnDone) || err.Error() == "sql: database is closed" {
		return fmt.Errorf("%s: %w", doing, &Unusable{Path: path, Problem: "it is closed", Fix: "open it again", Err: err})
	}
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return fmt.Errorf("%s: %w", doing, err)
	}
	u := &Unusable{Path: path, Err: err}
	u.Problem, u.Fix = meaning(failure)
	return fmt.Errorf("%s: %w", doing, u)
}

func meaning(e *sqlite.Error) (problem, fix string) {
	switch e.Code() & 0xff { // the rest is detail
	case sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT:
		return "the file is damaged, and was left as it is",
			"do not delete it: copy it with its -wal and -shm files to a safe place, then put back a backup or try sqlite3's .recover"
	case sqlite3.SQLITE_FULL:
		return "the disk is full", "make room"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return "it may not be written", "change the owner or the permissions of the file and its folder"
	case sqlite3.SQLITE_CANTOPEN:
		return "it cannot be opened", "check that the folder is there and that this user may write in it"
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return "another process keeps it locked", "try again, or see what else uses the folder"
	case sqlite3.SQLITE_IOERR:
		return "the disk reports a fault (" + e.Error() + ")", "check the disk, and keep a copy of the folder"
	}
	return e.Error(), "keep a copy of the folder, and report this"
}
