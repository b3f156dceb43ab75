package quantity

// alone is a word that is a quantity by itself, for most no more than a hint.
func alone(k Kind, value int64, weak bool) numeral {
	return numeral{part: lone, alone: k, value: value, weak: weak}
}

// timesWords lists the words for twice and three times as much. «Удвоить» and "doubled" count as twice.
func timesWords() []numeralRow {
	return []numeralRow{
		{alone(Times, 2, true), "twice double doubled doubles doubling twofold halve halved halves halving " +
			"дважды вдвое двукратный двукратная двукратное двукратного двукратно двойной двойная двойное двойную двойного " +
			"удв~оить удваив~ать двойчы удвая ўдвая двухразовы двайны двайная двайное двайную"},
		{alone(Times, 2, true), "падв~оіць подв~оіць"},
		{alone(Times, 3, true), "thrice triple tripled triples tripling treble trebled threefold " +
			"трижды втрое утр~оить утраив~ать тройной тройная тройную тройчы утрая ўтрая патр~оіць трайны трайная"},
		{alone(Times, 4, true), "quadruple quadrupled quadrupling fourfold вчетверо учацвёра ўчацвёра"},
		{alone(Times, 5, true), "quintupled fivefold впятеро упяцёра ўпяцёра"},
		{alone(Times, 10, true), "tenfold вдесятеро удзесяцёра"},
	}
}

// spanWords lists stretches of time whose name holds a number of months or days.
func spanWords() []numeralRow {
	return []numeralRow{
		{numeral{part: lone, alone: Measure, value: 120, weak: true}, "decade decades десятилетие десятилетия десятилетию десятилетием " +
			"десятилетии десятилетий десятилетиям десятилетиями десятилетиях дзесяцігоддзе дзесяцігоддзя дзесяцігоддзю " +
			"дзесяцігоддзем дзесяцігоддзі дзесяцігоддзяў дзесяцігоддзям дзесяцігоддзямі дзесяцігоддзях дзесяцігодзьдзе " +
			"дзесяцігодзьдзя дзесяцігодзьдзі дзесяцігодзьдзяў"},
		{numeral{part: lone, alone: Measure, value: 1200, weak: true}, "century centuries столетие столетия столетию столетием столетии " +
			"столетий столетиям столетиями столетиях стагоддзе стагоддзя стагоддзю стагоддзем стагоддзі стагоддзяў стагоддзям " +
			"стагоддзямі стагоддзях стагодзьдзе стагодзьдзя стагодзьдзі стагодзьдзяў"},
		{numeral{part: lone, alone: Measure, value: 600, weak: true}, "полвека полстолетия паўстагоддзя паўстагодзьдзя паўвека"},
		{numeral{part: lone, alone: Measure, value: 1, days: true, weak: true}, "сутки суток суткам сутками сутках суткі сутак суткамі"},
		{numeral{part: lone, alone: Measure, value: 14, days: true, weak: true}, "fortnight"},
	}
}

// clockWords lists noon and midnight, in minutes after midnight. Belarusian «поўнач» is the north as well,
// and «час» is an hour but in «в час ночи».
func clockWords() []numeralRow {
	return []numeralRow{
		{alone(ClockTime, 720, true), "noon midday полдень полудня полудню полудне апоўдні поўдні"},
		{alone(ClockTime, 0, true), "midnight полночь полуночи полночи апоўначы поўначы"},
		{alone(ClockTime, 60, false), "час"},
	}
}

// decadeWords lists the decades that English names in one word. People are in their twenties as well.
func decadeWords() []numeralRow {
	return []numeralRow{
		{alone(Decade, 20, true), "twenties"},
		{alone(Decade, 30, true), "thirties"},
		{alone(Decade, 40, true), "forties"},
		{alone(Decade, 50, true), "fifties"},
		{alone(Decade, 60, true), "sixties"},
		{alone(Decade, 70, true), "seventies"},
		{alone(Decade, 80, true), "eighties"},
		{alone(Decade, 90, true), "nineties"},
	}
}

// weekdayWords lists the days of the week. Russian «среда» is the environment too, and is weak where it may be that.
func weekdayWords() []numeralRow {
	return []numeralRow{
		{alone(Weekday, 1, false), "monday mondays понедельник понедельника понедельнику понедельником понедельнике понедельникам " +
			"понедельники панядзелак панядзелка панядзелку панядзелкам панядзелкі панядзелкаў"},
		{alone(Weekday, 2, false), "tuesday tuesdays вторник вторника вторнику вторником вторнике вторникам вторники " +
			"аўторак аўторка аўторку аўторкам аўторкі аўторкаў"},
		{alone(Weekday, 3, false), "wednesday wednesdays серада серады серадзе сераду серадой серадою серадам"},
		{alone(Weekday, 3, true), "среда среды среде среду средой средам"},
		{alone(Weekday, 4, false), "thursday thursdays четверг четверга четвергу четвергом четверге четвергам четверги " +
			"чацвер чацверга чацвяргу чацвяргом чацвергам чацвяргі чацвяргоў"},
		{alone(Weekday, 5, false), "friday fridays пятница пятницы пятнице пятницу пятницей пятницам пятнич~ный " +
			"пятніца пятніцы пятніцу пятніцай пятніцам пятніч~ны"},
		{alone(Weekday, 6, false), "saturday saturdays суббота субботы субботе субботу субботой субботам суббот~ний " +
			"субота суботы суботу суботай суботам субот~ні"},
		{alone(Weekday, 7, false), "sunday sundays воскресенье воскресенья воскресенью воскресеньем воскресеньям воскрес~ный " +
			"нядзеля нядзелі нядзелю нядзеляй нядзелях нядзелям нядзель~ны"},
	}
}
