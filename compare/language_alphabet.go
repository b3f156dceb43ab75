package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang"
)

// alphabet is what the letters of a paragraph are held against.
type alphabet int

const (
	belarusianLetters alphabet = iota
	russianLetters
	latinLetters
)

// alphabetOf is the one that paragraph u of a version should be in. Belarusian has two, and which of them a paragraph is
// in it shows itself; but one in Latin letters in a version in Cyrillic is a foreign one.
func alphabetOf(v *article.Version, u int) alphabet {
	switch v.Language {
	case lang.Russian:
		return russianLetters
	case lang.English:
		return latinLetters
	}
	if l := lang.CountLetters(v.Paragraph(u)); l.Latin() > l.Cyrillic() && latinScript(v) {
		return latinLetters
	}
	return belarusianLetters
}

// clue is what a word says of its language by its letters: that it is of the version's own, or of which other, and why.
// Most words say nothing.
type clue struct {
	own      bool
	language string
	why      string
	spelled  bool // by letters that follow each other, which in a name mean nothing
}

// clue looks at a word that was folded.
func (a alphabet) clue(word string) clue {
	switch a {
	case belarusianLetters:
		return clueInBelarusian(word)
	case russianLetters:
		return clueInRussian(word)
	}
	return clueInLatin(word)
}

func clueInBelarusian(word string) clue {
	if latinWord(word) {
		return latinClue()
	}
	for _, c := range word {
		switch c {
		case 'ї', 'є':
			return clue{language: "Ukrainian", why: " has a letter that Belarusian does not have: " + string(c)}
		case 'и', 'щ', 'ъ':
			return clue{language: "Russian", why: " has a letter that Belarusian does not have: " + string(c)}
		case 'і', 'ў':
			return clue{own: true}
		}
	}
	switch {
	case russianWord(word):
		return clue{language: "Russian", why: " is a Russian word"}
	case belarusianWord(word), holdsAny(word, "дз ць цц жы шы чы ры"):
		return clue{own: true}
	case softened(word), hardened(word), holdsAny(word, "те тё тю тя де дё дю дя ре рё рю ря же жё жю жя ше шё шю шя че чё чю чя"):
		return clue{language: "Russian", spelled: true, why: " is not spelled as Belarusian words are"}
	}
	return clue{}
}

// holdsAny tells whether a word has one of some letter pairs.
func holdsAny(word, pairs string) bool {
	for p := range strings.FieldsSeq(pairs) {
		if strings.Contains(word, p) {
			return true
		}
	}
	return false
}

// hardened tells whether a word has в where Belarusian writes ў, after a vowel and before a consonant or the end:
// «пострадавших», «плов».
func hardened(word string) bool {
	letters := []rune(word)
	for i, c := range letters {
		if c != 'в' || i == 0 || !strings.ContainsRune("аоуыэяеёю", letters[i-1]) {
			continue
		}
		if i+1 == len(letters) || strings.ContainsRune("бгджзйклмнпрстфхцчш", letters[i+1]) {
			return true
		}
	}
	return false
}

func clueInRussian(word string) clue {
	if latinWord(word) {
		return latinClue()
	}
	own := false
	for _, c := range word {
		switch c {
		case 'ї', 'є', 'ґ':
			return clue{language: "Ukrainian", why: " has a letter that Russian does not have: " + string(c)}
		case 'і', 'ў':
			if strings.Trim(word, "іхсм") == "" { // a Roman numeral
				return clue{}
			}
			return clue{language: "Belarusian", why: " has a letter that Russian does not have: " + string(c)}
		case 'и', 'щ', 'ъ':
			own = true
		}
	}
	switch {
	case own, russianWord(word):
		return clue{own: true}
	case belarusianWord(word):
		return clue{language: "Belarusian", why: " is a Belarusian word"}
	case holdsAny(word, "жы шы чы ць цц шч"):
		return clue{language: "Belarusian", spelled: true, why: " is not spelled as Russian words are"}
	}
	return clue{}
}

func clueInLatin(word string) clue {
	switch {
	case latinWord(word):
		return clue{own: true}
	case !cyrillicWord(word) || utf8.RuneCountInString(word) < 2:
		return clue{}
	}
	return clue{language: "another script", why: " is in Cyrillic letters"}
}

func latinWord(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.Is(unicode.Latin, c)
}

// latinClue is what a Latin word says in Cyrillic text: nothing, for brands and terms keep their letters.
func latinClue() clue { return clue{} }

// softened tells whether a word has a soft sign after a consonant that is never soft in Belarusian, in any orthography:
// «пять», «царь», «ночь».
func softened(word string) bool {
	before := ' '
	for _, c := range word {
		if c == 'ь' && strings.ContainsRune("тдршжчщ", before) {
			return true
		}
		before = c
	}
	return false
}

// russianWord knows the commonest small Russian words that are none in Belarusian and have no letter that shows it.
func russianWord(word string) bool {
	switch word {
	case "что", "чтобы", "это", "этот", "этого", "этом", "этой", "когда", "если", "также", "тоже", "между", "после", "теперь",
		"сейчас", "сегодня", "был", "кто", "где", "здесь", "тогда", "очень", "можно", "нельзя", "который", "которая", "которое",
		"которого", "однако", "поэтому", "сказал", "сообщает", "она", "оно", "его", "него", "ему", "только", "себя", "более",
		"около", "об":
		return true
	}
	return false
}

// belarusianWord knows the commonest small Belarusian words that are none in Russian and have no letter that shows it.
func belarusianWord(word string) bool {
	switch word {
	case "што", "гэта", "гэты", "гэтага", "гэтым", "гэтай", "гэтае", "яно", "яны", "яго", "таксама", "пасля", "цяпер", "хто",
		"дзе", "тады", "вельмі", "якая", "якое", "якога", "аднак", "паведамляе", "сёння", "нават", "сябе", "каля", "праз",
		"альбо", "ёсць", "будзе", "дзень":
		return true
	}
	return false
}
