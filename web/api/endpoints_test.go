package api_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/align"
	"triptych/export"
	"triptych/web/api"
	"triptych/workbench"
)

// The story of these tests: a library boat on a lake.
const (
	boatEN = "The library boat reached Braslaŭ on Monday.\n\nIt carries 1,200 books 📚 and two librarians. Children came first.\n\nThe next stop is Slabodka."
	boatRU = "Библиотечный катер пришёл в Браслав в понедельник.\n\nНа нём 1200 книг 📚 и два библиотекаря. Первыми пришли дети.\n\nСледующая остановка в Слободке."
	boatBE = "Бібліятэчны катар прыйшоў у Браслаў у панядзелак.\n\nНа ім 1300 кніг 📚 і два бібліятэкары. Першымі прыйшлі дзеці.\n\nНаступны прыпынак у Слабодцы."
	boatUK = "Бібліотечний катер прийшов до Браслава в понеділок.\n\nЇхня наступна зупинка є в Слободці."
	boatDE = "Das Bücherschiff grüßt die Kinder am Montag.\n\nDer nächste Halt ist Slabodka."
)

type object = map[string]any

func three() object {
	return object{"versions": []object{{"language": "en", "text": boatEN}, {"text": boatRU}, {"text": boatBE}}}
}

func newReal(t testing.TB) *server { return newServer(t, workbench.New(letters{}), 0) }

func TestDetect(t *testing.T) {
	s := newReal(t)
	for _, c := range []struct{ name, text, language, orthography string }{
		{"English", boatEN, "en", ""},
		{"Belarusian", boatBE, "be", "official"},
		{"a language that is not aligned", boatUK, "uk", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := s.post(t, "/api/v1/detect", body(t, object{"text": c.text}))
			d := read[export.Detection](t, w)
			if d.Language != c.language || d.Orthography != c.orthography || d.Confidence != 0.97 || d.File != "" {
				t.Errorf("got %+v", d)
			}
			if want := strings.Count(c.text, "\n\n") + 1; len(d.Paragraphs) != want {
				t.Errorf("%d paragraphs, want %d", len(d.Paragraphs), want)
			}
		})
	}
}

