package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"triptych": main})
}

// TestScript runs the scripts of testdata/script. Each finds the versions of one small article in its folder: en.txt,
// ru.txt and be.txt, and a file that is not text: program.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"fails": fails},
		Setup:               setup,
	})
}

// setup lays out the article, and a file that is no text.
func setup(e *testscript.Env) error {
	program := []byte("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x03\x00>\x00\x01\x00\x00\x00\xc0\x9a\xff\xfe")
	if err := os.WriteFile(filepath.Join(e.WorkDir, "program"), program, 0o755); err != nil {
		return err
	}
	return os.CopyFS(e.WorkDir, os.DirFS(filepath.Join("testdata", "bakery")))
}

// fails is the script command "fails STATUS program [args]": the program must exit with the status, print nothing on
// standard output and one line on standard error.
func fails(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fails STATUS program [args]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		ts.Fatalf("want a failure with status %d, got %v", want, err)
	}
	if got := exit.ExitCode(); got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
	if out := ts.ReadFile("stdout"); out != "" {
		ts.Fatalf("standard output is not empty: %q", out)
	}
	message := ts.ReadFile("stderr")
	if !strings.HasPrefix(message, "triptych: ") || strings.Count(message, "\n") != 1 {
		ts.Fatalf("standard error is not one line that begins with the program's name: %q", message)
	}
}
