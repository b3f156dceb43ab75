package extract

import (
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"triptych/article"
)

// choice is the article of a page.
type choice struct {
	paragraphs []paragraph
	// dates are the date lines that stand around the headline, the nearest first.
	dates []string
	lost  Loss
}

// picker chooses blocks.
type picker struct {
	*page
	// kept and why say of each block whether it is of the article, and why not.
	kept []bool
	why  []string
	// known says of each block whether the readability library took its text too.
	known []bool
	// root is the element that holds the article; kin are the elements that directly hold what the library took.
	root *html.Node
	kin  map[*html.Node]bool
	// headline is the number of the block with the headline, -1 without one; first and last are the first and the last
	// block of the article's text.
	headline, first, last int
	// titleKey and authorKey are what the headline and the author's name are told by.
	titleKey, authorKey string
}

// choose takes the blocks of the article. The library finds which element holds it; which blocks of that element are
// kept is decided here, because the library drops short paragraphs and keeps labels.
func (p *page) choose() choice {
	k := p.picker()
	if taken, all := k.taken(); taken*4 < all || taken*8 < p.size[p.root].prose {
		p.lenient = true
		p.blocks = p.cut()
		k = p.picker()
	}
	k.findRoot()
	k.bounds()
	for i := range p.blocks {
		k.why[i] = k.reason(i)
		k.kept[i] = k.why[i] == ""
	}
	k.dropLinksAfterLabels()
	return k.choice()
}

func (p *page) picker() *picker {
	k := &picker{page: p, kept: make([]bool, len(p.blocks)), why: make([]string, len(p.blocks)), known: p.knownToLibrary()}
	k.titleKey, k.authorKey = key(p.title()), key(p.author())
	k.headline = slices.IndexFunc(p.blocks, func(b block) bool { return p.heading != nil && within(b.node, p.heading) })
	return k
}

// knownToLibrary marks the blocks whose text the library takes for the article.
func (p *page) knownToLibrary() []bool {
	const most = 60000 // blocks; the library's cost grows faster than the page
	known := make([]bool, len(p.blocks))
	if len(p.blocks) > most {
		return known
	}
	left := articleOf(p.withoutRegions())
	for i := range p.blocks {
		if known[i] = p.blocks[i].region == "" && p.blocks[i].isIn(left); p.blocks[i].pieces == nil && i > 0 {
			known[i] = known[i-1]
		}
	}
	return known
}

// isIn tells whether most of the block's text is among some pieces of text, which it uses up. Pieces are compared, and
// not blocks, because the library cuts and joins elements.
func (b *block) isIn(pieces map[string]int) bool {
	in, all := 0, 0
	for _, piece := range b.pieces {
		k := strings.TrimSpace(piece)
		all += len(k)
		if pieces[k] > 0 {
			pieces[k]--
			in += len(k)
		}
	}
	return in*2 > all
}

// articleOf runs the library on a tree, which it changes, and counts the pieces of text that it takes for the article.
// The library is not trusted with every tree there is: where it panics, there is no answer.
func articleOf(root *html.Node) (pieces map[string]int) {
	defer func() {
		if recover() != nil {
			pieces = nil
		}
	}()
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	a, err := parser.ParseAndMutate(root, nil)
	if err != nil || a.Node == nil {
		return nil
	}
	pieces = map[string]int{}
	for n := range a.Node.Descendants() {
		if n.Type == html.TextNode {
			pieces[strings.TrimSpace(n.Data)]++
		}
	}
	return pieces
}

// withoutRegions copies the page without its menus, notices and the like.
func (p *page) withoutRegions() *html.Node {
	var copyOf func(n *html.Node) *html.Node
	copyOf = func(n *html.Node) *html.Node {
		c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			if child.Type == html.ElementNode && (unseen(child.DataAtom) && child.DataAtom != atom.Head && child.DataAtom != atom.Title || p.regionOf(child) != "") {
				continue
			}
			c.AppendChild(copyOf(child))
		}
		return c
	}
	return copyOf(p.root)
}

// findRoot finds the element that holds the article: the marked body; what holds nearly all that the library took; or,
// where that is less than a quarter of the page's running text, the parent of the longest run of paragraphs.
func (k *picker) findRoot() {
	taken, all := k.taken()
	switch {
	case k.body != nil:
		k.root = k.body
	case taken > 0 && taken*4 >= all:
		k.root = k.holder(func(i int) bool { return k.known[i] })
	default:
		k.root = k.longestRun()
	}
	if k.root == nil {
		k.root = k.page.root
	}
}

// taken counts the bytes of text that the library took, and those of all running text that it may take.
func (k *picker) taken() (taken, all int) {
	for i, b := range k.blocks {
		if k.known[i] {
			taken += len(b.text)
		}
		if b.region == "" && (b.isProse() || k.known[i]) {
			all += len(b.text)
		}
	}
	return taken, all
}

// holder is the innermost element that holds nine tenths of the text of some blocks.
func (k *picker) holder(of func(int) bool) *html.Node {
	weight, total := map[*html.Node]int{}, 0
	for i, b := range k.blocks {
		if !of(i) || i == k.headline {
			continue
		}
		total += len(b.text)
		for n := b.node; n != nil; n = n.Parent {
			weight[n] += len(b.text)
		}
	}
	best := k.page.root
	for descended := true; descended; {
		descended = false
		for c := best.FirstChild; c != nil; c = c.NextSibling {
			if weight[c]*10 >= total*9 && total > 0 {
				best, descended = c, true
				break
			}
		}
	}
	return best
}

// longestRun is the parent of the most running text, of what stands under the headline if there is any.
func (k *picker) longestRun() *html.Node {
	weight := map[*html.Node]int{}
	var best *html.Node
	for i, b := range k.blocks {
		if b.region != "" || i < k.headline || !b.isProse() {
			continue
		}
		parent := b.node
		if parent.Parent != nil && parent.DataAtom == atom.P {
			parent = parent.Parent
		}
		if weight[parent] += len(b.text); best == nil || weight[parent] > weight[best] {
			best = parent
		}
	}
	return best
}

// choice lays out what was kept.
func (k *picker) choice() choice {
	var c choice
	for i, b := range k.blocks {
		switch {
		case i == k.headline:
			c.paragraphs = append(c.paragraphs, paragraph{k.title(), article.RoleHeadline})
		case k.heading != nil && within(b.node, k.heading):
		case k.kept[i]:
			c.paragraphs = append(c.paragraphs, paragraph{b.text, k.roleOf(i)})
		}
	}
	if k.headline < 0 && len(c.paragraphs) > 0 && k.title() != "" {
		c.paragraphs = slices.Insert(c.paragraphs, 0, paragraph{k.title(), article.RoleHeadline})
	}
	c.lost = k.loss()
	k.useStatedBody(&c)
	k.cutDateline(&c)
	c.dates = k.datesAround()
	return c
}
