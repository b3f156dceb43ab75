package apertium

import (
	"iter"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is a stretch of a text that is either translated or shielded: handed through as it is.
type part struct {
	text     string
	shielded bool
}

const (
	// maxPiece is where a long text is cut, in bytes: forty sentences, a fifth of a second.
	maxPiece = 4096
	// maxField is the length in bytes above which what stands between spaces is no word of a language.
	maxField = 300

	// reserved are the characters that mean something in Apertium's stream. Some programs lose them even when they are
	// escaped, and a * of the text could not be told from the mark of an unknown word.
	reserved = `\\\[\]{}^$/@<>*~#+`
)

// address finds what is not language, or not safe: URLs; addresses of mail; hashtags and names of accounts; names of
// hosts with or without a path; reserved characters. It is compiled once because that takes longer than a sentence.
var address = regexp.MustCompile(`(?i:https?|ftp)://\S+|(?i:www)\.\S+` +
	`|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+` +
	`|[#@][\p{L}\p{M}\p{N}_]+` +
	`|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/\S*)?` +
	`|[\p{L}\p{N}-]+\.(?:бел|рф)(?:/\S*|[^\p{L}\p{N}]|$)` +
	`|[` + reserved + `]+`)

// shield cuts a text into parts, which joined are the text.
func shield(text string) []part {
	var parts []part
	at := 0
	for from, to := range shields(text) {
		if last := len(parts) - 1; last >= 0 && from == at && parts[last].shielded {
			parts[last].text = text[at-len(parts[last].text) : to]
			at = to
			continue
		}
		if at < from {
			parts = append(parts, part{text[at:from], false})
		}
		parts = append(parts, part{text[from:to], true})
		at = to
	}
	if at < len(text) {
		parts = append(parts, part{text[at:], false})
	}
	return parts
}

// shields finds what is shielded, as byte offsets: addresses and reserved characters, what is too long to be a word,
// and white space but for single blanks, which would come back in another place or not at all.
func shields(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for at := 0; at < len(text); {
			field := text[at : at+until(text[at:], isSpace)]
			for from, to := range addresses(field) {
				if !yield(at+from, at+to) {
					return
				}
			}
			at += len(field)
			space := text[at : at+until(text[at:], isNotSpace)]
			if inside := len(field) > 0 && at+len(space) < len(text); space != "" && (!inside || space != " " && space != "\u00A0") {
				if !yield(at, at+len(space)) {
					return
				}
			}
			at += len(space)
		}
	}
}

// addresses finds what is shielded in a text without spaces.
func addresses(field string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		if len(field) > maxField {
			yield(0, len(field))
			return
		}
		for at := 0; ; {
			found := address.FindStringIndex(field[at:])
			if found == nil {
				return
			}
			from, to := at+found[0], at+found[1]
			if to = from + len(trimAddress(field[from:to])); !yield(from, to) {
				return
			}
			at = to
		}
	}
}

// trimAddress takes off the punctuation after an address, which belongs to the sentence.
func trimAddress(s string) string {
	if !strings.ContainsFunc(s, unicode.IsLetter) {
		return s
	}
	closing := `.,;:!?…'"»”“’)]}>*`
	if strings.Contains(s, "(") { // as in /wiki/Мост_(значэнні)
		closing = strings.ReplaceAll(closing, ")", "")
	}
	return strings.TrimRight(s, closing)
}

func isSpace(r rune) bool    { return unicode.IsSpace(r) || unicode.IsControl(r) }
func isNotSpace(r rune) bool { return !isSpace(r) }

// until is how many bytes of s come before a rune that is so.
func until(s string, so func(rune) bool) int {
	if i := strings.IndexFunc(s, so); i >= 0 {
		return i
	}
	return len(s)
}

// cut cuts a long text into pieces, which joined are the text.
func cut(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(text) > maxPiece {
			n := cutAt(text)
			if !yield(text[:n]) {
				return
			}
			text = text[n:]
		}
		yield(text)
	}
}

// cutAt is where to cut: after the last sentence that fits, if it ends in the second half; else before the last space.
// A word that does not fit is kept whole: it is shielded and costs nothing.
func cutAt(text string) int {
	lastSpace := 0
	for end := maxPiece; end > 0; {
		i := strings.LastIndexFunc(text[:end], isSpace)
		if i <= 0 || lastSpace > 0 && i < maxPiece/2 {
			break
		}
		if endsSentence(text[:i]) && i >= maxPiece/2 {
			return i
		}
		lastSpace = max(lastSpace, i)
		end = i
	}
	if lastSpace > 0 {
		return lastSpace
	}
	_, first := utf8.DecodeRuneInString(text)
	return first + until(text[first:], isSpace)
}

func endsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, `"'»”“’)`))
	return strings.ContainsRune(".!?…", last)
}
