package ui

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"triptych/article"
	"triptych/lang"
	"triptych/translate"
	"triptych/workbench"
)

// source is a version that can be translated, with what that takes.
type source struct {
	head
	Key        string // of the version
	Characters int64  // of what can be translated, counted as engines do
	Remembered int64  // of these: what is remembered costs nothing
	Free, Paid *choice
	Problem    string // why there is no way at all, in whole sentences; else ""
}

// choice is one way to have a version translated.
type choice struct {
	Characters int    // that are not remembered
	Engines    []part // who translates them; none where nobody does, or nothing is left to do
	Paid       int    // characters that are paid for
	Most       string // what they cost at the most, "$0.04"; "" where the price is not known
	Rough      bool   // whether part of the amount is guessed
}

// part is what one engine does.
type part struct {
	Words string
	Draft bool
}

// Draft tells whether what comes out is a rough draft.
func (c choice) Draft() bool {
	return slices.ContainsFunc(c.Engines, func(p part) bool { return p.Draft })
}

// Brief is the source's cheapest way in a word or two.
func (s source) Brief() string {
	switch {
	case s.Problem != "":
		return "no engine"
	case s.ForFree() && s.Free.Characters == 0:
		return "remembered"
	case s.ForFree() && s.Free.Draft():
		return "free, a draft"
	case s.ForFree():
		return "free"
	case s.Paid != nil && s.Paid.Most != "":
		return s.Paid.Most
	case s.Paid != nil:
		return "paid"
	}
	return "remembered in part"
}

// ForFree tells whether all of the version can be had without paying.
func (s source) ForFree() bool {
	return s.Free != nil && (s.Free.Characters == 0 || len(s.Free.Engines) > 0)
}

// newSource asks what it takes to translate a version. The error is the context's, or a fault.
func (u *UI) newSource(ctx context.Context, a *article.Article, version int, to lang.Tag) (source, error) {
	v := &a.Versions[version]
	texts := make([]string, len(v.Sentences))
	for i := range texts {
		texts[i] = v.Sentence(i)
	}
	s := source{head: newHead(a, version), Key: v.Key, Characters: int64(translate.Characters(worthwhile(texts)...))}
	order := workbench.Order{Texts: texts, From: v.Language, To: to}
	free, err := u.workbench.Quote(ctx, order)
	if err == nil {
		s.Free = newChoice(unpaid(free))
		s.Remembered = s.Characters - int64(free.Characters)
	}
	order.Pay = true
	paid, err := u.workbench.Quote(ctx, order)
	if err != nil {
		return s.refused(err)
	}
	if c := newChoice(paid); c.Paid > 0 {
		s.Paid = c
	}
	if !s.ForFree() && s.Remembered <= 0 {
		s.Free = nil // nothing would come of it
	}
	return s, nil
}

// refused notes why a version cannot be translated.
func (s source) refused(err error) (source, error) {
	var p *workbench.Problem
	if !errors.As(err, &p) {
		return s, err
	}
	s.Free, s.Paid, s.Problem = nil, nil, sentences(p)
	return s, nil
}

// unpaid leaves out a way that costs money, should a quote without leave to pay hold one: nobody will go it.
func unpaid(q translate.Quote) translate.Quote {
	if slices.ContainsFunc(q.Costs, func(c translate.Cost) bool { return c.Engine.Paid }) {
		q.Costs = nil
	}
	return q
}

// newChoice puts a quote into words.
func newChoice(q translate.Quote) *choice {
	c := &choice{Characters: q.Characters, Rough: q.Estimate}
	known, dollars := true, 0.0
	for _, cost := range q.Costs {
		c.Engines = append(c.Engines, part{cost.String(), cost.Engine.Draft})
		if cost.Engine.Paid {
			c.Paid += cost.Characters
			dollars += cost.Dollars
			known = known && cost.Priced
		}
	}
	if known && c.Paid > 0 {
		// What is said to be the most may not be less than what it comes to.
		c.Most = fmt.Sprintf("$%.2f", math.Ceil(dollars*100)/100)
	}
	return c
}

// worthwhile gives the texts that there is something to translate in, each once.
func worthwhile(texts []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, t := range texts {
		if !seen[t] && strings.ContainsFunc(t, unicode.IsLetter) {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}
