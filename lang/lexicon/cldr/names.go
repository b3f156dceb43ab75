package main

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// territories are countries, their short names, and the parts of the world that news speaks of.
func territories(packages fs.FS, locale string) (names, error) {
	raw, err := read[map[string]string](packages, "localenames", locale, "territories", "localeDisplayNames", "territories")
	// The world, statisticians' parts of Africa and America that the languages cut differently, regions for tests.
	for _, code := range strings.Fields("001 017 018 019 021 057 QO XA XB ZZ BQ") {
		delete(raw, code)
	}
	return byCode(raw), err
}

// byCode puts a code's short names and variants ("CI", "CI-alt-variant") together.
func byCode(raw map[string]string) names {
	all := names{}
	for _, key := range slices.Sorted(maps.Keys(raw)) {
		code, _, _ := strings.Cut(key, "-alt-")
		all[code] = append(all[code], raw[key])
	}
	return all
}

// languages are names of languages, which are also the adjectives of peoples. Short names that are no adjectives are
// dropped: they are of small languages, and words of other meaning («бена», «вай»).
func languages(packages fs.FS, locale string) (names, error) {
	raw, err := read[map[string]string](packages, "localenames", locale, "languages", "localeDisplayNames", "languages")
	for key, name := range raw {
		short := !isEnglish(locale) && len([]rune(name)) < 4 && !isAdjective(name)
		// "Kurdish, Central" is how a menu sorts.
		if short || strings.Contains(key, "menu") {
			delete(raw, key)
		}
	}
	// No languages; Hindi in Latin letters; languages for which Russian has another's name or the word for a cry.
	for _, code := range strings.Fields("mul und zxx hi-Latn hi-Latn-alt-variant chk ikt mus") {
		delete(raw, code)
	}
	all := byCode(raw)
	if locale != "be" {
		return all, err
	}
	for key, variants := range all {
		all[key] = append(masculine(variants), variants...)
	}
	return all, err
}

func isEnglish(locale string) bool { return strings.HasPrefix(locale, "en") }

func isAdjective(name string) bool {
	return strings.HasSuffix(name, "ий") || strings.HasSuffix(name, "ая") || strings.HasSuffix(name, "яя")
}

// masculine turns Belarusian adjectives that agree with «мова» into their dictionary form: «чэшская» is «чэшскі».
func masculine(variants []string) []string {
	var all []string
	for _, name := range variants {
		if !isAdjective(name) {
			continue
		}
		words := strings.Fields(name)
		for i, w := range words {
			words[i] = masculineWord(w)
		}
		all = append(all, strings.Join(words, " "))
	}
	return all
}

func masculineWord(w string) string {
	if stem, ok := strings.CutSuffix(w, "яя"); ok {
		return stem + "і"
	}
	stem, ok := strings.CutSuffix(w, "ая")
	if !ok {
		return w
	}
	if r := []rune(stem); len(r) > 0 && strings.ContainsRune("кгх", r[len(r)-1]) {
		return stem + "і"
	}
	return stem + "ы"
}
