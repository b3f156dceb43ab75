package translate

import (
	"context"
	"slices"
)

// Setup is what a [Router] chooses from.
type Setup struct {
	Engines []*Remembered
	Routes  Routes // the pairs without a route of their own get one out of what is there
	Prices  Prices
	Absent  []Absent // the engines that could be set up, for the advice where nothing is
}

// Absent is an engine that is not set up.
type Absent struct {
	Name   string
	Advice string            // how to set it up, to stand after "no engine …:", "set TRIPTYCH_GOOGLE_KEY"
	Serves func(p Pair) bool // nil: any pair
}

// Router finds for each pair the engines to ask, and asks them in order.
//
// What is remembered comes first, whichever choice of the route it is from, the best choice before the others. Then each
// choice translates what is still missing, and the next one what that could not. Paid engines are asked only with pay. A
// draft that is remembered does not stand in the way of a better choice that may be asked now.
//
// Where a pair has no route of its own, direct ways go before those through a pivot, of these what is not a draft before
// drafts, and free engines before paid ones. So between Belarusian and Russian, Apertium's free drafts are what one gets
// without paying, and Google where paying is allowed.
type Router struct{ Setup }

// NewRouter makes a router of what is set up.
func NewRouter(s Setup) *Router { return &Router{s} }

// Engines describes the engines that are set up.
func (r *Router) Engines() []About {
	var out []About
	for _, e := range r.Setup.Engines {
		out = append(out, e.About())
	}
	return out
}

// Serves tells whether there is a way from one language to the other; the error says what to set up if not.
func (r *Router) Serves(ctx context.Context, p Pair) error {
	_, err := r.ways(ctx, p)
	return err
}

// Lookup reads what is remembered of any choice, drafts too, and never translates. The answer has one translation a text,
// empty where none is remembered.
func (r *Router) Lookup(ctx context.Context, p Pair, texts []string) ([]Translation, error) {
	ways, err := r.ways(ctx, p)
	j := newJob(p, texts)
	for _, w := range ways {
		j.take(w.lookup(ctx, j.rest()))
	}
	return j.out, err
}

// Translate translates, with paid engines too if pay. The answer has one translation a text; those that are empty are
// what the error is about. It is [*Missing], an [*Error] of reason NoEngine, or ctx's.
func (r *Router) Translate(ctx context.Context, p Pair, texts []string, pay bool) ([]Translation, error) {
	j := newJob(p, texts)
	if len(j.left) == 0 {
		return j.out, nil
	}
	ways, err := r.ways(ctx, p)
	if err != nil {
		return j.out, err
	}
	for _, w := range acceptable(ways, pay) {
		j.take(w.lookup(ctx, j.rest()))
	}
	var causes []error
	for _, w := range ways {
		if len(j.left) == 0 || ctx.Err() != nil {
			break
		}
		if !pay && !w.worthWithoutPaying() {
			continue
		}
		got, err := w.translate(ctx, j.rest(), pay)
		j.take(got)
		if err != nil {
			causes = append(causes, err)
		}
	}
	return j.out, r.missing(ctx, j, ways, causes, pay)
}

// missing is the error about what is left of a job.
func (r *Router) missing(ctx context.Context, j *job, ways []way, causes []error, pay bool) error {
	if len(j.left) == 0 {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	m := &Missing{Pair: j.pair, Texts: len(j.left), Of: len(j.out), Characters: Characters(distinct(j.rest())...), Causes: causes}
	if i := slices.IndexFunc(ways, way.paid); i >= 0 && !pay {
		m.Quote = r.quote(ctx, ways[i], j.rest())
	}
	return m
}

// job is a call with what is left of it.
type job struct {
	pair  Pair
	texts []string
	out   []Translation
	left  []int
}

// newJob has nothing left of texts that need no translation.
func newJob(p Pair, texts []string) *job {
	j := &job{pair: p, texts: texts, out: make([]Translation, len(texts))}
	for i, text := range texts {
		if p.From == p.To || !hasLetter(text) {
			j.out[i].Text = text
			continue
		}
		j.left = append(j.left, i)
	}
	return j
}

func (j *job) rest() []string {
	texts := make([]string, len(j.left))
	for i, n := range j.left {
		texts[i] = j.texts[n]
	}
	return texts
}

// take fills in the translations of what is left.
func (j *job) take(got []Translation) {
	still := j.left[:0]
	for i, n := range j.left {
		if got[i].Text == "" {
			still = append(still, n)
			continue
		}
		j.out[n] = got[i]
	}
	j.left = still
}

// firstError is a's, if there is one.
func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
