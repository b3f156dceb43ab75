package name

// latinClass is the class of the Latin letter i and how many letters spell it. Most of English spelling is left alone:
// these are the digraphs of transliteration and the silent letters that are common in names.
func (l *letters) latinClass(i int) (class byte, used int) {
	next := l.at(i + 1)
	switch r := l.r[i]; r {
	case 'w', 'u', 'ŭ':
		return l.latinW(i)
	case 'g', 'h', 'k':
		return l.latinH(i)
	case 'c':
		return l.latinC(i)
	case 't':
		return l.latinT(i)
	case 'd':
		return l.latinD(i)
	case 's', 'z', 'š':
		return l.latinS(i)
	case 'p':
		if next == 'h' {
			return 'F', 2
		}
		return 'P', 1
	case 'q':
		if next == 'u' {
			return 'Q', 2
		}
		return 'K', 1
	case 'j':
		if i == 0 && !l.slavic && latinVowel(next) {
			return 'J', 1
		}
		return vowel, 1
	default:
		return latinLetter(r), 1
	}
}

// latinLetter is the class of a letter that needs no neighbours.
func latinLetter(r rune) byte {
	switch r {
	case 'b':
		return 'B'
	case 'f':
		return 'F'
	case 'v':
		return 'V'
	case 'x':
		return 'X'
	case 'ć':
		return 'T'
	case 'ś', 'ź':
		return 'S'
	case 'ž':
		return 'J'
	case 'ŝ':
		return 'W'
	case 'č':
		return 'C'
	case 'l', 'ł':
		return 'L'
	case 'm':
		return 'M'
	case 'n', 'ń', 'ñ':
		return 'N'
	case 'r':
		return 'R'
	}
	return vowel
}

// latinW settles w and u: consonant as in Washington and Aŭstralia, mute as in Brown and Wright, vowel as in Minuk.
func (l *letters) latinW(i int) (byte, int) {
	before, next := l.at(i-1), l.at(i+1)
	sk := next == 's' && l.at(i+2) == 'k'
	switch l.r[i] {
	case 'ŭ':
		return 'V', 1
	case 'w':
		switch {
		case next == 'h':
			return 'V', 2
		case i == 0 && next == 'r', latinVowel(before) && !latinVowel(next) && !sk:
			return 0, 1
		}
		return 'V', 1
	}
	if !latinVowel(before) || latinVowel(next) {
		return vowel, 1
	}
	// A Belarusian ў may be written so (Tsikhanouskaya, Kavaliou), and Greek au, eu is ав, ев (August, Europe).
	if sk || next == 0 && i > 2 || (before == 'a' || before == 'e') && i == 1 {
		return 'V', 1
	}
	return vowel, 1
}

// latinH settles g, h and k.
func (l *letters) latinH(i int) (byte, int) {
	before, next := l.at(i-1), l.at(i+1)
	switch l.r[i] {
	case 'k':
		if next == 'h' {
			return 'H', 2
		}
		return 'K', 1
	case 'g':
		if next != 'h' {
			return 'H', 1
		}
		if before == 'u' || latinVowel(before) && !latinVowel(l.at(i+2)) { // Hughes, Wright
			return 0, 2
		}
		return 'H', 2
	}
	if latinVowel(before) && next == 0 || before == 'o' && next == 'n' || before == 'r' && i == 1 { // Sarah, John, Rhodes
		return 0, 1
	}
	return 'H', 1
}

// latinC settles c: Łacinka and ISO 9 have it for ц everywhere, English before front vowels.
func (l *letters) latinC(i int) (byte, int) {
	next := l.at(i + 1)
	switch next {
	case 'h':
		if l.slavic {
			return 'H', 2
		}
		if after := l.at(i + 2); after == 'r' || after == 'l' {
			return 'K', 2
		}
		return 'C', 2
	case 'z':
		return 'C', 2
	case 'k', 'q':
		if l.slavic { // Połack
			return 'T', 1
		}
		return 'K', 2
	case 'e', 'i', 'y':
		return 'T', 1
	}
	if l.slavic {
		return 'T', 1
	}
	return 'K', 1
}

func (l *letters) latinT(i int) (byte, int) {
	next := l.at(i + 1)
	switch {
	case next == 'c' && l.at(i+2) == 'h':
		return 'C', 3
	case next == 's' && l.at(i+2) == 'c' && l.at(i+3) == 'h':
		return 'C', 4
	case next == 's' && l.at(i+2) != 'h', next == 'z', next == 'h':
		return 'T', 2
	}
	return 'T', 1
}

func (l *letters) latinD(i int) (byte, int) {
	next := l.at(i + 1)
	switch {
	case next == 'z' && l.at(i+2) == 'h':
		return 'J', 3
	case next == 'ž', next == 'j' && !l.slavic:
		return 'J', 2
	case next == 'z', next == 'ź':
		return 'D', 2
	case next == 'g' && l.at(i+2) == 'e':
		return 'J', 2
	}
	return 'D', 1
}

// latinS settles s and z with what follows: sh, sch, shch, zh, šč.
func (l *letters) latinS(i int) (byte, int) {
	next := l.at(i + 1)
	switch l.r[i] {
	case 'š':
		if next == 'č' {
			return 'W', 2
		}
		return 'W', 1
	case 'z':
		if next == 'h' {
			return 'J', 2
		}
	case 's':
		switch {
		case next == 'h' || next == 'z':
			return 'W', 2
		case next == 'c' && l.at(i+2) == 'h' && !l.slavic && l.at(i+3) != 'o':
			return 'W', 3
		}
	}
	return 'S', 1
}

func latinVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'á', 'é', 'í', 'ó', 'ú', 'ä', 'ö', 'ü', 'å', 'ø', 'è', 'ê', 'ë':
		return true
	}
	return false
}
