package cache

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/redis/go-redis/v9"
)

const leasePrefix = "lease:"

// giveBack deletes a lease if it is still ours: it may have ended, and another may hold the key now.
const giveBack = `if redis.call("get", KEYS[1]) == ARGV[1] then return redis.call("del", KEYS[1]) end return 0`

// Lease writes a token of its own under each key that has none. One round trip takes the leases and one gives them back.
func (r *Redis) Lease(ctx context.Context, keys []string, ttl time.Duration) ([]bool, func(context.Context), error) {
	granted := make([]bool, len(keys))
	if err := checkLease(keys, ttl); err != nil || len(keys) == 0 {
		return granted, noRelease, err
	}
	keys = slices.Clone(keys) // the caller's to change, before the release
	token := rand.Text()
	err := r.do(ctx, func(ctx context.Context) error { return r.take(ctx, keys, token, ttl, granted) })
	release := func(ctx context.Context) { r.release(ctx, keys, granted, token) }
	if err != nil {
		release(ctx) // what was granted before the failure
		return make([]bool, len(keys)), noRelease, fmt.Errorf("lease from Redis: %w", err)
	}
	return granted, release, nil
}

func (r *Redis) take(ctx context.Context, keys []string, token string, ttl time.Duration, granted []bool) error {
	pipe, replies := r.client.Pipeline(), make([]*redis.StatusCmd, len(keys))
	for i, k := range keys {
		replies[i] = pipe.SetArgs(ctx, leasePrefix+k, token, redis.SetArgs{Mode: "NX", TTL: ttl})
	}
	_, _ = pipe.Exec(ctx) // every reply holds its own error
	var worst error
	for i, reply := range replies {
		err := reply.Err()
		granted[i] = err == nil
		if !errors.Is(err, redis.Nil) {
			worst = worse(ctx, worst, err)
		}
	}
	return worst
}

// release says nothing of failures: a lease that cannot be given back ends by itself.
func (r *Redis) release(ctx context.Context, keys []string, granted []bool, token string) {
	if !slices.Contains(granted, true) {
		return
	}
	_ = r.do(context.WithoutCancel(ctx), func(ctx context.Context) error {
		pipe := r.client.Pipeline()
		for i, k := range keys {
			if granted[i] {
				pipe.Eval(ctx, giveBack, []string{leasePrefix + k}, token)
			}
		}
		_, err := pipe.Exec(ctx)
		return err
	})
}
