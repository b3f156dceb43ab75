package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/google/go-cmp/cmp"
	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"

	"triptych/lang"
	"triptych/web/api"
	"triptych/workbench"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// letters is a detector that goes by single letters: enough to tell the texts of these tests apart.
type letters struct{}

func (letters) Detect(paragraphs []string) (lang.Guess, []lang.Guess) {
	each := make([]lang.Guess, len(paragraphs))
	for i, p := range paragraphs {
		each[i] = byLetters(p)
	}
	return byLetters(strings.Join(paragraphs, " ")), each
}

func byLetters(text string) lang.Guess {
	g := lang.Guess{Language: lang.English, Confidence: 0.97}
	switch {
	case strings.ContainsAny(text, "їє"):
		g.Language = "uk"
	case strings.ContainsAny(text, "ўі"):
		g.Language = lang.Belarusian
	case strings.ContainsAny(text, "иыо"):
		g.Language = lang.Russian
	case strings.ContainsAny(text, "ßü"):
		g.Language = "de"
	}
	return g
}

// stub answers every call with one error, or with a panic.
type stub struct {
	err   error
	panic any
	run   func(context.Context) error
}

func (s stub) answer(ctx context.Context) error {
	if s.panic != nil {
		panic(s.panic)
	}
	if s.run != nil {
		return s.run(ctx)
	}
	return s.err
}

func (s stub) Detect(ctx context.Context, _ workbench.Input) (workbench.Detection, error) {
	return workbench.Detection{}, s.answer(ctx)
}

func (s stub) Align(ctx context.Context, _ []workbench.Input) (workbench.Aligned, error) {
	return workbench.Aligned{}, s.answer(ctx)
}

func (s stub) CompareIn(ctx context.Context, _ []workbench.Input, _ lang.Tag, _ bool) (workbench.Compared, error) {
	return workbench.Compared{}, s.answer(ctx)
}

func (s stub) Translate(ctx context.Context, _ workbench.Order) ([]workbench.Translated, error) {
	return nil, s.answer(ctx)
}

func (s stub) Fetch(ctx context.Context, _ string, _ bool, _ func(workbench.FetchStep)) (*workbench.Page, error) {
	return nil, s.answer(ctx)
}

// server is an engine with the API on it, and the validator of the document that it serves.
type server struct {
	*gin.Engine
	validator validator.Validator
	log       *bytes.Buffer
}

func newServer(t testing.TB, w api.Workbench, maxBytes int64) *server {
	t.Helper()
	gin.SetMode(gin.TestMode)
	s := &server{Engine: gin.New(), log: &bytes.Buffer{}}
	api.New(api.Options{
		Workbench: w, Version: "test", MaxBytes: maxBytes, Log: slog.New(slog.NewTextHandler(s.log, nil)),
	}).Register(s.Engine)
	document, err := libopenapi.NewDocument(s.document(t))
	if err != nil {
		t.Fatal(err)
	}
	v, errs := validator.NewValidator(document)
	if len(errs) > 0 {
		t.Fatal(errors.Join(errs...))
	}
	s.validator = v
	return s
}

func (s *server) document(t testing.TB) []byte {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest(http.MethodGet, api.DocumentPath, nil))
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/openapi+json" {
		t.Fatalf("document: %d %s", w.Code, w.Header().Get("Content-Type"))
	}
	return w.Body.Bytes()
}

// post sends a JSON body and holds whatever comes back to the document.
func (s *server) post(t testing.TB, path, body string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	return s.do(t, r)
}

func (s *server) do(t testing.TB, r *http.Request) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	s.check(t, r, w)
	return w
}

func (s *server) check(t testing.TB, r *http.Request, w *httptest.ResponseRecorder) {
	t.Helper()
	response := w.Result()
	response.Body = io.NopCloser(bytes.NewReader(w.Body.Bytes()))
	if ok, errs := s.validator.ValidateHttpResponse(r, response); !ok {
		for _, e := range errs {
			t.Errorf("%d %s: the answer is not what the document says: %s: %s %+v", w.Code, w.Body, e.Message, e.Reason, e.SchemaValidationErrors)
		}
	}
	if w.Code >= 400 {
		problem(t, w)
	}
}

// problem reads an error answer and checks what all of them share.
func problem(t testing.TB, w *httptest.ResponseRecorder) api.Problem {
	t.Helper()
	if ct := w.Header().Get("Content-Type"); ct != "application/problem+json" {
		t.Fatalf("content type %q of %d %s", ct, w.Code, w.Body)
	}
	var p api.Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	if p.Status != w.Code || p.Title != http.StatusText(w.Code) || p.Detail == "" || p.Fix == "" {
		t.Fatalf("%d: problem %+v", w.Code, p)
	}
	return p
}

func read[T any](t testing.TB, w *httptest.ResponseRecorder) T {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	var v T
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// body writes a value as JSON.
func body(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestDocumentGolden(t *testing.T) {
	var got bytes.Buffer
	if err := json.Indent(&got, newServer(t, stub{}, 0).document(t), "", "  "); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "openapi.json")
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("the API changed; run with -update if this is meant (-was +is):\n%s", diff)
	}
}

func TestDocumentIsOpenAPI(t *testing.T) {
	if ok, errs := newServer(t, stub{}, 0).validator.ValidateDocument(); !ok {
		for _, e := range errs {
			t.Errorf("%s: %s", e.Message, e.Reason)
		}
	}
}

// Arrays are never null in an answer, and nothing in the document loads from elsewhere.
func TestDocumentPromises(t *testing.T) {
	document := string(newServer(t, stub{}, 0).document(t))
	for _, never := range []string{`"null"`, "$schema", "ErrorModel", "https://", "http://"} {
		if strings.Contains(document, never) {
			t.Errorf("%s in the document", never)
		}
	}
}
