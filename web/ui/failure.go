package ui

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
)

// Failure is a page that says what went wrong and what to do next.
type Failure struct {
	Status int
	Title  string
	// Detail is one or more whole sentences.
	Detail string
	// ID is how the log names the failure; "" where the log has nothing.
	ID string
}

// ShowFailure answers with the page of a failure.
func (u *UI) ShowFailure(c *gin.Context, f Failure) { u.render(c, f.Status, "failure", f) }

// ShowTooLarge answers a request whose body has more bytes than limit.
func (u *UI) ShowTooLarge(c *gin.Context, limit int64) {
	u.ShowFailure(c, Failure{
		Status: http.StatusRequestEntityTooLarge, Title: "That is more than fits",
		Detail: fmt.Sprintf("All versions together may have %s. Go back: what you pasted should still be there. Take out what is not part of the article.", size(limit)),
	})
}

// size writes a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}

// LoginPage is the form that asks for the token.
type LoginPage struct {
	// Next is the path to go on to.
	Next string
	// Wrong is set when the token that was sent is not the right one.
	Wrong bool
}

// ShowLogin answers with the login page.
func (u *UI) ShowLogin(c *gin.Context, status int, p LoginPage) { u.render(c, status, "login", p) }
