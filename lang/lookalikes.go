package lang

// toCyrillic is the Cyrillic letter that looks like the Latin letter r; 0 where none does.
func toCyrillic(r rune) rune {
	switch r {
	case 'a':
		return 'а'
	case 'c':
		return 'с'
	case 'e':
		return 'е'
	case 'i':
		return 'і'
	case 'o':
		return 'о'
	case 'p':
		return 'р'
	case 'x':
		return 'х'
	case 'y':
		return 'у'
	case 'è':
		return 'ѐ'
	case 'ë':
		return 'ё'
	case 'ï':
		return 'ї'
	}
	return toCyrillicCapital(r)
}

func toCyrillicCapital(r rune) rune {
	switch r {
	case 'A':
		return 'А'
	case 'B':
		return 'В'
	case 'C':
		return 'С'
	case 'E':
		return 'Е'
	case 'H':
		return 'Н'
	case 'I':
		return 'І'
	case 'K':
		return 'К'
	case 'M':
		return 'М'
	case 'O':
		return 'О'
	case 'P':
		return 'Р'
	case 'T':
		return 'Т'
	case 'X':
		return 'Х'
	case 'Y':
		return 'У'
	case 'È':
		return 'Ѐ'
	case 'Ë':
		return 'Ё'
	case 'Ï':
		return 'Ї'
	}
	return 0
}

// toLatin is the Latin letter that looks like the Cyrillic letter r; 0 where none does.
func toLatin(r rune) rune {
	switch r {
	case 'а':
		return 'a'
	case 'с':
		return 'c'
	case 'е':
		return 'e'
	case 'і':
		return 'i'
	case 'о':
		return 'o'
	case 'р':
		return 'p'
	case 'х':
		return 'x'
	case 'у':
		return 'y'
	case 'ѐ':
		return 'è'
	case 'ё':
		return 'ë'
	case 'ї':
		return 'ï'
	}
	return toLatinCapital(r)
}

func toLatinCapital(r rune) rune {
	switch r {
	case 'А':
		return 'A'
	case 'В':
		return 'B'
	case 'С':
		return 'C'
	case 'Е':
		return 'E'
	case 'Н':
		return 'H'
	case 'І':
		return 'I'
	case 'К':
		return 'K'
	case 'М':
		return 'M'
	case 'О':
		return 'O'
	case 'Р':
		return 'P'
	case 'Т':
		return 'T'
	case 'Х':
		return 'X'
	case 'У':
		return 'Y'
	case 'Ѐ':
		return 'È'
	case 'Ё':
		return 'Ë'
	case 'Ї':
		return 'Ï'
	}
	return 0
}
