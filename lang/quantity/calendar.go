package quantity

// day reads a day of a named month: "3 May", "May 3rd", «третьего мая», "the 3rd of May".
func (f *finder) day(q *Quantity, i, end int) bool {
	if q.Value < 1 || q.Value > 31 || q.Value != float64(int(q.Value)) {
		return false
	}
	month := ""
	switch {
	case f.is(end, "of"):
		month = f.month(end + 1)
	case f.month(end) != "":
		month = f.month(end)
	case f.latin(i - 1):
		month = f.month(i - 1)
	case f.is(i-1, "the"):
		month = f.month(i - 2)
	}
	if month == "" {
		return false
	}
	f.add(Quantity{Kind: Day, Value: q.Value, Unit: month}, i, end)
	return true
}

// month is the month that token i names, "" if none. In English a month has a capital letter: "may" and "march" are
// other words without it.
func (f *finder) month(i int) string {
	if f.tok(i).kind != word || f.latin(i) && !f.capital(i) {
		return ""
	}
	if n, ok := nounOf(f.letters(i)); ok && n.kind == Day {
		return n.unit
	}
	return ""
}

func (f *finder) latin(i int) bool {
	t := f.tok(i)
	return t.kind == word && f.text[t.start] < 0x80
}

// calendarYear reads a year: four digits that nothing follows but perhaps the word for year, or an ordinal before
// that word («две тысячи двадцатый год»).
func (f *finder) calendarYear(q *Quantity, i int, a amount) bool {
	named := f.is(a.end, "год года году годом годе годы годов г гг годзе гады гадоў гадах")
	if q.Kind == Ordinal && named && q.Value >= 1000 && q.Value < 2100 {
		f.add(Quantity{Kind: Year, Value: q.Value}, i, a.end)
		return true
	}
	if a.taken != 1 || !a.first.year() || q.Value < 1000 || q.Value >= 2101 || f.currencyBefore(i) != "" {
		return false
	}
	recent := q.Value >= 1900 && q.Value < 2100
	if !named && !(recent && f.nothingCounted(a.end)) && !(f.is(i-1, "in since") && f.nothingCounted(a.end)) {
		return false
	}
	f.add(Quantity{Kind: Year, Value: q.Value}, i, a.end)
	return true
}

// nothingCounted tells whether neither a unit nor a sign of one stands at token i.
func (f *finder) nothingCounted(i int) bool {
	var q Quantity
	f.unit(&q, i)
	_, currency := f.currencyBehind(i)
	return q.Kind == Count && currency == "" && currencySign(f.tok(i).char) == ""
}

// numericDate reads "15.11.2024", "15/11/2024" and "2024-11-15" as a day and a year. A date with a slash that could
// be read either way is weak.
func (f *finder) numericDate(i int) bool {
	d, ok := f.numericShape(i)
	if !ok {
		return false
	}
	f.scaled = false
	day := Quantity{Kind: Day, Value: float64(d.Day), Unit: twoDigits(d.Month)}
	year := Quantity{Kind: Year, Value: float64(d.Year)}
	if f.tok(i).digits == 4 {
		f.add(year, i, i+1)
		f.add(day, i+2, i+5)
		return true
	}
	day.Weak = f.tok(i+1).char == '/' && d.Day <= 12 && d.Day != d.Month
	f.add(day, i, i+3)
	f.add(year, i+4, i+5)
	return true
}

// numericShape reads three numbers that are parted by points, slashes or hyphens as a date. The day comes before the
// month unless only the other order is a day of the calendar, or the year comes first.
func (f *finder) numericShape(i int) (Date, bool) {
	a, b, c, sep := f.tok(i), f.tok(i+2), f.tok(i+4), f.tok(i+1).char
	if sep != '.' && sep != '/' && sep != '-' || f.tok(i+3).char != sep || !f.touch(i+1, i+4) {
		return Date{}, false
	}
	if !a.plain() || !b.plain() || !c.plain() || b.digits > 2 {
		return Date{}, false
	}
	d := Date{Year: int(c.value.mant), Month: int(b.value.mant), Day: int(a.value.mant)}
	switch {
	case a.digits == 4 && c.digits <= 2:
		d.Year, d.Day = d.Day, d.Year
	case a.digits > 2 || c.digits != 4 && (c.digits != 2 || sep == '-'):
		return Date{}, false
	case c.digits == 2:
		d.Year += 2000
	}
	if d.Month > 12 && a.digits <= 2 && sep == '/' {
		d.Month, d.Day = d.Day, d.Month
	}
	return d, valid(d.Year, d.Month, d.Day)
}

// touch tells whether the tokens from to up to and with last follow each other without a space, numbers and marks in
// turn.
func (f *finder) touch(from, last int) bool {
	for i := from; i <= last; i++ {
		t := f.tok(i)
		if !t.glued || t.kind == word {
			return false
		}
	}
	return f.tok(last).kind == number
}

func twoDigits(n int) string { return string(appendTwo(nil, n)) }
