package extract

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"triptych/lang"
)

// key is what two texts are compared by that may differ in quotation marks, dashes and case.
func key(text string) string {
	return strings.Join(words(strings.ReplaceAll(lang.Fold(text), "'", "")), " ")
}

// findHeading finds the element that shows the headline: the first h1 that says what the page calls its article, or the
// first other heading that does; then the first h1 that is not in a menu or a header; then a heading whose class calls it
// the title.
func (p *page) findHeading() *html.Node {
	var titles []string
	for _, t := range append(p.said.titles, p.said.docTitle) {
		if k := key(t); k != "" {
			titles = append(titles, k)
		}
	}
	var matched, first, named *html.Node
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode || !isHeading(n.DataAtom) && !isNamedTitle(n) || p.size[n].text == 0 || p.size[n].text > 600 {
			continue
		}
		if isTitle(key(contents(n)), titles) {
			if n = blockOf(n); n.DataAtom == atom.H1 {
				return n
			}
			if matched == nil {
				matched = n
			}
		}
		switch {
		case n.DataAtom == atom.H1 && first == nil && !inPageHeader(n):
			first = n
		case named == nil && isHeading(n.DataAtom) && isNamedTitle(n) && !inPageHeader(n):
			named = n
		}
	}
	return cmp.Or(matched, first, named)
}

// isNamedTitle tells an element that its class or markup calls the title of the article.
func isNamedTitle(n *html.Node) bool {
	if hasWord(attr(n, "itemprop"), "headline") {
		return true
	}
	if n.DataAtom != atom.Div && n.DataAtom != atom.P && n.DataAtom != atom.Td && n.DataAtom != atom.Span && !isHeading(n.DataAtom) {
		return false
	}
	list := names(n)
	return slices.Contains(list, "title") || slices.Contains(list, "headline") || slices.Contains(list, "zagolovok")
}

// isTitle tells whether a heading says what one of the titles does, or all of a title but the name of the site.
func isTitle(heading string, titles []string) bool {
	const shortest = 12 // bytes of a heading that may be a part of the window's title
	if heading == "" {
		return false
	}
	return slices.ContainsFunc(titles, func(t string) bool {
		return t == heading || len(heading) >= shortest && (strings.HasPrefix(t, heading+" ") || strings.HasSuffix(t, " "+heading))
	})
}

// inPageHeader tells whether n is in a menu, a footer, or in a header that is not an article's own.
func inPageHeader(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		switch n.DataAtom {
		case atom.Nav, atom.Footer, atom.Aside, atom.Header:
			return true
		case atom.Article, atom.Main:
			return false
		}
	}
	return false
}

// title is the article's headline as a reader sees it; where the page shows none, what the page calls the article.
func (p *page) title() string {
	if p.heading != nil {
		return contents(p.heading)
	}
	if len(p.said.titles) > 0 {
		return p.said.titles[0]
	}
	return withoutSite(p.said.docTitle, p.said.site)
}

// withoutSite cuts the name of the site off the window's title: " - Site", " | Site".
func withoutSite(title, site string) string {
	for _, mark := range []string{" | ", " - ", " – ", " — ", " :: ", " » "} {
		head, tail, found := strings.Cut(title, mark)
		if !found {
			continue
		}
		if site != "" && key(tail) == key(site) || len(head) > 2*len(tail) {
			return head
		}
	}
	return title
}

// author is who wrote the article, as the page states or shows it.
func (p *page) author() string {
	if p.said.author != "" {
		return p.said.author
	}
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode || p.size[n].text == 0 || p.size[n].text > 120 {
			continue
		}
		if hasWord(attr(n, "itemprop"), "author") || hasWord(attr(n, "rel"), "author") || isByline(n) {
			return cutLabel(contents(n))
		}
	}
	return ""
}

func isByline(n *html.Node) bool {
	list := names(n)
	return (slices.Contains(list, "author") || slices.Contains(list, "byline")) && !slices.Contains(list, "comment") && !inPageHeader(n)
}

// cutLabel cuts "Author:" off a name.
func cutLabel(text string) string {
	low := strings.ToLower(text)
	for _, label := range []string{"author:", "by ", "text:", "автор:", "текст:", "аўтар:", "тэкст:"} {
		if strings.HasPrefix(low, label) && len(text) > len(label) {
			return strings.TrimSpace(text[len(label):])
		}
	}
	return text
}
