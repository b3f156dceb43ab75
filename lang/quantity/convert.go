package quantity

import (
	"math"
	"strconv"
	"strings"
)

// dimension is what a unit measures; units of one dimension convert into each other.
type dimension uint8

const (
	length dimension = iota + 1
	area
	volume
	mass
	speed
	power
	data
	duration // of what has exact seconds
	calendar // months, years, centuries
	coin     // roubles and kopecks
)

// gauge tells how much of its dimension's base unit a unit is, and whether it is of the imperial system.
type gauge struct {
	dimension
	factor   float64
	imperial bool
}

// gaugeOf is the gauge of a unit, the zero gauge of a unit that converts into nothing.
func gaugeOf(unit string) gauge {
	switch unit {
	case "km":
		return gauge{length, 1000, false}
	case "m":
		return gauge{length, 1, false}
	case "cm":
		return gauge{length, 0.01, false}
	case "mm":
		return gauge{length, 0.001, false}
	case "mile":
		return gauge{length, 1609.344, true}
	case "yd":
		return gauge{length, 0.9144, true}
	case "ft":
		return gauge{length, 0.3048, true}
	case "in":
		return gauge{length, 0.0254, true}
	case "kg":
		return gauge{mass, 1, false}
	case "g":
		return gauge{mass, 0.001, false}
	case "t":
		return gauge{mass, 1000, false}
	case "stone":
		return gauge{mass, 6.35029, true}
	case "lb", "pound":
		return gauge{mass, 0.453592, true}
	case "oz":
		return gauge{mass, 0.0283495, true}
	}
	return derivedGauge(unit)
}

func derivedGauge(unit string) gauge {
	switch unit {
	case "km2":
		return gauge{area, 1e6, false}
	case "m2":
		return gauge{area, 1, false}
	case "cm2":
		return gauge{area, 1e-4, false}
	case "ha":
		return gauge{area, 1e4, false}
	case "acre":
		return gauge{area, 4046.86, true}
	case "mile2":
		return gauge{area, 2.589988e6, true}
	case "ft2":
		return gauge{area, 0.092903, true}
	case "l":
		return gauge{volume, 1, false}
	case "m3":
		return gauge{volume, 1000, false}
	case "gallon":
		return gauge{volume, 3.78541, true}
	case "pint":
		return gauge{volume, 0.5, true}
	case "barrel":
		return gauge{volume, 158.987, true}
	case "km/h":
		return gauge{speed, 1, false}
	case "m/s":
		return gauge{speed, 3.6, false}
	case "mile/h":
		return gauge{speed, 1.609344, true}
	case "knot":
		return gauge{speed, 1.852, true}
	}
	return otherGauge(unit)
}

func otherGauge(unit string) gauge {
	switch unit {
	case "second":
		return gauge{duration, 1, false}
	case "minute":
		return gauge{duration, 60, false}
	case "hour":
		return gauge{duration, 3600, false}
	case "day":
		return gauge{duration, 86400, false}
	case "week":
		return gauge{duration, 7 * 86400, false}
	case "month":
		return gauge{calendar, 1, false}
	case "year":
		return gauge{calendar, 12, false}
	case "decade":
		return gauge{calendar, 120, false}
	case "century":
		return gauge{calendar, 1200, false}
	case "kW":
		return gauge{power, 1, false}
	case "MW":
		return gauge{power, 1000, false}
	case "MB":
		return gauge{data, 1, false}
	case "GB":
		return gauge{data, 1000, false}
	case "TB":
		return gauge{data, 1e6, false}
	case "rouble", "BYN", "RUB", "USD", "EUR":
		return gauge{coin, 1, false}
	case "kopeck", "cent":
		return gauge{coin, 0.01, false}
	}
	return gauge{}
}

// Comparable tells whether quantities in these two units measure the same thing, so that one can stand where the other
// does. A unit that is not told may be any.
func Comparable(a, b string) bool {
	if sameUnit(a, b) || a == "degree" || b == "degree" {
		return sameUnit(a, b)
	}
	if isTemperature(a) && isTemperature(b) {
		return true
	}
	d := gaugeOf(a).dimension
	return d != 0 && d == gaugeOf(b).dimension
}

