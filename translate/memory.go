package translate

import (
	"context"
	"time"
)

// Memory keeps bytes under keys and may lose them. It is safe for many at once. An error of it never fails a translation
// and is not reported here: the memory itself says that it is away.
type Memory interface {
	// Get reads all keys at once: one value each, nil where there is none. With an error it may have read some of them.
	Get(ctx context.Context, keys []string) ([][]byte, error)
	// Set writes all values at once.
	Set(ctx context.Context, values map[string][]byte) error
	// Lease asks for the sole right to translate what belongs under keys, among all who share the memory. What is not
	// granted is being translated elsewhere. A right ends with release, or after ttl should the holder be gone.
	Lease(ctx context.Context, keys []string, ttl time.Duration) (granted []bool, release func(context.Context), err error)
}

// forgetful remembers nothing.
type forgetful struct{}

func (forgetful) Get(_ context.Context, keys []string) ([][]byte, error) {
	return make([][]byte, len(keys)), nil
}

func (forgetful) Set(context.Context, map[string][]byte) error { return nil }

func (forgetful) Lease(_ context.Context, keys []string, _ time.Duration) ([]bool, func(context.Context), error) {
	granted := make([]bool, len(keys))
	for i := range granted {
		granted[i] = true
	}
	return granted, func(context.Context) {}, nil
}
