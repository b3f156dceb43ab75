package translate

import (
	"context"
	"fmt"
)

// Quote says what a translation would cost before it is made.
type Quote struct {
	Characters int    // of the texts that are not remembered, each counted once, in the form in which they are sent
	Costs      []Cost // by engine, those that would be asked, free ones too
	Estimate   bool   // some length is guessed: what a second engine gets is what the first one has yet to write
}

// Cost is the part of one engine.
type Cost struct {
	Engine     About
	Characters int
	Dollars    float64
	Priced     bool // whether the price is known; a free engine's is
}

// Dollars is the whole price; ok is false where some part of it is not known.
func (q Quote) Dollars() (dollars float64, ok bool) {
	ok = true
	for _, c := range q.Costs {
		dollars += c.Dollars
		ok = ok && c.Priced
	}
	return dollars, ok
}

// Quote says what [Router.Translate] would cost, if the first choice succeeds. Without pay it is that of free engines; if
// there are none it has no costs, only characters.
func (r *Router) Quote(ctx context.Context, p Pair, texts []string, pay bool) (Quote, error) {
	j := newJob(p, texts)
	if len(j.left) == 0 {
		return Quote{}, nil
	}
	ways, err := r.ways(ctx, p)
	if err != nil {
		return Quote{Characters: Characters(distinct(j.rest())...)}, err
	}
	for _, w := range acceptable(ways, pay) {
		j.take(w.peek(ctx, j.rest()))
	}
	for _, w := range ways {
		if pay || !w.paid() {
			return r.quote(ctx, w, j.rest()), ctx.Err()
		}
	}
	return Quote{Characters: Characters(distinct(j.rest())...)}, ctx.Err()
}

// quote is the cost of texts by one way.
func (r *Router) quote(ctx context.Context, w way, texts []string) Quote {
	texts = distinct(texts)
	q := Quote{Characters: Characters(texts...)}
	if len(texts) == 0 {
		return q
	}
	for i, s := range w {
		n, next := 0, make([]string, len(texts))
		for j, t := range s.peek(ctx, texts) {
			next[j] = t.Text
			if t.Text == "" {
				n += Characters(texts[j])
				next[j] = texts[j] // a translation is about as long
				q.Estimate = q.Estimate || i+1 < len(w)
			}
		}
		texts = next
		q.Costs = append(q.Costs, r.cost(s.engine.about, n))
	}
	return q
}

func (r *Router) cost(a About, characters int) Cost {
	c := Cost{Engine: a, Characters: characters, Priced: true}
	if a.Paid {
		var price float64
		price, c.Priced = r.Prices[a.Name]
		c.Dollars = price * float64(characters) / 1e6
	}
	return c
}

// peek is a look at the memory that counts nothing as saved.
func (s stretch) peek(ctx context.Context, texts []string) []Translation {
	sheet := newSheet(texts)
	s.engine.recall(ctx, s.pair, sheet.segments)
	return sheet.answers()
}

func (w way) peek(ctx context.Context, texts []string) []Translation {
	out, _ := w.walk(texts, func(s stretch, texts []string) ([]Translation, error) {
		return s.peek(ctx, texts), nil
	})
	return out
}

// String is for people: "Google Translate, 1240 characters, about $0.02".
func (c Cost) String() string {
	s := fmt.Sprintf("%s, %s", c.Engine.Title, count(c.Characters, "character"))
	switch {
	case !c.Engine.Paid:
		return s + ", free"
	case !c.Priced:
		return s + ", at a price that is not known here"
	case c.Dollars < 0.01:
		return s + ", less than $0.01"
	}
	return s + fmt.Sprintf(", about $%.2f", c.Dollars)
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
