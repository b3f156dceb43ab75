package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"triptych/web"
)

func serveCommand() command {
	return command{
		name:      "serve",
		arguments: "[--addr HOST:PORT] [--log auto|text|json] [--debug]",
		summary:   "serve the pages and the HTTP API",
		help:      serveHelp,
		run:       runServe,
	}
}

const serveHelp = `Serves the pages and the HTTP API until it is stopped (Ctrl-C, SIGTERM).
Requests under way get ten seconds to finish.

  --addr HOST:PORT  where to listen; 127.0.0.1:8080 unless told otherwise. With
                    port 0 it takes any free port and prints which
  --log FORMAT      how to log on standard error: text, json, or auto (the
                    default: text on a terminal, json elsewhere)
  --debug           log more

Environment:
  TRIPTYCH_ADDR        as --addr
  TRIPTYCH_TOKEN       a secret that clients send as "Authorization: Bearer …";
                       an address that other machines can reach needs one
  TRIPTYCH_TOKEN_FILE  a file that holds the secret
  TRIPTYCH_DATA        the folder where translations and accounts are kept
  and what triptych translate --help lists, to translate what is missing

Example:
  $ triptych serve
  Triptych is at http://127.0.0.1:8080

Exit status:
  0  stopped when asked to
  1  it failed: the port is taken, for example
  2  the call is wrong: an open address without a token, for example
`

// serveOptions is all that the server is told from outside.
type serveOptions struct {
	addr, token string
	log         *slog.Logger
}

func runServe(ctx context.Context, p *program, args []string) error {
	o, done, err := p.serveOptions(args)
	if done || err != nil {
		return err
	}
	var lc net.ListenConfig
	listener, err := lc.Listen(ctx, "tcp", o.addr)
	if err != nil {
		return cannotListen(o.addr, err)
	}
	defer listener.Close()
	services, err := p.open(ctx, o.log)
	if err != nil {
		return err
	}
	defer services.Close()
	handler, err := newHandler(ctx, services, o)
	if err != nil {
		return err
	}
	server := newServer(handler, o.log)
	fmt.Fprintf(p.stderr, "Triptych is at %s\n", site(listener.Addr()))
	return serve(ctx, server, listener)
}

func (p *program) serveOptions(args []string) (o serveOptions, done bool, err error) {
	set := flagSet("serve")
	addr := set.String("addr", "", "")
	debug := set.Bool("debug", false, "")
	format := oneOf("auto", "text", "json")
	set.Var(format, "log", "")
	files, done, err := p.parse(set, args)
	if done || err != nil {
		return o, done, err
	}
	if len(files) > 0 {
		return o, false, misuse(fmt.Sprintf("serve takes no files, but got %q", files[0]), "paste the texts into the page")
	}
	if o.token, err = p.secret("TRIPTYCH_TOKEN"); err != nil {
		return o, false, err
	}
	o.addr = firstOf(*addr, p.env("TRIPTYCH_ADDR"), "127.0.0.1:8080")
	o.log = newLog(p.stderr, format.chosen, *debug)
	return o, false, checkAddr(o.addr, o.token)
}

// The server's limits on time. Reading and writing are generous: an article comes over a slow line, and aligning a
// long one takes a while.
const (
	readHeaderTimeout = 10 * time.Second
	readTimeout       = time.Minute
	writeTimeout      = 5 * time.Minute
	idleTimeout       = 2 * time.Minute
	stopTimeout       = 10 * time.Second
)

func newServer(h http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    web.MaxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// serve answers requests until ctx ends, then lets those under way finish.
func serve(ctx context.Context, server *http.Server, l net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	// ctx has ended already; what is left to do gets a time of its own.
	stopping, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTimeout)
	defer cancel()
	err := server.Shutdown(stopping)
	if errors.Is(err, context.DeadlineExceeded) {
		server.Close()
		return fmt.Errorf("some requests did not finish within %v and were cut off", stopTimeout)
	}
	return err
}
