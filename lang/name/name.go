// Package name finds names in English, Russian and Belarusian text and tells when two spellings are one name, by
// whichever scheme it was transliterated and in whichever case it stands. It is pure.
package name

// Name is a run of capitalised words that may be a name.
type Name struct {
	// Start and End are the bytes of the run in the text.
	Start, End int
	// Words is how many words the run has, particles such as "von" included.
	Words int
	// Initial tells that the run is one word at the start of a sentence, so it may be no name.
	Initial bool
}
