package lang

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A slot is the place of a letter in tables: Cyrillic letters first, then Latin ones.
const (
	firstCyrillic = 'а'
	endCyrillic   = '\u0500'
	latinSlots    = endCyrillic - firstCyrillic
	firstAccented = 'ß'
	endAccented   = '\u0220'
	accentedSlots = latinSlots + 26
	slots         = accentedSlots + endAccented - firstAccented

	maxLanguages = 24
)

// slotOf is the slot of r in lower case; -1 for runes that tell no language by themselves.
func slotOf(r rune) int {
	switch {
	case 'a' <= r && r <= 'z':
		return latinSlots + int(r-'a')
	case 'A' <= r && r <= 'Z':
		return latinSlots + int(r-'A')
	case r < 'À':
		return -1
	case 'А' <= r && r <= 'Я':
		return int(r - 'А')
	}
	if r < firstCyrillic || r > 'џ' {
		r = unicode.ToLower(r)
	}
	switch {
	case firstCyrillic <= r && r < endCyrillic && isCyrillic(r):
		return int(r - firstCyrillic)
	case firstAccented <= r && r < endAccented && r != '÷':
		return accentedSlots + int(r-firstAccented)
	}
	return -1
}

// letterTable holds for each slot the logarithm of the letter's share in each language of one script.
type letterTable struct {
	tags     []Tag
	from, to int // the script's slots
	logs     [][maxLanguages]float32
}

// The tables are read-only. They are package variables because they serve every paragraph and take about a thousand
// logarithms to make.
var (
	cyrillic = compile(cyrillicCounts(), 0, latinSlots)
	latin    = compile(latinCounts(), latinSlots, slots)
)

// floor is the count per ten thousand that a letter has in a language that does not use it: quotations, names, slips.
const floor = 2

func compile(rows []letterCounts, from, to int) letterTable {
	t := letterTable{from: from, to: to, logs: make([][maxLanguages]float32, to-from)}
	rest := float32(math.Log(floor))
	for s := range t.logs {
		for i := range rows {
			t.logs[s][i] = rest
		}
	}
	for i, row := range rows {
		t.tags = append(t.tags, row.tag)
		for field := range strings.FieldsSeq(row.counts) {
			r, size := utf8.DecodeRuneInString(field)
			if n, err := strconv.Atoi(field[size:]); err == nil && n > floor {
				t.logs[slotOf(r)-from][i] = float32(math.Log(float64(n)))
			}
		}
	}
	return t
}

// languageOfScript is the language that a letter of a script neither Cyrillic nor Latin suggests.
func languageOfScript(r rune) Tag {
	for _, s := range []struct {
		tag   Tag
		table *unicode.RangeTable
	}{
		{"el", unicode.Greek}, {"ka", unicode.Georgian}, {"hy", unicode.Armenian}, {"he", unicode.Hebrew},
		{"ar", unicode.Arabic}, {"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"zh", unicode.Han},
		{"ko", unicode.Hangul},
	} {
		if unicode.Is(s.table, r) {
			return s.tag
		}
	}
	return Undetermined
}
