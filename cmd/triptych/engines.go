package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"triptych/cache"
	"triptych/lang"
	"triptych/store"
	"triptych/translate"
	"triptych/translate/apertium"
	"triptych/translate/google"
	"triptych/translate/libre"
)

// engineNames are the names that routes may have.
func engineNames() []string { return []string{"google", "libre", "apertium"} }

// openEngines opens the engines that the environment sets up, each with memory, ledger and retries.
func (s *services) openEngines(ctx context.Context, env func(string) string, log *slog.Logger) ([]*translate.Remembered, error) {
	var out []*translate.Remembered
	remember := func(e translate.Engine) {
		out = append(out, translate.Remember(e, translate.Remembering{
			Memory: memory{s.memory}, Saved: s.saved, Log: log,
		}))
	}
	if wantsGoogle(env) {
		e, err := google.New(ctx, google.Options{
			Key: env("TRIPTYCH_GOOGLE_KEY"), Project: env("TRIPTYCH_GOOGLE_PROJECT"), Endpoint: env("TRIPTYCH_GOOGLE_ENDPOINT"),
		})
		if err != nil {
			return nil, misuse("Google Translate cannot be used: "+err.Error(), "")
		}
		remember(translate.Service(e, e.Limits(), translate.Policy{}, ledger{s.store}))
	}
	if address := env("TRIPTYCH_LIBRETRANSLATE_URL"); address != "" {
		e, err := libre.New(libre.Options{URL: address, Key: env("TRIPTYCH_LIBRETRANSLATE_KEY")})
		if err != nil {
			return nil, misuse("TRIPTYCH_LIBRETRANSLATE_URL: "+err.Error(), "")
		}
		remember(translate.Service(e, e.Limits(), translate.Policy{}, ledger{s.store}))
	}
	switch e, err := apertium.New(apertium.Options{Program: env("TRIPTYCH_APERTIUM"), Log: log}); {
	case err == nil:
		s.close = append(s.close, e.Close)
		remember(translate.Pack(e, translate.Limits{}))
	case env("TRIPTYCH_APERTIUM") != "":
		return nil, misuse("TRIPTYCH_APERTIUM: "+err.Error(), "")
	default:
		log.DebugContext(ctx, "no Apertium", "error", err)
	}
	return out, nil
}

// wantsGoogle tells whether Google was set up: looking for credentials that nobody mentioned would ask the network.
func wantsGoogle(env func(string) string) bool {
	return env("TRIPTYCH_GOOGLE_KEY") != "" || env("TRIPTYCH_GOOGLE_PROJECT") != "" || env("GOOGLE_APPLICATION_CREDENTIALS") != ""
}

// missingEngines says how to set up the engines that are not there.
func missingEngines(there []*translate.Remembered) []translate.Absent {
	all := []translate.Absent{
		{Name: "google", Advice: "set TRIPTYCH_GOOGLE_KEY"},
		{Name: "libre", Advice: "set TRIPTYCH_LIBRETRANSLATE_URL"},
		{Name: "apertium", Advice: "install apertium-bel-rus", Serves: func(p translate.Pair) bool {
			return p == translate.Pair{From: lang.Belarusian, To: lang.Russian} || p == translate.Pair{From: lang.Russian, To: lang.Belarusian}
		}},
	}
	var out []translate.Absent
	for _, a := range all {
		if !named(there, a.Name) {
			out = append(out, a)
		}
	}
	return out
}

func named(engines []*translate.Remembered, name string) bool {
	for _, e := range engines {
		if e.About().Name == name {
			return true
		}
	}
	return false
}

func (s *services) saved(ctx context.Context, engine string, characters int) {
	s.store.Saved(ctx, engine, characters)
}

// memory is the cache as engines remember in it.
type memory struct{ *cache.Tiered }

// forever: what was paid for is kept as long as there is room.
const forever = time.Duration(0)

func (m memory) Set(ctx context.Context, values map[string][]byte) error {
	items := make([]cache.Item, 0, len(values))
	for key, value := range values {
		items = append(items, cache.Item{Key: key, Value: value})
	}
	return m.Tiered.Set(ctx, items, forever)
}

// ledger is the store as engines reserve in it.
type ledger struct{ store *store.Store }

func (l ledger) Reserve(ctx context.Context, engine string, characters int) (translate.Reservation, error) {
	r, err := l.store.Reserve(ctx, engine, characters)
	if err == nil {
		return reservation{r}, nil
	}
	var over *store.OverBudget
	if errors.As(err, &over) {
		return nil, &translate.Error{Engine: engine, Reason: translate.OverBudget, Detail: over.Error(),
			Fix: "raise TRIPTYCH_BUDGET, or wait for the next month"}
	}
	return nil, err
}

type reservation struct{ *store.Reservation }

func (r reservation) Settle(ctx context.Context, characters int) error {
	return r.Reservation.Settle(ctx, characters)
}
