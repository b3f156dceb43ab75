package workbench_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/article"
	"triptych/lang"
	"triptych/translate"
	"triptych/translate/translatetest"
	"triptych/workbench"
)

// desk is a workbench that translates with the engines, which remember in a memory of their own.
func desk(engines ...translate.Engine) *workbench.Workbench {
	s := translate.Setup{Prices: translate.Prices{"paid": 20}}
	for _, e := range engines {
		s.Engines = append(s.Engines, translate.Remember(e, translate.Remembering{Memory: &translatetest.Memory{}}))
	}
	return workbench.New(told{}, workbench.WithTranslator(translate.NewRouter(s)))
}

func TestTranslateKeepsTheLayout(t *testing.T) {
	text := "  The pier is open. It is new!\n\n\tNobody fell in.\nТак  \n"
	got, err := desk(translatetest.Named("free")).Translate(context.Background(),
		workbench.Order{Texts: []string{text, "", "42"}, From: lang.English, To: lang.Belarusian})
	if err != nil {
		t.Fatal(err)
	}
	want := "  be:The pier is open. be:It is new!\n\n\tbe:Nobody fell in.\nbe:Так  \n"
	if got[0].Text != want || got[1].Text != "" || got[2].Text != "42" {
		t.Errorf("got %q, %q, %q", got[0].Text, got[1].Text, got[2].Text)
	}
	if len(got[0].Engines) != 1 || got[0].Remembered || got[0].Missing > 0 || len(got[2].Engines) > 0 {
		t.Errorf("got %+v", got)
	}
}

func TestTranslateRemembers(t *testing.T) {
	engine := translatetest.Paid("paid")
	w := desk(engine)
	o := workbench.Order{Texts: []string{"The pier is open. It is new."}, From: lang.English, To: lang.Russian, Pay: true}
	for range 2 {
		if _, err := w.Translate(context.Background(), o); err != nil {
			t.Fatal(err)
		}
	}
	o.Texts[0] += " Nobody fell in."
	got, err := w.Translate(context.Background(), o)
	if err != nil || got[0].Remembered {
		t.Fatalf("got %+v, %v", got, err)
	}
	want := [][]string{{"The pier is open.", "It is new."}, {"Nobody fell in."}}
	if d := cmp.Diff(want, engine.Requests()); d != "" {
		t.Errorf("requests (-want +got):\n%s", d)
	}
}

func TestTranslateSaysWhatItWouldCost(t *testing.T) {
	w := desk(translatetest.Paid("paid"))
	_, err := w.Translate(context.Background(), workbench.Order{Texts: []string{"The pier is open."}, From: lang.English, To: lang.Russian})
	var p *workbench.Problem
	if !errors.As(err, &p) || p.Reason != workbench.NotPaid || !strings.Contains(p.Detail, "17 characters") {
		t.Errorf("got %v", err)
	}
}

func TestNothingToTranslateWith(t *testing.T) {
	for name, w := range map[string]*workbench.Workbench{"no translator": workbench.New(told{}), "no engine": desk()} {
		t.Run(name, func(t *testing.T) {
			_, err := w.Translate(context.Background(), workbench.Order{Texts: []string{"The pier."}, From: lang.English, To: lang.Russian})
			var p *workbench.Problem
			if !errors.As(err, &p) || p.Reason != workbench.NoEngine {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestRenderKeepsWhatThereIs: the third request fails for good, and what came before it stays.
func TestRenderKeepsWhatThereIs(t *testing.T) {
	refuse := func(_ context.Context, engine string, texts, _ []string) ([]string, []string, error) {
		return make([]string, len(texts)), nil, translate.Errorf(engine, translate.Refused, "the key is not accepted")
	}
	w := desk(&translatetest.Fake{Is: translate.About{Name: "free", Title: "Free"}, Faults: []translatetest.Fault{nil, nil, refuse}})
	var story strings.Builder
	for i := range 30 {
		fmt.Fprintf(&story, "Pier %d is open. ", i)
	}
	v := article.New([]string{strings.TrimSpace(story.String())})
	v.Language = lang.English
	a := &article.Article{Versions: []article.Version{v}}
	var reports []int
	got, err := w.Render(context.Background(), a, workbench.Rendering{To: lang.Russian, Progress: func(done, total int, sofar article.Rendering) {
		reports = append(reports, done)
		if total != len(v.Sentences) || sofar.Segments[done-1].Text == "" {
			t.Errorf("at %d of %d: %q", done, total, sofar.Segments[done-1])
		}
	}})
	var p *workbench.Problem
	if !errors.As(err, &p) {
		t.Fatalf("got %v", err)
	}
	if len(reports) != 2 || got.Segments[0].Text == "" || got.Segments[0].Engine != "Free" || got.Segments[0].Date == "" {
		t.Errorf("reports at %v, first segment %+v", reports, got.Segments[0])
	}
}

// TestCompareInOneLanguage renders every version but the one that is in it.
func TestCompareInOneLanguage(t *testing.T) {
	w := desk(translatetest.Named("free"))
	got, err := w.CompareIn(context.Background(), inputs(t, "ferry", "en", "ru", "be"), lang.English, false)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Renderings) != 2 || len(got.Warnings) > 0 {
		t.Fatalf("%d renderings, warnings %q", len(got.Renderings), got.Warnings)
	}
	for _, r := range got.Renderings {
		v := &got.Article.Versions[r.Version]
		for i, s := range r.Segments {
			if want := "en:" + v.Sentence(i); s.Text != want && s.Text != v.Sentence(i) {
				t.Errorf("segment %d of %s is %q", i, v.Key, s.Text)
			}
		}
	}
	if _, err := workbench.New(told{}).CompareIn(context.Background(), inputs(t, "ferry", "en", "ru"), lang.English, true); err == nil {
		t.Error("no error without an engine")
	}
}

// TestUnpaidIsAWarning: a comparison does not fail because somebody would have to pay for the rest.
func TestUnpaidIsAWarning(t *testing.T) {
	engine := translatetest.Paid("paid")
	got, err := desk(engine).CompareIn(context.Background(), inputs(t, "ferry", "en", "ru"), lang.English, false)
	if err != nil || len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0], "can be paid for") {
		t.Errorf("warnings %q, error %v", got.Warnings, err)
	}
	if len(engine.Requests()) > 0 {
		t.Error("somebody paid")
	}
}
