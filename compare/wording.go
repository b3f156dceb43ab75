package compare

import (
	"strings"
	"unicode"

	"triptych/article"
	"triptych/lang"
	"triptych/lang/quantity"

	"github.com/clipperhouse/uax29/v2/words"
	"znkr.io/diff"
)

// rewritten is the share of common words below which two texts are called rewritten as a whole: word by word the
// marks would be confetti.
const rewritten = 0.3

// wordings finds other words in two versions of one language, each against the language's first version in the row.
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
	return out
}

// revised compares a passage in two versions of one language word by word.
func (p *passage) revised(v, w int) []Difference {
	a, b := p.tokens(v), p.tokens(w)
	hunks := diff.Hunks(a.folded, b.folded, diff.Context(0))
	common := len(a.spans)
	for _, h := range hunks {
		common -= h.EndX - h.PosX
	}
	if float64(common) < rewritten*float64(max(len(a.spans), len(b.spans))) {
		return []Difference{p.changed(a, 0, len(a.spans), b, 0, len(b.spans))}
	}
	var out []Difference
	for _, h := range hunks {
		if p.figure(a, h.PosX, h.EndX) && p.figure(b, h.PosY, h.EndY) {
			continue // another number is another detector's business
		}
		out = append(out, p.changed(a, h.PosX, h.EndX, b, h.PosY, h.EndY))
	}
	return out
}

// figure tells whether tokens lo to hi are one quantity and nothing else.
func (p *passage) figure(r revision, lo, hi int) bool {
	version := &p.article.Versions[r.version]
	text := r.text(version, lo, hi)
	found := quantity.Find(text, version.Language)
	return len(found) == 1 && !found[0].Weak && found[0].End-found[0].Start == len(text)
}

// changed is the difference between tokens lo to hi of one version and of another.
func (p *passage) changed(a revision, alo, ahi int, b revision, blo, bhi int) Difference {
	d := Difference{Kind: Wording, Severity: Medium}
	if !a.says(alo, ahi) && !b.says(blo, bhi) {
		d.Severity = Low
	}
	d.Marks = append(p.marks(a, alo, ahi), p.marks(b, blo, bhi)...)
	was, is := p.quoted(a, alo, ahi), p.quoted(b, blo, bhi)
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
	text := r.text(&p.article.Versions[r.version], lo, hi)
	if text == "" {
		return ""
	}
	if len(text) > longestQuote {
		cut := longestQuote
		for i := range text {
			if i <= longestQuote {
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

// revision is one version's text in a passage as a list of words and marks.
type revision struct {
	version   int
	spans     []article.Span
	paragraph []int
	folded    []string // what is compared: spaces and the case of letters do not matter
}

// text is the version's text from token lo to before hi.
func (r revision) text(v *article.Version, lo, hi int) string {
	if lo == hi {
		return ""
	}
	return v.Text[r.spans[lo].Start:r.spans[hi-1].End]
}

// says tells whether there is a word among the tokens, not only marks.
func (r revision) says(lo, hi int) bool {
	for _, token := range r.folded[lo:hi] {
		if strings.ContainsFunc(token, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
			return true
		}
	}
	return false
}

func (p *passage) tokens(v int) revision {
	r := revision{version: v}
	version := &p.article.Versions[v]
	for u := p.bead.Sides[v].Lo; u < p.bead.Sides[v].Hi; u++ {
		start := version.Paragraphs[u].Start
		for it := words.FromString(version.Paragraph(u)); it.Next(); {
			if strings.TrimSpace(it.Value()) == "" {
				continue
			}
			r.spans = append(r.spans, article.Span{Start: start + it.Start(), End: start + it.End()})
			r.paragraph = append(r.paragraph, u)
			r.folded = append(r.folded, lang.Fold(it.Value()))
		}
	}
	return r
}
