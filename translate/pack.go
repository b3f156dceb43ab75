package translate

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"
)

// parallel is how many requests of one call run at once where [Limits] does not say.
const parallel = 4

// Pack packs texts into requests that keep to a service's limits. Blank texts are never sent; a text that is too long
// for a request is cut between sentences, or between words, and its translation joined again. When the service fails,
// no further request is made; when only a text fails, the others go on.
func Pack(e Engine, l Limits) Engine {
	if l.Parallel <= 0 {
		l.Parallel = parallel
	}
	return packer{e, l}
}

type packer struct {
	Engine
	limits Limits
}

// Translate is [Engine]'s.
func (k packer) Translate(ctx context.Context, p Pair, texts []string) ([]string, error) {
	pieces, err := k.cut(texts)
	answers, sent := k.send(ctx, p, pieces)
	return join(texts, pieces, answers), graver(sent, err)
}

// cut makes the pieces of all texts; the error tells that some have none.
func (k packer) cut(texts []string) ([]piece, error) {
	pieces := make([]piece, 0, len(texts))
	var err error
	for i, text := range texts {
		switch {
		case blank(text):
		case k.limits.fits(text):
			pieces = append(pieces, piece{of: i, text: text})
		default:
			cut, ok := k.limits.cut(i, text)
			pieces = append(pieces, cut...)
			if !ok && err == nil {
				err = &Error{Engine: k.About().Name, Reason: TooLong,
					Detail: "a text holds a word that is longer than a request may be", Fix: "part it by spaces"}
			}
		}
	}
	return pieces, err
}

// send sends the pieces in as few requests as their order allows.
func (k packer) send(ctx context.Context, p Pair, pieces []piece) ([]string, error) {
	words := make([]string, len(pieces))
	for i, piece := range pieces {
		words[i] = piece.text
	}
	answers := make([]string, len(pieces))
	err := inParallel(ctx, k.limits.Parallel, k.limits.batches(words), func(b batch) error {
		got, err := ask(ctx, k.Engine, p, words[b.from:b.to])
		copy(answers[b.from:b.to], got)
		return err
	})
	return answers, err
}

// batch is a run of texts that goes into one request.
type batch struct{ from, to int }

func (l Limits) batches(texts []string) []batch {
	var out []batch
	b, points, bytes := batch{}, 0, 0
	for i, text := range texts {
		n := utf8.RuneCountInString(text)
		if i > b.from && (over(i+1-b.from, l.Texts) || over(points+n, l.CodePoints) || over(bytes+len(text), l.Bytes)) {
			out = append(out, b)
			b, points, bytes = batch{i, i}, 0, 0
		}
		b.to = i + 1
		points, bytes = points+n, bytes+len(text)
	}
	if b.to > b.from {
		out = append(out, b)
	}
	return out
}

func over(n, limit int) bool { return limit > 0 && n > limit }

// join puts the translations of the pieces together; a text that lost a piece has none. A blank text is its own.
func join(texts []string, pieces []piece, answers []string) []string {
	out := make([]string, len(texts))
	for i, text := range texts {
		if blank(text) {
			out[i] = text
		}
	}
	for from := 0; from < len(pieces); {
		to := from + 1
		for to < len(pieces) && pieces[to].of == pieces[from].of {
			to++
		}
		out[pieces[from].of] = joinOne(pieces[from:to], answers[from:to])
		from = to
	}
	return out
}

func joinOne(pieces []piece, answers []string) string {
	if len(pieces) == 1 {
		return answers[0]
	}
	var b strings.Builder
	for i, a := range answers {
		if a == "" {
			return ""
		}
		b.WriteString(strings.TrimSpace(a))
		b.WriteString(pieces[i].gap)
	}
	return b.String()
}

// graver is the one of two errors that says more: a service that fails says more than a text that does.
func graver(a, b error) error {
	if a == nil {
		return b
	}
	if e, ok := errors.AsType[*Error](a); ok && b != nil && e.ofText() {
		return b
	}
	return a
}
