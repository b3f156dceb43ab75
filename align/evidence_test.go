package align

import (
	"slices"
	"testing"

	"triptych/lang"
)

func TestEvidenceNamesWhatTiesABead(t *testing.T) {
	got := aligned(t, story(bridge(), lang.English, lang.Russian, lang.Belarusian)).Paragraphs.Beads[1].Evidence
	for _, want := range []Evidence{
		{Value, []string{"4,200", "4200", "4200"}},
		{Value, []string{"19 months", "19 месяцев", "19 месяцаў"}},
		{Named, []string{"Halina", "Галина", "Галіна"}},
	} {
		found := slices.ContainsFunc(got, func(e Evidence) bool { return e.Kind == want.Kind && slices.Equal(e.Words, want.Words) })
		if !found {
			t.Errorf("%v is not among %v", want, got)
		}
	}
	if len(got) > enoughEvidence {
		t.Errorf("%d pieces of evidence", len(got))
	}
}

func TestGapsHaveNoEvidence(t *testing.T) {
	v := bridge()
	v[lang.Belarusian] = without(v[lang.Belarusian], 2)
	for _, b := range aligned(t, story(v, lang.English, lang.Belarusian)).Paragraphs.Beads {
		if (b.Gap(0) || b.Gap(1)) && len(b.Evidence) > 0 {
			t.Errorf("bead %v has evidence %v", b, b.Evidence)
		}
	}
}
