package translate

import (
	"context"
	"log/slog"
	"time"
)

// Translation is what became of a text: of no engine where there was nothing to translate (a blank text, a number), and
// empty where the text has no translation.
type Translation struct {
	Text       string
	Engine     About
	When       time.Time // when the engine made it
	Remembered bool      // whether it was read from memory and cost nothing
}

// Remembering says how translations are remembered. The zero value remembers nothing, but still translates a text once
// that is asked for by many at the same time.
type Remembering struct {
	Memory   Memory // nil: none
	Format   string // what markup the texts hold; "" is "text"
	Glossary string // names the glossary and its version; "" is none
	// Lease is how long others who share the memory wait for a text that is being translated by a process that died; no
	// translation may take longer. 0 is two minutes.
	Lease time.Duration
	// Saved is told how many characters of a paid engine were answered from memory; may be nil.
	Saved func(ctx context.Context, engine string, characters int)
	Log   *slog.Logger // nil: nothing is logged
}

// Remembered is an engine with a memory: what it translated before, it does not translate again. Texts are remembered
// one by one, so that one changed sentence costs one sentence; all texts of a call are read at once, and written in
// groups as they are translated. A failure is never remembered, and neither is a text that came back as it was: right for
// a name, but more often a fault. Such an echo is returned where it may be a translation, and is a [BadAnswer] else.
type Remembered struct {
	engine           Engine
	about            About
	memory           Memory
	format, glossary string
	lease            time.Duration
	saved            func(ctx context.Context, engine string, characters int)
	log              *slog.Logger
	codec            codec
	flights          flights
}

// Remember gives an engine a memory.
func Remember(e Engine, how Remembering) *Remembered {
	r := &Remembered{engine: e, about: e.About(), memory: how.Memory, format: how.Format, glossary: how.Glossary,
		lease: how.Lease, saved: how.Saved, log: how.Log}
	if r.memory == nil {
		r.memory = forgetful{}
	}
	if r.format == "" {
		r.format = "text"
	}
	if r.lease <= 0 {
		r.lease = 2 * time.Minute
	}
	if r.saved == nil {
		r.saved = func(context.Context, string, int) {}
	}
	if r.log == nil {
		r.log = slog.New(slog.DiscardHandler)
	}
	return r
}

// About is the engine's.
func (r *Remembered) About() About { return r.about }

// Serves is the engine's.
func (r *Remembered) Serves(ctx context.Context, p Pair) (bool, error) {
	return r.engine.Serves(ctx, p)
}

// Lookup reads what is remembered, never translates, and counts the characters of what is not remembered. The answer has
// one translation a text.
func (r *Remembered) Lookup(ctx context.Context, p Pair, texts []string) ([]Translation, int) {
	s := newSheet(texts)
	missing := r.recall(ctx, p, s.segments)
	r.countSaved(ctx, s.segments)
	return s.answers(), Characters(segmentTexts(missing)...)
}

// Translate translates what is not remembered. The answer has one translation a text; with an error some of them are
// empty. Errors are of type [*Error], or ctx's.
func (r *Remembered) Translate(ctx context.Context, p Pair, texts []string) ([]Translation, error) {
	s := newSheet(texts)
	missing := r.recall(ctx, p, s.segments)
	r.countSaved(ctx, s.segments)
	if len(missing) == 0 {
		return s.answers(), nil
	}
	results, err := r.fetch(ctx, p, missing)
	for i := range s.segments {
		if t, ok := results[s.segments[i].key]; ok {
			s.segments[i].found = t
		}
	}
	return s.answers(), err
}

// recall fills in what the memory holds, and returns the others, each once.
func (r *Remembered) recall(ctx context.Context, p Pair, segments []segment) []segment {
	if len(segments) == 0 {
		return nil
	}
	r.keys(p, segments)
	r.read(ctx, segments)
	var missing []segment
	var seen map[string]bool
	for _, s := range segments {
		if s.found.Text != "" || seen[s.key] {
			continue
		}
		if seen == nil {
			seen = map[string]bool{}
		}
		seen[s.key] = true
		missing = append(missing, s)
	}
	return missing
}

// read is one reading of the memory.
func (r *Remembered) read(ctx context.Context, segments []segment) {
	keys := make([]string, len(segments))
	for i, s := range segments {
		keys[i] = s.key
	}
	values, _ := r.memory.Get(ctx, keys) // with an error too it may have found some
	if len(values) != len(keys) {
		return
	}
	var scratch []byte
	for i, value := range values {
		if value == nil {
			continue
		}
		var text string
		var when time.Time
		var ok bool
		if text, when, scratch, ok = r.codec.decode(value, segments[i].text, scratch); ok {
			segments[i].found = Translation{Text: text, Engine: r.about, When: when, Remembered: true}
		}
	}
}

func (r *Remembered) countSaved(ctx context.Context, segments []segment) {
	if !r.about.Paid {
		return
	}
	n := 0
	for _, s := range segments {
		if s.found.Text != "" {
			n += Characters(s.text)
		}
	}
	if n > 0 {
		r.saved(ctx, r.about.Name, n)
	}
}
