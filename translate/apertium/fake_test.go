package apertium

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fakeVar makes the test binary a program of a pipe: one that misbehaves when its text says so.
const fakeVar = "TRIPTYCH_TEST_STAGE"

func TestMain(m *testing.M) {
	if os.Getenv(fakeVar) != "" {
		fakeStage()
		return
	}
	os.Exit(m.Run())
}

func fakeStage() {
	in := bufio.NewReader(os.Stdin)
	for {
		frame, err := in.ReadString(0)
		if err != nil {
			return
		}
		text, number, _ := strings.Cut(frame, "[")
		switch command, _, _ := strings.Cut(text, " "); command {
		case "hang":
			time.Sleep(time.Hour)
		case "die":
			os.Exit(3)
		case "empty":
			frame = "[" + number
		case "other":
			frame = text + "[99999]\n\x00"
		case "analyses":
			frame = "^слова/word<n>$[" + number
		case "flood":
			frame = strings.Repeat("слова ", maxFrame) + "\x00"
		case "twice":
			frame += frame
		}
		fmt.Print(frame)
	}
}

// fakeHome installs the test binary as Apertium, with a pipe of two stages from Belarusian. It returns the path of the
// program.
func fakeHome(t *testing.T) string {
	t.Helper()
	t.Setenv(fakeVar, "1")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	bin, modes := filepath.Join(root, "bin"), filepath.Join(root, "share", "apertium", "modes")
	for _, dir := range []string{bin, modes} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(self, filepath.Join(bin, "lt-proc")); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(bin, "apertium") // only its place is of interest
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(root, "bel-rus.bin")
	writeFile(t, data, "dictionary")
	writeFile(t, filepath.Join(modes, "bel-rus.mode"), "lt-proc '"+data+"' | lt-proc $1 '"+data+"'")
	return program
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
