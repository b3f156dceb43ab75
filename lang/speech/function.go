package speech

import (
	"unicode/utf8"

	"triptych/lang"
)

// Content tells whether a word carries meaning of its own: it is not an auxiliary, a pronoun, a preposition or a
// conjunction. Words of one or two letters never do.
func Content(word string, tag lang.Tag) bool {
	if utf8.RuneCountInString(word) < 3 {
		return false
	}
	switch tag {
	case lang.English:
		return !functionEnglish(word)
	case lang.Russian:
		return !functionRussian(word)
	case lang.Belarusian:
		return !functionBelarusian(word)
	}
	return true
}

func functionEnglish(w string) bool {
	switch w {
	case "the", "and", "but", "for", "with", "from", "that", "this", "these", "those", "are", "was", "were", "been", "being", "have", "has",
		"had", "having", "does", "did", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't",
		"won't", "wouldn't", "can't", "couldn't", "shouldn't", "can", "could", "may", "might", "must", "shall", "should", "will", "would",
		"not", "cannot", "you", "she", "they", "him", "her", "his", "its", "our", "your", "their", "them", "who", "whom", "whose", "which",
		"what", "when", "where", "why", "how", "than", "then", "there", "here", "about", "into", "onto", "over", "under", "after", "before",
		"out", "off", "any", "all", "some", "such", "very", "just", "also", "only", "even", "ever", "yet", "still", "too", "because", "while",
		"though", "although", "unless", "until", "since", "whether", "nor", "neither", "either", "both", "each", "other", "another", "more",
		"most", "less", "much", "many", "few", "own", "same", "it's", "that's", "i'm", "we're", "they're", "he's", "she's", "let", "going":
		return true
	}
	return false
}

func functionRussian(w string) bool {
	switch w {
	case "что", "как", "это", "эта", "эти", "этот", "этого", "этом", "этой", "этих", "тот", "того", "том", "той", "тех", "так", "также", "там",
		"тут", "для", "при", "над", "под", "про", "без", "или", "если", "чтобы", "когда", "где", "его", "еще", "уже", "она", "они", "оно", "ему",
		"ней", "них", "ним", "ими", "нас", "нам", "вас", "вам", "мне", "меня", "мой", "наш", "ваш", "свой", "свою", "своей", "своих", "свои",
		"был", "была", "было", "были", "быть", "будет", "будут", "есть", "может", "могут", "мог", "могла", "могли", "можно", "который",
		"которая", "которое", "которые", "которых", "которого", "которой", "которым", "только", "очень", "все", "всех", "всем", "весь", "вся",
		"всего", "себя", "себе", "после", "перед", "между", "через", "потому", "поэтому", "из-за", "ведь", "даже", "лишь", "более", "чем",
		"кто", "нет", "ничего", "никто", "никогда", "сам", "сама", "сами", "тоже", "однако", "хотя", "пока", "раз", "другой", "других", "такой", "такие":
		return true
	}
	return false
}

func functionBelarusian(w string) bool {
	switch w {
	case "што", "гэта", "гэты", "гэтая", "гэтыя", "гэтага", "гэтай", "гэтых", "гэтым", "той", "тая", "тое", "тыя", "таго", "тых", "так",
		"таксама", "там", "тут", "для", "пры", "над", "пад", "пра", "без", "або", "альбо", "калі", "каб", "дзе", "яго", "яшчэ", "ужо", "яна",
		"яны", "яно", "яму", "нас", "нам", "вас", "вам", "мне", "мяне", "мой", "наш", "ваш", "свой", "сваю", "сваей", "сваіх", "свае",
		"быў", "была", "было", "былі", "быць", "будзе", "будуць", "ёсць", "можа", "могуць", "мог", "магла", "маглі", "можна", "які", "якая",
		"якое", "якія", "якіх", "якога", "якой", "якім", "толькі", "вельмі", "усе", "усіх", "увесь", "уся", "сябе", "сабе", "пасля",
		"перад", "паміж", "праз", "таму", "з-за", "нават", "больш", "чым", "хто", "няма", "нічога", "ніхто", "ніколі", "сам", "сама", "самі",
		"аднак", "хоць", "пакуль", "раз", "іншы", "іншых", "такі", "такія":
		return true
	}
	return false
}

// Preposition tells whether a Russian or Belarusian word is a common preposition.
func Preposition(word string, tag lang.Tag) bool {
	switch word {
	case "в", "во", "на", "с", "со", "к", "ко", "о", "об", "обо", "от", "из", "за", "до", "для", "при", "по", "у", "над", "под", "через", "из-за":
		return tag == lang.Russian
	case "ў", "ва", "з", "са", "да", "аб", "пра", "ад", "пры", "па", "праз", "з-за":
		return tag == lang.Belarusian
	}
	return tag == lang.Belarusian && (word == "у" || word == "на" || word == "за" || word == "для" || word == "над" || word == "пад")
}
