package export

import "triptych/article"

// Page is an article as it was fetched.
type Page struct {
	URL        string   `json:"url" doc:"The address that answered, after redirects"`
	Language   string   `json:"language" example:"ru" doc:"The language that its text is in"`
	Title      string   `json:"title" doc:"As the page states it"`
	Date       string   `json:"date" example:"2024-11-15T18:00:00+03:00" doc:"When it was published, as precisely as the page says; empty where it does not"`
	Author     string   `json:"author" doc:"As the page states it; empty where it does not"`
	Site       string   `json:"site,omitempty" doc:"The name of the site"`
	SHA256     string   `json:"sha256" doc:"Of the bytes that were fetched, in hexadecimal"`
	Fetched    string   `json:"fetched" example:"2025-03-01T09:30:00Z" doc:"When"`
	Paragraphs []string `json:"paragraphs" nullable:"false" doc:"The article, its headline among them"`
	Others     []Other  `json:"others,omitempty" nullable:"false" doc:"Its versions in other languages, those that were found"`
	Warnings   []string `json:"warnings,omitempty" nullable:"false" doc:"What to know of how it was read"`
}

// Other is another language version of a page.
type Other struct {
	URL      string   `json:"url"`
	Language string   `json:"language" example:"be"`
	Score    float64  `json:"score" minimum:"0" maximum:"1" example:"0.97" doc:"The probability that it tells the same story: its text was aligned with the page's"`
	Evidence []string `json:"evidence" nullable:"false" example:"[\"hreflang\"]" doc:"What led to it, the strongest first"`
}

// NewPage gives a version that was fetched as JSON has it. What the page itself states is left to the caller.
func NewPage(v *article.Version) Page {
	p := Page{URL: v.Source, Language: string(v.Language), Date: v.Date, SHA256: v.SHA256, Paragraphs: make([]string, len(v.Paragraphs))}
	for i := range v.Paragraphs {
		p.Paragraphs[i] = v.Paragraph(i)
	}
	return p
}
