package googletest

import (
	"encoding/json"
	"net/http"
	"strings"
)

func (s *Server) translateV3(w http.ResponseWriter, r *http.Request) {
	if !strings.HasSuffix(r.PathValue("call"), ":translateText") {
		http.NotFound(w, r)
		return
	}
	var body struct {
		Contents           []string
		MimeType           string
		SourceLanguageCode string
		TargetLanguageCode string
	}
	err := json.NewDecoder(r.Body).Decode(&body)
	if !s.acceptV3(w, r) {
		return
	}
	if err != nil {
		writeError(w, http.StatusBadRequest, "parseError", "Invalid JSON payload received.")
		return
	}
	q := Request{
		Version: 3, Method: r.Method, ContentType: r.Header.Get("Content-Type"), Query: r.URL.RawQuery,
		Source: body.SourceLanguageCode, Target: body.TargetLanguageCode, Format: "html", Texts: body.Contents,
	}
	if body.MimeType == "text/plain" {
		q.Format = "text"
	}
	if !s.inOrder(w, q, mostTextsV3, "INVALID_ARGUMENT", "Target language is invalid.") {
		return
	}
	s.answer(w, r, q, func(translations []string) any {
		out := []any{}
		for _, t := range translations {
			out = append(out, translationV3(q, t))
		}
		return map[string]any{"translations": out}
	})
}

func translationV3(q Request, text string) map[string]string {
	out := translationV2(q, text)
	if code, ok := out["detectedSourceLanguage"]; ok {
		delete(out, "detectedSourceLanguage")
		out["detectedLanguageCode"] = code
	}
	return out
}

func (s *Server) languagesV3(w http.ResponseWriter, r *http.Request) {
	if !s.acceptV3(w, r) {
		return
	}
	s.asked("languages")
	out := []any{}
	for _, code := range s.served() {
		out = append(out, map[string]any{"languageCode": code, "supportSource": true, "supportTarget": true})
	}
	writeJSON(w, http.StatusOK, map[string]any{"languages": out})
}

// acceptV3 checks the token and the project; with false it has answered.
func (s *Server) acceptV3(w http.ResponseWriter, r *http.Request) bool {
	switch {
	case r.Header.Get("Authorization") != "Bearer "+token:
		writeError(w, http.StatusUnauthorized, "authError", "Request had invalid authentication credentials.")
	case r.PathValue("project") != s.Project:
		writeError(w, http.StatusForbidden, "IAM_PERMISSION_DENIED", "Cloud IAM permission denied.")
	default:
		return true
	}
	return false
}
