package quantity

import "math"

// decimal is mant · 10^exp, so that "4.7 million" is 4700000 and not what binary fractions make of it.
type decimal struct {
	mant int64
	exp  int
}

// mantLimit keeps every step far from overflow and every value exact in a float64.
const mantLimit = 1e15

// parseDigits reads at most 15 digits.
func parseDigits(s string) (decimal, bool) {
	var n int64
	for i := range len(s) {
		n = n*10 + int64(s[i]-'0')
		if n >= mantLimit {
			return decimal{}, false
		}
	}
	return decimal{mant: n}, true
}

// scaled is d · 10^n.
func (d decimal) scaled(n int) decimal { return decimal{d.mant, d.exp + n} }

// times is d · n; false if it does not fit.
func (d decimal) times(n int64) (decimal, bool) {
	if d.mant != 0 && n > mantLimit/d.mant {
		return d, false
	}
	return decimal{d.mant * n, d.exp}, true
}

// plus is the sum of two numbers that are not negative; false if it does not fit.
func (d decimal) plus(e decimal) (decimal, bool) {
	if d.mant == 0 {
		return e, true
	}
	for d.exp > e.exp {
		if d.mant >= mantLimit/10 {
			return d, false
		}
		d.mant, d.exp = d.mant*10, d.exp-1
	}
	for e.exp > d.exp {
		if e.mant >= mantLimit/10 {
			return d, false
		}
		e.mant, e.exp = e.mant*10, e.exp-1
	}
	return decimal{d.mant + e.mant, d.exp}, d.mant+e.mant < mantLimit
}

func (d decimal) float() float64 {
	if d.exp < 0 {
		return float64(d.mant) / math.Pow10(-d.exp)
	}
	return float64(d.mant) * math.Pow10(d.exp)
}
