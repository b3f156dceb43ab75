// Package quantity reads numbers, dates and times of day in English, Russian and Belarusian as values, however they
// are written: "1.5 million", «1,5 млн» and «паўтара мільёна» are one value. It is pure.
package quantity

import (
	"math"
	"strconv"
)

// Kind is what sort of quantity was read.
type Kind uint8

// The kinds of quantity. The value of each is a plain number unless its comment says otherwise.
const (
	Count     Kind = iota // a number of things: "170 people", "1.5 million", "two thirds"
	Ordinal               // a place in a row: "1st", «пятый», «5-й»
	Percent               // Unit is "%" or, for percentage points, "pp"
	Money                 // Unit is the currency: "USD", "BYN" … ISO 4217; "rouble" when nobody says whose; "cent", "kopeck"
	Measure               // Unit is a unit of measurement: "km", "kg", "year", "hour" …
	Year                  // a calendar year
	Decade                // "1970s", «70-х»; the value is as written, 1970 or 70
	Day                   // a day of a named month; Unit is the month, "01" to "12"
	ClockTime             // a time of day; the value is minutes after midnight; Unit is the zone if it is told, "UTC+3"
	Times                 // how many times, or times as much: "twice", "doubled", «в три раза»
	Month                 // a month by itself, 1 to 12
	Weekday               // Monday is 1
	Serial                // a telephone number, a version and the like; the value is its last nine digits
)

// String is the kind's name in lower case, for tests and logs.
func (k Kind) String() string {
	names := [...]string{"count", "ordinal", "percent", "money", "measure", "year", "decade", "day", "clock",
		"times", "month", "weekday", "serial"}
	if int(k) < len(names) {
		return names[k]
	}
	return "kind " + strconv.Itoa(int(k))
}

// Quantity is a number as a text states it.
type Quantity struct {
	// Start and End are the bytes of the text that state the number, its scale and the word or sign of its unit. Of a
	// day they leave out the month, of a year the word "year".
	Start, End int
	Kind       Kind
	// Value is the number after scaling: 1500000 for "1.5 million".
	Value float64
	// Alt is the other reading of an ambiguous spelling («1,500» in Russian, "6 o'clock", "5m"); 0 if there is none.
	Alt float64
	// Unit is canonical, the same in every language; "" if there is none or it is not known.
	Unit string
	// Approx tells that the text says "about", «более», «каля» and the like; Bound tells which way.
	Approx bool
	Bound  Bound
	// Weak marks what is often no quantity at all: a lone "one", «один», "first", "half", and digits inside a name
	// ("COVID-19", «Ту-154»). Good enough as a hint to an aligner, not as a difference to report.
	Weak bool
}

// Bound is what a text says of how the true number lies to the one that it states.
type Bound uint8

// The bounds.
const (
	Exact Bound = iota // it says nothing
	About              // "about", «примерно», "some"
	Over               // "more than", «не менее», «звыш», "100-odd"
	Under              // "less than", "nearly", «не более», «амаль»
)

// Key is the value as a token: equal keys mean equal values of one class. Counts, ordinals, years, money and measures
// are one class ("2024"), for one language often leaves out the unit that another states; percentages ("12%"), times
// of day ("18:00"), days of a month ("05-03", month first), decades ("70s"), weekdays, months and
// serial numbers are classes of their own.
func (q Quantity) Key() string {
	var buf [32]byte
	return string(q.appendKey(buf[:0]))
}

func (q Quantity) appendKey(b []byte) []byte {
	switch q.Kind {
	case Percent:
		return append(appendNumber(b, q.Value), '%')
	case ClockTime:
		m := int(q.Value)
		b = appendTwo(b, m/60)
		return appendTwo(append(b, ':'), m%60)
	case Day:
		b = append(append(b, q.Unit...), '-')
		return appendTwo(b, int(q.Value))
	case Decade:
		return append(appendTwo(b, int(q.Value)%100), 's')
	case Weekday:
		return appendNumber(append(b, "weekday "...), q.Value)
	case Month:
		return appendTwo(append(b, "month "...), int(q.Value))
	case Serial:
		return appendNumber(append(b, "№ "...), q.Value)
	}
	return appendNumber(b, q.Value)
}

func appendTwo(b []byte, n int) []byte {
	if n >= 0 && n < 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// appendNumber keeps six significant digits behind the point: a third is a third by whichever way it was computed.
func appendNumber(b []byte, v float64) []byte {
	if v == math.Trunc(v) {
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	}
	return strconv.AppendFloat(b, math.Round(v*1e6)/1e6, 'f', -1, 64)
}
