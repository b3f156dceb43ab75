package name

import "unicode/utf8"

// stripEnding takes off case endings that have a consonant in them; endings of vowels fall away by themselves. At
// least three consonants must stay, so that Adam and Chicago keep theirs.
func (l *letters) stripEnding() {
	if l.cyrillic {
		l.stripCyrillic()
		return
	}
	if l.n > 5 && (l.endsWith("tion") || l.endsWith("sion")) { // нация, комиссия
		l.n -= 3
		return
	}
	if l.n > 6 && (l.endsWith("tions") || l.endsWith("sions")) {
		l.n -= 4
		return
	}
	if l.capital {
		// Vietnam would lose its last letters in Cyrillic, where they look like an ending; so it does here.
		if second := l.at(l.n - 1); second == 'm' && latinVowel(l.at(l.n-2)) {
			l.cut(2)
		}
		return
	}
	if l.at(l.n-1) == 's' && l.at(l.n-2) != 's' && l.at(l.n-2) != 'u' && l.at(l.n-2) != 'i' {
		l.cut(1)
	}
}

func (l *letters) stripCyrillic() {
	if !l.capital && l.cutAny("ов", "ев", "аў", "яў", "оў", "ёў") {
		return
	}
	_ = l.cutAny("ого", "его", "ага", "яга", "ога", "яго", "ому", "ему", "аму", "яму",
		"ыми", "ими", "ами", "ями", "ымі", "імі", "амі", "ямі",
		"ым", "им", "ім", "ом", "ем", "ём", "ам", "ям", "эм", "ых", "их", "іх", "ах", "ях")
}

// cutAny takes off the first of the endings that the word has, and tells whether it did.
func (l *letters) cutAny(endings ...string) bool {
	for _, e := range endings {
		if l.endsWith(e) {
			return l.cut(utf8.RuneCountInString(e))
		}
	}
	return false
}

// cut takes off the last n letters if three consonants stay.
func (l *letters) cut(n int) bool {
	consonants := 0
	for i, r := range l.r[:l.n-n] {
		if !latinVowel(r) && !cyrillicVowel(r) && r != 'ь' && r != 'ъ' && r != l.at(i-1) {
			consonants++
		}
	}
	if consonants < 3 {
		return false
	}
	l.n -= n
	return true
}

func (l *letters) endsWith(s string) bool {
	i := l.n
	for k := len(s); k > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:k])
		i--
		if l.at(i) != r {
			return false
		}
		k -= size
	}
	return true
}
