package translate

import (
	"context"
	"slices"
	"time"
)

// How often to look whether another process has translated a text: the first wait, doubled up to the longest.
const (
	firstLook   = 20 * time.Millisecond
	longestLook = time.Second
)

// writing is how long what was translated may take to be remembered after the caller has gone.
const writing = 2 * time.Second

// once translates segments, but those that others who share the memory are translating: it waits for these, and takes
// over what they fail to do. Its own are done and handed back before it waits, so that two never wait for each other.
func (r *Remembered) once(f *flight, p Pair, segments []segment) error {
	var err error
	for look := firstLook; ; look = min(2*look, longestLook) {
		others, e := r.turn(f, p, segments)
		if e != nil {
			err = graver(err, e)
		}
		if len(others) == 0 || err != nil && !isOfText(err) {
			return err
		}
		if e := sleep(f, look); e != nil {
			return e
		}
		if segments = r.learn(f, others); len(segments) == 0 {
			return err
		}
	}
}

// turn translates what no other process is translating, and returns what others are.
func (r *Remembered) turn(f *flight, p Pair, segments []segment) (others []segment, err error) {
	mine, others, release := r.claim(f, segments)
	defer release()
	// Somebody may have finished between our last reading and our lease.
	if mine = r.learn(f, mine); len(mine) > 0 {
		err = r.pay(f, p, mine)
	}
	return others, err
}

// claim asks for the right to translate. Where the memory cannot tell, all is ours.
func (r *Remembered) claim(f *flight, segments []segment) (mine, others []segment, release func()) {
	keys := make([]string, len(segments))
	for i, s := range segments {
		keys[i] = s.key
	}
	granted, free, err := r.memory.Lease(f, keys, r.lease)
	if err != nil || len(granted) != len(keys) {
		granted = slices.Repeat([]bool{true}, len(keys))
	}
	for i, s := range segments {
		if granted[i] {
			mine = append(mine, s)
		} else {
			others = append(others, s)
		}
	}
	release = func() {
		if free != nil {
			ctx, cancel := context.WithTimeout(context.WithoutCancel(f), writing)
			defer cancel()
			free(ctx)
		}
	}
	return mine, others, release
}

// learn takes into the flight's results what the memory holds by now, and returns the rest.
func (r *Remembered) learn(f *flight, segments []segment) []segment {
	if len(segments) == 0 {
		return nil
	}
	r.read(f, segments)
	var rest []segment
	for _, s := range segments {
		if s.found.Text == "" {
			rest = append(rest, s)
			continue
		}
		f.results[s.key] = s.found
	}
	return rest
}

// pay translates segments and remembers what came of it.
func (r *Remembered) pay(f *flight, p Pair, segments []segment) error {
	ctx, cancel := context.WithTimeout(f, r.lease)
	defer cancel()
	texts := segmentTexts(segments)
	answers, err := ask(ctx, r.engine, p, texts)
	if err != nil && ctx.Err() != nil && f.Err() == nil {
		err = Errorf(r.about.Name, Unavailable, "no answer came within %v", r.lease)
	}
	now := time.Now().UTC()
	values := map[string][]byte{}
	echoes := 0
	for i, s := range segments {
		answer := normal(answers[i])
		if answer == "" {
			continue
		}
		if answer == s.text {
			if untranslated(p, s.text) {
				echoes++
				continue
			}
		} else {
			values[s.key] = r.codec.encode(memorised{now, r.about.Name, r.about.Version, s.text, answer})
		}
		f.results[s.key] = Translation{Text: answer, Engine: r.about, When: now}
	}
	r.write(f, values)
	if echoes > 0 {
		err = graver(err, Errorf(r.about.Name, BadAnswer, "%d of %d texts came back untranslated", echoes, len(texts)))
	}
	return err
}

// write remembers, even when the caller has gone: it has been paid for.
func (r *Remembered) write(f *flight, values map[string][]byte) {
	if len(values) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(f), writing)
	defer cancel()
	_ = r.memory.Set(ctx, values) // the memory says itself when it is away
}
