// Package googletest is a server that speaks Google Cloud Translation's protocols, v2 and v3, for tests: it counts what it
// bills, and goes wrong in the ways that are asked of it.
package googletest

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// Server is the service. It may be used by many at once.
type Server struct {
	URL     string // scheme://host:port, as TRIPTYCH_GOOGLE_ENDPOINT
	Key     string // the only API key that is accepted
	Project string // the only project that is accepted by v3

	http   *httptest.Server
	closed chan struct{}
	creds  credentialsFile

	mu        sync.Mutex
	languages []string
	translate func(source, target, text string) string
	next      func(request int) Fault
	queue     []Fault
	billed    map[string]int
	requests  []Request
	others    map[string]int
}

// Request is one request for translations that was understood, whether or not a fault came of it.
type Request struct {
	Version     int // 2 or 3
	Method      string
	ContentType string
	Query       string // of the address
	Source      string
	Target      string
	Format      string // "text" or "html"
	Texts       []string
	Failed      bool // answered by a fault
}

// New starts a server that lasts as long as the test. It translates by [Pseudo].
func New(t testing.TB) *Server {
	t.Helper()
	s := &Server{
		Key:       "test-key-3141592653589793",
		Project:   "test-project-27",
		closed:    make(chan struct{}),
		languages: []string{"be", "de", "en", "pl", "ru", "uk"},
		translate: Pseudo,
		billed:    map[string]int{},
		others:    map[string]int{},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/language/translate/v2", s.translateV2)
	mux.HandleFunc("/language/translate/v2/detect", s.detectV2)
	mux.HandleFunc("/language/translate/v2/languages", s.languagesV2)
	mux.HandleFunc("POST /v3/projects/{project}/locations/{call}", s.translateV3)
	mux.HandleFunc("GET /v3/projects/{project}/locations/{location}/supportedLanguages", s.languagesV3)
	mux.HandleFunc("POST /token", s.token)
	s.http = httptest.NewServer(mux)
	s.URL = s.http.URL
	t.Cleanup(func() {
		close(s.closed)
		s.http.Close()
	})
	return s
}

// Pseudo is a translation that a test can foretell: "[be] " and the words in reverse order. It needs no words of any
// language, keeps figures, and is never an echo.
func Pseudo(_, target, text string) string {
	words := strings.Fields(text)
	slices.Reverse(words)
	return "[" + target + "] " + strings.Join(words, " ")
}

// TranslateBy replaces [Pseudo].
func (s *Server) TranslateBy(f func(source, target, text string) string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.translate = f
}

// Known replaces [Pseudo] for the texts of a map, whatever the target.
func (s *Server) Known(translations map[string]string) {
	known := maps.Clone(translations)
	s.TranslateBy(func(source, target, text string) string {
		if t, ok := known[text]; ok {
			return t
		}
		return Pseudo(source, target, text)
	})
}

// Languages replaces the languages that are served, by code.
func (s *Server) Languages(codes ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.languages = slices.Clone(codes)
}

// Faults are for the next requests for translations, one each, in the order in which they come. [OK] is none.
func (s *Server) Faults(faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.queue = append(s.queue, faults...)
}

// FaultsBy decides on a fault for each request for translations, counted from 0, where [Server.Faults] has none left.
func (s *Server) FaultsBy(next func(request int) Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next = next
}

// Billed is how many times each text was billed.
func (s *Server) Billed() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.billed)
}

// BilledCharacters is what the bill is made of: code points, every text as many times as it was translated.
func (s *Server) BilledCharacters() int {
	n := 0
	for text, times := range s.Billed() {
		n += utf8.RuneCountInString(text) * times
	}
	return n
}

// Requests are the requests for translations in the order in which they came.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Asked is how many times something else was asked for: "languages", "detect" or "token".
func (s *Server) Asked(call string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.others[call]
}

func (s *Server) asked(call string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.others[call]++
}

func (s *Server) serves(code string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Contains(s.languages, code)
}

func (s *Server) served() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.languages)
}

// take records a request and picks its fault.
func (s *Server) take(r Request) Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	var f Fault
	if len(s.queue) > 0 {
		f, s.queue = s.queue[0], s.queue[1:]
	} else if s.next != nil {
		f = s.next(len(s.requests))
	}
	r.Failed = f.name != ""
	s.requests = append(s.requests, r)
	return f
}

// translated bills the texts.
func (s *Server) translated(r Request) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]string, len(r.Texts))
	for i, text := range r.Texts {
		s.billed[text]++
		out[i] = s.translate(r.Source, r.Target, text)
	}
	return out
}

// answer answers a request that is in order: by its fault, or with translations that body puts into the version's shape.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, q Request, body func([]string) any) {
	f := s.take(q)
	translations := q.Texts // what a fault has to work with when nothing is translated
	if f.bills || f.respond == nil {
		translations = s.translated(q)
	}
	if f.change != nil {
		translations = f.change(translations)
	}
	if f.respond == nil {
		writeJSON(w, http.StatusOK, body(translations))
		return
	}
	text, _ := json.Marshal(body(translations))
	f.respond(s, w, r, text)
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json; charset=UTF-8")
	w.WriteHeader(status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // the client may be gone
}
