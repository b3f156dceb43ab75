// Package align ties the versions of an article: paragraph by paragraph and, inside, sentence by sentence, all
// versions at once. It is pure: the same article always gives the same beads.
package align

import (
	"errors"

	"triptych/article"
)

// ErrStopped is returned when the progress function asked to stop.
var ErrStopped = errors.New("alignment stopped")

// Options of [Align]; the zero value is ready for use.
type Options struct {
	// Progress, if set, is told how many steps of how many are done and says whether to go on.
	Progress func(done, total int) (goOn bool)
}

// Levels is an article's alignment by paragraphs and by sentences. The two agree: the sentences of one sentence bead
// lie in the paragraphs of one paragraph bead.
type Levels struct{ Paragraphs, Sentences Alignment }

// Align aligns all versions of an article jointly.
func Align(a *article.Article, o Options) (Levels, error) { // skeleton
	count := func(n func(*article.Version) int) Alignment {
		var out Alignment
		for i := 0; ; i++ {
			b := Bead{Score: 0.9}
			any := false
			for v := range a.Versions {
				r := article.Range{}
				if i < n(&a.Versions[v]) {
					r = article.Range{Lo: i, Hi: i + 1}
					any = true
				}
				b.Sides = append(b.Sides, r)
			}
			if !any {
				return out
			}
			out.Beads = append(out.Beads, b)
		}
	}
	return Levels{
		count(func(v *article.Version) int { return len(v.Paragraphs) }),
		count(func(v *article.Version) int { return len(v.Sentences) }),
	}, nil
}
