package quantity

// clockFigures reads a time of day written with a colon or a point: "18:00", "6:30 p.m.", «в 18.00».
func (f *finder) clockFigures(i int) bool {
	minutes, end, ok := f.hourAndMinute(i)
	if !ok {
		return false
	}
	q := Quantity{Kind: ClockTime, Value: float64(minutes)}
	if shift, n := f.halfOfDay(end); n > 0 && minutes < 13*60 {
		q.Value = float64(shift(minutes))
		end += n
	}
	q.Unit = f.zone(end)
	f.scaled = false
	f.add(q, i, end)
	return true
}

// zone is the time zone that is told behind a time of day, at token i; "" for none.
func (f *finder) zone(i int) string {
	if f.is(i, "local местного мясцовага") {
		return ""
	}
	if f.is(i, "по па паводле") {
		i++
	}
	switch {
	case f.is(i, "gmt utc гринвичу грынвічу грынвічы"):
		return "UTC+0"
	case f.is(i, "bst cet"):
		return "UTC+1"
	case f.is(i, "cest eet"):
		return "UTC+2"
	case f.is(i, "eest msk мск минскому мінск* менск* московскому маскоўск*"),
		f.is(i, "minsk moscow") && f.is(i+1, "time"):
		return "UTC+3"
	case f.is(i, "edt"):
		return "UTC-4"
	case f.is(i, "est"):
		return "UTC-5"
	case f.is(i, "pdt"):
		return "UTC-7"
	case f.is(i, "pst"):
		return "UTC-8"
	}
	return ""
}

func (f *finder) hourAndMinute(i int) (minutes, end int, ok bool) {
	h, colon, m := f.tok(i), f.tok(i+1), f.tok(i+2)
	if h.digits > 2 || h.serial || h.grouped || f.tok(i-1).char == ':' && h.glued {
		return 0, 0, false
	}
	if h.point == '.' && h.fraction == 2 {
		total := int(h.value.scaled(2).float() + 0.5)
		minutes, ok = total/100*60+total%100, total/100 < 24 && total%100 < 60
		return minutes, i + 1, ok && f.clockContext(i, total%100)
	}
	if !h.plain() || colon.char != ':' || !f.touch(i+1, i+2) || !m.plain() || m.digits != 2 {
		return 0, 0, false
	}
	if h.value.mant > 24 || m.value.mant > 59 || f.is(i-1, "счет* лік*") {
		return 0, 0, false
	}
	end = i + 3
	if s := f.tok(i + 4); f.tok(i+3).char == ':' && f.touch(i+3, i+4) && s.digits == 2 && s.plain() {
		end = i + 5
	}
	return int(h.value.mant*60+m.value.mant) % (24 * 60), end, true
}

// clockContext tells whether «18.00» at token i is a time and not a number with decimals.
func (f *finder) clockContext(i, minute int) bool {
	if _, n := f.halfOfDay(i + 1); n > 0 || f.is(i+1, "час часа часов гадзін гадзіны мск") {
		return true
	}
	if n := len(f.found); n > 0 && f.found[n-1].Kind == ClockTime && f.ranges(i) { // «в 9.30 и 14.00»
		return true
	}
	if !f.nothingCounted(i+1) || f.tok(i+1).num.part == scale || f.is(i+1, "раз* раза times") {
		return false
	}
	return f.is(i-1, "в у ў а at") || minute%5 == 0 && f.is(i-1, "к до с да з каля около by from until till")
}

// halfOfDay reads what says which half of the day an hour is in, at token i: how it shifts minutes after midnight, and
// how many tokens it takes.
func (f *finder) halfOfDay(i int) (shift func(int) int, tokens int) {
	n := 1
	if f.is(i, "a p") && f.tok(i+1).char == '.' && f.is(i+2, "m") {
		n = 3
		if f.tok(i+3).char == '.' {
			n = 4
		}
	}
	switch {
	case f.is(i, "pm") || n > 1 && f.is(i, "p"):
		return afternoon, n
	case f.is(i, "am") || n > 1 && f.is(i, "a"):
		return morning, n
	case f.is(i, "in") && f.is(i+1, "the") && f.is(i+2, "morning"):
		return morning, 3
	case f.is(i, "in") && f.is(i+1, "the") && f.is(i+2, "afternoon evening"):
		return afternoon, 3
	case f.is(i, "утра раніцы раницы ночи ночы"):
		return morning, 1
	case f.is(i, "вечера вечара дня"):
		return afternoon, 1
	}
	return nil, 0
}

func afternoon(m int) int {
	if m < 12*60 {
		return m + 12*60
	}
	return m
}

func morning(m int) int {
	if m >= 12*60 && m < 13*60 {
		return m - 12*60
	}
	return m
}

// clockAmount reads an hour in figures or words with what makes it a time of day: "6 p.m.", "six o'clock", «в 18
// часов», «шесть часов вечера», «а 18-й гадзіне». The hour is stated by the tokens from i up to end.
func (f *finder) clockAmount(q *Quantity, i, end int) bool {
	h := int(q.Value)
	if q.Value != float64(h) || h < 0 || h > 24 || f.tok(end-1).kind == number && f.tok(end-1).digits > 2 {
		return false
	}
	minutes := h * 60 % (24 * 60)
	if f.halfHour(q, i, end) || f.partPast(q, i, end) {
		return true
	}
	if f.is(end, "oclock") {
		f.addClock(i, end+1, minutes, h <= 12)
		return true
	}
	counted := f.is(end, "дня") || f.is(end, "ночи ночы") && !f.is(i-1, "в а у") // «три дня», «две ночи»
	if shift, n := f.halfOfDay(end); n > 0 && h <= 12 && q.Kind <= Ordinal && !counted {
		f.addClock(i, end+n, shift(minutes), false)
		return true
	}
	if !f.is(end, "час часа часов гадзіна гадзіне гадзіны гадзін гадзіну") {
		return false
	}
	return f.clockHours(q, i, end+1, minutes)
}

