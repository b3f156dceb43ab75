package dropin

import (
	"context"
	"strings"

	"triptych/lang"
	"triptych/translate"
	"triptych/workbench"
)

// certain is the confidence from which a text's own letters settle its language; below it, those of all texts of the
// request are heard.
const certain = 0.8

// job is texts to translate, read from a request and checked.
type job struct {
	documents []document
	from      lang.Tag // "": to be detected
	to        lang.Tag
}

// result is the translations, and the language of each text, which the program stated or which was found.
type result struct {
	texts   []string
	sources []lang.Guess
}

// unservedError says that a pair is not translated.
type unservedError struct {
	translate.Pair
	problem *workbench.Problem
}

func (e *unservedError) Error() string { return e.problem.Error() }
func (e *unservedError) Unwrap() error { return e.problem }

// unclearError says that a text does not tell its language; texts are numbered from 1.
type unclearError struct{ text int }

func (e *unclearError) Error() string { return "the text does not say which language it is in" }

// documents reads the texts of a request in its format.
func documents(texts []string, format string) []document {
	out := make([]document, len(texts))
	for i, text := range texts {
		if out[i] = plain(text); format == "html" {
			out[i] = markup(text)
		}
	}
	return out
}

// translate translates all texts or fails; what was translated before it failed is remembered, and the next try does
// not pay for it again.
func (d *Dropin) translate(ctx context.Context, j job) (result, error) {
	sources, err := d.sources(ctx, j)
	if err != nil {
		return result{}, err
	}
	out := result{texts: make([]string, len(j.documents)), sources: sources}
	for _, group := range byLanguage(j.documents, sources) {
		if err := d.translateGroup(ctx, j, group, out); err != nil {
			return result{}, err
		}
	}
	return out, nil
}

// byLanguage groups the texts, by their indexes, so that those of one language go in one order.
func byLanguage(documents []document, sources []lang.Guess) [][]int {
	var groups [][]int
	at := map[lang.Tag]int{}
	for i := range documents {
		tag := sources[i].Language
		n, ok := at[tag]
		if !ok {
			n = len(groups)
			at[tag], groups = n, append(groups, nil)
		}
		groups[n] = append(groups[n], i)
	}
	return groups
}

func (d *Dropin) translateGroup(ctx context.Context, j job, group []int, out result) error {
	order := workbench.Order{From: out.sources[group[0]].Language, To: j.to, Pay: true}
	for _, i := range group {
		order.Texts = append(order.Texts, j.documents[i].texts()...)
	}
	translations, err := d.ordered(ctx, order)
	if err != nil {
		return err
	}
	for _, i := range group {
		n := len(j.documents[i].texts())
		out.texts[i] = j.documents[i].put(translations[:n])
		translations = translations[n:]
	}
	return nil
}

// ordered carries out an order in full.
func (d *Dropin) ordered(ctx context.Context, o workbench.Order) ([]string, error) {
	if len(o.Texts) == 0 {
		return nil, nil
	}
	got, err := d.workbench.Translate(ctx, o)
	if p, ok := err.(*workbench.Problem); ok && p.Reason == workbench.NoEngine {
		return nil, &unservedError{translate.Pair{From: o.From, To: o.To}, p}
	}
	if err != nil {
		return nil, err
	}
	out := make([]string, len(o.Texts))
	for i := range out {
		if i >= len(got) || got[i].Missing > 0 {
			return nil, &workbench.Problem{Reason: workbench.Failed, Detail: "not all of it was translated", Fix: "ask again"}
		}
		out[i] = got[i].Text
	}
	return out, nil
}

// sources is the language of each text. A text in which there is nothing to translate may have none.
func (d *Dropin) sources(ctx context.Context, j job) ([]lang.Guess, error) {
	out := make([]lang.Guess, len(j.documents))
	texts := make([]string, len(j.documents))
	for i, doc := range j.documents {
		out[i] = lang.Guess{Language: j.from, Confidence: 1}
		texts[i] = strings.Join(doc.texts(), "\n")
	}
	if j.from != "" {
		return out, nil
	}
	out, err := d.detectEach(ctx, texts)
	for i := range out {
		if out[i].Language == lang.Undetermined && texts[i] != "" && err == nil {
			err = &unclearError{i + 1}
		}
	}
	return out, err
}

// detectEach names the language of each text. Where a text leaves it open, it is that of all texts together if they say
// it more clearly: the texts of one request mostly belong together, and many are one word.
func (d *Dropin) detectEach(ctx context.Context, texts []string) ([]lang.Guess, error) {
	out := make([]lang.Guess, len(texts))
	unsure := false
	for i, text := range texts {
		var err error
		if out[i], err = d.detectText(ctx, text); err != nil {
			return nil, err
		}
		unsure = unsure || out[i].Confidence < certain
	}
	if !unsure || len(texts) < 2 {
		return out, nil
	}
	all, err := d.detectAll(ctx, texts)
	for i := range out {
		if out[i].Confidence < certain && all.Confidence > out[i].Confidence {
			out[i] = all
		}
	}
	return out, err
}

// detectAll names the language of texts that belong together.
func (d *Dropin) detectAll(ctx context.Context, texts []string) (lang.Guess, error) {
	return d.detectText(ctx, strings.Join(texts, "\n"))
}

// detectText names the language of one text; of one without letters it knows nothing.
func (d *Dropin) detectText(ctx context.Context, text string) (lang.Guess, error) {
	if !hasLetter(text) {
		return lang.Guess{Language: lang.Undetermined}, nil
	}
	found, err := d.workbench.Detect(ctx, workbench.Input{Name: "text", Data: []byte(text)})
	return found.Guess, err
}
