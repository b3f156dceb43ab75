package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// prepare makes the folder if need be and proves that files can be made in it. SQLite says only that it cannot open;
// the operating system says why.
func prepare(folder string) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return unusableFolder(folder, err)
	}
	probe, err := os.CreateTemp(folder, "probe-*")
	if err != nil {
		return unusableFolder(folder, err)
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
		return unusableFolder(folder, err)
	}
	return nil
}

func unusableFolder(folder string, err error) error {
	u := &Unusable{Path: folder, Err: err}
	switch {
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		u.Problem, u.Fix = "it is not a folder", "name another folder for the data"
	case errors.Is(err, fs.ErrPermission):
		u.Problem, u.Fix = "this user may not write there", "change the owner or the permissions of the folder, or name another"
	case errors.Is(err, syscall.EROFS):
		u.Problem, u.Fix = "the file system is read-only", "name a folder on another"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		u.Problem, u.Fix = "the disk is full", "make room, or name a folder on another disk"
	default:
		u.Problem, u.Fix = "it cannot be used as a data folder", "name another folder"
	}
	return u
}

// create makes an empty database file that only its owner may read; SQLite gives its journals the same permissions.
//
// A file that exists is not opened here: when a process closes any descriptor of a file, POSIX takes all its locks on
// that file away, those of other connections too.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err == nil {
		return f.Close()
	}
	if !errors.Is(err, fs.ErrExist) {
		return unusableFolder(filepath.Dir(path), err)
	}
	info, err := os.Stat(path)
	if err != nil {
		return unusableFolder(filepath.Dir(path), err)
	}
	if !info.Mode().IsRegular() {
		return &Unusable{Path: path, Problem: "it is not a file", Fix: "move it away, or name another folder for the data"}
	}
	return nil
}

// lockStart lets one process at a time open the folder, so that each finds the schema finished. The lock is SQLite's own,
// on an empty database beside the real one: it works on every system, and the death of its holder frees it.
func lockStart(ctx context.Context, folder string) (unlock func(), err error) {
	path := filepath.Join(folder, "triptych.lock")
	db, err := sql.Open("sqlite", dsn(path, time.Minute))
	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", err)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		_ = db.Close()
		return nil, explain(ctx, path, "lock the data folder", err)
	}
	unlock = func() {
		_ = tx.Rollback() // before closing, which leaves a transaction its connection
		_ = db.Close()
	}
	// On a file that may only be read, a transaction begins without a lock; to write needs one. This is never committed.
	if _, err := tx.ExecContext(ctx, `CREATE TABLE held (id TEXT)`); err != nil {
		unlock()
		return nil, explain(ctx, path, "lock the data folder", err)
	}
	return unlock, nil
}
