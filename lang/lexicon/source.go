package lexicon

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"triptych/lang"

	"github.com/clipperhouse/uax29/v2/words"
)

// MaxPhrase is how many words a phrase of the lexicon has at most; longer ones are known by their single words only.
const MaxPhrase = 3

// Source collects the senses of .tsv files.
type Source struct {
	senses map[lang.Tag]map[string][]Sense
	next   Sense
}

// NewSource makes an empty source.
func NewSource() *Source {
	s := &Source{senses: map[lang.Tag]map[string][]Sense{}, next: 1}
	for _, tag := range lang.Served() {
		s.senses[tag] = map[string][]Sense{}
	}
	return s
}

// Read adds the lines of a file: English, Russian and Belarusian words between tabs, variants parted by ", ". Blank
// lines and those that begin with "#" are passed over. Errors name the line.
func (s *Source) Read(r io.Reader) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("read lexicon: %w", err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != len(lang.Served()) {
			return fmt.Errorf("line %d has %d fields, not %d: %q", n+1, len(fields), len(lang.Served()), line)
		}
		for i, tag := range lang.Served() {
			for _, variant := range strings.Split(fields[i], ", ") {
				s.add(tag, variant)
			}
		}
		s.next++
	}
	return nil
}

// Senses is what was read, as [Write] takes it.
func (s *Source) Senses() map[lang.Tag]map[string][]Sense { return s.senses }

// Len is how many senses were read.
func (s *Source) Len() int { return int(s.next) - 1 }

func (s *Source) add(tag lang.Tag, variant string) {
	var stems []string
	for it := words.FromString(variant); it.Next(); {
		if isWord(it.Value()) {
			stems = append(stems, Stem(tag, it.Value()))
		}
	}
	if len(stems) == 0 || len(stems) > MaxPhrase {
		return
	}
	s.put(tag, strings.Join(stems, " "), s.next)
	if len(stems) > 1 {
		s.put(tag, stems[0]+" ", 0)
	}
}

func (s *Source) put(tag lang.Tag, key string, sense Sense) {
	list := s.senses[tag][key]
	if sense == 0 || slices.Contains(list, sense) {
		s.senses[tag][key] = list
		return
	}
	s.senses[tag][key] = append(list, sense)
}

func isWord(token string) bool {
	return strings.ContainsFunc(token, func(r rune) bool { return r > '9' && r != '’' || r >= '0' && r <= '9' })
}
