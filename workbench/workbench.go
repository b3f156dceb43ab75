// Package workbench is what users ask of Triptych, whoever asks: the command line, the API and the pages call the
// same few functions here.
package workbench

import (
	"context"
	"fmt"

	"triptych/align"
	"triptych/article"
	"triptych/article/extract"
	"triptych/compare"
	"triptych/lang"
)

// Input is one version as a person hands it over. Exactly one of Data and URL is set.
type Input struct {
	// Name is shown to people: a file's path, or "" for pasted text.
	Name string
	// Language is what the person states, or "" to have it detected.
	Language lang.Tag
	Data     []byte
	// URL is an address to fetch; addresses are not served yet.
	URL string
}

// Detection is what is known of one text's language.
type Detection struct {
	Name string
	lang.Guess
	// Orthography is set for Belarusian only.
	Orthography lang.Orthography
	Paragraphs  []lang.Guess
}

// Aligned is an article with its beads at both levels and what the person should know of how it was read.
type Aligned struct {
	Article  *article.Article
	Levels   align.Levels
	Warnings []string
}

// Compared is a report and what the person should know of how the article was read.
type Compared struct {
	*compare.Report
	Warnings []string
}

// Detector names the language of a text by its paragraphs.
type Detector interface {
	// Detect gives the whole text's language, then each paragraph's. It is safe for use by many at once.
	Detect(paragraphs []string) (whole lang.Guess, each []lang.Guess)
}

// Workbench runs what users ask for. It is safe for use by many at once.
type Workbench struct{ detector Detector }

// New makes a workbench.
func New(d Detector) *Workbench { return &Workbench{detector: d} }

// Detect names the language of one input; any known language is an answer.
func (w *Workbench) Detect(ctx context.Context, in Input) (Detection, error) {
	v, err := w.read(in)
	if err != nil {
		return Detection{}, err
	}
	d := Detection{Name: in.Name}
	d.Guess, d.Paragraphs = w.detector.Detect(texts(v))
	if d.Language == lang.Belarusian {
		d.Orthography = lang.Official // skeleton
	}
	return d, nil
}

// Align reads two or more inputs as versions of one article and aligns them. Versions come out in the order in which
// they were handed over.
func (w *Workbench) Align(ctx context.Context, inputs []Input) (Aligned, error) {
	var a article.Article
	seen := map[lang.Tag]int{}
	for _, in := range inputs {
		v, err := w.read(in)
		if err != nil {
			return Aligned{}, err
		}
		g, each := w.detector.Detect(texts(v))
		v.Language = g.Language
		if in.Language != "" {
			v.Language = in.Language
		}
		if !v.Language.Served() {
			return Aligned{}, &Problem{Reason: NotServed, Input: in.Name, Detail: "this is " + v.Language.Name() + "; Triptych works with English, Russian and Belarusian"}
		}
		for i := range v.Paragraphs {
			v.Paragraphs[i].Language = each[i].Language
		}
		seen[v.Language]++
		v.Key = string(v.Language)
		if n := seen[v.Language]; n > 1 {
			v.Key = fmt.Sprintf("%s.%d", v.Key, n)
		}
		a.Versions = append(a.Versions, *v)
	}
	l, err := align.Align(&a, align.Options{})
	return Aligned{Article: &a, Levels: l}, err
}

// Compare aligns the inputs and finds where they say different things.
func (w *Workbench) Compare(ctx context.Context, inputs []Input) (Compared, error) {
	al, err := w.Align(ctx, inputs)
	if err != nil {
		return Compared{}, err
	}
	return Compared{Report: compare.Compare(al.Article, al.Levels), Warnings: al.Warnings}, nil
}

func (w *Workbench) read(in Input) (*article.Version, error) {
	v, err := extract.Text(in.Data)
	if err != nil {
		return nil, &Problem{Reason: BadInput, Input: in.Name, Detail: err.Error()}
	}
	v.Source = in.Name
	return v, nil
}

func texts(v *article.Version) []string {
	var out []string
	for i := range v.Paragraphs {
		out = append(out, v.Paragraph(i))
	}
	return out
}
