package export

import (
	"triptych/article"
	"triptych/compare"
)

// Comparison is a whole comparison in JSON.
type Comparison struct {
	Versions    []Version    `json:"versions" nullable:"false" doc:"In the order in which they were handed over"`
	Beads       []Bead       `json:"beads" nullable:"false" doc:"The alignment by paragraphs: every paragraph of every version is in exactly one bead"`
	Differences []Difference `json:"differences" nullable:"false" doc:"Where the versions say different things, in reading order"`
	Renderings  []Rendering  `json:"renderings,omitempty" nullable:"false" doc:"Versions as machines put them in the language in which they were to be compared"`
	Warnings    []string     `json:"warnings,omitempty" nullable:"false" doc:"What to know of how the texts were read"`
}

// Difference is one thing said differently.
type Difference struct {
	ID       string   `json:"id" doc:"Made from what the difference says and the text around it: it survives realignment"`
	Kind     string   `json:"kind" example:"number" doc:"omission, number, date, name, quotation, negation, modality, attribution, wording, language or order; more may come"`
	Bead     int      `json:"bead" minimum:"0" doc:"Number of the bead in which it stands, counted from 0"`
	Severity string   `json:"severity" enum:"high,medium,low" doc:"How much it weighs; high and medium are shown by default"`
	Missing  []string `json:"missing,omitempty" nullable:"false" doc:"Keys of the versions that lack what the spans show"`
	Spans    []Span   `json:"spans" nullable:"false" doc:"The words that differ; for an omission the lost text, a span a sentence or paragraph"`
	Note     string   `json:"note" example:"170 against 180" doc:"What differs, in plain English"`
}

// Span is a stretch of one version's text, in code points.
type Span struct {
	Version   string `json:"version" example:"en" doc:"Key of the version"`
	Paragraph int    `json:"paragraph" minimum:"0" doc:"Number of the paragraph, counted from 0"`
	Start     int    `json:"start" minimum:"0" doc:"Unicode code points from the start of the paragraph"`
	End       int    `json:"end" minimum:"0" doc:"Unicode code points from the start of the paragraph to the end of the span"`
	Text      string `json:"text" example:"170" doc:"The text of the span"`
	Odd       bool   `json:"odd,omitempty" doc:"True where this version stands alone against others that agree"`
}

// NewComparison gives a report as JSON has it. Warnings are left to the caller, who knows how the texts were read.
func NewComparison(r *compare.Report) Comparison {
	e := exporter{article: r.Article}
	out := Comparison{
		Versions:    make([]Version, 0, len(r.Article.Versions)),
		Beads:       Explained(r.Article, r.Levels.Paragraphs),
		Differences: []Difference{},
	}
	for i := range r.Article.Versions {
		v := &r.Article.Versions[i]
		e.counts = append(e.counts, newCodePoints(v))
		out.Versions = append(out.Versions, version(v, e.counts[i]))
	}
	for _, d := range r.Differences() {
		out.Differences = append(out.Differences, e.difference(d))
	}
	return out
}

// exporter holds one table of code points a version, made once for all spans.
type exporter struct {
	article *article.Article
	counts  []codePoints
}

func (e exporter) difference(d compare.Difference) Difference {
	out := Difference{
		ID: d.ID, Kind: string(d.Kind), Bead: d.Bead, Severity: string(d.Severity), Note: d.Note,
		Spans: make([]Span, 0, len(d.Marks)),
	}
	for _, v := range d.Missing {
		out.Missing = append(out.Missing, e.article.Versions[v].Key)
	}
	for _, m := range d.Marks {
		out.Spans = append(out.Spans, e.span(m))
	}
	return out
}

func (e exporter) span(m compare.Mark) Span {
	v := &e.article.Versions[m.Version]
	start, end := e.counts[m.Version].within(m.Paragraph, m.Span)
	return Span{Version: v.Key, Paragraph: m.Paragraph, Start: start, End: end, Text: v.Slice(m.Span), Odd: m.Odd}
}
