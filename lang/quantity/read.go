package quantity

import "triptych/lang"

// figures reads what begins with a number in digits.
func (f *finder) figures() {
	i := f.at
	if end := f.serialEnd(i); end > 0 {
		f.serial(i, end)
		f.at = end
		return
	}
	if f.numericDate(i) || f.clockFigures(i) || f.fraction(i) {
		return
	}
	if f.inName(i) {
		f.add(Quantity{Value: f.tok(i).value.float(), Weak: true}, i, i+1)
		return
	}
	if f.suffixed(i) {
		return
	}
	f.amount(i)
}

// words reads what begins with a number word.
func (f *finder) words() {
	i := f.at
	tail := f.hyphen(i-1) && f.is(i-2, "во в па по")
	if tail || f.is(i-1, "no") && f.is(i, "one") {
		f.at++ // «во-первых», "no one"
		return
	}
	if f.lessMinutes(i) {
		return
	}
	f.amount(i)
}

// amount reads a plain number at token i and what stands around it.
func (f *finder) amount(i int) {
	a := f.sum(i)
	if a.taken == 0 {
		f.at++
		return
	}
	if f.share(i, &a) {
		a.last.weak = true
	}
	q := Quantity{Value: a.value().float(), Weak: f.weak(i, a)}
	if n := a.last; n.part == multiple && n.value <= 12 && !n.ordinal {
		q.Bound = About // a dozen and a «десяток» are round
	}
	if a.last.ordinal && a.first.kind == word {
		q.Kind = Ordinal
	}
	if f.clockAmount(&q, i, a.end) || f.day(&q, i, a.end) || f.calendarYear(&q, i, a) || f.decadeWord(&q, i, a) {
		f.scaled = false
		return
	}
	first, end := f.money(&q, i, a)
	if q.Kind == Count {
		end = f.unitOf(&q, a, end)
	}
	end = f.frost(&q, end)
	f.times(&q, i, end)
	f.ofCentury(&q, end)
	f.ordinalAlt(&q, a)
	f.settle(&q, a)
	f.metres(&q, a)
	f.sign(&q, &first)
	if q.Kind == Percent || q.Kind == Money {
		q.Weak = q.Weak && a.last.plural
	}
	f.scaled = a.scaled()
	f.add(q, first, end)
}

// sum adds up the number that begins at token i.
func (f *finder) sum(i int) amount {
	a := amount{room: 1000, least: noScale, end: i}
	for j := i; f.states(f.tok(j)) && a.take(f.tok(j)); {
		a.end = j + 1
		if a.dotted = a.last.short && f.tok(a.end).char == '.' && f.tok(a.end).glued; a.dotted {
			a.end++
		}
		if n := f.andHalf(a.end); n > 0 && a.addHalf() {
			a.end += n
		}
		if f.divided(&a) {
			break
		}
		j = a.end + f.joiner(&a)
	}
	if n := f.suffixScale(&a); n > 0 {
		a.end += n
	}
	return a
}

// joiner tells how many tokens stand between the parts of one number: the hyphen of "twenty-five", the "and" of "one
// hundred and seventy", the article of "half a million".
func (f *finder) joiner(a *amount) int {
	next := f.tok(a.end + 1).num
	switch {
	case f.hyphen(a.end) && (a.last.part == ten || next.part == scale || next.part == multiple && a.last.part != 0):
		return 1
	case f.is(a.end, "and") && f.andMore(a):
		return 1
	case a.last.part == half && f.is(a.end, "a an") && (next.part == scale || next.part == multiple):
		return 1
	}
	return 0
}

// andMore tells whether the number goes on behind "and": after the words for hundreds and thousands, with less than a
// hundred. A lone "one" is weak, but not in "one hundred and one".
func (f *finder) andMore(a *amount) bool {
	next := f.tok(a.end + 1).num
	if a.first.kind != word || next.part == none || next.part >= hundreds {
		return false
	}
	hundred := a.last.part == multiple && a.last.value == 100
	counted := a.taken > 1 || f.is(a.end-2, "a")
	return (hundred || a.last.part == scale) && (!next.weak || hundred && counted && f.is(a.end+1, "one"))
}

// andHalf tells how many tokens say "and a half" at token i; 0 if they do not.
func (f *finder) andHalf(i int) int {
	switch {
	case f.is(i, "and") && f.is(i+1, "a") && f.is(i+2, "half"):
		return 3
	case f.is(i, "с з са") && f.is(i+1, "половиной паловай паловаю палавінай палоўкай"):
		return 2
	case f.hyphen(i) && f.is(i+1, "and") && f.hyphen(i+2) && f.is(i+3, "a") && f.hyphen(i+4) && f.is(i+5, "half"):
		return 6
	}
	return 0
}

// divided makes a fraction of "two" before "thirds", of «две» before «пятых».
func (f *finder) divided(a *amount) bool {
	i := a.end
	if f.hyphen(i) {
		i++
	}
	t, v := f.tok(i), a.value()
	if a.first.kind != word || a.taken > 1 || v.exp != 0 || v.mant < 1 || v.mant > 20 || t.kind != word {
		return false
	}
	named := f.endsIn(i, "ых", "іх") || v.mant == 1 && f.endsIn(i, "ая", "ую", "ой", "ай", "third", "fifth", "tenth")
	fraction := t.num.part == share || t.num.ordinal && t.num.value > 2 && named
	if !fraction || a.last.ordinal {
		return false
	}
	a.divide(t.num.value)
	a.last, a.end = t.num, i+1
	a.last.ordinal = false
	return true
}

