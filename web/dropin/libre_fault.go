package dropin

import (
	"errors"
	"fmt"
	"net/http"

	"triptych/workbench"
)

// failure puts what the workbench says of a pair into words by which LibreTranslate's programs know it.
func (l libre) failure(err error) error {
	var unserved *unservedError
	var unclear *unclearError
	switch {
	case errors.As(err, &unserved):
		return bad(fmt.Sprintf("%s (%s) is not available as a target language from %s (%s): %s",
			unserved.To.Name(), unserved.To, unserved.From.Name(), unserved.From, unserved.problem))
	case errors.As(err, &unclear):
		return bad(fmt.Sprintf("text %d does not say which language it is in; state its source", unclear.text))
	}
	return err
}

func (l libre) keys(r *http.Request, q request) []string {
	return given(q.fields["api_key"], bearer(r))
}

func (l libre) locked(given bool) *fault {
	if given {
		return &fault{status: http.StatusForbidden, message: "Invalid API key"}
	}
	return bad("Please contact the server operator to get an API key: it is the token that this server was started with")
}

func (l libre) tooLarge(limit int64) *fault {
	return &fault{status: http.StatusRequestEntityTooLarge, message: fmt.Sprintf("Invalid request: it has more than %d bytes", limit)}
}

// problem gives 403 where money may not be spent, by which Mastodon and others know that a quota is used up.
func (l libre) problem(p *workbench.Problem) *fault {
	f := &fault{status: http.StatusInternalServerError, message: "Cannot translate text: " + p.Error()}
	after, busy := waiting(p)
	switch {
	case busy:
		f.status, f.message, f.after = http.StatusTooManyRequests, "Slowdown: "+p.Error(), after
	case p.Reason == workbench.NotPaid:
		f.status, f.message = http.StatusForbidden, p.Error()
	case p.Reason != workbench.Failed:
		f.status, f.message = http.StatusBadRequest, "Invalid request: "+p.Error()
	}
	return f
}

func (l libre) fault(f *fault) any { return map[string]string{"error": f.message} }
