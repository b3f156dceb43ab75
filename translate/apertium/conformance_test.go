//go:build unix

package apertium

import (
	"testing"

	"triptych/translate"
	"triptych/translate/translatetest"
)

func TestRealConformance(t *testing.T) {
	translatetest.Conformance(t, func() translate.Engine {
		return translate.Pack(real(t, Options{}), translate.Limits{})
	})
}
