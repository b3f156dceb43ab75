package ui

import (
	"strings"

	"triptych/compare"
)

// The map's measures, in the units of its drawing.
const (
	laneWidth = 6
	laneGap   = 3
	bandGap   = 3
	mapMargin = 3
	leastBand = 6
)

// minimap is the whole alignment drawn small at the side: a lane a version, a band a row, gaps as holes, differences as
// ticks in the lanes where they stand.
type minimap struct {
	Width, Height int
	Bands         []band
}

// Inner is the width inside a line of one unit.
func (m minimap) Inner() int { return m.Width - 1 }

type band struct {
	Row       int // from 1
	Y, Height int
	Title     string
	Lanes     []lane
}

type lane struct {
	X, Y, Width, Height int
	Gap                 bool
	Ticks               []tick
}

type tick struct {
	Kind     compare.Kind
	Severity compare.Severity
	Y        int
}

// newMinimap draws rows to scale: the longest cell of a row makes its height. Long articles get a smaller scale, so
// that the map stays about as high as a window.
func newMinimap(rows []row, versions int) minimap {
	total := 0
	for _, r := range rows {
		total += longest(r)
	}
	scale := min(1.0/6, 620/float64(max(total, 1)))
	m := minimap{Width: 2*mapMargin + versions*(laneWidth+laneGap) - laneGap, Height: bandGap}
	for _, r := range rows {
		b := newBand(r, m.Height, scale)
		m.Bands = append(m.Bands, b)
		m.Height += b.Height + bandGap
	}
	return m
}

func longest(r row) int {
	most := 0
	for _, w := range r.Weight {
		most = max(most, w)
	}
	return most
}

func newBand(r row, y int, scale float64) band {
	b := band{Row: r.Number, Y: y, Height: max(leastBand, int(scale*float64(longest(r)))), Title: r.title()}
	for v, c := range r.Cells {
		l := lane{X: mapMargin + v*(laneWidth+laneGap), Y: y, Width: laneWidth, Height: b.Height, Gap: c.Gap}
		if c.Blank {
			continue
		}
		if !c.Gap {
			l.Height = max(leastBand-2, int(scale*float64(r.Weight[v])))
			l.Ticks = r.ticks(v, l)
		}
		b.Lanes = append(b.Lanes, l)
	}
	return b
}

// ticks are the differences with a mark in a version, spread over its lane. A lane that is drawn as a hole tells of a
// lost paragraph.
func (r row) ticks(version int, l lane) []tick {
	var out []tick
	for _, n := range r.Notes {
		for _, m := range n.Marks {
			if m.Version == version && !(n.Told && n.Difference.Kind == compare.Omission) {
				out = append(out, tick{Kind: n.Difference.Kind, Severity: n.Severity})
				break
			}
		}
	}
	for i := range out {
		out[i].Y = l.Y + max(0, l.Height-2)*(2*i+1)/(2*len(out))
	}
	return out
}

// title is what a pointer resting on the row's band is told.
func (r row) title() string {
	var parts []string
	for _, n := range r.Notes {
		if n.Severity != compare.Low {
			parts = append(parts, n.Note)
		}
	}
	if len(parts) == 0 {
		return "no difference"
	}
	return strings.Join(parts, "; ")
}
