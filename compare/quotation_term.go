package compare

import "triptych/lang/speech"

// socalled finds "so-called" in some versions where others have neither such words nor quotation marks.
func (p *passage) socalled(sides []*side, pieces []*quoted) []Difference {
	d := Difference{Kind: Quotation, Severity: Low}
	var has, lacks []int
	for _, s := range sides {
		if lo, hi, ok := s.distance(); ok {
			has = append(has, s.version)
			d.Marks = append(d.Marks, p.markWords(s, lo, hi, false))
		} else if !quotes(pieces, s.version) {
			lacks = append(lacks, s.version)
		}
	}
	if len(has) == 0 || len(lacks) == 0 {
		return nil
	}
	for i := range d.Marks {
		d.Marks[i].Odd = len(has) == 1 && len(lacks) > 1
	}
	d.Note = "“So-called” in " + list(p.article, has) + ", not in " + list(p.article, lacks)
	return []Difference{d}
}

// distance finds words that keep others at a distance in a side.
func (s *side) distance() (lo, hi int, ok bool) {
	for i := range s.words {
		if next, ok := speech.SoCalled(s.words, i, s.tag); ok {
			return i, min(next, len(s.words)-1), true
		}
	}
	return 0, 0, false
}

// quotes tells whether a version has a quotation among the pieces.
func quotes(pieces []*quoted, version int) bool {
	for _, q := range pieces {
		if q.version == version {
			return true
		}
	}
	return false
}
