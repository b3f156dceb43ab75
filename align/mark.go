package align

import "strings"

// marks tells what the punctuation of a sentence says of its kind, whatever marks its language prefers: a question, an
// exclamation, something in quotation marks, something in brackets. Translators keep these more often than not.
func marks(sentence string) []string {
	var out []string
	add := func(form, any string) {
		if strings.ContainsAny(sentence, any) {
			out = append(out, form)
		}
	}
	add("?", "?")
	add("!", "!")
	add("“”", "\"“”„‟«»‹›")
	add("()", "([")
	add(":", ":")
	add(";", ";")
	return out
}
