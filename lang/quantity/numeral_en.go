package quantity

// englishNumerals lists the number words of English.
func englishNumerals() []numeralRow {
	return append(englishCardinals(),
		numeralRow{ord(digit, 1, true), "first firstly"},
		numeralRow{ord(digit, 2, true), "second secondly"},
		numeralRow{ord(digit, 3, false), "third"},
		numeralRow{ord(digit, 4, false), "fourth"},
		numeralRow{ord(digit, 5, false), "fifth"},
		numeralRow{ord(digit, 6, false), "sixth"},
		numeralRow{ord(digit, 7, false), "seventh"},
		numeralRow{ord(digit, 8, false), "eighth"},
		numeralRow{ord(digit, 9, false), "ninth"},
		numeralRow{ord(teen, 10, false), "tenth"},
		numeralRow{ord(teen, 11, false), "eleventh"},
		numeralRow{ord(teen, 12, false), "twelfth"},
		numeralRow{ord(teen, 13, false), "thirteenth"},
		numeralRow{ord(teen, 14, false), "fourteenth"},
		numeralRow{ord(teen, 15, false), "fifteenth"},
		numeralRow{ord(teen, 16, false), "sixteenth"},
		numeralRow{ord(teen, 17, false), "seventeenth"},
		numeralRow{ord(teen, 18, false), "eighteenth"},
		numeralRow{ord(teen, 19, false), "nineteenth"},
		numeralRow{ord(ten, 20, false), "twentieth"},
		numeralRow{ord(ten, 30, false), "thirtieth"},
		numeralRow{ord(ten, 40, false), "fortieth"},
		numeralRow{ord(ten, 50, false), "fiftieth"},
		numeralRow{ord(ten, 60, false), "sixtieth"},
		numeralRow{ord(ten, 70, false), "seventieth"},
		numeralRow{ord(ten, 80, false), "eightieth"},
		numeralRow{ord(ten, 90, false), "ninetieth"},
		numeralRow{ord(multiple, 100, false), "hundredth"},
		numeralRow{ord(scale, 1e3, false), "thousandth"},
		numeralRow{ord(scale, 1e6, false), "millionth"},
		numeralRow{numeral{part: share, value: 3}, "thirds"},
		numeralRow{numeral{part: share, value: 4, weak: true}, "quarter quarters"},
		numeralRow{numeral{part: share, value: 5}, "fifths"},
		numeralRow{numeral{part: share, value: 6}, "sixths"},
		numeralRow{numeral{part: share, value: 8}, "eighths"},
		numeralRow{numeral{part: share, value: 10}, "tenths"},
		numeralRow{numeral{part: share, value: 100}, "hundredths"},
	)
}

func englishCardinals() []numeralRow {
	return []numeralRow{
		{faint(digit, 1), "one once"},
		{faint(digit, 2), "both couple pair"},
		{card(digit, 2), "two"},
		{card(digit, 3), "three"},
		{card(digit, 4), "four"},
		{card(digit, 5), "five"},
		{card(digit, 6), "six"},
		{card(digit, 7), "seven"},
		{card(digit, 8), "eight"},
		{card(digit, 9), "nine"},
		{card(teen, 0), "zero"},
		{card(teen, 10), "ten"},
		{card(teen, 11), "eleven"},
		{card(teen, 12), "twelve"},
		{card(teen, 13), "thirteen"},
		{card(teen, 14), "fourteen"},
		{card(teen, 15), "fifteen"},
		{card(teen, 16), "sixteen"},
		{card(teen, 17), "seventeen"},
		{card(teen, 18), "eighteen"},
		{card(teen, 19), "nineteen"},
		{card(ten, 20), "twenty"},
		{card(ten, 30), "thirty"},
		{card(ten, 40), "forty"},
		{card(ten, 50), "fifty"},
		{card(ten, 60), "sixty"},
		{card(ten, 70), "seventy"},
		{card(ten, 80), "eighty"},
		{card(ten, 90), "ninety"},
		{faint(half, 1), "half"},
	}
}

// englishScales lists the words that multiply what stands before them.
func englishScales() []numeralRow {
	return []numeralRow{
		{card(multiple, 12), "dozen"},
		{several(multiple, 10), "tens"},
		{several(multiple, 12), "dozens"},
		{card(multiple, 100), "hundred"},
		{several(multiple, 100), "hundreds"},
		{card(scale, 1e3), "thousand"},
		{several(scale, 1e3), "thousands"},
		{card(scale, 1e6), "million"},
		{several(scale, 1e6), "millions"},
		{card(scale, 1e9), "billion milliard"},
		{several(scale, 1e9), "billions"},
		{card(scale, 1e12), "trillion"},
		{several(scale, 1e12), "trillions"},
		{abbreviated(1e3), "thsd"},
		{abbreviated(1e6), "mln mn"},
		{abbreviated(1e9), "bln bn"},
		{abbreviated(1e12), "trln tn"},
	}
}

func card(p part, value int64) numeral { return numeral{part: p, value: value} }

// faint is a word that states a number but is usually none.
func faint(p part, value int64) numeral { return numeral{part: p, value: value, weak: true} }

// several is the plural of a scale word, which alone says no more than "many".
func several(p part, value int64) numeral { return numeral{part: p, value: value, plural: true} }

func ord(p part, value int64, weak bool) numeral {
	return numeral{part: p, value: value, ordinal: true, weak: weak}
}

func abbreviated(value int64) numeral { return numeral{part: scale, value: value, short: true} }
