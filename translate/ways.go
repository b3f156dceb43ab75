package translate

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"triptych/lang"
)

// ways are the choices for a pair whose engines are there and serve it. There is an error exactly when there are none.
func (r *Router) ways(ctx context.Context, p Pair) ([]way, error) {
	f := finder{ctx: ctx, engines: r.Setup.Engines}
	choices, own := r.Routes[p]
	ways := f.those(choices)
	if !own {
		ways = f.standard(p)
	}
	if len(ways) > 0 {
		return ways, nil
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if f.err != nil {
		return nil, f.err // not "no engine": one is there, and did not say what it serves
	}
	return nil, r.noEngine(p, choices)
}

// finder looks for ways. An engine that cannot say whether it serves a pair does not, for now; err is the first such case.
type finder struct {
	ctx     context.Context
	engines []*Remembered
	err     error
}

func (f *finder) those(choices []Choice) []way {
	var ways []way
	for _, c := range choices {
		if w := f.way(c); w != nil {
			ways = append(ways, w)
		}
	}
	return ways
}

func (f *finder) way(c Choice) way {
	var w way
	for _, leg := range c {
		i := slices.IndexFunc(f.engines, func(e *Remembered) bool { return e.about.Name == leg.Engine })
		if i < 0 || !f.serves(f.engines[i], leg.Pair) {
			return nil
		}
		w = append(w, stretch{f.engines[i], leg.Pair})
	}
	return w
}

func (f *finder) serves(e *Remembered, p Pair) bool {
	ok, err := e.Serves(f.ctx, p)
	if err != nil {
		f.err = firstError(f.err, inOurTerms(f.ctx, e.about.Name, err))
	}
	return ok && err == nil
}

// standard is the route of a pair that has none of its own; see [Router].
func (f *finder) standard(p Pair) []way {
	var ways []way
	for _, e := range f.engines {
		if f.serves(e, p) {
			ways = append(ways, way{{e, p}})
		}
	}
	for _, pivot := range lang.Served() {
		if pivot != p.From && pivot != p.To {
			ways = append(ways, f.over(pivot, p)...)
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int {
		return cmp.Or(len(a)-len(b), order(a.draft())-order(b.draft()), order(a.paid())-order(b.paid()))
	})
	return ways
}

// over is the ways through a pivot. An engine that serves the pair itself gains nothing by it.
func (f *finder) over(pivot lang.Tag, p Pair) []way {
	first, second := Pair{p.From, pivot}, Pair{pivot, p.To}
	var ways []way
	for _, a := range f.engines {
		if f.serves(a, p) || !f.serves(a, first) {
			continue
		}
		for _, b := range f.engines {
			if !f.serves(b, p) && f.serves(b, second) {
				ways = append(ways, way{{a, first}, {b, second}})
			}
		}
	}
	return ways
}

func order(b bool) int {
	if b {
		return 1
	}
	return 0
}

// noEngine says what could be set up: what the pair's own route names, or whatever serves it.
func (r *Router) noEngine(p Pair, choices []Choice) error {
	var advice []string
	for _, a := range r.Absent {
		if a.helps(p, choices) && !slices.Contains(advice, a.Advice) {
			advice = append(advice, a.Advice)
		}
	}
	return &Error{Reason: NoEngine, Detail: "no engine for " + p.From.Name() + " → " + p.To.Name(),
		Fix: strings.Join(advice, " or ")}
}

func (a Absent) helps(p Pair, choices []Choice) bool {
	if len(choices) == 0 {
		return a.Serves == nil || a.Serves(p)
	}
	return slices.ContainsFunc(choices, func(c Choice) bool {
		return slices.ContainsFunc(c, func(l Leg) bool { return l.Engine == a.Name })
	})
}
