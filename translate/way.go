package translate

import (
	"context"
	"strings"

	"triptych/lang"
)

// way is a [Choice] whose engines are there.
type way []stretch

type stretch struct {
	engine *Remembered
	pair   Pair
}

func (w way) draft() bool { return w.any(func(a About) bool { return a.Draft }) }
func (w way) paid() bool  { return w.any(func(a About) bool { return a.Paid }) }

func (w way) any(is func(About) bool) bool {
	for _, s := range w {
		if is(s.engine.about) {
			return true
		}
	}
	return false
}

// worthWithoutPaying tells whether asking can give more than is remembered of the whole way.
func (w way) worthWithoutPaying() bool { return !w[len(w)-1].engine.about.Paid }

// acceptable is the ways whose remembered translations are used: a draft is not, where something better may be asked.
func acceptable(ways []way, pay bool) []way {
	var out []way
	better := false
	for _, w := range ways {
		if !w.draft() || !better {
			out = append(out, w)
		}
		better = better || !w.draft() && (pay || !w.paid())
	}
	return out
}

func (w way) lookup(ctx context.Context, texts []string) []Translation {
	out, _ := w.walk(texts, func(s stretch, texts []string) ([]Translation, error) {
		got, _ := s.engine.Lookup(ctx, s.pair, texts)
		return got, nil
	})
	return out
}

// translate asks the engines; without pay those that are paid only give what they remember.
func (w way) translate(ctx context.Context, texts []string, pay bool) ([]Translation, error) {
	return w.walk(texts, func(s stretch, texts []string) ([]Translation, error) {
		if s.engine.about.Paid && !pay {
			got, _ := s.engine.Lookup(ctx, s.pair, texts)
			return got, nil
		}
		return s.engine.Translate(ctx, s.pair, texts)
	})
}

// walk takes texts through all stretches, each with what the one before gave.
func (w way) walk(texts []string, step func(stretch, []string) ([]Translation, error)) ([]Translation, error) {
	if len(texts) == 0 {
		return nil, nil
	}
	out, err := step(w[0], texts)
	for _, s := range w[1:] {
		var at []int
		var between []string
		for i, t := range out {
			if t.Text != "" {
				at, between = append(at, i), append(between, t.Text)
			}
		}
		if len(at) == 0 {
			break
		}
		got, e := step(s, between)
		err = firstError(err, e)
		for i, n := range at {
			out[n] = through(out[n], got[i], s.pair.From)
		}
	}
	return out, err
}

// through is the translation of a translation.
func through(first, second Translation, pivot lang.Tag) Translation {
	if second.Text == "" || second.Engine == (About{}) {
		first.Text = second.Text
		return first
	}
	a, b := first.Engine, second.Engine
	second.Engine = About{
		Name:    a.Name + ">" + string(pivot) + ">" + b.Name,
		Title:   a.Title + " and " + b.Title + ", through " + pivot.Name(),
		Version: strings.Trim(a.Version+">"+b.Version, ">"),
		Paid:    a.Paid || b.Paid,
		Draft:   a.Draft || b.Draft,
	}
	if first.When.After(second.When) {
		second.When = first.When
	}
	second.Remembered = first.Remembered && second.Remembered
	return second
}
