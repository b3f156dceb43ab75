package quantity

// bound reads what the words around the number, the tokens from first up to end, say of how exact it is.
func (f *finder) bound(q *Quantity, first, end int) {
	switch q.Kind {
	case Weekday, Month, Serial:
		return
	}
	if q.Bound == Exact {
		q.Bound = f.boundBefore(first)
	}
	if q.Bound == Exact {
		q.Bound = f.boundBehind(end)
	}
	q.Approx = q.Bound != Exact
}

// boundBefore reads "about", "more than" and the like before token i.
func (f *finder) boundBefore(i int) Bound {
	switch f.tok(i - 1).char {
	case '~', '≈':
		return About
	case '>', '≥':
		return Over
	case '<', '≤':
		return Under
	}
	if f.is(i-1, "a an the") { // but not "over a 10-year period"
		i--
		if !f.is(i-1, abouts) && !f.is(i-1, "nearly almost") && !f.is(i-2, "more less") {
			return Exact
		}
	}
	if f.is(i-1, "в у ў на") && f.is(i-2, "чем чым") { // «более чем в два раза»
		i--
	}
	if f.is(i-1, "to к да") && f.is(i-2, "up close близко блізка") {
		return About
	}
	if f.is(i-1, "мере меры") && f.is(i-2, "меньшей крайней меншай крайняй") {
		return Over
	}
	if f.is(i-1, "than to чем чым чымся за як к да of") && f.is(i-2, comparatives) {
		i--
	} else if f.is(i-1, "more less fewer close upwards") { // "one more"
		return Exact
	}
	return f.negated(i-1, f.boundWord(i-1))
}

func (f *finder) boundWord(i int) Bound {
	switch {
	case f.is(i, abouts):
		return About
	case f.is(i, overs):
		return Over
	case f.is(i, unders):
		return Under
	}
	return Exact
}

// negated turns a bound round if it is denied: "no more than", «не менее».
func (f *finder) negated(i int, b Bound) Bound {
	if !f.is(i-1, "no not не ня") {
		return b
	}
	switch b {
	case Over:
		return Under
	case Under:
		return Over
	}
	return b
}

// boundBehind reads "100+", "30-odd", "or more", «с лишним» at token i.
func (f *finder) boundBehind(i int) Bound {
	t := f.tok(i)
	switch {
	case t.char == '+' && t.glued && !f.tok(i+1).glued:
		return Over
	case f.hyphen(i) && f.is(i+1, "odd plus"), f.is(i, "or and") && f.is(i+1, "more over above upwards"):
		return Over
	case f.is(i, "с з") && f.is(i+1, "лишним лішнім лішкам гакам"),
		f.is(i, "и і або или") && f.is(i+1, "более больше выше больш болей вышэй"):
		return Over
	case f.is(i, "or and") && f.is(i+1, "so"):
		return About
	}
	return Exact
}

const (
	abouts = `about around approximately roughly some circa near close
		около примерно приблизительно порядка где-то ориентировочно каля прыкладна прыблізна парадку недзе блізка близко`
	overs = `over exceeding exceeded exceeds above least minimum more upwards
		более больше свыше минимум выше больш болей звыш мінімум вышэй`
	unders = `under below nearly almost most fewer less maximum
		почти менее меньше максимум ниже амаль менш меней максімум ніжэй`
	comparatives = `more less fewer close upwards over under above below
		более больше менее меньше больш болей менш меней блізка близко выше вышэй ниже ніжэй`
)
