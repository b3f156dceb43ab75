package googletest

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
	bills   bool                    // whether the texts are translated, and billed, all the same
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

// Refuse answers an error in Google's shape and bills nothing. A reason in capitals ("API_KEY_INVALID") is written as v3
// does, any other ("rateLimitExceeded") as v2 does.
func Refuse(status int, reason, message string) Fault {
	return Fault{name: strconv.Itoa(status) + " " + reason, respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, _ []byte) {
		writeError(w, status, reason, message)
	}}
}

// Busy answers 429, with a Retry-After header unless it is "".
func Busy(retryAfter string) Fault {
	return Fault{name: "429", respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, _ []byte) {
		if retryAfter != "" {
			w.Header().Set("Retry-After", retryAfter)
		}
		writeError(w, http.StatusTooManyRequests, "rateLimitExceeded", "Rate Limit Exceeded")
	}}
}

// Overloaded answers 503.
func Overloaded() Fault {
	return Refuse(http.StatusServiceUnavailable, "backendError", "The service is currently unavailable.")
}

// Hang answers nothing until the client gives up, and bills nothing.
func Hang() Fault {
	return Fault{name: "hang", respond: func(s *Server, _ http.ResponseWriter, r *http.Request, _ []byte) {
		select {
		case <-r.Context().Done():
		case <-s.closed: // a client that never gives up must not keep the test from ending
		}
		panic(http.ErrAbortHandler)
	}}
}

// Fewer leaves n translations out: the first, so that every one of the others stands in a wrong place. They are billed.
func Fewer(n int) Fault {
	return Fault{name: fmt.Sprintf("%d fewer", n), bills: true, change: func(t []string) []string {
		return t[min(n, len(t)):]
	}}
}

// More answers one translation twice. All are billed.
func More() Fault {
	return Fault{name: "one more", bills: true, change: func(t []string) []string { return append(t[:1:1], t...) }}
}

// Blank answers "" for the text at an index. All are billed.
func Blank(at int) Fault { return spoil("blank", at, "") }

// Damaged answers U+FFFD in the translation at an index. All are billed.
func Damaged(at int) Fault { return spoil("damaged", at, "зла\uFFFDанае") }

func spoil(name string, at int, by string) Fault {
	return Fault{name: fmt.Sprintf("%s at %d", name, at), bills: true, change: func(t []string) []string {
		t = slices.Clone(t)
		t[at] = by
		return t
	}}
}

// Page answers an HTML page, as proxies do, with a status. Nothing is billed.
func Page(status int) Fault {
	return Fault{name: fmt.Sprintf("page %d", status), respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, _ []byte) {
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(status)
		io.WriteString(w, "<!doctype html><title>Sorry</title><p>It is not you, it is us.")
	}}
}

// Echo answers an error whose message repeats the address, the headers and the texts of the request. Nothing is
// billed.
func Echo(status int) Fault {
	return Fault{name: fmt.Sprintf("echo %d", status), respond: func(_ *Server, w http.ResponseWriter, r *http.Request, body []byte) {
		writeError(w, status, "unheardOf", fmt.Sprint(r.URL, r.Header, r.Form, string(body)))
	}}
}

// CutBefore closes the connection without an answer and without billing.
func CutBefore() Fault {
	return Fault{name: "cut before", respond: func(*Server, http.ResponseWriter, *http.Request, []byte) { panic(http.ErrAbortHandler) }}
}

// CutAfter closes the connection without an answer; the texts are billed.
func CutAfter() Fault {
	f := CutBefore()
	f.name, f.bills = "cut after", true
	return f
}

// Half closes the connection in the middle of the answer; the texts are billed.
func Half() Fault {
	return Fault{name: "half", bills: true, respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, body []byte) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		w.Write(body[:len(body)/2])
		panic(http.ErrAbortHandler)
	}}
}

// HalfJSON answers the first half of the JSON as if it were all; the texts are billed.
func HalfJSON() Fault {
	return rewrite("half JSON", func(b []byte) []byte { return b[:len(b)/2] })
}

// NotUTF8 answers with a byte in the last translation that is no UTF-8; the texts are billed.
func NotUTF8() Fault {
	return rewrite("not UTF-8", func(b []byte) []byte {
		at := bytes.LastIndex(b, []byte(`"}`))
		return slices.Insert(b, at, 0xff)
	})
}

func rewrite(name string, change func([]byte) []byte) Fault {
	return Fault{name: name, bills: true, respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, body []byte) {
		w.Header().Set("Content-Type", "application/json")
		w.Write(change(body))
	}}
}

// Huge answers 64 MiB of white space before the translations; the texts are billed.
func Huge() Fault {
	return Fault{name: "huge", bills: true, respond: func(_ *Server, w http.ResponseWriter, _ *http.Request, body []byte) {
		w.Header().Set("Content-Type", "application/json")
		space := []byte(strings.Repeat(" ", 1<<20))
		for range 64 {
			if _, err := w.Write(space); err != nil {
				return
			}
		}
		w.Write(body)
	}}
}

// Redirect sends the client to another address. Nothing is billed.
func Redirect(to string) Fault {
	return Fault{name: "redirect", respond: func(_ *Server, w http.ResponseWriter, r *http.Request, _ []byte) {
		http.Redirect(w, r, to, http.StatusTemporaryRedirect)
	}}
}

// writeError writes an error as Google's front end does.
func writeError(w http.ResponseWriter, status int, reason, message string) {
	body := map[string]any{"code": status, "message": message, "status": statusName(status)}
	item := map[string]any{"message": message, "domain": "global", "reason": reason}
	if reason == strings.ToUpper(reason) {
		item["reason"] = "badRequest"
		body["details"] = []any{map[string]any{
			"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason, "domain": "googleapis.com",
			"metadata": map[string]string{"service": "translate.googleapis.com"},
		}}
	}
	body["errors"] = []any{item}
	writeJSON(w, status, map[string]any{"error": body})
}

func statusName(status int) string {
	switch status {
	case http.StatusBadRequest:
		return "INVALID_ARGUMENT"
	case http.StatusUnauthorized:
		return "UNAUTHENTICATED"
	case http.StatusForbidden:
		return "PERMISSION_DENIED"
	case http.StatusNotFound:
		return "NOT_FOUND"
	case http.StatusTooManyRequests:
		return "RESOURCE_EXHAUSTED"
	case http.StatusServiceUnavailable:
		return "UNAVAILABLE"
	}
	return "INTERNAL"
}
