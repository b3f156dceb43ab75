package detect

import (
	"math"
	"strings"
	"sync"

	"github.com/pemistahl/lingua-go"

	"triptych/lang"
)

// models are lingua-go's, one set for each script so that a text in Cyrillic never waits for those of Latin script.
// They load at the first call; further callers wait for the first, because lingua-go itself would load them twice.
type models struct {
	cyrillic, latin func() lingua.LanguageDetector
}

func newModels() models {
	return models{
		cyrillic: sync.OnceValue(func() lingua.LanguageDetector { return load(cyrillicLanguages(), "жфцгх") }),
		latin:    sync.OnceValue(func() lingua.LanguageDetector { return load(latinLanguages(), "xqzvk") }),
	}
}

// load builds a detector in the low accuracy mode, which takes a tenth of the memory, and makes it read its models.
// The warm-up word holds trigrams and pairs that no language has, so that the shorter n-grams are read as well.
func load(languages []lingua.Language, warmUp string) lingua.LanguageDetector {
	d := lingua.NewLanguageDetectorBuilder().FromLanguages(languages...).WithLowAccuracyMode().Build()
	d.ComputeLanguageConfidenceValues(warmUp)
	return d
}

func cyrillicLanguages() []lingua.Language {
	return []lingua.Language{
		lingua.Belarusian, lingua.Bulgarian, lingua.Kazakh, lingua.Macedonian, lingua.Mongolian, lingua.Russian,
		lingua.Serbian, lingua.Ukrainian,
	}
}

func latinLanguages() []lingua.Language {
	return []lingua.Language{
		lingua.Bokmal, lingua.Croatian, lingua.Czech, lingua.Danish, lingua.Dutch, lingua.English, lingua.Estonian,
		lingua.Finnish, lingua.French, lingua.German, lingua.Hungarian, lingua.Italian, lingua.Latvian,
		lingua.Lithuanian, lingua.Polish, lingua.Portuguese, lingua.Romanian, lingua.Slovak, lingua.Slovene,
		lingua.Spanish, lingua.Swedish, lingua.Turkish,
	}
}

// budget is the models with a limit on calls: a text of a hundred thousand foreign lines is settled by letters after
// the first ones.
func (m models) budget() *budget { return &budget{models: m, calls: 200} }

type budget struct {
	models models
	calls  int
}

// say asks the models about a sample, which holds letters of one script. nil means that they were not asked.
func (b *budget) say(sample string, latin bool) []lang.Guess {
	if b.calls == 0 || sample == "" {
		return nil
	}
	b.calls--
	detector := b.models.cyrillic
	if latin {
		detector = b.models.latin
	}
	var out []lang.Guess
	silent := true
	for _, c := range detector().ComputeLanguageConfidenceValues(sample) {
		// Twelve decimals are the same in every run; the order of languages is lingua-go's own, a stable one.
		value := math.Round(c.Value()*1e12) / 1e12
		silent = silent && value == 0
		out = append(out, lang.Guess{Language: tagOf(c.Language()), Confidence: value})
	}
	if silent {
		return nil
	}
	return out
}

func tagOf(l lingua.Language) lang.Tag { return lang.Tag(strings.ToLower(l.IsoCode639_1().String())) }
