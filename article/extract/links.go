package extract

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"triptych/lang"
)

// maxLinks limits the links that are named; a page in more languages than that is no newspaper.
const maxLinks = 64

// links names the places where the page says that its other language versions are, each address and kind of evidence
// once, the page itself left out.
func (p *page) links() []Link {
	var list []Link
	seen := map[Link]bool{}
	add := func(l Link) {
		l.URL = p.resolve(l.URL)
		k := Link{URL: l.URL, Language: l.Language, Evidence: l.Evidence}
		if seen[k] || len(list) == maxLinks || l.URL != "" && (p.isItself(l.URL) || l.Evidence == Switcher && p.isFront(l.URL)) {
			return
		}
		seen[k] = true
		list = append(list, l)
	}
	for _, l := range p.said.alternates {
		add(l)
	}
	for n := range p.root.Descendants() {
		if l, ok := switcher(n); ok {
			add(l)
		}
	}
	for _, s := range p.said.locales {
		if tag := stated(s); tag != "" {
			add(Link{Language: tag, Evidence: LocaleAlternate})
		}
	}
	return list
}

func (p *page) isItself(address string) bool {
	return address == p.resolve(p.said.canonical) || p.base != nil && address == p.base.String()
}

// isFront tells the front page of a site in one of its languages, where a switcher leads that does not know of the
// article, unless the page is one itself.
func (p *page) isFront(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.RawQuery != "" {
		return false
	}
	const longest = len("be_latn")
	path := strings.Trim(u.Path, "/")
	return len(path) <= longest && !strings.Contains(path, "/") && !hasDigit(path) && p.base != nil && len(strings.Trim(p.base.Path, "/")) > longest
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// switcher reads a link whose text, or whose hreflang or lang, is a language and nothing else.
func switcher(n *html.Node) (Link, bool) {
	if n.Type != html.ElementNode || n.DataAtom != atom.A {
		return Link{}, false
	}
	href := strings.TrimSpace(attr(n, "href"))
	if href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(strings.ToLower(href), "javascript:") || strings.HasPrefix(href, "mailto:") {
		return Link{}, false
	}
	label := linkLabel(n)
	tag := languageOfLabel(label)
	for _, key := range []string{"hreflang", "lang"} {
		if tag == "" && attr(n, key) != "" {
			tag = stated(attr(n, key))
		}
	}
	return Link{URL: href, Language: tag, Evidence: Switcher, Label: label}, tag != ""
}

// linkLabel is what a reader sees of a link: its text, or what stands for its picture.
func linkLabel(n *html.Node) string {
	const longest = 40 // bytes
	label := contents(n)
	for d := range n.Descendants() {
		if label == "" && d.DataAtom == atom.Img {
			label = oneLine(attr(d, "alt"))
		}
	}
	if label == "" {
		label = oneLine(attr(n, "title"))
	}
	if len(label) > longest {
		return ""
	}
	return label
}

// languageOfLabel is the language that the label of a link names; "" if it says anything else.
func languageOfLabel(label string) lang.Tag {
	label = strings.Trim(strings.ToLower(label), " []()|/.•·")
	for _, l := range []struct {
		tag    lang.Tag
		labels string
	}{
		{lang.English, "en|eng|english|in english|англ|английский|на английском|англійская|па-англійску|па-ангельску|read in english|english version"},
		{lang.Russian, "ru|rus|рус|ру|russian|in russian|русский|по-русски|на русском|русская версия|руская|па-руску|па-расейску|read in russian|читать на русском|чытаць па-руску"},
		{lang.Belarusian, "be|by|bel|blr|бел|бе|belarusian|in belarusian|беларуская|па-беларуску|беларуская мова|по-белорусски|на белорусском|белорусский|read in belarusian|читать по-белорусски|чытаць па-беларуску|łac|łacinka|lacinka|biełaruskaja|лацінка|лат|be-tarask|тарашкевіца"},
	} {
		if isOneOf(label, strings.Split(l.labels, "|")) {
			return l.tag
		}
	}
	return ""
}