func TestAlign(t *testing.T) {
	s := newReal(t)
	for _, level := range []string{"", "paragraph", "sentence"} {
		t.Run("level "+level, func(t *testing.T) {
			request := three()
			if level != "" {
				request["level"] = level
			}
			got := read[api.Alignment](t, s.post(t, "/api/v1/align", body(t, request)))
			units := make([]int, len(got.Versions))
			var keys []string
			for i, v := range got.Versions {
				keys = append(keys, v.Key)
				units[i] = len(v.Paragraphs)
				if level == "sentence" {
					units[i] = len(v.Sentences)
				}
			}
			if diff := cmp.Diff([]string{"en", "ru", "be"}, keys); diff != "" {
				t.Errorf("keys (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(units, counts(got.Beads, keys)); diff != "" {
				t.Errorf("units in beads (-want +got):\n%s", diff)
			}
		})
	}
}

// What ties a bead of paragraphs is told; beads of sentences carry nothing of the kind.
func TestEvidence(t *testing.T) {
	s := newReal(t)
	want := export.Evidence{Kind: "name", Words: []export.Word{{Version: "en", Text: "Braslaŭ"}, {Version: "ru", Text: "Браслав"}, {Version: "be", Text: "Браслаў"}}}
	aligned := read[api.Alignment](t, s.post(t, "/api/v1/align", body(t, three())))
	compared := read[export.Comparison](t, s.post(t, "/api/v1/compare", body(t, three())))
	for name, beads := range map[string][]export.Bead{"align": aligned.Beads, "compare": compared.Beads} {
		if !slices.ContainsFunc(beads[0].Evidence, func(e export.Evidence) bool { return cmp.Equal(e, want) }) {
			t.Errorf("%s: %+v is not among %+v", name, want, beads[0].Evidence)
		}
	}
	request := three()
	request["level"] = "sentence"
	if w := s.post(t, "/api/v1/align", body(t, request)); strings.Contains(w.Body.String(), "evidence") {
		t.Errorf("evidence for sentences: %s", w.Body)
	}
}

// counts tells how many different units of each version the beads hold.
func counts(beads []export.Bead, keys []string) []int {
	out := make([]int, len(keys))
	for i, key := range keys {
		seen := map[int]bool{}
		for _, b := range beads {
			for _, u := range b.Sides[i].Units {
				seen[u] = b.Sides[i].Version == key
			}
		}
		out[i] = len(seen)
	}
	return out
}

func TestCompare(t *testing.T) {
	s := newReal(t)
	got := read[export.Comparison](t, s.post(t, "/api/v1/compare", body(t, three())))
	if len(got.Versions) != 3 || len(got.Beads) == 0 {
		t.Fatalf("got %d versions, %d beads", len(got.Versions), len(got.Beads))
	}
	paragraphs := map[string][]string{}
	for _, v := range got.Versions {
		paragraphs[v.Key] = v.Paragraphs
	}
	for _, d := range got.Differences {
		if d.Bead < 0 || d.Bead >= len(got.Beads) {
			t.Errorf("difference %s is in bead %d of %d", d.ID, d.Bead, len(got.Beads))
		}
		for _, span := range d.Spans {
			if text := string([]rune(paragraphs[span.Version][span.Paragraph])[span.Start:span.End]); text != span.Text {
				t.Errorf("difference %s: the span says %q, the paragraph %q", d.ID, span.Text, text)
			}
		}
	}
}

func TestCompareTakesWhatItDoesNotUse(t *testing.T) {
	request := three()
	request["pay"], request["level"] = true, "sentence"
	got := read[export.Comparison](t, newReal(t).post(t, "/api/v1/compare", body(t, request)))
	if !strings.Contains(strings.Join(got.Warnings, "\n"), "paragraphs") {
		t.Errorf("a level without effect is passed over in silence: warnings %q", got.Warnings)
	}
}

func TestTwoVersionsOfOneLanguage(t *testing.T) {
	request := object{"versions": []object{{"text": boatEN}, {"text": strings.Replace(boatEN, "two", "three", 1)}}}
	got := read[export.Comparison](t, newReal(t).post(t, "/api/v1/compare", body(t, request)))
	if got.Versions[0].Key != "en" || got.Versions[1].Key != "en.2" {
		t.Errorf("keys %s, %s", got.Versions[0].Key, got.Versions[1].Key)
	}
}

func TestStatedLanguage(t *testing.T) {
	s := newReal(t)
	t.Run("outside the three is aligned with a warning", func(t *testing.T) {
		request := object{"versions": []object{{"text": boatEN}, {"language": "de", "text": boatDE}}}
		got := read[api.Alignment](t, s.post(t, "/api/v1/align", body(t, request)))
		if got.Versions[1].Key != "de" || len(got.Warnings) == 0 {
			t.Errorf("key %s, warnings %q", got.Versions[1].Key, got.Warnings)
		}
	})
	t.Run("in another form", func(t *testing.T) {
		request := object{"versions": []object{{"text": boatEN}, {"language": "be-tarask", "text": boatBE}}}
		if got := read[api.Alignment](t, s.post(t, "/api/v1/align", body(t, request))); got.Versions[1].Key != "be" {
			t.Errorf("key %s", got.Versions[1].Key)
		}
	})
}

// What is well-formed and cannot be met: the status, and words that the detail must have.
func TestUnmet(t *testing.T) {
	s := newReal(t)
	en := object{"text": boatEN}
	for _, c := range []struct {
		name     string
		versions []object
		status   int
		says     string
	}{
		{"empty text", []object{en, {"text": ""}}, 422, "version 2"},
		{"blank text", []object{en, {"text": " \n\t\n "}}, 422, "empty"},
		{"neither text nor address", []object{{"language": "be"}, en}, 422, "version 1"},
		{"both text and address", []object{en, {"text": boatRU, "url": "https://example.org/a"}}, 422, "version 2"},
		{"binary", []object{en, {"text": "PNG\x00\x01\x02\x00"}}, 422, "version 2"},
		{"detected as a neighbour", []object{en, {"text": boatUK}}, 422, "Ukrainian"},
		{"language that is no code", []object{en, {"text": boatRU, "language": "русский язык, пожалуйста"}}, 422, "version 2"},
		{"address", []object{en, {"url": "https://example.org/a"}}, 501, "version 2"},
		{"one version", []object{en}, 422, "versions"},
		{"no version", []object{}, 422, "versions"},
		{"too many versions", many(align.MaxVersions+1, en), 422, "versions"},
	} {
		for _, path := range []string{"/api/v1/align", "/api/v1/compare"} {
			t.Run(c.name+path, func(t *testing.T) {
				w := s.post(t, path, body(t, object{"versions": c.versions}))
				if w.Code != c.status || !strings.Contains(problem(t, w).Detail, c.says) || strings.Contains(w.Body.String(), "example.org") {
					t.Errorf("got %d %s", w.Code, w.Body)
				}
			})
		}
	}
}

func many(n int, v object) []object {
	out := make([]object, n)
	for i := range out {
		out[i] = v
	}
	return out
}

func TestNotYet(t *testing.T) {
	request := three()
	request["in"] = "en"
	if w := newReal(t).post(t, "/api/v1/compare", body(t, request)); w.Code != http.StatusNotImplemented {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
}

func TestReasons(t *testing.T) {
	for _, c := range []struct {
		name   string
		err    error
		status int
		detail string
	}{
		{"bad input", &workbench.Problem{Reason: workbench.BadInput, Input: "version 2", Detail: "the text is empty", Fix: "send it"}, 422, "version 2: the text is empty"},
		{"not served", &workbench.Problem{Reason: workbench.NotServed, Detail: "this is Polish"}, 422, "this is Polish"},
		{"too large", &workbench.Problem{Reason: workbench.TooLarge, Detail: "longer than 1 MiB"}, 413, "longer than 1 MiB"},
		{"not yet", &workbench.Problem{Reason: workbench.NotYet, Detail: "addresses are not served yet"}, 501, "addresses are not served yet"},
		{"stopped", align.ErrStopped, 503, "the work was stopped before it was done"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newServer(t, stub{err: c.err}, 0)
			for _, path := range []string{"/api/v1/align", "/api/v1/compare"} {
				w := s.post(t, path, body(t, three()))
				if w.Code != c.status || problem(t, w).Detail != c.detail {
					t.Errorf("%s: %d %s", path, w.Code, w.Body)
				}
			}
			w := s.post(t, "/api/v1/detect", `{"text":"a"}`)
			if w.Code != c.status || problem(t, w).Detail != c.detail {
				t.Errorf("detect: %d %s", w.Code, w.Body)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	s := newReal(b)
	request := body(b, three())
	b.SetBytes(int64(len(request)))
	b.ReportAllocs()
	for b.Loop() {
		r := httptest.NewRequest(http.MethodPost, "/api/v1/compare", strings.NewReader(request))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != http.StatusOK {
			b.Fatal(w.Code, w.Body)
		}
	}
}

// BenchmarkRequest leaves the work out: what reading, checking and answering a request of 30 KB cost.
func BenchmarkRequest(b *testing.B) {
	s := newServer(b, stub{err: &workbench.Problem{Reason: workbench.NotYet, Detail: "not yet"}}, 0)
	request := body(b, object{"versions": []object{{"text": strings.Repeat(boatEN, 30)}, {"text": strings.Repeat(boatRU, 30)}, {"text": strings.Repeat(boatBE, 30)}}})
	b.SetBytes(int64(len(request)))
	b.ReportAllocs()
	for b.Loop() {
		r := httptest.NewRequest(http.MethodPost, "/api/v1/compare", strings.NewReader(request))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		if s.ServeHTTP(w, r); w.Code != http.StatusNotImplemented {
			b.Fatal(w.Code, w.Body)
		}
	}
}
