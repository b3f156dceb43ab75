// Package lexicon knows which words of English, Russian and Belarusian news translate each other: a lexicon of our own
// writing, and names of record from Unicode's CLDR. It is pure, and searched where it lies in the program: nothing is
// loaded or built at the start.
//
// The sources are the .tsv files of this folder, a sense a line, its words in the three languages between tabs. After a
// change run go generate, which writes lexicon.bin; a test sees that it is up to date.
package lexicon

import (
	_ "embed"
	"encoding/binary"
	"iter"
	"strings"

	"triptych/lang"
)

//go:generate go run ./build

//go:embed lexicon.bin
var standard string

// Sense is a line of the lexicon: words with the same sense translate each other.
type Sense uint32

// Lexicon finds the senses of words.
type Lexicon struct{ tables map[lang.Tag]table }

// Standard is the lexicon that comes with Triptych.
func Standard() *Lexicon {
	l, err := read(standard)
	if err != nil {
		panic("the lexicon in the program is damaged: " + err.Error()) // it is checked by a test; nobody can mend it at run time
	}
	return l
}

// Senses goes through the senses of a stem, or of several stems of a phrase with a space between them. Languages that
// the lexicon does not have give none.
func (l *Lexicon) Senses(tag lang.Tag, stems string) iter.Seq[Sense] {
	entry, ok := l.tables[tag].find(stems)
	return func(yield func(Sense) bool) {
		for last := Sense(0); ok && len(entry) > 0; {
			step, n := uvarint(entry)
			entry = entry[n:]
			last += Sense(step)
			if !yield(last) {
				return
			}
		}
	}
}

// Opens tells whether some phrase of the lexicon begins with a stem.
func (l *Lexicon) Opens(tag lang.Tag, stem string) bool {
	_, ok := l.tables[tag].find(stem + " ")
	return ok
}

// table is one language's stems in order: offsets of entries, then the entries. An entry is the length of its key, the
// key, the length of its senses, and the senses, each as the step from the one before.
type table struct {
	n       int
	offsets string // four bytes each
	entries string
}

func (t table) find(key string) (senses string, ok bool) {
	lo, hi := 0, t.n
	for lo < hi {
		mid := (lo + hi) / 2
		k, s := t.entry(mid)
		switch c := strings.Compare(k, key); {
		case c == 0:
			return s, true
		case c < 0:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return "", false
}

func (t table) entry(i int) (key, senses string) {
	o := t.offsets[4*i:]
	e := t.entries[uint32(o[0])|uint32(o[1])<<8|uint32(o[2])<<16|uint32(o[3])<<24:]
	n, w := uvarint(e)
	key, e = e[w:w+int(n)], e[w+int(n):]
	n, w = uvarint(e)
	return key, e[w : w+int(n)]
}

// uvarint reads a number as binary.AppendUvarint writes it.
func uvarint(s string) (x uint64, n int) {
	for shift := 0; n < len(s) && n < binary.MaxVarintLen64; shift += 7 {
		b := s[n]
		n++
		x |= uint64(b&0x7f) << shift
		if b < 0x80 {
			break
		}
	}
	return x, n
}
