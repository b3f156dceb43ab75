package cache

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func openEmbedded(t testing.TB, path string, o EmbeddedOptions) *Embedded {
	t.Helper()
	e, err := OpenEmbedded(path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}

func TestEmbedded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a folder of %41? odd#name", "cache.db")
	testStore(t, func(t *testing.T) Store { return openEmbedded(t, path, EmbeddedOptions{}) })
}

func TestEmbeddedKeepsAcrossAClose(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cache.db")
	e := openEmbedded(t, path, EmbeddedOptions{})
	set(t, e, 0, Item{"town", []byte("Нясвіж")})
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	want(t, got(t, openEmbedded(t, path, EmbeddedOptions{}), "town"), []string{"Нясвіж"})
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	want(t, info.Mode().Perm(), os.FileMode(0o600))
}

func TestEmbeddedWithoutItsFolder(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenEmbedded(filepath.Join(blocked, "cache.db"), EmbeddedOptions{}); err == nil {
		t.Error("opened below a file")
	}
}

func TestEmbeddedMakesRoom(t *testing.T) {
	const limit = 1 << 20
	path := filepath.Join(t.TempDir(), "cache.db")
	e := openEmbedded(t, path, EmbeddedOptions{MaxBytes: limit})
	clock := time.Unix(1_700_000_000, 0)
	e.now = func() time.Time { return clock }
	article := make([]Item, 30)
	for n := range 200 {
		clock = clock.Add(2 * usedEvery)
		for i := range article {
			article[i] = Item{fmt.Sprintf("article %d, segment %d", n, i), make([]byte, 1000)}
		}
		set(t, e, 0, article...)
		want(t, got(t, e, "article 0, segment 0"), []string{string(article[0].Value)}) // is read again and again
	}
	want(t, got(t, e, "article 199, segment 29")[0] == "-", false)
	want(t, got(t, e, "article 1, segment 0"), []string{"-"})
	if e.Stats().Evicted == 0 {
		t.Error("nothing is counted as evicted")
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > limit*5/4 {
		t.Errorf("the file has %d bytes, a quarter more than %d at most is right", info.Size(), limit)
	}
	kept := 0
	e = openEmbedded(t, path, EmbeddedOptions{})
	for n := range 200 {
		for i := range 30 {
			if got(t, e, fmt.Sprintf("article %d, segment %d", n, i))[0] != "-" {
				kept++
			}
		}
	}
	if kept < limit/1000/2 {
		t.Errorf("%d values of 1000 bytes are kept in a file of %d bytes: too few", kept, limit)
	}
}

func TestEmbeddedMakesRoomForTheLarge(t *testing.T) {
	const limit = 1 << 20
	path := filepath.Join(t.TempDir(), "cache.db")
	e := openEmbedded(t, path, EmbeddedOptions{MaxBytes: limit})
	for n := range 40 {
		var small []Item
		for i := range 100 {
			small = append(small, Item{fmt.Sprint("small ", n, " ", i), make([]byte, 200)})
		}
		set(t, e, 0, small...)
	}
	for n := range 40 {
		set(t, e, 0, Item{fmt.Sprint("large ", n), make([]byte, 200_000)})
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Size() > 2*limit {
		t.Errorf("the file has %d bytes, %v", info.Size(), err)
	}
}

func TestEmbeddedWritesMarksOfManyReads(t *testing.T) {
	e := openEmbedded(t, filepath.Join(t.TempDir(), "cache.db"), EmbeddedOptions{})
	clock := time.Unix(1_700_000_000, 0)
	e.now = func() time.Time { return clock }
	keys := names(t, usedMany)
	set(t, e, 0, items(keys, "v")...)
	clock = clock.Add(2 * usedEvery)
	got(t, e, keys[1:]...)
	stale := func() (n int) {
		t.Helper()
		err := e.files.read.QueryRow(`SELECT count(*) FROM entry WHERE used < ?`, clock.UnixMicro()).Scan(&n)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	want(t, stale(), usedMany)
	got(t, e, keys...)
	want(t, stale(), 0)
}

func TestEmbeddedForgetsWhatIsOver(t *testing.T) {
	e := openEmbedded(t, filepath.Join(t.TempDir(), "cache.db"), EmbeddedOptions{})
	clock := time.Unix(1_700_000_000, 0)
	e.now = func() time.Time { return clock }
	set(t, e, time.Minute, Item{"short", []byte("v")})
	takeLease(t, e, time.Minute, "short")
	clock = clock.Add(time.Hour)
	set(t, e, 0, Item{"endless", []byte("v")})
	takeLease(t, e, time.Minute, "another")
	var values, leases int
	err := e.files.read.QueryRow(`SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM lease)`).Scan(&values, &leases)
	if err != nil {
		t.Fatal(err)
	}
	want(t, []int{values, leases}, []int{1, 1})
}

// filled writes a cache file of some hundred pages.
func filled(t *testing.T) (path string, keys []string) {
	path, keys = filepath.Join(t.TempDir(), "cache.db"), names(t, 500)
	e := openEmbedded(t, path, EmbeddedOptions{})
	for _, k := range keys {
		set(t, e, 0, Item{k, []byte(strings.Repeat(k, 20))})
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	return path, keys
}

func TestDamagedFileIsSetAside(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(t *testing.T, path string)
		log    string
	}{
		{"not a database", func(t *testing.T, path string) { overwrite(t, path, 0, 1<<20) }, "set aside"},
		{"its first page", func(t *testing.T, path string) { overwrite(t, path, 100, 4000) }, "set aside"},
		{"cut short", func(t *testing.T, path string) { truncate(t, path, 5000) }, "set aside"},
		{"all pages but the first", func(t *testing.T, path string) { overwrite(t, path, 4096, 1<<20) }, "set aside"},
		{"of a later version", func(t *testing.T, path string) { execute(t, path, `PRAGMA user_version = 7`) }, "layout"},
		{"another's tables", func(t *testing.T, path string) { execute(t, path, `PRAGMA user_version = 0`) }, "layout"},
	} {
		t.Run(c.name, func(t *testing.T) {
			path, keys := filled(t)
			c.damage(t, path)
			j := &journal{}
			e := openEmbedded(t, path, EmbeddedOptions{Log: j.log()})
			if _, err := e.Get(t.Context(), keys); err != nil {
				t.Errorf("get: %v", err)
			}
			set(t, e, 0, items(keys, "anew")...)
			want(t, got(t, e, keys[499]), []string{"anew 499"})
			if _, err := os.Stat(path + ".damaged"); err != nil {
				t.Errorf("the damaged file: %v", err)
			}
			want(t, []int{j.lines("level="), j.lines(c.log)}, []int{1, 1})
		})
	}
}

func TestFileDamagedInUseIsSetAside(t *testing.T) {
	path, keys := filled(t)
	j := &journal{}
	a := openEmbedded(t, path, EmbeddedOptions{Log: j.log()})
	b := openEmbedded(t, path, EmbeddedOptions{Log: j.log()})
	overwrite(t, path, 4096, 1<<20)
	for _, e := range []*Embedded{a, b, a} {
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if _, err := e.Get(t.Context(), keys); err != nil {
					t.Errorf("get: %v", err)
				}
			})
		}
		wg.Wait()
	}
	set(t, a, 0, Item{"town", []byte("Слонім")})
	want(t, got(t, b, "town"), []string{"Слонім"})
	want(t, j.lines("set aside"), 1) // the second finds the new file of the first
}

