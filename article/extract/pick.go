package extract

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"triptych/article"
)

// bounds finds the first and the last block of the article's text, and the kin of what the library took.
func (k *picker) bounds() {
	k.first, k.last, k.kin = len(k.blocks), -1, map[*html.Node]bool{}
	for _, of := range []func(i int) bool{
		func(i int) bool { return k.known[i] },
		func(i int) bool { return k.blocks[i].isProse() }, // where the library took nothing
		func(i int) bool { return true },
	} {
		for i, b := range k.blocks {
			if b.region == "" && i > k.headline && within(b.node, k.root) && of(i) {
				k.first, k.last = min(k.first, i), max(k.last, i)
				k.kin[b.node], k.kin[b.node.Parent] = true, true
			}
		}
		if k.last >= 0 {
			break
		}
	}
	k.shrink()
	k.nearestHeadline()
}

// shrink moves the bounds inwards over lines of links, which the library lets in where a page has no markup.
func (k *picker) shrink() {
	isLinks := func(i int) bool { return k.blocks[i].mostlyLink() && !endsSentence(k.blocks[i].text) }
	for k.first < k.last && isLinks(k.first) {
		k.first++
	}
	for k.last > k.first && isLinks(k.last) {
		k.last--
	}
}

// nearestHeadline takes, where a page shows its headline more than once, the one nearest to the text: the others stand
// in lists.
func (k *picker) nearestHeadline() {
	if k.headline < 0 {
		return
	}
	for i := min(k.first, len(k.blocks)) - 1; i > k.headline; i-- {
		if b := &k.blocks[i]; b.region == "" && key(b.text) == k.titleKey {
			k.headline = i
			return
		}
	}
}

// isKin tells whether a block stands directly beside one that the library took, or a level below.
func (k *picker) isKin(b *block) bool {
	parent := b.node.Parent
	return k.kin[b.node] || k.kin[parent] || parent != nil && k.kin[parent.Parent]
}

// reason says why block i is not of the article; "" if it is.
func (k *picker) reason(i int) string {
	b := &k.blocks[i]
	switch {
	case i == k.headline:
		return ""
	case b.region != "":
		return b.region
	case i > k.headline && i < k.first+3 && key(b.text) == k.titleKey:
		return "repeated headline"
	}
	if reason := lineReason(b.text); reason != "" {
		return reason
	}
	if k.isAround(i) {
		labelled, ok := isDateLine(b.text)
		switch {
		case ok && (!labelled || i > k.first+1 || i < k.headline-3):
			return "date line"
		case ok:
			return ""
		case k.namesAuthor(b):
			return "author"
		}
	}
	return k.reasonByPlace(i)
}

// isAround tells whether block i stands near the article's edges, where pages put dates and names.
func (k *picker) isAround(i int) bool { return i <= k.first+1 || i >= k.last-1 }

// namesAuthor tells a line that is nothing but the author's name.
func (k *picker) namesAuthor(b *block) bool {
	if len(b.text) > 120 {
		return false
	}
	return k.authorKey != "" && key(cutLabel(b.text)) == k.authorKey || isByline(b.node) && !b.isProse()
}

// longestHead is how many blocks may stand between a headline and the text under it, a lead among them.
const longestHead = 12

// reasonByPlace decides by where a block stands.
func (k *picker) reasonByPlace(i int) string {
	b := &k.blocks[i]
	inside := within(b.node, k.root)
	switch {
	case i < k.headline:
		return "above the headline"
	case !inside && i < k.first && k.headline >= 0:
		if (b.isProse() || k.isLead(b)) && k.first-k.headline <= longestHead {
			return ""
		}
		return "outside the article"
	case !inside:
		if k.known[i] && b.isProse() {
			return ""
		}
		return "outside the article"
	case k.known[i] && (k.first <= i && i <= k.last || !b.mostlyLink()):
		return ""
	case !k.isKin(b), (i > k.last || i < k.first) && !b.isProse() && !k.isLead(b) && !isNamedCaption(b):
		return "outside the article"
	case b.mostlyLink() && !endsSentence(b.text):
		return "links"
	case !b.isProse() && !isTextual(b):
		return "not running text"
	}
	return ""
}

