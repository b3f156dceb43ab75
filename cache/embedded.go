package cache

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// DefaultEmbedded is how many bytes the file of [Embedded] may have unless told otherwise.
const DefaultEmbedded = 512 << 20

// EmbeddedOptions are the settings of [OpenEmbedded]. The zero value is ready for use.
type EmbeddedOptions struct {
	MaxBytes int64        // of the file; DefaultEmbedded if 0
	Log      *slog.Logger // nil: say nothing
}

// Embedded is a [Store] in a file, which many processes on one machine may share. A power cut may cost the newest
// values; a crash of the process costs nothing. When the file is full, what was used longest ago gives way, to the hour.
type Embedded struct {
	path string
	max  int64
	log  *slog.Logger
	now  func() time.Time

	mu     sync.RWMutex // held for writing while the files are exchanged
	files  *files
	closed bool
	marks  marks
	counters
}

// OpenEmbedded opens the file at path, and makes it and its folder if they are not there. A file that is damaged, or of
// another version of this program, is renamed to path + ".damaged" and begun anew, when it is opened as well as later;
// the log says so.
func OpenEmbedded(path string, o EmbeddedOptions) (*Embedded, error) {
	or(&o.MaxBytes, DefaultEmbedded)
	or(&o.Log, slog.New(slog.DiscardHandler))
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("find the cache file: %w", err)
	}
	e := &Embedded{path: full, max: o.MaxBytes, log: o.Log, now: time.Now}
	e.files, err = openFiles(context.Background(), full)
	if isDamaged(err) {
		err = e.begin(err)
	}
	if err != nil {
		return nil, fmt.Errorf("open the cache file %s: %w", path, err)
	}
	return e, nil
}

// begin sets the file aside and makes a new one.
func (e *Embedded) begin(cause error) error {
	if err := setAside(e.path); err != nil {
		return err
	}
	e.log.Warn("the cache file is damaged: it is set aside and begun anew", "file", e.path, "error", cause)
	f, err := openFiles(context.Background(), e.path)
	if err == nil {
		e.files = f
	}
	return err
}

// with runs one call on the files, and once more on new ones if these turn out to be damaged.
func (e *Embedded) with(call func(*files) error) error {
	e.calls.Add(1)
	f, err := e.try(call)
	if isDamaged(err) && e.renew(f, err) {
		_, err = e.try(call)
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		e.failed.Add(1)
	}
	return err
}

func (e *Embedded) try(call func(*files) error) (*files, error) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	return e.files, call(e.files)
}

// renew exchanges damaged files for new ones, unless somebody was faster: in this process, then they are not in use any
// more, or in another, then they are not at the path any more.
func (e *Embedded) renew(damaged *files, cause error) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.files != damaged {
		return true
	}
	_ = damaged.close()
	if there, err := os.Stat(e.path); err != nil || !os.SameFile(there, damaged.made) {
		if f, err := openFiles(context.Background(), e.path); err == nil {
			e.files = f
			return true
		}
	}
	if err := e.begin(cause); err != nil {
		e.log.Warn("the damaged cache file cannot be replaced: doing without", "file", e.path, "error", err)
		return false
	}
	return true
}

// Health reads from the file.
func (e *Embedded) Health(ctx context.Context) error {
	return e.with(func(f *files) error {
		var n int
		return f.read.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT used FROM entry LIMIT 1)`).Scan(&n)
	})
}

// Name is "embedded".
func (e *Embedded) Name() string { return "embedded" }

// Stats count failed calls, but none as slow or away.
func (e *Embedded) Stats() Stats { return e.stats() }

// Close notes what was used and closes the file.
func (e *Embedded) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil
	}
	e.closed = true
	marked := e.write(context.Background(), e.files, e.writeMarks)
	if err := errors.Join(marked, e.files.close()); err != nil {
		return fmt.Errorf("close the cache file: %w", err)
	}
	return nil
}
