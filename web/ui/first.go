package ui

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"unicode"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"triptych/workbench"
)

// firstPage is the form, empty or as it was sent with what is wrong with it.
type firstPage struct {
	Slots     []slot
	HasSample bool
	// HasSpending is set where there is a page on what was spent on translation.
	HasSpending bool
	MaxBytes    int64
	// Error is what is wrong with the form as a whole; "" when nothing is.
	Error string
}

func (u *UI) firstPage(slots []slot) firstPage {
	return firstPage{Slots: slots, HasSample: len(u.sample) > 0, HasSpending: u.spending != nil, MaxBytes: u.maxBytes}
}

func (u *UI) showFirst(c *gin.Context) {
	u.render(c, http.StatusOK, "first", u.firstPage(emptySlots()))
}

// submitCompare compares what the form brings and sends the browser on to the comparison. When that cannot be done the
// form comes back as it was, with the reason beside the version it concerns.
func (u *UI) submitCompare(c *gin.Context) {
	slots, err := readSlots(c.Request)
	if err != nil {
		u.refuseForm(c, err)
		return
	}
	filled, inputs := filledSlots(slots)
	if len(filled) < 2 {
		page := u.firstPage(slots)
		page.Error = "A comparison needs at least two versions."
		u.render(c, http.StatusUnprocessableEntity, "first", page)
		return
	}
	compared, err := u.workbench.Compare(c.Request.Context(), inputs)
	if err != nil {
		u.explain(c, slots, filled, err)
		return
	}
	c.Redirect(http.StatusSeeOther, "/c/"+u.shelf.put(compared))
}

// filledSlots gives the indexes of the slots that hold something, and what they hold for the workbench.
func filledSlots(slots []slot) (indexes []int, inputs []workbench.Input) {
	for i, s := range slots {
		if !s.empty() {
			indexes = append(indexes, i)
			inputs = append(inputs, s.input())
		}
	}
	return indexes, inputs
}

// refuseForm answers a form that could not be read at all.
func (u *UI) refuseForm(c *gin.Context, err error) {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		u.ShowTooLarge(c, tooLarge.Limit)
		return
	}
	page := u.firstPage(emptySlots())
	page.Error = "The form could not be read. Go back and send it again."
	if errors.Is(err, errTooMany) {
		page.Error = fmt.Sprintf("That is more than %d versions at once. Go back and leave some out.", maxVersions)
	}
	u.render(c, http.StatusBadRequest, "first", page)
}

// explain shows the form again with the reason why the workbench could not compare it.
func (u *UI) explain(c *gin.Context, slots []slot, filled []int, err error) {
	page := u.firstPage(slots)
	var p *workbench.Problem
	switch {
	case errors.As(err, &p):
		if i, ok := concerned(slots, filled, p.Input); ok {
			page.Slots[i].Error = sentences(p)
		} else {
			page.Error = sentences(p)
		}
		u.render(c, status(p.Reason), "first", page)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		page.Error = "The comparison was stopped before it was done. Try again."
		u.render(c, http.StatusServiceUnavailable, "first", page)
	default:
		u.log.ErrorContext(c.Request.Context(), "compare", "error", err)
		page.Error = "Something went wrong here, not with your texts. Try again; the server's log says more."
		u.render(c, http.StatusInternalServerError, "first", page)
	}
}

// concerned finds the slot that the workbench complains of: by its file's name, or as "version 2", which counts the
// filled slots.
func concerned(slots []slot, filled []int, input string) (int, bool) {
	for n, i := range filled {
		if input != "" && input == slots[i].FileName || input == fmt.Sprintf("version %d", n+1) {
			return i, true
		}
	}
	return 0, false
}

// sentences writes a problem as a person reads it beside the version it concerns.
func sentences(p *workbench.Problem) string {
	s := capital(p.Detail) + "."
	if p.Fix != "" {
		s += " " + capital(p.Fix) + "."
	}
	return s
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// status is the HTTP status of the page that tells of a problem.
func status(r workbench.Reason) int {
	switch r {
	case workbench.TooLarge:
		return http.StatusRequestEntityTooLarge
	case workbench.NotYet:
		return http.StatusNotImplemented
	}
	return http.StatusUnprocessableEntity
}
