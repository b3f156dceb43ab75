package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// flagSet is the flags of one command. Its help and its errors are ours, so the standard ones are silenced.
func flagSet(command string) *flag.FlagSet {
	set := flag.NewFlagSet(command, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.Usage = func() {}
	return set
}

// parse reads flags that may stand before, between or after the files, and returns the files. After "--" everything
// is a file. done is true when --help was asked for and has been answered.
func (p *program) parse(set *flag.FlagSet, args []string) (files []string, done bool, err error) {
	for len(args) > 0 {
		if err := set.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, true, p.showHelp(set.Name())
			}
			return nil, false, badFlag(set, err)
		}
		rest := set.Args()
		if read := len(args) - len(rest); len(rest) == 0 || read > 0 && args[read-1] == "--" {
			return append(files, rest...), false, nil
		}
		files, args = append(files, rest[0]), rest[1:]
	}
	return files, false, nil
}

func badFlag(set *flag.FlagSet, err error) error {
	fix := fmt.Sprintf("see triptych %s --help", set.Name())
	name, undefined := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !undefined {
		return misuse(strings.Replace(err.Error(), " -", " --", 1), fix)
	}
	name = strings.TrimLeft(name, "-")
	var names []string
	set.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
	if near := nearest(name, names); near != "" {
		fix = "did you mean --" + near + "?"
	}
	return misuse(fmt.Sprintf("%s has no flag --%s", set.Name(), name), fix)
}

// choice is a flag that takes one of a few words; the first is the default.
type choice struct {
	words  []string
	chosen string
}

func oneOf(words ...string) *choice { return &choice{words: words, chosen: words[0]} }

// String is the word that was chosen.
func (c *choice) String() string { return c.chosen }

// Set chooses a word.
func (c *choice) Set(word string) error {
	for _, w := range c.words {
		if w == word {
			c.chosen = w
			return nil
		}
	}
	return fmt.Errorf("write %s", either(c.words))
}
