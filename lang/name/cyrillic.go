package name

// cyrillicClass is the class of the Cyrillic letter i and how many letters spell it; 0 for a letter without sound.
func (l *letters) cyrillicClass(i int) (class byte, used int) {
	next := l.at(i + 1)
	switch r := l.r[i]; {
	case r == 'т':
		return l.cyrillicT(i)
	case r == 'д' && next == 'з':
		return 'D', 2
	case r == 'д' && next == 'ж':
		return 'J', 2
	case r == 'у' && i == 0 && cyrillicVowel(next): // Уэст, Уільям
		return 'V', 1
	default:
		return cyrillicLetter(r), 1
	}
}

// cyrillicLetter is the class of a letter that needs no neighbours.
func cyrillicLetter(r rune) byte {
	switch r {
	case 'б':
		return 'B'
	case 'п':
		return 'P'
	case 'ф':
		return 'F'
	case 'в', 'ў':
		return 'V'
	case 'г', 'х', 'ґ', 'ѓ':
		return 'H'
	case 'к':
		return 'K'
	case 'ц':
		return 'T'
	case 'д':
		return 'D'
	case 'ж':
		return 'J'
	case 'ч':
		return 'C'
	case 'ш', 'щ':
		return 'W'
	case 'с', 'з':
		return 'S'
	case 'л':
		return 'L'
	case 'м':
		return 'M'
	case 'н':
		return 'N'
	case 'р':
		return 'R'
	case 'ь', 'ъ':
		return 0
	}
	return vowel
}

// cyrillicT settles т with what follows: брестский is in Belarusian брэсцкі, with one letter for two.
func (l *letters) cyrillicT(i int) (byte, int) {
	after := l.at(i + 2)
	switch l.at(i + 1) {
	case 'ч':
		return 'C', 2
	case 'ц':
		return 'T', 2
	case 'с':
		if after == 'к' || after == 0 || after == 'я' {
			return 'T', 2
		}
	}
	return 'T', 1
}

func cyrillicVowel(r rune) bool {
	switch r {
	case 'а', 'е', 'ё', 'и', 'і', 'о', 'у', 'ы', 'э', 'ю', 'я', 'є', 'ї', 'й':
		return true
	}
	return false
}
