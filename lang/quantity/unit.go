package quantity

// money reads the currency before or behind the number, and tells which tokens the whole takes.
func (f *finder) money(q *Quantity, i int, a amount) (first, end int) {
	if code := f.currencyBefore(i); code != "" {
		q.Kind, q.Unit = Money, code
		first = i - 1
		if f.is(i-2, "us a c") && f.tok(i-1).glued {
			first--
		}
		return first, a.end
	}
	j := a.end
	if f.hyphen(j) {
		j++
	}
	if code := currencySign(f.tok(j).char); code != "" && (f.tok(j).glued || !f.tok(j+1).glued) {
		q.Kind, q.Unit = Money, code
		return i, j + 1
	}
	if end, code := f.currencyBehind(j); code != "" && q.Kind == Count {
		q.Kind, q.Unit = Money, code
		return i, end
	}
	return i, a.end
}

// currencyBefore is the currency that stands before token i: "$", "US$", "BYN".
func (f *finder) currencyBefore(i int) string {
	t := f.tok(i - 1)
	if code := currencySign(t.char); code != "" {
		if code == "USD" && t.glued && f.is(i-2, "a") {
			return "AUD"
		}
		if code == "USD" && t.glued && f.is(i-2, "c") {
			return "CAD"
		}
		return code
	}
	if t.kind != word || t.end-t.start > 3 {
		return ""
	}
	switch f.letters(i - 1) {
	case "USD", "EUR", "GBP", "BYN", "RUB", "PLN", "UAH", "CNY", "CHF":
		return f.letters(i - 1)
	case "Br":
		return "BYN"
	}
	return ""
}

func currencySign(r rune) string {
	switch r {
	case '$':
		return "USD"
	case '€':
		return "EUR"
	case '£':
		return "GBP"
	case '₽':
		return "RUB"
	case '₴':
		return "UAH"
	case '¥':
		return "CNY"
	}
	return ""
}

// currencyBehind reads a currency at token i, with the adjective that says whose it is.
func (f *finder) currencyBehind(i int) (end int, code string) {
	whose := ""
	for _, c := range [...]struct{ adjective, code string }{
		{"belarus* беларус* белорус* бел", "BYN"},
		{"russia* росси* расі* расей* рос рас", "RUB"},
		{"us american америк* амерык*", "USD"},
		{"canadian канад*", "CAD"},
		{"australian австрал* аўстрал*", "AUD"},
	} {
		if f.is(i, c.adjective) {
			whose = c.code
			i++
			if f.tok(i).char == '.' {
				i++
			}
			break
		}
	}
	t := f.tok(i)
	if t.kind != word {
		return 0, ""
	}
	n, ok := nounOf(f.letters(i))
	if !ok || n.kind != Money {
		return 0, ""
	}
	if n.unit == "pound" && f.is(i+1, "sterling стерлингов стэрлінгаў") {
		return i + 2, "GBP"
	}
	if whose != "" && (n.unit == "rouble" || n.unit == "USD") {
		return i + 1, whose
	}
	return i + 1, n.unit
}

// unit reads a percent sign or a unit of measurement behind the number, at token i, and tells where the whole ends.
func (f *finder) unit(q *Quantity, i int) int {
	j := i
	if f.hyphen(j) {
		j++
	}
	switch t := f.tok(j); {
	case t.char == '%':
		q.Kind, q.Unit = Percent, "%"
		return f.points(q, j+1)
	case t.char == '°' || t.char == 'º':
		return f.degrees(q, j+1)
	case f.is(j, "per") && f.is(j+1, "cent"):
		q.Kind, q.Unit = Percent, "%"
		return j + 2
	case f.is(j, "п") && f.tok(j+1).char == '.' && f.is(j+2, "п"):
		q.Kind, q.Unit = Percent, "pp"
		return j + 3
	case t.kind == word:
		return f.measure(q, i, j)
	}
	return i
}

// measure reads the unit word at token j; the number without it ends before token i.
func (f *finder) measure(q *Quantity, i, j int) int {
	power := ""
	switch {
	case f.is(j, "sq square кв квадратн*"):
		power = "2"
	case f.is(j, "cubic куб кубическ* кубичн* кубічн*"):
		power = "3"
	}
	if power != "" {
		if j++; f.tok(j).char == '.' {
			j++
		}
	}
	if f.tok(j).kind != word {
		return i
	}
	w := f.letters(j)
	base, square := cutPower(w)
	n, ok := nounOf(base)
	letter := len([]rune(base)) == 1
	if !ok || n.kind == Day || n.kind == Money || letter && (f.capital(j) || f.hyphen(j+1)) {
		return i
	}
	q.Kind, q.Unit = n.kind, n.unit
	if n.kind == Percent {
		return f.points(q, j+1)
	}
	if next := f.letters(j + 1); square == "" && f.tok(j+1).glued && (next == "2" || next == "3") {
		square = next // км2
		j++
	}
	q.Unit += power + square
	if n.unit == "degree" {
		return f.degrees(q, j+1)
	}
	return f.perHour(q, j+1)
}

func cutPower(w string) (base, power string) {
	const square, cube = "²", "³"
	if n := len(w) - len(square); n > 0 && w[n:] == square {
		return w[:n], "2"
	} else if n > 0 && w[n:] == cube {
		return w[:n], "3"
	}
	return w, ""
}

// points turns percent into percentage points if the next word says so.
func (f *finder) points(q *Quantity, i int) int {
	j := i
	if f.hyphen(j) {
		j++
	}
	if f.is(j, "point points пункт*") {
		q.Unit = "pp"
		return j + 1
	}
	return i
}

func (f *finder) degrees(q *Quantity, i int) int {
	q.Kind, q.Unit = Measure, "degree"
	switch {
	case f.is(i, "c с celsius"), f.is(i, "цельсия цэльсія цэльсію"):
		q.Unit = "°C"
	case f.is(i, "f fahrenheit"):
		q.Unit = "°F"
	case f.is(i, "по па") && f.is(i+1, "цельсию цэльсіі цэльсію"):
		q.Unit = "°C"
		return i + 2
	default:
		return i
	}
	return i + 1
}

// perHour reads the "/h" of a speed.
func (f *finder) perHour(q *Quantity, i int) int {
	if q.Unit != "km" && q.Unit != "mile" {
		return i
	}
	if f.tok(i).char == '/' && f.is(i+1, "h ч г гадз час*") || f.is(i, "per an в у ў") && f.is(i+1, "hour час гадзіну") {
		q.Unit += "/h"
		return i + 2
	}
	return i
}
