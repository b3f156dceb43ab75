package export

import "triptych/article"

// Rendering is a version as machines put it in another language. It is never a version itself.
type Rendering struct {
	Version  string    `json:"version" example:"ru" doc:"Key of the version that was translated"`
	Language string    `json:"language" example:"en" doc:"The language it was translated into"`
	Segments []Segment `json:"segments" nullable:"false" doc:"The translation of each sentence of the version"`
}

// Segment is the translation of one sentence.
type Segment struct {
	Text   string `json:"text" doc:"The translation; empty where there is none"`
	Engine string `json:"engine,omitempty" example:"Google Translate" doc:"Who made it"`
	Date   string `json:"date,omitempty" example:"2025-03-01T09:30:00Z" doc:"When it was made"`
}

// NewRenderings gives renderings as JSON has them.
func NewRenderings(a *article.Article, renderings []article.Rendering) []Rendering {
	var out []Rendering
	for _, r := range renderings {
		one := Rendering{Version: a.Versions[r.Version].Key, Language: string(r.Language), Segments: make([]Segment, len(r.Segments))}
		for i, s := range r.Segments {
			one.Segments[i] = Segment(s)
		}
		out = append(out, one)
	}
	return out
}
