package cache

import (
	"context"
	"net"
	"sync/atomic"

	"github.com/redis/go-redis/v9"
)

// wire counts round trips where they happen: a write after a read, or after nothing, begins one.
type wire struct{ trips atomic.Int64 }

// watch counts on every connection that the store makes from now on.
func (w *wire) watch(r *Redis) {
	if nodes, ok := r.client.(*redis.ClusterClient); ok {
		nodes.OnNewNode(func(node *redis.Client) { node.AddHook(dialHook{w}) })
		return
	}
	r.client.AddHook(dialHook{w})
}

type dialHook struct{ wire *wire }

func (h dialHook) DialHook(next redis.DialHook) redis.DialHook {
	return func(ctx context.Context, network, addr string) (net.Conn, error) {
		c, err := next(ctx, network, addr)
		if err != nil {
			return nil, err
		}
		return &countedConn{Conn: c, wire: h.wire}, nil
	}
}

func (h dialHook) ProcessHook(next redis.ProcessHook) redis.ProcessHook { return next }

func (h dialHook) ProcessPipelineHook(next redis.ProcessPipelineHook) redis.ProcessPipelineHook {
	return next
}

type countedConn struct {
	net.Conn
	wire    *wire
	writing atomic.Bool
}

func (c *countedConn) Write(p []byte) (int, error) {
	if !c.writing.Swap(true) {
		c.wire.trips.Add(1)
	}
	return c.Conn.Write(p)
}

func (c *countedConn) Read(p []byte) (int, error) {
	c.writing.Store(false)
	return c.Conn.Read(p)
}
