package speech

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/lang"
)

// dialogue is the quotation that a paragraph makes which begins with a dash. A list looks the same; its entries do not
// begin with a capital and end with a full stop.
func dialogue(paragraph string) (Quote, bool) {
	start := len(paragraph) - len(strings.TrimLeft(paragraph, " \u00a0\t"))
	dash, n := utf8.DecodeRuneInString(paragraph[start:])
	if dash != '—' && dash != '–' && dash != '-' {
		return Quote{}, false
	}
	rest := paragraph[start+n:]
	said := strings.TrimLeft(rest, " \u00a0\t")
	first, _ := utf8.DecodeRuneInString(said)
	if said == rest || !unicode.IsUpper(first) && !strings.ContainsRune("«\"“„…", first) {
		return Quote{}, false
	}
	end := len(strings.TrimRight(paragraph, " \u00a0\t\n"))
	if !strings.HasSuffix(paragraph[:end], ".") && !strings.HasSuffix(paragraph[:end], "!") && !strings.HasSuffix(paragraph[:end], "?") &&
		!strings.HasSuffix(paragraph[:end], "…") {
		return Quote{}, false
	}
	return Quote{Start: len(paragraph) - len(said), End: end, Opened: true, Closed: true, Dash: true}, true
}

// breaks finds where speech may break off for its author: a comma, a full stop or another mark, then a dash between
// spaces. Each is the end of the mark and the start of what follows the dash.
func breaks(s string) [][2]int {
	var out [][2]int
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], "—–-")
		if n < 0 {
			break
		}
		dash := i + n
		_, width := utf8.DecodeRuneInString(s[dash:])
		i = dash + width
		before := strings.TrimRight(s[:dash], " \u00a0")
		after := strings.TrimLeft(s[i:], " \u00a0")
		if len(before) == dash || len(after) == len(s)-i {
			continue
		}
		if last, w := utf8.DecodeLastRuneInString(before); IsMark(last) {
			before = before[:len(before)-w]
		}
		if last, _ := utf8.DecodeLastRuneInString(before); strings.ContainsRune(",.!?…", last) {
			out = append(out, [2]int{len(before), len(s) - len(after)})
		}
	}
	return out
}

// withoutAuthors cuts the words of authors out of quotations: «Едем, — сказал он. — Пора» is two pieces. What stands
// between two breaks, or after the only one, is an author's if it has a verb of saying.
func withoutAuthors(text string, tag lang.Tag, quotes []Quote) []Quote {
	out := make([]Quote, 0, len(quotes))
	var cut []Quote // the words of authors
	for _, q := range quotes {
		cut = slices.DeleteFunc(cut, func(c Quote) bool { return c.End <= q.Start })
		for _, c := range cut {
			if q.Start >= c.Start && q.End <= c.End && q.Depth > 0 {
				q.Depth--
			}
		}
		pieces, authors := split(text, tag, q)
		cut = append(cut, authors...)
		out = append(out, pieces...)
	}
	return out
}

func split(text string, tag lang.Tag, q Quote) (pieces, authors []Quote) {
	found := breaks(text[q.Start:q.End])
	piece := q
	for i := 0; i < len(found); i++ {
		from, to := q.Start+found[i][0], q.End
		if i+1 < len(found) {
			to = q.Start + found[i+1][0]
		}
		if !attributes(text[q.Start+found[i][1]:to], tag) {
			continue
		}
		piece.End, piece.Closed = from, true
		pieces = append(pieces, piece)
		authors = append(authors, Quote{Start: from, End: to})
		if i+1 == len(found) {
			return pieces, authors
		}
		piece = q
		piece.Start, piece.Resumed = q.Start+found[i+1][1], true
		i++
	}
	if piece.Start < piece.End {
		pieces = append(pieces, piece)
	}
	return pieces, authors
}

// authorVerb is among how many words an author's verb stands: «— рассказывает его дочь», «— так он объяснил».
const authorVerb = 4

// firstWords is the first few words of s.
func firstWords(s string) string {
	n := 0
	for i, r := range s {
		if r == ' ' || r == '\u00a0' {
			if n++; n == authorVerb {
				return s[:i]
			}
		}
	}
	return s
}

// attributes tells whether words are an author's: they begin small and soon come to a verb of saying.
func attributes(s string, tag lang.Tag) bool {
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLower(first) {
		return false
	}
	for _, w := range Words(firstWords(s), tag) {
		if _, ok := Saying(w.Text, tag); ok {
			return true
		}
	}
	return false
}
