package align

import (
	"errors"

	"triptych/article"
)

// ErrStopped is returned when the progress function asked to stop.
var ErrStopped = errors.New("alignment stopped")

// MaxVersions is how many versions [Align] takes at once.
const MaxVersions = 8

// Options of [Align]; the zero value is ready for use.
type Options struct {
	// Progress, if set, is told how many steps of how many are done and says whether to go on.
	Progress func(done, total int) (goOn bool)
}

// Levels is an article's alignment by paragraphs and by sentences. The two agree: the sentences of one sentence bead
// lie in the paragraphs of one paragraph bead.
type Levels struct{ Paragraphs, Sentences Alignment }

// Align aligns all versions of an article jointly. An article without versions gives no beads. The only errors are
// [ErrStopped] and more than [MaxVersions] versions.
func Align(a *article.Article, o Options) (Levels, error) {
	if len(a.Versions) > MaxVersions {
		return Levels{}, errors.New("too many versions to align at once")
	}
	if o.Progress == nil {
		o.Progress = func(int, int) bool { return true }
	}
	text := readText(a)
	model := newModel(a, text)
	paragraphs, err := search(model.level(text.paragraphs, model.statistics(text.paragraphs)), o.Progress)
	if err != nil {
		return Levels{}, err
	}
	return Levels{paragraphs, sentences(a, model, text, paragraphs)}, nil
}

// sentences aligns the sentences inside each paragraph bead, so that the two levels agree.
func sentences(a *article.Article, m *model, t text, paragraphs Alignment) Alignment {
	var out Alignment
	rare := m.statistics(t.sentences)
	for _, bead := range paragraphs.Beads {
		offset := make([]int, len(a.Versions))
		units := make([][]unit, len(a.Versions))
		for v, r := range bead.Sides {
			if r.Empty() {
				continue
			}
			ps := a.Versions[v].Paragraphs
			offset[v] = ps[r.Lo].Sentences.Lo
			units[v] = t.sentences[v][offset[v]:ps[r.Hi-1].Sentences.Hi]
		}
		inner, _ := search(m.level(units, rare), func(int, int) bool { return true })
		for _, b := range inner.Beads {
			out.Beads = append(out.Beads, shifted(b, offset, bead))
		}
	}
	return out
}

// shifted gives a bead of sentences the numbers it has in the whole version, and what its paragraph bead knows.
func shifted(b Bead, offset []int, outer Bead) Bead {
	for v, r := range b.Sides {
		if !r.Empty() {
			b.Sides[v] = article.Range{Lo: r.Lo + offset[v], Hi: r.Hi + offset[v]}
		}
	}
	for _, v := range outer.Moved {
		if !b.Gap(v) {
			b.Moved = append(b.Moved, v)
		}
	}
	b.Score *= outer.Score
	return b
}
