package extract

import (
	"strings"

	"triptych/lang/quantity"
)

// split finds the paragraphs of a normalised text: blocks parted by blank lines, their lines joined (a hard-wrapped
// paragraph), or, in a text without blank lines, its lines.
func split(text string) []string {
	parted := blocks(text)
	if len(parted) == 1 {
		return parted[0]
	}
	var paragraphs []string
	for i, lines := range parted {
		if i == 0 {
			var head []string
			head, lines = cutHead(lines)
			paragraphs = append(paragraphs, head...)
		}
		if len(lines) > 0 {
			paragraphs = append(paragraphs, strings.Join(lines, " "))
		}
	}
	return paragraphs
}

// blocks groups the lines of a text by the blank lines between them.
func blocks(text string) [][]string {
	var blocks [][]string
	open := false
	for line := range strings.SplitSeq(text, "\n") {
		switch {
		case line == "":
			open = false
		case open:
			last := &blocks[len(blocks)-1]
			*last = append(*last, line)
		default:
			blocks = append(blocks, []string{line})
			open = true
		}
	}
	return blocks
}

// cutHead cuts a date line off the first block, and with it what stands before: a headline or another date line.
func cutHead(lines []string) (head, rest []string) {
	for n := min(len(lines), 2); n > 0; n-- {
		if _, ok := quantity.DateLine(lines[n-1]); ok {
			return lines[:n], lines[n:]
		}
	}
	return nil, lines
}
