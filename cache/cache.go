// Package cache keeps bytes under keys, and may lose them: a value that is gone costs its price once more, never the
// truth. Three stores keep them: in this process ([Memory]), in a Redis that many processes share ([Redis]), and in a
// file beside the user's data ([Embedded]). [Tiered] makes one store of the three that answers as long as any of them
// does.
//
// The values are opaque here; what they are, whether they are compressed and how they are checked is the caller's.
package cache

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// MaxKey is the longest key, in bytes.
const MaxKey = 200

// ErrAway is the error of a call that a store did not answer, and of those after it, which are not sent until the store
// is back. The store has logged it.
var ErrAway = errors.New("the cache is away")

// Item is a value and the key it is kept under.
type Item struct {
	Key   string
	Value []byte
}

// Store keeps bytes under keys. It is safe for use by many at once. What is handed in and what is handed out belongs to
// the caller, who may change it without harm to what is kept. Keys have 1 to [MaxKey] bytes.
type Store interface {
	// Get answers one value for each key, in their order: nil where there is none, not nil where an empty one is kept. It
	// costs at most one round trip (one a node on a cluster) for each 512 keys. With an error it answers what was read
	// until then.
	Get(ctx context.Context, keys []string) ([][]byte, error)
	// Set keeps the items for the time given, or with 0 until room is needed, and replaces what is kept under their keys.
	// It costs as much as Get. With an error some of the items may be kept all the same.
	Set(ctx context.Context, items []Item, ttl time.Duration) error
	// Lease hands out each key to one asker at a time, among all who share the store, and says which of the keys this
	// one was granted. It does not wait. A lease ends with release, or with its time if that does not happen; release
	// gives back all that was granted, even where the context has ended, and is never nil. Leases and values do not touch
	// each other.
	Lease(ctx context.Context, keys []string, ttl time.Duration) (granted []bool, release func(context.Context), err error)
	// Health is nil where the store answers now.
	Health(ctx context.Context) error
	// Name is one word for logs and metrics.
	Name() string
	// Stats tells what happened since the store was opened.
	Stats() Stats
	// Close frees what the store holds. Calls that follow fail or find nothing; they do no harm.
	Close() error
}

// Stats count what happened since a store was opened. Hits, Misses, Rejected and Evicted count values, the others
// calls.
type Stats struct {
	Hits, Misses int64
	Calls        int64 // that were sent to the store
	Failed       int64 // of these, not answered
	Slow         int64 // of the failed, those that waited in vain for as long as a call may take
	Away         int64 // not sent, because the store was known to be away
	Rejected     int64 // not kept because the store is full or may not be written
	Evicted      int64 // dropped to make room
}

func checkKey(key string) error {
	if key == "" || len(key) > MaxKey {
		return fmt.Errorf("cache key of %d bytes: it must have 1 to %d", len(key), MaxKey)
	}
	return nil
}

func checkKeys(keys []string) error {
	for _, k := range keys {
		if err := checkKey(k); err != nil {
			return err
		}
	}
	return nil
}

func checkItems(items []Item, ttl time.Duration) error {
	for _, i := range items {
		if err := checkKey(i.Key); err != nil {
			return err
		}
	}
	if ttl < 0 {
		return fmt.Errorf("cache: a time to live of %v", ttl)
	}
	return nil
}

func checkLease(keys []string, ttl time.Duration) error {
	if ttl <= 0 {
		return fmt.Errorf("cache: a lease of %v", ttl)
	}
	return checkKeys(keys)
}

func noRelease(context.Context) {}
