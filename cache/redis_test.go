package cache

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

func testRedis(t *testing.T, url string) {
	testStore(t, func(t *testing.T) Store { return openRedis(t, url, RedisOptions{Timeout: patient}) })
}

func TestRedis(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	testRedis(t, s.url())
	if n := s.calls("client|setinfo"); n > 0 {
		t.Errorf("the client introduced itself %d times", n)
	}
}

func TestRedisCluster(t *testing.T) {
	t.Parallel()
	nodes := startCluster(t)
	testRedis(t, clusterURL(nodes))
	t.Run("of which one address is known", func(t *testing.T) {
		testRedis(t, "redis+cluster://"+nodes[2].addr)
	})
}

func TestRedisSentinel(t *testing.T) {
	t.Parallel()
	testRedis(t, startSentinels(t).url())
}

func TestRedisUnixSocketAndPassword(t *testing.T) {
	t.Parallel()
	socket := filepath.Join(t.TempDir(), "r.sock")
	s := startServer(t, "--unixsocket", socket)
	s.do("acl", "setuser", "panel", "on", ">three/sheets", "~*", "+@all")
	s.do("acl", "setuser", "default", "off")
	testRedis(t, "unix://panel:three%2Fsheets@"+socket+"?db=3")
}

func TestRedisTLS(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	cert, key := certificate(t, dir)
	port := freePort(t)
	startServer(t, "--tls-port", strconv.Itoa(port), "--tls-cert-file", cert, "--tls-key-file", key,
		"--tls-auth-clients", "no")
	testRedis(t, fmt.Sprintf("rediss://127.0.0.1:%d?skip_verify=true", port))
	strict := openRedis(t, fmt.Sprintf("rediss://127.0.0.1:%d", port), RedisOptions{Timeout: patient})
	if err := strict.Health(t.Context()); err == nil {
		t.Error("a certificate that nobody vouches for is accepted")
	}
}

func certificate(t *testing.T, dir string) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(24 * time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalECPrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, bytes []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes}), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	return write("cert.pem", "CERTIFICATE", der), write("key.pem", "EC PRIVATE KEY", secret)
}

func TestOneRoundTripToRead(t *testing.T) {
	s := startServer(t)
	r, w := openRedis(t, s.url(), RedisOptions{Timeout: patient}), &wire{}
	w.watch(r)
	keys := names(t, 30)
	set(t, r, 0, items(keys, "v")...)
	trips := w.trips.Load()
	got(t, r, keys...)
	want(t, w.trips.Load()-trips, int64(1))
	want(t, s.calls("mget"), 1)
	set(t, r, 0, items(keys, "v")...)
	want(t, w.trips.Load()-trips, int64(2))
	_, release := takeLease(t, r, long, keys...)
	release(t.Context())
	want(t, w.trips.Load()-trips, int64(4))
}

func TestOneRoundTripANodeOfACluster(t *testing.T) {
	t.Parallel()
	nodes := startCluster(t)
	r, w := openRedis(t, clusterURL(nodes), RedisOptions{Timeout: patient}), &wire{}
	w.watch(r)
	keys := names(t, 30)
	set(t, r, 0, items(keys, "v")...)
	got(t, r, keys...)
	eventually(t, "the client is at rest", func() bool { // it asks the nodes who they are, beside the calls
		before := w.trips.Load()
		time.Sleep(50 * time.Millisecond)
		return w.trips.Load() == before
	})
	trips := w.trips.Load()
	got(t, r, keys...)
	want(t, w.trips.Load()-trips, int64(len(nodes)))
	for _, n := range nodes {
		if n.calls("get") == 0 {
			t.Errorf("node %s was not asked: the keys do not spread", n.addr)
		}
		want(t, n.calls("mget"), 0)
	}
}

// outage is a server that stops to answer, and comes back.
type outage struct {
	name       string
	stop, back func(t *testing.T, s *server)
	waits      bool // whether a call waits for the answer in vain, or is told at once
}

func outages() []outage {
	return []outage{
		{"frozen", func(_ *testing.T, s *server) { s.signal(syscall.SIGSTOP) }, func(_ *testing.T, s *server) { s.signal(syscall.SIGCONT) }, true},
		{"killed", func(_ *testing.T, s *server) { s.kill() }, func(t *testing.T, s *server) { s.start() }, false},
	}
}