// share makes a fraction of the ordinal in "a third of".
func (f *finder) share(i int, a *amount) bool {
	n := a.last
	if a.taken != 1 || !n.ordinal || n.value < 3 || !f.is(i-1, "a an") || !f.is(a.end, "of") || f.month(a.end+1) != "" {
		return false
	}
	a.total, a.group = decimal{}, decimal{mant: 1}
	a.divide(n.value)
	a.taken, a.last.ordinal = 1, false
	return true
}

func (f *finder) endsIn(i int, endings ...string) bool {
	w := f.letters(i)
	for _, e := range endings {
		if len(w) >= len(e) && w[len(w)-len(e):] == e {
			return true
		}
	}
	return false
}

// unitOf reads the unit of the amount a, which ends before token i: "half an hour" has an article between.
func (f *finder) unitOf(q *Quantity, a amount, i int) int {
	if (a.last.part == half || a.last.part == share) && a.taken == 1 {
		j := i
		if f.is(j, "of") {
			j++
		}
		if f.is(j, "a an") {
			if end := f.unit(q, j+1); q.Kind == Measure {
				q.Weak = false
				return end
			}
			q.Kind, q.Unit = Count, ""
			return i
		}
	}
	return f.unit(q, i)
}

// times makes a multiple of a number before «раза» and "times", which stands before token end.
func (f *finder) times(q *Quantity, i, end int) {
	if q.Kind != Count || q.Unit != "" {
		return
	}
	if f.hyphen(end) {
		end++
	}
	if f.is(end, "раз раза разы разоў times time fold") {
		q.Kind = Times
	}
}

// ordinalAlt gives "third" its other reading, a part of three: "the final third", «пятая часть».
func (f *finder) ordinalAlt(q *Quantity, a amount) {
	if q.Kind != Ordinal || a.taken != 1 || q.Value < 3 || q.Value > 10 {
		return
	}
	if f.text[a.first.start] < 0x80 || f.is(a.end, "часть части частью доля доли долю частка часткі частку часткай") {
		q.Alt = 1 / q.Value
	}
}

// weak tells whether the amount is a word that mostly is no quantity.
func (f *finder) weak(i int, a amount) bool {
	first := a.first.num
	if a.weak() || a.first.kind == word && (first.plural || first.weak && first.value == 2 && a.taken == 2) { // «пару тысяч»
		return true
	}
	english := a.bare && a.taken == 1 && f.tok(i).start < len(f.text) && f.text[f.tok(i).start] < 0x80
	return english && !f.is(i-1, "a an one every") && a.first.kind == word
}

// suffixScale reads the "m" of "$5m", the "k" of "40k" and tells how many tokens it took.
func (f *finder) suffixScale(a *amount) int {
	t := f.tok(a.end)
	if a.taken != 1 || a.first.kind != number || t.kind != word || t.end-t.start != 1 {
		return 0
	}
	var by int64
	switch money := f.currencyBefore(a.end-1) != ""; f.letters(a.end) {
	case "k", "K", "к", "К":
		if t.glued && f.tok(a.end).end != 0 {
			by = 1e3
		}
	case "m", "M":
		if money || t.glued && f.is(a.end+1, counted) {
			by = 1e6
		}
	case "b", "B":
		if money {
			by = 1e9
		}
	}
	if by == 0 || !a.takePart(token{kind: word, num: numeral{part: scale, value: by}}) {
		return 0
	}
	return 1
}

// counted lists what is counted in millions rather than found behind metres: "5m people" against "a 100m sprint".
const counted = `people users homes jobs tonnes tons barrels children women men voters customers passengers viewers
	visitors refugees workers followers residents`

// settle chooses between the two readings of "1,500", by language and by what follows.
func (f *finder) settle(q *Quantity, a amount) {
	alt := a.first.alt
	if a.first.kind != number || alt.mant == 0 || a.taken > 1 {
		return
	}
	thousands, cyrillic := alt.float(), f.tag == lang.Russian || f.tag == lang.Belarusian
	if !cyrillic && a.first.point == ',' {
		if a.scaled() {
			thousands *= q.Value / a.first.value.float()
		}
		q.Value = thousands
		return
	}
	if a.scaled() {
		return
	}
	exact := q.Kind == Measure || q.Kind == Percent
	if cyrillic && !exact && (alt.mant%100 == 0 || a.first.point == '.') {
		q.Value, q.Alt = thousands, q.Value
		return
	}
	q.Alt = thousands
}

// metres gives "100m" and "5m people" their other reading.
func (f *finder) metres(q *Quantity, a amount) {
	if a.first.kind != number || q.Kind == Money {
		return
	}
	switch {
	case q.Unit == "m" && f.letters(a.end) == "m" && f.tok(a.end).glued:
		q.Alt = q.Value * 1e6
	case a.scaled() && f.letters(a.end-1) == "m":
		q.Alt = q.Value / 1e6
	}
}

// sign makes the value negative. A hyphen says so only where it cannot be a dash: before degrees and percent.
func (f *finder) sign(q *Quantity, first *int) {
	i := *first - 1
	t := f.tok(i)
	if f.is(i, "minus минус мінус") {
		q.Value = -q.Value
		*first = i
		return
	}
	if !f.tok(*first).glued || t.kind != mark || t.glued && f.tok(i-1).kind != mark {
		return
	}
	if t.char == '+' {
		*first = i
	}
	dash := t.char == '-' || t.char == '–'
	if t.char == '−' || dash && (q.Kind == Percent || q.Unit == "degree" || q.Unit == "°C" || q.Unit == "°F") {
		q.Value = -q.Value
		*first = i
	}
}
