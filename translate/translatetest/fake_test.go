package translatetest_test

import (
	"testing"

	"triptych/translate"
	"triptych/translate/translatetest"
)

func TestTheFakeConforms(t *testing.T) {
	translatetest.Conformance(t, func() translate.Engine {
		return translate.Pack(translatetest.Named("fake"), translate.Limits{Texts: 100, CodePoints: 400})
	})
}

func TestTheFakeConformsInAllItsWraps(t *testing.T) {
	translatetest.Conformance(t, func() translate.Engine {
		return translate.Service(translatetest.Paid("fake"), translate.Limits{Texts: 7}, translate.Policy{},
			&translatetest.Ledger{Ceiling: 1e6})
	})
}