func overwrite(t *testing.T, path string, from, size int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil {
		size = min(size, info.Size()-from)
	}
	if _, err := f.WriteAt([]byte(strings.Repeat("гразь", int(size)/10+1))[:size], from); err != nil {
		t.Fatal(err)
	}
}

func truncate(t *testing.T, path string, size int64) {
	t.Helper()
	if err := os.Truncate(path, size); err != nil {
		t.Fatal(err)
	}
}

func execute(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// writerPath and writerName tell a process of this test that it is to write, and where.
const (
	writerPath = "CACHE_TEST_WRITER_PATH"
	writerName = "CACHE_TEST_WRITER_NAME"
)

// TestWriterProcess is no test but what the other processes of the tests below do: it writes until it is killed or has
// written 200 articles, and prints what was acknowledged.
func TestWriterProcess(t *testing.T) {
	path, me := os.Getenv(writerPath), os.Getenv(writerName)
	if path == "" {
		return // run as a test: nothing to do
	}
	e := openEmbedded(t, path, EmbeddedOptions{})
	for n := range 200 {
		keys := []string{fmt.Sprint(me, n, "a"), fmt.Sprint(me, n, "b"), fmt.Sprint(me, n, "c")}
		if err := e.Set(context.Background(), items(keys, me), 0); err != nil {
			fmt.Println("failed", err)
		}
		fmt.Println("kept", strings.Join(keys, " "))
	}
}

func startWriter(t *testing.T, path, name string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestWriterProcess$")
	cmd.Env = append(os.Environ(), writerPath+"="+path, writerName+"="+name)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return cmd, bufio.NewScanner(out)
}

func TestProcessesShareAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cache.db") // made by whoever comes first
	writers := []string{"Ася", "Бронік", "Вера"}
	var wg sync.WaitGroup
	for _, name := range writers {
		_, lines := startWriter(t, path, name)
		wg.Go(func() {
			for lines.Scan() {
				if strings.HasPrefix(lines.Text(), "failed") || strings.Contains(lines.Text(), "FAIL") {
					t.Errorf("%s: %s", name, lines.Text())
				}
			}
		})
	}
	wg.Wait()
	e := openEmbedded(t, path, EmbeddedOptions{})
	for _, name := range writers {
		for n := range 200 {
			want(t, got(t, e, fmt.Sprint(name, n, "c")), []string{name + " 2"})
		}
	}
}

func TestKilledProcessLosesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cache.db")
	for round := range 3 {
		cmd, lines := startWriter(t, path, fmt.Sprint("round", round, "-"))
		var kept []string
		for len(kept) < 60 && lines.Scan() {
			kept = append(kept, strings.Fields(lines.Text())[1:]...)
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		for lines.Scan() {
			kept = append(kept, strings.Fields(lines.Text())[1:]...)
		}
		j := &journal{}
		e := openEmbedded(t, path, EmbeddedOptions{Log: j.log()})
		for i, v := range got(t, e, kept...) {
			if v == "-" {
				t.Errorf("round %d: %s was acknowledged and is lost", round, kept[i])
			}
		}
		want(t, j.lines("level="), 0)
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
}
