package workbench

import (
	"context"
	"errors"
	"time"

	"triptych/article"
	"triptych/lang"
	"triptych/translate"
)

// Rendering is a request for a version in another language.
type Rendering struct {
	// Version is the number of the version to translate.
	Version int
	To      lang.Tag
	Pay     bool
	// Progress, if set, is told after every few paragraphs how many of how many sentences are done, with what there is
	// so far. It must not keep what it is shown.
	Progress func(done, total int, sofar article.Rendering)
}

// renderStep is how many sentences are translated between two reports of progress: a few paragraphs.
const renderStep = 12

// Render translates one version of an article, sentence by sentence. With an error it still gives what was translated.
func (w *Workbench) Render(ctx context.Context, a *article.Article, r Rendering) (article.Rendering, error) {
	v := &a.Versions[r.Version]
	out := article.Rendering{Version: r.Version, Language: r.To, Segments: make([]article.Segment, len(v.Sentences))}
	if w.translator == nil {
		return out, &Problem{Reason: NoEngine, Detail: "nothing is set up to translate with"}
	}
	texts := make([]string, len(v.Sentences))
	for i := range texts {
		texts[i] = v.Sentence(i)
	}
	var failed error
	size := len(texts)
	if r.Progress != nil {
		size = renderStep
	}
	for done := 0; done < len(texts); {
		end := min(done+size, len(texts))
		got, err := w.translator.Translate(ctx, translate.Pair{From: v.Language, To: r.To}, texts[done:end], r.Pay)
		for i, t := range got {
			out.Segments[done+i] = segment(t)
		}
		var missing *translate.Missing
		switch {
		case ctx.Err() == nil && errors.As(err, &missing) && len(missing.Causes) == 0:
			failed = err // what is remembered further on is wanted all the same
		case err != nil:
			return out, untranslated(ctx, err)
		}
		if done = end; r.Progress != nil {
			r.Progress(done, len(texts), out)
		}
	}
	return out, untranslated(ctx, failed)
}

// segment is a translation as an article has it.
func segment(t translate.Translation) article.Segment {
	s := article.Segment{Text: t.Text, Engine: t.Engine.Title}
	if !t.When.IsZero() {
		s.Date = t.When.UTC().Format(time.RFC3339)
	}
	return s
}

// RenderIn renders every version of an article in one language, those in it left out: what is remembered or free, and
// with pay the rest. With an error, which is the first one, it still gives what there is.
func (w *Workbench) RenderIn(ctx context.Context, a *article.Article, to lang.Tag, pay bool) ([]article.Rendering, error) {
	var out []article.Rendering
	var failed error
	for v := range a.Versions {
		if a.Versions[v].Language == to {
			continue
		}
		r, err := w.Render(ctx, a, Rendering{Version: v, To: to, Pay: pay})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil && failed == nil {
			failed = err
		}
		out = append(out, r)
	}
	return out, failed
}
