package quantity

import "math"

// serialEnd tells where a phone number, a version or another string of digits that is no quantity ends, if one begins
// at token i; 0 if none does.
func (f *finder) serialEnd(i int) int {
	t := f.tok(i)
	if t.serial {
		return i + 1
	}
	if end := f.chain(i, '.'); end > i+4 && !f.isDate(i) {
		return end
	}
	if end := f.chain(i, '-'); end > i+4 && !f.isDate(i) && f.tok(end-1).end-t.start >= 7 {
		return end
	}
	abroad := t.glued && f.tok(i-1).char == '+'
	inland := t.plain() && t.value.mant == 8 && f.tok(i+2).padded && (f.tok(i+1).char == '(' || f.hyphen(i+1))
	if abroad || inland {
		return f.phone(i)
	}
	return 0
}

// serial records the serial number from token i up to end by its last nine digits.
func (f *finder) serial(i, end int) {
	if !f.all {
		return
	}
	value, digits := 0.0, 0
	const most = 1e9
	for j := i; j < end; j++ {
		t := f.tok(j)
		if t.kind != number {
			continue
		}
		for _, c := range []byte(f.text[t.start:t.end]) {
			if '0' <= c && c <= '9' {
				value, digits = math.Mod(value*10+float64(c-'0'), most), digits+1
			}
		}
	}
	if digits >= 7 && digits <= 15 {
		f.found = append(f.found, Quantity{Kind: Serial, Value: value, Weak: true, Start: f.tok(i).start, End: f.tok(end - 1).end})
	}
	f.lastEnd, f.scaled = end, false
}

// chain tells where a run of numbers joined by sep without spaces ends. It looks no further than a known few, so that
// looking from each of a long run stays linear.
func (f *finder) chain(i int, sep rune) int {
	const most = 64
	end := i + 1
	for end < i+most && f.tok(end).char == sep && f.touch(end, end+1) {
		end += 2
	}
	return end
}

func (f *finder) isDate(i int) bool {
	_, ok := f.numericShape(i)
	return ok
}

// phone tells where the phone number that begins at token i ends; 0 if it has fewer than nine digits.
func (f *finder) phone(i int) int {
	const most = 12 // tokens: +375 (29) 123-45-67 has nine
	end, digits := i, 0
	for end < i+most {
		t := f.tok(end)
		switch {
		case t.kind == number && !t.grouped && t.fraction == 0:
			digits += t.end - t.start
		case t.kind == number && t.grouped:
			digits += t.end - t.start - 1
		case t.char != '-' && t.char != '(' && t.char != ')':
			if digits < 9 {
				return 0
			}
			return end
		}
		end++
	}
	return end
}

// inName tells whether the figures at token i are a part of a name: "COVID-19", «Ту-154», "G20", "5G", "737-MAX". The
// year in "mid-2020" is not.
func (f *finder) inName(i int) bool {
	t := f.tok(i)
	if t.padded && t.fraction == 0 {
		return true
	}
	if before := f.tok(i - 1); t.glued && before.kind == word {
		return f.currencyBefore(i) == ""
	}
	if f.hyphen(i-1) && f.tok(i-2).kind == word && f.tok(i-2).num.part == none && !f.hyphen(i-3) {
		return !t.year() || t.value.mant < 1900 || t.value.mant >= 2100
	}
	if f.hyphen(i+1) && f.capital(i+2) {
		return true
	}
	return f.tok(i+1).kind == word && f.tok(i+1).glued && !f.knownSuffix(i+1)
}

// knownSuffix tells whether the word at token i may touch the digits before it.
func (f *finder) knownSuffix(i int) bool {
	if f.tok(i).num.part != none || f.is(i, "st nd rd th s am pm k m b a p") || f.is(i, ordinalSuffixes) || f.is(i, cardinalSuffixes) {
		return true
	}
	n, _, ok := f.noun(i)
	return ok && (len(f.letters(i)) > 2 || !f.capital(i)) && n.kind != Day
}

const (
	ordinalSuffixes  = "й ый ой ий я ая ья е ое ье ые го ого его му ому м ым ом х ых ую ю ми ы га ага му аму ай ае ыя і гі ці яя юю ім"
	cardinalSuffixes = "ти ми ти ци ці ці ёх ех мя"
)

// suffixed reads "1st", «5-й», «70-х», "1970s" at token i.
func (f *finder) suffixed(i int) bool {
	t, j := f.tok(i), i+1
	if f.hyphen(j) || f.tok(j).glued && (f.tok(j).char == '\'' || f.tok(j).char == '’') {
		j++
	}
	if !t.plain() || !f.tok(j).glued || f.tok(j).kind != word {
		return false
	}
	q := Quantity{Value: t.value.float()}
	switch {
	case f.is(j, "s") && f.decade(t):
		q.Kind = Decade
	case f.is(j, "st nd rd th") && j == i+1:
		q.Kind = Ordinal
	case f.is(j, "х") && t.value.mant >= 2 && t.value.mant <= 4,
		f.is(j, "ти ми ци ці") && t.value.mant > 4 && !f.is(j+1, "год*"):
		f.end(q, i, j+1)
		return true
	case f.is(j, ordinalSuffixes):
		q.Kind = Ordinal
		if f.decade(t) && (f.is(j, "х") || f.is(j, "е я ые ыя ми") && (t.year() || f.is(j+1, years))) {
			q.Kind = Decade
		}
	default:
		return false
	}
	f.end(q, i, j+1)
	return true
}

// fraction reads "2/3" and "2 1/2". Others with a slash, such as 24/7 and 9/11, are two numbers.
func (f *finder) fraction(i int) bool {
	whole, above, below := f.tok(i), f.tok(i), f.tok(i+2)
	end := i + 3
	if f.tok(i+1).kind == number && !f.tok(i+1).glued {
		above, below, end = f.tok(i+1), f.tok(i+3), i+4
	} else {
		whole = token{}
	}
	if f.tok(end-2).char != '/' || !f.touch(end-2, end-1) || f.tok(end).char == '/' {
		return false
	}
	if !whole.plain() || !above.plain() || !below.plain() {
		return false
	}
	n, d := above.value.mant, below.value.mant
	if n < 1 || n >= d || d > 10 {
		return false
	}
	q := Quantity{Value: whole.value.float() + float64(n)/float64(d)}
	f.scaled = false
	f.add(q, i, f.unit(&q, end))
	return true
}

// years lists the word for years in the cases of a decade.
const years = "годы годов годах годами гг гады гадоў гадах гадамі"

// decade tells whether the figures are a round year or a two-digit decade.
func (f *finder) decade(t token) bool {
	return t.value.mant%10 == 0 && (t.digits == 2 || t.year())
}

// end records an ordinal, or what turns out to be a day, a year or an hour.
func (f *finder) end(q Quantity, i, end int) {
	if q.Kind != Ordinal {
		f.scaled = false
		f.add(q, i, end)
		return
	}
	if f.clockAmount(&q, i, end) || f.day(&q, i, end) {
		return
	}
	if t := f.tok(i); t.year() && t.value.mant >= 1000 && t.value.mant < 2100 && end > i+2 {
		q.Kind = Year
	}
	f.ofCentury(&q, end)
	f.scaled = false
	f.add(q, i, end)
}
