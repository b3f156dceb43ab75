package name

// shortPenalty is what differing vowels cost names that have few consonants to tell them apart.
func shortPenalty(a, b []byte) float64 {
	longest := max(len(a), len(b))
	if longest == 0 {
		return 0
	}
	const weight = 0.45
	return weight * vowelDistance(a, b) / float64(longest)
}

// vowels lists the vowels of the word by class: A (а о я), E (е и ы), U (у ю); a run of vowels counts once, a silent e
// at the end not at all.
func (l *letters) vowels(out []byte) []byte {
	run := false
	for i := range l.n {
		class := vowelClass(l.r[i])
		if i == 0 && l.r[i] == 'у' && cyrillicVowel(l.at(1)) {
			class = 0 // a consonant: Уэст
		}
		silent := !l.cyrillic && i == l.n-1 && i > 2 && l.r[i] == 'e'
		if class != 0 && !run && !silent {
			out = append(out, class)
		}
		run = class != 0
	}
	return out
}

func vowelClass(r rune) byte {
	switch r {
	case 'а', 'о', 'ё', 'я', 'a', 'o', 'á', 'ó', 'å', 'ö', 'ä':
		return 'A'
	case 'е', 'э', 'и', 'і', 'ы', 'є', 'ї', 'e', 'i', 'y', 'é', 'è', 'ê', 'ë', 'í':
		return 'E'
	case 'у', 'ю', 'u', 'ú', 'ü':
		return 'U'
	}
	return 0
}

// distance is the weighted edit distance of two skeletons.
func distance(a, b []byte) float64 {
	return edit(a, b, func(x byte, first, last bool) float64 {
		switch {
		case x == 'V' && !last, x == 'A' && first, x == 'H' && last:
			return 0.5 // Воўк and Волк, Ольга and Вольга, Sarah
		case last && (x == 'M' || x == 'S'):
			return 0.6 // looks like an ending
		}
		return 1
	}, consonantStep)
}

// consonantStep is the cost of one class for another.
func consonantStep(x, y byte) float64 {
	if x > y {
		x, y = y, x
	}
	switch string([]byte{x, y}) {
	case "ST", "HJ", "KT", "JS", "CT", "CK", "LV", "HK", "CJ", "AV", "AJ":
		return 0.5 // Cindy, George, Amerika and у Амерыцы, German z, c, Волк and Воўк, Uladzimir, Janka
	case "FT", "BV", "FV", "SW", "CW", "DT", "FH", "CH":
		return 0.6
	}
	return 1
}

func vowelDistance(a, b []byte) float64 {
	return edit(a, b, func(byte, bool, bool) float64 { return 0.7 }, func(x, y byte) float64 {
		if x != 'U' && y != 'U' {
			return 0.4 // е and я alternate in Belarusian
		}
		return 1
	})
}

// edit is the least cost of turning a into b, both at most twice maxLetters long.
func edit(a, b []byte, drop func(x byte, first, last bool) float64, step func(x, y byte) float64) float64 {
	var row [2*maxLetters + 1]float64
	for j := range b {
		row[j+1] = row[j] + drop(b[j], j == 0, j == len(b)-1)
	}
	for i := range a {
		diagonal := row[0]
		row[0] += drop(a[i], i == 0, i == len(a)-1)
		for j := range b {
			change := diagonal
			if a[i] != b[j] {
				change += step(a[i], b[j])
			}
			diagonal = row[j+1]
			row[j+1] = min(change,
				row[j+1]+drop(a[i], i == 0, i == len(a)-1),
				row[j]+drop(b[j], j == 0, j == len(b)-1))
		}
	}
	return row[len(b)]
}
