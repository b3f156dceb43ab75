package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// family is a sort of quotation mark; a mark closes what one of its family opened.
type family int

const (
	double family = iota
	guillemet
	single
)

type role int

const (
	opens role = iota
	closes
	either // a straight mark whose place does not tell
	inches // a straight mark after a figure: it closes what is open and opens nothing
)

// mark is a quotation mark in a text.
type mark struct {
	start, end int
	family     family
	role       role
}

// marks finds the quotation marks of a text. Apostrophes and marks of inches are not among them.
func marks(text string) []mark {
	var out []mark
	before := ' '
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if r == '\'' || r == '`' || r == '’' || r == '‘' {
			if next, m := utf8.DecodeRuneInString(text[i+n:]); next == r { // '' and “ typed as two
				n += m
				r = '"'
			}
		}
		after, _ := utf8.DecodeRuneInString(text[i+n:])
		if i+n == len(text) {
			after = ' '
		}
		if m, ok := judge(r, before, after); ok {
			m.start, m.end = i, i+n
			out = append(out, m)
		}
		before = r
		i += n
	}
	return paired(out, text)
}

// judge tells what a rune is between its neighbours.
func judge(r, before, after rune) (mark, bool) {
	place := placed(before, after)
	switch r {
	case '«', '‹':
		if place == closes && !unicode.IsLetter(after) {
			return mark{family: guillemet, role: closes}, true // «so«
		}
		return mark{family: guillemet, role: opens}, true
	case '»', '›':
		if place == opens {
			return mark{family: guillemet, role: opens}, true // »so«
		}
		return mark{family: guillemet, role: closes}, true
	case '„', '‟':
		return mark{family: double, role: opens}, true
	case '”':
		if place == opens {
			return mark{family: double, role: opens}, true
		}
		return mark{family: double, role: closes}, true
	case '“', '"':
		if r == '"' && unicode.IsLetter(before) && unicode.IsLetter(after) {
			return mark{}, false // an apostrophe
		}
		if r == '"' && unicode.IsDigit(before) && !unicode.IsLetter(after) {
			return mark{family: double, role: inches}, true
		}
		return mark{family: double, role: place}, true
	case '\'', '‘', '’', '‚', '`':
		return singleMark(r, before, after, place)
	}
	return mark{}, false
}

func singleMark(r, before, after rune, place role) (mark, bool) {
	switch {
	case r == '‚':
		return mark{family: single, role: opens}, true
	case place == opens && r != '’' && unicode.IsLetter(after):
		return mark{family: single, role: opens}, true
	case place == closes && r != '‘' && !unicode.IsLetter(after) && !unicode.IsDigit(after) && !unicode.IsDigit(before):
		return mark{family: single, role: closes}, true
	}
	return mark{}, false
}

// placed tells from its neighbours whether a mark opens or closes.
func placed(before, after rune) role {
	spaceBefore := unicode.IsSpace(before) || strings.ContainsRune("([{—–-/«„“‘", before)
	spaceAfter := unicode.IsSpace(after) || strings.ContainsRune(".,!?:;…)]}—–»”’", after)
	switch {
	case spaceBefore && !spaceAfter:
		return opens
	case !spaceBefore:
		if unicode.IsLetter(after) && unicode.IsPunct(before) {
			return opens // «…,"слово»
		}
		return closes
	case after == '…' || after == '.': // "...and so on"
		return opens
	}
	return either
}

// paired drops the single marks that are not quotation marks: those that open and are never closed, those that close
// what was never opened. Of several that may close, it takes one after a full stop or comma, or else the last before the
// next that opens: 'the workers' union' ends with its last mark.
func paired(all []mark, text string) []mark {
	out := all[:0]
	for i := 0; i < len(all); i++ {
		if all[i].family != single {
			out = append(out, all[i])
			continue
		}
		if all[i].role != opens {
			continue
		}
		end := -1
		for j := i + 1; j < len(all) && (all[j].family != single || all[j].role != opens); j++ {
			if all[j].family != single {
				continue
			}
			end = j
			if strings.ContainsAny(text[all[j].start-1:all[j].start], ".,!?") {
				break
			}
		}
		if end < 0 {
			if begins(text, all[i]) {
				out = append(out, all[i]) // and goes on in the next paragraph
			}
			continue
		}
		out = append(out, all[i])
		for _, m := range all[i+1 : end] {
			if m.family != single {
				out = append(out, m)
			}
		}
		out = append(out, all[end])
		i = end
	}
	return out
}

// begins tells whether a single mark opens speech that need not end in its paragraph: after a colon or at the start,
// before a capital.
func begins(text string, m mark) bool {
	first, _ := utf8.DecodeRuneInString(text[m.end:])
	before := strings.TrimSpace(text[:m.start])
	return unicode.IsUpper(first) && (before == "" || strings.HasSuffix(before, ":") || strings.HasSuffix(before, ","))
}

// IsMark tells whether a rune is a quotation mark of any sort.
func IsMark(r rune) bool { return strings.ContainsRune("\"'«»“”„‟‘’‚‹›`", r) }
