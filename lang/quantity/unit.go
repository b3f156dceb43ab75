package quantity

import (
	"bytes"
	"unicode/utf8"
)

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
	n, _, ok := f.noun(i)
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
	case isPrime(t.char) && t.glued && f.tok(j+1).kind == number:
		q.Kind, q.Unit = Measure, "ft"
		return j + 1
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

// isPrime tells whether r is a sign of feet.
func isPrime(r rune) bool { return r == '\'' || r == '’' || r == '′' }

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
	n, square, ok := f.noun(j)
	letter := f.tok(j).end-f.tok(j).start <= 2+len(square) && utf8.RuneCountInString(f.letters(j)) == 1+len(square)/2
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

// noun is the unit that token j names, with the power that it is raised to.
func (f *finder) noun(j int) (n noun, power string, ok bool) {
	const square, cube = "²", "³"
	w := f.folded(j)
	if base, found := bytes.CutSuffix(w, []byte(square)); found {
		w, power = base, "2"
	} else if base, found := bytes.CutSuffix(w, []byte(cube)); found {
		w, power = base, "3"
	}
	if len(w) == 0 {
		return n, power, false
	}
	n, ok = nounOf(w)
	return n, power, ok
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

// frost makes degrees negative that are «мороза» or below zero.
func (f *finder) frost(q *Quantity, i int) int {
	if q.Unit != "degree" && q.Unit != "°C" || q.Value < 0 {
		return i
	}
	switch {
	case f.is(i, "мороза марозу"):
		q.Value = -q.Value
		return i + 1
	case f.is(i, "below ниже ніжэй") && f.is(i+1, "zero нуля нулю"), f.is(i, "of") && f.is(i+1, "frost"):
		q.Value = -q.Value
		return i + 2
	}
	return i
}

// perHour reads the "/h" of a speed.
func (f *finder) perHour(q *Quantity, i int) int {
	if q.Unit == "m" && (f.tok(i).char == '/' && f.is(i+1, "s с") || f.is(i, "per в у ў") && f.is(i+1, "second секунду")) {
		q.Unit = "m/s"
		return i + 2
	}
	if q.Unit != "km" && q.Unit != "mile" {
		return i
	}
	if f.tok(i).char == '/' && f.is(i+1, "h ч г гадз час*") || f.is(i, "per an в у ў за") && f.is(i+1, "hour час гадзіну") {
		q.Unit += "/h"
		return i + 2
	}
	return i
}
