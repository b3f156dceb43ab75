package align

import (
	"slices"

	"triptych/article"
)

// pairs are the scores of all pairs of runs that begin at one unit each, by maxRun*(a-1)+(b-1) for runs of a and b units.
type pairs [maxRun * maxRun]float32

// score fills in the scores of the runs of version v that begin at unit i with those of version w that begin at lo to
// hi-1; no run of v ends behind end, none of w behind endW.
func (m *model) score(v, w, i, end, lo, hi, endW int, out []pairs, s *scratch) {
	out = out[:hi-lo]
	s.clear(len(out))
	sv, sw := &m.sides[v], &m.sides[w]
	for a := 0; a < min(maxRun, end-i); a++ {
		since := sv.since[i+a]
		for k, t := range sv.units[i+a].words {
			if int(since[k]) > a {
				m.meet(v, w, t, a, lo, hi, s.met)
			}
		}
		for _, t := range sw.toward[v].arrivals[i+a] {
			if int(t.since) > a {
				m.answer(v, w, t.word, a, lo, hi, s.answered)
			}
		}
	}
	s.sum(out)
	m.scoreApart(v, w, i, end, lo, hi, endW, out)
	for a := 0; m.links != nil && a < min(maxRun, end-i); a++ {
		m.linked(v, w, i, a, lo, hi, out)
	}
}

// scratch is room for a row of scores in the making. What the words of one version give to a run grows with the run's
// length in that version by what each unit adds; what is kept here is what it adds, so that a word has to be put down
// once and not for every length.
type scratch struct{ met, answered []pairs }

func (s *scratch) clear(n int) {
	if cap(s.met) < n {
		s.met, s.answered = make([]pairs, n), make([]pairs, n)
	}
	s.met, s.answered = s.met[:n], s.answered[:n]
	clear(s.met)
	clear(s.answered)
}

func (s *scratch) sum(out []pairs) {
	for j := range out {
		met, answered, sum := &s.met[j], &s.answered[j], &out[j]
		for b := range maxRun {
			all := float32(0)
			for a := range maxRun {
				all += met[maxRun*a+b]
				sum[maxRun*a+b] = all
			}
		}
		for a := range maxRun {
			all := float32(0)
			for b := range maxRun {
				all += answered[maxRun*a+b]
				sum[maxRun*a+b] += all
			}
		}
	}
}

// scoreApart adds the part of the scores that does not ask whether a word of one run has a counterpart in the other.
func (m *model) scoreApart(v, w, i, end, lo, hi, endW int, out []pairs) {
	sv, sw := &m.sides[v], &m.sides[w]
	for j := lo; j < hi; j++ {
		cell := &out[j-lo]
		for a := 1; a <= min(maxRun, end-i); a++ {
			ra := &sv.runs[maxRun*i+a-1]
			for b := 1; b <= min(maxRun, endW-j); b++ {
				rb := &sw.runs[maxRun*j+b-1]
				score := m.weights.lengths(&ra.length, &rb.length) + ra.alone[w][b] + rb.alone[v][a]
				if m.links != nil {
					score -= m.links.runs[v][w][maxRun*i+a-1] + m.links.runs[w][v][maxRun*j+b-1]
				}
				cell[maxRun*(a-1)+b-1] += float32(score)
			}
		}
	}
}

// meet puts down what a word of version v, which stands first at offset a of the run from the row's unit, gives where the
// run of version w holds a counterpart.
func (m *model) meet(v, w int, t int32, a, lo, hi int, met []pairs) {
	o := &m.sides[v].toward[w]
	homes := o.homes[t]
	if len(homes) == 0 {
		return
	}
	gain := &o.gains[t]
	for next, before := from(homes, lo), lo-1; next < len(homes); next++ {
		u := int(homes[next])
		if u >= hi+maxRun-1 {
			return
		}
		for j := max(before+1, u-maxRun+1); j <= min(u, hi-1); j++ {
			cell := met[j-lo][maxRun*a : maxRun*(a+1)]
			for nb := u - j; nb < maxRun; nb++ {
				cell[nb] += gain[nb]
			}
		}
		before = u
	}
}

// answer puts down what a word of version w, a counterpart of which stands first at offset a of the run of version v,
// gives where it stands in the run of w.
func (m *model) answer(v, w int, t int32, a, lo, hi int, answered []pairs) {
	gain := &m.sides[w].toward[v].gains[t]
	own := m.sides[w].own[t]
	for next, before := from(own, lo), lo-1; next < len(own); next++ {
		u := int(own[next])
		if u >= hi+maxRun-1 {
			return
		}
		for j := max(before+1, u-maxRun+1); j <= min(u, hi-1); j++ {
			cell := &answered[j-lo]
			for na := a; na < maxRun; na++ {
				cell[maxRun*na+u-j] += gain[na]
			}
		}
		before = u
	}
}

// from is the place in an ascending list of the first unit that is not before lo.
func from(units []int32, lo int) int {
	if len(units) == 0 || int(units[0]) >= lo {
		return 0
	}
	at, _ := slices.BinarySearch(units, int32(lo))
	return at
}

// pair is the score of one pair of runs.
func (m *model) pair(v int, a article.Range, w int, b article.Range) float64 {
	var out [1]pairs
	m.score(v, w, a.Lo, a.Hi, b.Lo, b.Lo+1, b.Hi, out[:], &scratch{})
	return float64(out[0][maxRun*(a.Len()-1)+b.Len()-1])
}
