package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"triptych/workbench"
)

// FuzzBody sends any body: the answer is a problem that is the client's to mend, and of bounded length.
func FuzzBody(f *testing.F) {
	f.Add(`{"versions":[{"language":"en","text":"a"},{"url":"b"}],"level":"sentence","in":"ru","pay":true}`)
	f.Add(`{"versions":[{"text":"\ud83d\udea4"},{}],"?":{"a.b[0]":1}}`)
	f.Add(`[{"versions":null}]`)
	s := newServer(f, stub{err: &workbench.Problem{Reason: workbench.BadInput, Detail: "refused"}}, 4096)
	f.Fuzz(func(t *testing.T, body string) {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/v1/compare", strings.NewReader(body)))
		if w.Code < 400 || w.Code >= 500 && w.Code != http.StatusNotImplemented || w.Body.Len() > 4000 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
		problem(t, w)
	})
}
