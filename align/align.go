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
	// Fixed lists paragraph beads that a person has confirmed, in order in every version. They stay as they are, with a
	// score of 1, and only the rest is aligned.
	Fixed []Bead
	// Renderings are what machines made of versions, where that is known. Words of a rendering tie its version to those
	// in its language. A rendering that has not one segment for each sentence of its version is passed over.
	Renderings []article.Rendering
	// Weights of the model; nil for [Learned].
	Weights *Weights
}

// Levels is an article's alignment by paragraphs and by sentences. The two agree: the sentences of one sentence bead
// lie in the paragraphs of one paragraph bead.
type Levels struct {
	Paragraphs, Sentences Alignment
	// Likeness tells, by version, how much its words have in common with those of the others, in nats a hundred letters:
	// some ten and more in versions of one article, hardly one in texts that have nothing to do with each other.
	Likeness []float64
}

// Align aligns all versions of an article jointly. An article without versions gives no beads. The only errors are
// [ErrStopped], more than [MaxVersions] versions, and fixed beads that do not fit the article.
func Align(a *article.Article, o Options) (Levels, error) {
	if len(a.Versions) > MaxVersions {
		return Levels{}, fmt.Errorf("%d versions are too many to align at once: at most %d", len(a.Versions), MaxVersions)
	}
	if o.Progress == nil {
		o.Progress = goOn
	}
	w := o.Weights
	if w == nil {
		learned := Learned()
		w = &learned
	}
	r := read(a, !w.NoLexicon, o.Renderings...)
	j := job{reading: r, weights: w, fixed: o.Fixed, why: true, progress: o.Progress}
	paragraphs, err := j.paragraphs()
	if err != nil {
		return Levels{}, err
	}
	sentences, err := j.inside(paragraphs)
	if err != nil {
		return Levels{}, err
	}
	w.settle(paragraphs)
	w.settle(sentences)
	return Levels{paragraphs, sentences, j.sentences.likeness(sentences)}, nil
}

// job is one alignment of one article.
type job struct {
	*reading
	weights   *Weights
	fixed     []Bead
	why       bool // evidence is wanted
	progress  func(done, total int) (goOn bool)
	sentences *model
}

// paragraphs aligns the versions by paragraphs, with the help of a first alignment by sentences where paragraphs have
// several. Scores are probabilities among all paths.
func (j *job) paragraphs() (Alignment, error) {
	windows, err := segments(j.fixed, j.whole())
	if err != nil {
		return Alignment{}, err
	}
	m := newModel(j.reading, (*sheet).paragraphUnits, j.weights)
	a, err := j.paragraphsIn(m, windows)
	if err == nil && j.why {
		j.explain(m, a)
	}
	return a, err
}

// paragraphsIn is [job.paragraphs] between the fixed beads. The model learns what the article teaches.
func (j *job) paragraphsIn(m *model, windows [][]article.Range) (Alignment, error) {
	if j.plain() {
		return j.byParagraphs(m, windows)
	}
	first, corridors, err := j.bySentences(m, windows)
	if err != nil {
		return Alignment{}, err
	}
	if j.weights.NoLinks {
		return j.search(m, windows, nil)
	}
	m.links = newLinkage(j.article, first, j.weights)
	a, err := j.search(m, windows, corridors)
	return m.links.fuse(a), err
}

// byParagraphs aligns paragraphs of one sentence each, and once more if that taught any words.
func (j *job) byParagraphs(m *model, windows [][]article.Range) (Alignment, error) {
	j.sentences = m
	a, err := j.search(m, windows, nil)
	if err != nil || !j.teach(a) {
		return a, err
	}
	*m = *newModel(j.reading, (*sheet).paragraphUnits, j.weights)
	return j.search(m, windows, nil)
}

// search aligns the paragraphs between the fixed beads, in the corridors if they are known.
func (j *job) search(m *model, windows [][]article.Range, corridors []corridor) (Alignment, error) {
	fixed := make([]Bead, len(j.fixed))
	for i, b := range j.fixed {
		fixed[i] = Bead{Sides: b.Sides, Score: 1, Fixed: true}
	}
	a, err := searchBetween(m, j.shapes(), windows, corridors, fixed, j.progress)
	if err != nil {
		return Alignment{}, err
	}
	return rejoin(m, j.shapes(), a), nil
}

// bySentences aligns by sentences in windows of paragraphs, and once more if that taught enough words; the model of the
// paragraphs then learns them too. It tells in which corridors.
func (j *job) bySentences(paragraphs *model, windows [][]article.Range) (Alignment, []corridor, error) {
	j.sentences = newModel(j.reading, (*sheet).sentenceUnits, j.weights)
	corridors := make([]corridor, len(windows))
	for i, w := range windows {
		corridors[i] = j.corridors(paragraphs, w)
	}
	first, err := j.inCorridors(windows, corridors)
	if err != nil || !j.teach(first) {
		return first, corridors, err
	}
	*paragraphs = *newModel(j.reading, (*sheet).paragraphUnits, j.weights)
	j.sentences = newModel(j.reading, (*sheet).sentenceUnits, j.weights)
	again, err := j.inCorridors(windows, corridors)
	return again, corridors, err
}

