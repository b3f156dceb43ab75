package ui

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
)

func newSpendingUI(t *testing.T, lines []SpendingLine, err error) *UI {
	t.Helper()
	u, e := New(Options{Workbench: &bench{}, Spending: func(context.Context) ([]SpendingLine, error) { return lines, err }})
	if e != nil {
		t.Fatal(e)
	}
	return u
}

func TestSpending(t *testing.T) {
	u := newSpendingUI(t, []SpendingLine{
		{Month: "2025-01", Engine: "Google", Billed: 480000, Reserved: 15000, Saved: 1240000, Limit: 500000, Requests: 1004},
		{Month: "2025-02", Engine: "Google", Billed: 12, Limit: 500000, Requests: 1},
		{Month: "2025-02", Engine: "Apertium", Saved: 999},
	}, nil)
	p := serve(t, u, get("/spending"))
	var got []string
	for _, r := range p.all("tbody tr") {
		got = append(got, text(r))
	}
	want := []string{"February 2025", "Apertium 0 999 0 none", "Google 12 0 1 500,000", "January 2025", "Google 480,000 and 15,000 under way 1,240,000 1,004 500,000"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the rows are %q, want %q", got, want)
	}
	p.wantCount("meter", 2)
	p.wantCount("meter.close", 1)
	serve(t, u, get("/")).one(".promise a[href=/spending]")
}

func TestSpendingNothing(t *testing.T) {
	p := serve(t, newSpendingUI(t, nil, nil), get("/spending"))
	p.wantCount("table", 0)
	p.one("p.nothing")
}

func TestSpendingThatCannotBeRead(t *testing.T) {
	p := serve(t, newSpendingUI(t, nil, errors.New("disk full of secrets")), get("/spending"))
	if p.status != http.StatusInternalServerError || strings.Contains(text(p.root), "secrets") {
		t.Errorf("status %d: %s", p.status, text(p.root))
	}
}

func TestNoPageOnSpendingWithoutARecord(t *testing.T) {
	u := newUI(t, &bench{})
	serve(t, u, get("/")).wantCount("a[href=/spending]", 0)
	if p := serve(t, u, get("/spending")); p.status != http.StatusNotFound {
		t.Errorf("status %d", p.status)
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1,000", -1234567: "-1,234,567", 100000: "100,000"} {
		if got := grouped(n); got != want {
			t.Errorf("grouped(%d) = %q, want %q", n, got, want)
		}
	}
}