// isLead tells a short text under the headline that the page calls the lead.
func (k *picker) isLead(b *block) bool {
	for _, name := range names(b.node) {
		switch name {
		case "lead", "lede", "intro", "standfirst", "subtitle", "deck", "announce", "anons", "lid", "perex":
			return true
		}
	}
	return false
}

// isTextual tells the elements in which an article has short texts too.
func isTextual(b *block) bool {
	switch b.node.DataAtom {
	case atom.P, atom.Li, atom.Blockquote, atom.Figcaption, atom.Caption, atom.Dd, atom.Dt, atom.Tr, atom.Pre:
		return true
	}
	return isHeading(b.node.DataAtom) || isNamedCaption(b)
}

func isNamedCaption(b *block) bool {
	list := append(names(b.node), names(b.node.Parent)...)
	return slices.Contains(list, "caption") || slices.Contains(list, "figcaption")
}

// dropLinksAfterLabels drops the links that follow a label such as "Read also", and a heading with nothing below it.
func (k *picker) dropLinksAfterLabels() {
	label := false
	for i := range k.blocks {
		switch {
		case k.why[i] == "other articles" && k.blocks[i].region == "":
			label = true
		case !k.kept[i]:
		case label && k.blocks[i].mostlyLink():
			k.kept[i], k.why[i] = false, "other articles"
		default:
			label = false
		}
	}
	for i := len(k.blocks) - 1; i >= 0; i-- {
		if !k.kept[i] {
			continue
		}
		if i == k.headline || !isHeading(k.blocks[i].node.DataAtom) {
			break
		}
		k.kept[i], k.why[i] = false, "heading without text"
	}
}

// roleOf is the role of a block that was kept.
func (k *picker) roleOf(i int) article.Role {
	b := &k.blocks[i]
	if k.isAround(i) {
		if _, ok := isDateLine(b.text); ok {
			return article.RoleDate
		}
	}
	if b.node.DataAtom == atom.Figcaption || b.node.DataAtom == atom.Caption || isNamedCaption(b) || beginsAsCaption(b.text) {
		return article.RoleCaption
	}
	for n := b.node.Parent; n != nil && n != k.root; n = n.Parent {
		if n.DataAtom == atom.Figcaption {
			return article.RoleCaption
		}
	}
	return article.RoleBody
}

// cutDateline takes an agency's dateline off the first paragraph of the text.
func (k *picker) cutDateline(c *choice) {
	for i, p := range c.paragraphs {
		if p.role == article.RoleBody {
			_, c.paragraphs[i].text = cutDateline(p.text)
			return
		}
	}
}

// useStatedBody takes the article's text from JSON-LD where the page itself shows less than half of it.
func (k *picker) useStatedBody(c *choice) {
	shown := 0
	for _, p := range c.paragraphs {
		if p.role == article.RoleBody {
			shown += len(p.text)
		}
	}
	stated := statedParagraphs(k.said.body)
	length := 0
	for _, s := range stated {
		length += len(s)
	}
	if length < 2*proseLength || shown*2 >= length {
		return
	}
	c.paragraphs = c.paragraphs[:0]
	if title := k.title(); title != "" {
		c.paragraphs = append(c.paragraphs, paragraph{title, article.RoleHeadline})
	}
	for _, s := range stated {
		c.paragraphs = append(c.paragraphs, paragraph{s, article.RoleBody})
	}
	c.lost = Loss{}
}

// statedParagraphs parts the text that JSON-LD gives: at its lines or, where it is markup, at its blocks.
func statedParagraphs(text string) []string {
	if !strings.Contains(text, "<") {
		var list []string
		for line := range strings.SplitSeq(normalise(text), "\n") {
			if line != "" {
				list = append(list, line)
			}
		}
		return list
	}
	p, err := parsePage(text, "")
	if err != nil {
		return nil
	}
	var list []string
	for _, b := range p.blocks {
		list = append(list, b.text)
	}
	return list
}
