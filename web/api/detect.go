package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"triptych/export"
	"triptych/workbench"
)

type detectRequest struct {
	_    struct{} `additionalProperties:"false"`
	Text string   `json:"text" example:"Паром на Нарач адкрылі ў суботу." doc:"The text, paragraphs parted by blank lines"`
}

type detectInput struct{ Body detectRequest }

type detectOutput struct{ Body export.Detection }

func (a *API) detectOperation() huma.Operation {
	return a.operation("detect", "/api/v1/detect", "Name the language of a text",
		"Names the language of the whole text and of each paragraph. Any known language is an answer, not only those "+
			"that can be aligned.")
}

func (a *API) detect(ctx context.Context, in *detectInput) (*detectOutput, error) {
	d, err := a.workbench.Detect(ctx, workbench.Input{Data: []byte(in.Body.Text)})
	if err != nil {
		return nil, a.problem(ctx, err)
	}
	return &detectOutput{Body: export.NewDetection(d.Name, d.Guess, d.Orthography, d.Paragraphs)}, nil
}
