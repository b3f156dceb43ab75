package ui

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"triptych/lang"
	"triptych/workbench"
)

// field is a part of a form; one with a file is a file field.
type field struct{ name, value, file string }

func form(t testing.TB, fields ...field) *http.Request {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for _, f := range fields {
		var err error
		if f.name == "file" {
			part, e := w.CreateFormFile("file", f.file)
			if err = e; err == nil {
				_, err = part.Write([]byte(f.value))
			}
		} else {
			err = w.WriteField(f.name, f.value)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/compare", &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return r
}

// slotFields are the parts of one slot as a browser sends them.
func slotFields(text, language string) []field {
	return []field{{name: "language", value: language}, {name: "text", value: text}, {name: "name"}, {name: "file"}}
}

func TestSubmit(t *testing.T) {
	b := &bench{compared: library(t)}
	u := newUI(t, b)
	fields := append(slotFields("One text.", ""), slotFields("", "")...)
	fields = append(fields, slotFields("Иной текст.", "ru")...)
	p := serve(t, u, form(t, fields...))
	if p.status != http.StatusSeeOther {
		t.Fatalf("status %d", p.status)
	}
	if len(b.asked) != 2 || string(b.asked[0].Data) != "One text." || b.asked[1].Language != lang.Russian {
		t.Errorf("the workbench was asked for %+v", b.asked)
	}
	if shown := serve(t, u, get(p.header.Get("Location"))); shown.status != http.StatusOK {
		t.Errorf("the comparison has status %d", shown.status)
	}
}

func TestSubmitFile(t *testing.T) {
	b := &bench{compared: library(t)}
	fields := []field{
		{name: "text", value: "typed"}, {name: "file"},
		{name: "text"}, {name: "file"},
		{name: "text"}, {name: "file", file: "stary.txt", value: "\xcf\xf0\xe8\xe2\xe5\xf2"},
	}
	serve(t, newUI(t, b), form(t, fields...))
	if len(b.asked) != 2 || b.asked[1].Name != "stary.txt" || len(b.asked[1].Data) != 6 {
		t.Errorf("the workbench was asked for %+v", b.asked)
	}
}

func TestTextAndFileInOneSlotAreBothTaken(t *testing.T) {
	b := &bench{compared: library(t)}
	serve(t, newUI(t, b), form(t, field{name: "text", value: "typed"}, field{name: "file", file: "be.txt", value: "з файла"}))
	if len(b.asked) != 2 || string(b.asked[0].Data) != "typed" || b.asked[1].Name != "be.txt" {
		t.Errorf("the workbench was asked for %+v", b.asked)
	}
}

func TestSubmitPlainForm(t *testing.T) {
	b := &bench{compared: library(t)}
	r := httptest.NewRequest(http.MethodPost, "/compare", strings.NewReader("text=one&text=two&language=en"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if p := serve(t, newUI(t, b), r); p.status != http.StatusSeeOther || len(b.asked) != 2 {
		t.Errorf("status %d, asked %+v", p.status, b.asked)
	}
}

func TestSubmitAddress(t *testing.T) {
	b := &bench{err: &workbench.Problem{Reason: workbench.NotYet, Input: "version 2", Detail: "addresses are not read yet", Fix: "paste the text"}}
	p := serve(t, newUI(t, b), form(t, append(slotFields("a text", ""), slotFields(" https://a.example/b ", "")...)...))
	if p.status != http.StatusNotImplemented {
		t.Errorf("status %d", p.status)
	}
	if b.asked[1].URL != "https://a.example/b" || b.asked[1].Data != nil {
		t.Errorf("the workbench was asked for %+v", b.asked[1])
	}
	p.wantText("p[id=error-2]", "Addresses are not read yet. Paste the text.")
}

// TestProblemStandsBesideItsVersion also holds that nothing a person typed is lost.
func TestProblemStandsBesideItsVersion(t *testing.T) {
	for _, c := range []struct {
		name, input string
		reason      workbench.Reason
		wantSlot    string
		wantStatus  int
	}{
		{"by its number among the filled", "version 2", workbench.NotServed, "3", http.StatusUnprocessableEntity},
		{"by the name of its file", "be.txt", workbench.BadInput, "3", http.StatusUnprocessableEntity},
		{"too large", "version 1", workbench.TooLarge, "1", http.StatusRequestEntityTooLarge},
		{"of none in particular", "", workbench.BadInput, "", http.StatusUnprocessableEntity},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &bench{err: &workbench.Problem{Reason: c.reason, Input: c.input, Detail: "this will not do", Fix: "send another"}}
			fields := append(slotFields("First kept.", "en"), slotFields("", "")...)
			fields = append(fields, field{name: "language"}, field{name: "text"}, field{name: "file", file: "be.txt", value: "Трэці застаўся."})
			p := serve(t, newUI(t, b), form(t, fields...))
			if p.status != c.wantStatus {
				t.Errorf("status %d, want %d", p.status, c.wantStatus)
			}
			p.wantText("textarea[id=text-1]", "First kept.")
			p.wantText("textarea[id=text-3]", "Трэці застаўся.")
			if c.wantSlot == "" {
				p.wantText("p.alert", "This will not do. Send another.")
				return
			}
			p.wantText("p[id=error-"+c.wantSlot+"]", "This will not do. Send another.")
			p.one("textarea[id=text-" + c.wantSlot + "][aria-invalid=true]")
		})
	}
}

func TestStatedLanguageIsKept(t *testing.T) {
	b := &bench{err: &workbench.Problem{Detail: "no"}}
	p := serve(t, newUI(t, b), form(t, append(slotFields("a", "be"), slotFields("b", "")...)...))
	if got := attr(p.one("option[selected]"), "value"); got != "be" {
		t.Errorf("the chosen language is %q", got)
	}
}

func TestTooFewVersions(t *testing.T) {
	b := &bench{}
	p := serve(t, newUI(t, b), form(t, append(slotFields("Alone.", ""), slotFields(" \n ", "")...)...))
	if p.status != http.StatusUnprocessableEntity || b.asked != nil {
		t.Errorf("status %d, asked %v", p.status, b.asked)
	}
	p.wantText("p.alert", "A comparison needs at least two versions.")
	p.wantText("textarea[id=text-1]", "Alone.")
}

func TestBadForms(t *testing.T) {
	many := []field{}
	for range maxVersions + 1 {
		many = append(many, slotFields("text", "")...)
	}
	broken := httptest.NewRequest(http.MethodPost, "/compare", strings.NewReader("--x\r\nnonsense"))
	broken.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	for _, c := range []struct {
		name string
		r    *http.Request
		want int
	}{
		{"too many versions", form(t, many...), http.StatusBadRequest},
		{"a broken form", broken, http.StatusBadRequest},
		{"no form at all", httptest.NewRequest(http.MethodPost, "/compare", nil), http.StatusUnprocessableEntity},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := &bench{}
			p := serve(t, newUI(t, b), c.r)
			if p.status != c.want || b.asked != nil {
				t.Errorf("status %d, want %d; asked %v", p.status, c.want, b.asked)
			}
			p.one("p.alert")
		})
	}
}

