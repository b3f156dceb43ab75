package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"triptych/workbench"
)

// outcome is what a call of run left behind.
type outcome struct {
	status         int
	stdout, stderr string
}

func call(ctx context.Context, stdin io.Reader, env map[string]string, args ...string) outcome {
	var stdout, stderr bytes.Buffer
	status := run(ctx, args, stdin, &stdout, &stderr, func(name string) string { return env[name] })
	return outcome{status, stdout.String(), stderr.String()}
}

func bakery(name string) string { return filepath.Join("testdata", "bakery", name) }

func TestFileTooLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.txt")
	if err := os.WriteFile(path, []byte("Words."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, workbench.MaxBytes+1); err != nil {
		t.Fatal(err)
	}
	got := call(t.Context(), nil, nil, "align", bakery("en.txt"), path)
	if got.status != exitMisuse || got.stdout != "" || !strings.Contains(got.stderr, "large.txt: the text is longer than 16 MiB") {
		t.Errorf("got %+v", got)
	}
}

func TestFileWithoutPermission(t *testing.T) {
	err := unreadable("secret.txt", &fs.PathError{Op: "open", Path: "secret.txt", Err: fs.ErrPermission})
	if status(err) != exitMisuse || !strings.HasPrefix(err.Error(), "secret.txt: no permission to read it; ") {
		t.Errorf("got %q with status %d", err, status(err))
	}
}

// A file may have any name; a message about it stays one line and sends nothing to the terminal but text.
func TestHostileFileName(t *testing.T) {
	got := call(t.Context(), nil, nil, "detect", "a\x1b[2J\nb.txt")
	if got.status != exitMisuse || strings.Count(got.stderr, "\n") != 1 || strings.ContainsRune(got.stderr, 0x1b) {
		t.Errorf("got %+v", got)
	}
}

// Ctrl-C must end a program that waits for standard input, or for somebody to write to a named pipe.
func TestInterrupted(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"-", pipe} {
		never, _ := io.Pipe()
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(10*time.Millisecond, cancel)
		done := make(chan outcome, 1)
		go func() { done <- call(ctx, never, nil, "detect", file) }()
		select {
		case got := <-done:
			if want := (outcome{exitFailed, "", "triptych: interrupted\n"}); got != want {
				t.Errorf("%s: got %+v, want %+v", file, got, want)
			}
		case <-time.After(time.Minute):
			t.Fatalf("%s: still waiting a minute after the interruption", file)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestOutputCannotBeWritten(t *testing.T) {
	var stderr bytes.Buffer
	got := run(t.Context(), []string{"version"}, nil, fullDisk{}, &stderr, os.Getenv)
	if want := "triptych: write the output: no space left on device\n"; got != exitFailed || stderr.String() != want {
		t.Errorf("status %d, standard error %q", got, stderr.String())
	}
}

func TestStatus(t *testing.T) {
	problem := func(r workbench.Reason) error {
		return fmt.Errorf("align: %w", &workbench.Problem{Reason: r, Detail: "d"})
	}
	for _, c := range []struct {
		name string
		err  error
		want int
	}{
		{"done", nil, 0},
		{"bad input", problem(workbench.BadInput), 2},
		{"not served", problem(workbench.NotServed), 2},
		{"too large", problem(workbench.TooLarge), 2},
		{"not yet", problem(workbench.NotYet), 1},
		{"a reason of tomorrow", problem(workbench.Reason(99)), 1},
		{"interrupted", context.Canceled, 1},
		{"anything else", errors.New("the network is down"), 1},
	} {
		if got := status(c.err); got != c.want {
			t.Errorf("%s: status %d, want %d", c.name, got, c.want)
		}
	}
}

func TestWidth(t *testing.T) {
	for columns, want := range map[string]int{"": 100, "72": 72, "0": 100, "-4": 100, "wide": 100, "3": 20} {
		s := newScreen(&bytes.Buffer{}, func(name string) string { return map[string]string{"COLUMNS": columns}[name] }, "auto")
		if s.width != want || s.colour {
			t.Errorf("COLUMNS=%q: got %+v, want width %d and no colours", columns, s, want)
		}
	}
}
