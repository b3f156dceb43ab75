package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"triptych/lang"
	"triptych/workbench"
)

// file is one FILE of the command line: a path, "-" for standard input, or an address, with the language if it was
// stated ("ru=path").
type file struct {
	// argument is the text after the stated language.
	argument string
	language lang.Tag
}

func (f file) standardInput() bool { return f.argument == "-" }

// name is what people call the file.
func (f file) name() string {
	if f.standardInput() {
		return "standard input"
	}
	return f.argument
}

func (f file) address() bool { return addressPattern.MatchString(f.argument) }

// addressPattern is compiled once because a pattern cannot change.
var addressPattern = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*://`)

// parseFile reads a FILE as the person wrote it. What stands before "=" is a language; a file whose own name begins like
// that is given as "./ru=path".
func parseFile(argument string) (file, error) {
	before, after, stated := strings.Cut(argument, "=")
	if !stated || strings.ContainsAny(before, "/\\.:") {
		return file{argument: argument}, nil
	}
	tag, err := lang.Parse(before)
	if err != nil && exists(argument) {
		return file{argument: argument}, nil
	}
	if err != nil {
		return file{}, badInput(argument, err.Error(), "")
	}
	if after == "" {
		return file{}, badInput(argument, "no file is named after "+before+"=", "write "+before+"=path")
	}
	return file{argument: after, language: tag}, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// readVersions reads the files of a command that needs several versions of one article.
func (p *program) readVersions(ctx context.Context, command string, arguments []string) ([]workbench.Input, error) {
	if len(arguments) < 2 {
		return nil, misuse(command+" needs at least two files",
			fmt.Sprintf("write, for example: triptych %s en.txt ru.txt be.txt", command))
	}
	return p.readFiles(ctx, arguments)
}

// readFiles reads all files or none. Each is read once, so that none may be given twice.
func (p *program) readFiles(ctx context.Context, arguments []string) ([]workbench.Input, error) {
	inputs := make([]workbench.Input, 0, len(arguments))
	var read []fs.FileInfo
	fromStandardInput := false
	for _, a := range arguments {
		f, err := parseFile(a)
		if err != nil {
			return nil, err
		}
		if f.standardInput() && fromStandardInput {
			return nil, misuse("standard input (-) is given twice", "give one of the versions as a file")
		}
		fromStandardInput = fromStandardInput || f.standardInput()
		in, info, err := p.readFile(ctx, f)
		if err != nil {
			return nil, err
		}
		if holds(read, info) {
			return nil, badInput(f.name(), "this file is given twice", "give another version in its place")
		}
		read, inputs = append(read, info), append(inputs, in)
	}
	return inputs, nil
}

func holds(infos []fs.FileInfo, info fs.FileInfo) bool {
	if info == nil || !info.Mode().IsRegular() {
		return false
	}
	for _, other := range infos {
		if other != nil && os.SameFile(other, info) {
			return true
		}
	}
	return false
}

// readFile reads one file. The info is nil for what is not a file of this machine.
func (p *program) readFile(ctx context.Context, f file) (in workbench.Input, info fs.FileInfo, err error) {
	in = workbench.Input{Name: f.name(), Language: f.language}
	if f.address() {
		in.URL = f.argument
		return in, nil, nil
	}
	if f.standardInput() {
		stdin := func() (io.ReadCloser, error) { return io.NopCloser(p.stdin), nil }
		in.Data, err = readLimited(ctx, f.name(), stdin)
		return in, nil, err
	}
	info, err = os.Stat(f.argument)
	if err != nil {
		return in, nil, unreadable(f.argument, err)
	}
	if info.IsDir() {
		return in, nil, badInput(f.argument, "this is a directory", "give a text file")
	}
	in.Data, err = readLimited(ctx, f.argument, func() (io.ReadCloser, error) { return os.Open(f.argument) })
	return in, info, err
}

// readLimited reads to the end, or just past what the workbench takes, which says so then. It returns when ctx ends,
// even where opening or reading cannot be stopped (a terminal, a pipe that nobody writes to).
func readLimited(ctx context.Context, name string, open func() (io.ReadCloser, error)) ([]byte, error) {
	type result struct {
		data []byte
		err  error
	}
	read := make(chan result, 1)
	go func() {
		r, err := open()
		if err != nil {
			read <- result{nil, err}
			return
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, workbench.MaxBytes+1))
		read <- result{data, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case got := <-read:
		if got.err != nil {
			return nil, unreadable(name, got.err)
		}
		return got.data, nil
	}
}

// unreadable says in plain words why a file cannot be read.
func unreadable(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return badInput(name, "there is no such file", "check the path")
	case errors.Is(err, fs.ErrPermission):
		return badInput(name, "no permission to read it", "change its permissions or give another file")
	}
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return badInput(name, "it cannot be read: "+err.Error(), "")
}
