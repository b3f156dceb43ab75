package dropin

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"triptych/translate"
	"triptych/workbench"
)

// fault is why a request is not answered, before it is put into the shape of a protocol.
type fault struct {
	status  int
	reason  string // Google's word for programs; "" is the usual one of the status
	message string
	after   time.Duration // how long to wait before the next try; 0 where that is not known
}

func (f *fault) Error() string { return f.message }

func bad(message string) *fault { return &fault{status: http.StatusBadRequest, message: message} }

// faultOf finds the fault in what the workbench gave for a pair. It names neither texts nor keys, as problems do not.
func (d *Dropin) faultOf(ctx context.Context, p protocol, err error) *fault {
	var (
		own     *fault
		problem *workbench.Problem
	)
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, &problem):
		return p.problem(problem)
	case errors.Is(err, context.DeadlineExceeded):
		return &fault{status: http.StatusServiceUnavailable, message: "the translation took too long; what is translated by now is remembered, ask again"}
	}
	d.log.ErrorContext(ctx, "drop-in", "error", err)
	return &fault{status: http.StatusInternalServerError, message: "something went wrong here, not with your request"}
}

// waiting tells whether a problem is that a service is asked too fast, and for how long it asks to be left alone.
func waiting(p *workbench.Problem) (time.Duration, bool) {
	var e *translate.Error
	if p.Reason != workbench.Failed || !errors.As(p, &e) {
		return 0, false
	}
	return e.After, e.Reason == translate.Busy
}

// refuse answers a fault and ends the request.
func (d *Dropin) refuse(c *gin.Context, p protocol, f *fault) {
	c.Abort()
	if f.status >= http.StatusInternalServerError {
		d.log.WarnContext(c.Request.Context(), "drop-in refuses", "route", c.FullPath(), "status", f.status, "message", f.message)
	}
	if f.after > 0 {
		seconds := (f.after + time.Second - 1) / time.Second
		c.Header("Retry-After", strconv.FormatInt(int64(seconds), 10))
	}
	c.JSON(f.status, p.fault(f))
}
