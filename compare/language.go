package compare

import (
	"fmt"

	"triptych/article"
	"triptych/lang"
)

// languages finds what is of another language or script than its version: letters that a language does not have, words
// of the neighbour, whole sentences, and words that mix two scripts. Quotations, names and addresses may be in any.
func languages(p *passage) []Difference {
	var out []Difference
	has, _ := filled(p.bead)
	for _, v := range has {
		if p.article.Versions[v].Language.Served() {
			out = append(out, p.leaks(v)...)
		}
	}
	return out
}

// leaks are those of one version: a difference for each run of sentences in another language, one for the words that
// leaked into each other sentence, and one for all words of mixed script.
func (p *passage) leaks(v int) []Difference {
	var out []Difference
	var slight, slips []Mark
	version := &p.article.Versions[v]
	for u := p.bead.Sides[v].Lo; u < p.bead.Sides[v].Hi; u++ {
		if version.Paragraphs[u].Role == article.RoleDate {
			continue
		}
		r := newLeakReader(version, u)
		whole := Difference{}
		for s := version.Paragraphs[u].Sentences.Lo; s < version.Paragraphs[u].Sentences.Hi; s++ {
			found := r.sentence(version.Sentences[s].Span)
			switch {
			case found.stranger != "" && len(whole.Marks) > 0:
				whole.Marks = append(whole.Marks, Mark{Version: v, Span: version.Sentences[s].Span, Paragraph: u})
				whole.Note = fmt.Sprintf("%d sentences of the %s version are in %s", len(whole.Marks), VersionName(p.article, v), found.stranger)
				continue
			case found.stranger != "":
				whole = Difference{Kind: Language, Severity: Medium, Marks: []Mark{{Version: v, Span: version.Sentences[s].Span, Paragraph: u}},
					Note: fmt.Sprintf("A sentence of the %s version is in %s", VersionName(p.article, v), found.stranger)}
				continue
			}
			out = appendWhole(out, &whole)
			if len(found.words) > 0 {
				out = append(out, p.leaked(v, u, found))
			}
		}
		out = appendWhole(out, &whole)
		slight, slips = r.mixed(slight, slips, v)
	}
	return append(append(out, p.mixture(slips, Medium)...), p.mixture(slight, Low)...)
}

// appendWhole adds a run of sentences that has come to its end.
func appendWhole(out []Difference, whole *Difference) []Difference {
	if len(whole.Marks) > 0 {
		out = append(out, *whole)
	}
	*whole = Difference{}
	return out
}

// leaked is the difference that words of another language make in a sentence.
func (p *passage) leaked(v, paragraph int, found leak) Difference {
	d := Difference{Kind: Language, Severity: Medium}
	for _, span := range found.words {
		d.Marks = append(d.Marks, Mark{Version: v, Span: span, Paragraph: paragraph})
	}
	d.Note = quotedText(p.article.Versions[v].Slice(found.words[0])) + found.why
	if n := len(found.words); n > 1 {
		d.Note += fmt.Sprintf("; %d more", n-1)
	}
	return d
}

// mixture is the difference that words of mixed script make, if there are any.
func (p *passage) mixture(marks []Mark, s Severity) []Difference {
	if len(marks) == 0 {
		return nil
	}
	d := Difference{Kind: Language, Severity: s, Marks: marks}
	word := quotedText(p.article.Versions[marks[0].Version].Slice(marks[0].Span))
	switch n := len(marks); {
	case n > 1:
		d.Note = fmt.Sprintf("%d words have letters of another script, %s first", n, word)
	default:
		d.Note = word + " has letters of another script"
	}
	return []Difference{d}
}

// latinScript tells whether a version is written in Latin letters, as far as its beginning shows.
func latinScript(v *article.Version) bool {
	if v.Language == lang.English {
		return true
	}
	text := v.Text
	if len(text) > scriptSample {
		text = text[:scriptSample]
	}
	l := lang.CountLetters(text)
	return v.Language == lang.Belarusian && l.Latin() > l.Cyrillic()
}

// scriptSample is how many bytes of a text are read to see its script.
const scriptSample = 2048
