package align

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// eachIndex calls work with 0 to n-1, on all processors.
func eachIndex(n int, work func(i int)) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	group.Wait()
}
