package api

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// maxFaults is how many faults of a body are told: a body of nothing but faults must not make an answer of its size.
const maxFaults = 10

const seeDocument = "see " + DocumentPath + " for what this call takes"

// tellProblem replaces huma's own errors, which repeat the input, on their way out. Everything else passes.
func tellProblem(_ huma.Context, _ string, answer any) (any, error) {
	e, ok := answer.(*huma.ErrorModel)
	if !ok {
		return answer, nil
	}
	switch faults := safeFaults(e.Errors); {
	case e.Status == http.StatusBadRequest && len(faults) > 0:
		return notJSON(faults[0].Message), nil
	case e.Status == http.StatusUnprocessableEntity && len(faults) > 0:
		return unfit(faults), nil
	case e.Status < http.StatusInternalServerError:
		return newProblem(e.Status, "the request is not what this call takes", seeDocument), nil
	}
	return internal(), nil
}

func notJSON(why string) *Problem {
	return newProblem(http.StatusBadRequest, "the body cannot be read as JSON: "+why, "send one JSON object; "+seeDocument)
}

func unfit(faults []Fault) *Problem {
	detail := "the body is not what this call takes: " + faults[0].Location + ": " + faults[0].Message
	p := newProblem(http.StatusUnprocessableEntity, detail, seeDocument)
	p.Errors = faults
	return p
}

// safeFaults keeps of huma's details what our own schemas say, in a fixed order, and leaves out the values.
func safeFaults(details []*huma.ErrorDetail) []Fault {
	var faults []Fault
	for _, d := range details {
		if d != nil {
			faults = append(faults, safeFault(d))
		}
	}
	slices.SortFunc(faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Location, b.Location), cmp.Compare(a.Message, b.Message))
	})
	return faults[:min(len(faults), maxFaults)]
}

func safeFault(d *huma.ErrorDetail) Fault {
	if object, ok := strings.CutSuffix(d.Location, "."+stranger); ok {
		return Fault{Location: object, Message: "a member has a name that is not known here"}
	}
	return Fault{Location: d.Location, Message: d.Message}
}
