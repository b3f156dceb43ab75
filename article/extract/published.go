package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"triptych/article"
)

// date is when the article was published: as the page states it, as it is marked up or shown around the headline, as the
// address has it, and at last when the page was changed.
func (p *page) date(c choice) string {
	for _, s := range append([]string{p.said.published, p.markedDate()}, c.dates...) {
		if date, ok := Stamp(s); ok {
			return date
		}
	}
	for _, paragraph := range c.paragraphs {
		if paragraph.role != article.RoleDate {
			continue
		}
		if date, ok := Stamp(paragraph.text); ok {
			return date
		}
	}
	if date := p.dateInAddress(); date != "" {
		return date
	}
	date, _ := Stamp(p.said.changed)
	return date
}

// markedDate is the date of an element that is marked up as the date of publication; without one, of the first time
// element that is not in a menu or among other articles.
func (p *page) markedDate() string {
	first := ""
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		value := attr(n, "datetime")
		if value == "" {
			value = attr(n, "content")
		}
		if hasWord(attr(n, "itemprop"), "datePublished") {
			if value == "" {
				value = contents(n)
			}
			return value
		}
		if n.DataAtom == atom.Time && first == "" && value != "" && p.isOfArticle(n) {
			first = value
		}
	}
	return first
}

// isOfArticle tells whether no element around n is a part of the page that is not the article.
func (p *page) isOfArticle(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && p.regionOf(n) != "" {
			return false
		}
	}
	return true
}

// datesAround lists the date lines that stand near the headline, or near the beginning where there is none, the nearest
// first.
func (k *picker) datesAround() []string {
	const near = 8 // blocks
	var dates []string
	at := max(k.headline, 0)
	for distance := 0; distance <= near; distance++ {
		for _, i := range []int{at - distance, at + distance} {
			if i < 0 || i >= len(k.blocks) || k.blocks[i].region != "" || distance == 0 && i != at {
				continue
			}
			dates = append(dates, dateParts(k.blocks[i].text)...)
		}
	}
	return dates
}

// dateParts are the parts of a short line that are dates.
func dateParts(text string) []string {
	const longest = 160 // bytes
	if len(text) > longest {
		return nil
	}
	var dates []string
	for part := range strings.SplitSeq(text, "|") {
		if _, ok := isDateLine(strings.TrimSpace(part)); ok {
			dates = append(dates, strings.TrimSpace(part))
		}
	}
	return dates
}

// dateInAddress reads the day in an address ("/2009/3/9/", "/20181210/") or the second that it was made
// ("-1745585944").
func (p *page) dateInAddress() string {
	if p.base == nil {
		return ""
	}
	parts := strings.FieldsFunc(p.base.Path, func(r rune) bool { return r < '0' || r > '9' })
	for _, part := range parts {
		if date, ok := unixStamp(part); ok && len(part) == 10 {
			return date
		}
		if len(part) == 8 {
			if date, ok := isoStamp(part[:4] + "-" + part[4:6] + "-" + part[6:]); ok && part > "1990" {
				return date
			}
		}
	}
	segments := strings.Split(p.base.Path, "/")
	for i := 0; i+2 < len(segments); i++ {
		if len(segments[i]) != 4 || len(segments[i+1]) > 2 || len(segments[i+2]) > 2 {
			continue
		}
		if date, ok := Stamp(segments[i+2] + "." + segments[i+1] + "." + segments[i]); ok {
			return date
		}
	}
	return ""
}
