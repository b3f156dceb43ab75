package google_test

import (
	"testing"

	"triptych/translate"
	"triptych/translate/google"
	"triptych/translate/google/googletest"
	"triptych/translate/translatetest"
)

func TestConformance(t *testing.T) {
	translatetest.Conformance(t, func() translate.Engine {
		s := googletest.New(t)
		e, err := google.New(t.Context(), google.Options{Key: s.Key, Endpoint: s.URL})
		if err != nil {
			t.Fatal(err)
		}
		return translate.Pack(e, e.Limits())
	})
}
