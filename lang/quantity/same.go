package quantity

import "math"

// Same tells whether two quantities say the same: equal values in units that do not contradict each other. A unit
// that one side leaves out contradicts nothing, nor does "rouble" contradict "BYN"; Bound and Weak do not matter. Of
// an ambiguous number either reading will do. Units of one dimension are converted; between miles and kilometres and
// the like what each side has rounded is forgiven, at most a tenth of the whole. A half is 50 %, a third is what
// "the final third" is, four o'clock is the hour 4, the 19th century is the 1800s.
func Same(a, b Quantity) bool {
	if class(a.Kind) == class(b.Kind) {
		return sameOfClass(a, b)
	}
	return across(a, b) || across(b, a)
}

// Within tells whether a is a year of the decade b: "in 1957" says more than "in the 1950s" and does not contradict it.
func Within(a, b Quantity) bool {
	return a.Kind == Year && b.Kind == Decade && (b.Value == float64(int(a.Value)/10*10) || b.Value == float64(int(a.Value)/10*10%100))
}

func sameOfClass(a, b Quantity) bool {
	switch a.Kind {
	case Decade:
		return int(a.Value)%100 == int(b.Value)%100
	case ClockTime:
		return sameClock(a, b)
	case Serial:
		return math.Mod(a.Value, 1e7) == math.Mod(b.Value, 1e7) // a number may be dialled from here or from abroad
	}
	if !sameUnit(a.Unit, b.Unit) {
		return converted(a, b)
	}
	return sameValue(a, b) || (a.Kind == Times) != (b.Kind == Times) && near(a.Value*b.Value, 1) ||
		a.Unit == "degree" && converted(a, b) || b.Unit == "degree" && converted(a, b)
}

func sameValue(a, b Quantity) bool {
	return near(a.Value, b.Value) || a.Alt != 0 && near(a.Alt, b.Value) || b.Alt != 0 && near(a.Value, b.Alt)
}

// sameClock forgives a zone that one side leaves out. Of two zones the moments are compared.
func sameClock(a, b Quantity) bool {
	if a.Unit == "" || b.Unit == "" || a.Unit == b.Unit {
		return sameValue(a, b)
	}
	const day = 24 * 60
	return math.Mod(a.Value-offsetOf(a.Unit)-b.Value+offsetOf(b.Unit)+2*day, day) == 0
}

// across tells whether a and b of different classes say the same.
func across(a, b Quantity) bool {
	switch {
	case a.Kind == Percent && a.Unit == "%" && b.Unit == "":
		return b.Value > 0 && b.Value < 1 && near(a.Value, b.Value*100)
	case a.Kind == ClockTime && (b.Unit == "hour" || b.Unit == "" && b.Kind <= Ordinal):
		return b.Value > 0 && b.Value <= 24 && math.Mod(a.Value-b.Value*60, 12*60) == 0
	case a.Kind == Decade && b.Unit == "century":
		return a.Value >= 1000 && math.Mod(a.Value, 100) == 0 && near(a.Value/100+1, b.Value)
	}
	return false
}

// class is the kind that stands for all kinds which share keys.
func class(k Kind) Kind {
	switch k {
	case Percent, Decade, Day, ClockTime, Month, Weekday, Serial:
		return k
	}
	return Count
}

func sameUnit(a, b string) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	return vague(a, b) || vague(b, a)
}

// vague tells whether unit a is a word for several units of which b is one.
func vague(a, b string) bool {
	switch a {
	case "rouble":
		return b == "BYN" || b == "RUB"
	case "pound":
		return b == "GBP" || b == "lb"
	case "degree":
		return b == "°C" || b == "°F"
	}
	return false
}

// near forgives what rounding leaves: two thirds and 0.666667 are alike, 170 and 170.1 are not.
func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }
