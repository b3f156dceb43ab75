package store_test

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"triptych/store"
)

// open opens a folder for the length of a test.
func open(t testing.TB, folder string, options ...store.Option) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), folder, nil, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

// spent is the only line of a month's spending.
func spent(t testing.TB, s *store.Store, month store.Month) store.EngineMonth {
	t.Helper()
	list, err := s.Spending(context.Background(), month)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 {
		t.Fatalf("spending of %s has %d lines: %+v", month, len(list), list)
	}
	return list[0]
}

func TestFolderIsMadeForItsOwnerOnly(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "deep", "Дадзеныя 50% #1?")
	s := open(t, folder)
	if _, err := s.Reserve(context.Background(), "google", 5); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) == 0 {
		t.Fatalf("%d files, %v", len(entries), err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 && e.Name() != "triptych.lock" { // that one is empty
			t.Errorf("%s may be read by others: %v", e.Name(), info.Mode())
		}
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v, %v", info.Mode(), err)
	}
}

func TestOpenedAgainItRemembers(t *testing.T) {
	folder := t.TempDir()
	for round := int64(1); round <= 3; round++ {
		s := open(t, folder)
		reserve(t, s, "google", 100)
		if got := spent(t, s, s.Month()); got.Reserved != 100*round {
			t.Errorf("round %d: %+v", round, got)
		}
		if err := errors.Join(s.Close(), s.Close()); err != nil {
			t.Error(err)
		}
	}
}

func TestManyOpenAnEmptyFolderAtOnce(t *testing.T) {
	folder := t.TempDir()
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			s, err := store.Open(context.Background(), folder, nil)
			if err != nil {
				t.Error(err)
				return
			}
			defer s.Close()
			if _, err := s.Reserve(context.Background(), "google", 1); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	s := open(t, folder)
	if got := spent(t, s, s.Month()); got.Reserved != 8 || got.Requests != 8 {
		t.Errorf("%+v", got)
	}
	for _, m := range applied(t, folder) {
		if m.times != 1 {
			t.Errorf("migration %d was applied %d times", m.version, m.times)
		}
	}
}

type migration struct{ version, times int }

func applied(t *testing.T, folder string) []migration {
	t.Helper()
	rows, err := raw(t, folder).Query(`SELECT version_id, count(*) FROM goose_db_version GROUP BY version_id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var list []migration
	for rows.Next() {
		var m migration
		if err := rows.Scan(&m.version, &m.times); err != nil {
			t.Fatal(err)
		}
		list = append(list, m)
	}
	if len(list) < 3 || rows.Err() != nil {
		t.Fatalf("%v, %v", list, rows.Err())
	}
	return list
}

// raw is the database without the store around it.
func raw(t testing.TB, folder string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(folder, "triptych.db")+"?_pragma=busy_timeout(5000)&_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func TestOpeningWaitsForTheLockNoLongerThanItsContext(t *testing.T) {
	folder := t.TempDir()
	lock, err := sql.Open("sqlite", "file:"+filepath.Join(folder, "triptych.lock")+"?_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Close()
	tx, err := lock.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if _, err := store.Open(ctx, folder, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}

func TestWhatCannotBeOpenedIsNamedAndLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, folder string)
		want string // in the error
	}{
		{"noise", func(t *testing.T, f string) { put(t, f, strings.Repeat("шум і гам ", 900)) }, "damaged"},
		{"a short text", func(t *testing.T, f string) { put(t, f, "not a database\n") }, "damaged"},
		{"only the first page", func(t *testing.T, f string) { put(t, f, written(t)[:4096]) }, "damaged"},
		{"cut in half", func(t *testing.T, f string) { w := written(t); put(t, f, w[:len(w)/2]) }, "damaged"},
		{"a header of zeros", func(t *testing.T, f string) { put(t, f, strings.Repeat("\x00", 100)+written(t)[100:]) }, "damaged"},
		{"another program's", foreign(`CREATE TABLE bookmarks (url TEXT)`), "another program"},
		{"another program's, empty", foreign(`PRAGMA application_id = 77`), "another program"},
		{"a newer version's", newer, "newer Triptych"},
	} {
		t.Run(c.name, func(t *testing.T) {
			folder := t.TempDir()
			c.make(t, folder)
			before := get(t, folder)
			_, err := store.Open(context.Background(), folder, nil)
			var u *store.Unusable
			if !errors.As(err, &u) || !strings.Contains(err.Error(), c.want) || u.Path != filepath.Join(folder, "triptych.db") || u.Fix == "" {
				t.Errorf("error: %v", err)
			}
			if get(t, folder) != before {
				t.Error("the file was changed")
			}
		})
	}
}

func put(t *testing.T, folder, data string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, "triptych.db"), []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, folder string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, "triptych.db"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// written is a sound database of many pages.
func written(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	s := open(t, folder)
	for i := range 30 {
		save(t, s, page("https://raduga.example/ru/"+strings.Repeat("x", i), "Наводка "+strings.Repeat("ж", 100*i)))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return get(t, folder)
}

func foreign(statement string) func(*testing.T, string) {
	return func(t *testing.T, folder string) {
		db := raw(t, folder)
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func newer(t *testing.T, folder string) {
	if err := open(t, folder).Close(); err != nil {
		t.Fatal(err)
	}
	foreign(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (900, 1)`)(t, folder)
}

func TestFoldersThatAreNone(t *testing.T) {
	occupied := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(occupied, []byte("нататкі"), 0o600); err != nil {
		t.Fatal(err)
	}
	inTheWay := t.TempDir()
	if err := os.Mkdir(filepath.Join(inTheWay, "triptych.db"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, folder, want string }{
		{"a file", occupied, "it is not a folder"},
		{"below a file", filepath.Join(occupied, "data"), "it is not a folder"},
		{"a folder where the file should be", inTheWay, "it is not a file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := store.Open(context.Background(), c.folder, nil); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestDamageInTheMiddleIsNamedWhenItIsMet(t *testing.T) {
	data := []byte(written(t))
	for i := 2 * 4096; i < len(data); i++ { // all but the schema and one page
		data[i] = 0xEE
	}
	folder := t.TempDir()
	put(t, folder, string(data))
	s, err := store.Open(context.Background(), folder, slog.New(slog.DiscardHandler))
	if err == nil {
		defer s.Close()
		_, _, err = s.LatestSnapshot(context.Background(), "https://raduga.example/ru/")
	}
	if err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("%v", err)
	}
}

func TestBudgetBelowZeroIsRefused(t *testing.T) {
	if _, err := store.Open(context.Background(), t.TempDir(), nil, store.WithBudget(store.Budget{"google": -1})); err == nil {
		t.Error("opened")
	}
}
