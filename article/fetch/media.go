package fetch

import (
	"bytes"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"
)

// media is a media type in lower case and the charset beside it.
type media struct{ kind, charset string }

// readMedia reads a Content-Type. A header that is not well formed counts as none.
func readMedia(header string) media {
	kind, parameters, err := mime.ParseMediaType(header)
	if err != nil {
		kind, _, _ = strings.Cut(header, ";")
		kind = strings.ToLower(strings.TrimSpace(kind))
	}
	if !strings.Contains(kind, "/") || err != nil && !readable(kind) {
		kind = ""
	}
	charset := strings.ToLower(strings.Trim(parameters["charset"], ` "'`))
	if len(charset) > 40 { // no charset has so long a name
		charset = ""
	}
	return media{kind, charset}
}

// readable lists what extract may make a version of.
func readable(kind string) bool {
	switch kind {
	case "text/html", "application/xhtml+xml", "application/xml", "text/xml",
		"text/plain", "text/markdown", "text/x-markdown",
		"text/srt", "application/x-subrip", "text/vtt",
		"application/pdf", "application/epub+zip", "application/zip",
		"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		"application/vnd.oasis.opendocument.text":
		return true
	}
	return false
}

// unsaid tells whether the server does not say what the body is.
func (m media) unsaid() bool {
	switch m.kind {
	case "", "application/octet-stream", "binary/octet-stream", "application/force-download", "application/x-download", "unknown/unknown":
		return true
	}
	return false
}

// refuse fails for a media type that is not read.
func (m media) refuse(u *url.URL) error {
	if m.unsaid() || readable(m.kind) {
		return nil
	}
	return notRead(u, "this is "+strings.ToValidUTF8(shorten(m.kind), "?")+", not an article")
}

func notRead(u *url.URL, detail string) error {
	return errorf(MediaType, u.String(), "%s", detail).
		fix("web pages, plain text, Markdown, subtitles, PDF, DOCX, ODT and EPUB are read")
}

// settle holds the media type against the bytes: what the server leaves unsaid is told by them, and a picture that is
// called a page is refused.
func (m media) settle(u *url.URL, body []byte) (media, error) {
	found, _, _ := strings.Cut(http.DetectContentType(body), ";")
	switch {
	case m.unsaid() && readable(found):
		m.kind = found
	case m.unsaid():
		return m, notRead(u, "the server does not say what this is, and it is not text")
	case !m.text() || strings.HasPrefix(found, "text/"):
	case found == "application/pdf" || found == "application/zip":
		m.kind = found
	case found != "application/octet-stream":
		return m, notRead(u, "the server says "+m.kind+", but it is "+found)
	}
	if m.text() && binary(body) {
		return m, notRead(u, "the server says "+m.kind+", but it is not text")
	}
	return m, nil
}

func (m media) text() bool {
	return strings.HasPrefix(m.kind, "text/") || strings.HasSuffix(m.kind, "xml") || m.kind == "application/x-subrip"
}

// binary tells whether zero bytes stand in the body as in no text. A stray one is forgiven; in UTF-16, every other byte
// of plain ASCII is zero, and no other byte.
func binary(body []byte) bool {
	zeros := bytes.Count(body, []byte{0})
	if zeros <= 2 || zeros*100 <= len(body) {
		return false
	}
	odd := 0
	for i := 1; i < len(body); i += 2 {
		if body[i] == 0 {
			odd++
		}
	}
	even := zeros - odd
	marked := bytes.HasPrefix(body, []byte("\xff\xfe")) || bytes.HasPrefix(body, []byte("\xfe\xff"))
	return !marked && (min(odd, even) > 0 || utf8.Valid(body) && zeros*4 < len(body))
}
