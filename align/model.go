package align

import (
	"math"
	"slices"

	"triptych/article"
)

// maxRun is how many units of one version a bead may take. A longer run is split into beads of its own.
const maxRun = 4

// reading is an article read for alignment: its versions as sheets, and what ties the words of each to each other.
type reading struct {
	article *article.Article
	sheets  []*sheet
	kin     [][]kinship
	bonds   [][][]bond // by version, other version and word
}

// model scores runs of units of one article at one level: how much likelier they are if they say the same than if they
// have nothing to do with each other, as the log of the ratio, in nats.
type model struct {
	weights *Weights
	worth   [kinships][ties]worth
	kin     [][]kinship
	sides   []side
	// links are what the sentences say of the units, if these are paragraphs and that is known; else nil.
	links *linkage
}

// side is one version at the model's level.
type side struct {
	units []unit
	// own lists the units in which each word stands.
	own [][]int32
	// toward is how the version looks at each other one.
	toward []outlook
	runs   []run // maxRun*u+n-1 is the run of n units from u
	// stamp is scratch, by word: the row in which it was last seen.
	stamp []int32
	row   int32
}

// outlook is one version's words as another version answers them.
type outlook struct {
	ties []tie
	// homes lists, by word, the units of the other version in which a counterpart of it stands.
	homes [][]int32
	// arrivals lists, by unit of the other version, the words that have a counterpart there.
	arrivals [][]int32
	chance
}

// chance says how well a run of units does by chance at holding a counterpart that stands in some number of units.
type chance struct {
	lacks [][maxRun + 1]float64 // by number of units: the log of the chance that a run of n units holds none
	odds  [][maxRun + 1]float64 // the log of the odds that it holds one
}

// run is what the score of a run needs that does not depend on the other run.
type run struct {
	length // of its letters, in English measure
	// alone[w][n] is what the words of the run give against a run of n units of version w that holds no counterpart.
	alone [][maxRun + 1]float64
}

func newModel(r *reading, level func(*sheet) []unit, w *Weights) *model {
	m := &model{weights: w, kin: r.kin}
	for k := range w.Ties {
		for t := range w.Ties[k] {
			m.worth[k][t] = w.Ties[k][t].worth()
		}
	}
	for _, s := range r.sheets {
		m.sides = append(m.sides, newSide(level(s), len(s.words)))
	}
	for v := range m.sides {
		m.sides[v].toward = make([]outlook, len(m.sides))
		for o := range m.sides {
			if o != v {
				m.sides[v].toward[o] = newOutlook(r.bonds[v][o], &m.sides[o])
			}
		}
	}
	for v, s := range r.sheets {
		m.readRuns(v, w.lettersFor(s.language))
	}
	return m
}

func newSide(units []unit, words int) side {
	s := side{units: units, own: make([][]int32, words), stamp: make([]int32, words)}
	for u := range units {
		for _, t := range units[u].words {
			s.own[t] = append(s.own[t], int32(u))
		}
	}
	return s
}

func newOutlook(bonds []bond, other *side) outlook {
	o := outlook{ties: make([]tie, len(bonds)), homes: make([][]int32, len(bonds)), arrivals: make([][]int32, len(other.units))}
	most := 0
	for t, b := range bonds {
		o.ties[t] = b.tie
		switch len(b.to) {
		case 0:
		case 1:
			o.homes[t] = other.own[b.to[0]]
		default:
			var all []int32
			for _, w := range b.to {
				all = append(all, other.own[w]...)
			}
			slices.Sort(all)
			o.homes[t] = slices.Compact(all)
		}
		most = max(most, len(o.homes[t]))
		for _, u := range o.homes[t] {
			o.arrivals[u] = append(o.arrivals[u], int32(t))
		}
	}
	o.chance = newChance(most, len(other.units))
	return o
}

