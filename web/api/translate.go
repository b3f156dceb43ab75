package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"triptych/lang"
	"triptych/workbench"
)

type translateRequest struct {
	_     struct{} `additionalProperties:"false"`
	Texts []string `json:"texts" nullable:"false" minItems:"1" maxItems:"1000" example:"[\"The ferry opened on Saturday.\"]" doc:"The texts, each of any length; line breaks come back as they are"`
	From  string   `json:"from,omitempty" maxLength:"35" example:"en" doc:"The language of the texts; without it, that of each text is detected"`
	To    string   `json:"to" minLength:"2" maxLength:"35" example:"be" doc:"The language to translate into"`
	Pay   *bool    `json:"pay,omitempty" doc:"Whether engines that cost money may be asked, within the budget; they may unless this is false"`
}

type translateInput struct{ Body translateRequest }

// translation is one text as it was translated.
type translation struct {
	Text       string `json:"text" example:"Паром адкрылі ў суботу." doc:"The translation"`
	Engine     string `json:"engine" example:"Google Translate" doc:"Who made it; empty where there was nothing to translate"`
	Draft      bool   `json:"draft,omitempty" doc:"True where the engine makes rough drafts only"`
	From       string `json:"from" example:"en" doc:"The language it was translated from"`
	Date       string `json:"date,omitempty" example:"2025-03-01T09:30:00Z" doc:"When its oldest sentence was translated"`
	Remembered bool   `json:"remembered" doc:"Whether all of it came from memory, so that nothing was paid for it"`
}

type translations struct {
	Translations []translation `json:"translations" nullable:"false" doc:"One for each text, in the same order"`
}

type translateOutput struct{ Body translations }

func (a *API) translateOperation() huma.Operation {
	o := a.operation("translate", "/api/v1/translate", "Translate texts",
		"Translates texts sentence by sentence. What was translated before is remembered and costs nothing. If some text "+
			"cannot be translated the answer is a problem; what was translated of the others is remembered, so that "+
			"asking again pays for nothing twice.")
	o.Errors = append(o.Errors, http.StatusPaymentRequired, http.StatusBadGateway)
	return o
}

func (a *API) translate(ctx context.Context, in *translateInput) (*translateOutput, error) {
	o, p := in.Body.order()
	if p != nil {
		return nil, p
	}
	done, err := a.workbench.Translate(ctx, o)
	if err != nil {
		return nil, a.problem(ctx, err)
	}
	out := &translateOutput{Body: translations{Translations: make([]translation, len(done))}}
	for i, t := range done {
		out.Body.Translations[i] = newTranslation(t)
	}
	return out, nil
}

func (r *translateRequest) order() (workbench.Order, *Problem) {
	o := workbench.Order{Texts: r.Texts, Pay: r.Pay == nil || *r.Pay}
	for _, f := range []struct {
		location, value string
		into            *lang.Tag
	}{{"body.from", r.From, &o.From}, {"body.to", r.To, &o.To}} {
		if f.value == "" {
			continue
		}
		tag, err := lang.Parse(f.value)
		if err != nil { // the error quotes what was sent, so it is not passed on
			return o, unmet(f.location, f.location+" is not a language code", "send a code such as en, ru or be")
		}
		*f.into = tag
	}
	return o, nil
}

func newTranslation(t workbench.Translated) translation {
	out := translation{Text: t.Text, From: string(t.From), Remembered: t.Remembered && len(t.Engines) > 0}
	var titles []string
	for _, e := range t.Engines {
		titles, out.Draft = append(titles, e.Title), out.Draft || e.Draft
	}
	out.Engine = strings.Join(titles, ", ")
	if !t.When.IsZero() {
		out.Date = t.When.UTC().Format(time.RFC3339)
	}
	return out
}
