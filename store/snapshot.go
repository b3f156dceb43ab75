package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Snapshot is a page as it was fetched, so that a comparison can be cited.
type Snapshot struct {
	Meta
	Raw       []byte // the body, decoded from its transfer encoding only
	Extracted string // what was read out of it, as JSON
}

// Meta is what is known of a snapshot without its contents. Hashes are SHA-256 in lower-case hexadecimal.
type Meta struct {
	ID           string // given by the store
	URL          string // as it was asked for
	FinalURL     string // after redirects
	FetchedAt    time.Time
	LastSeen     time.Time // when the same bytes were fetched last; given by the store
	Status       int       // of the HTTP answer
	MediaType    string
	ETag         string
	LastModified string // as the server wrote it
	RawHash      string // of Raw; given by the store
	TextHash     string // of the extracted text
	Language     string
	Title        string
}

// SaveSnapshot keeps a page and returns its id. If the same bytes are kept of the same address already, nothing is
// added: the id is theirs, and their LastSeen and validators (ETag, LastModified) become those of p.
func (s *Store) SaveSnapshot(ctx context.Context, p Snapshot) (id string, err error) {
	if err := p.check(); err != nil {
		return "", err
	}
	packed := s.pack.EncodeAll(p.Raw, nil)
	err = s.write(ctx, "keep the page "+p.URL, func(tx *sql.Tx) error {
		return tx.QueryRowContext(ctx, `
			INSERT INTO snapshots (id, url, url_sha256, final_url, fetched_at, last_seen, status, media_type, etag,
				last_modified, raw_sha256, text_sha256, language, title, extracted, raw)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
			ON CONFLICT (url_sha256, raw_sha256) DO UPDATE SET
				etag = excluded.etag, last_modified = excluded.last_modified,
				last_seen = CASE WHEN excluded.last_seen > snapshots.last_seen THEN excluded.last_seen ELSE snapshots.last_seen END
			RETURNING id`,
			rand.Text(), p.URL, hash([]byte(p.URL)), clean(p.FinalURL), p.FetchedAt.UnixMicro(), p.FetchedAt.UnixMicro(),
			p.Status, clean(p.MediaType), clean(p.ETag), clean(p.LastModified), hash(p.Raw), clean(p.TextHash),
			clean(p.Language), clean(p.Title), p.Extracted, packed).Scan(&id)
	})
	return id, err
}

func (p *Snapshot) check() error {
	switch {
	case p.URL == "" || p.URL != clean(p.URL):
		return fmt.Errorf("keep a page: %q is not an address", p.URL)
	case p.FetchedAt.IsZero():
		return fmt.Errorf("keep the page %s: the time of fetching is missing", p.URL)
	case p.Extracted != clean(p.Extracted) || !json.Valid([]byte(p.Extracted)):
		return fmt.Errorf("keep the page %s: what was extracted is not JSON", p.URL)
	}
	return nil
}

// metaColumns are the columns of a [Meta], in the order of [Meta.fields].
const metaColumns = `id, url, final_url, fetched_at, last_seen, status, media_type, etag, last_modified, raw_sha256,
	text_sha256, language, title`

// fields are the places for a row of metaColumns; the two times are apart, as microseconds.
func (m *Meta) fields(fetched, seen *int64) []any {
	return []any{&m.ID, &m.URL, &m.FinalURL, fetched, seen, &m.Status, &m.MediaType, &m.ETag, &m.LastModified,
		&m.RawHash, &m.TextHash, &m.Language, &m.Title}
}

func (m *Meta) setTimes(fetched, seen int64) {
	m.FetchedAt, m.LastSeen = time.UnixMicro(fetched).UTC(), time.UnixMicro(seen).UTC()
}

// Snapshot reads a snapshot by its id; false if there is none.
func (s *Store) Snapshot(ctx context.Context, id string) (Snapshot, bool, error) {
	return s.snapshot(ctx, `WHERE id = $1`, clean(id))
}

// LatestSnapshot is the snapshot of an address that was seen last; false if there is none.
func (s *Store) LatestSnapshot(ctx context.Context, url string) (Snapshot, bool, error) {
	return s.snapshot(ctx, `WHERE url_sha256 = $1 ORDER BY last_seen DESC, fetched_at DESC, id LIMIT 1`, hash([]byte(url)))
}

func (s *Store) snapshot(ctx context.Context, which, key string) (Snapshot, bool, error) {
	var p Snapshot
	var fetched, seen int64
	var packed []byte
	err := s.readers.QueryRowContext(ctx, `SELECT `+metaColumns+`, extracted, raw FROM snapshots `+which, key).
		Scan(append(p.fields(&fetched, &seen), &p.Extracted, &packed)...)
	if errors.Is(err, sql.ErrNoRows) {
		return Snapshot{}, false, nil
	}
	if err != nil {
		return Snapshot{}, false, s.explain(ctx, "read a kept page", err)
	}
	p.setTimes(fetched, seen)
	if p.Raw, err = s.unpack.DecodeAll(packed, nil); err != nil || hash(p.Raw) != p.RawHash {
		return Snapshot{}, false, &Unusable{Path: s.path, Problem: "the page kept as " + p.ID + " is damaged",
			Fix: "put back a backup of the file, or fetch the page again", Err: err}
	}
	return p, true, nil
}

// Snapshots lists the snapshots of an address, the one seen last first.
func (s *Store) Snapshots(ctx context.Context, url string) ([]Meta, error) {
	list, err := all(ctx, s.readers, func(row *sql.Rows) (Meta, error) {
		var m Meta
		var fetched, seen int64
		err := row.Scan(m.fields(&fetched, &seen)...)
		m.setTimes(fetched, seen)
		return m, err
	}, `SELECT `+metaColumns+` FROM snapshots WHERE url_sha256 = $1 ORDER BY last_seen DESC, fetched_at DESC, id`, hash([]byte(url)))
	if err != nil {
		return nil, s.explain(ctx, "list the kept pages of "+url, err)
	}
	return list, nil
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// clean leaves out what a database does not take as text: NUL, and bytes that are not UTF-8.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}
