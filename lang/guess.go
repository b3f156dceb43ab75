package lang

// Guess is a language with the confidence in it, from 0 to 1.
type Guess struct {
	Language   Tag
	Confidence float64
}
