package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// hasWord tells whether a list parted by spaces, in any case, has the word.
func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// names are the words of an element's class and id in lower case: "newsPage__share-list" gives news, page, share, list.
// An id of many words is made from a heading and says nothing.
func names(n *html.Node) []string {
	list := words(attr(n, "class"))
	if id := words(attr(n, "id")); len(id) <= 3 {
		list = append(list, id...)
	}
	return list
}

func words(s string) []string {
	var list []string
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			list = append(list, b.String())
			b.Reset()
		}
	}
	lower := false
	for _, r := range s {
		if !unicode.IsLetter(r) || unicode.IsUpper(r) && lower {
			end()
		}
		if lower = unicode.IsLower(r); unicode.IsLetter(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	end()
	return list
}

// contents is all text below an element, on one line and normalised.
func contents(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode && !unseen(d.Parent.DataAtom):
			b.WriteString(d.Data)
		case d.Type == html.ElementNode && (isBlock(d.DataAtom) || d.DataAtom == atom.Br):
			b.WriteByte(' ')
		}
	}
	return oneLine(b.String())
}

// oneLine normalises a text and joins its lines.
func oneLine(s string) string { return strings.Join(strings.Fields(normalise(s)), " ") }

// within tells whether n is in the tree below ancestor, or is it.
func within(n, ancestor *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == ancestor {
			return true
		}
	}
	return false
}

// unseen tells the elements whose text a browser does not show as text of the page.
func unseen(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Math, atom.Canvas, atom.Object, atom.Head,
		atom.Title, atom.Audio, atom.Video, atom.Select, atom.Option, atom.Textarea, atom.Button, atom.Datalist, atom.Map, atom.Rp,
		atom.Rt, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}

// isBlock tells the elements that stand by themselves and part the text around them.
func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li,
		atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td,
		atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp, atom.Listing, atom.Plaintext:
		return true
	}
	return false
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// size counts bytes of text, links and markup left out.
type size struct {
	text   int
	linked int // of text, what is inside links
	prose  int // of text, what is in paragraphs of some length outside links
}

// measure counts the text of every element of a tree, children before parents.
func measure(root *html.Node) map[*html.Node]size {
	sizes := map[*html.Node]size{}
	var visit func(n *html.Node, linked bool) size
	visit = func(n *html.Node, linked bool) size {
		var s size
		if n.Type == html.TextNode {
			s.text = visibleLen(n.Data)
			if linked {
				s.linked = s.text
			}
			return s
		}
		if n.Type == html.ElementNode && unseen(n.DataAtom) {
			return s
		}
		linked = linked || n.DataAtom == atom.A
		plain := 0 // text of this element itself and its inline children
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			m := visit(c, linked)
			s.text, s.linked, s.prose = s.text+m.text, s.linked+m.linked, s.prose+m.prose
			if c.Type == html.TextNode || !isBlock(c.DataAtom) && m.prose == 0 {
				plain += m.text - m.linked
			}
		}
		if isBlock(n.DataAtom) && plain >= proseLength {
			s.prose += plain
		}
		sizes[n] = s
		return s
	}
	visit(root, false)
	return sizes
}

// proseLength is how long a block is at least that is taken for running text by its length alone, in bytes.
const proseLength = 100

func visibleLen(s string) int {
	n := 0
	for f := range strings.FieldsSeq(s) {
		n += len(f) + 1
	}
	return n
}
