package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Orthography is how a Belarusian text is spelled.
type Orthography string

// The orthographies that are told apart. A text in another language has none ("").
const (
	Official Orthography = "official" // the orthography of 1959 and 2008
	Classic  Orthography = "tarask"   // the classical orthography, Taraškievica
	Latin    Orthography = "latin"    // Łacinka
)

// OrthographyOf tells how a Belarusian text is spelled. Every word in which the two Cyrillic orthographies differ votes
// for one of them («снег» or «сьнег», «план» or «плян»), so that a quotation does not decide for its text. A text in
// which no word tells is taken as official; one without letters has none ("").
func OrthographyOf(text string) Orthography {
	l := CountLetters(text)
	switch {
	case l.Cyrillic()+l.Latin() == 0:
		return ""
	case l.Latin() > l.Cyrillic():
		return Latin
	}
	classic := properNamesAfterVowels(text)
	for word := range strings.FieldsFuncSeq(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		classic += classicVote(word)
	}
	if classic > 0 {
		return Classic
	}
	return Official
}

// classicVote is 1 for a folded word in classical spelling, -1 for one in official spelling, 0 where they are alike.
func classicVote(word string) int {
	switch word {
	case "ня", "бяз", "зь", "безь", "празь", "церазь":
		return 1
	}
	if isIndefinite(word) {
		return 0
	}
	if v := loanVote(word); v != 0 {
		return v
	}
	letters := []rune(word)
	for i, first := range letters {
		if first == 'ґ' {
			return 1
		}
		if i+2 >= len(letters) {
			break
		}
		if v := clusterVote(first, letters[i+1], letters[i+2], i == 0); v != 0 {
			return v
		}
	}
	return 0
}

// isIndefinite tells «дзесьці», «хтосьці», «якогасьці»: their ending has its soft sign in both orthographies.
func isIndefinite(word string) bool {
	stem, ok := strings.CutSuffix(word, "сьці")
	if !ok {
		return false
	}
	for list := range strings.FieldsSeq(`калі дзе куды адкуль скуль як хто каго каму кім што чаго чаму чым чый чыйго чыя чые
		які якая якое якія якога якой якую якому якім якімі якіх колькі чаму навошта`) {
		if stem == list {
			return true
		}
	}
	return false
}

// properNamesAfterVowels counts names that begin with a capital Ў («ва Ўкраіне»), which only classical spelling has.
func properNamesAfterVowels(text string) int {
	n, before := 0, 'а'
	for rest := text; ; {
		i := strings.IndexRune(rest, 'Ў')
		if i < 0 {
			return n
		}
		if i > 0 {
			before, _ = utf8.DecodeLastRuneInString(rest[:i])
		}
		rest = rest[i+len("Ў"):]
		after, _ := utf8.DecodeRuneInString(rest)
		if !unicode.IsLetter(before) && unicode.IsLower(after) {
			n++
		}
		before = 'Ў'
	}
}

// clusterVote looks at three letters: consonants before a soft one are soft too, and only the classical orthography
// writes it. What official spelling writes as well («пісьмо», «вазьмі», «бацька») does not vote.
func clusterVote(first, second, third rune, initial bool) int {
	switch {
	case second == 'ь' && writesSoftness(first, third, initial):
		return 1
	case first == 'д' && second == 'д' && third == 'з': // стагоддзе, classical стагодзьдзе
		return -1
	case second == '\'' && (first == 'с' || first == 'з'): // з'езд, classical зьезд
		return -1
	case leavesSoftness(first, second) && softens(third):
		return -1
	}
	return 0
}

func softens(r rune) bool {
	switch r {
	case 'е', 'і', 'ю', 'я', 'ь':
		return true
	}
	return false
}

// writesSoftness tells whether only classical spelling has a soft sign between first and third.
func writesSoftness(first, third rune, initial bool) bool {
	switch first {
	case 'с', 'з':
		switch third {
		case 'н', 'л', 'в', 'п', 'с', 'з', 'ц', 'д', 'я', 'е', 'ю':
			return true
		case 'м', 'б':
			return initial
		}
	case 'ц':
		return third == 'в' || third == 'ц'
	case 'н', 'л':
		return third == first
	}
	return false
}

// leavesSoftness tells whether classical spelling would put a soft sign between first and second before a soft letter.
func leavesSoftness(first, second rune) bool {
	switch first {
	case 'с', 'з':
		switch second {
		case first, 'н', 'л', 'в', 'м', 'п', 'б', 'ц':
			return true
		}
	case 'ц':
		return second == 'в' || second == 'ц'
	case 'н', 'л':
		return second == first
	}
	return false
}
