package apertium

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// home is where Apertium is installed.
type home struct {
	bins  []string // folders of programs, PATH aside
	modes []string // folders of modes
}

// mode is the pipe of one direction.
type mode struct{ stages []stage }

// stage is a program of a pipe.
type stage struct {
	args []string          // with the path of the program first
	edit *strings.Replacer // applied to what it answers; may be nil
}

func findHome(program string) (home, error) {
	path, err := exec.LookPath(program)
	if program == "" {
		program = "apertium"
		path, err = exec.LookPath(program)
	}
	if err != nil {
		return home{}, fmt.Errorf("the program %q is not found or may not be run", program)
	}
	var h home
	add := func(path string) {
		bin := filepath.Dir(path)
		if !slices.Contains(h.bins, bin) {
			h.bins = append(h.bins, bin)
			h.modes = append(h.modes, filepath.Join(filepath.Dir(bin), "share", "apertium", "modes"))
		}
	}
	if path, err = filepath.Abs(path); err == nil {
		add(path)
	}
	if path, err = filepath.EvalSymlinks(path); err == nil { // a link to a program installed elsewhere
		add(path)
	}
	return h, nil
}

// mode reads the mode of a name such as bel-rus, and makes sure that every file it needs is there.
func (h home) mode(name string) (mode, error) {
	text, err := h.read(name + ".mode")
	if err != nil {
		return mode{}, err
	}
	stages, err := parseMode(text)
	if err != nil {
		return mode{}, fmt.Errorf("read %s.mode: %w", name, err)
	}
	m := mode{adapt(stages)}
	for _, s := range m.stages {
		if s.args[0], err = h.program(s.args[0]); err != nil {
			return mode{}, err
		}
	}
	for _, file := range m.files() {
		if _, err := os.Stat(file); err != nil {
			return mode{}, fmt.Errorf("%s is missing", file)
		}
	}
	return m, nil
}

func (h home) read(file string) (string, error) {
	for _, dir := range h.modes {
		text, err := os.ReadFile(filepath.Join(dir, file))
		if err == nil {
			return string(text), nil
		}
		if !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
	}
	return "", fmt.Errorf("%s is not in %s", file, strings.Join(h.modes, " or "))
}

// program finds a program beside apertium rather than on PATH, where another version may be.
func (h home) program(name string) (string, error) {
	for _, dir := range h.bins {
		if path, err := exec.LookPath(filepath.Join(dir, filepath.Base(name))); err == nil {
			return path, nil
		}
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("the program %s is missing", name)
	}
	return path, nil
}

// files are the programs and the data of the pipe.
func (m mode) files() []string {
	var files []string
	for _, s := range m.stages {
		for i, arg := range s.args {
			if i == 0 || filepath.IsAbs(arg) {
				files = append(files, arg)
			}
		}
	}
	return files
}

// parseMode reads a mode file: the command lines of a shell's pipe, with arguments quoted or not.
func parseMode(text string) ([][]string, error) {
	stages := [][]string{nil}
	var word strings.Builder
	var quote rune
	inWord := false
	endWord := func() {
		if last := len(stages) - 1; inWord {
			stages[last] = append(stages[last], word.String())
		}
		word.Reset()
		inWord = false
	}
	for _, r := range strings.TrimSpace(text) {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '\'' || r == '"':
			quote, inWord = r, true
		case r == ' ' || r == '\t':
			endWord()
		case r == '|':
			endWord()
			stages = append(stages, nil)
		case strings.ContainsRune("\\;&<>()`\n\r\x00", r):
			return nil, fmt.Errorf("%q is not expected in a pipe", r)
		default:
			word.WriteRune(r)
			inWord = true
		}
	}
	endWord()
	if quote != 0 {
		return nil, errors.New("a quotation mark is not closed")
	}
	if slices.ContainsFunc(stages, func(s []string) bool { return len(s) == 0 || s[0] == "" }) {
		return nil, errors.New("a program of the pipe has no name")
	}
	return stages, nil
}

// adapt makes stages of one text into stages that stay: each flushes at a NUL (-z). The tagger, which crashes on
// Russian, is left out. In its place the constraint grammar takes the first reading that its rules leave (-1) and writes
// no traces (-n); from Belarusian, where the tagger works, the outcome is the same.
func adapt(stages [][]string) []stage {
	var adapted []stage
	for _, s := range stages {
		switch filepath.Base(s[0]) {
		case "apertium-tagger":
		case "cg-proc":
			adapted = append(adapted, stage{arguments(s, "-z", "-1", "-n"), longParticiples()})
		default:
			adapted = append(adapted, stage{args: arguments(s, "-z")})
		}
	}
	return adapted
}

// arguments are those of s after more options, with what the script apertium would put for its variables.
func arguments(s []string, options ...string) []string {
	args := append([]string{s[0]}, options...)
	for _, a := range s[1:] {
		switch a {
		case "$1": // how to write words that cannot be inflected
			args = append(args, "-g")
		case "$2": // whether the tagger shows its work
		default:
			args = append(args, a)
		}
	}
	return args
}

// longParticiples makes short passive participles long ones in a stream of readings: «дом построен» as «дом построенный».
// The rules for Russian drop the short ones without a trace, and with them what a sentence says («назначен»,
// «задержан»); Belarusian has only the long form in their place.
func longParticiples() *strings.Replacer {
	return strings.NewReplacer(
		"<pp><pasv><short><m><sg>", "<pp><pasv><m><an><sg><nom>",
		"<pp><pasv><short><f><sg>", "<pp><pasv><f><an><sg><nom>",
		"<pp><pasv><short><nt><sg>", "<pp><pasv><nt><an><sg><nom>",
		"<pp><pasv><short><mfn><pl>", "<pp><pasv><mfn><an><pl><nom>",
	)
}
