package article

// Sentences cuts a paragraph into sentences: spans relative to the paragraph, without the spaces between them. One
// rule serves English, Russian and Belarusian. A paragraph that is not blank has at least one sentence.
func Sentences(paragraph string) []Span { // skeleton; the scanner replaces this
	if paragraph == "" {
		return nil
	}
	return []Span{{0, len(paragraph)}}
}
