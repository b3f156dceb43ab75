package quantity

import "strings"

// lone reads a word that is a quantity by itself.
func (f *finder) lone(t token) bool {
	i := f.at
	if t.num.part != lone {
		return f.andAHalf(i)
	}
	n := t.num
	q := Quantity{Kind: n.alone, Value: float64(n.value), Weak: n.weak}
	switch n.alone {
	case Measure:
		if f.countsCenturies(i) {
			f.at++
			return true
		}
		q.Unit = "day"
		if !n.days {
			q.Value, q.Unit = q.Value/12, "year"
		}
		if f.andAHalf(i) {
			return true
		}
	case Weekday:
		if !f.all || f.latin(i) && !f.lacinka && !f.capital(i) {
			return false
		}
		q.Weak = q.Weak && f.tag == "ru" && !f.is(i-1, "в на ко к")
	case ClockTime:
		if f.is(i, "час") {
			return f.oneOClock(i)
		}
		q.Weak = !f.all || !f.is(i, "апоўдні апоўначы") && !f.is(i-1, "at by until till before after в до после около у да каля пасля")
	}
	f.scaled = false
	f.add(q, i, i+1)
	return true
}

// oneOClock reads «в час ночи», «в час дня» at the hour, token i.
func (f *finder) oneOClock(i int) bool {
	shift, n := f.halfOfDay(i + 1)
	if n == 0 || !f.is(i-1, "в") {
		return false
	}
	f.scaled = false
	f.addClock(i, i+1+n, shift(60), false)
	return true
}

// countsCenturies tells whether the word "century" at token i belongs to the ordinal before it.
func (f *finder) countsCenturies(i int) bool {
	if f.hyphen(i - 1) {
		i--
	}
	n := len(f.found)
	return n > 0 && f.found[n-1].Unit == "century" && f.lastEnd == i
}

// andAHalf reads "a year and a half" at the unit, token i.
func (f *finder) andAHalf(i int) bool {
	if !f.latin(i) || !f.is(i+1, "and") || f.andHalf(i+1) == 0 || !f.is(i-1, "a an one") {
		return false
	}
	n, _, ok := f.noun(i)
	if !ok || n.kind != Measure {
		return false
	}
	f.scaled = false
	f.add(Quantity{Kind: Measure, Value: 1.5, Unit: n.unit}, i, i+4)
	return true
}

// halved reads «полчаса», «паўгадзіны», «полуторагодовалый»: a unit with a half before it. Words that only look like
// that («полдень», «полет») are no units behind the half.
func (f *finder) halved(folded []byte) bool {
	w := string(folded)
	for _, h := range [...]struct {
		prefix string
		value  float64
	}{{"полутора", 1.5}, {"паутара", 1.5}, {"паўтара", 1.5}, {"полу", 0.5}, {"пол", 0.5}, {"паў", 0.5}, {"пау", 0.5}} {
		rest, ok := strings.CutPrefix(w, h.prefix)
		if !ok || len(rest) < 6 || h.value < 1 && listed([]byte(rest), "день дня дзень дню днем тон тона тонов месяц") {
			continue
		}
		n, ok := nounOf([]byte(rest))
		if !ok || n.kind != Measure {
			continue
		}
		f.scaled = false
		f.add(Quantity{Kind: Measure, Value: h.value, Unit: n.unit}, f.at, f.at+1)
		return true
	}
	return false
}