// teach learns words from an alignment by sentences, and tells whether there were any.
func (j *job) teach(sentences Alignment) bool {
	if !j.weights.spots() {
		return false
	}
	taught, ok := j.taught(sentences)
	if ok {
		j.reading = taught
	}
	return ok
}

func (j *job) inCorridors(windows [][]article.Range, corridors []corridor) (Alignment, error) {
	var out Alignment
	for i, w := range windows {
		part, err := search(j.sentences, &j.weights.Sentences, inSentences(j.article, w), corridors[i].sentences, j.progress)
		if err != nil {
			return Alignment{}, err
		}
		out.Beads = append(out.Beads, part.Beads...)
	}
	return rejoin(j.sentences, &j.weights.Sentences, out), nil
}

// plain tells whether every paragraph is one sentence, so that there is but one level.
func (r *reading) plain() bool {
	for _, s := range r.sheets {
		if len(s.sentences) != len(s.paragraphs) {
			return false
		}
	}
	return true
}

// shapes are those of paragraphs, or of sentences where paragraphs are hardly more than that: texts that come a sentence
// a line.
func (j *job) shapes() *Shapes {
	paragraphs, sentences := 0, 0
	for _, s := range j.sheets {
		paragraphs, sentences = paragraphs+len(s.paragraphs), sentences+len(s.sentences)
	}
	if 4*sentences < 5*paragraphs {
		return &j.weights.Sentences
	}
	return &j.weights.Paragraphs
}

// read reads an article for alignment, with the lexicon or without.
func read(a *article.Article, known bool, renderings ...article.Rendering) *reading {
	g, bare := shared()
	if !known {
		g = bare
	}
	r := &reading{article: a}
	r.sheets = make([]*sheet, len(a.Versions))
	rendered := byVersion(a, renderings)
	eachIndex(len(a.Versions), func(v int) { r.sheets[v] = readSheet(&a.Versions[v], rendered[v], g) })
	k := newKeys(r.sheets, len(renderings) > 0)
	indexes := make([]*index, len(a.Versions))
	for v, s := range r.sheets {
		indexes[v] = k.newIndex(v, s)
	}
	for v, from := range r.sheets {
		kin, bonds := make([]kinship, len(r.sheets)), make([][]bond, len(r.sheets))
		for w, to := range r.sheets {
			if kin[w] = kinshipOf(from.language, to.language); w != v {
				bonds[w] = k.bind(v, from, to, indexes[w], kin[w])
			}
		}
		r.kin, r.bonds = append(r.kin, kin), append(r.bonds, bonds)
	}
	return r
}

// byVersion sorts renderings by the version that they render.
func byVersion(a *article.Article, renderings []article.Rendering) [][]*article.Rendering {
	out := make([][]*article.Rendering, len(a.Versions))
	for i := range renderings {
		r := &renderings[i]
		if v := r.Version; v >= 0 && v < len(a.Versions) && len(r.Segments) == len(a.Versions[v].Sentences) {
			out[v] = append(out[v], r)
		}
	}
	return out
}

func (s *sheet) paragraphUnits() []unit { return s.paragraphs }

func (s *sheet) sentenceUnits() []unit { return s.sentences }

// whole is the window of all paragraphs of all versions.
func (r *reading) whole() []article.Range {
	out := make([]article.Range, len(r.sheets))
	for v, s := range r.sheets {
		out[v].Hi = len(s.paragraphs)
	}
	return out
}

// inside aligns the sentences within each paragraph bead, so that the two levels agree.
func (j *job) inside(paragraphs Alignment) (Alignment, error) {
	var out Alignment
	for i, outer := range paragraphs.Beads {
		if !j.progress(i, len(paragraphs.Beads)) {
			return Alignment{}, ErrStopped
		}
		if outer.single(j.article) {
			out.Beads = append(out.Beads, outer.inSentences(j.article))
			continue
		}
		inner, err := search(j.sentences, &j.weights.Inside, inSentences(j.article, outer.Sides), nil, goOn)
		if err != nil {
			return Alignment{}, err
		}
		for _, b := range inner.Beads {
			out.Beads = append(out.Beads, b.within(outer))
		}
	}
	return out, nil
}

func goOn(int, int) bool { return true }

// settle turns probabilities among paths into honest scores.
func (w *Weights) settle(a Alignment) {
	for i := range a.Beads {
		if a.Beads[i].Fixed {
			continue
		}
		a.Beads[i].Score = w.honest(a.Beads[i].Score)
	}
}

// single tells whether every side is one sentence at most, so that there is nothing to search in the bead.
func (b Bead) single(a *article.Article) bool {
	for v, s := range b.Sides {
		if s.Len() > 1 || s.Len() == 1 && a.Versions[v].Paragraphs[s.Lo].Sentences.Len() > 1 {
			return false
		}
	}
	return true
}

// inSentences is a bead of paragraphs as one bead of sentences.
func (b Bead) inSentences(a *article.Article) Bead {
	return Bead{Sides: inSentences(a, b.Sides), Moved: b.Moved, Score: b.Score, Fixed: b.Fixed}
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
