package speech

import "triptych/lang"

// Gender is of whom a verb of saying is said.
type Gender int

// The genders that are told apart.
const (
	UnknownGender Gender = iota
	He
	She
)

// Speaker is the gender of a pronoun that stands next to the verb at index i, and where it stands: "he said", «сказала она». The verb's own
// ending does not tell: «представитель сказал» may be of a woman.
func Speaker(words []Word, i int, tag lang.Tag) (g Gender, at int) {
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(words) || words[max(i, j)].Stop || j > i && tag == lang.English { // "says he is unfit"
			continue
		}
		switch w := words[j].Text; {
		case tag == lang.English && w == "he", tag == lang.Russian && w == "он", tag == lang.Belarusian && w == "ен":
			return He, j
		case tag == lang.English && w == "she", tag == lang.Russian && w == "она", tag == lang.Belarusian && w == "яна":
			return She, j
		}
	}
	return UnknownGender, i
}
