package extract

import (
	"strings"

	"triptych/article"
	"triptych/lang/quantity"
)

// assignRoles gives the paragraphs their roles and the version its date. Whatever is not surely something else stays body.
func assignRoles(v *article.Version) {
	for i := range v.Paragraphs {
		if isCaption(v, i) {
			v.Paragraphs[i].Role = article.RoleCaption
		}
	}
	first := assignDates(v)
	if first < len(v.Paragraphs) && isHeadline(v, first) {
		v.Paragraphs[first].Role = article.RoleHeadline
	}
}

// assignDates marks date lines among the first two paragraphs and returns the first paragraph that is none.
func assignDates(v *article.Version) (first int) {
	for i := range min(len(v.Paragraphs), 2) {
		date, ok := quantity.DateLine(v.Paragraph(i))
		if !ok {
			continue
		}
		v.Paragraphs[i].Role = article.RoleDate
		if v.Date == "" {
			v.Date = date.ISO()
		}
		if i == first {
			first++
		}
	}
	return first
}

// isHeadline tells whether paragraph i, the first that is not a date, looks like a headline: short, without a full stop
// at the end, and text follows. With a full stop it must be very short beside what follows.
func isHeadline(v *article.Version, i int) bool {
	const longest, longestWithStop = 40, 12 // words
	next := i + 1
	for next < len(v.Paragraphs) && v.Paragraphs[next].Role != article.RoleBody {
		next++
	}
	p := v.Paragraphs[i]
	if p.Role != article.RoleBody || next == len(v.Paragraphs) || p.Sentences.Len() > 2 {
		return false
	}
	text := v.Paragraph(i)
	words := countUpTo(text, longest+1)
	switch {
	case strings.HasPrefix(text, "—"), strings.HasPrefix(text, "–"), strings.HasSuffix(text, ":"), strings.HasSuffix(text, ";"):
		return false // direct speech, an introduction
	case strings.HasSuffix(text, "."):
		return words <= longestWithStop && countUpTo(v.Paragraph(next), 2*words) == 2*words
	}
	return words <= longest
}

// countUpTo counts the words of a text, but not beyond limit.
func countUpTo(text string, limit int) int {
	n := 0
	for range article.EachWord(text) {
		if n == limit {
			break
		}
		n++
	}
	return n
}

// isCaption tells whether paragraph i is the line under a picture: short, and labelled as one.
func isCaption(v *article.Version, i int) bool {
	const longest, longestLabel = 400, 64 // bytes
	text := strings.TrimLeft(v.Paragraph(i), "([*•")
	if len(text) > longest {
		return false
	}
	text = strings.ToLower(text[:min(len(text), longestLabel)])
	for _, label := range captionLabels() {
		if strings.HasPrefix(text, label) {
			return true
		}
	}
	return false
}

// captionLabels lists, in lower case, how the line under a picture begins.
func captionLabels() []string {
	return []string{
		"photo:", "photos:", "photo by ", "photo courtesy", "pictured:", "picture:", "image:", "in the photo:", "file photo",
		"фото:", "фото автора", "фото из архива", "фото —", "фото –", "на фото:", "на снимке:", "снимок:", "иллюстрация:", "изображение:",
		"фота:", "фота аўтара", "фота з архіва", "фота —", "фота –", "на фота:", "на здымку:", "здымак:", "ілюстрацыя:", "выява:",
	}
}

// beginsAsCaption tells whether a text begins as the line under a picture does, whatever its length.
func beginsAsCaption(text string) bool {
	return len(text) < 300 && hasPrefix(strings.ToLower(text), captionLabels())
}
