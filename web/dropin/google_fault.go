package dropin

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"triptych/workbench"
)

func required(message string) *fault {
	return &fault{status: http.StatusBadRequest, reason: "required", message: message}
}

func invalid(message string) *fault {
	return &fault{status: http.StatusBadRequest, reason: "invalid", message: message}
}

func (g google) failure(err error) error {
	var unserved *unservedError
	var unclear *unclearError
	switch {
	case errors.As(err, &unserved):
		return invalid(fmt.Sprintf("Bad language pair: %s|%s: %s", unserved.From, unserved.To, unserved.problem))
	case errors.As(err, &unclear):
		return invalid(fmt.Sprintf("Required Value: source: text %d does not say which language it is in", unclear.text))
	}
	return err
}

func (g google) keys(r *http.Request, q request) []string {
	return given(r.Header.Get("X-Goog-Api-Key"), q.fields["key"], bearer(r))
}

func (g google) locked(given bool) *fault {
	if given {
		return &fault{status: http.StatusBadRequest, reason: "keyInvalid",
			message: "API key not valid. Please pass a valid API key: the token that this server was started with"}
	}
	return &fault{status: http.StatusForbidden, reason: "forbidden",
		message: "The request is missing a valid API key: the token that this server was started with"}
}

func (g google) tooLarge(limit int64) *fault {
	return bad(fmt.Sprintf("Request payload size exceeds the limit: %d bytes", limit))
}

// problem gives the reasons by which programs know whether to ask again: after a daily limit they do not, after a rate
// limit or a fault of the service they do.
func (g google) problem(p *workbench.Problem) *fault {
	after, busy := waiting(p)
	switch {
	case busy:
		return &fault{status: http.StatusTooManyRequests, message: "Rate Limit Exceeded: " + p.Error(), after: after}
	case p.Reason == workbench.NotPaid:
		return &fault{status: http.StatusForbidden, reason: "dailyLimitExceeded", message: "Daily Limit Exceeded: " + p.Error()}
	case p.Reason == workbench.Failed:
		return &fault{status: http.StatusServiceUnavailable, message: "Backend Error: " + p.Error()}
	}
	return invalid("Invalid Value: " + p.Error())
}

type googleError struct {
	Code    int            `json:"code"`
	Message string         `json:"message"`
	Errors  []googleReason `json:"errors"`
	Status  string         `json:"status"`
}

type googleReason struct {
	Message string `json:"message"`
	Domain  string `json:"domain"`
	Reason  string `json:"reason"`
}

func (g google) fault(f *fault) any {
	reason, status := usual(f.status)
	if f.reason != "" {
		reason = f.reason
	}
	domain := "global"
	if strings.HasSuffix(reason, "LimitExceeded") {
		domain = "usageLimits"
	}
	return map[string]googleError{"error": {f.status, f.message, []googleReason{{f.message, domain, reason}}, status}}
}

// usual is the reason and the status that Google's services give with an HTTP status.
func usual(code int) (reason, status string) {
	switch code {
	case http.StatusUnauthorized:
		return "authError", "UNAUTHENTICATED"
	case http.StatusForbidden:
		return "forbidden", "PERMISSION_DENIED"
	case http.StatusNotFound:
		return "notFound", "NOT_FOUND"
	case http.StatusTooManyRequests:
		return "rateLimitExceeded", "RESOURCE_EXHAUSTED"
	case http.StatusInternalServerError:
		return "internalError", "INTERNAL"
	case http.StatusServiceUnavailable:
		return "backendError", "UNAVAILABLE"
	}
	return "badRequest", "INVALID_ARGUMENT"
}
