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
func (t Tag) Name() string {
	if n, ok := names()[t]; ok {
		return n.english
	}
	return string(t)
}

// Endonym is the language's own name for itself, as a heading writes it; the tag where it is not known.
func (t Tag) Endonym() string {
	if n, ok := names()[t]; ok {
		return n.own
	}
	return string(t)
}

// Parse reads a language as people and programs write it: "be", "BE", "be_BY", "be-tarask", "bel", "Belarusian", and
// the common mistakes "by" and "bu". The error lists what is understood.
func Parse(s string) (Tag, error) {
	key := strings.ToLower(strings.TrimSpace(s))
	if t, ok := aliases()[key]; ok {
		return t, nil
	}
	base, _, _ := strings.Cut(strings.ReplaceAll(key, "_", "-"), "-")
	if t, ok := aliases()[base]; ok {
		return t, nil
	}
	if len(base) < 2 || len(base) > 3 || strings.Trim(base, "abcdefghijklmnopqrstuvwxyz") != "" {
		return "", fmt.Errorf("%q is not a language code; write one such as en, ru or be", s)
	}
	return Tag(base), nil
}
