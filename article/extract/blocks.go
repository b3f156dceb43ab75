package extract

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a run of text that a page shows by itself: a paragraph, a heading, an item, a row of figures.
type block struct {
	text string
	// node is the element that holds the text, the innermost one that is no inline element.
	node *html.Node
	// linked is how many bytes of the text are inside links.
	linked int
	// region says why the block is in a part of the page that is not the article; "" if it may be of the article.
	region string
	// pieces are the texts in the tree that the block is made of; none where it goes on with those of the block before it.
	pieces []string
}

// mostlyLink tells whether the block is hardly more than links.
func (b *block) mostlyLink() bool { return b.linked*10 >= len(b.text)*8 }

// isProse tells whether the block reads as running text: it is long, or ends as a sentence does.
func (b *block) isProse() bool {
	if b.mostlyLink() {
		return false
	}
	return len(b.text) >= 2*proseLength || len(b.text) >= 40 && endsSentence(b.text)
}

// endsSentence tells whether the text ends with a mark that ends sentences, a quotation mark or a bracket after it
// allowed.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool { return strings.ContainsRune("»”“\"'’)]", r) || unicode.IsSpace(r) })
	for _, end := range []string{".", "!", "?", "…", ":", ";"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}

// cut cuts the page into blocks in the order of the page, with those of its other parts.
func (p *page) cut() []block {
	c := &cutter{region: p.regionOf}
	c.visit(p.root, "")
	c.flush()
	return c.blocks
}

// cutter collects the text of inline elements until a block ends.
type cutter struct {
	// region says why an element begins a part that is not the article, "" if it does not.
	region func(n *html.Node) string
	blocks []block

	line   strings.Builder
	node   *html.Node // where the line began
	where  string     // its region
	inLink int        // how many links are open
	linked int
	breaks int // line breaks since the last visible text
	pre    int
	pieces []string
}

func (c *cutter) visit(n *html.Node, region string) {
	switch n.Type {
	case html.TextNode:
		c.text(n, region)
		return
	case html.ElementNode:
		if unseen(n.DataAtom) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	if region == "" && n.Type == html.ElementNode {
		region = c.region(n)
	}
	c.element(n, region)
}

func (c *cutter) element(n *html.Node, region string) {
	block := isBlock(n.DataAtom)
	switch {
	case n.DataAtom == atom.Br:
		c.breaks++
		return
	case n.DataAtom == atom.Tr && isDataRow(n):
		c.flush()
		c.row(n, region)
		return
	case block:
		c.flush()
	case n.DataAtom == atom.A:
		c.inLink++
		defer func() { c.inLink-- }()
	}
	if n.DataAtom == atom.Pre {
		c.pre++
		defer func() { c.pre-- }()
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.visit(child, region)
	}
	if block {
		c.flush()
	}
}

// text adds a text to the line. Two line breaks in a row part paragraphs.
func (c *cutter) text(n *html.Node, region string) {
	data := n.Data
	if strings.TrimSpace(data) == "" {
		if c.line.Len() > 0 {
			c.line.WriteByte(' ')
		}
		return
	}
	if c.breaks > 1 {
		c.flush()
	}
	if c.breaks == 1 {
		c.line.WriteByte('\n')
	}
	c.breaks = 0
	if c.node == nil {
		c.node, c.where = blockOf(n), region
	}
	if c.pre == 0 {
		data = strings.Map(func(r rune) rune {
			if r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' {
				return ' '
			}
			return r
		}, data)
	}
	if c.inLink > 0 {
		c.linked += visibleLen(data)
	}
	c.pieces = append(c.pieces, n.Data)
	c.line.WriteString(data)
}

// flush ends the block.
func (c *cutter) flush() {
	for i, text := range paragraphsOf(c.line.String()) {
		linked, pieces := min(c.linked, len(text)), c.pieces
		if i > 0 {
			linked, pieces = 0, nil
		}
		c.blocks = append(c.blocks, block{text: text, node: c.node, linked: linked, region: c.where, pieces: pieces})
	}
	c.line.Reset()
	c.node, c.linked, c.breaks, c.pieces = nil, 0, 0, nil
}

// paragraphsOf parts the text of one block: at blank lines, and at every line end where each line is long and ends as a
// paragraph does, as old pages have it.
func paragraphsOf(text string) []string {
	text = normalise(text)
	var list []string
	for _, lines := range blocks(text) {
		if areParagraphs(lines) {
			list = append(list, lines...)
			continue
		}
		list = append(list, strings.Join(lines, " "))
	}
	return list
}

func areParagraphs(lines []string) bool {
	for _, line := range lines {
		if len(line) < proseLength || !endsSentence(line) {
			return false
		}
	}
	return true
}

// row makes one block of a row of figures.
func (c *cutter) row(tr *html.Node, region string) {
	var cells, pieces []string
	for cell := tr.FirstChild; cell != nil; cell = cell.NextSibling {
		if cell.Type != html.ElementNode {
			continue
		}
		if text := contents(cell); text != "" {
			cells = append(cells, text)
		}
		for d := range cell.Descendants() {
			if d.Type == html.TextNode {
				pieces = append(pieces, d.Data)
			}
		}
	}
	if len(cells) > 0 {
		c.blocks = append(c.blocks, block{text: strings.Join(cells, " | "), node: tr, region: region, pieces: pieces})
	}
}

// isDataRow tells a row of a table of figures from a row that lays out a page: it has two cells or more, each short and
// without blocks inside.
func isDataRow(tr *html.Node) bool {
	const longest = 200 // bytes of a cell
	cells := 0
	for cell := tr.FirstChild; cell != nil; cell = cell.NextSibling {
		if cell.DataAtom != atom.Td && cell.DataAtom != atom.Th {
			continue
		}
		cells++
		length := 0
		for d := range cell.Descendants() {
			if d.Type == html.ElementNode && (isBlock(d.DataAtom) && d.DataAtom != atom.P || d.DataAtom == atom.A || unseen(d.DataAtom)) {
				return false
			}
			if d.Type == html.TextNode {
				length += len(d.Data)
			}
		}
		if length > longest {
			return false
		}
	}
	return cells > 1
}

// blockOf is the innermost block around n.
func blockOf(n *html.Node) *html.Node {
	for n.Parent != nil && !isBlock(n.DataAtom) {
		n = n.Parent
	}
	return n
}
