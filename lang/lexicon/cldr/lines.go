package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// line is a line of the lexicon: variants in English, Russian and Belarusian.
type line [3][]string

// lines are the lines of the output; comments stand before the line of the same number. Lines that are alike in
// English and Russian become one.
type lines struct {
	all      []line
	at       map[string]int
	comments []comment
}

type comment struct {
	before int
	text   string
}

// locales of each language. British English adds its spellings to those of American.
func locales() [3][]string { return [3][]string{{"en", "en-GB"}, {"ru"}, {"be"}} }

func (l *lines) section(packages fs.FS, s section) error {
	var byLanguage [3]names
	for i, locales := range locales() {
		byLanguage[i] = names{}
		for _, locale := range locales {
			more, err := s.read(packages, locale)
			if err != nil {
				return fmt.Errorf("locale %s: %w", locale, err)
			}
			for key, variants := range more {
				byLanguage[i][key] = append(byLanguage[i][key], variants...)
			}
		}
	}
	l.comments = append(l.comments, comment{len(l.all), s.title})
	for _, key := range slices.Sorted(maps.Keys(byLanguage[0])) {
		var one line
		for i, language := range languageTags() {
			one[i] = written(language, key, byLanguage[i][key])
		}
		l.add(one)
	}
	return nil
}

// add adds a line unless it lacks a language.
func (l *lines) add(one line) {
	for _, variants := range one {
		if len(variants) == 0 {
			return
		}
	}
	key := strings.Join(one[0], ", ") + "\t" + strings.Join(one[1], ", ")
	if i, ok := l.at[key]; ok {
		l.all[i][2] = unique(append(l.all[i][2], one[2]...))
		return
	}
	l.at[key] = len(l.all)
	l.all = append(l.all, one)
}

// WriteTo writes the lines with their comments.
func (l *lines) WriteTo(w io.Writer) (int64, error) {
	var b strings.Builder
	next := 0
	for i, one := range l.all {
		for ; next < len(l.comments) && l.comments[next].before == i; next++ {
			fmt.Fprintf(&b, "# %s\n", l.comments[next].text)
		}
		fields := make([]string, len(one))
		for i, variants := range one {
			fields[i] = strings.Join(variants, ", ")
		}
		b.WriteString(strings.Join(fields, "\t") + "\n")
	}
	if b.Len() == 0 {
		return 0, errors.New("no name is in all three languages")
	}
	n, err := io.WriteString(w, b.String())
	return int64(n), err
}

// unique leaves the first of variants that are the same.
func unique(variants []string) []string {
	var kept []string
	for _, v := range variants {
		if !slices.Contains(kept, v) {
			kept = append(kept, v)
		}
	}
	return kept
}