// Metric tells whether exactly one of two units of one dimension is imperial, so that their numbers are rounded
// conversions of each other.
func Metric(a, b string) bool {
	return gaugeOf(a).imperial != gaugeOf(b).imperial || isTemperature(a) && isTemperature(b) && a != b
}

func isTemperature(unit string) bool { return unit == "°C" || unit == "°F" || unit == "degree" }

// converted tells whether quantities in different units of one dimension are equal.
func converted(a, b Quantity) bool {
	if isTemperature(a.Unit) && isTemperature(b.Unit) {
		return sameWarmth(a, b) || sameWarmth(b, a)
	}
	x, y := gaugeOf(a.Unit), gaugeOf(b.Unit)
	if x.dimension == 0 || x.dimension != y.dimension || x.dimension == coin && !isChange(a.Unit, b.Unit) {
		return false
	}
	v, w := a.Value*x.factor, b.Value*y.factor
	if x.imperial == y.imperial {
		return math.Abs(v-w) <= 1e-6*math.Abs(v)
	}
	rounded := (Precision(a.Value)*x.factor + Precision(b.Value)*y.factor) / 2
	size := max(math.Abs(v), math.Abs(w))
	return math.Abs(v-w) <= min(size/10, max(size/100, rounded))
}

// isChange tells whether one of two units of money is a coin of the other: cents do not turn roubles into dollars.
func isChange(a, b string) bool {
	if b == "kopeck" || b == "cent" {
		a, b = b, a
	}
	return a == "kopeck" && (b == "rouble" || b == "BYN" || b == "RUB") || a == "cent" && (b == "USD" || b == "EUR")
}

// Ratio tells how many times as much one of two quantities of comparable units is as the other, 1 or more; infinity
// where that has no meaning.
func Ratio(a, b Quantity) float64 {
	v, w := a.Value, b.Value
	if x, y := gaugeOf(a.Unit), gaugeOf(b.Unit); x.dimension != 0 && x.dimension == y.dimension {
		v, w = v*x.factor, w*y.factor
	}
	if v <= 0 || w <= 0 {
		return math.Inf(1)
	}
	return max(v/w, w/v)
}

// sameWarmth reads a as Fahrenheit and b as Celsius.
func sameWarmth(a, b Quantity) bool {
	if a.Unit == "°C" || b.Unit == "°F" {
		return false
	}
	const most = 2.5 // degrees Celsius that rounding explains
	rounded := (Precision(a.Value)*5/9 + Precision(b.Value)) / 2
	return math.Abs((a.Value-32)*5/9-b.Value) <= min(most, max(1, rounded))
}

// Precision is the place of the last digit of a number that is not 0: 10 for 130, 0.01 for 1.82.
func Precision(v float64) float64 {
	for place := 1e9; place >= 1e-3; place /= 10 {
		if n := v / place; math.Abs(n-math.Round(n)) < 1e-9*math.Abs(n) && math.Round(n) != 0 {
			return place
		}
	}
	return 1e-3
}

// pieces tells how many of a unit make one of another, where texts count in both: "6 feet 6 inches".
func pieces(whole, part string) (float64, bool) {
	switch whole + " " + part {
	case "ft in", "year month":
		return 12, true
	case "stone lb", "stone pound":
		return 14, true
	case "lb oz", "pound oz":
		return 16, true
	case "m cm", "rouble kopeck", "BYN kopeck", "RUB kopeck", "USD cent", "EUR cent":
		return 100, true
	case "km m", "kg g":
		return 1000, true
	case "hour minute", "minute second":
		return 60, true
	case "day hour":
		return 24, true
	case "week day":
		return 7, true
	}
	return 0, false
}

// offsetOf reads "UTC+3" as minutes.
func offsetOf(zone string) float64 {
	hours, _ := strconv.ParseFloat(strings.TrimPrefix(zone, "UTC"), 64)
	return hours * 60
}
