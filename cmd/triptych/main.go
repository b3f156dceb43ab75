// Triptych puts the English, Russian and Belarusian versions of an article side by side and shows where they say
// different things. This command is its command line and its server; `triptych help` says more.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	os.Exit(run(interruptible(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}

// interruptible is a context that ends at the first Ctrl-C or SIGTERM. A second one is no longer caught: it kills.
func interruptible() context.Context {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx
}

// run is the whole command: it carries out args and returns the exit status. Everything it touches is handed to it,
// so that tests call it like any function.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, env: env, work: newWorkbench()}
	err := p.dispatch(ctx, args)
	if err != nil {
		p.complain(err)
	}
	return status(err)
}
