package main

import (
	"fmt"
	"strconv"
	"strings"

	"triptych/align"
	"triptych/article"
	"triptych/export"
	"triptych/workbench"
)

// level is an alignment by paragraphs or by sentences, with what is needed to show it.
type level struct {
	article   *article.Article
	alignment align.Alignment
	// unit is what is aligned: "paragraph" or "sentence".
	unit string
	// text is unit u of version v; count is how many units v has.
	text  func(v *article.Version, u int) string
	count func(v *article.Version) int
	// why asks for what ties each bead.
	why bool
}

func paragraphLevel(a workbench.Aligned) level {
	return level{
		article: a.Article, alignment: a.Levels.Paragraphs, unit: "paragraph",
		text: (*article.Version).Paragraph, count: func(v *article.Version) int { return len(v.Paragraphs) },
	}
}

func sentenceLevel(a workbench.Aligned) level {
	return level{
		article: a.Article, alignment: a.Levels.Sentences, unit: "sentence",
		text: (*article.Version).Sentence, count: func(v *article.Version) int { return len(v.Sentences) },
	}
}

// beads are what --json prints.
func (l level) beads() []export.Bead {
	if l.why {
		return export.Explained(l.article, l.alignment)
	}
	return export.Beads(l.article, l.alignment)
}

// show writes the beads one under another, versions side by side.
func (l level) show(s screen) string {
	sh := newSheet(s, labels(l.article))
	sh.paragraph(block{text: line{{l.summary(), plain}}})
	sh.blank()
	sh.head()
	for i, b := range l.alignment.Beads {
		sh.rule(l.title(i, b))
		sh.row(l.cells(b))
		if t := ties(b); l.why && t != "" {
			sh.paragraph(block{lead: "  ", text: line{{t, dim}}})
		}
	}
	return sh.String()
}

// summary is "12 beads of paragraphs: English 12, Russian 13, Belarusian 11; 1 bead is not in every version."
func (l level) summary() string {
	var sizes []string
	gaps := 0
	for i := range l.article.Versions {
		sizes = append(sizes, fmt.Sprintf("%s %d", label(l.article, i), l.count(&l.article.Versions[i])))
	}
	for _, b := range l.alignment.Beads {
		for v := range b.Sides {
			if b.Gap(v) {
				gaps++
				break
			}
		}
	}
	s := fmt.Sprintf("%s by %s (%s)", counted(len(l.alignment.Beads), "bead", "beads"), l.unit, strings.Join(sizes, ", "))
	if gaps == 0 {
		return s + ", all in every version."
	}
	return fmt.Sprintf("%s, %d not in every version.", s, gaps)
}

// title is "3 · 1:2:0 · 0.91 · moved in Belarusian".
func (l level) title(i int, b align.Bead) string {
	var shape, moved []string
	for _, side := range b.Sides {
		shape = append(shape, strconv.Itoa(max(0, side.Len())))
	}
	t := fmt.Sprintf("%d · %s · %.2f", i, strings.Join(shape, ":"), b.Score)
	for _, v := range b.Moved {
		moved = append(moved, label(l.article, v))
	}
	if len(moved) > 0 {
		t += " · moved in " + both(moved)
	}
	return t
}

func (l level) cells(b align.Bead) []cell {
	cells := make([]cell, len(b.Sides))
	for v, side := range b.Sides {
		if b.Gap(v) {
			cells[v] = gap(l.article, v, l.role(b))
			continue
		}
		for u := side.Lo; u < side.Hi; u++ {
			text := clean(l.text(&l.article.Versions[v], u))
			cells[v] = append(cells[v], block{lead: strconv.Itoa(u) + " ", text: line{{text, plain}}})
		}
	}
	return cells
}

// role is the role of a bead of paragraphs: that of the first paragraph in it.
func (l level) role(b align.Bead) article.Role {
	for v, side := range b.Sides {
		if side.Empty() {
			continue
		}
		paragraph := side.Lo
		if l.unit == "sentence" {
			paragraph = l.article.Versions[v].Sentences[side.Lo].Paragraph
		}
		return l.article.Versions[v].Paragraphs[paragraph].Role
	}
	return article.RoleBody
}
