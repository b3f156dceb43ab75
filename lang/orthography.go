package lang

// Orthography is how a Belarusian text is spelled.
type Orthography string

// The orthographies that are told apart. A text in another language has none ("").
const (
	Official Orthography = "official" // the orthography of 1959 and 2008
	Classic  Orthography = "tarask"   // the classical orthography, Taraškievica
	Latin    Orthography = "latin"    // Łacinka
)
