package compare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// changedLetters is the share of letters in which two words of [lang.FoldKin] may differ and still be of one root.
const changedLetters = 0.34

// cognate tells whether two words are one, but for what a few letters can do: «вуліца» and «улица», «жыхар» and «житель»
// are of one root, «горад» and «гарадскі» too.
func cognate(a, b string) bool {
	x, y := kinLetters(a), kinLetters(b)
	if min(len(x), len(y)) < 4 {
		return string(x) == string(y)
	}
	longest := max(len(x), len(y))
	return float64(editDistance(x, y)) <= changedLetters*float64(longest)
}

// kinLetters are the letters of a word that its relatives share: шч is щ, and a vowel takes no в before it.
func kinLetters(word string) []rune {
	word = strings.ReplaceAll(word, "шч", "ш")
	if rest, ok := strings.CutPrefix(word, "ву"); ok {
		word = "у" + rest
	}
	if rest, ok := strings.CutPrefix(word, "ва"); ok && utf8.RuneCountInString(rest) > 3 {
		word = "а" + rest
	}
	return slices.DeleteFunc([]rune(word), func(r rune) bool { return !unicode.IsLetter(r) })
}

// editDistance is the number of letters to be changed, added and dropped to make one word of the other (Levenshtein 1966).
// Words are short, and row is all it keeps.
func editDistance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range a {
		before := row[0]
		row[0] = i + 1
		for j, s := range b {
			cost := before
			if r != s {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
