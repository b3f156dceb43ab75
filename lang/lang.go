// Package lang is what Triptych knows of languages before it reads a word: tags and names, scripts, letters,
// spellings, and what a text's letters say about its language. It is pure: no models, no files, no clock.
package lang

import (
	"fmt"
	"strings"
)

// Tag names a language by its shortest BCP 47 code: "en", "ru", "be". It never carries a spelling or a script: the
// classical orthography and Łacinka are both "be", and [Orthography] says which.
type Tag string

// The languages that Triptych works with, and the tag of a text whose language is not known.
const (
	English      Tag = "en"
	Russian      Tag = "ru"
	Belarusian   Tag = "be"
	Undetermined Tag = "und"
)

// Served lists the languages that Triptych aligns and compares, in the order in which they are shown.
func Served() []Tag { return []Tag{English, Russian, Belarusian} }

// Served tells whether Triptych aligns and compares texts in t.
func (t Tag) Served() bool { return t == English || t == Russian || t == Belarusian }

// Name is the language's name in English; the tag itself where the name is not known.
func (t Tag) Name() string { return find(t).english }

// Endonym is the language's own name for itself, as a heading writes it; the tag where it is not known.
func (t Tag) Endonym() string { return find(t).own }

// Parse reads a language as people and programs write it: a code ("be", "BE", "bel"), a locale ("be_BY",
// "be_BY.UTF-8", "be-tarask", "be-x-old", "be-Latn"), a name in English or in the language itself ("Belarusian",
// "беларуская мова"), and country codes commonly taken for languages ("by", "ua"). Of a locale only the language is
// kept. A well-formed code that has no name here ("eo") is taken as it is. The error lists what is understood.
func Parse(s string) (Tag, error) {
	word := strings.ToLower(strings.TrimSpace(s))
	for _, suffix := range []string{" language", " мова", " язык"} {
		word = strings.TrimSuffix(word, suffix)
	}
	base := language(word)
	for _, n := range namings() {
		if n.understood(word) || n.understood(base) {
			return n.tag, nil
		}
	}
	if len(base) == 2 || len(base) == 3 {
		return Tag(base), nil
	}
	return "", fmt.Errorf("%q is not a language that is known here; write a code such as en, ru or be, or a name: %s",
		s, strings.Join(englishNames(), ", "))
}

// language is the first part of a locale ("be" of "be_by.utf-8@latin"); "" where the word is not one.
func language(locale string) string {
	end := strings.IndexAny(locale, "-_.@")
	if end < 0 {
		end = len(locale)
	}
	base, rest := locale[:end], locale[end:]
	if strings.Trim(base, "abcdefghijklmnopqrstuvwxyz") != "" ||
		strings.Trim(rest, "abcdefghijklmnopqrstuvwxyz0123456789-_.@") != "" {
		return ""
	}
	return base
}

func englishNames() []string {
	var names []string
	for _, n := range namings() {
		names = append(names, n.english)
	}
	return names
}
