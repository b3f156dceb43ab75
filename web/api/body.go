package api

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// readTimeout is how long a body may take to arrive: a full one at one megabit per second.
const readTimeout = 70 * time.Second

// readBody reads and scans the whole body before the handler, within the limits of size and time, so that each way of
// failing has its own answer and huma sees only what can be decoded in bounded space.
func (a *API) readBody(c *gin.Context) {
	if !isJSON(c.Request.Header.Get("Content-Type")) {
		refuse(c, newProblem(http.StatusUnsupportedMediaType, "the body is not declared as JSON", "send the header Content-Type: application/json"))
		return
	}
	if c.Request.ContentLength > a.maxBytes {
		refuse(c, tooLarge(a.maxBytes))
		return
	}
	body, err := a.readInTime(c)
	if err != nil {
		refuse(c, unread(err))
		return
	}
	if err := scan(body); err != nil {
		refuse(c, notJSON(err.Error()))
		return
	}
	c.Request.Body = io.NopCloser(bytes.NewReader(body))
	c.Request.Header.Set("Content-Type", "application/json")
	c.Next()
}

// isJSON tells whether a content type is JSON's; none is taken for it.
func isJSON(contentType string) bool {
	if contentType == "" {
		return true
	}
	mediaType, _, err := mime.ParseMediaType(contentType)
	return err == nil && (mediaType == "application/json" || strings.HasPrefix(mediaType, "application/") && strings.HasSuffix(mediaType, "+json"))
}

func (a *API) readInTime(c *gin.Context) ([]byte, error) {
	deadline := http.NewResponseController(c.Writer)
	_ = deadline.SetReadDeadline(time.Now().Add(readTimeout)) // not every writer has deadlines; the limit of size holds
	body, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, a.maxBytes))
	_ = deadline.SetReadDeadline(time.Time{})
	return body, err
}

func unread(err error) *Problem {
	var large *http.MaxBytesError
	var slow net.Error
	switch {
	case errors.As(err, &large):
		return tooLarge(large.Limit)
	case errors.As(err, &slow) && slow.Timeout():
		return newProblem(http.StatusRequestTimeout, "the body took too long to arrive", "try again, or send less at a time")
	}
	return newProblem(http.StatusBadRequest, "the body broke off before its end", "send the request again")
}

func tooLarge(limit int64) *Problem {
	return newProblem(http.StatusRequestEntityTooLarge,
		fmt.Sprintf("the body is larger than %s, the most that is accepted", size(limit)),
		"send a shorter text, or one part of it at a time")
}

// size writes a number of bytes as people say it, and exactly where it is not round.
func size(bytes int64) string {
	switch {
	case bytes%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", bytes>>20)
	case bytes%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", bytes>>10)
	}
	return fmt.Sprintf("%d bytes", bytes)
}

// recoverPanic answers a fault of ours with a problem and keeps its details in the log.
func (a *API) recoverPanic(c *gin.Context) {
	defer func() {
		fault := recover()
		if fault == nil {
			return
		}
		if fault == http.ErrAbortHandler {
			panic(fault)
		}
		a.log.ErrorContext(c.Request.Context(), "panic in a handler", "path", c.FullPath(), "fault", fault, "stack", string(debug.Stack()))
		if c.Writer.Written() {
			c.Abort()
			return
		}
		refuse(c, internal())
	}()
	c.Next()
}

func refuse(c *gin.Context, p *Problem) {
	c.Abort()
	write(c.Writer, p)
}
