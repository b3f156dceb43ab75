package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// decodeAny turns the bytes of a text into a string and names its charset. In order of trust: a byte order mark; UTF-8
// where the bytes are valid UTF-8, which other text never is by chance; the first of the labels that the letters do not
// contradict; what the letters say.
func decodeAny(data []byte, labels ...string) (text, charset string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		text, err = decode(data)
		return text, "utf-16le", err
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		text, err = decode(data)
		return text, "utf-16be", err
	case fileKind(data) != "", bytes.IndexByte(data, 0) >= 0 && looksUTF16(data):
		_, err = decode(data)
		return "", "", err
	}
	if bytes.IndexByte(data, 0) >= 0 && bytes.Count(data, []byte{0})*100 > len(data) {
		return "", "", ErrBinary
	}
	text, charset = decodeBytes(data, labels)
	if tooManyControls(text) {
		return "", "", ErrBinary
	}
	return text, charset, nil
}

func decodeBytes(data []byte, labels []string) (text, charset string) {
	if utf8.Valid(data) {
		return string(data), "utf-8"
	}
	if nearlyUTF8(data) {
		return strings.ToValidUTF8(string(data), "\uFFFD"), "utf-8"
	}
	scores := scoreCharsets(data)
	for _, label := range labels {
		if text, name, ok := decodeLabelled(data, label, scores); ok {
			return text, name
		}
	}
	c := scores.best()
	return c.decode(data), c.name
}

// nearlyUTF8 tells whether a text is UTF-8 with a little damage: it was cut inside a character, or bytes of another
// charset were pasted into it.
func nearlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		if data[0] < utf8.RuneSelf {
			data = data[1:]
			continue
		}
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		data = data[n:]
	}
	return good > 4*bad
}

// decodeLabelled decodes as a label says, unless the result shows that the label lies.
func decodeLabelled(data []byte, label string, scores charsetScores) (text, name string, ok bool) {
	enc, err := htmlindex.Get(strings.Trim(label, " \t\"'"))
	if err != nil {
		return "", "", false
	}
	name, err = htmlindex.Name(enc)
	if err != nil || name == "utf-8" || strings.HasPrefix(name, "utf-16") {
		return "", "", false
	}
	if own, found := scores.find(name); found {
		if scores.believable(own) {
			return own.decode(data), own.name, true
		}
		return "", "", false
	}
	if scores.cyrillic() {
		return "", "", false
	}
	text, ok = decodeClean(data, enc)
	return text, name, ok
}

// decodeClean decodes with an encoding and refuses where more than one character in a thousand has no meaning in it.
func decodeClean(data []byte, enc encoding.Encoding) (string, bool) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return "", false
	}
	return string(out), bytes.Count(out, []byte("\uFFFD"))*1000 <= len(out)
}

// labelInText finds the charset that an HTML or XML text states in its first bytes.
func labelInText(data []byte) string {
	const head = 4096
	start := strings.ToLower(string(data[:min(len(data), head)]))
	for _, key := range []string{"charset=", "encoding="} {
		_, rest, found := strings.Cut(start, key)
		if !found {
			continue
		}
		rest = strings.TrimLeft(rest, "\"' ")
		if end := strings.IndexAny(rest, "\"' ;/>?\r\n"); end > 0 {
			return rest[:end]
		}
	}
	return ""
}