func TestOutageCostsOneCall(t *testing.T) {
	t.Parallel()
	for _, o := range outages() {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			s, j := startServer(t), &journal{}
			costsOneCall(t, s.url(), j, o.waits, func() { o.stop(t, s) }, func() { o.back(t, s) })
		})
	}
}

func TestOutageOfAClusterNodeCostsOneCall(t *testing.T) {
	t.Parallel()
	for _, o := range outages() {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			nodes, j := startCluster(t), &journal{}
			costsOneCall(t, clusterURL(nodes), j, o.waits, func() { o.stop(t, nodes[1]) }, func() {
				o.back(t, nodes[1])
				eventually(t, "the cluster is there again", func() bool { return whole(nodes) })
			})
		})
	}
}

func TestSentinelFailoverCostsOneCall(t *testing.T) {
	t.Parallel()
	for _, o := range outages() {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			w, j := startSentinels(t), &journal{}
			costsOneCall(t, w.url(), j, o.waits, func() { o.stop(t, w.master) }, func() {}) // the replica takes over
			want(t, w.replica.client().Do(context.Background(), "role").Val().([]any)[0], any("master"))
		})
	}
}

// costsOneCall reads an article of 30 segments again and again, while the server stops and comes back. No read fails or
// lacks a segment, one of them pays for the outage, and the log has one line when it begins and one when it ends.
func costsOneCall(t *testing.T, url string, j *journal, waits bool, stop, back func()) {
	r := openRedis(t, url, RedisOptions{Timeout: 2 * time.Second, Log: j.log()})
	local := openEmbedded(t, filepath.Join(t.TempDir(), "cache.db"), EmbeddedOptions{})
	store := NewTiered(nil, r, local, j.log())
	keys := names(t, 30)
	set(t, store, 0, items(keys, "segment")...)
	full := got(t, store, keys...)
	read := func(times int) {
		for range times {
			want(t, got(t, store, keys...), full)
		}
	}
	read(20)
	want(t, r.Stats().Failed, int64(0))
	stop()
	read(200)
	set(t, store, 0, Item{name(t, "meanwhile"), []byte("kept here")})
	during := r.Stats()
	if during.Failed != 1 || during.Slow > 1 || waits && during.Slow != 1 {
		t.Errorf("%d calls failed, %d of them slow; want 1 of each", during.Failed, during.Slow)
	}
	if during.Away < 199 {
		t.Errorf("%d calls answered at once, want 199 and more", during.Away)
	}
	back()
	eventually(t, "Redis is used again", func() bool { read(1); return r.Stats().Hits > during.Hits })
	want(t, got(t, store, name(t, "meanwhile")), []string{"kept here"})
	eventually(t, "what came meanwhile is in Redis", func() bool {
		return len(got(t, store, name(t, "meanwhile"))) == 1 && got(t, r, name(t, "meanwhile"))[0] == "kept here"
	})
	want(t, j.lines("Redis is away"), 1)
	want(t, j.lines("Redis is back"), 1)
	want(t, j.lines("level="), 2)
}

func TestFullServerIsStillRead(t *testing.T) {
	s, j := startServer(t), &journal{}
	r := openRedis(t, s.url(), RedisOptions{Timeout: patient, Log: j.log()})
	local := openEmbedded(t, filepath.Join(t.TempDir(), "cache.db"), EmbeddedOptions{})
	store := NewTiered(nil, r, local, j.log())
	set(t, store, 0, Item{name(t, "old"), []byte("before")})
	s.do("config", "set", "maxmemory", "1")
	for range 20 {
		set(t, store, 0, Item{name(t, "new"), []byte("after")})
	}
	hits := r.Stats().Hits
	want(t, got(t, store, name(t, "old"), name(t, "new")), []string{"before", "after"})
	want(t, r.Stats().Hits-hits, int64(1))
	granted, release := takeLease(t, store, long, name(t))
	want(t, granted, []bool{true})
	release(t.Context())
	stats := r.Stats()
	if stats.Rejected < 20 || stats.Failed+stats.Away != 0 {
		t.Errorf("%+v; want 20 and more rejected, none failed, none away", stats)
	}
	want(t, j.lines("cannot be written"), 1)
	s.do("config", "set", "maxmemory", "0")
	got(t, store, name(t, "new"))
	want(t, got(t, r, name(t, "new")), []string{"after"})
}

