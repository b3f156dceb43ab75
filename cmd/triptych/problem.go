package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"triptych/workbench"
)

// The exit statuses that scripts may rely on.
const (
	exitDone   = 0 // done, whether or not differences were found
	exitFailed = 1 // anything that is not the caller's to mend: network, disk, not built yet, interrupted
	exitMisuse = 2 // the call or the input is wrong
)

// errShown is a misuse that has been explained on standard error already.
var errShown = errors.New("explained")

// status is the exit status that an error means.
func status(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, errShown) {
		return exitMisuse
	}
	var problem *workbench.Problem
	if !errors.As(err, &problem) {
		return exitFailed
	}
	switch problem.Reason {
	case workbench.BadInput, workbench.NotServed, workbench.TooLarge:
		return exitMisuse
	default:
		return exitFailed
	}
}

// misuse is a call that cannot be carried out as it was written.
func misuse(detail, fix string) error {
	return &workbench.Problem{Reason: workbench.BadInput, Detail: detail, Fix: fix}
}

// badInput is an input that cannot be used, named as the person named it.
func badInput(name, detail, fix string) error {
	return &workbench.Problem{Reason: workbench.BadInput, Input: name, Detail: detail, Fix: fix}
}

// complain writes an error as one line on standard error.
func (p *program) complain(err error) {
	switch {
	case errors.Is(err, errShown):
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(p.stderr, "triptych: interrupted")
	default:
		fmt.Fprintf(p.stderr, "triptych: %s\n", oneLine(err.Error()))
	}
}

// oneLine keeps a message to one line and out of the terminal's controls, whatever a file was called.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// clean makes text from a file safe to show: control characters (among them the escape that begins terminal commands)
// become spaces, and invisible marks that reorder or hide text vanish.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.Bidi_Control):
			return -1
		}
		return r
	}, s)
}
