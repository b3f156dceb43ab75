package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// server is a triptych serve in a process of its own.
type server struct {
	*exec.Cmd
	url    string
	stderr *bufio.Reader
}

// start runs "program serve" on a free port and waits for the line that says where it is.
func start(tb testing.TB, program string, args ...string) *server {
	tb.Helper()
	s := &server{Cmd: exec.Command(program, append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)...)}
	pipe, err := s.StderrPipe()
	if err != nil {
		tb.Fatal(err)
	}
	if err := s.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Process.Kill() })
	s.stderr = bufio.NewReader(pipe)
	first, err := s.stderr.ReadString('\n')
	if err != nil {
		tb.Fatalf("the server said %q: %v", first, err)
	}
	url, ok := strings.CutPrefix(strings.TrimSpace(first), "Triptych is at ")
	if !ok {
		tb.Fatalf("the server's first line is %q", first)
	}
	s.url = url
	return s
}

// stop asks the server to stop and returns how it ended.
func (s *server) stop(signal os.Signal) error {
	if err := s.Process.Signal(signal); err != nil {
		return err
	}
	io.Copy(io.Discard, s.stderr)
	return s.Wait()
}

func get(url string) (status int, body string, err error) {
	answer, err := http.Get(url)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	return answer.StatusCode, string(b), err
}

func TestServe(t *testing.T) {
	for _, signal := range []os.Signal{syscall.SIGTERM, os.Interrupt} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			s := start(t, "triptych")
			status, body, err := get(s.url + "/healthz")
			if err != nil || status != http.StatusOK {
				t.Errorf("GET /healthz: status %d, body %q, %v", status, body, err)
			}
			if status, _, err := get(s.url + "/sample"); err != nil || status != http.StatusOK {
				t.Errorf("GET /sample: status %d, %v", status, err)
			}
			if err := s.stop(signal); err != nil {
				t.Errorf("ended with %v", err)
			}
		})
	}
}

func TestServeOnTakenPort(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	addr := l.Addr().String()
	got := call(t.Context(), nil, map[string]string{"TRIPTYCH_ADDR": addr, "TRIPTYCH_DATA": t.TempDir()}, "serve")
	want := outcome{exitFailed, "", "triptych: " + addr + " is in use by another program; stop it, or choose a port with --addr\n"}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// A request under way when the server is told to stop is answered.
func TestServeFinishesRequests(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	entered, release := make(chan bool), make(chan bool)
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(entered)
		<-release
		io.WriteString(w, "finished")
	})
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, newServer(slow, slog.New(slog.DiscardHandler)), l) }()
	answer := make(chan string, 1)
	go func() {
		_, body, err := get("http://" + l.Addr().String())
		answer <- body + errorText(err)
	}()
	<-entered
	cancel()
	close(release)
	if got := <-answer; got != "finished" {
		t.Errorf("the request was answered %q", got)
	}
	if err := <-ended; err != nil {
		t.Errorf("serve: %v", err)
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestServeEndsWithItsListener(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	err = serve(t.Context(), newServer(http.NotFoundHandler(), slog.New(slog.DiscardHandler)), l)
	if !errors.Is(err, net.ErrClosed) {
		t.Errorf("serve: %v", err)
	}
}

func TestCheckAddr(t *testing.T) {
	for _, c := range []struct {
		addr, token string
		ok          bool
	}{
		{"127.0.0.1:8080", "", true},
		{"127.4.4.4:0", "", true},
		{"[::1]:8080", "", true},
		{"localhost:8080", "", true},
		{"LOCALHOST:8080", "", true},
		{":8080", "", false},
		{"0.0.0.0:8080", "", false},
		{"[::]:8080", "", false},
		{"192.168.1.7:8080", "", false},
		{"example.org:8080", "", false},
		{"0.0.0.0:8080", "secret", true},
		{"127.0.0.1", "", false},
		{"127.0.0.1:", "", false},
		{"127.0.0.1:http", "", false},
		{"127.0.0.1:-1", "", false},
		{"127.0.0.1:65536", "secret", false},
	} {
		err := checkAddr(c.addr, c.token)
		if (err == nil) != c.ok {
			t.Errorf("%q with token %q: %v", c.addr, c.token, err)
		}
		if err != nil && status(err) != exitMisuse {
			t.Errorf("%q: status %d", c.addr, status(err))
		}
	}
}

func TestSite(t *testing.T) {
	for in, want := range map[string]string{
		"127.0.0.1:8080": "http://127.0.0.1:8080",
		"0.0.0.0:80":     "http://localhost:80",
		"[::]:8080":      "http://localhost:8080",
		"[::1]:8080":     "http://[::1]:8080",
	} {
		a, err := net.ResolveTCPAddr("tcp", in)
		if err != nil {
			t.Fatal(err)
		}
		if got := site(a); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

// waitFor asks every millisecond until the server is there, and tells how long that took.
func waitFor(url string, patience time.Duration) (time.Duration, error) {
	begin := time.Now()
	for {
		status, _, err := get(url)
		switch {
		case err == nil && status == http.StatusOK:
			return time.Since(begin), nil
		case err == nil:
			return 0, fmt.Errorf("%s: status %d", url, status)
		case time.Since(begin) > patience:
			return 0, err
		}
		time.Sleep(time.Millisecond)
	}
}
