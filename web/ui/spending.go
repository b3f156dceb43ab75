package ui

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
)

// SpendingLine is what one engine translated in one month.
type SpendingLine struct {
	Month  string // "2006-01"
	Engine string // for people
	// In characters: those that were paid for, those set aside for requests under way, and those that were remembered
	// and so not paid for again.
	Billed, Reserved, Saved int64
	// Limit is how many may be paid for in a month; 0 is no limit.
	Limit    int64
	Requests int64
}

// spendingPage is the months, the latest first.
type spendingPage struct{ Months []month }

type month struct {
	Name  string
	Lines []SpendingLine
}

func (u *UI) showSpending(c *gin.Context) {
	lines, err := u.spending(c.Request.Context())
	if err != nil {
		u.log.ErrorContext(c.Request.Context(), "read what was spent", "error", err)
		u.ShowFailure(c, Failure{Status: http.StatusInternalServerError, Title: "The record of spending cannot be read",
			Detail: "As long as that is so, engines that cost money are not asked. The server’s log says more."})
		return
	}
	u.render(c, http.StatusOK, "spending", newSpendingPage(lines))
}

func newSpendingPage(lines []SpendingLine) spendingPage {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b SpendingLine) int {
		if n := strings.Compare(b.Month, a.Month); n != 0 {
			return n
		}
		return strings.Compare(a.Engine, b.Engine)
	})
	var page spendingPage
	for i, l := range lines {
		if i == 0 || l.Month != lines[i-1].Month {
			page.Months = append(page.Months, month{Name: readable(l.Month)})
		}
		last := &page.Months[len(page.Months)-1]
		last.Lines = append(last.Lines, l)
	}
	return page
}

// Used is how much of the limit is gone, what is set aside included.
func (l SpendingLine) Used() int64 { return min(l.Billed+l.Reserved, l.Limit) }

// Close tells whether little is left.
func (l SpendingLine) Close() bool { return l.Limit > 0 && 10*(l.Billed+l.Reserved) >= 9*l.Limit }

// grouped writes a number with its thousands set apart: "1,240,000".
func grouped(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