func newChance(most, units int) chance {
	c := chance{make([][maxRun + 1]float64, most+1), make([][maxRun + 1]float64, most+1)}
	for n := range c.lacks {
		one := (float64(n) + 0.5) / (float64(units) + 1)
		for k := 1; k <= maxRun; k++ {
			none := math.Pow(1-one, float64(k))
			c.lacks[n][k] = math.Log(none)
			c.odds[n][k] = math.Log(1-none) - c.lacks[n][k]
		}
	}
	return c
}

// readRuns fills in the runs of a version; scale is how many of its letters make one letter of English.
func (m *model) readRuns(v int, scale float64) {
	s := &m.sides[v]
	s.runs = make([]run, maxRun*len(s.units))
	tables := make([][maxRun + 1]float64, len(s.runs)*len(m.sides))
	for u := range s.units {
		s.row++
		letters := 0.0
		alone := make([][maxRun + 1]float64, len(m.sides))
		for n := 1; n <= maxRun && u+n <= len(s.units); n++ {
			one := &s.units[u+n-1]
			letters += one.letters
			for _, t := range one.words {
				if s.stamp[t] != s.row {
					s.stamp[t] = s.row
					m.addAlone(alone, v, t)
				}
			}
			i := maxRun*u + n - 1
			own := tables[i*len(m.sides) : (i+1)*len(m.sides)]
			copy(own, alone)
			s.runs[i] = run{length: m.weights.lengthOf(letters / scale), alone: own}
		}
	}
}

// linked adds what the links of the unit at offset a of the row's run give to the runs that they lead to.
func (m *model) linked(v, w, i, a, lo, hi int, out []pairs) {
	if m.links == nil {
		return
	}
	for _, l := range m.links.to[v][w][i+a] {
		gain := float32(3 * m.weights.Link * l.weight) // once for being there, twice for what either side was charged
		for j := max(lo, l.paragraph-maxRun+1); j <= min(l.paragraph, hi-1); j++ {
			for na := a + 1; na <= maxRun; na++ {
				for nb := l.paragraph - j + 1; nb <= maxRun; nb++ {
					out[j-lo][maxRun*(na-1)+nb-1] += gain
				}
			}
		}
	}
}

// addAlone adds what a word of version v gives where the other version's run holds no counterpart: little if the other
// version has none at all, for then it was translated by another word; more if one stands elsewhere.
func (m *model) addAlone(alone [][maxRun + 1]float64, v int, t int32) {
	for w := range m.sides {
		if w == v {
			continue
		}
		o := &m.sides[v].toward[w]
		sig := &m.worth[m.kin[v][w]][o.ties[t]]
		n := len(o.homes[t])
		switch {
		case n == 0:
			for k := 1; k <= maxRun; k++ {
				alone[w][k] += sig.nowhere
			}
		case !m.common(v, w, t):
			for k := 1; k <= maxRun; k++ {
				alone[w][k] += sig.trust * (sig.lost - o.lacks[n][k])
			}
		}
	}
}

// common tells of words that stand in so many units that where they stand says nothing.
func (m *model) common(v, w int, t int32) bool {
	return everywhere(m.sides[v].own[t], len(m.sides[v].units)) || everywhere(m.sides[v].toward[w].homes[t], len(m.sides[w].units))
}

func everywhere(homes []int32, units int) bool { return len(homes) >= 8 && 3*len(homes) > units }

// pairs are the scores of all pairs of runs that begin at one unit each, by maxRun*(a-1)+(b-1) for runs of a and b units.
type pairs [maxRun * maxRun]float32

// score fills in the scores of the runs of version v that begin at unit i with those of version w that begin at lo to
// hi-1; no run of v ends behind end, none of w behind endW.
func (m *model) score(v, w, i, end, lo, hi, endW int, out []pairs) {
	m.scoreApart(v, w, i, end, lo, hi, endW, out)
	sv, sw := &m.sides[v], &m.sides[w]
	sv.row++
	sw.row++
	for a := 0; a < min(maxRun, end-i); a++ {
		m.linked(v, w, i, a, lo, hi, out)
		for _, t := range sv.units[i+a].words {
			if sv.stamp[t] != sv.row {
				sv.stamp[t] = sv.row
				m.meet(v, w, t, a, lo, hi, out)
			}
		}
		for _, t := range sw.toward[v].arrivals[i+a] {
			if sw.stamp[t] != sw.row {
				sw.stamp[t] = sw.row
				m.answer(v, w, t, a, lo, hi, out)
			}
		}
	}
}

