package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"triptych/lang"
)

// statements are what a page says of itself where no reader sees it.
type statements struct {
	// titles are what the page calls its article, the surest first; docTitle is the title of the window, which often names
	// the site too.
	titles             []string
	docTitle           string
	author, site       string
	published, changed string
	canonical          string
	languages          []string // the surest first
	body               string   // the text of the article in JSON-LD
	alternates         []Link   // as they stand in the page, not resolved
	locales            []string
}

// readHead collects the page's statements.
func (p *page) readHead() {
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			p.said.languages = append(p.said.languages, attr(n, "lang"), attr(n, "xml:lang"))
		case atom.Title:
			if p.said.docTitle == "" && n.FirstChild != nil && n.Namespace == "" {
				p.said.docTitle = oneLine(n.FirstChild.Data)
			}
		case atom.Meta:
			p.readMeta(n)
		case atom.Link:
			p.readLink(n)
		case atom.Base:
			p.readBase(n)
		case atom.Script:
			if strings.Contains(attr(n, "type"), "ld+json") && n.FirstChild != nil {
				p.said.readJSONLD(n.FirstChild.Data)
			}
		}
	}
}

func (p *page) readBase(n *html.Node) {
	if p.base == nil {
		return
	}
	if u, err := p.base.Parse(attr(n, "href")); err == nil && u.Host != "" {
		p.base = u
	}
}

func (p *page) readMeta(n *html.Node) {
	key := strings.ToLower(attr(n, "property") + attr(n, "name") + attr(n, "itemprop"))
	if attr(n, "property") != "" {
		key = strings.ToLower(attr(n, "property"))
	}
	value := oneLine(attr(n, "content"))
	if value == "" {
		return
	}
	s := &p.said
	switch key {
	case "og:title", "twitter:title", "headline", "dc.title":
		s.titles = append(s.titles, value)
	case "author", "article:author", "dc.creator", "parsely-author", "sailthru.author":
		s.setAuthor(value)
	case "og:site_name", "application-name":
		set(&s.site, value)
	case "article:published_time", "datepublished", "article:published", "pubdate", "publishdate", "publish-date", "og:pubdate",
		"dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "article_date_original", "date", "dc.date":
		set(&s.published, value)
	case "article:modified_time", "datemodified", "og:updated_time", "last-modified":
		set(&s.changed, value)
	case "og:locale":
		s.languages = append(s.languages, value)
	case "og:locale:alternate":
		s.locales = append(s.locales, value)
	}
	if strings.EqualFold(attr(n, "http-equiv"), "content-language") {
		s.languages = append(s.languages, value)
	}
}

func set(to *string, value string) {
	if *to == "" {
		*to = value
	}
}

// setAuthor keeps the first author that is a name and not the address of a profile.
func (s *statements) setAuthor(name string) {
	if strings.Contains(name, "://") || strings.HasPrefix(name, "/") || len(name) > 200 {
		return
	}
	set(&s.author, name)
}

func (p *page) readLink(n *html.Node) {
	rel, href := attr(n, "rel"), attr(n, "href")
	switch {
	case href == "":
	case hasWord(rel, "canonical"):
		set(&p.said.canonical, href)
	case hasWord(rel, "alternate") && attr(n, "hreflang") != "":
		p.said.alternates = append(p.said.alternates, Link{URL: href, Language: stated(attr(n, "hreflang")), Evidence: Hreflang})
	}
}

// language is the first language that the page states and that is one.
func (p *page) language() lang.Tag {
	for _, s := range p.said.languages {
		if tag := stated(s); tag != "" {
			return tag
		}
	}
	return ""
}

// stated reads a language as pages state it, of a list the first; "" if it names none.
func stated(s string) lang.Tag {
	s, _, _ = strings.Cut(s, ",")
	tag, err := lang.Parse(s)
	if err != nil {
		return ""
	}
	return tag
}
