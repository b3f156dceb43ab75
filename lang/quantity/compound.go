package quantity

import "strings"

// compound reads an adjective that begins with a number: «двухлетний», «трёхдневный», «шасцігадовы».
func (f *finder) compound(t token) bool {
	if t.end-t.start < 12 || t.end-t.start > maxWord-4 || f.text[t.start] < 0x80 {
		return false
	}
	var buf [maxWord]byte
	folded := string(fold(f.text[t.start:t.end], &buf))
	value, rest := cutPrefix(folded)
	if value == 0 {
		return false
	}
	q := Quantity{Value: float64(value)}
	for _, s := range [...]struct{ stem, unit string }{
		{"летн", "year"}, {"лети", "year"}, {"гадов", "year"}, {"годдз", "year"},
		{"месячн", "month"}, {"недельн", "week"}, {"тыднев", "week"}, {"дневн", "day"}, {"дзенн", "day"},
		{"часов", "hour"}, {"гадзінн", "hour"}, {"минутн", "minute"}, {"хвілінн", "minute"},
		{"километр", "km"}, {"кіламетр", "km"}, {"метров", "m"}, {"метрав", "m"},
		{"процентн", "%"}, {"працэнтн", "%"}, {"этажн", ""}, {"павярхов", ""}, {"комнатн", ""}, {"пакаев", ""},
		{"местн", ""}, {"месн", ""}, {"кратн", ""}, {"сторонн", ""}, {"баков", ""}, {"тысячн", "·"},
	} {
		if !strings.HasPrefix(rest, s.stem) {
			continue
		}
		switch s.unit {
		case "":
		case "·":
			q.Value *= 1000
		case "%":
			q.Kind, q.Unit = Percent, s.unit
		default:
			q.Kind, q.Unit = Measure, s.unit
		}
		f.scaled = false
		f.add(q, f.at, f.at+1)
		return true
	}
	return false
}

// cutPrefix takes the numbers from the front of a folded word: «двадцатипятилетний» is 20, 5 and «летний».
func cutPrefix(w string) (value int64, rest string) {
	room := int64(1000)
	for {
		n, size := prefixNumber(w)
		if size == 0 || n >= room {
			return value, w
		}
		value, w = value+n, w[size:]
		switch {
		case n >= 100:
			room = 100
		case n >= 20:
			room = 10
		default:
			return value, w
		}
	}
}

// prefixNumber is the longest number word that w begins with, as compounds have it.
func prefixNumber(w string) (value int64, size int) {
	for n := min(len(w), 26); n >= 4; n -= 2 {
		num := numerals[w[:n]]
		small := num.part >= digit && num.part <= hundreds && !num.ordinal && !num.weak
		if small && compounding(w[:n]) {
			return num.value, n
		}
	}
	return 0, 0
}

// compounding tells whether a number word has the form in which it begins a compound: the genitive, or сто, сорок.
func compounding(w string) bool {
	if w == "сто" || w == "сорока" || w == "сарака" || w == "ста" {
		return true
	}
	return strings.HasSuffix(w, "х") || strings.HasSuffix(w, "и") || strings.HasSuffix(w, "і") || strings.HasSuffix(w, "от")
}
