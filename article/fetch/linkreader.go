package fetch

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// linkReader walks through a page's tokens.
type linkReader struct {
	base  *url.URL
	z     *html.Tokenizer
	links Links
	open  *Anchor // the link that is being read
	until string  // the element that ends it
	data  bool    // inside a JSON-LD script
}

func (r *linkReader) read() {
	for {
		switch r.z.Next() {
		case html.ErrorToken:
			r.shut()
			return
		case html.TextToken:
			r.text()
		case html.StartTagToken, html.SelfClosingTagToken:
			r.start()
		case html.EndTagToken:
			name, _ := r.z.TagName()
			r.data = false
			if string(name) == r.until {
				r.shut()
			}
		}
	}
}

func (r *linkReader) text() {
	switch {
	case r.data:
		r.links.Works = append(r.links.Works, r.absolute(works(r.z.Text()))...)
	case r.open != nil && len(r.open.Text) < longText:
		r.open.Text += string(r.z.Text())
	}
}

// shut ends the link that is being read.
func (r *linkReader) shut() {
	if r.open == nil {
		return
	}
	r.open.Text = tidy(r.open.Text)
	r.open.Title = tidy(r.open.Title)
	r.open.Marks = strings.Join(strings.Fields(r.open.Marks), " ")
	if len(r.links.Anchors) < mostLinks {
		r.links.Anchors = append(r.links.Anchors, *r.open)
	}
	r.open, r.until = nil, ""
}

// tidy folds white space; a text that is too long to name a language becomes "".
func tidy(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > longText {
		return ""
	}
	return s
}

func (r *linkReader) start() {
	name, more := r.z.TagName()
	element := string(name)
	if r.open == nil && !r.wants(element) {
		return
	}
	attributes := r.attributes(more)
	switch element {
	case "base":
		if u, err := r.base.Parse(attributes["href"]); err == nil {
			r.base = u
		}
	case "link":
		r.link(attributes)
	case "meta":
		if property := cmp.Or(attributes["property"], attributes["name"]); property == "og:locale:alternate" && len(r.links.Locales) < mostLinks {
			r.links.Locales = append(r.links.Locales, tidy(attributes["content"]))
		}
	case "script":
		r.data = strings.Contains(strings.ToLower(attributes["type"]), "ld+json")
	default:
		r.anchor(element, attributes)
	}
}

// wants tells whether an element that stands in no link says something of links.
func (r *linkReader) wants(element string) bool {
	switch element {
	case "base", "link", "meta", "script", "a", "area", "option":
		return true
	}
	return false
}

// attributes reads those of the tag at hand; of two with one name the first counts.
func (r *linkReader) attributes(more bool) map[string]string {
	const most = 50
	attributes := map[string]string{}
	for n := 0; more && n < most; n++ {
		var key, value []byte
		key, value, more = r.z.TagAttr()
		if _, twice := attributes[string(key)]; !twice {
			attributes[string(key)] = string(value)
		}
	}
	return attributes
}

func (r *linkReader) link(attributes map[string]string) {
	address, ok := r.resolve(attributes["href"])
	if !ok {
		return
	}
	rel := strings.Fields(strings.ToLower(attributes["rel"]))
	for _, word := range rel {
		switch {
		case word == "canonical" && r.links.Canonical == "":
			r.links.Canonical = address
		case word == "alternate" && attributes["hreflang"] != "" && len(r.links.Alternates) < mostLinks:
			r.links.Alternates = append(r.links.Alternates, Link{address, tidy(attributes["hreflang"])})
		}
	}
}

// anchor reads a link that readers see: where it begins, and what stands in it.
func (r *linkReader) anchor(element string, attributes map[string]string) {
	target := map[string]string{"a": "href", "area": "href", "option": "value"}[element]
	if target != "" {
		r.shut()
		address, ok := r.resolve(attributes[target])
		if !ok || element == "option" && !strings.Contains(attributes[target], "/") {
			return
		}
		r.open, r.until = &Anchor{URL: address, Language: tidy(attributes["hreflang"])}, element
		if r.open.Language == "" {
			r.open.Language = tidy(attributes["lang"])
		}
	}
	if r.open == nil {
		return
	}
	for _, key := range []string{"title", "alt", "aria-label"} {
		if v := attributes[key]; v != "" && len(r.open.Title) < longText {
			r.open.Title += " " + v
		}
	}
	if len(r.open.Marks) < 4*longText {
		r.open.Marks += " " + attributes["class"] + " " + attributes["src"]
	}
}

// resolve makes an address absolute; it must be one that could be fetched.
func (r *linkReader) resolve(href string) (string, bool) {
	href = strings.TrimSpace(href)
	if href == "" || strings.HasPrefix(href, "#") || len(href) > longest {
		return "", false
	}
	u, err := r.base.Parse(href)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
		return "", false
	}
	u.Fragment, u.RawFragment = "", ""
	return u.String(), true
}

func (r *linkReader) absolute(links []Link) []Link {
	var good []Link
	for _, l := range links {
		if address, ok := r.resolve(l.URL); ok {
			good = append(good, Link{address, l.Language})
		}
	}
	return good[:min(len(good), mostLinks-min(mostLinks, len(r.links.Works)))]
}
