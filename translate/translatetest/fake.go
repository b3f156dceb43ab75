// Package translatetest helps to test translation: an engine that does as it is told, a memory and a ledger that count,
// and what every engine has to pass.
package translatetest

import (
	"context"
	"slices"
	"sync"

	"triptych/translate"
)

// Fake is an engine for tests. It translates a text to the target's tag, a colon and the text, counts what it is sent, and
// bills by the character as a service does. The zero value is free.
type Fake struct {
	Is    translate.About
	Pairs []translate.Pair // none: every pair of English, Russian and Belarusian
	// Faults are used up one a request, in order; nil is a request that works, and so is every one after the last.
	Faults []Fault
	// Always, if set, is what happens to requests for which no fault is left.
	Always Fault

	mu       sync.Mutex
	requests [][]string
	billed   map[string]int
	running  int
	most     int
}

// Named is a free fake, and Paid one that costs.
func Named(name string) *Fake {
	return &Fake{Is: translate.About{Name: name, Title: name, Version: "1"}}
}

// Paid is a fake whose characters cost money.
func Paid(name string) *Fake {
	f := Named(name)
	f.Is.Paid = true
	return f
}

// Answer is how a fake translates.
func Answer(p translate.Pair, text string) string { return string(p.To) + ":" + text }

// About is [translate.Engine]'s.
func (f *Fake) About() translate.About { return f.Is }

// Serves is [translate.Engine]'s.
func (f *Fake) Serves(_ context.Context, p translate.Pair) (bool, error) {
	if len(f.Pairs) > 0 {
		return slices.Contains(f.Pairs, p), nil
	}
	return p.From != p.To && p.From.Served() && p.To.Served(), nil
}

// Translate is [translate.Engine]'s, but for the faults.
func (f *Fake) Translate(ctx context.Context, p translate.Pair, texts []string) ([]string, error) {
	if err := ctx.Err(); err != nil {
		return make([]string, len(texts)), err
	}
	if ok, _ := f.Serves(ctx, p); !ok {
		return make([]string, len(texts)), translate.Errorf(f.Is.Name, translate.NotServed, "the pair %s is not served", p)
	}
	fault := f.begin(texts)
	defer f.end()
	answers := make([]string, len(texts))
	for i, t := range texts {
		answers[i] = Answer(p, t)
	}
	if fault == nil {
		f.bill(texts)
		return answers, nil
	}
	answers, billed, err := fault(ctx, f.Is.Name, texts, answers)
	f.bill(billed)
	return answers, err
}

func (f *Fake) begin(texts []string) Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.requests = append(f.requests, slices.Clone(texts))
	f.running++
	f.most = max(f.most, f.running)
	if len(f.Faults) == 0 {
		return f.Always
	}
	fault := f.Faults[0]
	f.Faults = f.Faults[1:]
	return fault
}

func (f *Fake) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.running--
}

func (f *Fake) bill(texts []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.billed == nil {
		f.billed = map[string]int{}
	}
	for _, t := range texts {
		f.billed[t]++
	}
}

// Requests is the texts of each request, in the order in which they came.
func (f *Fake) Requests() [][]string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.requests)
}

// Billed is how often a text was billed.
func (f *Fake) Billed(text string) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.billed[text]
}

// Characters is how many were billed in all.
func (f *Fake) Characters() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := 0
	for t, times := range f.billed {
		n += times * translate.Characters(t)
	}
	return n
}

// Most is how many requests ran at once, at the most.
func (f *Fake) Most() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.most
}
