package api

import (
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"triptych/align"
	"triptych/lang"
	"triptych/workbench"
)

// source is a version as a client hands it over: a text or an address.
type source struct {
	_        struct{} `additionalProperties:"false"`
	Language string   `json:"language,omitempty" maxLength:"35" example:"en" doc:"The language of the version, such as en, ru or be; without it, the language is detected"`
	Text     string   `json:"text,omitempty" example:"The Narač ferry opened on Saturday." doc:"The text, paragraphs parted by blank lines; either this or url"`
	URL      string   `json:"url,omitempty" maxLength:"2048" doc:"The address of a page with the text, which is fetched: public, http or https"`
}

// sources are the versions of one article.
type sources []source

// TransformSchema says how many versions are taken.
func (sources) TransformSchema(_ huma.Registry, s *huma.Schema) *huma.Schema {
	least, most := 2, align.MaxVersions
	s.MinItems, s.MaxItems = &least, &most
	return s
}

func (sources sources) inputs() ([]workbench.Input, error) {
	inputs := make([]workbench.Input, 0, len(sources))
	for i, s := range sources {
		in, p := s.input()
		if p != nil {
			p.Detail = fmt.Sprintf("version %d: %s", i+1, p.Detail)
			p.Errors[0].Location = fmt.Sprintf("body.versions[%d]%s", i, p.Errors[0].Location)
			return nil, p
		}
		inputs = append(inputs, in)
	}
	return inputs, nil
}

// input reads one source. The problem has one fault, located relative to the source.
func (s source) input() (workbench.Input, *Problem) {
	switch {
	case s.Text != "" && s.URL != "":
		return workbench.Input{}, unmet("", "it has both a text and an address", "send either text or url")
	case s.Text == "" && s.URL == "":
		return workbench.Input{}, unmet("", "it has no text", "send the text as the member text, or leave the version out")
	}
	in := workbench.Input{Data: []byte(s.Text), URL: s.URL}
	if s.URL != "" {
		in.Data = nil
	}
	if s.Language == "" {
		return in, nil
	}
	tag, err := lang.Parse(s.Language)
	if err != nil { // the error quotes what was sent, so it is not passed on
		return workbench.Input{}, unmet(".language", "its language is not a language code", "send a code such as en, ru or be, or leave language out")
	}
	in.Language = tag
	return in, nil
}

func unmet(location, detail, fix string) *Problem {
	p := newProblem(http.StatusUnprocessableEntity, detail, fix)
	p.Errors = []Fault{{Location: location, Message: detail}}
	return p
}
