package quantity

import (
	"bytes"
	"strings"
)

// compound reads an adjective that begins with a number: «двухлетний», «трёхдневный», «шасцігадовы», «полуторачасовой».
func (f *finder) compound(t token) bool {
	if f.text[t.start] < 0x80 && !f.lacinka {
		return false
	}
	folded := f.folded(f.at)
	if len(folded) < 12 || len(folded) > maxWord-4 {
		return false
	}
	if (bytes.HasPrefix(folded, []byte("пол")) || bytes.HasPrefix(folded, []byte("па"))) && f.halved(folded) {
		return true
	}
	value, rest := cutPrefix(string(folded))
	if value == 0 {
		return false
	}
	for _, s := range compoundStems() {
		if strings.HasPrefix(rest, s.stem) {
			f.addCompound(s, value)
			return true
		}
	}
	return false
}

// addCompound records the word to look at as the number value of what the stem says.
func (f *finder) addCompound(s compoundStem, value int64) {
	q := Quantity{Kind: s.kind, Value: float64(value), Unit: s.unit}
	if s.by > 1 {
		q.Value *= s.by
	}
	f.scaled = false
	f.add(q, f.at, f.at+1)
}

// compoundStem is how the second half of such a word begins, and what it makes of the number.
type compoundStem struct {
	stem string
	kind Kind
	unit string
	by   float64
}

// compoundStems lists them; a stem that begins like another stands after it. What is counted in floors, rooms and
// seats has no unit.
func compoundStems() []compoundStem {
	return []compoundStem{
		{"летн", Measure, "year", 1}, {"лети", Measure, "year", 1}, {"годов", Measure, "year", 1}, {"гадов", Measure, "year", 1},
		{"годд", Measure, "year", 1}, {"годздз", Measure, "year", 1},
		{"месячн", Measure, "month", 1}, {"недельн", Measure, "week", 1}, {"тыднев", Measure, "week", 1},
		{"дневн", Measure, "day", 1}, {"дзенн", Measure, "day", 1}, {"суточн", Measure, "day", 1}, {"сутачн", Measure, "day", 1},
		{"часов", Measure, "hour", 1}, {"гадзінн", Measure, "hour", 1},
		{"минутн", Measure, "minute", 1}, {"хвілінн", Measure, "minute", 1},
		{"секундн", Measure, "second", 1}, {"сэкундн", Measure, "second", 1},
		{"километр", Measure, "km", 1}, {"кіламетр", Measure, "km", 1}, {"кілямэтр", Measure, "km", 1},
		{"метров", Measure, "m", 1}, {"метрав", Measure, "m", 1}, {"мэтрав", Measure, "m", 1},
		{"сантиметр", Measure, "cm", 1}, {"сантыметр", Measure, "cm", 1},
		{"мильн", Measure, "mile", 1}, {"мільн", Measure, "mile", 1},
		{"килограмм", Measure, "kg", 1}, {"кілаграм", Measure, "kg", 1}, {"тонн", Measure, "t", 1}, {"литров", Measure, "l", 1},
		{"літров", Measure, "l", 1}, {"гектар", Measure, "ha", 1}, {"градус", Measure, "degree", 1},
		{"процентн", Percent, "%", 1}, {"працэнтн", Percent, "%", 1}, {"адсоткав", Percent, "%", 1},
		{"рублев", Money, "rouble", 1}, {"рублёв", Money, "rouble", 1},
		{"кратн", Times, "", 1}, {"разов", Times, "", 1},
		{"тысячн", Count, "", 1e3}, {"миллионн", Count, "", 1e6}, {"мільенн", Count, "", 1e6},
		{"миллиардн", Count, "", 1e9}, {"мільярдн", Count, "", 1e9},
		{"этажн", Count, "", 1}, {"павярхов", Count, "", 1}, {"комнатн", Count, "", 1}, {"пакаев", Count, "", 1},
		{"местн", Count, "", 1}, {"месн", Count, "", 1}, {"сторонн", Count, "", 1}, {"баков", Count, "", 1},
		{"балльн", Count, "", 1}, {"бальн", Count, "", 1}, {"очков", Count, "", 1}, {"томн", Count, "", 1},
		{"классни", Ordinal, "", 1}, {"класні", Ordinal, "", 1}, {"человеч", Count, "", 1},
	}
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
