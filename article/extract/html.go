package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"triptych/article"
)

// page is a parsed page with what its parts found.
type page struct {
	root *html.Node
	// base is what links are resolved against; nil where the page's address is not known.
	base *url.URL
	said statements
	// size counts the text of every element, with what is below it.
	size map[*html.Node]size
	// heading is the element with the headline; nil if none was found.
	heading *html.Node
	// body is the element that the page itself marks as the text of the article; nil without one.
	body *html.Node
	// lenient tells that names of classes have misled: only the surest are believed.
	lenient bool
	blocks  []block
}

// readHTML reads the article of a page.
func readHTML(data []byte, hint Hint) (*Document, error) {
	text, charset, err := decodeAny(data, hint.Charset, charsetOf(hint.MediaType), labelInText(data))
	if err != nil {
		return nil, err
	}
	p, err := parsePage(text, hint.URL)
	if err != nil {
		return nil, err
	}
	chosen := p.choose()
	if len(chosen.paragraphs) == 0 {
		return nil, &failure{ErrEmpty, "the page has no text that looks like an article"}
	}
	d := &Document{
		Title: p.title(), Author: p.author(), Site: p.said.site, Date: p.date(chosen), Language: p.language(),
		Canonical: p.resolve(p.said.canonical), Charset: charset, Lost: chosen.lost, Links: p.links(),
	}
	d.Version = layOut(chosen.paragraphs)
	return d, nil
}

// layOut makes a version of paragraphs whose roles are known.
func layOut(paragraphs []paragraph) article.Version {
	texts := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		texts[i] = p.text
	}
	v := article.New(texts)
	for i, p := range paragraphs {
		v.Paragraphs[i].Role = p.role
	}
	return v
}

// paragraph is a text with its role, before a version is made of it.
type paragraph struct {
	text string
	role article.Role
}

func parsePage(text, address string) (*page, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, &failure{ErrTooDeep, "the page's elements are nested too deeply (more than 512)"}
	}
	p := &page{root: root}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		p.base = u
	}
	p.readHead()
	p.size = measure(root)
	p.heading = p.findHeading()
	p.body = p.findBody()
	p.blocks = p.cut()
	return p, nil
}

// charsetOf is the charset parameter of a media type.
func charsetOf(mediaType string) string {
	_, value, _ := strings.Cut(strings.ToLower(mediaType), "charset=")
	value, _, _ = strings.Cut(value, ";")
	return strings.TrimSpace(value)
}

// resolve makes an address absolute; it stays as it is where the page's own address is not known.
func (p *page) resolve(address string) string {
	address = strings.TrimSpace(address)
	if address == "" || p.base == nil {
		return address
	}
	u, err := p.base.Parse(address)
	if err != nil {
		return ""
	}
	u.Fragment = ""
	return u.String()
}

// findBody finds the one element that is marked up as the text of the article.
func (p *page) findBody() *html.Node {
	var found *html.Node
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode || !hasWord(attr(n, "itemprop"), "articlebody") || p.size[n].text < 40 {
			continue
		}
		if found != nil {
			return nil
		}
		found = n
	}
	return found
}
