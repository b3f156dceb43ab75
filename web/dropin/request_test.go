package dropin

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever is sent is read or refused, and what is read is text.
func FuzzParse(f *testing.F) {
	const form, multi = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
	f.Add("q=a&q=b&target=be", "", []byte(""))
	f.Add("key=k", form, []byte("q=One+pier&source=en&target=be&format=html"))
	f.Add("", "application/json", []byte(`{"q":["a","b"],"source":"en","target":"be","api_key":null,"alternatives":3}`))
	f.Add("", "application/json; charset=utf-8", []byte(`{"data":{"q":"a","target":"be"}}`))
	f.Add("", "application/json", []byte(`{"q":[1],"source":{},"data":7}`))
	f.Add("", multi, []byte("--x\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\nOne pier\r\n--x--\r\n"))
	f.Add("%zz", form, []byte(`{"q":"a"}`))
	f.Fuzz(func(t *testing.T, query, contentType string, body []byte) {
		q, err := parse(query, contentType, body)
		if err != nil {
			if len(err.Error()) > 100 {
				t.Fatalf("a message of %d bytes repeats what was sent", len(err.Error()))
			}
			return
		}
		for _, text := range q.texts {
			if !utf8.ValidString(text) {
				t.Fatalf("text %q", text)
			}
		}
		if len(q.texts) > 1 && !q.list {
			t.Fatal("several texts are no list")
		}
		for name := range q.fields {
			if !slices.Contains(known(), name) {
				t.Fatalf("field %q", name)
			}
		}
		l := libre{New(Options{})}
		g := google(l)
		for _, read := range []func(request) (job, *fault){l.read, g.read} {
			if j, fault := read(q); fault == nil && (len(j.documents) != len(q.texts) || j.to == "") {
				t.Fatalf("job %+v of %+v", j, q)
			} else if fault != nil && (fault.status != 400 || strings.TrimSpace(fault.message) == "") {
				t.Fatalf("fault %+v", fault)
			}
		}
	})
}
