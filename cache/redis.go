package cache

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/logging"
)

// DefaultTimeout is how long a step of a call to a Redis may take unless told otherwise: to dial, to write, to wait for
// the answer.
const DefaultTimeout = 40 * time.Millisecond

// DefaultTLSTimeout is how long dialling may take with TLS unless told otherwise. A server beside us was seen to need
// 50 ms for every fifth handshake.
const DefaultTLSTimeout = 250 * time.Millisecond

// batch is how many keys go into one round trip, so that what they weigh fits into the time of a call.
const batch = 512

// RedisOptions are the settings of [OpenRedis] that are not in the address. The zero value is ready for use.
type RedisOptions struct {
	Timeout time.Duration // DefaultTimeout if 0; what the address says goes before it
	Log     *slog.Logger  // nil: say nothing
}

// Redis is a [Store] that many processes share. The first call that is not answered costs its time limit; from then on
// calls are answered [ErrAway] at once, until a probe in the background finds the server back.
type Redis struct {
	client redis.UniversalClient
	kind   string
	bound  time.Duration
	guard  *guard
	fetch  func(ctx context.Context, keys []string, values [][]byte) error
	counters
}

// OpenRedis makes a store of the Redis at an address. It does not dial: a server that is not there is found out by the
// first call. The address decides what it stands for:
//
//	redis://[user:password@]host[:port][/database]     one server
//	rediss://…                                         the same, with TLS
//	unix://[user:password@]/path/of/socket[?db=1]      the same, on this machine
//	redis://host:port?addr=host2:port2&addr=…          a cluster: addr= is there, host and addr are nodes to begin with
//	redis+cluster://host:port                          a cluster of which one address is known
//	redis://host:port[/database]?master_name=mymaster  the server that sentinels name: master_name= is there, host and
//	                                                   addr= are sentinels, username= and password= are the server's own
//	redis+sentinel://host:port?master_name=mymaster    the same
//
// rediss goes with cluster and sentinel too. Of the library's parameters, those that matter for a server far away or
// behind TLS are dial_timeout, read_timeout, write_timeout and pool_timeout (such as 300ms; [DefaultTimeout]
// each, and [DefaultTLSTimeout] to dial with TLS); a call in whole is given a quarter more than the longest of them. Certificates are checked against the system's
// authorities, or not at all with skip_verify=true, which a cluster does not take.
func OpenRedis(address string, o RedisOptions) (*Redis, error) {
	or(&o.Timeout, DefaultTimeout)
	or(&o.Log, slog.New(slog.DiscardHandler))
	parsed, kind, err := parseAddress(address, o.Timeout)
	if err != nil {
		return nil, fmt.Errorf("read the address of Redis: %w", err)
	}
	logging.Disable() // the library writes a line to stderr at every failed dial; what matters of it the guard says once
	client, err := parsed.connect()
	if err != nil {
		return nil, fmt.Errorf("connect to Redis: %w", err)
	}
	r := &Redis{client: client, kind: kind, bound: parsed.bound}
	r.guard = newGuard(r.ping, probeEvery, o.Log)
	r.fetch = r.mget
	if kind == cluster {
		r.fetch = r.gets
	}
	return r, nil
}

// do makes one call, unless the server is known to be away, within the time of a call.
func (r *Redis) do(ctx context.Context, call func(context.Context) error) error {
	turn, ok := r.guard.enter()
	if !ok {
		r.away.Add(1)
		return ErrAway
	}
	r.calls.Add(1)
	bounded, cancel := context.WithTimeout(ctx, r.bound)
	defer cancel()
	err := call(bounded)
	result := outcomeOf(ctx, err)
	if result == answered {
		r.guard.answered(turn)
		return err
	}
	if result == left {
		return err
	}
	r.failed.Add(1)
	if isTimeout(err) {
		r.slow.Add(1)
	}
	if result == down {
		r.guard.failed(turn, err)
		return fmt.Errorf("%w: %w", ErrAway, err)
	}
	return err
}

