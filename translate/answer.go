package translate

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

// Characters counts Unicode code points, white space included: what services bill.
func Characters(texts ...string) int {
	n := 0
	for _, t := range texts {
		n += utf8.RuneCountInString(t)
	}
	return n
}

// Check holds answers that came without an error to the promise of [Engine]: one for each text, and none of them blank
// or damaged where the text is not. The answers that keep it come back; the error is a [BadAnswer].
func Check(engine string, texts, answers []string) ([]string, error) {
	if len(answers) != len(texts) {
		return make([]string, len(texts)), Errorf(engine, BadAnswer, "%d translations came for %d texts", len(answers), len(texts))
	}
	lost := 0
	for i := range texts {
		if (!blank(answers[i]) || blank(texts[i])) && !damaged(texts[i], answers[i]) {
			continue
		}
		if lost == 0 {
			answers = slices.Clone(answers) // it may be the engine's own, or even texts
		}
		answers[i] = ""
		lost++
	}
	if lost > 0 {
		return answers, Errorf(engine, BadAnswer, "%d of %d translations came back blank or damaged", lost, len(texts))
	}
	return answers, nil
}

// damaged tells whether characters were lost on the way: U+FFFD is what decoders put in their place.
func damaged(text, answer string) bool {
	return strings.ContainsRune(answer, utf8.RuneError) && !strings.ContainsRune(text, utf8.RuneError)
}

// Place puts the answers to some of the texts of a call where these stand, after [Check]: answers[i] is for out[at[i]].
func Place(engine string, out []string, at []int, sent, answers []string) error {
	checked, err := Check(engine, sent, answers)
	for i, answer := range checked {
		out[at[i]] = answer
	}
	return err
}

// ask calls an engine and trusts nothing: the answer has the length of texts and the error is an [*Error] or ctx's.
func ask(ctx context.Context, e Engine, p Pair, texts []string) ([]string, error) {
	answers, err := e.Translate(ctx, p, texts)
	name := e.About().Name
	if err == nil {
		return Check(name, texts, answers)
	}
	if len(answers) != len(texts) {
		answers = make([]string, len(texts))
	}
	return answers, inOurTerms(ctx, name, err)
}

func inOurTerms(ctx context.Context, engine string, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return Errorf(engine, Unavailable, "no answer came in time")
	}
	// Its text stays out of ours: it may hold a key or the article.
	return Errorf(engine, Unavailable, "failed in a way that is not foreseen (%T)", err)
}

func blank(text string) bool { return strings.TrimSpace(text) == "" }
