package cache

import (
	"context"
	"errors"
	"net"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

// outcome is what an error says of the server.
type outcome int

const (
	answered outcome = iota // it answered, if only to refuse
	left                    // the caller did not wait for the answer
	crowded                 // all our connections are in use
	down                    // it does not answer, or cannot serve anybody now
)

// downReplies begin the answers of a server that cannot serve anybody now. All other errors that a server answers
// concern the one command: OOM, READONLY, MISCONF and NOREPLICAS only writes, WRONGTYPE, CROSSSLOT, MOVED and NOPERM only
// some keys.
const downReplies = "LOADING MASTERDOWN CLUSTERDOWN BUSY NOAUTH WRONGPASS"

// outcomeOf reads the error of a call that was made on behalf of ctx, under a tighter time limit of ours.
func outcomeOf(ctx context.Context, err error) outcome {
	if err == nil || errors.Is(err, redis.Nil) {
		return answered
	}
	if reply, ok := errors.AsType[redis.Error](err); ok {
		if isDown(reply.Error()) {
			return down
		}
		return answered
	}
	if ended(ctx) {
		return left
	}
	if errors.Is(err, redis.ErrPoolTimeout) || errors.Is(err, redis.ErrPoolExhausted) {
		return crowded
	}
	return down
}

func isDown(reply string) bool {
	reply = strings.TrimPrefix(reply, "ERR ")
	code, _, _ := strings.Cut(reply, " ")
	return slices.Contains(strings.Fields(downReplies), code) || strings.HasPrefix(reply, "max number of clients")
}

// ended tells whether the caller's context is over. The deadline is looked at by itself: the socket's timer, which is set
// to it, may fire just before the context's own.
func ended(ctx context.Context) bool {
	deadline, ok := ctx.Deadline()
	return ctx.Err() != nil || ok && !time.Now().Before(deadline)
}

func isTimeout(err error) bool {
	if errors.Is(err, context.DeadlineExceeded) {
		return true
	}
	e, ok := errors.AsType[net.Error](err)
	return ok && e.Timeout()
}

// worse is the error that says more of the server.
func worse(ctx context.Context, a, b error) error {
	if outcomeOf(ctx, b) > outcomeOf(ctx, a) || a == nil && !errors.Is(b, redis.Nil) {
		return b
	}
	return a
}
