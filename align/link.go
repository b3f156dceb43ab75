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
	// sum is all of a paragraph's links to another version, and none what the alignment says has no counterpart there.
	sum, none [][][]float64
}

// link is a paragraph with the sum of the probabilities of the sentence beads that tie it.
type link struct {
	paragraph int
	weight    float64
}

func newLinkage(a *article.Article, sentences Alignment) *linkage {
	n := len(a.Versions)
	l := &linkage{make([][][][]link, n), make([][][]float64, n), make([][][]float64, n)}
	for v := range n {
		paragraphs := len(a.Versions[v].Paragraphs)
		l.to[v], l.sum[v], l.none[v] = make([][][]link, n), make([][]float64, n), make([][]float64, n)
		for w := range n {
			l.to[v][w], l.sum[v][w], l.none[v][w] = make([][]link, paragraphs), make([]float64, paragraphs), make([]float64, paragraphs)
		}
	}
	for _, b := range sentences.Beads {
		for v, from := range b.Sides {
			for w, to := range b.Sides {
				if v != w {
					l.add(a, b.Score, v, from, w, to)
				}
			}
		}
	}
	return l
}

// add shares a bead's probability out among the pairs of paragraphs that its sentences stand in.
func (l *linkage) add(a *article.Article, p float64, v int, from article.Range, w int, to article.Range) {
	for s := from.Lo; s < from.Hi; s++ {
		here := a.Versions[v].Sentences[s].Paragraph
		if to.Empty() {
			l.none[v][w][here] += p
			continue
		}
		share := p / float64(from.Len()*to.Len())
		for u := to.Lo; u < to.Hi; u++ {
			l.tie(v, here, w, a.Versions[w].Sentences[u].Paragraph, share)
		}
	}
}

func (l *linkage) tie(v, here, w, there int, weight float64) {
	l.sum[v][w][here] += weight
	links := l.to[v][w][here]
	for i := range links {
		if links[i].paragraph == there {
			links[i].weight += weight
			return
		}
	}
	l.to[v][w][here] = append(links, link{there, weight})
}

// against is what the sentences of the run of n paragraphs from p, being tied to version w or to nothing in it, say
// against every run there; what ties them to the very run is given back by [model.linked].
func (l *linkage) against(weights *Weights, v, w, p, n int) float64 {
	sum := 0.0
	for i := p; i < p+n; i++ {
		sum += weights.Link*l.sum[v][w][i] + weights.NoLink*l.none[v][w][i]
	}
	return sum
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
