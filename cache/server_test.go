package cache

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/redis/go-redis/v9"
)

// patient is a time limit that a slow machine does not reach by itself.
const patient = 20 * time.Second

// server is a redis-server of the test's own.
type server struct {
	t    testing.TB
	addr string
	args []string
	cmd  *exec.Cmd
}

// startServer runs a redis-server on a free port and waits until it answers.
func startServer(t testing.TB, args ...string) *server {
	t.Helper()
	return launch(t, "redis-server", freePort(t), append(strings.Fields(
		"--bind 127.0.0.1 --save  --appendonly no --enable-debug-command yes"), args...)...)
}

func launch(t testing.TB, program string, port int, args ...string) *server {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("%s is needed: install Debian's redis-server and redis-sentinel", program)
		}
		t.Skipf("%s is not installed", program)
	}
	s := &server{t: t, addr: fmt.Sprint("127.0.0.1:", port)}
	s.args = append([]string{program}, args...)
	if program == "redis-server" {
		s.args = append(s.args, "--port", strconv.Itoa(port), "--dir", t.TempDir())
	}
	t.Cleanup(s.kill)
	s.start()
	eventually(t, program+" answers", func() bool { return s.client().Ping(t.Context()).Err() == nil })
	return s
}

func (s *server) start() {
	s.cmd = exec.Command(s.args[0], withSave(s.args[1:])...)
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
}

// withSave puts the empty argument in, which a list of words cannot hold.
func withSave(args []string) []string {
	var all []string
	for _, a := range args {
		all = append(all, a)
		if a == "--save" {
			all = append(all, "")
		}
	}
	return all
}

func (s *server) signal(sig syscall.Signal) {
	if err := s.cmd.Process.Signal(sig); err != nil {
		s.t.Fatal(err)
	}
}

// kill is kill -9.
func (s *server) kill() {
	if s.cmd.Process != nil {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
	}
}

func (s *server) url() string { return "redis://" + s.addr }

// client is a client that has nothing of ours.
func (s *server) client() *redis.Client {
	c := redis.NewClient(&redis.Options{Addr: s.addr, DisableIdentity: true})
	s.t.Cleanup(func() { c.Close() })
	return c
}

// do runs one command by itself.
func (s *server) do(args ...any) string {
	s.t.Helper()
	reply, err := s.client().Do(context.Background(), args...).Result()
	if err != nil {
		s.t.Fatalf("%v: %v", args, err)
	}
	return fmt.Sprint(reply)
}

// calls is how often the server ran a command.
func (s *server) calls(command string) int {
	s.t.Helper()
	for line := range strings.Lines(s.client().Info(context.Background(), "commandstats").Val()) {
		if rest, ok := strings.CutPrefix(line, "cmdstat_"+command+":calls="); ok {
			n, _, _ := strings.Cut(rest, ",")
			calls, _ := strconv.Atoi(n)
			return calls
		}
	}
	return 0
}

func freePort(t testing.TB) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// startCluster runs a cluster of three masters.
func startCluster(t testing.TB) []*server {
	t.Helper()
	nodes := make([]*server, 3)
	buses := make([]int, 3)
	for i := range nodes {
		buses[i] = freePort(t)
		nodes[i] = startServer(t, "--cluster-enabled", "yes", "--cluster-node-timeout", "1000",
			"--cluster-port", strconv.Itoa(buses[i]))
		nodes[i].do("cluster", "addslotsrange", i*5462, min(i*5462+5461, 16383))
		nodes[i].do("config", "set", "cluster-announce-ip", "127.0.0.1")
		nodes[i].do("cluster", "set-config-epoch", i+1)
	}
	for i, n := range nodes[1:] {
		host, port, _ := net.SplitHostPort(n.addr)
		nodes[0].do("cluster", "meet", host, port, buses[i+1])
	}
	eventually(t, "the cluster is there", func() bool { return whole(nodes) })
	return nodes
}

// whole tells whether each node knows that all are there.
func whole(nodes []*server) bool {
	for _, n := range nodes {
		info := n.client().ClusterInfo(context.Background()).Val()
		if !strings.Contains(info, "cluster_state:ok") || !strings.Contains(info, "cluster_size:3") {
			return false
		}
	}
	return true
}

func clusterURL(nodes []*server) string {
	return fmt.Sprintf("redis://%s?addr=%s&addr=%s", nodes[0].addr, nodes[1].addr, nodes[2].addr)
}

// watched is a master with a replica, and two sentinels that watch them.
type watched struct {
	master, replica *server
	sentinels       []*server
}

func startSentinels(t testing.TB) watched {
	t.Helper()
	w := watched{master: startServer(t)}
	host, port, _ := net.SplitHostPort(w.master.addr)
	w.replica = startServer(t, "--replicaof", host+" "+port, "--repl-diskless-sync-delay", "0")
	for range 2 {
		at, file := freePort(t), filepath.Join(t.TempDir(), "sentinel.conf")
		config := fmt.Sprintf("port %d\nbind 127.0.0.1\ndir %s\nsentinel monitor story %s %s 2\n"+
			"sentinel down-after-milliseconds story 1000\nsentinel failover-timeout story 5000\n",
			at, t.TempDir(), host, port)
		if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
			t.Fatal(err)
		}
		w.sentinels = append(w.sentinels, launch(t, "redis-sentinel", at, file))
	}
	for _, s := range w.sentinels {
		eventually(t, "the sentinel knows of all", func() bool {
			state := fmt.Sprint(s.client().Do(context.Background(), "sentinel", "master", "story").Val())
			return strings.Contains(state, "num-slaves:1") && strings.Contains(state, "num-other-sentinels:1")
		})
	}
	eventually(t, "the replica follows", func() bool {
		return strings.Contains(w.replica.client().Info(context.Background(), "replication").Val(), "master_link_status:up")
	})
	return w
}

func (w watched) url() string {
	return fmt.Sprintf("redis://%s?addr=%s&master_name=story", w.sentinels[0].addr, w.sentinels[1].addr)
}

func openRedis(t testing.TB, address string, o RedisOptions) *Redis {
	t.Helper()
	r, err := OpenRedis(address, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// journal is a log that a test reads.
type journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(p)
}

func (j *journal) log() *slog.Logger { return slog.New(slog.NewTextHandler(j, nil)) }

// lines is how many lines hold the text.
func (j *journal) lines(text string) int {
	j.mu.Lock()
	defer j.mu.Unlock()
	n := 0
	for line := range strings.Lines(j.text.String()) {
		if strings.Contains(line, text) {
			n++
		}
	}
	return n
}
