package workbench

import (
	"context"
	"slices"
	"sync"

	"triptych/article"
	"triptych/translate"
)

// remembered is what is remembered of an article's translation from each version's language into the others': a help to
// align it. Nothing is translated for this only. Drafts are left out: on Belarusian and Russian news what Apertium makes
// of a sentence ties it no better than the words themselves do, and its errors mislead.
func (w *Workbench) remembered(ctx context.Context, a *article.Article) []article.Rendering {
	if w.translator == nil || !slices.ContainsFunc(w.translator.Engines(), func(e translate.About) bool { return !e.Draft }) {
		return nil
	}
	var all []article.Rendering
	for v := range a.Versions {
		for o := range a.Versions {
			if from, to := a.Versions[v].Language, a.Versions[o].Language; from != to {
				all = append(all, article.Rendering{Version: v, Language: to})
			}
		}
	}
	var group sync.WaitGroup
	for i := range all {
		group.Go(func() { w.recall(ctx, a, &all[i]) })
	}
	group.Wait()
	return slices.DeleteFunc(all, func(r article.Rendering) bool { return len(r.Segments) == 0 })
}

// recall fills in a rendering, if anything of it is remembered.
func (w *Workbench) recall(ctx context.Context, a *article.Article, r *article.Rendering) {
	v := &a.Versions[r.Version]
	texts := make([]string, len(v.Sentences))
	for i := range texts {
		texts[i] = v.Sentence(i)
	}
	got, err := w.translator.Lookup(ctx, translate.Pair{From: v.Language, To: r.Language}, texts)
	if err != nil || len(got) != len(texts) {
		return // it would only have been a help
	}
	known := func(t translate.Translation) bool { return t.Text != "" && t.Remembered && !t.Engine.Draft }
	if !slices.ContainsFunc(got, known) {
		return
	}
	r.Segments = make([]article.Segment, len(texts))
	for i, t := range got {
		if known(t) {
			r.Segments[i] = segment(t)
		}
	}
}
