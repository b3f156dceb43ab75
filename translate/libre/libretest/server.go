// Package libretest is a server that speaks LibreTranslate's protocol, for tests: it counts what it translates, holds to
// limits, and goes wrong in the ways that are asked of it.
package libretest

import (
	"encoding/json"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"
)

// Server is the server. It may be used by many at once.
type Server struct {
	URL string // with a path, as TRIPTYCH_LIBRETRANSLATE_URL

	http   *httptest.Server
	closed chan struct{}

	mu         sync.Mutex
	key        string
	texts      int
	codePoints int
	targets    map[string][]string
	translate  func(source, target, text string) string
	next       func(request int) Fault
	queue      []Fault
	translated map[string]int
	requests   []Request
	others     map[string]int
}

// Request is one request for translations that was understood, whether or not a fault came of it.
type Request struct {
	Query  string // of the address
	Key    string
	Source string
	Target string
	Format string
	Texts  []string
	Failed bool // answered by a fault
}

// New starts a server that lasts as long as the test. It translates by [Pseudo] between English, Russian and Belarusian,
// asks for no key and has no limits.
func New(t testing.TB) *Server {
	t.Helper()
	s := &Server{
		closed:     make(chan struct{}),
		targets:    map[string][]string{"en": {"ru", "be"}, "ru": {"en", "be"}, "be": {"en", "ru"}},
		translate:  Pseudo,
		translated: map[string]int{},
		others:     map[string]int{},
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /lt/translate", s.serveTranslate)
	mux.HandleFunc("POST /lt/detect", s.serveDetect)
	mux.HandleFunc("GET /lt/languages", s.serveLanguages)
	mux.HandleFunc("GET /lt/health", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
	})
	s.http = httptest.NewServer(mux)
	s.URL = s.http.URL + "/lt"
	t.Cleanup(func() {
		close(s.closed)
		s.http.Close()
	})
	return s
}

// Pseudo is a translation that a test can foretell: "[be] " and the words in reverse order.
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

// RequireKey makes the server ask for a key.
func (s *Server) RequireKey(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.key = key
}

// Limit makes the server refuse requests of more texts or code points; 0 is no limit.
func (s *Server) Limit(texts, codePoints int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.texts, s.codePoints = texts, codePoints
}

// Languages replaces the languages, each with its targets; nil targets are left out of the list.
func (s *Server) Languages(targets map[string][]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.targets = maps.Clone(targets)
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

// Billed is how many times each text was translated.
func (s *Server) Billed() map[string]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.translated)
}

// Requests are the requests for translations in the order in which they came.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Asked is how many times something else was asked for: "languages" or "detect".
func (s *Server) Asked(call string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.others[call]
}

// query is a request's body; Q is a text, or an array of them in JSON.
type query struct {
	Q      any
	Source string
	Target string
	Format string
	Key    string `json:"api_key"`
}

func read(r *http.Request) (query, error) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "application/json" {
		var q query
		err := json.NewDecoder(r.Body).Decode(&q)
		return q, err
	}
	err := r.ParseForm()
	return query{r.Form.Get("q"), r.Form.Get("source"), r.Form.Get("target"), r.Form.Get("format"), r.Form.Get("api_key")}, err
}

// texts are the query's, and whether they came as an array.
func (q query) texts() ([]string, bool) {
	switch v := q.Q.(type) {
	case string:
		return []string{v}, false
	case []any:
		var out []string
		for _, each := range v {
			out = append(out, fmt.Sprint(each))
		}
		return out, true
	}
	return nil, false
}

func (s *Server) serveTranslate(w http.ResponseWriter, r *http.Request) {
	q, err := read(r)
	if err != nil {
		writeError(w, http.StatusBadRequest, "Invalid JSON format")
		return
	}
	texts, array := q.texts()
	if status, message := s.refusal(q, texts, array); message != "" {
		writeError(w, status, message)
		return
	}
	f := s.take(Request{Query: r.URL.RawQuery, Key: q.Key, Source: q.Source, Target: q.Target, Format: q.Format, Texts: texts})
	answers := texts // what a fault has to work with when nothing is translated
	if f.bills || f.respond == nil {
		answers = s.bill(q, texts)
	}
	if f.change != nil {
		answers = f.change(answers)
	}
	var answer any = answers
	if !array && len(answers) > 0 {
		answer = answers[0]
	}
	body := map[string]any{"translatedText": answer}
	if f.respond == nil {
		writeJSON(w, http.StatusOK, body)
		return
	}
	text, _ := json.Marshal(body)
	f.respond(s, w, r, text)
}

// refusal is why a request is not in order; "" where it is.
func (s *Server) refusal(q query, texts []string, array bool) (int, string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	points := 0
	for _, t := range texts {
		points += utf8.RuneCountInString(t)
	}
	switch {
	case s.key != "" && q.Key != s.key:
		return http.StatusForbidden, "Invalid API key"
	case len(texts) == 0 || points == 0:
		return http.StatusBadRequest, "Invalid request: missing q parameter"
	case q.Source == "":
		return http.StatusBadRequest, "Invalid request: missing source parameter"
	case q.Target == "":
		return http.StatusBadRequest, "Invalid request: missing target parameter"
	case array && s.texts > 0 && len(texts) > s.texts:
		return http.StatusBadRequest, fmt.Sprintf("Invalid request: request (%d) exceeds text limit (%d)", len(texts), s.texts)
	case s.codePoints > 0 && points > s.codePoints:
		return http.StatusBadRequest, fmt.Sprintf("Invalid request: request (%d) exceeds text limit (%d)", points, s.codePoints)
	}
	if _, ok := s.targets[q.Source]; !ok {
		return http.StatusBadRequest, q.Source + " is not supported"
	}
	if t := s.targets[q.Source]; t != nil && !slices.Contains(t, q.Target) {
		return http.StatusBadRequest, fmt.Sprintf("%s is not available as a target language from %s", q.Target, q.Source)
	}
	return 0, ""
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

func (s *Server) bill(q query, texts []string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]string, len(texts))
	for i, text := range texts {
		s.translated[text]++
		out[i] = s.translate(q.Source, q.Target, text)
	}
	return out
}

func (s *Server) serveDetect(w http.ResponseWriter, r *http.Request) {
	s.asked("detect")
	q, err := read(r)
	texts, _ := q.texts()
	if err != nil || len(texts) == 0 || texts[0] == "" {
		writeError(w, http.StatusBadRequest, "Invalid request: missing q parameter")
		return
	}
	code := "en"
	if strings.ContainsAny(texts[0], "іўІЎ") {
		code = "be"
	} else if strings.ContainsFunc(texts[0], func(r rune) bool { return r >= 'а' && r <= 'я' }) {
		code = "ru"
	}
	writeJSON(w, http.StatusOK, []any{map[string]any{"confidence": 90.0, "language": code}})
}

func (s *Server) serveLanguages(w http.ResponseWriter, _ *http.Request) {
	s.asked("languages")
	s.mu.Lock()
	defer s.mu.Unlock()
	list := []any{}
	for _, code := range slices.Sorted(maps.Keys(s.targets)) {
		l := map[string]any{"code": code, "name": "Language " + code}
		if t := s.targets[code]; t != nil {
			l["targets"] = t
		}
		list = append(list, l)
	}
	writeJSON(w, http.StatusOK, list)
}

func (s *Server) asked(call string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.others[call]++
}

func writeError(w http.ResponseWriter, status int, message string) {
	writeJSON(w, status, map[string]string{"error": message})
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // the client may be gone
}
