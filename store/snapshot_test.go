package store_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"triptych/store"

	"github.com/google/go-cmp/cmp"
)

// page is a fetched page as an extractor would hand it over.
func page(url, text string) store.Snapshot {
	extracted, _ := json.Marshal(map[string]string{"text": text})
	return store.Snapshot{
		Meta: store.Meta{
			URL: url, FinalURL: url + "?utm=0", FetchedAt: time.Date(2025, 4, 2, 7, 30, 0, 123000, time.UTC), Status: 200,
			MediaType: "text/html; charset=windows-1251", ETag: `W/"1"`, LastModified: "Wed, 02 Apr 2025 07:00:00 GMT",
			TextHash: sha(text), Language: "be", Title: "Мост праз Лань адкрылі пасля рамонту",
		},
		Raw:       []byte("<html>" + text + "\xd3\x00</html>"),
		Extracted: string(extracted),
	}
}

func sha(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func save(t testing.TB, s *store.Store, p store.Snapshot) string {
	t.Helper()
	id, err := s.SaveSnapshot(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func latest(t *testing.T, s *store.Store, url string) store.Snapshot {
	t.Helper()
	p, ok, err := s.LatestSnapshot(context.Background(), url)
	if err != nil || !ok {
		t.Fatalf("%v, %v", ok, err)
	}
	return p
}

const address = "https://krynica.example/be/навіны/42"

func TestSnapshotComesBackAsItWas(t *testing.T) {
	folder := t.TempDir()
	s := open(t, folder)
	want := page(address, "У Лагішыне адкрылі мост.")
	id := save(t, s, want)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, folder)
	got, ok, err := s.Snapshot(context.Background(), id)
	if err != nil || !ok {
		t.Fatalf("%v, %v", ok, err)
	}
	want.ID, want.LastSeen, want.RawHash = id, want.FetchedAt, sha(string(want.Raw))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, latest(t, s, address)); diff != "" {
		t.Error(diff)
	}
}

func TestTheSameBytesAreKeptOnce(t *testing.T) {
	s := open(t, t.TempDir())
	first := page(address, "Дарогу закрылі.")
	id := save(t, s, first)
	again := first
	again.FetchedAt, again.ETag, again.Title = first.FetchedAt.Add(time.Hour), `W/"2"`, "another title"
	if got := save(t, s, again); got != id {
		t.Errorf("a new row %s", got)
	}
	early := first
	early.FetchedAt = first.FetchedAt.Add(-time.Hour) // by a clock that is slow
	save(t, s, early)
	got := latest(t, s, address)
	if !got.LastSeen.Equal(again.FetchedAt) || !got.FetchedAt.Equal(first.FetchedAt) || got.Title != first.Title {
		t.Errorf("%+v", got.Meta)
	}
	other := first
	other.URL = address + "?print=1"
	if save(t, s, other) == id {
		t.Error("two addresses share a row")
	}
}

func TestRevisionsNewestFirst(t *testing.T) {
	s := open(t, t.TempDir())
	var ids []string
	for hour, text := range []string{"Загінулі двое.", "Загінулі трое.", "Загінулі двое."} { // edited, and put back
		p := page(address, text)
		p.FetchedAt = p.FetchedAt.Add(time.Duration(hour) * time.Hour)
		ids = append(ids, save(t, s, p))
	}
	list, err := s.Snapshots(context.Background(), address)
	if err != nil || len(list) != 2 || list[0].ID != ids[0] || list[1].ID != ids[1] || ids[2] != ids[0] {
		t.Errorf("%v: %+v, %v", ids, list, err)
	}
	if got := latest(t, s, address); !strings.Contains(got.Extracted, "двое") {
		t.Errorf("%s", got.Extracted)
	}
}

func TestUnknownSnapshots(t *testing.T) {
	s := open(t, t.TempDir())
	_, byID, err1 := s.Snapshot(context.Background(), "NOSUCH\x00")
	_, byURL, err2 := s.LatestSnapshot(context.Background(), address)
	list, err3 := s.Snapshots(context.Background(), address)
	if byID || byURL || len(list) != 0 || err1 != nil || err2 != nil || err3 != nil {
		t.Error(byID, byURL, list, err1, err2, err3)
	}
}

func TestSnapshotsThatCannotBeKept(t *testing.T) {
	s := open(t, t.TempDir())
	for name, change := range map[string]func(*store.Snapshot){
		"no address":            func(p *store.Snapshot) { p.URL = "" },
		"NUL in the address":    func(p *store.Snapshot) { p.URL += "\x00" },
		"no time":               func(p *store.Snapshot) { p.FetchedAt = time.Time{} },
		"nothing extracted":     func(p *store.Snapshot) { p.Extracted = "" },
		"not JSON":              func(p *store.Snapshot) { p.Extracted = `{"text":` },
		"JSON that is not UTF8": func(p *store.Snapshot) { p.Extracted = "\"\xff\"" },
	} {
		t.Run(name, func(t *testing.T) {
			p := page(address, "Тэкст.")
			change(&p)
			if id, err := s.SaveSnapshot(context.Background(), p); err == nil {
				t.Errorf("kept as %s", id)
			}
		})
	}
}

func TestHostileSnapshotsAreKept(t *testing.T) {
	s := open(t, t.TempDir())
	long := page("https://krynica.example/"+strings.Repeat("%D0%B6", 5000), "Доўгі адрас.")
	long.Title = "NUL \x00 and \xff"
	long.Raw = nil
	id := save(t, s, long)
	got, ok, err := s.Snapshot(context.Background(), id)
	if err != nil || !ok || got.Title != "NUL  and \uFFFD" || len(got.Raw) != 0 || got.URL != long.URL {
		t.Errorf("%v, %v, %q, %d bytes", ok, err, got.Title, len(got.Raw))
	}
	big := page(address, "Вялікая старонка.")
	big.Raw = bytes.Repeat([]byte("0123456789abcdef"), 1<<20) // 16 MiB
	id = save(t, s, big)
	if got, _, err := s.Snapshot(context.Background(), id); err != nil || !bytes.Equal(got.Raw, big.Raw) {
		t.Errorf("%d bytes, %v", len(got.Raw), err)
	}
}

func TestADamagedSnapshotIsNotHandedOut(t *testing.T) {
	folder := t.TempDir()
	s := open(t, folder)
	id := save(t, s, page(address, "Першы."))
	other := save(t, s, page(address+"/2", "Другі."))
	if _, err := raw(t, folder).Exec(`UPDATE snapshots SET raw = (SELECT raw FROM snapshots WHERE id = $1) WHERE id = $2`, other, id); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Snapshot(context.Background(), id); err == nil || !strings.Contains(err.Error(), id) {
		t.Errorf("%v", err)
	}
	if _, _, err := s.Snapshot(context.Background(), other); err != nil {
		t.Error(err)
	}
}