// scoreApart is the part of the scores that does not ask whether a word of one run has a counterpart in the other.
func (m *model) scoreApart(v, w, i, end, lo, hi, endW int, out []pairs) {
	sv, sw := &m.sides[v], &m.sides[w]
	for j := lo; j < hi; j++ {
		for a := 1; a <= min(maxRun, end-i); a++ {
			ra := &sv.runs[maxRun*i+a-1]
			for b := 1; b <= min(maxRun, endW-j); b++ {
				rb := &sw.runs[maxRun*j+b-1]
				score := m.weights.lengths(&ra.length, &rb.length) + ra.alone[w][b] + rb.alone[v][a]
				if m.links != nil {
					score -= m.links.against(m.weights, v, w, i, a) + m.links.against(m.weights, w, v, j, b)
				}
				out[j-lo][maxRun*(a-1)+b-1] = float32(score)
			}
		}
	}
}

// meet adds what a word of version v, which stands first at offset a of the run from the row's unit, gives where the
// run of version w holds a counterpart.
func (m *model) meet(v, w int, t int32, a, lo, hi int, out []pairs) {
	o := &m.sides[v].toward[w]
	if len(o.homes[t]) == 0 || m.common(v, w, t) {
		return
	}
	sig := &m.worth[m.kin[v][w]][o.ties[t]]
	odds := &o.odds[len(o.homes[t])]
	var gain [maxRun + 1]float32
	for nb := 1; nb <= maxRun; nb++ {
		gain[nb] = float32(sig.trust * (sig.gain - odds[nb]))
	}
	eachStart(o.homes[t], lo, hi, func(j, b int) {
		cell := &out[j-lo]
		for na := a; na < maxRun; na++ {
			for nb := b; nb < maxRun; nb++ {
				cell[maxRun*na+nb] += gain[nb+1]
			}
		}
	})
}

// answer adds what a word of version w, a counterpart of which stands first at offset a of the run of version v, gives
// where it stands in the run of w.
func (m *model) answer(v, w int, t int32, a, lo, hi int, out []pairs) {
	if m.common(w, v, t) {
		return
	}
	o := &m.sides[w].toward[v]
	sig := &m.worth[m.kin[w][v]][o.ties[t]]
	odds := &o.odds[len(o.homes[t])]
	var gain [maxRun + 1]float32
	for na := 1; na <= maxRun; na++ {
		gain[na] = float32(sig.trust * (sig.gain - odds[na]))
	}
	eachStart(m.sides[w].own[t], lo, hi, func(j, b int) {
		cell := &out[j-lo]
		for na := a; na < maxRun; na++ {
			for nb := b; nb < maxRun; nb++ {
				cell[maxRun*na+nb] += gain[na+1]
			}
		}
	})
}

// eachStart visits every start j from lo to hi-1 of a run that can hold one of some units, with the offset in the run
// of the first unit that it holds.
func eachStart(units []int32, lo, hi int, visit func(j, offset int)) {
	at, _ := slices.BinarySearch(units, int32(lo))
	before := lo - 1
	for _, home := range units[at:] {
		u := int(home)
		if u >= hi+maxRun-1 {
			return
		}
		for j := max(before+1, u-maxRun+1, lo); j <= min(u, hi-1); j++ {
			visit(j, u-j)
		}
		before = u
	}
}

// pair is the score of one pair of runs.
func (m *model) pair(v int, a article.Range, w int, b article.Range) float64 {
	var out [1]pairs
	m.score(v, w, a.Lo, a.Hi, b.Lo, b.Lo+1, b.Hi, out[:])
	return float64(out[0][maxRun*(a.Len()-1)+b.Len()-1])
}
