package ui

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"

	"triptych/article"
	"triptych/lang"
	"triptych/translate"
	"triptych/workbench"
)

// interpreter is the part of [bench] that translates. Without engines it says so.
type interpreter struct {
	engines []translate.About
	// quote answers for a version; nil means that the engines do all of it, the paid ones only with leave.
	quote func(workbench.Order) (translate.Quote, error)
	// render is called for each sentence and gives its translation.
	render func(ctx context.Context, r workbench.Rendering, s int, text string) (string, error)
}

func (i interpreter) Engines() []translate.About { return i.engines }

func (i interpreter) Quote(_ context.Context, o workbench.Order) (translate.Quote, error) {
	if i.quote != nil {
		return i.quote(o)
	}
	if len(i.engines) == 0 {
		return translate.Quote{}, &workbench.Problem{Reason: workbench.NoEngine, Detail: "no engine for " + o.From.Name() + " → " + o.To.Name(), Fix: "set TRIPTYCH_GOOGLE_KEY"}
	}
	n := translate.Characters(o.Texts...)
	q := translate.Quote{Characters: n}
	for _, e := range i.engines {
		if e.Paid == o.Pay {
			q.Costs = append(q.Costs, translate.Cost{Engine: e, Characters: n, Dollars: float64(n) * 20 / 1e6, Priced: true})
		}
	}
	return q, nil
}

func (i interpreter) Render(ctx context.Context, a *article.Article, r workbench.Rendering) (article.Rendering, error) {
	v := &a.Versions[r.Version]
	out := article.Rendering{Version: r.Version, Language: r.To, Segments: make([]article.Segment, len(v.Sentences))}
	for s := range v.Sentences {
		text, err := i.render(ctx, r, s, v.Sentence(s))
		if err != nil {
			return out, err
		}
		out.Segments[s] = article.Segment{Text: text, Engine: "Apertium", Date: "2025-03-04T10:00:00Z"}
		r.Progress(s+1, len(v.Sentences), out)
	}
	return out, nil
}

var (
	apertium = translate.About{Name: "apertium", Title: "Apertium", Version: "3", Draft: true}
	google   = translate.About{Name: "google", Title: "Google Translate", Paid: true}
)

// well is an article without a Belarusian version; the Russian one lacks a paragraph.
func well(t testing.TB) workbench.Compared {
	t.Helper()
	a := &article.Article{Versions: []article.Version{
		version(lang.English, "https://well.example/en", "", `An old well is found under the market of Braslau
Workers who were laying cables on Tuesday broke into a well that no map shows. It is eleven metres deep.
The water is clean, the laboratory says.
Traders want it covered before Saturday. The museum asks for a month.`),
		version(lang.Russian, "", "", `Под рынком Браслава нашли старый колодец
Во вторник рабочие, прокладывавшие кабель, пробили свод колодца, которого нет ни на одной карте. Его глубина — одиннадцать метров.
Торговцы хотят закрыть его до субботы. Музей просит месяц.`),
	}}
	return workbench.Compared{Report: report(t, a, `
0 | 0
1 | 1
2 | -
3 | 2`, `
0 | 0
1 | 1
2 | 2
3 | -
4 | 3
5 | 4`)}
}

// marked translates by putting the number of the sentence before it.
func marked(_ context.Context, r workbench.Rendering, _ int, text string) (string, error) {
	return strings.ToUpper(string(r.To)) + " " + text, nil
}

// inBubble runs a test in which the pages' background work can be waited for with [synctest.Wait].
func inBubble(t *testing.T, b *bench, run func(t *testing.T, u *UI)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		u, err := New(Options{Workbench: b, Background: ctx})
		if err != nil {
			t.Fatal(err)
		}
		run(t, u)
	})
}
