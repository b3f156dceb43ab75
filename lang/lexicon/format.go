package lexicon

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"
	"strings"

	"triptych/lang"
)

// magic begins the file; the digit is the version of the format.
const magic = "triptych lexicon 1\n"

var errDamaged = errors.New("not a lexicon, or cut short")

// read lays a lexicon over the file it was written to.
func read(file string) (*Lexicon, error) {
	rest, ok := strings.CutPrefix(file, magic)
	if !ok {
		return nil, errDamaged
	}
	l := &Lexicon{tables: map[lang.Tag]table{}}
	for _, tag := range lang.Served() {
		if rest == "" {
			return nil, errDamaged
		}
		n, w := uvarint(rest)
		size, v := uvarint(rest[w:])
		rest = rest[w+v:]
		if uint64(len(rest)) < 4*n+size {
			return nil, errDamaged
		}
		l.tables[tag] = table{n: int(n), offsets: rest[:4*n], entries: rest[4*n : 4*n+size]}
		rest = rest[4*n+size:]
	}
	if rest != "" {
		return nil, errDamaged
	}
	return l, nil
}

// Write turns stems with their senses, by language, into a file that [Standard] can be. A key with a space at its end
// says that a phrase begins so.
func Write(senses map[lang.Tag]map[string][]Sense) []byte {
	out := []byte(magic)
	for _, tag := range lang.Served() {
		var offsets, entries []byte
		keys := slices.Sorted(maps.Keys(senses[tag]))
		for _, key := range keys {
			offsets = binary.LittleEndian.AppendUint32(offsets, uint32(len(entries)))
			entries = append(binary.AppendUvarint(entries, uint64(len(key))), key...)
			var list []byte
			last := Sense(0)
			for _, s := range slices.Sorted(slices.Values(senses[tag][key])) {
				list = binary.AppendUvarint(list, uint64(s-last))
				last = s
			}
			entries = append(binary.AppendUvarint(entries, uint64(len(list))), list...)
		}
		out = binary.AppendUvarint(out, uint64(len(keys)))
		out = binary.AppendUvarint(out, uint64(len(entries)))
		out = append(append(out, offsets...), entries...)
	}
	return out
}
