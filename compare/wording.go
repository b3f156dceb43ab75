package compare

import (
	"triptych/lang"

	"znkr.io/diff"
)

// rewritten is the share of common words below which two texts are called rewritten as a whole: word by word the
// marks would be confetti.
const rewritten = 0.3

// wordings finds other words in two versions of one language, each against the language's first version in the row;
// between Russian and Belarusian; and between a version and what machines made of the others.
func wordings(p *passage) []Difference {
	var out []Difference
	first := map[lang.Tag]int{}
	has, _ := filled(p.bead)
	for _, v := range has {
		tag := p.article.Versions[v].Language
		base, seen := first[tag]
		if !seen {
			first[tag] = v
			continue
		}
		out = append(out, p.revised(base, v)...)
	}
	ru, inRussian := first[lang.Russian]
	be, inBelarusian := first[lang.Belarusian]
	if inRussian && inBelarusian {
		out = append(out, p.related(ru, be)...)
	}
	return append(out, p.inOneLanguage()...)
}

// revised compares a passage in two versions of one language word by word.
func (p *passage) revised(v, w int) []Difference {
	a, b := p.tokens(v), p.tokens(w)
	if a.tag == lang.Belarusian && a.orthography() != b.orthography() {
		a.level()
		b.level()
	}
	hunks := diff.Hunks(a.folded, b.folded, diff.Context(0))
	common := len(a.spans)
	changes := make([]change, len(hunks))
	for i, h := range hunks {
		common -= h.EndX - h.PosX
		changes[i] = change{h.PosX, h.EndX, h.PosY, h.EndY}
	}
	whole := change{0, len(a.spans), 0, len(b.spans)}
	if float64(common) < rewritten*float64(max(len(a.spans), len(b.spans))) {
		return []Difference{p.changed(a, b, whole)}
	}
	changes, moves := moved(a, b, fused(a, b, slid(a, b, changes)))
	out := p.movedWords(a, b, moves)
	for _, c := range changes {
		if p.figure(a, c.alo, c.ahi) && p.figure(b, c.blo, c.bhi) {
			continue // another number is another detector's business
		}
		out = append(out, p.changed(a, b, c))
	}
	return out
}

// changed is the difference that a change of words makes.
func (p *passage) changed(a, b revision, c change) Difference {
	d := Difference{Kind: Wording, Severity: Low}
	if weighty(a, b, c) {
		d.Severity = Medium
	}
	d.Marks = append(p.marks(a, c.alo, c.ahi), p.marks(b, c.blo, c.bhi)...)
	was, is := p.quoted(a, c.alo, c.ahi), p.quoted(b, c.blo, c.bhi)
	switch {
	case was == "":
		d.Note = VersionName(p.article, b.version) + " adds " + is
	case is == "":
		d.Note = VersionName(p.article, b.version) + " drops " + was
	default:
		d.Note = was + " became " + is
	}
	return d
}

// longestQuote is how many bytes of a changed text a note repeats.
const longestQuote = 80

func (p *passage) quoted(r revision, lo, hi int) string {
	return quotedText(r.text(&p.article.Versions[r.version], lo, hi))
}

// quotedText is a text as a note repeats it, cut between two words if it is long.
func quotedText(text string) string {
	if text == "" {
		return ""
	}
	if len(text) > longestQuote {
		cut := 0
		for i, c := range text {
			if i <= longestQuote && (c == ' ' || cut == 0) {
				cut = i
			}
		}
		text = text[:cut] + "…"
	}
	return "“" + text + "”"
}

// marks covers tokens lo to hi, a mark for each paragraph they stand in.
func (p *passage) marks(r revision, lo, hi int) []Mark {
	var out []Mark
	for i := lo; i < hi; i++ {
		if n := len(out); n > 0 && out[n-1].Paragraph == r.paragraph[i] {
			out[n-1].End = r.spans[i].End
			continue
		}
		out = append(out, Mark{Version: r.version, Span: r.spans[i], Paragraph: r.paragraph[i]})
	}
	return out
}