func TestFormIsReadToItsLimit(t *testing.T) {
	u := newUI(t, &bench{})
	r := form(t, slotFields(strings.Repeat("long ", 1000), "")...)
	r.Body = http.MaxBytesReader(httptest.NewRecorder(), r.Body, 1000)
	p := serve(t, u, r)
	if p.status != http.StatusRequestEntityTooLarge {
		t.Errorf("status %d", p.status)
	}
}

func TestFaultOfOursIsNotTold(t *testing.T) {
	p := serve(t, newUI(t, &bench{err: errors.New("secret plan")}), form(t, append(slotFields("a", ""), slotFields("b", "")...)...))
	if p.status != http.StatusInternalServerError {
		t.Errorf("status %d", p.status)
	}
	if strings.Contains(text(p.root), "secret") {
		t.Error("the page tells what only the log should")
	}
	p.wantText("textarea[id=text-1]", "a")
}

func TestFormShowsTextAsText(t *testing.T) {
	evil := `</textarea><script>alert(1)</script><p onclick="x">`
	b := &bench{err: &workbench.Problem{Input: "version 1", Detail: evil, Fix: evil}}
	p := serve(t, newUI(t, b), form(t, field{name: "text", value: evil}, field{name: "name", value: evil}, field{name: "text", value: evil}))
	wantHarmless(t, p)
	p.wantText("textarea[id=text-1]", evil)
}

func TestAddress(t *testing.T) {
	for text, want := range map[string]bool{
		"https://a.example/b?c=d":    true,
		" http://a.example\n":        true,
		"https://a.example is down":  false,
		"ftp://a.example/b":          false,
		"a.example":                  false,
		"https:":                     false,
		"https://a.example\nhttps:/": false,
		"":                           false,
	} {
		if _, got := address(text); got != want {
			t.Errorf("address(%q) = %v", text, got)
		}
	}
}
