package main

import (
	"io"
	"strconv"

	"golang.org/x/term"
)

// The widths of a screen, in columns of a terminal.
const (
	widthUnknown = 100 // where neither the terminal nor $COLUMNS tells
	widthLeast   = 20  // narrower than this, words no longer fit
)

// screen is what human-readable output is written for.
type screen struct {
	width  int
	colour bool
}

// newScreen finds out what out is. colour is auto, always or never; auto means on a terminal, unless NO_COLOR is set
// (https://no-color.org) or the terminal says that it is dumb.
func newScreen(out io.Writer, env func(string) string, colour string) screen {
	terminal, width := terminalOf(out)
	if width == 0 {
		width, _ = strconv.Atoi(env("COLUMNS"))
	}
	if width <= 0 {
		width = widthUnknown
	}
	auto := terminal && env("NO_COLOR") == "" && env("TERM") != "dumb"
	return screen{
		width:  max(width, widthLeast),
		colour: colour == "always" || colour == "auto" && auto,
	}
}

// terminalOf tells whether out is a terminal, and how wide it is (0 where it does not say).
func terminalOf(out io.Writer) (terminal bool, width int) {
	f, ok := out.(interface{ Fd() uintptr })
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return false, 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return true, 0
	}
	return true, width
}
