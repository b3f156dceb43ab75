package workbench

import (
	"context"
	"errors"
	"fmt"

	"triptych/align"
	"triptych/article"
	"triptych/article/extract"
	"triptych/lang"
)

// MaxBytes is the longest input that is read; a long book is some 2 MiB.
const MaxBytes = 16 << 20

// certain is the confidence from which a paragraph's own language counts when it is not the version's.
const certain = 0.8

// readAll reads inputs as the versions of one article.
func (w *Workbench) readAll(ctx context.Context, inputs []Input) (Aligned, error) {
	if err := checkCount(len(inputs)); err != nil {
		return Aligned{}, err
	}
	out := Aligned{Article: &article.Article{}}
	for i, in := range inputs {
		if err := ctx.Err(); err != nil {
			return Aligned{}, err
		}
		name := in.Name
		if name == "" {
			name = fmt.Sprintf("version %d", i+1)
		}
		v, warnings, err := w.read(ctx, in, name)
		if err != nil {
			return Aligned{}, err
		}
		out.Warnings = append(out.Warnings, warnings...)
		warning, err := w.name(v, in, name)
		if err != nil {
			return Aligned{}, err
		}
		if warning != "" {
			out.Warnings = append(out.Warnings, warning)
		}
		v.Key = key(out.Article, v.Language)
		out.Article.Versions = append(out.Article.Versions, *v)
	}
	return out, nil
}

func checkCount(n int) error {
	switch {
	case n < 2:
		return &Problem{Reason: BadInput, Detail: "a comparison needs at least two versions of an article", Fix: "add another version"}
	case n > align.MaxVersions:
		return &Problem{Reason: BadInput, Detail: fmt.Sprintf("%d versions are too many", n), Fix: fmt.Sprintf("compare at most %d at once", align.MaxVersions)}
	}
	return nil
}

// read turns one input into a version. Its language is still to be settled.
func (w *Workbench) read(ctx context.Context, in Input, name string) (*article.Version, []string, error) {
	if in.URL != "" {
		p, err := w.page(ctx, in.URL)
		if err != nil {
			return nil, nil, err
		}
		return p.Version, p.Warnings, nil
	}
	if len(in.Data) > MaxBytes {
		return nil, nil, &Problem{Reason: TooLarge, Input: name, Detail: fmt.Sprintf("the text is longer than %d MiB", MaxBytes>>20), Fix: "cut it into parts"}
	}
	d, err := extract.Read(in.Data, extract.Hint{URL: in.Name})
	if err != nil {
		return nil, nil, &Problem{Reason: BadInput, Input: name, Detail: err.Error(), Fix: fix(err)}
	}
	d.Version.Source = in.Name
	if d.Lost.Risk {
		return &d.Version, []string{name + ": a part of the article may not have been read; see the original before you call something left out"}, nil
	}
	return &d.Version, nil, nil
}

func fix(err error) string {
	switch {
	case errors.Is(err, extract.ErrEmpty):
		return "give it the article's text"
	case err == extract.ErrBinary: // what says more of the file says what to do as well
		return "save the article as plain text"
	}
	return ""
}

// name gives a version its language, and each paragraph the one it is surely in. The warning, if any, is for the
// person: the stated language is not the one that the text is in, or not one that Triptych knows its way in.
func (w *Workbench) name(v *article.Version, in Input, name string) (warning string, err error) {
	whole, each := w.detector.Detect(paragraphs(v))
	v.Language = in.Language
	switch {
	case in.Language == "" && !whole.Language.Served():
		return "", notServed(name, whole.Language)
	case in.Language == "":
		v.Language = whole.Language
	case !in.Language.Served():
		warning = fmt.Sprintf("%s: Triptych has no words of %s; it is aligned without the lexicon", name, in.Language.Name())
	case whole.Language != in.Language && whole.Confidence >= certain:
		warning = fmt.Sprintf("%s: stated as %s, but it reads as %s", name, in.Language.Name(), whole.Language.Name())
	}
	for i := range v.Paragraphs {
		v.Paragraphs[i].Language = v.Language
		if g := each[i]; whole.Language == v.Language && g.Confidence >= certain && g.Language != lang.Undetermined {
			v.Paragraphs[i].Language = g.Language
		}
	}
	return warning, nil
}

func notServed(name string, tag lang.Tag) *Problem {
	if tag == lang.Undetermined {
		return &Problem{Reason: NotServed, Input: name, Detail: "the text does not say which language it is in", Fix: "state it: en, ru or be"}
	}
	return &Problem{Reason: NotServed, Input: name, Detail: "this is " + tag.Name(), Fix: "Triptych works with English, Russian and Belarusian"}
}

// key is the name of the next version in a language: "en", then "en.2".
func key(a *article.Article, tag lang.Tag) string {
	n := 1
	for i := range a.Versions {
		if a.Versions[i].Language == tag {
			n++
		}
	}
	if n == 1 {
		return string(tag)
	}
	return fmt.Sprintf("%s.%d", tag, n)
}

func paragraphs(v *article.Version) []string {
	out := make([]string, len(v.Paragraphs))
	for i := range v.Paragraphs {
		out[i] = v.Paragraph(i)
	}
	return out
}
