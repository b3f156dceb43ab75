package main

import (
	"context"
	"encoding/json"
	"fmt"

	"triptych/lang"
	"triptych/store"
	"triptych/workbench"
)

// keeper is the store as the workbench keeps pages in it.
type keeper struct{ store *store.Store }

// extracted is what was read out of a page, as the store keeps it.
type extracted struct {
	Charset    string   `json:"charset,omitempty"`
	Paragraphs []string `json:"paragraphs"`
}

func (k keeper) Keep(ctx context.Context, p workbench.Kept) (string, error) {
	text, err := json.Marshal(extracted{p.Charset, p.Paragraphs})
	if err != nil {
		return "", fmt.Errorf("write down what was read of a page: %w", err)
	}
	return k.store.SaveSnapshot(ctx, store.Snapshot{
		Meta: store.Meta{
			URL: p.URL, FinalURL: p.Final, FetchedAt: p.At, Status: p.Status, MediaType: p.MediaType, ETag: p.ETag,
			LastModified: p.LastModified, TextHash: p.TextHash, Language: string(p.Language), Title: p.Title,
		},
		Raw: p.Raw, Extracted: string(text),
	})
}

func (k keeper) Before(ctx context.Context, address, textHash string) (workbench.Kept, bool, error) {
	all, err := k.store.Snapshots(ctx, address)
	if err != nil {
		return workbench.Kept{}, false, err
	}
	for _, m := range all {
		if m.TextHash == textHash {
			continue
		}
		s, ok, err := k.store.Snapshot(ctx, m.ID)
		if err != nil || !ok {
			return workbench.Kept{}, false, err
		}
		var text extracted
		if err := json.Unmarshal([]byte(s.Extracted), &text); err != nil {
			return workbench.Kept{}, false, fmt.Errorf("read what was kept of %s: %w", address, err)
		}
		return workbench.Kept{
			URL: s.URL, Final: s.FinalURL, At: s.FetchedAt, Status: s.Status, MediaType: s.MediaType, Raw: s.Raw,
			TextHash: s.TextHash, Paragraphs: text.Paragraphs, Language: lang.Tag(s.Language), Title: s.Title,
		}, true, nil
	}
	return workbench.Kept{}, false, nil
}
