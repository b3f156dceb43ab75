package quantity

import "strings"

// join lets the two ends of a range share what only one of them states: "5–7%", "from 5 to 7 million", "May 3–5",
// «3–5 мая», "2019/20". The later quantity q begins at token first.
func (f *finder) join(q *Quantity, first int) {
	if len(f.found) == 0 || f.lastEnd < 0 {
		return
	}
	p := &f.found[len(f.found)-1]
	if !f.ranges(first) && !(q.Kind == Day && f.lastEnd == first-1 && f.is(first-1, "на")) { // «с 4 на 5 марта»
		return
	}
	switch {
	case q.Kind == Day && bareDay(*p):
		p.Kind, p.Unit, p.Weak = Day, q.Unit, false
	case p.Kind == Day && bareDay(*q) && f.nothingCounted(f.at):
		q.Kind, q.Unit, q.Weak = Day, p.Unit, false
	case p.Kind == Year && f.sameCentury(*p, *q, first):
		q.Kind, q.Unit, q.Value = Year, "", float64(int(p.Value)/100*100)+q.Value
		q.End = f.tok(first).end
	case p.Kind == Count && q.Kind == ClockTime && p.Value <= 12 && p.Value == float64(int(p.Value)):
		p.Kind, p.Value = ClockTime, p.Value*60
		if q.Value >= 12*60 && q.Value-p.Value > 12*60 {
			p.Value += 12 * 60
		}
	default:
		f.lend(p, q, first)
	}
}

// extend adds "6 inches" to the "6 feet" before it, so that both are one quantity. The later one begins at token first.
func (f *finder) extend(q *Quantity, first int) bool {
	n := len(f.found) - 1
	if n < 0 || f.lastEnd < 0 || first < f.lastEnd || first > f.lastEnd+1 {
		return false
	}
	p := &f.found[n]
	if p.Kind != Measure && p.Kind != Money || p.Value != float64(int64(p.Value)) || q.Value < 0 {
		return false
	}
	unit := q.Unit
	gap := f.tok(f.lastEnd)
	hyphen := first == f.lastEnd+1 && f.hyphen(f.lastEnd)
	if p.Unit == "ft" && unit == "" && q.Kind == Count && (hyphen || first == f.lastEnd) { // "6-foot-6", 6'6"
		unit = "in"
	}
	if first == f.lastEnd+1 && !hyphen && gap.char != ',' && !f.is(f.lastEnd, "and и і") {
		return false
	}
	per, ok := pieces(p.Unit, unit)
	if !ok || q.Value >= per {
		return false
	}
	p.Value, p.End = p.Value+q.Value/per, q.End
	return true
}

// ranges tells whether what stands between the last quantity and token first joins them in a range.
func (f *finder) ranges(first int) bool {
	if f.lastEnd != first-1 {
		return false
	}
	switch f.tok(first - 1).char {
	case '-', '–', '—', '‐', '‑', '/', '−':
		return true
	}
	return f.is(first-1, "to and or until по до и или да і па або ці")
}

// sameCentury tells whether q is the end of "2019/20" or «с 1950 по 53 годы», of which p is the beginning.
func (f *finder) sameCentury(p, q Quantity, first int) bool {
	bare := q.Kind == Count || q.Kind == Measure && q.Unit == "year"
	t := f.tok(first)
	return bare && t.kind == number && t.plain() && t.digits == 2 && q.Value > float64(int(p.Value)%100)
}

func bareDay(q Quantity) bool {
	return (q.Kind == Count || q.Kind == Ordinal) && q.Unit == "" && q.Value >= 1 && q.Value <= 31 && q.Value == float64(int(q.Value))
}

// lend gives p the scale and the unit of q, or q the currency of p.
func (f *finder) lend(p, q *Quantity, first int) {
	t := f.tok(first)
	if p.Kind == Money && q.Kind == Count && f.tok(first-1).kind == mark {
		q.Kind, q.Unit = Money, p.Unit
	}
	open := p.Kind == Count && p.Unit == "" && !f.is(first-1, "and и і")
	if p.Weak {
		return
	}
	if scale := f.scaleOf(t, *q); scale > 1 && (open || p.Kind == Money) && p.Value < min(1000, 10*q.Value/scale) {
		p.Value *= scale
	}
	if p.Kind == Count && p.Unit == "" && (q.Kind == Percent || open && (q.Kind == Money || q.Kind == Measure)) {
		p.Kind, p.Unit = q.Kind, q.Unit
		f.cold(p)
	}
}

// cold makes the first of "-3 to -1 degrees" negative: when it was read, its hyphen could still be a dash.
func (f *finder) cold(p *Quantity) {
	before, dash := strings.CutSuffix(f.text[:p.Start], "-")
	if dash && (before == "" || strings.HasSuffix(before, " ")) && strings.HasPrefix(p.Unit, "degree") {
		p.Value, p.Start = -p.Value, p.Start-1
	}
}

// scaleOf is what the scale word of q multiplied its figures t with; 1 if it has none.
func (f *finder) scaleOf(t token, q Quantity) float64 {
	if !f.scaled {
		return 1
	}
	if t.kind == word {
		return f.wordScale(q.Value, f.hyphen(f.lastEnd))
	}
	if t.value.mant == 0 {
		return 1
	}
	return q.Value / t.value.float()
}

// wordScale is the scale of a number in words which ends a range that plainly begins with a bare number: «от пяти до семи
// миллионов», «два-три миллиона».
func (f *finder) wordScale(v float64, opened bool) float64 {
	p := &f.found[len(f.found)-1]
	before := strings.TrimRight(f.text[:p.Start], " ")
	for _, w := range [...]string{"от", "От", "ад", "Ад", "from", "From", "between", "Between"} {
		opened = opened || strings.HasSuffix(before, w)
	}
	for _, scale := range [...]float64{1e9, 1e6, 1e3} {
		if opened && v >= scale && p.Value < v/scale {
			return scale
		}
	}
	return 1
}
