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
	names                   // words that are capitalised inside a sentence, by their sound
	sounds                  // other words of four letters and more, by their sound
	roots                   // words by what Belarusian and Russian have in common
	words                   // words as they are, for two versions of one language
	channels                // how many there are
)

// token is a word as the model sees it: an index into dictionary.channel.
type token int32

// unit is what the model knows of a paragraph or a sentence.
type unit struct {
	letters float64 // letters and digits
	tokens  []token // distinct, ascending
}

// dictionary is an article seen as units, by version, at both levels.
type dictionary struct {
	paragraphs, sentences [][]unit
	channel               []channel // of each token
}

// readArticle turns every sentence of an article into a unit, and makes the paragraphs' units out of their sentences'.
func readArticle(a *article.Article) *dictionary {
	r := reader{ids: map[string]token{}, proper: map[string]bool{}}
	for v := range a.Versions {
		r.findNames(&a.Versions[v])
	}
	for v := range a.Versions {
		version := &a.Versions[v]
		sentences := make([]unit, len(version.Sentences))
		for i, s := range version.Sentences {
			sentences[i] = r.unit(version.Slice(s.Span), version.Language)
		}
		paragraphs := make([]unit, len(version.Paragraphs))
		for i, p := range version.Paragraphs {
			paragraphs[i] = joined(sentences[p.Sentences.Lo:p.Sentences.Hi])
		}
		r.sentences, r.paragraphs = append(r.sentences, sentences), append(r.paragraphs, paragraphs)
	}
	return &r.dictionary
}

// reader gives every word its tokens; the same word seen through the same channel is the same token in all versions.
type reader struct {
	dictionary
	ids    map[string]token
	proper map[string]bool // sounds that stand capitalised inside a sentence somewhere
	key    []byte
}

// shortest is the least number of letters of a word whose sound or root says anything.
const shortest = 4

func (r *reader) findNames(v *article.Version) {
	for _, s := range v.Sentences {
		sentence := v.Slice(s.Span)
		first := true
		for w := range article.EachWord(sentence) {
			word := sentence[w.Start:w.End]
			if letter, _ := utf8.DecodeRuneInString(word); !first && unicode.IsUpper(letter) {
				if s := name.Skeleton(word); s != "" {
					r.proper[s] = true
				}
			}
			first = false
		}
	}
}

func (r *reader) unit(sentence string, tag lang.Tag) unit {
	var u unit
	for _, q := range quantity.Find(sentence, tag) {
		if !q.Weak {
			u.tokens = append(u.tokens, r.id(numbers, q.Key()))
		}
	}
	for w := range article.EachWord(sentence) {
		word := sentence[w.Start:w.End]
		letters := utf8.RuneCountInString(word)
		u.letters += float64(letters)
		u.tokens = append(u.tokens, r.id(words, lang.Fold(word)))
		if letter, _ := utf8.DecodeRuneInString(word); !unicode.IsLetter(letter) {
			continue
		}
		sound := name.Skeleton(word)
		switch {
		case sound == "":
		case r.proper[sound]:
			u.tokens = append(u.tokens, r.id(names, sound))
		case letters >= shortest:
			u.tokens = append(u.tokens, r.id(sounds, sound))
		}
		if letters >= shortest && tag != lang.English {
			u.tokens = append(u.tokens, r.id(roots, root(word)))
		}
	}
	u.tokens = distinct(u.tokens)
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

func (r *reader) id(c channel, key string) token {
	r.key = append(append(r.key[:0], byte(c)), key...)
	if id, ok := r.ids[string(r.key)]; ok {
		return id
	}
	id := token(len(r.channel))
	r.ids[string(r.key)] = id
	r.channel = append(r.channel, c)
	return id
}

func distinct(t []token) []token {
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
		u.letters += units[i].letters
		u.tokens = append(u.tokens, units[i].tokens...)
	}
	u.tokens = distinct(u.tokens)
	return u
}
