package main

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// most is how many words of a variant the lexicon reads.
const most = 3

// languageTags are the languages in the order of a line.
func languageTags() [3]string { return [3]string{"en", "ru", "be"} }

// written makes variants of CLDR's names: cleaned, each once, without those that no newspaper could print.
func written(language, key string, raw []string) []string {
	var kept []string
	for _, name := range raw {
		name = clean(name)
		if name != "" && name != key && fits(language, name) {
			kept = append(kept, name)
		}
		if plain := withoutMarks(name); language == "en" && plain != name && fits(language, plain) {
			kept = append(kept, plain)
		}
	}
	return unique(kept)
}

// withoutMarks is how most English newspapers print São Paulo.
func withoutMarks(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(name))
}

var aside = regexp.MustCompile(` ?\([^()]*\)`) // compiled once: it is run on every name

// clean takes away what CLDR adds to tell names apart, and writes out what it abbreviates: «о-в Св. Елены» is «остров
// Святой Елены», "Congo - Kinshasa" is "Congo". A name with a year is of a currency gone, and is dropped.
func clean(name string) string {
	if strings.ContainsFunc(name, unicode.IsDigit) {
		return ""
	}
	name = aside.ReplaceAllString(norm.NFC.String(name), "")
	name, _, _ = strings.Cut(name, " - ")
	name = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "’", "'", "ʼ", "'", "ʻ", "'", " — ", "-", " – ", "-",
		"St. ", "St ", "U.S. ", "US ", " & ", " and ", "Св. ", "Святой ", "амер. ", "", "в-ва", "вострава").Replace(name)
	words := strings.Fields(name)
	for i, w := range words {
		switch w {
		case "о-в":
			words[i] = "остров"
		case "о-ва":
			words[i] = "острова"
		}
	}
	return strings.Join(words, " ")
}

// fits tells whether a name can be a variant: a few words in the letters of its language and nothing else. One letter
// is no name («у» is what Russian calls Wu Chinese).
func fits(language, name string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" -/", r) })
	if len(words) > most || len([]rune(name)) < 2 {
		return false
	}
	script, foreign := unicode.Cyrillic, "іўІЎ"
	switch language {
	case "en":
		script, foreign = unicode.Latin, ""
	case "be":
		foreign = "ищъИЩЪ"
	}
	for _, r := range name {
		if !strings.ContainsRune(" -/'", r) && !unicode.Is(script, r) || strings.ContainsRune(foreign, r) {
			return false
		}
	}
	return true
}
