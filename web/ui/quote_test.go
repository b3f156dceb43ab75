package ui

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"

	"triptych/lang"
	"triptych/translate"
	"triptych/workbench"
)

func TestWhatItCosts(t *testing.T) {
	none := func(workbench.Order) (translate.Quote, error) {
		return translate.Quote{}, &workbench.Problem{Detail: "no engine for this", Fix: "set one up"}
	}
	cost := func(e translate.About, n int, dollars float64) translate.Cost {
		return translate.Cost{Engine: e, Characters: n, Dollars: dollars, Priced: true}
	}
	paidOnly := func(n int) func(o workbench.Order) (translate.Quote, error) {
		return func(o workbench.Order) (translate.Quote, error) {
			if !o.Pay {
				return translate.Quote{Characters: n}, nil
			}
			return translate.Quote{Characters: n, Costs: []translate.Cost{cost(google, n, 0.0311)}}, nil
		}
	}
	for _, c := range []struct {
		name    string
		engines []translate.About
		quote   func(workbench.Order) (translate.Quote, error)
		buttons string
		brief   string // of the English version
		says    string
	}{
		{"free only", []translate.About{apertium}, nil, "Translate for free", "free, a draft", "A draft: about a fifth of the words stay unknown."},
		{"free and paid", []translate.About{google, apertium}, nil, "Translate for free|Translate and pay up to $0.01", "free, a draft", "Google Translate, 259 characters, less than $0.01"},
		{"paid only", []translate.About{google}, paidOnly(900), "Translate and pay up to $0.04", "$0.04", "Google Translate, 900 characters, about $0.03"},
		{"part of it is remembered", []translate.About{google}, paidOnly(40), "Use what is remembered|Translate and pay up to $0.04", "$0.04", "Only what is remembered: 219 of 259 characters."},
		{"all of it is remembered", []translate.About{google}, func(workbench.Order) (translate.Quote, error) { return translate.Quote{}, nil },
			"Translate for free", "remembered", "All of it is remembered from before."},
		{"an amount that is guessed", []translate.About{google}, func(o workbench.Order) (translate.Quote, error) {
			q, err := paidOnly(900)(o)
			q.Estimate = true
			return q, err
		}, "Translate and pay about $0.04", "$0.04", ""},
		{"a price that is not known", []translate.About{google}, func(o workbench.Order) (translate.Quote, error) {
			q, err := paidOnly(900)(o)
			if len(q.Costs) > 0 {
				q.Costs[0].Priced = false
			}
			return q, err
		}, "Translate and pay", "paid", "at a price that is not known here"},
		{"a quote that asks for money where none may be spent", []translate.About{google}, func(o workbench.Order) (translate.Quote, error) {
			o.Pay = true
			return paidOnly(900)(o)
		}, "Translate and pay up to $0.04", "$0.04", ""},
		{"none that can", []translate.About{apertium}, none, "", "", "No engine for this. Set one up."},
	} {
		t.Run(c.name, func(t *testing.T) {
			u, path := onShelf(t, &bench{interpreter: interpreter{engines: c.engines, quote: c.quote}}, well(t))
			p := serve(t, u, get(path+"/translate?to=be"))
			p.wantText("h1", "Translate into Belarusian")
			var buttons []string
			for _, b := range p.all(".choices.v0 button") {
				buttons = append(buttons, text(b))
			}
			if got := strings.Join(buttons, "|"); got != c.buttons {
				t.Errorf("the buttons are %q, want %q", got, c.buttons)
			}
			if !strings.Contains(text(p.one("main")), c.says) {
				t.Errorf("the page does not say %q: %s", c.says, text(p.one("main")))
			}
			if c.brief == "" {
				p.wantCount("form", 0)
				return
			}
			if got := text(p.all(".source .brief")[0]); got != c.brief {
				t.Errorf("in short: %q, want %q", got, c.brief)
			}
		})
	}
}

func TestWithoutAnyEngineThePageSaysWhatToSetUp(t *testing.T) {
	u, path := onShelf(t, &bench{}, well(t))
	p := serve(t, u, get(path+"/translate"))
	p.wantText(".impossible h2", "No translation engine is set up")
	p.wantCount(".impossible code", 5)
	p.wantCount("form", 0)
}

func TestFreeWayIsChosen(t *testing.T) {
	b := &bench{interpreter: interpreter{engines: []translate.About{google, apertium}}}
	b.quote = func(o workbench.Order) (translate.Quote, error) {
		q := translate.Quote{Characters: 10}
		if o.From == lang.Russian && !o.Pay {
			q.Costs = []translate.Cost{{Engine: apertium, Characters: 10, Priced: true}}
		}
		if o.Pay {
			q.Costs = []translate.Cost{{Engine: google, Characters: 10, Priced: true}}
		}
		return q, nil
	}
	u, path := onShelf(t, b, well(t))
	for query, want := range map[string]string{"": "ru", "&from=en": "en", "&from=xx": "ru"} {
		p := serve(t, u, get(path+"/translate?to=be"+query))
		if got := attr(p.one("input[type=radio][checked]"), "value"); got != want {
			t.Errorf("%q: %s is chosen, want %s", query, got, want)
		}
	}
}

// TestNothingIsPaidThatWasNotSeen holds that paying needs the form that says what it costs.
func TestNothingIsPaidThatWasNotSeen(t *testing.T) {
	for _, c := range []struct {
		name string
		seen []string
		want int
	}{
		{"as seen", []string{"paid-en", "259"}, http.StatusSeeOther},
		{"it has become dearer", []string{"paid-en", "258"}, http.StatusConflict},
		{"seen for another version", []string{"paid-ru", "259"}, http.StatusConflict},
		{"never seen", nil, http.StatusConflict},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &bench{interpreter: interpreter{engines: []translate.About{google}}}
			paid := false
			b.render = func(ctx context.Context, r workbench.Rendering, s int, text string) (string, error) {
				paid = r.Pay
				return marked(ctx, r, s, text)
			}
			inBubble(t, b, func(t *testing.T, u *UI) {
				path := "/c/" + u.shelf.put(well(t))
				p := serve(t, u, post(path+"/translate", append(c.seen, "to", "be", "from", "en", "pay", "true")...))
				synctest.Wait()
				if p.status != c.want || paid != (c.want == http.StatusSeeOther) {
					t.Errorf("status %d, paid: %v", p.status, paid)
				}
				if c.want == http.StatusConflict {
					p.wantText("p.alert", "What it costs has changed since you saw it. Nothing was spent. Have another look.")
				}
			})
		})
	}
}
