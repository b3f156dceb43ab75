package align

import (
	"math"

	"triptych/article"
	"triptych/lang"
)

// maxRun is how many units of one version a bead may take. A longer run is split into beads of its own.
const maxRun = 4

// kinship sorts pairs of languages by which channels say something between them.
type kinship uint8

const (
	foreign  kinship = iota // English with Russian, or any two languages not named below
	related                 // Belarusian with Russian
	same                    // two versions of one language
	kinships                // how many there are
)

func kinshipOf(a, b lang.Tag) kinship {
	switch {
	case a == b:
		return same
	case a == lang.Russian && b == lang.Belarusian, a == lang.Belarusian && b == lang.Russian:
		return related
	}
	return foreign
}

// model scores runs of units of one article at one level: how much likelier they are if they say the same than if they
// have nothing to do with each other, as the log of the ratio, in nats.
type model struct {
	weights weights
	channel []channel
	kin     [][]kinship
	sides   []side
	// stamp and offset are scratch, by token: the row in which it was last seen, and how far into the run.
	stamp []int32
	row   int32
}

// side is one version at the model's level.
type side struct {
	units []unit
	// homes lists the units in which each token stands, and seen how well a run of units does at holding it by chance.
	homes [][]int32
	lacks [][maxRun + 1]float64 // by count of units: the log of the chance that a run of n units holds none
	odds  [][maxRun + 1]float64 // the log of the odds that it holds one
	runs  []run                 // maxRun*u+n-1 is the run of n units from u
}

// run is what the score of a run needs that does not depend on the other run.
type run struct {
	length // of its letters, in English measure
	// alone[w][n] is what the tokens of the run give against a run of n units of version w in which none of them stands.
	alone [][maxRun + 1]float64
}

func newModel(a *article.Article, d *dictionary, units [][]unit, w weights) *model {
	m := &model{weights: w, channel: d.channel, stamp: make([]int32, len(d.channel))}
	for v := range a.Versions {
		m.sides = append(m.sides, newSide(units[v], len(d.channel)))
		row := make([]kinship, len(a.Versions))
		for o := range a.Versions {
			row[o] = kinshipOf(a.Versions[v].Language, a.Versions[o].Language)
		}
		m.kin = append(m.kin, row)
	}
	for v := range m.sides {
		m.readRuns(v, m.weights.lettersFor(a.Versions[v].Language))
	}
	return m
}

func newSide(units []unit, tokens int) side {
	s := side{units: units, homes: make([][]int32, tokens)}
	most := 0
	for u := range units {
		for _, t := range units[u].tokens {
			s.homes[t] = append(s.homes[t], int32(u))
			most = max(most, len(s.homes[t]))
		}
	}
	s.lacks, s.odds = make([][maxRun + 1]float64, most+1), make([][maxRun + 1]float64, most+1)
	for c := range s.lacks {
		one := (float64(c) + 0.5) / (float64(len(units)) + 1)
		for n := 1; n <= maxRun; n++ {
			none := math.Pow(1-one, float64(n))
			s.lacks[c][n] = math.Log(none)
			s.odds[c][n] = math.Log(1-none) - s.lacks[c][n]
		}
	}
	return s
}

// readRuns fills in the runs of a version; scale is how many of its letters make one letter of English.
func (m *model) readRuns(v int, scale float64) {
	s := &m.sides[v]
	s.runs = make([]run, maxRun*len(s.units))
	for u := range s.units {
		m.row++
		letters := 0.0
		alone := make([][maxRun + 1]float64, len(m.sides))
		for n := 1; n <= maxRun && u+n <= len(s.units); n++ {
			one := &s.units[u+n-1]
			letters += one.letters
			for _, t := range one.tokens {
				if m.stamp[t] != m.row {
					m.stamp[t] = m.row
					m.addAlone(alone, v, t)
				}
			}
			s.runs[maxRun*u+n-1] = run{length: m.weights.lengthOf(letters / scale), alone: append([][maxRun + 1]float64{}, alone...)}
		}
	}
}

