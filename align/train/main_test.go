package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMeasuresTheArticlesOfTheRepository runs the command as its help says.
func TestMeasuresTheArticlesOfTheRepository(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"--data", "../../testdata"}, &out, io.Discard); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"condition", "newsroom", "mean", "Brier score"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing from\n%s", want, out.String())
		}
	}
}

func TestReadsBothShapesOfCases(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, at := range []string{"noisy/mill/", "pond/"} {
		write(at+"en.txt", "Mill.\n\nIt works.\n")
		write(at+"ru.txt", "Мельница.\n\nРаботает.\n")
		write(at+"be.txt", "Млын.\n")
	}
	write("noisy/mill/gold.json", `[{"en":[0],"ru":[0],"be":[0]},{"en":[1],"ru":[1],"be":[]}]`)
	write("pond/paragraphs.beads", "0 | 0 | 0\n1 | 1 | -\n")
	cases, err := readCases([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) != 2 || cases[0].Group != "noisy" || cases[0].Document != "mill" || cases[1].Group != "newsroom" {
		t.Fatalf("got %+v", cases)
	}
	for _, c := range cases {
		if got := c.Gold.String(); got != "0 | 0 | 0\n1 | 1 | -\n" {
			t.Errorf("%s: gold is\n%s", c.Document, got)
		}
	}
}

func TestProblems(t *testing.T) {
	for name, args := range map[string][]string{
		"no data":         {},
		"an empty folder": {"--data", t.TempDir()},
		"no such weights": {"--data", "../../testdata", "--weights", "nowhere.json"},
	} {
		if err := run(args, io.Discard, io.Discard); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
