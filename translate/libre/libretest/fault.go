package libretest

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// Fault is one way in which the answer to one request goes wrong. The zero value is [OK].
type Fault struct {
	name    string
	bills   bool                    // whether the texts are translated all the same
	change  func([]string) []string // what becomes of the translations
	respond func(s *Server, w http.ResponseWriter, r *http.Request, body []byte)
}

// String is the fault's name, for the names of tests.
func (f Fault) String() string {
	if f.name == "" {
		return "OK"
	}
	return f.name
}

// OK is no fault.
func OK() Fault { return Fault{} }

// Refuse answers {"error": message} and translates nothing.
func Refuse(status int, message string) Fault {
	return Fault{name: fmt.Sprintf("%d %.20s", status, message), respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, _ []byte) {
		writeError(w, status, message)
	}}
}

// Busy answers 429, with a Retry-After header unless it is "".
func Busy(retryAfter string) Fault {
	return Fault{name: "429", respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, _ []byte) {
		if retryAfter != "" {
			w.Header().Set("Retry-After", retryAfter)
		}
		writeError(w, http.StatusTooManyRequests, "Slowdown: 20 per 1 minute")
	}}
}

// Hang answers nothing until the client gives up.
func Hang() Fault {
	return Fault{name: "hang", respond: func(s *Server, _ http.ResponseWriter, r *http.Request, _ []byte) {
		select {
		case <-r.Context().Done():
		case <-s.closed: // a client that never gives up must not keep the test from ending
		}
		panic(http.ErrAbortHandler)
	}}
}

// Fewer leaves the first n translations out.
func Fewer(n int) Fault {
	return Fault{name: fmt.Sprintf("%d fewer", n), bills: true, change: func(t []string) []string { return t[min(n, len(t)):] }}
}

// More answers one translation twice.
func More() Fault {
	return Fault{name: "one more", bills: true, change: func(t []string) []string { return append(t[:1:1], t...) }}
}

// Blank answers "" for the text at an index.
func Blank(at int) Fault { return spoil("blank", at, "") }

// Damaged answers U+FFFD in the translation at an index.
func Damaged(at int) Fault { return spoil("damaged", at, "зла\uFFFDанае") }

func spoil(name string, at int, by string) Fault {
	return Fault{name: fmt.Sprintf("%s at %d", name, at), bills: true, change: func(t []string) []string {
		t = slices.Clone(t)
		t[at] = by
		return t
	}}
}

// Page answers an HTML page, as a crash or a proxy does, with a status.
func Page(status int) Fault {
	return Fault{name: fmt.Sprintf("page %d", status), respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, _ []byte) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(status)
		io.WriteString(w, "<!doctype html><title>Sorry</title><p>It is not you, it is us.")
	}}
}

// Echo answers an error that repeats the texts of the request, as a crash of the translator does, and its headers.
func Echo(status int) Fault {
	return Fault{name: fmt.Sprintf("echo %d", status), respond: func(_ *Server, w http.ResponseWriter, r *http.Request, body []byte) {
		writeError(w, status, fmt.Sprint("Cannot translate text: ", string(body), r.Header))
	}}
}

// CutBefore closes the connection without an answer.
func CutBefore() Fault {
	return Fault{name: "cut before", respond: func(*Server, http.ResponseWriter, *http.Request, []byte) { panic(http.ErrAbortHandler) }}
}

// CutAfter translates and closes the connection without an answer.
func CutAfter() Fault {
	f := CutBefore()
	f.name, f.bills = "cut after", true
	return f
}

// Half closes the connection in the middle of the answer.
func Half() Fault {
	return Fault{name: "half", bills: true, respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, body []byte) {
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		w.Write(body[:len(body)/2])
		panic(http.ErrAbortHandler)
	}}
}

// Answer answers a body of the test's own with status 200.
func Answer(body string) Fault {
	return rewrite(fmt.Sprintf("answer %.30s", body), func([]byte) []byte { return []byte(body) })
}

// HalfJSON answers the first half of the JSON as if it were all.
func HalfJSON() Fault { return rewrite("half JSON", func(b []byte) []byte { return b[:len(b)/2] }) }

// NotUTF8 answers with a byte in the last translation that is no UTF-8.
func NotUTF8() Fault {
	return rewrite("not UTF-8", func(b []byte) []byte { return slices.Insert(b, bytes.LastIndexByte(b, '"'), 0xff) })
}

func rewrite(name string, change func([]byte) []byte) Fault {
	return Fault{name: name, bills: true, respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, body []byte) {
		w.Header().Set("Content-Type", "application/json")
		w.Write(change(body))
	}}
}

// Huge answers 64 MiB of white space before the translations.
func Huge() Fault {
	return Fault{name: "huge", bills: true, respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, body []byte) {
		space := []byte(strings.Repeat(" ", 1<<20))
		for range 64 {
			if _, err := w.Write(space); err != nil {
				return
			}
		}
		w.Write(body)
	}}
}

// Redirect sends the client to another address.
func Redirect(to string) Fault {
	return Fault{name: "redirect", respond: func(_ *Server, w http.ResponseWriter, r *http.Request, _ []byte) {
		http.Redirect(w, r, to, http.StatusTemporaryRedirect)
	}}
}
