package main

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"triptych/article/fetch"
	"triptych/cache"
	"triptych/lang/detect"
	"triptych/store"
	"triptych/translate"
	"triptych/workbench"
)

// services is what outlasts a request: the data folder, the memory of translations, the engines. Commands that neither
// translate nor keep anything do without.
type services struct {
	work   *workbench.Workbench
	store  *store.Store
	memory *cache.Tiered
	router *translate.Router
	close  []func() error
}

// open opens the services as the environment says. What it returns is closed by its caller.
func (p *program) open(ctx context.Context, log *slog.Logger) (*services, error) {
	s := &services{}
	if err := s.openAll(ctx, p.env, log); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	pages := fetch.New(fetch.Options{Allow: allowed(p.env), UserAgent: userAgent(), Log: log})
	s.close = append(s.close, func() error { pages.Close(); return nil })
	s.work = workbench.New(detect.New(), workbench.WithTranslator(s.router), workbench.WithFetcher(pages, keeper{s.store}))
	return s, nil
}

// allowed lists the hosts that may be fetched although they are not public.
func allowed(env func(string) string) []string {
	return strings.FieldsFunc(env("TRIPTYCH_FETCH_ALLOW"), func(r rune) bool { return r == ',' || r == ' ' || r == ';' })
}

// userAgent says honestly who fetches.
func userAgent() string { return "Triptych/" + versionNumber() }

// workbench is the workbench for a command that compares inputs. With services if they are to be translated or fetched,
// or if an engine is set up whose remembered translations help to align; else without, so that nothing is opened for
// nothing. The second value closes what was opened.
func (p *program) workbench(ctx context.Context, translating bool, inputs []workbench.Input) (*workbench.Workbench, func() error, error) {
	fetching := slices.ContainsFunc(inputs, func(in workbench.Input) bool { return in.URL != "" })
	if !translating && !fetching && !wantsGoogle(p.env) && p.env("TRIPTYCH_LIBRETRANSLATE_URL") == "" {
		return p.work, func() error { return nil }, nil
	}
	s, err := p.open(ctx, warnings(p.stderr))
	if err != nil {
		return nil, nil, err
	}
	return s.work, s.Close, nil
}

// openAll opens one after the other; what was opened is closed in any case.
func (s *services) openAll(ctx context.Context, env func(string) string, log *slog.Logger) error {
	settings, err := readSettings(env)
	if err != nil {
		return err
	}
	folder, err := dataFolder(env)
	if err != nil {
		return err
	}
	if s.store, err = store.Open(ctx, folder, log, store.WithBudget(settings.budget)); err != nil {
		return unusable(folder, err)
	}
	s.close = append(s.close, s.store.Close)
	if err := s.openMemory(env, folder, log); err != nil {
		return err
	}
	engines, err := s.openEngines(ctx, env, log)
	if err != nil {
		return err
	}
	s.router = translate.NewRouter(translate.Setup{
		Engines: engines, Routes: settings.routes, Prices: settings.prices, Absent: missingEngines(engines),
	})
	return nil
}

// Close closes what was opened, the last first.
func (s *services) Close() error {
	var all []error
	for _, one := range slices.Backward(s.close) {
		all = append(all, one())
	}
	s.close = nil
	return errors.Join(all...)
}

// openMemory opens the memory of translations: this process's own, Redis if there is one, and a file.
func (s *services) openMemory(env func(string) string, folder string, log *slog.Logger) error {
	own, err := cache.NewMemory(0)
	if err != nil {
		return err
	}
	local, err := cache.OpenEmbedded(filepath.Join(folder, "cache.db"), cache.EmbeddedOptions{Log: log})
	if err != nil {
		return unusable(folder, err)
	}
	var shared cache.Store
	if address := env("TRIPTYCH_REDIS_URL"); address != "" {
		if shared, err = cache.OpenRedis(address, cache.RedisOptions{Log: log}); err != nil {
			return errors.Join(misuse("TRIPTYCH_REDIS_URL: "+err.Error(), "write redis://host:6379/0, or unset it"), local.Close())
		}
	}
	s.memory = cache.NewTiered(own, shared, local, log)
	s.close = append(s.close, s.memory.Close)
	return nil
}

// settings are what the environment says about routes and money.
type settings struct {
	routes translate.Routes
	prices translate.Prices
	budget store.Budget
}

func readSettings(env func(string) string) (s settings, err error) {
	if s.routes, err = translate.ParseRoutes(env("TRIPTYCH_ROUTES"), engineNames()...); err != nil {
		return s, badInput("TRIPTYCH_ROUTES", err.Error(), "")
	}
	if s.prices, err = translate.ParsePrices(env("TRIPTYCH_PRICE")); err != nil {
		return s, badInput("TRIPTYCH_PRICE", err.Error(), "")
	}
	limits, err := translate.ParseBudget(env("TRIPTYCH_BUDGET"))
	if err != nil {
		return s, badInput("TRIPTYCH_BUDGET", err.Error(), "")
	}
	s.budget = store.Budget{}
	for engine, characters := range limits {
		s.budget[engine] = int64(characters)
	}
	if _, priced := s.prices["google"]; !priced {
		s.prices["google"] = googlePrice
	}
	return s, nil
}

// googlePrice is Google's list price in dollars for a million characters; TRIPTYCH_PRICE says what else is paid.
const googlePrice = 20

// dataFolder is where data are kept.
func dataFolder(env func(string) string) (string, error) {
	if folder := env("TRIPTYCH_DATA"); folder != "" {
		return folder, nil
	}
	if folder := env("XDG_DATA_HOME"); filepath.IsAbs(folder) {
		return filepath.Join(folder, "triptych"), nil
	}
	home := env("HOME")
	switch {
	case runtime.GOOS == "windows" && env("LocalAppData") != "":
		return filepath.Join(env("LocalAppData"), "Triptych"), nil
	case home == "":
		return "", misuse("it is not known where your data are to be kept, for HOME is not set", "set TRIPTYCH_DATA to a folder")
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support", "Triptych"), nil
	}
	return filepath.Join(home, ".local", "share", "triptych"), nil
}

// unusable is a data folder that cannot be used.
func unusable(folder string, err error) error {
	var known *store.Unusable
	if errors.As(err, &known) {
		return badInput(known.Path, known.Problem, known.Fix)
	}
	var at *os.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return badInput(folder, "the data folder cannot be used: "+err.Error(), "set TRIPTYCH_DATA to a folder that can be written")
}
