package api

import (
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"triptych/export"
)

// config sets huma up without what it does by default: pages that load scripts from elsewhere, a $schema member in
// every answer, and errors that repeat the input.
func (a *API) config() huma.Config {
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	registry.RegisterTypeAlias(reflect.TypeFor[export.Bead](), reflect.TypeFor[bead]())
	registry.RegisterTypeAlias(reflect.TypeFor[export.Evidence](), reflect.TypeFor[evidence]())
	registry.RegisterTypeAlias(reflect.TypeFor[huma.ErrorModel](), reflect.TypeFor[Problem]())
	format := huma.Format{Marshal: export.WriteJSON, Unmarshal: unmarshal(registry)}
	config := huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title:   "Triptych",
				Version: a.version,
				Description: "Aligns the English, Russian and Belarusian versions of an article and shows where they say " +
					"different things. Places in a text count Unicode code points from the start of a paragraph. Every " +
					"error is an application/problem+json (RFC 9457) whose member fix says what to do.",
				License: &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"},
			},
			Components: &huma.Components{Schemas: registry},
		},
		Formats:       map[string]huma.Format{"application/json": format, "json": format},
		DefaultFormat: "application/json",
		Transformers:  []huma.Transformer{tellProblem},
	}
	// Answers may grow, and a client that checks them against an older document must not stumble over it. Requests say
	// for themselves that they take no more than they name.
	config.AllowAdditionalPropertiesByDefault = true
	return config
}

// operation has what all endpoints share. They take text, which is long, so they are all POST.
func (a *API) operation(id, path, summary, description string) huma.Operation {
	return huma.Operation{
		OperationID: id,
		Method:      http.MethodPost,
		Path:        path,
		Summary:     summary,
		Description: description,
		// readBody has read and limited the body before huma sees it. A positive value here would also end the work on
		// a request after that time: the server takes a passed read deadline for a client that went away.
		BodyReadTimeout: -1,
		MaxBodyBytes:    -1,
		Errors: []int{
			http.StatusBadRequest, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge,
			http.StatusUnsupportedMediaType, http.StatusNotImplemented, http.StatusServiceUnavailable,
		},
	}
}

// bead describes the JSON of [export.Bead], whose members are named after the versions.
type bead struct {
	Moved []string `json:"moved,omitempty" nullable:"false" doc:"Keys of the versions in which the bead's units stand out of order; absent where there are none"`
	Score float64  `json:"score" minimum:"0" maximum:"1" example:"0.98" doc:"The probability that the bead is right, to two decimals"`

	Evidence []evidence `json:"evidence,omitempty" nullable:"false" doc:"What ties the sides, the most telling first; of beads of paragraphs only, and absent where nothing telling does"`
}

// evidence describes the JSON of [export.Evidence].
type evidence struct {
	Kind  string            `json:"kind" example:"name" doc:"How the words are tied: number (quantities of one value), name (names that sound alike), word (the very same word), meaning (translations of each other), root (words of one root), sound (words that sound alike in two scripts) or taught (words that go together elsewhere in the article); more may come"`
	Words map[string]string `json:"words" nullable:"false" doc:"Under each version's key the word as it is written there; versions without one are left out"`
}

// TransformSchema adds the members that a struct cannot have.
func (bead) TransformSchema(_ huma.Registry, s *huma.Schema) *huma.Schema {
	zero := 0.0
	s.Description = "Units that say the same: under each version's key the numbers of its paragraphs or sentences, [] for a gap"
	s.AdditionalProperties = &huma.Schema{
		Type:        huma.TypeArray,
		Items:       &huma.Schema{Type: huma.TypeInteger, Minimum: &zero},
		Description: "Numbers of units, ascending, counted from 0 through the whole version",
	}
	s.Examples = []any{map[string]any{"en": []int{2}, "ru": []int{3, 4}, "be": []int{}, "score": 0.91}}
	return s
}
