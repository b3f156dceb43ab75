package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/article"
	"triptych/lang"
	"triptych/lang/lexicon"
	"triptych/lang/quantity"
	"triptych/lang/speech"

	"github.com/clipperhouse/uax29/v2/words"
)

// revision is one version's text in a passage as a list of words and marks.
type revision struct {
	version   int
	tag       lang.Tag
	spans     []article.Span
	paragraph []int
	opens     []bool   // whether a sentence begins with the token
	words     []string // the tokens, folded; what Łacinka writes once it was levelled in Cyrillic
	folded    []string // what is compared: spaces, the case of letters and the shape of a mark do not matter
}

func (p *passage) tokens(v int) revision {
	version := &p.article.Versions[v]
	r := revision{version: v, tag: version.Language}
	for u := p.bead.Sides[v].Lo; u < p.bead.Sides[v].Hi; u++ {
		for s := version.Paragraphs[u].Sentences.Lo; s < version.Paragraphs[u].Sentences.Hi; s++ {
			r.sentence(version, s)
		}
	}
	r.words = r.folded
	return r
}

func (r *revision) sentence(version *article.Version, s int) {
	start, paragraph, opens := version.Sentences[s].Start, version.Sentences[s].Paragraph, true
	for it := words.FromString(version.Sentence(s)); it.Next(); {
		token := canonical(it.Value())
		if token == "" {
			continue
		}
		end := start + it.End()
		if n := len(r.folded); !opens && r.spans[n-1].End == start+it.Start() {
			if longer := repeated(r.folded[n-1], token); longer != "" {
				r.spans[n-1].End, r.folded[n-1] = end, longer
				continue
			}
		}
		r.spans = append(r.spans, article.Span{Start: start + it.Start(), End: end})
		r.paragraph, r.opens, r.folded = append(r.paragraph, paragraph), append(r.opens, opens), append(r.folded, token)
		opens = false
	}
}

// repeated is the one mark that a mark and the next stand for: three points, two hyphens for a dash; "" if they are two.
func repeated(mark, next string) string {
	switch {
	case next == "." && (mark == "." || mark == "…"):
		return "…"
	case next == "-" && mark == "-":
		return "-"
	}
	return ""
}

// canonical is a token as it is compared. Quotation marks are all alike, and so are dashes: which ones a text has is a
// matter of its typesetting.
func canonical(token string) string {
	token = strings.TrimSpace(token)
	r, size := utf8.DecodeRuneInString(token)
	if size < len(token) || unicode.IsLetter(r) {
		return lang.Fold(token)
	}
	switch {
	case speech.IsMark(r), r == '‘', r == '’':
		return `"`
	case unicode.Is(unicode.Pd, r), r == '−':
		return "-"
	case unicode.Is(unicode.Cf, r):
		return ""
	}
	return token
}

// text is the version's text from token lo to before hi.
func (r revision) text(v *article.Version, lo, hi int) string {
	if lo == hi {
		return ""
	}
	return v.Text[r.spans[lo].Start:r.spans[hi-1].End]
}

// orthography of a Belarusian revision.
func (r revision) orthography() lang.Orthography {
	return lang.OrthographyOf(strings.Join(r.folded, " "))
}

// level folds away what sets the orthographies of Belarusian apart: «сьнег» and «снег» are one word, and so is "śnieh".
func (r *revision) level() {
	r.words = make([]string, len(r.folded))
	for i, token := range r.folded {
		r.words[i] = fromLatin(token)
		r.folded[i] = lang.FoldKin(r.words[i])
		if r.folded[i] == "" {
			r.folded[i] = token
		}
	}
}

// isWord tells a word from a mark.
func isWord(token string) bool {
	return strings.ContainsFunc(token, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) })
}

// content tells whether token i is a word that carries meaning.
func (r revision) content(i int) bool {
	return isWord(r.folded[i]) && speech.Content(r.folded[i], r.tag) || digit(r.folded[i])
}

func digit(token string) bool { return token[0] >= '0' && token[0] <= '9' }

// stems of the words that carry meaning among tokens lo to hi.
func (r revision) stems(lo, hi int) []string {
	var out []string
	for i := lo; i < hi; i++ {
		if r.content(i) {
			out = append(out, lexicon.Stem(r.tag, r.words[i]))
		}
	}
	return out
}

// figure tells whether tokens lo to hi are one quantity and nothing else.
func (p *passage) figure(r revision, lo, hi int) bool {
	version := &p.article.Versions[r.version]
	text := r.text(version, lo, hi)
	found := quantity.Find(text, version.Language)
	return len(found) == 1 && !found[0].Weak && found[0].End-found[0].Start == len(text)
}
