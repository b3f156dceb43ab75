// Package translate says what a translation engine promises, and wraps engines in what every one of them needs: requests
// packed to the service's limits, retries, a budget, a memory, and routes from one language to another. The engines
// themselves are in the folders below.
package translate

import (
	"context"

	"triptych/lang"
)

// Engine translates segments of plain text. An engine is safe for use by many at once.
type Engine interface {
	// About says which engine it is and what it costs.
	About() About
	// Serves tells whether the engine translates a pair. It may have to ask the service, but not at every call.
	Serves(ctx context.Context, p Pair) (bool, error)
	// Translate translates texts. The answer holds one translation for each, in the same order. With an error it holds
	// what was translated all the same, and "" for every text that was not. An engine never answers a blank translation
	// of a text that is not blank without an error. Errors are of type [*Error], or the context's.
	Translate(ctx context.Context, p Pair, texts []string) ([]string, error)
}

// Pair is the direction of a translation.
type Pair struct{ From, To lang.Tag }

func (p Pair) String() string { return string(p.From) + "-" + string(p.To) }

// Askable tells whether both languages are known and differ. A service would guess a source that is not.
func (p Pair) Askable() bool {
	known := func(t lang.Tag) bool { return t != "" && t != lang.Undetermined }
	return known(p.From) && known(p.To) && p.From != p.To
}

// About describes an engine.
type About struct {
	Name    string // as in TRIPTYCH_ROUTES: "google", "libre", "apertium"
	Title   string // for people: "Google Translate", "Apertium"
	Version string // of the engine's model; a remembered translation of another version is not used
	Paid    bool   // whether every character of a request is money
	Draft   bool   // whether the output is a rough draft only, and to be marked so
}

// Limits are what one request to a service may hold; 0 is no limit.
type Limits struct {
	Texts      int
	CodePoints int
	Bytes      int
	Parallel   int // how many requests of one call run at once; 0 is 4
}
