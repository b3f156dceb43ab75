package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

// migrations are numbered without gaps and never changed once released. There is no way back down: going back would
// drop what must not be lost.
//
//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the schema up to date, each step in a transaction of its own. The caller holds the start lock.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, s.writer, files, goose.WithDisableGlobalRegistry(true))
	if err != nil {
		return err
	}
	current, newest, err := p.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > newest {
		return &Unusable{Path: s.path,
			Problem: fmt.Sprintf("it was written by a newer Triptych (its schema is %d, this program knows %d)", current, newest),
			Fix:     "use that version or a newer one"}
	}
	_, err = p.Up(ctx)
	return err
}