// Get reads from all nodes of a cluster at once. Values of one answer may share one piece of memory, so keeping one keeps
// all.
func (r *Redis) Get(ctx context.Context, keys []string) ([][]byte, error) {
	if err := checkKeys(keys); err != nil {
		return nil, err
	}
	values := make([][]byte, len(keys))
	for from := 0; from < len(keys); from += batch {
		to := min(from+batch, len(keys))
		err := r.do(ctx, func(ctx context.Context) error { return r.fetch(ctx, keys[from:to], values[from:to]) })
		if err != nil {
			return values, fmt.Errorf("read from Redis: %w", err)
		}
		r.read(values[from:to])
	}
	return values, nil
}

// mget reads from one server.
func (r *Redis) mget(ctx context.Context, keys []string, values [][]byte) error {
	replies, err := r.client.MGet(ctx, keys...).Result()
	if err != nil {
		return err
	}
	copyReplies(values, replies)
	return nil
}

// copyReplies turns strings into bytes in one allocation. One for each costs a sixth of the whole call.
func copyReplies(values [][]byte, replies []any) {
	size := 0
	for _, reply := range replies {
		s, _ := reply.(string)
		size += len(s)
	}
	room := make([]byte, 0, size)
	for i, reply := range replies {
		if s, ok := reply.(string); ok { // nil where there is none
			from := len(room)
			room = append(room, s...)
			values[i] = room[from:len(room):len(room)]
		}
	}
}

// gets reads from a cluster, where the client parts a pipeline by node; an MGET it would send to one of them, which
// refuses keys of others.
func (r *Redis) gets(ctx context.Context, keys []string, values [][]byte) error {
	pipe, replies := r.client.Pipeline(), make([]*redis.StringCmd, len(keys))
	for i, k := range keys {
		replies[i] = pipe.Get(ctx, k)
	}
	_, _ = pipe.Exec(ctx) // every reply holds its own error
	var worst error
	for i, reply := range replies {
		value, err := reply.Bytes()
		if err == nil {
			values[i] = append([]byte{}, value...) // the library's bytes are a string's
		}
		worst = worse(ctx, worst, err)
	}
	return worst
}

// Set counts what the server refuses to keep as rejected.
func (r *Redis) Set(ctx context.Context, items []Item, ttl time.Duration) error {
	if err := checkItems(items, ttl); err != nil {
		return err
	}
	for from := 0; from < len(items); from += batch {
		some := items[from:min(from+batch, len(items))]
		if err := r.do(ctx, func(ctx context.Context) error { return r.put(ctx, some, ttl) }); err != nil {
			return fmt.Errorf("write to Redis: %w", err)
		}
	}
	return nil
}

func (r *Redis) put(ctx context.Context, items []Item, ttl time.Duration) error {
	pipe := r.client.Pipeline()
	for _, i := range items {
		pipe.Set(ctx, i.Key, i.Value, ttl)
	}
	replies, err := pipe.Exec(ctx)
	if err == nil {
		return nil
	}
	var worst error
	for _, reply := range replies {
		if _, refused := errors.AsType[redis.Error](reply.Err()); refused {
			r.rejected.Add(1)
		}
		worst = worse(ctx, worst, reply.Err())
	}
	return worse(ctx, err, worst)
}

// Health asks the server, or every master of a cluster.
func (r *Redis) Health(ctx context.Context) error { return r.do(ctx, r.ping) }

func (r *Redis) ping(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, r.bound)
	defer cancel()
	nodes, ok := r.client.(*redis.ClusterClient)
	if !ok {
		return r.client.Ping(ctx).Err()
	}
	return nodes.ForEachMaster(ctx, func(ctx context.Context, node *redis.Client) error { return node.Ping(ctx).Err() })
}

// Name is "redis", "redis-cluster" or "redis-sentinel".
func (r *Redis) Name() string { return r.kind }

// Stats count calls as [Store] says; a call is one round trip, or one to each node of a cluster that it concerns.
func (r *Redis) Stats() Stats { return r.stats() }

// Close ends the connections and the probing.
func (r *Redis) Close() error {
	r.guard.close()
	if err := r.client.Close(); err != nil && !errors.Is(err, redis.ErrClosed) {
		return fmt.Errorf("close Redis: %w", err)
	}
	return nil
}
