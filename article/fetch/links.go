package fetch

import (
	"bytes"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"triptych/lang"
)

// Links is what a page says of other pages. All addresses are absolute.
type Links struct {
	// Canonical is the address that the page calls its own; "" for none.
	Canonical string
	// Alternates are the link elements with rel=alternate and hreflang.
	Alternates []Link
	// Works are the translations that the page's JSON-LD names.
	Works []Link
	// Locales are those of og:locale:alternate, as they are written ("be_BY").
	Locales []string
	// Anchors are the links that readers see, and the choices of a list of languages.
	Anchors []Anchor
}

// Link is an address and its language as the page states it (hreflang, inLanguage), which may be "" or nonsense.
type Link struct{ URL, Language string }

// Anchor is a link that readers see.
type Anchor struct {
	URL string
	// Text is what is written on it, Title its title, label and the descriptions of its pictures, each shortened.
	Text, Title string
	// Language is its hreflang attribute, or its lang.
	Language string
	// Marks are class names and file names of pictures, where flags hide.
	Marks string
}

// Limits of what is kept of a page: a page beyond them has no list of languages but a farm of links.
const (
	mostLinks = 5000
	longText  = 120
)

// ReadLinks reads the links of an HTML page in any charset. base is the page's address, against which the others are
// read. Its work is linear in the size of the page, however deep it is nested.
func ReadLinks(page []byte, base string) (Links, error) {
	u, err := url.Parse(base)
	if err != nil {
		return Links{}, errorf(BadAddress, "", "the page's address is not one")
	}
	r := linkReader{base: u, z: html.NewTokenizer(bytes.NewReader(utf8Of(page)))}
	r.read()
	return r.links, nil
}

// utf8Of decodes a page as far as its links need it: the names of languages. Valid UTF-8 is never doubted, whatever the
// page says of itself; a page that says nothing, or lies, is taken for windows-1251.
func utf8Of(page []byte) []byte {
	if utf8.Valid(page) {
		return page
	}
	e, name, _ := charset.DetermineEncoding(page, "")
	if name == "utf-8" || name == "windows-1252" {
		e, _ = charset.Lookup("windows-1251")
	}
	if decoded, err := e.NewDecoder().Bytes(page); err == nil {
		return decoded
	}
	return bytes.ToValidUTF8(page, nil)
}

// stated reads a language as hreflang, inLanguage and og:locale state it; "" where it is none that is served. "be" with
// a country other than Belarus is Belgium's mistake.
func stated(s string) lang.Tag {
	s = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if s == "" || s == "x-default" || s == "be-be" {
		return ""
	}
	l, err := lang.Parse(s)
	if err != nil || !l.Served() {
		return ""
	}
	return l
}
