package export

import (
	"triptych/article"
)

// Version is one version of an article in JSON.
type Version struct {
	Key        string     `json:"key" example:"en" doc:"Names the version in this answer: its language, and en.2, en.3 for further versions in one language"`
	Language   string     `json:"language" example:"en" doc:"The shortest BCP 47 code of the language"`
	Title      string     `json:"title" example:"Ferry to Narač opens" doc:"The headline; without one, the first paragraph that is not a date line"`
	Source     string     `json:"source" doc:"Where the text came from: a path, an address, or empty for pasted text"`
	Date       string     `json:"date" example:"2024-11-15T18:00:00" doc:"When it was published, as ISO 8601 writes it to the precision that is known; empty where the text does not say"`
	SHA256     string     `json:"sha256" doc:"Hexadecimal hash of the bytes that were read"`
	Paragraphs []string   `json:"paragraphs" nullable:"false" doc:"The normalised text (NFC), paragraph by paragraph; spans count in these"`
	Roles      []string   `json:"roles" nullable:"false" doc:"What each paragraph is: date, headline, body, caption"`
	Sentences  []Sentence `json:"sentences" nullable:"false" doc:"The sentences of the whole version, in order"`
}

// Sentence is where a sentence stands, in code points.
type Sentence struct {
	Paragraph int `json:"paragraph" minimum:"0" doc:"Number of its paragraph, counted from 0"`
	Start     int `json:"start" minimum:"0" doc:"Unicode code points from the start of the paragraph"`
	End       int `json:"end" minimum:"0" doc:"Unicode code points from the start of the paragraph to the end of the sentence"`
}

// Versions gives the versions of an article in its order.
func Versions(a *article.Article) []Version {
	out := make([]Version, 0, len(a.Versions))
	for i := range a.Versions {
		v := &a.Versions[i]
		out = append(out, version(v, newCodePoints(v)))
	}
	return out
}

func version(v *article.Version, c codePoints) Version {
	out := Version{
		Key: v.Key, Language: string(v.Language), Title: v.Title(), Source: v.Source, Date: v.Date, SHA256: v.SHA256,
		Paragraphs: make([]string, 0, len(v.Paragraphs)),
		Roles:      make([]string, 0, len(v.Paragraphs)),
		Sentences:  make([]Sentence, 0, len(v.Sentences)),
	}
	for i, p := range v.Paragraphs {
		out.Paragraphs = append(out.Paragraphs, v.Paragraph(i))
		out.Roles = append(out.Roles, string(p.Role))
	}
	for _, s := range v.Sentences {
		start, end := c.within(s.Paragraph, s.Span)
		out.Sentences = append(out.Sentences, Sentence{Paragraph: s.Paragraph, Start: start, End: end})
	}
	return out
}
