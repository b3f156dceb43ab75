package speech

import (
	"strings"

	"triptych/lang"
)

// SoCalled tells whether words that keep the next at a distance begin at index i ("so-called", «так называемый»), and at
// which index the next word stands.
func SoCalled(words []Word, i int, tag lang.Tag) (next int, ok bool) {
	w, after := words[i].Text, text(words, i+1)
	switch tag {
	case lang.English:
		if w == "so-called" || w == "self-styled" || w == "self-proclaimed" {
			return i + 1, true
		}
		return i + 2, w == "so" && after == "called"
	case lang.Russian:
		return i + 2, w == "так" && strings.HasPrefix(after, "называем") || w == "т" && after == "н"
	case lang.Belarusian:
		return i + 2, w == "так" && (strings.HasPrefix(after, "зван") || strings.HasPrefix(after, "называн"))
	}
	return i, false
}
