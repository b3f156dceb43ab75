package dropin

import (
	"context"
	"fmt"

	"triptych/lang"
)

// google is the protocol of Google's Cloud Translation, version 2 ("Basic").
type google struct{ *Dropin }

// mostGoogleTexts is how many texts Google's service takes in a request; programs split their texts by it.
const mostGoogleTexts = 128

type googleData struct {
	Data any `json:"data"`
}

type googleTranslation struct {
	TranslatedText         string   `json:"translatedText"`
	DetectedSourceLanguage lang.Tag `json:"detectedSourceLanguage,omitempty"`
}

type googleDetection struct {
	Language   lang.Tag `json:"language"`
	IsReliable bool     `json:"isReliable"` // the service says of it that it means nothing
	Confidence float64  `json:"confidence"`
}

type googleLanguage struct {
	Language lang.Tag `json:"language"`
	Name     string   `json:"name,omitempty"`
}

func (g google) translate(ctx context.Context, q request) (any, error) {
	j, err := g.read(q)
	if err != nil {
		return nil, err
	}
	done, failed := g.Dropin.translate(ctx, j)
	if failed != nil {
		return nil, g.failure(failed)
	}
	out := make([]googleTranslation, len(done.texts))
	for i, text := range done.texts {
		out[i].TranslatedText = text
		if j.from == "" {
			out[i].DetectedSourceLanguage = done.sources[i].Language
		}
	}
	return googleData{map[string]any{"translations": out}}, nil
}

func (g google) read(q request) (job, *fault) {
	if err := g.checkTexts(q); err != nil {
		return job{}, err
	}
	var j job
	var err *fault
	if source := q.fields["source"]; source != "" && source != "auto" {
		if j.from, err = googleLanguageOf("source", source); err != nil {
			return job{}, err
		}
	}
	if j.to, err = googleLanguageOf("target", q.fields["target"]); err != nil {
		return job{}, err
	}
	if j.from == j.to {
		return job{}, invalid(fmt.Sprintf("Bad language pair: %s|%s", j.from, j.to))
	}
	format := q.fields["format"]
	if format == "" {
		format = "html" // the service's own default
	}
	if format != "html" && format != "text" {
		return job{}, invalid("Invalid Value: format")
	}
	j.documents = documents(q.texts, format)
	return j, nil
}

func (g google) checkTexts(q request) *fault {
	n := q.characters()
	most := min(mostGoogleTexts, g.limits.texts)
	switch {
	case len(q.texts) == 0:
		return required("Required Text")
	case len(q.texts) > most:
		return invalid(fmt.Sprintf("Too many text segments: %d, the limit is %d", len(q.texts), most))
	case n > g.limits.characters:
		return invalid(fmt.Sprintf("Text too long: %d characters, the limit is %d", n, g.limits.characters))
	}
	return nil
}

func googleLanguageOf(name, code string) (lang.Tag, *fault) {
	if code == "" {
		return "", required("Required Value: " + name)
	}
	tag, err := lang.Parse(code)
	if err != nil || tag == lang.Undetermined {
		return "", invalid("Invalid Value: " + name)
	}
	return tag, nil
}

func (g google) detect(ctx context.Context, q request) (any, error) {
	if err := g.checkTexts(q); err != nil {
		return nil, err
	}
	out := make([][]googleDetection, len(q.texts))
	for i, text := range q.texts {
		found, err := g.detectText(ctx, text)
		if err != nil {
			return nil, err
		}
		out[i] = []googleDetection{{Language: found.Language, Confidence: found.Confidence}}
	}
	return googleData{map[string]any{"detections": out}}, nil
}

func (g google) languages(ctx context.Context, q request) (any, error) {
	in := lang.Tag("")
	if code := q.fields["target"]; code != "" {
		var err *fault
		if in, err = googleLanguageOf("target", code); err != nil {
			return nil, err
		}
	}
	pairs, err := g.pairs(ctx)
	if err != nil {
		return nil, err
	}
	out := []googleLanguage{}
	for _, tag := range listed(pairs) {
		l := googleLanguage{Language: tag}
		if in != "" {
			l.Name = nameIn(in, tag)
		}
		out = append(out, l)
	}
	return googleData{map[string]any{"languages": out}}, nil
}

// nameIn is the name of a language in another, as far as these are the languages of Triptych; otherwise in English.
func nameIn(in, tag lang.Tag) string {
	switch in + " " + tag {
	case "ru en":
		return "английский"
	case "ru ru":
		return "русский"
	case "ru be":
		return "белорусский"
	case "be en":
		return "англійская"
	case "be ru":
		return "руская"
	case "be be":
		return "беларуская"
	}
	return tag.Name()
}
