package quantity

// amount adds up a number from its words and figures, from the left: "two million five hundred thousand". What is
// summed since the last scale word is the group: "five hundred" there.
type amount struct {
	total, group decimal
	hasGroup     bool
	room         int64 // the next small number must be less: 10 after "twenty", 1000 after "million"
	least        int64 // the least scale so far; the next must be less
	first        token // where it begins
	taken        int   // words and figures taken
	last         numeral
	done         bool // nothing can follow, as after an ordinal
	dotted       bool // the last is an abbreviation with a full stop, which may end the sentence
	bare         bool // begins with a scale or a multiple: "a million", «сотни»
	end          int  // index of the token behind
}

const noScale = 1e18

func (a *amount) take(t token) bool {
	if a.done || !a.takePart(t) {
		return false
	}
	if a.taken == 0 {
		a.first = t
	}
	a.taken++
	a.last = t.num
	a.done = t.num.ordinal || t.num.part == share
	return true
}

func (a *amount) takePart(t token) bool {
	if t.kind == number {
		return a.takeFigures(t.figures)
	}
	n := t.num
	switch n.part {
	case digit, teen, ten, hundreds:
		return a.takeSmall(n)
	case multiple:
		return a.multiply(n)
	case scale:
		return a.scale(n)
	case half, oneHalf:
		return a.start(decimal{n.value * 5, -1})
	case share:
		return a.start(decimal{int64(mantLimit/1e3) / n.value, -12})
	}
	return false
}

// start takes what can only stand first.
func (a *amount) start(d decimal) bool {
	if a.taken > 0 {
		return false
	}
	a.group, a.hasGroup, a.room = d, true, 1
	return true
}

// takeFigures takes a number in digits, first or behind a scale word: "2 million 500 thousand".
func (a *amount) takeFigures(f figures) bool {
	if a.taken == 0 {
		return a.start(f.value)
	}
	if a.last.part != scale || a.dotted || a.bare || !f.plain() || f.value.mant >= min(a.least, 1000) {
		return false
	}
	a.group, a.hasGroup, a.room = f.value, true, 1
	return true
}

func (a *amount) takeSmall(n numeral) bool {
	if n.value >= a.room || n.value == 0 && a.taken > 0 {
		return false
	}
	a.group, _ = a.group.plus(decimal{mant: n.value})
	a.hasGroup = true
	switch n.part {
	case hundreds:
		a.room = 100
	case ten:
		a.room = 10
	default:
		a.room = 1
	}
	return true
}

func (a *amount) multiply(n numeral) bool {
	if a.taken == 0 {
		a.bare = true
		a.start(decimal{mant: n.value})
		a.room = n.value
		return true
	}
	if !a.hasGroup || a.group.float() >= 100 || a.last.part == multiple || a.last.part == hundreds {
		return false
	}
	var ok bool
	a.group, ok = a.group.times(n.value)
	a.room = 1
	if n.value == 100 {
		a.room = 100
	}
	return ok
}

func (a *amount) scale(n numeral) bool {
	if n.value >= a.least || a.taken > 0 && !a.hasGroup {
		return false
	}
	group := a.group
	if a.taken == 0 {
		group, a.bare = decimal{mant: 1}, true
	}
	scaled, ok := group.times(n.value)
	if !ok {
		return false
	}
	if a.total, ok = a.total.plus(scaled); !ok {
		return false
	}
	a.group, a.hasGroup, a.room, a.least = decimal{}, false, 1000, n.value
	return true
}

// addHalf adds "and a half": of one, or of the scale if it stands behind that ("a million and a half").
func (a *amount) addHalf() bool {
	add := decimal{5, -1}
	if !a.hasGroup {
		add, _ = add.times(a.least)
	}
	sum, ok := a.value().plus(add)
	if !ok || a.done || a.room == 0 {
		return false
	}
	if a.hasGroup {
		a.group, ok = a.group.plus(add)
	} else {
		a.total = sum
	}
	a.room, a.taken, a.last = 1, a.taken+1, numeral{part: half}
	return ok
}

// divide makes a fraction of it: two thirds.
func (a *amount) divide(by int64) {
	a.total, a.group = decimal{}, decimal{int64(float64(a.value().mant)*(mantLimit/1e3)/float64(by) + 0.5), -12}
	a.done, a.taken = true, a.taken+1
}

func (a *amount) value() decimal {
	sum, _ := a.total.plus(a.group)
	return sum
}

// scaled tells whether a scale word has been taken.
func (a *amount) scaled() bool { return a.least < noScale }

// weak tells whether the amount is a word that usually states no quantity, or the plural of a scale word alone.
func (a *amount) weak() bool {
	return a.taken == 1 && a.first.kind == word && (a.last.weak || a.last.plural || a.last.short)
}
