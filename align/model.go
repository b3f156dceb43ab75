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

// model holds what is known of an article before its beads are: which languages meet, and at each level how common
// every token is. It scores pairs of runs.
type model struct {
	weights weights
	scale   []float64 // letters of each version for one letter of English
	kin     [][]kinship
	// distinct is how many tokens the article has.
	distinct int
}

func newModel(a *article.Article, t text) *model {
	m := &model{weights: standard(), distinct: t.distinct}
	for v := range a.Versions {
		m.scale = append(m.scale, m.weights.lettersFor(a.Versions[v].Language))
		row := make([]kinship, len(a.Versions))
		for w := range a.Versions {
			row[w] = kinshipOf(a.Versions[v].Language, a.Versions[w].Language)
		}
		m.kin = append(m.kin, row)
	}
	return m
}

// rarity says, for each token of a version at one level, how likely a run of units holds it by chance.
type rarity struct {
	units int
	count []int32 // by token: in how many units it stands
	// logs of the chance that a run of 1..maxRun units holds, and does not hold, a token that stands in count units.
	has, lacks [][maxRun + 1]float64
}

func newRarity(units []unit, distinct int) rarity {
	r := rarity{units: len(units), count: make([]int32, distinct)}
	most := int32(0)
	for i := range units {
		for _, list := range units[i].tokens {
			for _, t := range list {
				r.count[t]++
				most = max(most, r.count[t])
			}
		}
	}
	r.has = make([][maxRun + 1]float64, most+1)
	r.lacks = make([][maxRun + 1]float64, most+1)
	for c := range r.has {
		one := (float64(c) + 0.5) / (float64(len(units)) + 1)
		for n := 1; n <= maxRun; n++ {
			none := math.Pow(1-one, float64(n))
			r.has[c][n], r.lacks[c][n] = math.Log(1-none), math.Log(none)
		}
	}
	return r
}

// statistics are the rarities of all versions at one level of the whole article.
func (m *model) statistics(units [][]unit) []rarity {
	var all []rarity
	for v := range units {
		all = append(all, newRarity(units[v], m.distinct))
	}
	return all
}

// similarity is what the search asks of a model: log-likelihood ratios of "these say the same" against "these have
// nothing to do with each other", in nats.
type similarity interface {
	// units is how many units each version has.
	units() []int
	// pair scores two runs, neither of them empty.
	pair(v int, a article.Range, w int, b article.Range) float64
	// shape scores a bead's sizes before its words are looked at.
	shape(sizes []int) float64
	// temperature is what scores are divided by before they are read as logs of probabilities.
	temperature() float64
	// anchors names units of two versions that hold a rare token in common, for long texts.
	anchors(v, w int) []anchor
}

// level is a model looking at some units of an article.
type level struct {
	*model
	rare []rarity
	// runs[v][maxRun*u+n-1] is the run of n units of version v that begins at u.
	runs [][]unit
	size []int
}

func (m *model) level(units [][]unit, rare []rarity) *level {
	l := &level{model: m, rare: rare}
	for _, us := range units {
		runs := make([]unit, maxRun*len(us))
		for u := range us {
			for n := 1; n <= maxRun && u+n <= len(us); n++ {
				runs[maxRun*u+n-1] = joined(us[u : u+n])
			}
		}
		l.runs = append(l.runs, runs)
		l.size = append(l.size, len(us))
	}
	return l
}

func (l *level) units() []int { return l.size }

func (l *level) temperature() float64 { return l.weights.temperature }

func (l *level) run(v int, r article.Range) *unit { return &l.runs[v][maxRun*r.Lo+r.Len()-1] }

func (l *level) pair(v int, a article.Range, w int, b article.Range) float64 {
	ua, ub := l.run(v, a), l.run(w, b)
	kin := l.kin[v][w]
	score := l.weights.length(ua.length/l.scale[v], ub.length/l.scale[w], kin)
	for c := range channels {
		if l.weights.shared[kin][c].trust > 0 {
			score += l.overlap(l.weights.shared[kin][c], ua.tokens[c], &l.rare[v], a.Len(), ub.tokens[c], &l.rare[w], b.Len())
		}
	}
	return score
}

// overlap is the ratio that one channel gives: half of it what the tokens of a find in b, half the other way round.
func (l *level) overlap(s signal, a tokens, inA *rarity, na int, b tokens, inB *rarity, nb int) float64 {
	var sum float64
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			sum += s.miss(inB, a[i], nb)
			i++
		case i == len(a) || b[j] < a[i]:
			sum += s.miss(inA, b[j], na)
			j++
		default:
			sum += 2*s.hit - inB.has[inB.count[a[i]]][nb] - inA.has[inA.count[a[i]]][na]
			i++
			j++
		}
	}
	return s.trust * sum / 2
}

// miss is the ratio of a token that is not in the other run, which has n units.
func (s *signal) miss(other *rarity, token int32, n int) float64 {
	if c := other.count[token]; c > 0 {
		return s.lost - other.lacks[c][n]
	}
	return s.nowhere
}

func (l *level) shape(sizes []int) float64 {
	var sum float64
	filled := 0
	for _, n := range sizes {
		if n > 0 {
			filled++
			sum += l.weights.run[n]
		}
	}
	return sum + float64(len(sizes)-filled)*l.weights.gap
}
