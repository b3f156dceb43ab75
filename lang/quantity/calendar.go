package quantity

import (
	"strings"
	"unicode/utf8"
)

// day reads a day of a named month: "3 May", "May 3rd", «третьего мая», "the 3rd of May".
func (f *finder) day(q *Quantity, i, end int) bool {
	if q.Value < 1 || q.Value > 99 || q.Value != float64(int(q.Value)) {
		return false
	}
	m := f.monthOf(i, end)
	if m < 0 || q.Value > 31 && (m != end || f.tok(i).kind != number) { // «42 мая» is a slip, "May 68" may be anything
		return false
	}
	day := Quantity{Kind: Day, Value: q.Value, Unit: f.month(m)}
	switch {
	case m < i:
		f.dropMonth(i)
		if n := len(f.found); f.all && (n == 0 || f.found[n-1].End <= f.tok(m).start) { // else the month is the other day's
			day.Start, day.End = f.tok(m).start, f.tok(end-1).end
		}
	case f.all:
		end = m + 1
	}
	f.add(day, i, end)
	return true
}

// monthOf is the token that names the month of the day which is stated by the tokens from i up to end; -1 if none does.
func (f *finder) monthOf(i, end int) int {
	m := -1
	switch {
	case f.is(end, "of"):
		m = end + 1
	case f.month(end) != "":
		m = end
	case f.latin(i - 1):
		m = i - 1
		if f.is(m, "the") {
			m = i - 2
		}
	case f.tok(i-1).char == '.' && f.tok(i-1).glued && f.latin(i-2) && !f.tok(i).glued: // "Dec. 26"
		m = i - 2
	}
	if m < 0 || f.month(m) == "" || m < i && strings.ContainsAny(f.letters(m), "'’") { // "February's 4-1 defeat"
		return -1
	}
	return m
}

// dropMonth takes back the month before token i, which was recorded by itself.
func (f *finder) dropMonth(i int) {
	if n := len(f.found); n > 0 && f.found[n-1].Kind == Month && f.found[n-1].End >= f.tok(i-2).start {
		f.found = f.found[:n-1]
	}
}

// monthAlone reads the month at the token to look at. One that belongs to the day before it is passed over, and
// Belarusian «мае» and «мая» are words for having and mine.
func (f *finder) monthAlone() bool {
	i := f.at
	m := f.month(i)
	short := f.is(i, "feb sept oct nov dec")
	if m == "" || !short && f.is(i, monthAbbreviations) {
		return false
	}
	if n := len(f.found); n > 0 && f.found[n-1].Kind == Day && (f.lastEnd == i || f.lastEnd == i-1 && f.is(i-1, "of")) {
		return false
	}
	q := Quantity{Kind: Month, Value: float64(m[0]-'0')*10 + float64(m[1]-'0')}
	dated := f.is(i-1, "in of since until by last next this late early mid")
	q.Weak = short || f.is(i, "мая маю маі люты лютага лютым лютому") || f.is(i, "мае май") && !f.is(i-1, "в") ||
		f.is(i, "may march april june august") && !dated // names of people as well
	f.scaled = false
	f.add(q, i, i+1)
	return true
}

const monthAbbreviations = `jan feb mar apr jun jul aug sep sept oct nov dec янв фев февр мар апр июн июл авг сен сент окт
	ноя нояб дек студз лют сак крас трав чэрв ліп жнів вер кастр ліст снеж`

// month is the month that token i names, "" if none. In English a month has a capital letter: "may" and "march" are
// other words without it.
func (f *finder) month(i int) string {
	if f.tok(i).kind != word || f.latin(i) && !f.lacinka && !f.capital(i) {
		return ""
	}
	if n, ok := nounOf(f.folded(i)); ok && n.kind == Day {
		return n.unit
	}
	return ""
}

func (f *finder) latin(i int) bool {
	t := f.tok(i)
	return t.kind == word && f.text[t.start] < 0x80
}

// ofCentury notes that an ordinal before token i counts centuries.
func (f *finder) ofCentury(q *Quantity, i int) {
	if q.Kind != Ordinal || q.Unit != "" {
		return
	}
	if f.hyphen(i) {
		i++
	}
	if f.is(i, centuries) {
		q.Unit = "century"
	}
}

const centuries = "century centuries век* вв в ст столет* стагодд* стагодз*"

// roman reads a Roman numeral: of a century («XIX век») or, as a hint, any of two letters and more.
func (f *finder) roman(t token) bool {
	if !f.beginsRoman(t) {
		return false
	}
	v, i := romanValue(f.letters(f.at)), f.at
	if v == 0 || f.tok(i+1).glued && f.tok(i+1).kind != mark || f.hyphen(i-1) && len(f.found) == 0 {
		return false
	}
	q := Quantity{Kind: Ordinal, Value: float64(v)}
	f.ofCentury(&q, i+1)
	if q.Unit == "" {
		if t.end-t.start < 2 || utf8.RuneCountInString(f.letters(i)) < 2 {
			return false
		}
		q.Weak = true
	}
	f.scaled = false
	f.add(q, i, i+1)
	return true
}

// beginsRoman looks at the first letter alone: it is asked about every word.
func (f *finder) beginsRoman(t token) bool {
	switch c := f.text[t.start]; c {
	case 'I', 'V', 'X':
		return true
	case 0xd0: // Х and І of the Cyrillic alphabet look alike
		next := f.text[t.start+1]
		return next == 0xa5 || next == 0x86
	}
	return false
}

// romanValue is the value of a numeral of the letters I, V and X; 0 if w is none.
func romanValue(w string) int {
	total, last, same := 0, 0, 0
	for _, r := range w {
		v := 0
		switch r {
		case 'I', 'І':
			v = 1
		case 'V':
			v = 5
		case 'X', 'Х':
			v = 10
		default:
			return 0
		}
		if same++; v != last {
			same = 1
		}
		if same > 3 || v == 5 && same > 1 || last == 5 && v > 5 {
			return 0
		}
		if total += v; last != 0 && v > last {
			total -= 2 * last
		}
		last = v
	}
	return total
}

// decadeWord reads «девяностых годов», «ў семідзясятыя».
func (f *finder) decadeWord(q *Quantity, i int, a amount) bool {
	round := a.last.part == ten && int(q.Value)%10 == 0 || a.last.part == scale && q.Value == 2000 // «двухтысячные»
	if q.Kind != Ordinal || !round || !f.endsIn(a.end-1, "ые", "ых", "ым", "ыми", "ыя", "ымі") {
		return false
	}
	if !f.is(a.end, years) {
		q.Weak = true
		if !f.is(i-1, "в у ў конца начале середине канца канцы пачатку сярэдзіне") {
			return false
		}
	}
	f.add(Quantity{Kind: Decade, Value: q.Value, Weak: q.Weak}, i, a.end)
	return true
}

// calendarYear reads a year: four digits that nothing follows but perhaps the word for year, or an ordinal before
// that word («две тысячи двадцатый год»).
func (f *finder) calendarYear(q *Quantity, i int, a amount) bool {
	named := f.is(a.end, "год года году годом годе годы годов г гг годзе гады гадоў гадах")
	if q.Kind == Ordinal && named && q.Value >= 1000 && q.Value < 2100 {
		f.add(Quantity{Kind: Year, Value: q.Value}, i, a.end)
		return true
	}
	if a.taken != 1 || !a.first.year() || q.Value < 1000 || f.currencyBefore(i) != "" {
		return false
	}
	if q.Value >= 2101 && !(f.is(a.end, "год года году годом годзе") && f.is(i-1, "в у ў с з со к ко да до по па")) {
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
