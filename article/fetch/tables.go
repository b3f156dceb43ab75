package fetch

import (
	_ "embed" // the tables
	"strings"
	"sync"

	"triptych/lang"
)

//go:embed languages.tsv
var languagesTSV string

//go:embed sites.tsv
var sitesTSV string

// The tables are read once: reading the patterns of the sites takes longer than using them.
var (
	languages = sync.OnceValue(func() *languageTable { return readLanguages(languagesTSV) })
	sites     = sync.OnceValue(func() map[string]*site { return readSites(sitesTSV) })
)

// languageTable says how sites mark a language.
type languageTable struct {
	// words are what marks a language, by kind and then by the word.
	words map[string]map[string]lang.Tag
	// codes lists the codes of a language, the commonest first.
	codes map[lang.Tag][]string
	// phrases are parts of texts, by language.
	phrases map[lang.Tag][]string
}

func readLanguages(tsv string) *languageTable {
	t := &languageTable{map[string]map[string]lang.Tag{}, map[lang.Tag][]string{}, map[lang.Tag][]string{}}
	for _, row := range rows(tsv) {
		tag, kind, word := lang.Tag(row[0]), row[1], row[2]
		switch kind {
		case "code":
			t.codes[tag] = append(t.codes[tag], word)
		case "phrase":
			t.phrases[tag] = append(t.phrases[tag], word)
		}
		if t.words[kind] == nil {
			t.words[kind] = map[string]lang.Tag{}
		}
		t.words[kind][word] = tag
	}
	return t
}

// of is the language that a word marks; "" for none.
func (t *languageTable) of(kind, word string) lang.Tag {
	return t.words[kind][strings.ReplaceAll(strings.ToLower(word), "_", "-")]
}

// rows reads a table of three columns.
func rows(tsv string) [][3]string {
	var rows [][3]string
	for line := range strings.Lines(tsv) {
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if strings.HasPrefix(line, "#") || len(cells) != 3 {
			continue
		}
		rows = append(rows, [3]string(cells))
	}
	return rows
}
