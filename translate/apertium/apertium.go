// Package apertium translates between Belarusian and Russian with Apertium (https://www.apertium.org): offline, free,
// rule by rule and word by word. What comes out is a rough draft in which about a fifth of the words stay as they were.
//
// The programs of Apertium's pipe are started once and kept. The script `apertium` cannot be used so: it starts every
// program anew for each text, and the Russian pipe, as Debian packages it, crashes on most sentences, answers nothing
// and reports success.
package apertium

import (
	"cmp"
	"context"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"triptych/lang"
	"triptych/translate"
)

const (
	name = "apertium"
	fix  = "install the packages apertium and apertium-bel-rus, or set TRIPTYCH_APERTIUM to the path of the program"
)

// Options say where Apertium is and what it may use.
type Options struct {
	Program  string        // path of the program apertium; "" looks for it on PATH
	Deadline time.Duration // for the next answer of a pipe; 0 is 10 seconds, which leaves room for its start
	Pipes    int           // at most so many a direction, about 80 MiB each; 0 is 1, which keeps two cores busy
	Log      *slog.Logger  // nil logs nothing
}

// Words counts the words of translations.
type Words struct {
	All     int64
	Unknown int64 // left as they were in the source, or without the right ending
}

// Engine is the Apertium that is installed. Close it, or its programs stay as long as this one.
type Engine struct {
	directions []*direction
	version    func() string
	close      func()
}

// direction is one direction of translation, and the pipes that serve it.
type direction struct {
	pair     translate.Pair
	mode     mode
	missing  error // why the direction is not served, if so
	deadline time.Duration
	log      *slog.Logger
	slots    chan *pipe    // whoever holds a slot may use its pipe, and start it where it is nil
	closed   chan struct{} // of the engine

	words, unknown atomic.Int64
}

// New finds what is installed. It starts nothing. The error is a [*translate.Error] that says what to install.
func New(o Options) (*Engine, error) {
	h, err := findHome(o.Program)
	if err != nil {
		return nil, notServed(err)
	}
	closed := make(chan struct{})
	e := &Engine{close: sync.OnceFunc(func() { close(closed) })}
	served := false
	for _, p := range []translate.Pair{{From: lang.Belarusian, To: lang.Russian}, {From: lang.Russian, To: lang.Belarusian}} {
		d := newDirection(h, p, o, closed)
		e.directions = append(e.directions, d)
		served = served || d.missing == nil
	}
	if !served {
		return nil, notServed(e.directions[0].missing)
	}
	e.version = sync.OnceValue(func() string { return versionOf(e.directions) })
	return e, nil
}

func newDirection(h home, p translate.Pair, o Options, closed chan struct{}) *direction {
	d := &direction{
		pair: p, closed: closed,
		deadline: cmp.Or(o.Deadline, 10*time.Second),
		log:      cmp.Or(o.Log, slog.New(slog.DiscardHandler)),
		slots:    make(chan *pipe, max(o.Pipes, 1)),
	}
	d.mode, d.missing = h.mode(code(p.From) + "-" + code(p.To))
	for range cap(d.slots) {
		d.slots <- nil
	}
	return d
}

// code is what Apertium calls a language in the names of its modes.
func code(t lang.Tag) string {
	if t == lang.Belarusian {
		return "bel"
	}
	return "rus"
}

func notServed(why error) error {
	return &translate.Error{Engine: name, Reason: translate.NotServed, Detail: why.Error(), Fix: fix}
}

// About reads all of Apertium's data the first time: the version is a hash of it.
func (e *Engine) About() translate.About {
	return translate.About{Name: name, Title: "Apertium", Version: e.version(), Draft: true}
}

// Serves tells whether the mode of the pair, its programs and its data are there.
func (e *Engine) Serves(_ context.Context, p translate.Pair) (bool, error) {
	d := e.direction(p)
	return d != nil && d.missing == nil, nil
}

// Words counts what has been translated in one direction since the start.
func (e *Engine) Words(p translate.Pair) Words {
	d := e.direction(p)
	if d == nil {
		return Words{}
	}
	return Words{All: d.words.Load(), Unknown: d.unknown.Load()}
}

// Close ends all programs and waits until they are gone. Translations under way fail, and those that come later.
func (e *Engine) Close() error {
	e.close()
	for _, d := range e.directions {
		for range cap(d.slots) {
			if p := <-d.slots; p != nil {
				p.kill()
			}
		}
		for range cap(d.slots) {
			d.slots <- nil // so that it may be closed twice
		}
	}
	return nil
}

func (e *Engine) direction(p translate.Pair) *direction {
	for _, d := range e.directions {
		if d.pair == p {
			return d
		}
	}
	return nil
}

// Translate translates plain text. Line breaks, spaces around the text, addresses and hashtags come through unchanged.
func (e *Engine) Translate(ctx context.Context, p translate.Pair, texts []string) ([]string, error) {
	d := e.direction(p)
	if d == nil {
		return make([]string, len(texts)), translate.Errorf(name, translate.NotServed, "%s is not translated", p)
	}
	if d.missing != nil {
		return make([]string, len(texts)), notServed(d.missing)
	}
	pieces, of := cutAll(texts)
	err := d.translate(ctx, pieces)
	return joinAll(len(texts), pieces, of), err
}

// cutAll cuts every text into pieces; of tells which text a piece is of.
func cutAll(texts []string) (pieces []*piece, of []int) {
	for i, text := range texts {
		for part := range cut(strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\uFFFD")) {
			pieces = append(pieces, newPiece(part))
			of = append(of, i)
		}
	}
	return pieces, of
}

// joinAll puts translated pieces together. A text that lacks one is "".
func joinAll(n int, pieces []*piece, of []int) []string {
	texts := make([]string, n)
	for start := 0; start < len(pieces); {
		end, whole := start, true
		var b strings.Builder
		for ; end < len(pieces) && of[end] == of[start]; end++ {
			b.WriteString(pieces[end].translation)
			whole = whole && pieces[end].done
		}
		if whole {
			texts[of[start]] = b.String()
		}
		start = end
	}
	return texts
}
