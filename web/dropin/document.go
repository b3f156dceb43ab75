package dropin

import (
	"strings"
	"unicode"
)

// document is a text to translate, cut into what is translated and what is kept.
type document struct {
	parts []part
	html  bool
}

// part is text to translate, with the markup and the spaces before it. A part without text is kept as it is.
type part struct{ kept, text string }

// plain is a text without markup.
func plain(text string) document {
	if !hasLetter(text) {
		return document{parts: []part{{kept: text}}}
	}
	return document{parts: []part{{text: text}}}
}

// texts lists what is to be translated.
func (d document) texts() []string {
	var out []string
	for _, p := range d.parts {
		if p.text != "" {
			out = append(out, p.text)
		}
	}
	return out
}

// put is the document with translations in the place of its texts.
func (d document) put(translations []string) string {
	var sb strings.Builder
	for _, p := range d.parts {
		sb.WriteString(p.kept)
		if p.text == "" {
			continue
		}
		t := translations[0]
		translations = translations[1:]
		if d.html {
			t = escape(t)
		}
		sb.WriteString(t)
	}
	return sb.String()
}

// escape makes a translation text again where markup is read. Quotation marks and apostrophes mean nothing outside of
// tags, and programs that forget to read entities back get them as they are.
func escape(text string) string {
	text = strings.ReplaceAll(text, "&", "&amp;")
	text = strings.ReplaceAll(text, "<", "&lt;")
	return strings.ReplaceAll(text, ">", "&gt;")
}

func hasLetter(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }
