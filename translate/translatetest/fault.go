package translatetest

import (
	"context"
	"strings"
	"time"

	"triptych/translate"
)

// Fault is what happens to one request: it is given the right answers, and tells what comes instead and which texts
// the service bills.
type Fault func(ctx context.Context, engine string, texts, answers []string) (got, billed []string, err error)

// Fails is a refusal that is not billed.
func Fails(reason translate.Reason) Fault {
	return func(_ context.Context, engine string, texts, _ []string) ([]string, []string, error) {
		return make([]string, len(texts)), nil, translate.Errorf(engine, reason, "told to fail")
	}
}

// BusyFor is a service that says how long to wait.
func BusyFor(d time.Duration) Fault {
	return func(_ context.Context, engine string, texts, _ []string) ([]string, []string, error) {
		err := translate.Errorf(engine, translate.Busy, "told to be busy")
		err.After = d
		return make([]string, len(texts)), nil, err
	}
}

// Lost is a request that the service does and bills, and whose answer does not arrive.
func Lost() Fault {
	return func(_ context.Context, engine string, texts, _ []string) ([]string, []string, error) {
		return make([]string, len(texts)), texts, translate.Errorf(engine, translate.Unavailable, "the connection was cut")
	}
}

// Half is a service that translates and bills the first half and then is busy.
func Half() Fault {
	return func(_ context.Context, engine string, texts, answers []string) ([]string, []string, error) {
		clear(answers[len(texts)/2:])
		return answers, texts[:len(texts)/2], translate.Errorf(engine, translate.Busy, "told to be busy half-way")
	}
}

// WrongCount is an answer that lacks a translation, and does not say which.
func WrongCount() Fault {
	return func(_ context.Context, _ string, texts, answers []string) ([]string, []string, error) {
		return answers[:len(answers)-1], texts, nil
	}
}

// Blank is an answer whose last translation is blank.
func Blank() Fault {
	return func(_ context.Context, _ string, texts, answers []string) ([]string, []string, error) {
		answers[len(answers)-1] = " "
		return answers, texts, nil
	}
}

// Echo gives the texts back as they are.
func Echo() Fault {
	return func(_ context.Context, _ string, texts, _ []string) ([]string, []string, error) {
		return texts, texts, nil
	}
}

// Hang answers nothing until the context ends. The service has done the work and bills it.
func Hang() Fault {
	return func(ctx context.Context, _ string, texts, _ []string) ([]string, []string, error) {
		<-ctx.Done()
		return make([]string, len(texts)), texts, ctx.Err()
	}
}

// Slow answers rightly after a while.
func Slow(d time.Duration) Fault {
	return func(ctx context.Context, _ string, texts, answers []string) ([]string, []string, error) {
		select {
		case <-ctx.Done():
			return make([]string, len(texts)), texts, ctx.Err()
		case <-time.After(d):
			return answers, texts, nil
		}
	}
}

// Crash panics.
func Crash() Fault {
	return func(context.Context, string, []string, []string) ([]string, []string, error) { panic("told to crash") }
}

// Poison fails every request that holds a text with the word, for the reason; a [translate.BadAnswer] is billed.
func Poison(word string, reason translate.Reason) Fault {
	return func(_ context.Context, engine string, texts, answers []string) ([]string, []string, error) {
		for _, t := range texts {
			if !strings.Contains(t, word) {
				continue
			}
			var billed []string
			if reason == translate.BadAnswer {
				billed = texts
			}
			return make([]string, len(texts)), billed, translate.Errorf(engine, reason, "told to choke on a text")
		}
		return answers, texts, nil
	}
}
