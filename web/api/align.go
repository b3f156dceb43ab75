package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"triptych/export"
)

// sentenceLevel asks for beads of sentences; paragraphs are the default.
const sentenceLevel = "sentence"

type alignRequest struct {
	_        struct{} `additionalProperties:"false"`
	Versions sources  `json:"versions" nullable:"false" doc:"The versions of the article, in any order"`
	Level    string   `json:"level,omitempty" enum:"paragraph,sentence" default:"paragraph" doc:"What the beads are made of"`
}

// Alignment is the answer of /align.
type Alignment struct {
	Versions []export.Version `json:"versions" nullable:"false" doc:"In the order in which they were handed over"`
	Beads    []export.Bead    `json:"beads" nullable:"false" doc:"Every unit of every version is in exactly one bead; in the order of the first version that has units in them"`
	Warnings []string         `json:"warnings,omitempty" nullable:"false" doc:"What to know of how the texts were read"`
}

type alignInput struct{ Body alignRequest }

type alignOutput struct{ Body Alignment }

func (a *API) alignOperation() huma.Operation {
	return a.operation("align", "/api/v1/align", "Align the versions of an article",
		"Ties the versions together by paragraphs or by sentences: merges, splits, gaps and moved passages. A version "+
			"whose language was detected must be English, Russian or Belarusian; one whose language is stated is aligned "+
			"in any case, with a warning if it is another.")
}

func (a *API) align(ctx context.Context, in *alignInput) (*alignOutput, error) {
	inputs, err := in.Body.Versions.inputs()
	if err != nil {
		return nil, err
	}
	done, err := a.workbench.Align(ctx, inputs)
	if err != nil {
		return nil, a.problem(ctx, err, inputs...)
	}
	beads := done.Levels.Paragraphs
	if in.Body.Level == sentenceLevel {
		beads = done.Levels.Sentences
	}
	return &alignOutput{Body: Alignment{
		Versions: export.Versions(done.Article),
		Beads:    export.Explained(done.Article, beads),
		Warnings: done.Warnings,
	}}, nil
}
