package dropin

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"triptych/workbench"
)

// protocol is what differs between the two services before and after a request is answered.
type protocol interface {
	// keys lists the keys that a request holds, wherever the protocol lets one stand.
	keys(*http.Request, request) []string
	// locked is the fault of a request without a right key; given tells whether it has a wrong one.
	locked(given bool) *fault
	// tooLarge is the fault of a body that is longer than the limit.
	tooLarge(limit int64) *fault
	problem(*workbench.Problem) *fault
	// fault puts a fault into the protocol's shape.
	fault(*fault) any
}

// statusGone is what the log gets for a request whose client has left; nobody reads it.
const statusGone = 499

func (d *Dropin) serve(p protocol, e endpoint) gin.HandlerFunc {
	return func(c *gin.Context) {
		d.allowOrigins(c)
		q, err := d.accept(c, p, e)
		if err != nil {
			d.refuse(c, p, err)
			return
		}
		ctx := c.Request.Context()
		answer, failed := e.answer(ctx, q)
		switch {
		case failed == nil:
			c.JSON(http.StatusOK, answer)
		case errors.Is(ctx.Err(), context.Canceled):
			c.AbortWithStatus(statusGone)
		default:
			d.refuse(c, p, d.faultOf(ctx, p, failed))
		}
	}
}

// accept reads a request and makes sure that it may be answered.
func (d *Dropin) accept(c *gin.Context, p protocol, e endpoint) (request, *fault) {
	if d.admit == nil && fromElsewhere(c.Request) {
		return request{}, &fault{status: http.StatusForbidden,
			message: "a page of another site sent this request; a server without a token does not answer it"}
	}
	body, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, d.limits.bytes))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return request{}, p.tooLarge(large.Limit)
	case err != nil:
		return request{}, bad("the request broke off")
	}
	q, err := parse(c.Request.URL.RawQuery, c.GetHeader("Content-Type"), body)
	if err != nil {
		return request{}, &fault{status: http.StatusBadRequest, reason: "parseError", message: "Invalid request: " + err.Error()}
	}
	if d.admit == nil || e.open {
		return q, nil
	}
	keys := p.keys(c.Request, q)
	for _, key := range keys {
		if d.admit(key) {
			return q, nil
		}
	}
	return request{}, p.locked(len(keys) > 0)
}

// fromElsewhere tells whether a browser says, in any of the ways it has, that a page of another site made it send r.
// Unlike [http.CrossOriginProtection] it looks at every method, as a GET may cost money here, and at the address that
// an old browser gives for an image or a frame. What is no browser sends none of these headers.
func fromElsewhere(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "":
	case "same-origin", "none":
		return false
	default:
		return true
	}
	for _, name := range []string{"Origin", "Referer"} {
		value := r.Header.Get(name)
		if value == "" {
			continue
		}
		if u, err := url.Parse(value); err != nil || !strings.EqualFold(u.Host, r.Host) {
			return true
		}
	}
	return false
}

// allowOrigins lets pages of any site read the answers where a key is asked for. Cookies do not count, so a page can do
// no more than whoever gave it the key.
func (d *Dropin) allowOrigins(c *gin.Context) {
	if d.admit != nil {
		c.Header("Access-Control-Allow-Origin", "*")
	}
}

// preflight answers a browser that asks whether it may send a page's request.
func (d *Dropin) preflight(c *gin.Context) {
	d.allowOrigins(c)
	if d.admit != nil {
		c.Header("Access-Control-Allow-Methods", "GET, POST")
		c.Header("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Goog-Api-Key, X-HTTP-Method-Override")
		c.Header("Access-Control-Max-Age", "86400")
	}
	c.Status(http.StatusNoContent)
}

// bearer is the key of an Authorization header; "" where there is none.
func bearer(r *http.Request) string {
	scheme, key, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") {
		return ""
	}
	return strings.TrimSpace(key)
}

// given is the keys that are not empty.
func given(keys ...string) []string {
	var out []string
	for _, key := range keys {
		if key != "" {
			out = append(out, key)
		}
	}
	return out
}

// exceeds is the fault of more than a limit allows, in LibreTranslate's words, by which programs know it.
func exceeds(size, limit int) *fault {
	return bad(fmt.Sprintf("Invalid request: request (%d) exceeds text limit (%d)", size, limit))
}
