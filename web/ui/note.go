package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"triptych/compare"
)

// longestQuote is how many letters of a passage a note repeats.
const longestQuote = 90

func newNote(r *compare.Report, d compare.Difference, row int) note {
	n := note{Difference: d, kind: kindOf(d.Kind), Row: row, Told: ofWholeCells(r.Rows[row-1], d)}
	quotes := quotes(r, d)
	n.Words = emphasised(d.Note, quotes, isFigure(d.Kind))
	// What the versions say is worth repeating where the note itself quotes none of it.
	if d.Kind != compare.Order && !isFigure(d.Kind) && !slices.ContainsFunc(quotes, func(s said) bool { return strings.Contains(d.Note, s.Text) }) {
		n.Said = quotes
	}
	return n
}

// ofWholeCells tells whether a difference goes for all that some cells of its row hold: the cell beside it says so, and
// there is no word to mark.
func ofWholeCells(from compare.Row, d compare.Difference) bool {
	return d.Kind == compare.Order || d.Kind == compare.Omission && from.LacksAll(d.Missing)
}

func isFigure(k compare.Kind) bool { return k == compare.Number || k == compare.Date }

// quotes gives what the marks cover, once a version.
func quotes(r *compare.Report, d compare.Difference) []said {
	var out []said
	for _, m := range d.Marks {
		v := &r.Article.Versions[m.Version]
		if n := len(out); n > 0 && out[n-1].Version == m.Version {
			out[n-1].Text += " " + v.Slice(m.Span)
			continue
		}
		out = append(out, said{Version: m.Version, Language: v.Language, Text: v.Slice(m.Span)})
	}
	for i := range out {
		out[i].Text = shortened(out[i].Text)
	}
	return slices.DeleteFunc(out, func(s said) bool { return s.Text == "" })
}

func shortened(text string) string {
	if utf8.RuneCountInString(text) <= longestQuote {
		return text
	}
	letters := []rune(text)[:longestQuote]
	cut := strings.TrimRight(string(letters), " ,.;:—–-")
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)/2 {
		cut = cut[:space]
	}
	return cut + "…"
}

// emphasised parts a note so that the quotes in it stand out. In a note on figures ("12 m in English, 20 m in Russian")
// those with which its clauses begin stand out too: they need not be written as in the texts.
func emphasised(text string, quotes []said, figures bool) []compare.Phrase {
	if !figures {
		return quoting(text, quotes)
	}
	var out []compare.Phrase
	for clause := range strings.SplitAfterSeq(text, ", ") {
		if n := leadingFigure(clause); n > 0 {
			out = append(out, compare.Phrase{Text: clause[:n], Strong: true})
			clause = clause[n:]
		}
		out = append(out, quoting(clause, quotes)...)
	}
	return out
}

func quoting(text string, quotes []said) []compare.Phrase {
	var out []compare.Phrase
	for text != "" {
		at, length := firstQuote(text, quotes)
		if at < 0 {
			return append(out, compare.Phrase{Text: text})
		}
		if at > 0 {
			out = append(out, compare.Phrase{Text: text[:at]})
		}
		out = append(out, compare.Phrase{Text: text[at : at+length], Strong: true})
		text = text[at+length:]
	}
	return out
}

// firstQuote finds the quote that comes first in text, the longest of those that begin there; -1 where none does.
func firstQuote(text string, quotes []said) (at, length int) {
	at = -1
	for _, q := range quotes {
		i := strings.Index(text, q.Text)
		if i >= 0 && (at < 0 || i < at || i == at && len(q.Text) > length) {
			at, length = i, len(q.Text)
		}
	}
	return at, length
}

// leadingFigure is the length of the run of digits, with the separators inside it, with which a text begins.
func leadingFigure(text string) int {
	isDigit := func(r rune) bool { return r >= '0' && r <= '9' }
	if text == "" || !isDigit(rune(text[0])) {
		return 0
	}
	const separators = ".,:\u00a0\u202f"
	run := text
	if end := strings.IndexFunc(run, func(r rune) bool { return !isDigit(r) && !strings.ContainsRune(separators+"%", r) }); end >= 0 {
		run = run[:end]
	}
	return len(strings.TrimRight(run, separators))
}
