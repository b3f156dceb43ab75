package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"triptych/workbench"
)

// program is what every command works with.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	work           *workbench.Workbench
}

// command is one verb of the command line.
type command struct {
	name string
	// arguments follow the name in the usage line; summary is the line in the list of commands.
	arguments, summary string
	// help is everything below the usage line: what the command does, an example, its exit status.
	help string
	run  func(ctx context.Context, p *program, args []string) error
}

// commands lists what can be asked for, in the order of the help page.
func commands() []command {
	return append([]command{
		compareCommand(),
		alignCommand(),
		fetchCommand(),
		translateCommand(),
		exportCommand(),
		detectCommand(),
		serveCommand(),
		versionCommand(),
		helpCommand(),
	}, plannedCommands()...)
}

func find(name string) (command, bool) {
	for _, c := range commands() {
		if c.name == name {
			return c, true
		}
	}
	return command{}, false
}

func (p *program) dispatch(ctx context.Context, args []string) error {
	if len(args) == 0 {
		fmt.Fprint(p.stderr, shortHelp())
		return errShown
	}
	name, rest := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	case "-v", "-version", "--version":
		name = "version"
	}
	c, ok := find(name)
	if !ok {
		return unknownCommand(name, args)
	}
	return c.run(ctx, p, rest)
}

// unknownCommand guesses what was meant: a command misspelled, or files given without a command.
func unknownCommand(name string, args []string) error {
	detail := fmt.Sprintf("there is no command %q", name)
	if near := nearest(name, commandNames()); near != "" {
		return misuse(detail, "did you mean "+near+"?")
	}
	if _, err := os.Stat(name); err == nil {
		return misuse(detail, "to compare files write: triptych compare "+strings.Join(args, " "))
	}
	return misuse(detail, "triptych help lists the commands")
}

func commandNames() []string {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	return names
}

// print writes a command's whole output at once, so that a failure before it leaves standard output empty.
func (p *program) print(output string) error {
	if _, err := io.WriteString(p.stdout, output); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	return nil
}

func (p *program) warn(warnings []string) {
	for _, w := range warnings {
		fmt.Fprintf(p.stderr, "triptych: warning: %s\n", oneLine(w))
	}
}
