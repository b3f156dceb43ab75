package googletest

import (
	"encoding/json"
	"html"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"
)

const (
	mostTextsV2    = 128
	mostTextsV3    = 1024
	mostCodePoints = 30_000
	mostBytesV2    = 204_800 // of a request
)

func (s *Server) translateV2(w http.ResponseWriter, r *http.Request) {
	values, ok := s.acceptV2(w, r)
	if !ok {
		return
	}
	q := Request{
		Version: 2, Method: r.Method, ContentType: r.Header.Get("Content-Type"), Query: r.URL.RawQuery,
		Source: values.Get("source"), Target: values.Get("target"), Format: values.Get("format"), Texts: values["q"],
	}
	if q.Format == "" {
		q.Format = "html"
	}
	if !s.inOrder(w, q, mostTextsV2, "invalid", "Invalid Value") {
		return
	}
	s.answer(w, r, q, func(translations []string) any {
		out := []any{}
		for _, t := range translations {
			out = append(out, translationV2(q, t))
		}
		return data(map[string]any{"translations": out})
	})
}

func translationV2(q Request, text string) map[string]string {
	if q.Format == "html" {
		text = html.EscapeString(text)
	}
	out := map[string]string{"translatedText": text}
	if q.Source == "" {
		out["detectedSourceLanguage"] = guess(text)
	}
	return out
}

func (s *Server) detectV2(w http.ResponseWriter, r *http.Request) {
	values, ok := s.acceptV2(w, r)
	if !ok {
		return
	}
	s.asked("detect")
	out := []any{}
	for _, text := range values["q"] {
		out = append(out, []any{map[string]any{"language": guess(text), "isReliable": false, "confidence": 1}})
	}
	writeJSON(w, http.StatusOK, data(map[string]any{"detections": out}))
}

func (s *Server) languagesV2(w http.ResponseWriter, r *http.Request) {
	values, ok := s.acceptV2(w, r)
	if !ok {
		return
	}
	s.asked("languages")
	out := []any{}
	for _, code := range s.served() {
		l := map[string]string{"language": code}
		if values.Get("target") != "" {
			l["name"] = "Language " + code
		}
		out = append(out, l)
	}
	writeJSON(w, http.StatusOK, data(map[string]any{"languages": out}))
}

func data(v any) any { return map[string]any{"data": v} }

// guess is as much detection as tests need.
func guess(text string) string {
	switch {
	case strings.ContainsAny(text, "іўІЎ"):
		return "be"
	case strings.ContainsFunc(text, func(r rune) bool { return r >= 'а' && r <= 'я' }):
		return "ru"
	}
	return "en"
}

// acceptV2 reads the parameters of any form of request and checks the key; with false it has answered.
func (s *Server) acceptV2(w http.ResponseWriter, r *http.Request) (url.Values, bool) {
	if r.ContentLength > mostBytesV2 {
		writeError(w, http.StatusBadRequest, "badRequest", "Request payload size exceeds the limit: 204800 bytes.")
		return nil, false
	}
	values, err := parameters(r)
	if err != nil {
		writeError(w, http.StatusBadRequest, "parseError", "Invalid JSON payload received.")
		return nil, false
	}
	key := values.Get("key")
	if h := r.Header.Get("X-Goog-Api-Key"); h != "" {
		key = h
	}
	bearer := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
	switch {
	case key == s.Key, bearer == token:
		return values, true
	case key != "":
		writeError(w, http.StatusBadRequest, "API_KEY_INVALID", "API key not valid. Please pass a valid API key.")
	case bearer != "":
		writeError(w, http.StatusUnauthorized, "authError", "Invalid Credentials")
	default:
		writeError(w, http.StatusForbidden, "forbidden", "The request is missing a valid API key.")
	}
	return nil, false
}

// parameters are those of the address and of the body, which may be a form, JSON, or JSON in "data".
func parameters(r *http.Request) (url.Values, error) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if r.Method != http.MethodPost || kind != "application/json" {
		err := r.ParseForm()
		return r.Form, err
	}
	values := r.URL.Query()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	var wrapped struct{ Data map[string]any }
	if err := json.Unmarshal(body, &wrapped); err != nil {
		return nil, err
	}
	fields := wrapped.Data
	if fields == nil {
		if err := json.Unmarshal(body, &fields); err != nil {
			return nil, err
		}
	}
	for name, field := range fields {
		addAll(values, name, field)
	}
	return values, nil
}

func addAll(values url.Values, name string, field any) {
	switch v := field.(type) {
	case string:
		values.Add(name, v)
	case []any:
		for _, each := range v {
			addAll(values, name, each)
		}
	}
}

// inOrder holds a request to the service's limits and languages; with false it has answered.
func (s *Server) inOrder(w http.ResponseWriter, q Request, mostTexts int, reason, unknown string) bool {
	length := 0
	for _, text := range q.Texts {
		length += utf8.RuneCountInString(text)
	}
	switch {
	case q.Target == "" || !s.serves(q.Target) || q.Source != "" && !s.serves(q.Source):
		writeError(w, http.StatusBadRequest, reason, unknown)
	case q.Source == q.Target:
		writeError(w, http.StatusBadRequest, reason, "Bad language pair: "+q.Source+"|"+q.Target)
	case len(q.Texts) == 0:
		writeError(w, http.StatusBadRequest, "required", "Required Text")
	case len(q.Texts) > mostTexts:
		writeError(w, http.StatusBadRequest, "invalid", "Too many text segments")
	case length > mostCodePoints:
		writeError(w, http.StatusBadRequest, "badRequest", "Text is too long.")
	default:
		return true
	}
	return false
}