// addAlone adds what a token of version v gives where the other version's run does not hold it: little if the other
// version does not have it at all, for then it was translated by another word; more if it stands elsewhere.
func (m *model) addAlone(alone [][maxRun + 1]float64, v int, t token) {
	for w := range m.sides {
		sig := &m.weights.shared[m.kin[v][w]][m.channel[t]]
		if w == v || sig.trust == 0 || m.common(v, w, t) {
			continue
		}
		lacks := &m.sides[w].lacks[len(m.sides[w].homes[t])]
		for n := 1; n <= maxRun; n++ {
			if len(m.sides[w].homes[t]) == 0 {
				alone[w][n] += sig.trust * sig.nowhere / 2
			} else {
				alone[w][n] += sig.trust * (sig.lost - lacks[n]) / 2
			}
		}
	}
}

// common tells of words that stand in so many units that where they stand says nothing.
func (m *model) common(v, w int, t token) bool {
	return m.sides[v].everywhere(t) || m.sides[w].everywhere(t)
}

func (s *side) everywhere(t token) bool {
	n := len(s.homes[t])
	return n >= 8 && 3*n > len(s.units)
}

// pairs are the scores of all pairs of runs that begin at one unit each, by maxRun*(a-1)+(b-1) for runs of a and b units.
type pairs [maxRun * maxRun]float32

// score fills in the scores of the runs of version v that begin at unit i with those of version w that begin at lo to
// hi-1, where no run goes beyond the end of its window.
func (m *model) score(v, w, i, end, lo, hi, endW int, out []pairs) {
	sv, sw := &m.sides[v], &m.sides[w]
	for j := lo; j < hi; j++ {
		for a := 1; a <= min(maxRun, end-i); a++ {
			ra := &sv.runs[maxRun*i+a-1]
			for b := 1; b <= min(maxRun, endW-j); b++ {
				rb := &sw.runs[maxRun*j+b-1]
				out[j-lo][maxRun*(a-1)+b-1] = float32(m.weights.lengths(&ra.length, &rb.length) + ra.alone[w][b] + rb.alone[v][a])
			}
		}
	}
	m.row++
	for a := 0; a < min(maxRun, end-i); a++ {
		for _, t := range sv.units[i+a].tokens {
			if m.stamp[t] == m.row {
				continue
			}
			m.stamp[t] = m.row
			if trust := m.weights.shared[m.kin[v][w]][m.channel[t]].trust; trust > 0 && len(sw.homes[t]) > 0 && !m.common(v, w, t) {
				m.meet(v, w, t, a, lo, hi, out)
			}
		}
	}
}

// meet adds what a token gives where it stands in both runs. In the run from unit i of version v it stands first at
// offset a; where it stands in version w the homes say.
func (m *model) meet(v, w int, t token, a, lo, hi int, out []pairs) {
	sv, sw := &m.sides[v], &m.sides[w]
	sig := &m.weights.shared[m.kin[v][w]][m.channel[t]]
	oddsV, oddsW := &sv.odds[len(sv.homes[t])], &sw.odds[len(sw.homes[t])]
	before := lo - 1
	for _, home := range sw.homesFrom(t, lo) {
		u := int(home)
		if u >= hi+maxRun-1 {
			return
		}
		for j := max(before+1, u-maxRun+1, lo); j <= min(u, hi-1); j++ {
			for na := a + 1; na <= maxRun; na++ {
				for nb := u - j + 1; nb <= maxRun; nb++ {
					out[j-lo][maxRun*(na-1)+nb-1] += float32(sig.trust * (sig.hit - sig.lost - (oddsV[na]+oddsW[nb])/2))
				}
			}
		}
		before = u
	}
}

// homesFrom lists the units from unit lo on in which a token stands.
func (s *side) homesFrom(t token, lo int) []int32 {
	homes := s.homes[t]
	a, b := 0, len(homes)
	for a < b {
		if mid := (a + b) / 2; int(homes[mid]) < lo {
			a = mid + 1
		} else {
			b = mid
		}
	}
	return homes[a:]
}
