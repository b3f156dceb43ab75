package compare

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"triptych/align"
	"triptych/article"
)

// omissions finds paragraphs and, inside paragraphs that have a counterpart, sentences that some version lacks. A date
// line is never an omission.
func omissions(p *passage) []Difference {
	if p.role == article.RoleDate {
		return nil
	}
	has, lacks := filled(p.bead)
	var out []Difference
	if len(lacks) > 0 {
		out = append(out, p.lostParagraphs(has, lacks))
	}
	if len(has) > 1 {
		out = append(out, p.lostSentences(lacks)...)
	}
	return out
}

func (p *passage) lostParagraphs(has, lacks []int) Difference {
	d := Difference{Kind: Omission, Severity: High, Missing: lacks}
	if p.role == article.RoleCaption {
		d.Severity = Medium
	}
	most := 0
	for _, v := range has {
		r := p.bead.Sides[v]
		most = max(most, r.Len())
		for u := r.Lo; u < r.Hi; u++ {
			d.Marks = append(d.Marks, Mark{Version: v, Span: p.article.Versions[v].Paragraphs[u].Span, Paragraph: u})
		}
	}
	d.Note = lostNote(p.article, most, "paragraph", has, lacks)
	return d
}

// lostSentences finds sentences without a counterpart in a version that has something in the paragraph; neighbours
// that the same versions lack are one omission.
func (p *passage) lostSentences(gone []int) []Difference {
	var out []Difference
	var run []align.Bead
	var missing []int
	flush := func(end int) {
		if len(run) > 0 {
			out = append(out, p.lostRun(run, missing, end))
		}
		run = nil
	}
	for i, s := range p.sentences {
		_, lacks := filled(s)
		lacks = slices.DeleteFunc(lacks, func(v int) bool { return slices.Contains(gone, v) })
		if len(lacks) == 0 || len(run) > 0 && !slices.Equal(lacks, missing) {
			flush(i)
		}
		if len(lacks) > 0 {
			run, missing = append(run, s), lacks
		}
	}
	flush(len(p.sentences))
	return out
}

// lostRun makes one omission of sentence beads that end before bead end of the passage.
func (p *passage) lostRun(run []align.Bead, lacks []int, end int) Difference {
	d := Difference{Kind: Omission, Severity: Medium, Missing: lacks}
	if p.absorbed(run, lacks, end) {
		d.Severity = Low
	}
	count := make([]int, len(p.article.Versions))
	for _, s := range run {
		for v, r := range s.Sides {
			count[v] += r.Len()
			for u := r.Lo; u < r.Hi; u++ {
				sentence := p.article.Versions[v].Sentences[u]
				d.Marks = append(d.Marks, Mark{Version: v, Span: sentence.Span, Paragraph: sentence.Paragraph})
			}
		}
	}
	slices.SortStableFunc(d.Marks, func(a, b Mark) int { return a.Version - b.Version })
	var has []int
	for v, n := range count {
		if n > 0 {
			has = append(has, v)
		}
	}
	d.Note = lostNote(p.article, slices.Max(count), "sentence", has, lacks)
	return d
}

// absorbing is the share of a lost text by which a neighbouring sentence must be longer than its counterparts for the
// lost text to be in it: «Довольны одни орнитологи: …» for "Only the birdwatchers are pleased. …".
const absorbing = 0.6

// absorbed tells whether what the run says may stand in the sentence before or after it, in every version that lacks
// the run: aligning by sentences cannot always tell a sentence that was drawn into its neighbour from a lost one.
func (p *passage) absorbed(run []align.Bead, lacks []int, end int) bool {
	lost := 0.0
	for _, s := range run {
		lost += p.length(s, lacks)
	}
	for _, v := range lacks {
		room := 0.0
		for _, i := range []int{end - len(run) - 1, end} {
			if i >= 0 && i < len(p.sentences) && !p.sentences[i].Gap(v) {
				s := p.sentences[i]
				room = max(room, p.letters(s, v)-p.length(s, lacks))
			}
		}
		if room < absorbing*lost {
			return false
		}
	}
	return true
}

// length is how many letters a sentence bead has in the mean of the versions that do not lack the run.
func (p *passage) length(s align.Bead, lacks []int) float64 {
	sum, n := 0.0, 0.0
	for v := range s.Sides {
		if !s.Gap(v) && !slices.Contains(lacks, v) {
			sum += p.letters(s, v)
			n++
		}
	}
	return sum / max(n, 1)
}

func (p *passage) letters(s align.Bead, v int) float64 {
	sum := 0
	for u := s.Sides[v].Lo; u < s.Sides[v].Hi; u++ {
		sum += utf8.RuneCountInString(p.article.Versions[v].Sentence(u))
	}
	return float64(sum)
}

// lostNote says how much is missing where. What one version alone has is told from its side.
func lostNote(a *article.Article, n int, unit string, has, lacks []int) string {
	what := "A " + unit + " is"
	if n > 1 {
		what = fmt.Sprintf("%d %ss are", n, unit)
	}
	if len(has) == 1 && len(lacks) > 1 {
		return fmt.Sprintf("%s in the %s version only", what, VersionName(a, has[0]))
	}
	return fmt.Sprintf("%s not in the %s version%s", what, list(a, lacks), plural(len(lacks)))
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
