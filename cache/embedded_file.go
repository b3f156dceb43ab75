package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// layout is the number of the tables below; a file with another number is set aside.
const layout = 1

// schema keeps values in the order in which they came (id), so that the oldest lie together and whole pages come free
// when they go. Times are microseconds since 1970; an expires of 0 is no end.
const schema = `
CREATE TABLE entry (
	id      INTEGER PRIMARY KEY,
	key     TEXT    NOT NULL UNIQUE,
	value   BLOB    NOT NULL,
	expires INTEGER NOT NULL,
	used    INTEGER NOT NULL
);
CREATE INDEX entry_used ON entry (used);
CREATE INDEX entry_expires ON entry (expires) WHERE expires > 0;
CREATE TABLE lease (
	key     TEXT    PRIMARY KEY,
	token   TEXT    NOT NULL,
	expires INTEGER NOT NULL
) WITHOUT ROWID;
PRAGMA user_version = 1;`

// look is how many keys one query asks for. The query is always the same, so that it is compiled once: what is left over
// of its places is filled by repeating the last key.
const look = 32

// errLayout is a file of another version of this program.
var errLayout = errors.New("the cache file has another layout")

// files are the open database: one connection that writes, and others that read beside it.
type files struct {
	write, read      *sql.DB
	fetch, put, lend *sql.Stmt
	made             fs.FileInfo // to tell the file from another that took its place
}

// openFiles opens the database at path, and makes it if it is not there.
func openFiles(ctx context.Context, path string) (_ *files, err error) {
	if err := touchFile(path); err != nil {
		return nil, err
	}
	f := &files{}
	defer func() {
		if err != nil {
			f.close()
		}
	}()
	if f.made, err = os.Stat(path); err != nil {
		return nil, err
	}
	if f.write, err = sql.Open("sqlite", source(path, "")); err != nil {
		return nil, err
	}
	f.write.SetMaxOpenConns(1)
	if err := layOut(ctx, f.write); err != nil {
		return nil, err
	}
	if f.read, err = sql.Open("sqlite", source(path, "&_pragma=query_only(1)")); err != nil {
		return nil, err
	}
	f.read.SetMaxIdleConns(8)
	return f, f.prepare(ctx)
}

// touchFile makes the file by itself, because SQLite would let others read it: it holds what people translate.
func touchFile(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// source is the address of the database. The time to wait for a lock comes first: the settings after it need locks.
func source(path, more string) string {
	u := url.URL{Scheme: "file", Path: path}
	return u.String() + "?_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=synchronous(NORMAL)" +
		"&_pragma=journal_size_limit(16777216)&_txlock=immediate" + more
}

// layOut makes the tables. Many processes may come to it at once; the transaction lets one of them do it.
func layOut(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var found int
	if err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&found); err != nil {
		return err
	}
	switch found {
	case layout:
		return tx.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT used FROM entry LIMIT 1)`).Scan(&found)
	case 0:
		if _, err := tx.ExecContext(ctx, schema); err != nil {
			return errors.Join(errLayout, err)
		}
		return tx.Commit()
	}
	return fmt.Errorf("%w: %d, this program reads %d", errLayout, found, layout)
}

func (f *files) prepare(ctx context.Context) (err error) {
	f.fetch, err = f.read.PrepareContext(ctx, `SELECT key, value, expires, used FROM entry WHERE key IN (?`+
		strings.Repeat(`, ?`, look-1)+`)`)
	if err != nil {
		return err
	}
	f.put, err = f.write.PrepareContext(ctx, `INSERT INTO entry (key, value, expires, used) VALUES (?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires, used = excluded.used`)
	if err != nil {
		return err
	}
	f.lend, err = f.write.PrepareContext(ctx, `INSERT INTO lease (key, token, expires) VALUES (?, ?, ?)
		ON CONFLICT (key) DO NOTHING`)
	return err
}

func (f *files) close() error {
	var errs []error
	for _, db := range []*sql.DB{f.read, f.write} { // the writer last: it tidies up the journal
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// isDamaged tells the errors that a new file would not have.
func isDamaged(err error) bool {
	if errors.Is(err, errLayout) {
		return true
	}
	e, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return false
	}
	code := e.Code() & 0xff
	return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB
}

// setAside renames a damaged file, and what belongs to it, in place of the one that was set aside before.
func setAside(path string) error {
	for _, part := range []string{"-wal", "-shm", ""} {
		if err := os.Rename(path+part, path+".damaged"+part); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
