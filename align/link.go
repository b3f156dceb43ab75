package align

import (
	"slices"

	"triptych/article"
)

// linkage is what an alignment by sentences says of paragraphs: between two versions, how much of each paragraph is
// tied to which others. Paragraphs that are cut at other places, or in which the facts stand in another order, are told
// apart by their sentences much better than by their words.
type linkage struct {
	// to lists, by version, other version and paragraph, the paragraphs there that hold counterparts.
	to [][][][]link
	// against is, by version, other version and paragraph, what its sentences, being tied to that version or to nothing in
	// it, say against every run there; what ties them to the very run is given back by [model.linked].
	against [][][]float64
	// runs is the same of runs of paragraphs: maxRun*p+n-1 is the run of n from p.
	runs [][][]float64
}

// link is a paragraph with the sum of the probabilities of the sentence beads that tie it.
type link struct {
	paragraph int
	weight    float64
}

func newLinkage(a *article.Article, sentences Alignment, weights *Weights) *linkage {
	n := len(a.Versions)
	l := &linkage{to: make([][][][]link, n), against: make([][][]float64, n), runs: make([][][]float64, n)}
	for v := range n {
		paragraphs := len(a.Versions[v].Paragraphs)
		l.to[v], l.against[v], l.runs[v] = make([][][]link, n), make([][]float64, n), make([][]float64, n)
		for w := range n {
			l.to[v][w], l.against[v][w] = make([][]link, paragraphs), make([]float64, paragraphs)
		}
	}
	for _, b := range sentences.Beads {
		for v, from := range b.Sides {
			for w, to := range b.Sides {
				if v != w {
					l.add(a, weights, b.Score, v, from, w, to)
				}
			}
		}
	}
	for v := range n {
		for w := range n {
			l.runs[v][w] = sums(l.against[v][w])
		}
	}
	return l
}

// sums gives the sums of all runs of up to maxRun numbers: maxRun*i+n-1 is that of n numbers from i.
func sums(each []float64) []float64 {
	out := make([]float64, maxRun*len(each))
	for i := range each {
		sum := 0.0
		for n := 1; n <= maxRun && i+n <= len(each); n++ {
			sum += each[i+n-1]
			out[maxRun*i+n-1] = sum
		}
	}
	return out
}

// add shares a bead's probability out among the pairs of paragraphs that its sentences stand in.
func (l *linkage) add(a *article.Article, weights *Weights, p float64, v int, from article.Range, w int, to article.Range) {
	for s := from.Lo; s < from.Hi; s++ {
		here := a.Versions[v].Sentences[s].Paragraph
		if to.Empty() {
			l.against[v][w][here] += weights.NoLink * p
			continue
		}
		share := p / float64(from.Len()*to.Len())
		for u := to.Lo; u < to.Hi; u++ {
			l.against[v][w][here] += weights.Link * share
			l.tie(v, here, w, a.Versions[w].Sentences[u].Paragraph, share)
		}
	}
}

func (l *linkage) tie(v, here, w, there int, weight float64) {
	links := l.to[v][w][here]
	for i := range links {
		if links[i].paragraph == there {
			links[i].weight += weight
			return
		}
	}
	l.to[v][w][here] = append(links, link{there, weight})
}

// fuse makes one bead of neighbouring beads whose sentences are tied to each other across the boundary, if together they
// are longer than the search can make a bead: what it could have joined and did not stays apart.
func (l *linkage) fuse(a Alignment) Alignment {
	var out []Bead
	for _, b := range a.Beads {
		if last := len(out) - 1; last >= 0 && l.oneStory(out[last], b) {
			out[last] = fused(out[last], b)
			continue
		}
		out = append(out, b)
	}
	return Alignment{out}
}

// oneStory tells whether two neighbouring beads are tied across their boundary by at least half a sentence, and too long
// together for the search.
func (l *linkage) oneStory(x, y Bead) bool {
	if len(x.Moved)+len(y.Moved) > 0 || x.Fixed || y.Fixed {
		return false
	}
	long, across := false, 0.0
	for v, s := range x.Sides {
		long = long || s.Len()+y.Sides[v].Len() > maxRun
		for w := range y.Sides {
			if v != w {
				across += l.between(v, s, w, y.Sides[w])
			}
		}
	}
	return long && across >= 0.5
}

// between is the weight of the links from a run of one version to a run of another.
func (l *linkage) between(v int, from article.Range, w int, to article.Range) float64 {
	sum := 0.0
	for p := from.Lo; p < from.Hi; p++ {
		for _, link := range l.to[v][w][p] {
			if link.paragraph >= to.Lo && link.paragraph < to.Hi {
				sum += link.weight
			}
		}
	}
	return sum
}

// fused is one bead of two neighbours.
func fused(x, y Bead) Bead {
	out := Bead{Sides: slices.Clone(x.Sides), Score: min(x.Score, y.Score)}
	for v, s := range y.Sides {
		switch {
		case s.Empty():
		case out.Sides[v].Empty():
			out.Sides[v] = s
		default:
			out.Sides[v].Hi = s.Hi
		}
	}
	return out
}
