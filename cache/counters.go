package cache

import "sync/atomic"

// counters are Stats that many goroutines add to.
type counters struct {
	hits, misses, calls, failed, slow, away, rejected, evicted atomic.Int64
}

// read counts the values of an answer.
func (c *counters) read(values [][]byte) {
	hits := 0
	for _, v := range values {
		if v != nil {
			hits++
		}
	}
	c.hits.Add(int64(hits))
	c.misses.Add(int64(len(values) - hits))
}

func (c *counters) stats() Stats {
	return Stats{
		Hits: c.hits.Load(), Misses: c.misses.Load(), Calls: c.calls.Load(), Failed: c.failed.Load(),
		Slow: c.slow.Load(), Away: c.away.Load(), Rejected: c.rejected.Load(), Evicted: c.evicted.Load(),
	}
}
