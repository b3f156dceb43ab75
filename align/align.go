package align

import (
	"errors"
	"fmt"

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
		return Levels{}, fmt.Errorf("%d versions are too many to align at once: at most %d", len(a.Versions), MaxVersions)
	}
	if o.Progress == nil {
		o.Progress = func(int, int) bool { return true }
	}
	d := readArticle(a)
	paragraphs, err := search(newModel(a, d, d.paragraphs, standard()), whole(d.paragraphs), o.Progress)
	if err != nil {
		return Levels{}, err
	}
	sentences, err := inside(a, newModel(a, d, d.sentences, standard().insideParagraphs()), paragraphs, o.Progress)
	return Levels{paragraphs, sentences}, err
}

// whole is the window of all units of all versions.
func whole(units [][]unit) []article.Range {
	out := make([]article.Range, len(units))
	for v := range units {
		out[v].Hi = len(units[v])
	}
	return out
}

// inside aligns the sentences within each paragraph bead, so that the two levels agree.
func inside(a *article.Article, m *model, paragraphs Alignment, progress func(done, total int) bool) (Alignment, error) {
	var out Alignment
	for i, outer := range paragraphs.Beads {
		if !progress(i, len(paragraphs.Beads)) {
			return Alignment{}, ErrStopped
		}
		window := make([]article.Range, len(a.Versions))
		for v, r := range outer.Sides {
			if !r.Empty() {
				ps := a.Versions[v].Paragraphs
				window[v] = article.Range{Lo: ps[r.Lo].Sentences.Lo, Hi: ps[r.Hi-1].Sentences.Hi}
			}
		}
		inner, err := search(m, window, func(int, int) bool { return true })
		if err != nil {
			return Alignment{}, err
		}
		for _, b := range inner.Beads {
			out.Beads = append(out.Beads, b.within(outer))
		}
	}
	return out, nil
}

// within gives a bead of sentences what its paragraph bead knows: where it moved, and how sure it is.
func (b Bead) within(outer Bead) Bead {
	for _, v := range outer.Moved {
		if !b.Gap(v) {
			b.Moved = append(b.Moved, v)
		}
	}
	b.Score *= outer.Score
	return b
}
