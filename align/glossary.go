package align

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"triptych/lang"
	"triptych/lang/lexicon"
	"triptych/lang/name"
)

// glossary says of words what does not depend on the article: their stems, sounds, roots and senses. It remembers what
// it was asked, for stemming a word costs more than all else that is done with it, and news uses the same words again
// and again. It is safe for use by many at once.
type glossary struct {
	lexicon *lexicon.Lexicon
	lock    sync.RWMutex
	pages   map[lang.Tag]*page
	size    int
}

// page is what a glossary remembers of one language.
type page struct {
	entries map[string]*entry          // by the word as it is written
	phrases map[string][]lexicon.Sense // by stems with a space between them; none for what is not a phrase
}

// entry is what a glossary says of one word. Once made it does not change.
type entry struct {
	form        string // folded
	letters     int
	capital     bool
	stem        stem
	sound, root string
	senses      []lexicon.Sense
}

// glossaryMost is how many words a glossary remembers, and how many stems in a row that might be a phrase, some 40 MiB;
// then it begins anew with either. A long text has new words for a while only, but new pairs of words without end.
const glossaryMost = 1 << 17

// shared are the glossaries of all alignments of this process, with the lexicon and without. They hold nothing but
// what can be computed again.
var shared = sync.OnceValues(func() (full, bare *glossary) {
	return newGlossary(lexicon.Standard()), newGlossary(&lexicon.Lexicon{})
})

func newGlossary(l *lexicon.Lexicon) *glossary {
	return &glossary{lexicon: l, pages: map[lang.Tag]*page{}}
}

// look gives the entry of a word. A capitalised word may sound otherwise than the same word without, for it keeps its
// ending if it is a name.
func (g *glossary) look(tag lang.Tag, text string) *entry {
	g.lock.RLock()
	var e *entry
	if p := g.pages[tag]; p != nil {
		e = p.entries[text]
	}
	g.lock.RUnlock()
	if e != nil {
		return e
	}
	key := strings.Clone(text) // not to hold the article
	e = g.read(tag, key)
	g.lock.Lock()
	defer g.lock.Unlock()
	g.page(tag).entries[key] = e
	return e
}

// page is where to remember one thing more of a language. The lock is held.
func (g *glossary) page(tag lang.Tag) *page {
	if g.size++; g.size > glossaryMost {
		g.pages, g.size = map[lang.Tag]*page{}, 1
	}
	p := g.pages[tag]
	if p == nil {
		p = &page{map[string]*entry{}, map[string][]lexicon.Sense{}}
		g.pages[tag] = p
	}
	return p
}

func (g *glossary) read(tag lang.Tag, text string) *entry {
	first, _ := utf8.DecodeRuneInString(text)
	e := &entry{form: lang.Fold(text), letters: utf8.RuneCountInString(text), capital: unicode.IsUpper(first)}
	spoken := e.form
	if e.capital {
		spoken = text
	}
	stemmed := lexicon.Stem(tag, e.form)
	e.stem, e.sound, e.root = stem{stemmed, g.lexicon.Opens(tag, stemmed)}, name.Skeleton(spoken), root(e.form)
	e.senses = slices.Collect(g.lexicon.Senses(tag, stemmed))
	if e.form != stemmed {
		for s := range g.lexicon.Senses(tag, e.form) {
			if !slices.Contains(e.senses, s) {
				e.senses = append(e.senses, s)
			}
		}
	}
	return e
}

// phrase gives the senses of stems with a space between them.
func (g *glossary) phrase(tag lang.Tag, stems []byte) []lexicon.Sense {
	g.lock.RLock()
	var senses []lexicon.Sense
	known := false
	if p := g.pages[tag]; p != nil {
		senses, known = p.phrases[string(stems)]
	}
	g.lock.RUnlock()
	if known {
		return senses
	}
	key := string(stems)
	senses = slices.Collect(g.lexicon.Senses(tag, key))
	g.lock.Lock()
	defer g.lock.Unlock()
	p := g.page(tag)
	g.size-- // phrases are counted by themselves
	if len(p.phrases) >= glossaryMost {
		clear(p.phrases)
	}
	p.phrases[key] = senses
	return senses
}

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
