// Package workbench is what users ask of Triptych, whoever asks: the command line, the API and the pages call the
// same few functions here.
package workbench

import (
	"context"
	"errors"
	"fmt"

	"triptych/align"
	"triptych/article"
	"triptych/compare"
	"triptych/lang"
)

// Input is one version as a person hands it over. Exactly one of Data and URL is set.
type Input struct {
	// Name is shown to people: a file's path, or "" for pasted text.
	Name string
	// Language is what the person states, or "" to have it detected.
	Language lang.Tag
	Data     []byte
	// URL is an address to fetch.
	URL string
}

// Detection is what is known of one text's language.
type Detection struct {
	Name string
	lang.Guess
	// Orthography is set for Belarusian only.
	Orthography lang.Orthography
	Paragraphs  []lang.Guess
}

// Aligned is an article with its beads at both levels and what the person should know of how it was read.
type Aligned struct {
	Article  *article.Article
	Levels   align.Levels
	Warnings []string
}

// Compared is a report and what the person should know of how the article was read.
type Compared struct {
	*compare.Report
	// Renderings are the versions in the language in which they were to be compared, those in it left out; none if they
	// were to be compared as they are.
	Renderings []article.Rendering
	Warnings   []string
}

// Detector names the language of a text by its paragraphs.
type Detector interface {
	// Detect gives the whole text's language, then each paragraph's. It is safe for use by many at once.
	Detect(paragraphs []string) (whole lang.Guess, each []lang.Guess)
}

// Workbench runs what users ask for. It is safe for use by many at once.
type Workbench struct {
	detector   Detector
	translator Translator // nil: nothing is translated
	fetcher    Fetcher    // nil: nothing is fetched
	keeper     Keeper     // nil: what is fetched is not kept
}

// Option gives a workbench something that it can do without.
type Option func(*Workbench)

// New makes a workbench.
func New(d Detector, options ...Option) *Workbench {
	w := &Workbench{detector: d}
	for _, o := range options {
		o(w)
	}
	return w
}

// Detect names the language of one input; any known language is an answer. What cannot be read is a [*Problem].
func (w *Workbench) Detect(ctx context.Context, in Input) (Detection, error) {
	v, _, err := w.read(ctx, in, in.Name)
	if err != nil {
		return Detection{}, err
	}
	d := Detection{Name: in.Name}
	d.Guess, d.Paragraphs = w.detector.Detect(paragraphs(v))
	if d.Language == lang.Belarusian {
		d.Orthography = lang.OrthographyOf(v.Text)
	}
	return d, ctx.Err()
}

// Align reads two or more inputs as versions of one article and aligns them. Versions come out in the order in which
// they were handed over. Input that cannot be served is a [*Problem]; else the only error is the context's.
func (w *Workbench) Align(ctx context.Context, inputs []Input) (Aligned, error) {
	out, err := w.readAll(ctx, inputs)
	if err != nil {
		return Aligned{}, err
	}
	return w.align(ctx, out)
}

// align aligns an article that has been read.
func (w *Workbench) align(ctx context.Context, out Aligned) (Aligned, error) {
	var err error
	options := align.Options{Progress: func(int, int) bool { return ctx.Err() == nil }, Renderings: w.remembered(ctx, out.Article)}
	if out.Levels, err = align.Align(out.Article, options); err != nil {
		if ctx.Err() != nil {
			return Aligned{}, ctx.Err()
		}
		return Aligned{}, fmt.Errorf("align: %w", err)
	}
	out.Warnings = append(out.Warnings, strangers(out.Article, out.Levels)...)
	return out, nil
}

// CompareVersions compares versions that have been read, two revisions of a page for example.
func (w *Workbench) CompareVersions(ctx context.Context, versions ...article.Version) (Compared, error) {
	a := &article.Article{}
	for _, v := range versions {
		v.Key = key(a, v.Language)
		a.Versions = append(a.Versions, v)
	}
	aligned, err := w.align(ctx, Aligned{Article: a})
	if err != nil {
		return Compared{}, err
	}
	return Compared{Report: compare.Compare(aligned.Article, aligned.Levels), Warnings: aligned.Warnings}, nil
}

// Compare aligns the inputs and finds where they say different things. Its errors are those of [Workbench.Align].
func (w *Workbench) Compare(ctx context.Context, inputs []Input) (Compared, error) {
	return w.CompareIn(ctx, inputs, "", false)
}

// CompareIn is [Workbench.Compare] with every version rendered in one language too: from memory, by free engines, and with
// pay by paid ones. What is not rendered for want of payment is a warning that says what it would cost; that there is
// nothing to render with is an error.
func (w *Workbench) CompareIn(ctx context.Context, inputs []Input, in lang.Tag, pay bool) (Compared, error) {
	aligned, err := w.Align(ctx, inputs)
	if err != nil {
		return Compared{}, err
	}
	out := Compared{Warnings: aligned.Warnings}
	if in != "" {
		if out.Renderings, err = w.RenderIn(ctx, aligned.Article, in, pay); err != nil {
			var p *Problem
			if !errors.As(err, &p) || p.Reason == NoEngine {
				return Compared{}, err
			}
			out.Warnings = append(out.Warnings, p.Error())
		}
	}
	out.Report = compare.CompareWith(aligned.Article, aligned.Levels, compare.Options{Renderings: out.Renderings})
	return out, nil
}
