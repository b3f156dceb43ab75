package web

import (
	"crypto/rand"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"triptych/web/api"
	"triptych/web/ui"
)

// forPrograms tells whether a request is answered with problem+json rather than a page.
func forPrograms(c *gin.Context) bool { return strings.HasPrefix(c.Request.URL.Path, "/api/") }

// refuse ends a request with what went wrong and what to do next, in the shape its asker reads. Detail and fix have no
// final stop.
func (s *server) refuse(c *gin.Context, status int, title, detail, fix string) {
	c.Abort()
	switch {
	case forPrograms(c):
		api.WriteProblem(c.Writer, status, detail, fix)
		return
	case s.dropin.Owns(c.Request.URL.Path):
		s.dropin.Refuse(c, status, detail+"; "+fix)
		return
	}
	s.pages.ShowFailure(c, ui.Failure{Status: status, Title: title, Detail: sentence(detail) + " " + sentence(fix)})
}

func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] + "." }

func (s *server) noRoute(c *gin.Context) {
	s.refuse(c, http.StatusNotFound, "There is no such page", "nothing is at this address", "check the address for a slip, or begin at the first page")
}

func (s *server) noMethod(c *gin.Context) {
	if s.dropin.Owns(c.Request.URL.Path) {
		s.dropin.Refuse(c, http.StatusMethodNotAllowed, "the method is not allowed here")
		return
	}
	s.refuse(c, http.StatusMethodNotAllowed, "That cannot be done here",
		"this address does not take "+method(c), "use one of: "+c.Writer.Header().Get("Allow"))
}

// method is the request's method if it is a plain word; whatever a client made up is not repeated to it.
func method(c *gin.Context) string {
	switch m := c.Request.Method; m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return m
	}
	return "this method"
}

// recoverPanic turns a panic into an answer with an id under which the log has the stack.
func (s *server) recoverPanic(c *gin.Context) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		if v == http.ErrAbortHandler {
			panic(v)
		}
		id := rand.Text()[:10]
		s.log.ErrorContext(c.Request.Context(), "panic", "id", id, "value", fmt.Sprint(v), "stack", string(debug.Stack()))
		c.Abort()
		if !c.Writer.Written() {
			s.broken(c, id)
		}
	}()
	c.Next()
}

func (s *server) broken(c *gin.Context, id string) {
	if s.dropin.Owns(c.Request.URL.Path) {
		s.dropin.Refuse(c, http.StatusInternalServerError, "something went wrong here; the log has it under "+id)
		return
	}
	if forPrograms(c) {
		api.WriteProblem(c.Writer, http.StatusInternalServerError, "something went wrong here, not with your request",
			"try again; if it happens again, report it with the id "+id)
		return
	}
	s.pages.ShowFailure(c, ui.Failure{Status: http.StatusInternalServerError, Title: "Something went wrong here", ID: id,
		Detail: "It is not your fault. Go back and try again; your texts should still be in the form."})
}

// logRequest writes a line a request. It names the route, not the address: the address of a comparison opens it.
func (s *server) logRequest(c *gin.Context) {
	start := time.Now()
	c.Next()
	level, route := slog.LevelInfo, c.FullPath()
	switch {
	case route == "":
		route = "none"
	case strings.HasPrefix(route, s.pages.AssetRoot()), route == "/healthz", route == "/readyz", route == "/metrics":
		level = slog.LevelDebug
	}
	if s.observe != nil {
		s.observe(method(c), route, c.Writer.Status(), time.Since(start))
	}
	s.log.Log(c.Request.Context(), level, "request", "method", c.Request.Method, "route", route,
		"status", c.Writer.Status(), "bytes", max(c.Writer.Size(), 0), "took", time.Since(start).Round(time.Microsecond))
}

// limitBody refuses a body that is too large: at once where it says so itself, else when it is read.
func (s *server) limitBody(c *gin.Context) {
	if s.dropin.Owns(c.Request.URL.Path) {
		return // it has limits of its own
	}
	if c.Request.ContentLength <= s.maxBytes {
		c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, s.maxBytes)
		return
	}
	c.Abort()
	// A browser shows the answer only if the server reads on for a while; one that sends without end is cut off.
	_, _ = io.CopyN(io.Discard, c.Request.Body, 8*s.maxBytes)
	if forPrograms(c) {
		api.WriteProblem(c.Writer, http.StatusRequestEntityTooLarge, fmt.Sprintf("the request has more than %d bytes", s.maxBytes),
			"send less text at once")
		return
	}
	s.pages.ShowTooLarge(c, s.maxBytes)
}
