package translate

// sheet is the texts of a call with those that need a translation picked out.
type sheet struct {
	texts    []string
	segments []segment
}

// segment is a text in the form in which it is sent and remembered.
type segment struct {
	at    int // its place in the call
	text  string
	key   string
	found Translation
}

func newSheet(texts []string) sheet {
	s := sheet{texts: texts, segments: make([]segment, 0, len(texts))}
	for i, text := range texts {
		if hasLetter(text) {
			s.segments = append(s.segments, segment{at: i, text: normal(text)})
		}
	}
	return s
}

// answers is one translation a text, with the white space that stood around the text.
func (s sheet) answers() []Translation {
	out := make([]Translation, len(s.texts))
	next := 0
	for i, text := range s.texts {
		if next == len(s.segments) || s.segments[next].at != i {
			out[i].Text = text // nothing to translate
			continue
		}
		out[i] = s.segments[next].found
		next++
		if before, after := around(text); out[i].Text != "" && before+after != "" {
			out[i].Text = before + out[i].Text + after
		}
	}
	return out
}

func segmentTexts(segments []segment) []string {
	texts := make([]string, len(segments))
	for i, s := range segments {
		texts[i] = s.text
	}
	return texts
}

// distinct is texts as they are sent: normal, each once.
func distinct(texts []string) []string {
	seen := make(map[string]bool, len(texts))
	var out []string
	for _, text := range texts {
		if text = normal(text); !seen[text] {
			seen[text] = true
			out = append(out, text)
		}
	}
	return out
}
