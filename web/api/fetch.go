package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"triptych/export"
	"triptych/workbench"
)

type fetchRequest struct {
	_      struct{} `additionalProperties:"false"`
	URL    string   `json:"url" minLength:"1" maxLength:"2048" doc:"The address of an article: public, http or https"`
	Others bool     `json:"others,omitempty" doc:"Whether to look for its versions in the other languages too"`
}

type fetchInput struct{ Body fetchRequest }

type fetchOutput struct{ Body export.Page }

func (a *API) fetchOperation() huma.Operation {
	o := a.operation("fetch", "/api/v1/fetch", "Get an article by its address",
		"Fetches the page, with respect for robots.txt, and reads the article out of it. With others it also looks for "+
			"the article's versions in English, Russian and Belarusian: each candidate is fetched and aligned with the "+
			"article before it is called a version.")
	o.Errors = append(o.Errors, http.StatusBadGateway)
	return o
}

func (a *API) fetch(ctx context.Context, in *fetchInput) (*fetchOutput, error) {
	page, err := a.workbench.Fetch(ctx, in.Body.URL, in.Body.Others, nil)
	if err != nil {
		return nil, a.problem(ctx, err, workbench.Input{URL: in.Body.URL})
	}
	return &fetchOutput{Body: page.Export()}, nil
}
