package extract

import (
	"bytes"
	"path"
	"strings"
)

// Format is a kind of document.
type Format string

// The formats that are read.
const (
	Plain     Format = "text"
	HTML      Format = "html"
	Markdown  Format = "markdown"
	Subtitles Format = "subtitles" // SRT and WebVTT
	DOCX      Format = "docx"
	ODT       Format = "odt"
	EPUB      Format = "epub"
	PDF       Format = "pdf"
)

// formatOf tells what a document is: by its content where that is plain, by the hint where the content leaves it open.
func formatOf(data []byte, hint Hint) (Format, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", ErrEmpty
	}
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return PDF, nil
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return containerFormat(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) && isEncryptedOffice(data):
		return "", encrypted("this is an Office document with a password; save it without one")
	}
	if kind := fileKind(data); kind != "" {
		return "", &failure{ErrBinary, "this is " + kind + ", which is not read here; save the text as DOCX, HTML or plain text"}
	}
	head := textHead(data)
	switch {
	case looksHTML(head):
		return HTML, nil
	case looksSubtitles(head):
		return Subtitles, nil
	}
	return hinted(head, hint), nil
}

// isEncryptedOffice tells whether an OLE container holds an encrypted DOCX: it names its streams in UTF-16.
func isEncryptedOffice(data []byte) bool {
	return bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e"))
}

// textHead is the beginning of a text without what only says how it is encoded: marks, and the zero bytes of UTF-16.
func textHead(data []byte) string {
	const head = 4096
	start := data[:min(len(data), head)]
	if bytes.HasPrefix(start, []byte("\xff\xfe")) || bytes.HasPrefix(start, []byte("\xfe\xff")) {
		start = bytes.ReplaceAll(start[2:], []byte{0}, nil)
	}
	return strings.TrimSpace(strings.TrimPrefix(string(start), "\uFEFF"))
}

// hinted decides between formats that are all text.
func hinted(head string, hint Hint) Format {
	media, _, _ := strings.Cut(hint.MediaType, ";")
	address, _, _ := strings.Cut(hint.URL, "?")
	extension := strings.ToLower(path.Ext(address))
	switch media = strings.ToLower(strings.TrimSpace(media)); {
	case media == "text/markdown", media == "text/x-markdown", extension == ".md", extension == ".markdown":
		return Markdown
	case (media == "text/html" || media == "application/xhtml+xml") && strings.Contains(head, "<"):
		return HTML
	case looksMarkdown(head):
		return Markdown
	}
	return Plain
}

// looksHTML tells whether a text begins as a page does. An article may well speak of "<b>", so a tag in the middle of a
// text decides nothing.
func looksHTML(head string) bool {
	head = strings.ToLower(head)
	for strings.HasPrefix(head, "<!--") {
		_, rest, found := strings.Cut(head, "-->")
		if !found {
			return true
		}
		head = strings.TrimSpace(rest)
	}
	for _, tag := range []string{"!doctype html", "html", "head", "body", "title", "meta", "link", "script", "div", "article",
		"main", "section", "p", "h1", "h2", "table", "span"} {
		if rest, ok := strings.CutPrefix(head, "<"+tag); ok && (rest == "" || strings.ContainsAny(rest[:1], " \t\r\n>/")) {
			return true
		}
	}
	if strings.HasPrefix(head, "<?xml") {
		return strings.Contains(head, "<html") || strings.Contains(head, "doctype html")
	}
	return false
}

// looksMarkdown asks for two kinds of marks that plain text hardly has both.
func looksMarkdown(head string) bool {
	if strings.HasPrefix(head, "---\n") && strings.Contains(head, "\n---\n") {
		return true
	}
	kinds := 0
	heading, list := false, false
	for line := range strings.Lines(head) {
		if level, _ := headingOf(strings.TrimSpace(line)); level > 0 {
			heading = true
		}
		list = list || strings.HasPrefix(line, "* ") || strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "> ")
	}
	for _, mark := range []bool{heading, list, strings.Contains(head, "]("), strings.Contains(head, "**"), strings.Contains(head, "```")} {
		if mark {
			kinds++
		}
	}
	return kinds >= 2 && heading
}
