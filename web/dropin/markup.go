package dropin

import (
	"strings"

	"golang.org/x/net/html"
)

// markup cuts a text with markup. Tags, comments, scripts and whatever is marked as not to be translated (translate="no",
// class="notranslate") are kept byte for byte. Each text between two tags is translated for itself. A tag that never
// ends is taken for text, as it is in a sentence with a "<" in it.
func markup(source string) document {
	c := cutter{z: html.NewTokenizer(strings.NewReader(source))}
	at := 0
	for c.next() {
		end := at + len(c.z.Raw())
		c.token(source[at:end])
		at = end
	}
	if at < len(source) {
		return markup(source[:at] + strings.ReplaceAll(source[at:], "<", "&lt;"))
	}
	if c.kept.Len() > 0 {
		c.parts = append(c.parts, part{kept: c.kept.String()})
	}
	return document{parts: c.parts, html: true}
}

// cutter is one pass over a text with markup.
type cutter struct {
	z     *html.Tokenizer
	kind  html.TokenType
	parts []part
	kept  strings.Builder // since the last part

	raw   bool   // the next text is a script's or the like
	shut  string // the element that is not to be translated, of which depth are open
	depth int
	lines int // open elements in which line breaks count
}

func (c *cutter) next() bool {
	c.kind = c.z.Next()
	return c.kind != html.ErrorToken
}

func (c *cutter) token(source string) {
	if c.kind == html.TextToken {
		c.addText(source, html.UnescapeString(source))
		c.raw = false
		return
	}
	c.kept.WriteString(source)
	c.raw = false
	switch c.kind {
	case html.StartTagToken, html.SelfClosingTagToken:
		c.open()
	case html.EndTagToken:
		c.close()
	}
}

// open follows a tag that opens an element. The tokenizer reads on without markup after some of them, even if they close
// themselves.
func (c *cutter) open() {
	name, attributes := c.z.TagName()
	tag := string(name)
	switch tag {
	case "script", "style", "iframe", "noembed", "noframes", "noscript", "plaintext", "xmp":
		c.raw = true
	case "pre", "textarea":
		c.lines++
	}
	if c.kind == html.SelfClosingTagToken || isVoid(tag) {
		return
	}
	switch {
	case c.shut == tag:
		c.depth++
	case c.shut == "" && attributes && c.keepsOut():
		c.shut, c.depth = tag, 1
	}
}

func (c *cutter) close() {
	name, _ := c.z.TagName()
	tag := string(name)
	if tag == "pre" || tag == "textarea" {
		c.lines = max(0, c.lines-1)
	}
	if tag == c.shut {
		if c.depth--; c.depth == 0 {
			c.shut = ""
		}
	}
}

// keepsOut tells whether the tag says that its element is not to be translated.
func (c *cutter) keepsOut() bool {
	for more := true; more; {
		var key, value []byte
		key, value, more = c.z.TagAttr()
		switch string(key) {
		case "translate":
			if strings.EqualFold(strings.TrimSpace(string(value)), "no") {
				return true
			}
		case "class":
			for class := range strings.FieldsSeq(string(value)) {
				if class == "notranslate" {
					return true
				}
			}
		}
	}
	return false
}

// addText takes a text between tags: source as it stands there, text as it is read. The spaces around it are kept.
func (c *cutter) addText(source, text string) {
	if c.raw || c.shut != "" || !hasLetter(text) {
		c.kept.WriteString(source)
		return
	}
	inner := strings.TrimLeft(text, space)
	c.kept.WriteString(text[:len(text)-len(inner)])
	rest := strings.TrimRight(inner, space)
	after := inner[len(rest):]
	if c.lines == 0 {
		rest = joinLines(rest)
	}
	c.parts = append(c.parts, part{c.kept.String(), rest})
	c.kept.Reset()
	c.kept.WriteString(after)
}

// space is what HTML takes for space; a no-break space is none.
const space = " \t\n\r\f"

// joinLines makes one space of every line break and the spaces around it: in HTML a sentence goes on in the next line.
func joinLines(text string) string {
	if !strings.ContainsAny(text, "\n\r") {
		return text
	}
	var lines []string
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = strings.Trim(line, space); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, " ")
}

// isVoid tells whether an element has no end tag.
func isVoid(tag string) bool {
	switch tag {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr":
		return true
	}
	return false
}
