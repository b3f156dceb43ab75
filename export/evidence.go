package export

import (
	"encoding/json"
	"errors"
	"fmt"

	"triptych/align"
	"triptych/article"
)

// Evidence is one thing that ties the sides of a bead: how, and under each version's key the word as it is written
// there. Versions without one are left out.
//
//	{"kind":"name","words":{"en":"Narach","ru":"Нарочь","be":"Нарач"}}
type Evidence struct {
	// Kind is one of [align.EvidenceKind]; more may come.
	Kind string
	// Words stand in the order of the article's versions.
	Words []Word
}

// Word is a word of one version.
type Word struct{ Version, Text string }

func newEvidence(a *article.Article, e align.Evidence) Evidence {
	out := Evidence{Kind: string(e.Kind)}
	for v, text := range e.Words {
		if text != "" {
			out.Words = append(out.Words, Word{Version: a.Versions[v].Key, Text: text})
		}
	}
	return out
}

func appendEvidence(out []byte, evidence []Evidence) []byte {
	out = append(out, '[')
	for i, e := range evidence {
		if i > 0 {
			out = append(out, ',')
		}
		out = e.appendTo(out)
	}
	return append(out, ']')
}

// MarshalJSON writes the words in the order of the versions, which a map would lose.
func (e Evidence) MarshalJSON() ([]byte, error) { return e.appendTo(nil), nil }

func (e Evidence) appendTo(out []byte) []byte {
	out = appendString(append(out, `{"kind":`...), e.Kind)
	out = append(out, `,"words":{`...)
	for i, w := range e.Words {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(appendString(out, w.Version), ':')
		out = appendString(out, w.Text)
	}
	return append(out, "}}"...)
}

// UnmarshalJSON reads what [Evidence.MarshalJSON] writes, with the members in any order. Members that it does not know
// are passed over.
func (e *Evidence) UnmarshalJSON(data []byte) error {
	var read Evidence
	err := members(data, func(key string, value json.RawMessage) error {
		switch key {
		case "kind":
			return strictly(value, &read.Kind)
		case "words":
			return read.readWords(value)
		}
		return nil
	})
	if err == nil && (read.Kind == "" || len(read.Words) == 0) {
		err = errors.New("it has no kind or no words")
	}
	if err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	*e = read
	return nil
}

func (e *Evidence) readWords(object json.RawMessage) error {
	return members(object, func(key string, value json.RawMessage) error {
		w := Word{Version: key}
		if err := strictly(value, &w.Text); err != nil {
			return fmt.Errorf("word of %q: %w", key, err)
		}
		if w.Text == "" {
			return fmt.Errorf("word of %q: it is empty", key)
		}
		e.Words = append(e.Words, w)
		return nil
	})
}
