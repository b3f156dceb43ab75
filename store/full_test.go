package store

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// A database that may not grow is what a full disk looks like from inside SQLite.
func TestAFullDiskIsNamedAndRefusesToSpend(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.writer.Exec(`PRAGMA max_page_count = 1`); err != nil { // it becomes what is used now
		t.Fatal(err)
	}
	acknowledged := int64(0)
	for err == nil {
		if _, err = s.Reserve(ctx, "google", 10); err == nil {
			acknowledged += 10
		}
	}
	var u *Unusable
	if !errors.As(err, &u) || u.Problem != "the disk is full" || !strings.Contains(err.Error(), s.path) {
		t.Errorf("%v", err)
	}
	list, err := s.Spending(ctx, s.Month())
	if err != nil || len(list) != 1 || list[0].Reserved != acknowledged {
		t.Errorf("%d acknowledged, %+v, %v", acknowledged, list, err)
	}
	if _, err := s.writer.Exec(`PRAGMA max_page_count = 100000`); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Reserve(ctx, "google", 10); err != nil {
		t.Errorf("with room again: %v", err)
	}
}

func TestAReadOnlyLedgerIsNamed(t *testing.T) {
	ctx := context.Background()
	s, err := Open(ctx, t.TempDir(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.writer.Exec(`PRAGMA query_only = 1`); err != nil {
		t.Fatal(err)
	}
	_, reserving := s.Reserve(ctx, "google", 1)
	s.Saved(ctx, "google", 1)
	_, reading := s.Spending(ctx, s.Month()) // goes on
	for _, err := range []error{reserving, s.Writable(ctx)} {
		if err == nil || !strings.Contains(err.Error(), "may not be written") {
			t.Errorf("%v", err)
		}
	}
	if reading != nil {
		t.Error(reading)
	}
	if _, err := s.writer.Exec(`PRAGMA query_only = 0`); err != nil {
		t.Fatal(err)
	}
	if list, err := s.Spending(ctx, s.Month()); err != nil || len(list) != 1 || list[0].Saved != 1 {
		t.Errorf("what could not be written was lost: %+v, %v", list, err)
	}
}
