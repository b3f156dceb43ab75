package align

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang"
	"triptych/lang/name"
	"triptych/lang/quantity"
)

// channel is one way in which two texts can share a word.
type channel uint8

// The channels. A token is a word seen through one of them; two words are the same token when they look the same there.
const (
	numbers  channel = iota // quantities, by value
	names                   // capitalised words, by their sound
	sounds                  // other words of four letters and more, by their sound
	roots                   // words by what Belarusian and Russian have in common
	words                   // words as they are, for two versions of one language
	channels                // how many there are
)

// tokens are the distinct tokens of a text in one channel, ascending.
type tokens []int32

// unit is what the model knows of a paragraph or a sentence.
type unit struct {
	length float64 // letters and digits
	tokens [channels]tokens
}

// text is an article seen as units, by version, at both levels.
type text struct {
	paragraphs, sentences [][]unit
	// distinct is how many tokens there are.
	distinct int
}

// readText turns every sentence of an article into a unit, and makes the paragraphs' units out of their sentences'.
func readText(a *article.Article) text {
	r := reader{ids: map[string]int32{}, proper: map[string]bool{}}
	t := text{paragraphs: make([][]unit, len(a.Versions)), sentences: make([][]unit, len(a.Versions))}
	for v := range a.Versions {
		r.findNames(&a.Versions[v])
	}
	for v := range a.Versions {
		version := &a.Versions[v]
		t.sentences[v] = make([]unit, len(version.Sentences))
		for i, s := range version.Sentences {
			t.sentences[v][i] = r.unit(version.Slice(s.Span), version.Language)
		}
		t.paragraphs[v] = make([]unit, len(version.Paragraphs))
		for i, p := range version.Paragraphs {
			t.paragraphs[v][i] = joined(t.sentences[v][p.Sentences.Lo:p.Sentences.Hi])
		}
	}
	t.distinct = len(r.ids)
	return t
}

// reader gives every word its tokens; the same word seen through the same channel is the same token in all versions.
type reader struct {
	ids    map[string]int32
	proper map[string]bool // sounds that stand capitalised inside a sentence somewhere
	key    []byte
}

// shortest is the least number of letters of a word whose sound or root says anything.
const shortest = 4

func (r *reader) findNames(v *article.Version) {
	for _, s := range v.Sentences {
		sentence := v.Slice(s.Span)
		for i, w := range article.Words(sentence) {
			word := sentence[w.Start:w.End]
			first, _ := utf8.DecodeRuneInString(word)
			if i > 0 && unicode.IsUpper(first) {
				if s := name.Skeleton(word); s != "" {
					r.proper[s] = true
				}
			}
		}
	}
}

func (r *reader) unit(sentence string, tag lang.Tag) unit {
	var u unit
	for _, q := range quantity.Find(sentence, tag) {
		if !q.Weak {
			u.add(numbers, r.id('n', q.Key()))
		}
	}
	for _, w := range article.Words(sentence) {
		word := sentence[w.Start:w.End]
		letters := utf8.RuneCountInString(word)
		u.length += float64(letters)
		u.add(words, r.id('w', lang.Fold(word)))
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLetter(first) {
			continue
		}
		sound := name.Skeleton(word)
		switch {
		case sound == "":
		case r.proper[sound]:
			u.add(names, r.id('s', sound))
		case letters >= shortest:
			u.add(sounds, r.id('s', sound))
		}
		if letters >= shortest {
			u.add(roots, r.id('r', root(word)))
		}
	}
	for c := range u.tokens {
		u.tokens[c] = sorted(u.tokens[c])
	}
	return u
}

// rootLength is how many letters of a folded word are taken for its root.
const rootLength = 5

// root is the beginning of a word without what sets Belarusian spelling apart from Russian.
func root(word string) string {
	folded := lang.FoldKin(word)
	n := 0
	for i := range folded {
		if n == rootLength {
			return folded[:i]
		}
		n++
	}
	return folded
}

func (r *reader) id(channel byte, key string) int32 {
	r.key = append(append(r.key[:0], channel), key...)
	if id, ok := r.ids[string(r.key)]; ok {
		return id
	}
	id := int32(len(r.ids))
	r.ids[string(r.key)] = id
	return id
}

func (u *unit) add(c channel, id int32) { u.tokens[c] = append(u.tokens[c], id) }

func sorted(t tokens) tokens {
	slices.Sort(t)
	return slices.Compact(t)
}

// joined is the unit that several units make together.
func joined(units []unit) unit {
	if len(units) == 1 {
		return units[0]
	}
	var u unit
	for i := range units {
		u.length += units[i].length
	}
	for c := range u.tokens {
		for i := range units {
			u.tokens[c] = append(u.tokens[c], units[i].tokens[c]...)
		}
		u.tokens[c] = sorted(u.tokens[c])
	}
	return u
}
