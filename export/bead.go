package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"triptych/align"
	"triptych/article"
)

// Bead is one bead in JSON: under each version's key the numbers of its units, [] for a gap; then the versions in which
// the bead's units stand out of order, if any; then the score; then, where it was asked for, what ties the sides.
//
//	{"en":[2],"ru":[3],"be":[7],"moved":["be"],"score":0.88}
type Bead struct {
	// Sides stand in the order of the article's versions.
	Sides []Side
	// Moved lists keys of versions, in the order of the article's versions.
	Moved []string
	// Score is the probability that the bead is right, from 0 to 1, to two decimals.
	Score float64
	// Evidence is what ties the sides, the most telling first.
	Evidence []Evidence
}

// Side is what one version has in a bead.
type Side struct {
	// Version is the version's key: "en", "en.2".
	Version string
	// Units are numbers of paragraphs or sentences, counted from 0 through the whole version; none for a gap.
	Units []int
}

// Beads gives the beads of an alignment of a, at either level, without evidence.
func Beads(a *article.Article, al align.Alignment) []Bead {
	beads := make([]Bead, 0, len(al.Beads))
	for _, b := range al.Beads {
		out := Bead{Sides: make([]Side, len(b.Sides)), Score: round(b.Score)}
		for v, r := range b.Sides {
			out.Sides[v] = Side{Version: a.Versions[v].Key, Units: numbers(r)}
		}
		for _, v := range b.Moved {
			out.Moved = append(out.Moved, a.Versions[v].Key)
		}
		beads = append(beads, out)
	}
	return beads
}

// Explained gives the beads of an alignment of a with what ties them. Beads of sentences have no evidence.
func Explained(a *article.Article, al align.Alignment) []Bead {
	beads := Beads(a, al)
	for i, b := range al.Beads {
		for _, e := range b.Evidence {
			beads[i].Evidence = append(beads[i].Evidence, newEvidence(a, e))
		}
	}
	return beads
}

func numbers(r article.Range) []int {
	units := make([]int, 0, max(r.Len(), 0))
	for u := r.Lo; u < r.Hi; u++ {
		units = append(units, u)
	}
	return units
}

// MarshalJSON writes the members always in the same order: versions, moved, score, evidence.
func (b Bead) MarshalJSON() ([]byte, error) {
	if math.IsNaN(b.Score) || math.IsInf(b.Score, 0) {
		return nil, fmt.Errorf("bead has no score: %v", b.Score)
	}
	out := []byte{'{'}
	for _, s := range b.Sides {
		out = append(appendString(out, s.Version), ':')
		out = append(appendUnits(out, s.Units), ',')
	}
	if len(b.Moved) > 0 {
		out = append(appendKeys(append(out, `"moved":`...), b.Moved), ',')
	}
	out = strconv.AppendFloat(append(out, `"score":`...), b.Score, 'f', -1, 64)
	if len(b.Evidence) > 0 {
		out = appendEvidence(append(out, `,"evidence":`...), b.Evidence)
	}
	return append(out, '}'), nil
}

func appendUnits(out []byte, units []int) []byte {
	out = append(out, '[')
	for i, u := range units {
		if i > 0 {
			out = append(out, ',')
		}
		out = strconv.AppendInt(out, int64(u), 10)
	}
	return append(out, ']')
}

func appendKeys(out []byte, keys []string) []byte {
	out = append(out, '[')
	for i, k := range keys {
		if i > 0 {
			out = append(out, ',')
		}
		out = appendString(out, k)
	}
	return append(out, ']')
}

func appendString(out []byte, s string) []byte {
	var quoted bytes.Buffer
	enc := json.NewEncoder(&quoted)
	enc.SetEscapeHTML(false) // whoever calls the marshaller decides: see WriteJSON
	if err := enc.Encode(s); err != nil {
		return append(out, `""`...) // unreachable: encoding/json has an answer to every string
	}
	return append(out, bytes.TrimRight(quoted.Bytes(), "\n")...)
}
