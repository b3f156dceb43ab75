package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// regionOf says why an element begins a part of the page that is not the article ("menu", "comments"); "" if it may hold
// the article. What holds the headline or the marked body of the article is never left out; and where only a word of a
// class speaks against it, neither is what holds most of the page's text.
func (p *page) regionOf(n *html.Node) string {
	if n.DataAtom == atom.Html || n.DataAtom == atom.Body || n.DataAtom == atom.Main || p.holdsArticle(n) {
		return ""
	}
	s := p.size[n]
	if s.text == 0 {
		return ""
	}
	if reason := regionByMarkup(n); reason != "" {
		return reason
	}
	if p.body != nil && n == p.body {
		return ""
	}
	reason, sure := regionByName(names(n))
	switch {
	case reason == "", sure:
		return reason
	case p.lenient, s.prose*10 > p.size[p.root].prose*4 || isPlainParagraph(n, s):
		return ""
	}
	return reason
}

// holdsArticle tells whether the headline or the body of the article is in n.
func (p *page) holdsArticle(n *html.Node) bool {
	return p.heading != nil && within(p.heading, n) || p.body != nil && within(p.body, n)
}

// isPlainParagraph tells a paragraph of running text without links: its class decides nothing.
func isPlainParagraph(n *html.Node, s size) bool {
	return (n.DataAtom == atom.P || n.DataAtom == atom.Blockquote) && s.text >= proseLength && s.linked == 0
}

// regionByMarkup goes by what HTML and ARIA say.
func regionByMarkup(n *html.Node) string {
	switch n.DataAtom {
	case atom.Nav, atom.Menu:
		return "menu"
	case atom.Footer:
		return "footer"
	case atom.Aside:
		return "sidebar"
	case atom.Header:
		return "header"
	case atom.Dialog:
		return "pop-up"
	}
	switch attr(n, "role") {
	case "navigation", "menu", "menubar", "toolbar", "search":
		return "menu"
	case "banner":
		return "header"
	case "contentinfo":
		return "footer"
	case "complementary":
		return "sidebar"
	case "dialog", "alertdialog", "alert":
		return "pop-up"
	}
	style := strings.ReplaceAll(strings.ToLower(attr(n, "style")), " ", "")
	if hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" || strings.Contains(style, "display:none") ||
		strings.Contains(style, "visibility:hidden") {
		return "hidden"
	}
	return ""
}

// regionByName goes by the words of an element's class and id. A sure word never stands on what holds an article.
func regionByName(names []string) (reason string, sure bool) {
	for i, name := range names {
		if reason, sure = regionOfWord(name); reason != "" {
			return reason, sure
		}
		if i+1 < len(names) {
			if reason = regionOfPair(name, names[i+1]); reason != "" {
				return reason, false
			}
		}
	}
	return "", false
}

func regionOfWord(name string) (reason string, sure bool) {
	switch name {
	case "cookie", "cookies", "consent", "gdpr":
		return "cookie notice", true
	case "comments", "disqus", "commentlist":
		return "comments", true
	case "comment", "respond":
		return "comments", false
	case "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "pagination", "pager", "toolbar":
		return "menu", false
	case "footer", "copyright":
		return "footer", false
	case "share", "sharing", "shares", "social", "socials", "sharethis", "addthis", "likes":
		return "share bar", false
	case "related", "similar", "recommend", "recommended", "recommendation", "recommendations", "also", "seealso", "readmore",
		"readalso", "teaser", "teasers":
		return "other articles", false
	case "sidebar", "rightcol", "widget", "widgets":
		return "sidebar", false
	case "subscribe", "subscription", "newsletter", "mailing":
		return "subscription", false
	case "ad", "ads", "adv", "advert", "advertisement", "advertising", "adsbygoogle", "banner", "banners", "promo", "sponsor",
		"sponsored":
		return "advertisement", false
	case "popup", "modal", "overlay", "lightbox":
		return "pop-up", false
	case "tags", "taglist", "rating", "print", "printable", "login", "search":
		return "tools", false
	case "lang", "langs", "language", "languages":
		return "languages", false
	case "offscreen":
		return "hidden", false
	}
	return "", false
}

// regionOfPair knows words that mean something only side by side.
func regionOfPair(a, b string) string {
	switch a + " " + b {
	case "read more", "more news", "news more", "latest news", "last news", "other news", "more articles", "most read",
		"by theme", "read next", "up next", "top news", "news list":
		return "other articles"
	case "sr only", "visually hidden", "screen reader":
		return "hidden"
	case "error text", "article error", "orphus text":
		return "tools"
	case "right col", "side bar", "right column":
		return "sidebar"
	}
	return ""
}
