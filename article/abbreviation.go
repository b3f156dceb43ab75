package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// abbreviation says what a full stop after a word may mean, given that a capital letter or a figure follows.
type abbreviation int

const (
	noAbbreviation abbreviation = iota
	// beforeName never ends a sentence: "Mr.", «ул.», «т. е.».
	beforeName
	// beforeAny ends one only if a word follows that hardly stands inside a sentence with a capital: "U.S. The",
	// «И. И. Он»; but "U.S. Senate", «И. И. Иванов», "Oct. 5".
	beforeAny
	// afterNumber ends one before a capital letter, not before a figure: «5 млн. Потом», «5 млн. 300 тыс.», "No. 5". A date
	// that opens the sentence goes on: «В 2020 г. Беларусь».
	afterNumber
	// clock is "a.m." and "p.m.": they end one except before a weekday, a month or a time zone.
	clock
)

// word is a run of letters that a full stop follows.
type word struct {
	text  string
	start int
}

// wordBefore is the word that ends at i; its text is "" if no letter stands there.
func wordBefore(text string, i int) word {
	start := i
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		start -= n
	}
	return word{text[start:i], start}
}

// afterDigit tells whether a figure stands right before the word: «5 млн», «2020 г», «18ч».
func (w word) afterDigit(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:w.start], " \u00a0"))
	return unicode.IsDigit(r)
}

// afterRoman tells whether a Roman number stands right before the word: «XIX в», «ХІХ ст».
func (w word) afterRoman(text string) bool {
	number := w.previous(text)
	return number != "" && strings.Trim(number, "IVXLХІ") == ""
}

// part is the word before w that a full stop parts from it: т of «т. д.», U of "U.S.".
func (w word) part(text string) word {
	before, ok := strings.CutSuffix(strings.TrimRight(text[:w.start], " \u00a0"), ".")
	if !ok {
		return word{}
	}
	return wordBefore(before, len(before))
}

func (s *scanner) abbreviation(w word) abbreviation {
	if w.text == "" {
		return noAbbreviation
	}
	first := w.part(s.text)
	if first.text != "" {
		if a, ok := pair(first.text, w.text); ok {
			return a
		}
	}
	if first.text == "г" && w.text == "п" && first.previous(s.text) == "і" { // and the like; elsewhere «г. п.» is a town
		return noAbbreviation
	}
	if utf8.RuneCountInString(w.text) == 1 {
		return s.letter(w)
	}
	if (w.text == "ст" || w.text == "стст" || w.text == "вв") && w.afterRoman(s.text) {
		return afterNumber
	}
	if w.text == "пр" && w.previous(s.text) == "и" { // and others; elsewhere «пр.» is an avenue
		return noAbbreviation
	}
	return listed(w.text)
}

// previous is the word before w, if only a space parts them.
func (w word) previous(text string) string {
	before := strings.TrimRight(text[:w.start], " \u00a0")
	return wordBefore(before, len(before)).text
}

// letter judges a word of one letter. Few sentences end with one; «я» and "I" may, and so may units.
func (s *scanner) letter(w word) abbreviation {
	before := s.text[:w.start]
	r, _ := utf8.DecodeRuneInString(w.text)
	switch {
	case w.text == "я", strings.HasSuffix(before, "°"), strings.HasSuffix(before, "° "):
		return noAbbreviation
	case w.text == "I" && startsLower(w.previous(s.text)): // "than I", not "John I"
		return noAbbreviation
	case strings.HasSuffix(before, "/"): // «м/с», "km/h"
		return afterNumber
	case unicode.IsUpper(r) && endsWithDigits(before, 1): // «дом 5А»
		return afterNumber
	case w.text == "г" && endsWithDigits(strings.TrimRight(before, " \u00a0"), 4): // a year, not «школа № 5 г. Минска»
		return afterNumber
	case strings.ContainsRune("тмчрслmhs", r) && w.afterDigit(s.text), w.text == "в" && w.afterRoman(s.text):
		return afterNumber
	case w.text == "v": // Petrov v. The State
		return beforeName
	}
	return beforeAny
}

// endsWithDigits tells whether s ends with at least n ASCII digits.
func endsWithDigits(s string, n int) bool {
	if len(s) < n {
		return false
	}
	return strings.Trim(s[len(s)-n:], "0123456789") == ""
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
