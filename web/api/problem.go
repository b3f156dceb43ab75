package api

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"

	"triptych/align"
	"triptych/export"
	"triptych/workbench"
)

// Problem is every error of the API (RFC 9457), as application/problem+json.
type Problem struct {
	Title  string  `json:"title" example:"Unprocessable Entity" doc:"The meaning of the status; the same for every problem of that status"`
	Status int     `json:"status" example:"422" doc:"The HTTP status"`
	Detail string  `json:"detail" example:"version 2: the text is empty" doc:"What is wrong with this request"`
	Fix    string  `json:"fix" example:"send the text of the version, or leave the version out" doc:"What to do next"`
	Errors []Fault `json:"errors,omitempty" nullable:"false" doc:"Where the body is not what the call takes"`
}

// Fault is one thing that is wrong with a body.
type Fault struct {
	Location string `json:"location" example:"body.versions[1].text" doc:"The member in question"`
	Message  string `json:"message" example:"expected string" doc:"What is wrong with it"`
}

// Error is the detail.
func (p *Problem) Error() string { return p.Detail }

// GetStatus is the HTTP status; huma asks for it.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType is that of a problem whatever the answer would have been; huma asks for it.
func (p *Problem) ContentType(string) string { return problemType }

const problemType = "application/problem+json"

func newProblem(status int, detail, fix string) *Problem {
	return &Problem{Title: http.StatusText(status), Status: status, Detail: detail, Fix: fix}
}

func internal() *Problem {
	return newProblem(http.StatusInternalServerError, "something went wrong here, not with your request",
		"try again; if it happens again, report it with the time of the request")
}

// WriteProblem answers a request with an application/problem+json. Detail says what is wrong and fix what to do next,
// both without a final stop; neither may repeat what the client sent.
func WriteProblem(w http.ResponseWriter, status int, detail, fix string) {
	write(w, newProblem(status, detail, fix))
}

func write(w http.ResponseWriter, p *Problem) {
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(p.Status)
	_ = export.WriteJSON(w, p) // a client that went away is nobody to tell
}

// Status is the HTTP status for a reason: 422 for a request that was understood and cannot be met.
func Status(r workbench.Reason) int {
	switch r {
	case workbench.BadInput, workbench.NotServed:
		return http.StatusUnprocessableEntity
	case workbench.TooLarge:
		return http.StatusRequestEntityTooLarge
	case workbench.NotYet, workbench.NoEngine:
		return http.StatusNotImplemented
	case workbench.NotPaid:
		return http.StatusPaymentRequired
	case workbench.Failed:
		return http.StatusBadGateway
	}
	return http.StatusInternalServerError
}

// problem turns an error of the workbench about some inputs into an answer. What the workbench did not mean for people
// goes to the log.
func (a *API) problem(ctx context.Context, err error, inputs ...workbench.Input) *Problem {
	var p *workbench.Problem
	switch {
	case errors.As(err, &p):
		return fromWorkbench(p, inputs)
	case ctx.Err() != nil, errors.Is(err, align.ErrStopped):
		return newProblem(http.StatusServiceUnavailable, "the work was stopped before it was done", "send the request again")
	}
	a.log.ErrorContext(ctx, "request failed", "error", err)
	return internal()
}

func fromWorkbench(p *workbench.Problem, inputs []workbench.Input) *Problem {
	detail, fix := p.Detail, cmp.Or(p.Fix, seeDocument)
	if name := nameOf(p.Input, inputs); name != "" {
		detail = name + ": " + detail
	}
	return newProblem(Status(p.Reason), detail, fix)
}

// nameOf calls an input that the workbench names by its address by its number: addresses are not repeated.
func nameOf(name string, inputs []workbench.Input) string {
	for i, in := range inputs {
		if in.URL != "" && in.URL == name {
			return fmt.Sprintf("version %d", i+1)
		}
	}
	return name
}
