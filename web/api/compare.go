package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"triptych/export"
	"triptych/lang"
)

type compareRequest struct {
	_        struct{} `additionalProperties:"false"`
	Versions sources  `json:"versions" nullable:"false" doc:"The versions of the article, in any order"`
	Level    string   `json:"level,omitempty" enum:"paragraph,sentence" default:"paragraph" doc:"As for /align; the beads of a comparison are paragraphs in any case"`
	In       string   `json:"in,omitempty" enum:"en,ru,be" doc:"A language in which every version is rendered too, by machine: from memory, by free engines, and with pay by paid ones"`
	Pay      bool     `json:"pay,omitempty" doc:"Whether translations may be paid for, within the budget; without in there are none"`
}

type compareInput struct{ Body compareRequest }

type compareOutput struct{ Body export.Comparison }

func (a *API) compareOperation() huma.Operation {
	return a.operation("compare", "/api/v1/compare", "Compare the versions of an article",
		"Aligns the versions by paragraphs and lists where they say different things. The versions are taken as /align "+
			"takes them.")
}

func (a *API) compare(ctx context.Context, in *compareInput) (*compareOutput, error) {
	inputs, err := in.Body.Versions.inputs()
	if err != nil {
		return nil, err
	}
	done, err := a.workbench.CompareIn(ctx, inputs, lang.Tag(in.Body.In), in.Body.Pay)
	if err != nil {
		return nil, a.problem(ctx, err, inputs...)
	}
	out := &compareOutput{Body: done.Comparison()}
	if in.Body.Level == sentenceLevel {
		out.Body.Warnings = append(out.Body.Warnings, "the beads of a comparison are paragraphs; /api/v1/align gives those of sentences")
	}
	return out, nil
}
