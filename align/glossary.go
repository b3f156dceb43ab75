package align

import (
	"slices"
	"strings"
	"sync"

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
	known   map[lang.Tag]map[string]entry
	size    int
}

// entry is what a glossary says of one folded word.
type entry struct {
	stem        stem
	sound, root string
	senses      []lexicon.Sense
}

// glossaryMost is how many words a glossary remembers, some 25 MiB; then it begins anew.
const glossaryMost = 1 << 17

// shared are the glossaries of all alignments of this process, with the lexicon and without. They hold nothing but
// what can be computed again.
var shared = sync.OnceValues(func() (full, bare *glossary) {
	return newGlossary(lexicon.Standard()), newGlossary(&lexicon.Lexicon{})
})

func newGlossary(l *lexicon.Lexicon) *glossary {
	return &glossary{lexicon: l, known: map[lang.Tag]map[string]entry{}}
}

// look gives the entry of a word, of which form is what folding makes. A capitalised word may sound otherwise than the
// same word without, for it keeps its ending if it is a name.
func (g *glossary) look(tag lang.Tag, text, form string, capital bool) entry {
	key := form
	if capital {
		key = text
	}
	g.lock.RLock()
	e, ok := g.known[tag][key]
	g.lock.RUnlock()
	if ok {
		return e
	}
	e = g.read(tag, key, form)
	g.lock.Lock()
	defer g.lock.Unlock()
	if g.size++; g.size > glossaryMost {
		g.known, g.size = map[lang.Tag]map[string]entry{}, 1
	}
	if g.known[tag] == nil {
		g.known[tag] = map[string]entry{}
	}
	g.known[tag][strings.Clone(key)] = e
	return e
}

func (g *glossary) read(tag lang.Tag, key, form string) entry {
	text := lexicon.Stem(tag, form)
	e := entry{stem: stem{text, g.lexicon.Opens(tag, text)}, sound: name.Skeleton(key), root: root(form)}
	e.senses = slices.Collect(g.lexicon.Senses(tag, text))
	if form != text {
		for s := range g.lexicon.Senses(tag, form) {
			if !slices.Contains(e.senses, s) {
				e.senses = append(e.senses, s)
			}
		}
	}
	return e
}

// phrase gives the senses of stems with a space between them.
func (g *glossary) phrase(tag lang.Tag, stems string) []lexicon.Sense {
	return slices.Collect(g.lexicon.Senses(tag, stems))
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
