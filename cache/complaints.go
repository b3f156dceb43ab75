package cache

import (
	"log/slog"
	"sync"
	"time"
)

const complainEvery = time.Minute

// complaints are errors that the log shall know of, but not each of them: a fault that lasts fails every call.
type complaints struct {
	log     *slog.Logger
	mu      sync.Mutex
	last    time.Time
	unheard int
}

// add logs an error, unless one was logged in the last minute; then the next line counts it.
func (c *complaints) add(message, store string, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := time.Now()
	if !c.last.IsZero() && now.Sub(c.last) < complainEvery {
		c.unheard++
		return
	}
	c.log.Warn(message, "store", store, "error", err, "unlogged", c.unheard)
	c.last, c.unheard = now, 0
}
