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
	worth   [][][ties]worth // by version, other version and tie
	sides   []side
	// links are what the sentences say of the units, if these are paragraphs and that is known; else nil.
	links *linkage
}

// side is one version at the model's level.
type side struct {
	units []unit
	// since tells, for each unit's words, how many units ago the word stood last; maxRun for that many or never.
	since [][]uint8
	// own lists the units in which each word stands.
	own [][]int32
	// toward is how the version looks at each other one.
	toward []outlook
	runs   []run // maxRun*u+n-1 is the run of n units from u
}

// outlook is one version's words as another version answers them.
type outlook struct {
	ties []tie
	// homes lists, by word, the units of the other version in which a counterpart of it stands; none for words that stand
	// in so many units that where they stand says nothing.
	homes [][]int32
	// arrivals lists, by unit of the other version, the words that have a counterpart there.
	arrivals [][]arrival
	// everywhere tells which words without homes are those that do have counterparts, all over the other version.
	everywhere []bool
	// gains is, by word, what it gives where a run of one unit and more of the other version holds its counterpart.
	gains [][maxRun]float32
	chance
}

// arrival is a word that has a counterpart in a unit of the other version; since is how many units before that unit it
// had one last, maxRun for that many or never.
type arrival struct {
	word  int32
	since uint8
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
	m := &model{weights: w, worth: r.worth(w)}
	for _, s := range r.sheets {
		m.sides = append(m.sides, newSide(level(s), len(s.words)))
	}
	for v := range m.sides {
		m.sides[v].toward = make([]outlook, len(m.sides))
		for o := range m.sides {
			if o != v {
				m.sides[v].toward[o] = newOutlook(r.bonds[v][o], &m.sides[v], &m.sides[o])
				m.sides[v].toward[o].weigh(&m.worth[v][o])
			}
		}
	}
	for v, s := range r.sheets {
		m.readRuns(v, w.lettersFor(s.language))
	}
	return m
}

// worth is what words of each tie are worth between each two versions.
func (r *reading) worth(w *Weights) [][][ties]worth {
	out := make([][][ties]worth, len(r.sheets))
	for v, s := range r.sheets {
		out[v] = make([][ties]worth, len(r.sheets))
		for o, other := range r.sheets {
			length := math.Sqrt(float64(len(s.sentences)) * float64(len(other.sentences)))
			for t := range ties {
				out[v][o][t] = w.Ties[r.kin[v][o]][t].worth(length)
			}
		}
	}
	return out
}

func newSide(units []unit, words int) side {
	s := side{units: units, since: make([][]uint8, len(units))}
	s.own = lists(words, func(visit func(t, u int32)) {
		for u := range units {
			for _, t := range units[u].words {
				visit(t, int32(u))
			}
		}
	})
	last := make([]int32, words)
	total := 0
	for u := range units {
		total += len(units[u].words)
	}
	slab := make([]uint8, 0, total)
	for u := range units {
		from := len(slab)
		for _, t := range units[u].words {
			slab = append(slab, ago(u, last[t]))
			last[t] = int32(u) + 1
		}
		s.since[u] = slab[from:]
	}
	return s
}

// ago is how many units before unit u something stood last; last is that unit and one more, 0 for never.
func ago(u int, last int32) uint8 {
	if last == 0 {
		return maxRun
	}
	return uint8(min(u+1-int(last), maxRun))
}

// lists makes n lists of what each visits with the number of the list.
func lists[T any](n int, each func(visit func(list int32, what T))) [][]T {
	size := make([]int32, n)
	total := 0
	each(func(list int32, _ T) {
		size[list]++
		total++
	})
	slab, out := make([]T, total), make([][]T, n)
	for i, k := range size {
		out[i], slab = slab[:0:k], slab[k:]
	}
	each(func(list int32, what T) { out[list] = append(out[list], what) })
	return out
}

func newOutlook(bonds []bond, from, other *side) outlook {
	o := outlook{ties: make([]tie, len(bonds)), homes: make([][]int32, len(bonds)), everywhere: make([]bool, len(bonds))}
	most, all := 0, 0
	for _, b := range bonds {
		for _, w := range b.to {
			all += len(other.own[w])
		}
	}
	slab := make([]int32, 0, all)
	for t, b := range bonds {
		o.ties[t] = b.tie
		homes := []int32(nil)
		switch len(b.to) {
		case 0:
			continue
		case 1:
			homes = other.own[b.to[0]]
		default:
			start := len(slab)
			for _, w := range b.to {
				slab = append(slab, other.own[w]...)
			}
			slices.Sort(slab[start:])
			homes = slices.Clip(slices.Compact(slab[start:]))
			slab = slab[:start+len(homes)]
		}
		if everywhere(homes, len(other.units)) || everywhere(from.own[t], len(from.units)) {
			o.everywhere[t] = len(homes) > 0
			continue
		}
		o.homes[t] = homes
		most = max(most, len(homes))
	}
	o.arrivals = lists(len(other.units), func(visit func(int32, arrival)) {
		for t, homes := range o.homes {
			last := int32(0)
			for _, u := range homes {
				visit(u, arrival{int32(t), ago(int(u), last)})
				last = u + 1
			}
		}
	})
	o.chance = newChance(most, len(other.units))
	return o
}

// weigh works out what each word gives where it has its counterpart.
func (o *outlook) weigh(worth *[ties]worth) {
	o.gains = make([][maxRun]float32, len(o.homes))
	for t, homes := range o.homes {
		if len(homes) == 0 {
			continue
		}
		sig, odds := &worth[o.ties[t]], &o.odds[len(homes)]
		for n := range maxRun {
			o.gains[t][n] = float32(sig.trust * (sig.gain - odds[n+1]))
		}
	}
}

// everywhere tells of words that stand in so many units that where they stand says nothing.
func everywhere(homes []int32, units int) bool { return len(homes) >= 8 && 3*len(homes) > units }

func newChance(most, units int) chance {
	c := chance{make([][maxRun + 1]float64, most+1), make([][maxRun + 1]float64, most+1)}
	for n := range c.lacks {
		one := (float64(n) + 0.5) / (float64(units) + 1)
		none, log := 1.0, math.Log1p(-one)
		for k := 1; k <= maxRun; k++ {
			none *= 1 - one
			c.lacks[n][k] = float64(k) * log
			c.odds[n][k] = math.Log1p(-none) - c.lacks[n][k]
		}
	}
	return c
}

// readRuns fills in the runs of a version; scale is how many of its letters make one letter of English.
func (m *model) readRuns(v int, scale float64) {
	s := &m.sides[v]
	s.runs = make([]run, maxRun*len(s.units))
	tables := make([][maxRun + 1]float64, len(s.runs)*len(m.sides))
	alone := make([][maxRun + 1]float64, len(m.sides))
	for u := range s.units {
		letters := 0.0
		clear(alone)
		for n := 1; n <= maxRun && u+n <= len(s.units); n++ {
			one := &s.units[u+n-1]
			letters += one.letters
			for k, t := range one.words {
				if int(s.since[u+n-1][k]) >= n {
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
		sig := &m.worth[v][w][o.ties[t]]
		switch n := len(o.homes[t]); {
		case n > 0:
			for k := 1; k <= maxRun; k++ {
				alone[w][k] += sig.trust * (sig.lost - o.lacks[n][k])
			}
		case !o.everywhere[t]:
			for k := 1; k <= maxRun; k++ {
				alone[w][k] += sig.nowhere
			}
		}
	}
}

// common tells of words that stand in so many units that where they stand says nothing.
func (m *model) common(v, w int, t int32) bool { return m.sides[v].toward[w].everywhere[t] }
