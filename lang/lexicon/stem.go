package lexicon

import (
	"triptych/lang"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"
)

// Stem cuts a word down to what its forms have in common: by Porter's algorithms (Snowball, 2001) in English and
// Russian, by [stemBelarusian] in Belarusian. In other languages it folds the word only. Stems are for looking up, not
// for reading.
func Stem(tag lang.Tag, word string) string {
	switch tag {
	case lang.English:
		return english.Stem(lang.Fold(word), false)
	case lang.Russian:
		return russian.Stem(lang.Fold(word), false)
	case lang.Belarusian:
		return stemBelarusian(word)
	}
	return lang.Fold(word)
}
