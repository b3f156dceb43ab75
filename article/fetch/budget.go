package fetch

import (
	"context"
	"errors"
	"time"
)

// budget is what is left of the time that one Get may take. It runs while work is done and stands while we wait for
// others, so that a queue at a busy host fails nobody.
type budget struct{ left time.Duration }

var errTooSlow = errors.New("the time limit is over")

// spend does a piece of work within what is left. Its error is errTooSlow where the time was not enough.
func (b *budget) spend(ctx context.Context, work func(context.Context) error) error {
	limited, cancel := context.WithTimeoutCause(ctx, b.left, errTooSlow)
	defer cancel()
	start := time.Now()
	err := work(limited)
	b.left -= time.Since(start)
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case limited.Err() != nil:
		return errTooSlow
	}
	return err
}
