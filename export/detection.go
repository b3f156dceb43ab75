package export

import "triptych/lang"

// Detection is what is known of one text's language.
type Detection struct {
	File        string  `json:"file,omitempty" doc:"The file that was read; absent for a text that came without one"`
	Language    string  `json:"language" example:"be" doc:"The shortest BCP 47 code of the language; und where it is not known"`
	Confidence  float64 `json:"confidence" minimum:"0" maximum:"1" example:"0.99" doc:"How sure this is, to two decimals"`
	Orthography string  `json:"orthography,omitempty" enum:"official,tarask,latin" doc:"How a Belarusian text is spelled; absent for other languages"`
	Paragraphs  []Guess `json:"paragraphs" nullable:"false" doc:"The same for each paragraph, in order"`
}

// Guess is a language and how sure it is.
type Guess struct {
	Language   string  `json:"language" example:"be" doc:"The shortest BCP 47 code of the language; und where it is not known"`
	Confidence float64 `json:"confidence" minimum:"0" maximum:"1" example:"0.99" doc:"How sure this is, to two decimals"`
}

// NewDetection gives what was detected as JSON has it. The orthography is "" but for Belarusian; file is "" for a text
// that came without one.
func NewDetection(file string, whole lang.Guess, o lang.Orthography, paragraphs []lang.Guess) Detection {
	out := Detection{
		File: file, Language: string(whole.Language), Confidence: round(whole.Confidence), Orthography: string(o),
		Paragraphs: make([]Guess, 0, len(paragraphs)),
	}
	for _, g := range paragraphs {
		out.Paragraphs = append(out.Paragraphs, Guess{Language: string(g.Language), Confidence: round(g.Confidence)})
	}
	return out
}
