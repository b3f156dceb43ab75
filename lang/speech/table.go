package speech

import (
	"slices"
	"strings"

	"triptych/lang"
)

// table finds words and beginnings of words. Its keys are in order.
type table[C any] struct{ entries []entry[C] }

type entry[C any] struct {
	key    string
	prefix bool // the key stands for every word that begins so
	class  C
}

// listing is one class with its words, parted by spaces; "заяв*" stands for every word that begins so.
// They may be written with ё, which words are folded of.
type listing[C any] struct {
	class C
	words string
}

// tabulate makes a table of listings. Where two keys fit a word the longer one counts.
func tabulate[C any](listings ...listing[C]) table[C] {
	var t table[C]
	for _, l := range listings {
		for _, w := range strings.Fields(l.words) {
			key, prefix := strings.CutSuffix(lang.Fold(w), "*")
			t.entries = append(t.entries, entry[C]{key, prefix, l.class})
		}
	}
	slices.SortFunc(t.entries, func(a, b entry[C]) int { return strings.Compare(a.key, b.key) })
	return t
}

// find is the class of a word. It goes from the longest key that the word may begin with to shorter ones.
func (t table[C]) find(word string) (class C, ok bool) {
	for w := word; w != ""; {
		i, _ := slices.BinarySearchFunc(t.entries, w, func(e entry[C], w string) int {
			if e.key <= w {
				return -1
			}
			return 1
		})
		if i == 0 {
			break
		}
		e := t.entries[i-1]
		if e.key == word || e.prefix && strings.HasPrefix(word, e.key) {
			return e.class, true
		}
		if e.key == w {
			w = w[:len(w)-1]
		} else {
			w = common(e.key, w)
		}
	}
	return class, false
}

func common(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}
