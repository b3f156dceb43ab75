package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strconv"
	"strings"
	"syscall"

	"triptych/workbench"
)

// checkAddr holds back an address that cannot be listened on, and one that other machines reach without a token.
func checkAddr(addr, token string) error {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return badInput(addr, "this is not an address to listen on", "write HOST:PORT, such as 127.0.0.1:8080")
	}
	if n, err := strconv.Atoi(port); err != nil || n < 0 || n > 65535 {
		return badInput(addr, "this has no port between 0 and 65535", "write HOST:PORT, such as 127.0.0.1:8080")
	}
	if !loopback(host) && token == "" {
		return badInput(addr, "other machines can reach this address and TRIPTYCH_TOKEN is not set",
			"set TRIPTYCH_TOKEN to a secret, or listen on 127.0.0.1")
	}
	return nil
}

// loopback tells whether only this machine reaches a host. A name other than localhost may lead anywhere.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

// cannotListen says in plain words why an address is not to be had.
func cannotListen(addr string, err error) error {
	var unknown *net.DNSError
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("%s is in use by another program; stop it, or choose a port with --addr", addr)
	case errors.Is(err, syscall.EACCES):
		return fmt.Errorf("no permission to listen on %s; choose a port above 1023 with --addr", addr)
	case errors.Is(err, syscall.EADDRNOTAVAIL), errors.As(err, &unknown):
		return badInput(addr, "this is not an address of this machine", "write HOST:PORT, such as 127.0.0.1:8080")
	}
	return fmt.Errorf("listen on %s: %w", addr, err)
}

// site is the address as a browser takes it. An unspecified host means every address of this machine; localhost is
// the one that surely works here.
func site(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if err != nil {
		return "http://" + a.String()
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// secret reads a secret from the environment, or from the file that NAME_FILE names.
func (p *program) secret(name string) (string, error) {
	value, path := p.env(name), p.env(name+"_FILE")
	if path == "" {
		return value, nil
	}
	if value != "" {
		return "", misuse(fmt.Sprintf("%s and %s_FILE are both set", name, name), "unset one of them")
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("read %s_FILE: %w", name, unreadable(path, err))
	}
	value = strings.TrimSpace(string(data))
	if value == "" {
		return "", &workbench.Problem{
			Reason: workbench.BadInput, Input: path, Detail: "the file is empty", Fix: "write the secret into it",
		}
	}
	return value, nil
}

func newLog(out io.Writer, format string, debug bool) *slog.Logger {
	o := &slog.HandlerOptions{Level: slog.LevelInfo}
	if debug {
		o.Level = slog.LevelDebug
	}
	terminal, _ := terminalOf(out)
	if format == "text" || format == "auto" && terminal {
		return slog.New(slog.NewTextHandler(out, o))
	}
	return slog.New(slog.NewJSONHandler(out, o))
}

// warnings is the log of a command that is not a server: what its user should know, no more.
func warnings(out io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
