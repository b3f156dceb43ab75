package libre_test

import (
	"testing"

	"triptych/translate"
	"triptych/translate/libre"
	"triptych/translate/libre/libretest"
	"triptych/translate/translatetest"
)

func TestConformance(t *testing.T) {
	translatetest.Conformance(t, func() translate.Engine {
		e, err := libre.New(libre.Options{URL: libretest.New(t).URL})
		if err != nil {
			t.Fatal(err)
		}
		return translate.Pack(e, e.Limits())
	})
}