// halfHour reads «половина десятого», «палова дзясятай», which is half past nine: half an hour counted back from the
// hour that the ordinal at token i names. It takes back the half that was recorded as a number by itself.
func (f *finder) halfHour(q *Quantity, i, end int) bool {
	last := len(f.found) - 1
	if q.Kind != Ordinal || q.Value < 1 || q.Value > 12 || f.tok(i-1).num.part != half ||
		last < 0 || f.found[last].End != f.tok(i-1).end {
		return false
	}
	minutes, named := int(q.Value)*60-30, f.is(end, "гадзіны часа")
	if named {
		end++
	}
	shift, n := f.halfOfDay(end)
	if n == 0 && !named && !f.is(i-2, "в у а к да до каля около з с пасля после") { // «половина второго дома»
		return false
	}
	f.found, f.lastEnd = f.found[:last], i-1
	if n > 0 {
		minutes = shift(minutes)
	}
	f.addClock(i-1, end+n, minutes, n == 0)
	return true
}

// partPast reads "half past six", "quarter to six", «без четверти шесть», «палова на шостую»: the hour is stated by the
// tokens from i up to end. It takes back the half or quarter that was recorded as a number by itself.
func (f *finder) partPast(q *Quantity, i, end int) bool {
	if q.Value < 1 || q.Value > 12 || len(f.found) == 0 || f.lastEnd != i && f.lastEnd != i-1 {
		return false
	}
	p := f.found[len(f.found)-1]
	minutes, first := 0, i-2
	switch {
	case p.Value > 0 && p.Value < 1 && p.Unit == "" && p.Kind == Count:
		minutes = int(p.Value*60 + 0.5)
	case f.minutesPast(p, i):
		minutes = int(p.Value)
	default:
		return false
	}
	hour := int(q.Value) * 60
	switch {
	case f.lastEnd == i-1 && f.is(i-1, "past"):
		minutes += hour
	case f.lastEnd == i-1 && f.is(i-1, "to") && minutes != 30:
		minutes = hour - minutes
	case f.lastEnd == i-1 && f.is(i-1, "на") && q.Kind == Ordinal: // «палова на шостую»
		minutes += hour - 60
	case f.lastEnd == i && f.is(i-2, "без") && q.Kind == Count:
		minutes, first = hour-minutes, i-2
	default:
		return false
	}
	if f.is(end, "гадзіну гадзіны oclock") {
		end++
	}
	shift, n := f.halfOfDay(end)
	if n > 0 {
		minutes = shift(minutes)
	}
	f.found, f.lastEnd = f.found[:len(f.found)-1], first
	f.addClock(first, end+n, minutes%(24*60), n == 0)
	return true
}

// minutesPast tells whether p, the last number, is the minutes in "at ten to six", "ten minutes past six", «без десяти
// шесть», whose hour is at token i.
func (f *finder) minutesPast(p Quantity, i int) bool {
	if p.Value < 5 || p.Value >= 30 || p.Unit != "" && p.Unit != "minute" {
		return false
	}
	if f.lastEnd == i {
		return f.is(i-2, "без") || p.Unit == "minute" && f.is(i-3, "без")
	}
	return f.is(i-1, "past to") && (p.Unit == "minute" || f.is(i-3, "at by until till before after around"))
}

// lessMinutes reads «без двадцати девять», which is no twenty-nine: the hour does not decline with the minutes.
func (f *finder) lessMinutes(i int) bool {
	minutes, hour := f.tok(i).num, f.tok(i+1).num
	if minutes.part != ten || minutes.value != 20 || hour.part != digit || !f.is(i-1, "без") || !f.endsIn(i, "цати", "цаці") ||
		!f.is(i+1, "два три четыре пять шесть семь восемь девять дзве тры чатыры пяць шэсць сем восем дзевяць") {
		return false
	}
	f.addClock(i-1, i+2, int(hour.value*60-minutes.value), true)
	return true
}

// clockHours settles whether "18 hours", which ends before token end, is an hour of the day.
func (f *finder) clockHours(q *Quantity, i, end, minutes int) bool {
	if shift, n := f.halfOfDay(end); n > 0 && minutes < 13*60 {
		f.addClock(i, end+n, shift(minutes), false)
		return true
	}
	hour := f.is(i-1, "в") && minutes > 0 || q.Kind == Ordinal && f.is(end-1, "гадзін*")
	if !hour {
		return false
	}
	if m := f.tok(end); m.kind == number && m.plain() && m.value.mant < 60 && f.is(end+1, "мин минут* хвілін*") {
		minutes, end = minutes+int(m.value.mant), end+2
	}
	f.addClock(i, end, minutes, minutes < 13*60)
	return true
}

// addClock records a time of day; unsure says that it may as well be in the other half of the day.
func (f *finder) addClock(i, end, minutes int, unsure bool) {
	q := Quantity{Kind: ClockTime, Value: float64(minutes), Unit: f.zone(end)}
	if unsure {
		q.Alt = float64((minutes + 12*60) % (24 * 60))
	}
	f.add(q, i, end)
}
