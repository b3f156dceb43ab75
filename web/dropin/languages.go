package dropin

import (
	"context"
	"errors"
	"slices"

	"triptych/lang"
	"triptych/translate"
	"triptych/workbench"
)

// pairs is the languages into which each language is translated. Only those that Triptych works with are listed;
// others are translated where an engine does.
func (d *Dropin) pairs(ctx context.Context) (map[lang.Tag][]lang.Tag, error) {
	out := map[lang.Tag][]lang.Tag{}
	for _, from := range lang.Served() {
		for _, to := range lang.Served() {
			if from == to {
				continue
			}
			ok, err := d.served(ctx, translate.Pair{From: from, To: to})
			if err != nil {
				return nil, err
			}
			if ok {
				out[from] = append(out[from], to)
			}
		}
	}
	return out, nil
}

// listed is the languages that are in any pair, in the order in which Triptych shows them.
func listed(pairs map[lang.Tag][]lang.Tag) []lang.Tag {
	var out []lang.Tag
	for _, tag := range lang.Served() {
		is := len(pairs[tag]) > 0
		for _, targets := range pairs {
			is = is || slices.Contains(targets, tag)
		}
		if is {
			out = append(out, tag)
		}
	}
	return out
}

// served tells whether a pair is translated. An engine that cannot be asked now is an error: a program that heard "no"
// may not ask again for a day.
func (d *Dropin) served(ctx context.Context, pair translate.Pair) (bool, error) {
	err := d.workbench.Serves(ctx, pair)
	var (
		problem *workbench.Problem
		engine  *translate.Error
	)
	switch {
	case err == nil:
		return true, nil
	case errors.As(err, &problem) && problem.Reason == workbench.NoEngine:
		return false, nil
	case errors.As(err, &engine) && (engine.Reason == translate.NoEngine || engine.Reason == translate.NotServed):
		return false, nil
	case errors.As(err, &engine) && problem == nil:
		return false, &workbench.Problem{Reason: workbench.Failed, Detail: engine.Error(), Cause: engine}
	}
	return false, err
}
