package quantity

// maxDateLine is longer than any date line, in bytes; a longer line is not looked at.
const maxDateLine = 200

// DateLine reads a line that is nothing but a date with its year, perhaps with a label ("Posted:"), a weekday and a
// time. Of several ("Posted … Updated …") it gives the first. A date in figures has the day before the month, unless
// only the other order is a day of the calendar or the year comes first. A time zone is read and left out.
func DateLine(line string) (Date, bool) {
	if len(line) > maxDateLine {
		return Date{}, false
	}
	var room [96]token
	d := dateLine{finder: finder{text: line, tokens: scan(line, false, room[:0])}}
	for d.at < len(d.tokens) {
		if !d.part() {
			return Date{}, false
		}
	}
	return d.date, d.dates > 0
}

// dateLine reads a date line part by part.
type dateLine struct {
	finder
	date  Date
	dates int // how many were read
}

// part reads one part of the line; false if what stands there has no place in a date line.
func (d *dateLine) part() bool {
	t := d.tok(d.at)
	switch {
	case t.kind == number:
		return d.numeric() || d.dayFirst() || d.time()
	case t.kind == mark:
		d.at++
		return d.dates > 0 && t.char == '.' || isSeparator(t.char)
	case d.monthFirst():
		return true
	case d.is(d.at, zones):
		d.at++
		d.offset()
		return true
	}
	d.at++
	return d.is(d.at-1, labels) || d.is(d.at-1, weekdays) || d.is(d.at-1, fillers)
}

func isSeparator(r rune) bool {
	switch r {
	case ',', ':', ';', '/', '|', '•', '·', '—', '–', '-', '(', ')', '[', ']', '.', '\r', '\n':
		return true
	}
	return false
}

// keep records a date that ends before token end, if the calendar has it.
func (d *dateLine) keep(year, month, day, end int) bool {
	if !valid(year, month, day) || year < 1000 {
		return false
	}
	if d.dates == 0 {
		d.date.Year, d.date.Month, d.date.Day = year, month, day
	}
	d.dates++
	d.at = end
	return true
}

func (d *dateLine) numeric() bool {
	n, ok := d.numericShape(d.at)
	if !ok {
		return false
	}
	return d.keep(n.Year, n.Month, n.Day, d.at+5)
}

// dayFirst reads "3 May 2025", «3-го мая 2025 г.».
func (d *dateLine) dayFirst() bool {
	day, i := d.dayNumber(d.at)
	if d.is(i, "of") {
		i++
	}
	month := d.monthNumber(i)
	if month == 0 {
		return false
	}
	return d.year(day, month, i+1)
}

// monthFirst reads "May 3, 2025".
func (d *dateLine) monthFirst() bool {
	month := d.monthNumber(d.at)
	if month == 0 {
		return false
	}
	i := d.at + 1
	if d.tok(i).char == '.' {
		i++
	}
	day, i := d.dayNumber(i)
	return day > 0 && d.year(day, month, i)
}

// dayNumber reads a day of the month with or without an ending, and tells which token follows.
func (d *dateLine) dayNumber(i int) (day, next int) {
	t := d.tok(i)
	if t.kind != number || !t.plain() || t.digits > 2 {
		return 0, i
	}
	next = i + 1
	if d.hyphen(next) {
		next++
	}
	if d.tok(next).glued && d.is(next, "st nd rd th го е ое га") {
		return int(t.value.mant), next + 1
	}
	return int(t.value.mant), i + 1
}

func (d *dateLine) monthNumber(i int) int {
	m := d.month(i)
	if m == "" {
		return 0
	}
	return int(m[0]-'0')*10 + int(m[1]-'0')
}

// year reads the year at token i, which a comma or a point may part from the month.
func (d *dateLine) year(day, month, i int) bool {
	if c := d.tok(i).char; c == ',' || c == '.' {
		i++
	}
	t := d.tok(i)
	if t.kind != number || !t.year() {
		return false
	}
	return d.keep(int(t.value.mant), month, day, i+1)
}

// time reads a time of day, with seconds and zone if they are there.
func (d *dateLine) time() bool {
	h, m, s, next, ok := d.clock(d.at)
	if !ok {
		return false
	}
	if shift, n := d.halfOfDay(next); n > 0 && h <= 12 {
		h = shift(h*60) / 60
		next += n
	}
	if !d.date.HasTime && d.dates < 2 {
		d.date.Hour, d.date.Minute, d.date.Second, d.date.HasTime = h, m, s, true
	}
	d.at = next
	d.offset()
	return true
}

func (d *dateLine) clock(i int) (h, m, s, next int, ok bool) {
	t := d.tok(i)
	if t.point == '.' && t.fraction == 2 && t.digits <= 2 {
		total := int(t.value.scaled(2).float() + 0.5)
		return total / 100, total % 100, 0, i + 1, total/100 < 24 && total%100 < 60
	}
	minute := d.tok(i + 2)
	if !t.plain() || t.digits > 2 {
		return 0, 0, 0, 0, false
	}
	h = int(t.value.mant)
	if _, n := d.halfOfDay(i + 1); n > 0 {
		return h, 0, 0, i + 1, h <= 12
	}
	if d.tok(i+1).char != ':' || !d.touch(i+1, i+2) || !minute.plain() || minute.digits != 2 {
		return 0, 0, 0, 0, false
	}
	m, next = int(minute.value.mant), i+3
	if second := d.tok(i + 4); d.tok(i+3).char == ':' && d.touch(i+3, i+4) && second.digits == 2 {
		s, next = int(second.value.float()), i+5
	}
	return h, m, s, next, h < 24 && m < 60 && s < 60
}

// offset passes over "Z", "+03:00", "-0500", "+3" at the next token.
func (d *dateLine) offset() {
	i := d.at
	if d.tok(i).glued && d.is(i, "z") {
		d.at++
		return
	}
	if c := d.tok(i).char; c != '+' && c != '−' && (c != '-' || !d.tok(i).glued) {
		return
	}
	if t := d.tok(i + 1); t.kind != number || !t.glued || !t.plain() || t.digits > 4 {
		return
	}
	d.at = i + 2
	if d.tok(d.at).char == ':' && d.touch(d.at, d.at+1) {
		d.at += 2
	}
}

const (
	labels = `posted published publish updated update created added date modified first last revised issued time
		опубликовано опубликована опубликован обновлено обновлена обновлен размещено размещена добавлено создано
		изменено дата время публикации публикация обновления обновление размещения выхода последнее
		апублікавана апублікаваны абноўлена абноўлены размешчана дададзена створана зменена час даты
		публікацыі публікацыя абнаўлення абнаўленне апошняе`
	weekdays = `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
		понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс
		панядзелак аўторак серада сераду чацвер пятніца пятніцу субота суботу нядзеля нядзелю аў чц нд`
	fillers = "on at of the t в у ў а г года год"
	zones   = "utc gmt msk est edt pst pdt cet cest eet eest bst мск"
)