func TestReplicaIsReadAndNotWritten(t *testing.T) {
	s := startServer(t)
	r := openRedis(t, s.url(), RedisOptions{Timeout: patient})
	set(t, r, 0, Item{name(t), []byte("v")})
	s.do("replicaof", "127.0.0.1", strconv.Itoa(freePort(t)))
	if err := r.Set(t.Context(), []Item{{name(t), []byte("w")}}, 0); err == nil {
		t.Error("a replica was written")
	}
	want(t, got(t, r, name(t)), []string{"v"})
	want(t, r.Stats().Failed, int64(0))
	s.do("config", "set", "replica-serve-stale-data", "no") // MASTERDOWN
	if _, err := r.Get(t.Context(), names(t, 1)); err == nil {
		t.Error("a replica without its master was read")
	}
	want(t, r.Stats().Failed, int64(1))
}

func TestLoadingServerIsWaitedForInTheBackground(t *testing.T) {
	t.Parallel()
	s := startServer(t, "--loading-process-events-interval-bytes", "1024")
	r := openRedis(t, s.url(), RedisOptions{Timeout: patient})
	keys := names(t, 2000)
	set(t, r, 0, items(keys, "segment")...)
	s.do("save")
	s.kill()
	s.args = append(s.args, "--key-load-delay", "20000") // microseconds: 40 s in all
	s.start()
	eventually(t, "it is loading", func() bool {
		return isDown(fmt.Sprint(s.client().Get(t.Context(), keys[0]).Err()))
	})
	_, err := r.Get(t.Context(), keys[:30])
	for range 50 {
		if _, again := r.Get(t.Context(), keys[:30]); again == nil {
			t.Fatal("read from a server that loads")
		}
	}
	want(t, r.Stats().Failed, int64(1))
	want(t, r.Stats().Away, int64(50))
	if reply, ok := errors.AsType[redis.Error](err); !ok || !isDown(reply.Error()) {
		t.Errorf("the first error is %v, want LOADING", err)
	}
	s.do("config", "set", "key-load-delay", "0")
	eventually(t, "it is read again", func() bool {
		values, err := r.Get(t.Context(), keys[:30])
		return err == nil && string(values[29]) == "segment 29"
	})
}

func TestWrongTypeIsAbsent(t *testing.T) {
	s := startServer(t)
	r := openRedis(t, s.url(), RedisOptions{Timeout: patient})
	s.do("rpush", name(t, 0), "a list")
	set(t, r, 0, Item{name(t, 1), []byte("v")})
	want(t, got(t, r, names(t, 2)...), []string{"-", "v"})
	want(t, r.Stats().Failed, int64(0))
}

func TestWrongTypeOnAClusterHarmsOneKey(t *testing.T) {
	t.Parallel()
	nodes := startCluster(t)
	r := openRedis(t, clusterURL(nodes), RedisOptions{Timeout: patient})
	if err := r.client.RPush(t.Context(), name(t, 0), "a list").Err(); err != nil {
		t.Fatal(err)
	}
	set(t, r, 0, Item{name(t, 1), []byte("v")})
	values, err := r.Get(t.Context(), names(t, 2))
	if err == nil {
		t.Error("no error at a list")
	}
	want(t, texts(values), []string{"-", "v"})
	want(t, r.Stats().Failed, int64(0))
}

func TestImpatientCallerOpensNothing(t *testing.T) {
	s := startServer(t)
	r := openRedis(t, s.url(), RedisOptions{Timeout: patient})
	set(t, r, 0, Item{name(t), []byte("v")})
	s.signal(syscall.SIGSTOP)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := r.Get(ctx, []string{name(t)}); err == nil {
		t.Error("read from a frozen server")
	}
	s.signal(syscall.SIGCONT)
	want(t, got(t, r, name(t)), []string{"v"})
	want(t, r.Stats().Failed, int64(0))
}

func TestNobodyThereAtTheStart(t *testing.T) {
	j := &journal{}
	port := freePort(t)
	r := openRedis(t, fmt.Sprint("redis://127.0.0.1:", port), RedisOptions{Timeout: patient, Log: j.log()})
	for range 10 {
		if _, err := r.Get(t.Context(), names(t, 1)); err == nil {
			t.Fatal("read from nobody")
		}
	}
	want(t, r.Stats().Failed, int64(1))
	want(t, j.lines("level="), 1)
}
