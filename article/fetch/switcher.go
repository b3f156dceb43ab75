package fetch

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/lang"
)

// readAnchors takes what the links that readers see say: names of languages, flags, the number of the same story.
func (f *finder) readAnchors() {
	mine := ids(f.page)
	marked := len(pathMarkers(f.page)) > 0
	for _, a := range f.links.Anchors {
		u, err := url.Parse(a.URL)
		if err != nil {
			continue
		}
		l, words, strength := a.names()
		if l != "" && (sameSite(u, f.page) || strength == byAnchorLang) {
			f.add(u, l, strength, words)
		}
		if !sameSite(u, f.page) {
			continue
		}
		of := f.languageOf(u)
		switch id := shared(mine, ids(u)); {
		case id != "" && of != "":
			f.add(u, of, bySameID, "same id "+id)
		case l == "" && of != "" && of != f.own && articleLike(u):
			f.plainLink(u, of)
		case of == "" && marked && f.unmarked(u):
			f.add(u, f.habits.unmarked(f.own, f.page), byLearnedSwap, "same path without a language")
		}
	}
}

// plainLink takes a link to a page in another language, which is rare enough on a page to be worth a look.
func (f *finder) plainLink(u *url.URL, l lang.Tag) {
	if f.byPlain[l]++; f.byPlain[l] <= mostPlainLinks {
		f.add(u, l, byPlainLink, "a link to a page in "+l.Name())
	}
}

// unmarked tells whether an address is the page's own without the mark of its language.
func (f *finder) unmarked(u *url.URL) bool {
	return slices.ContainsFunc(pathMarkers(f.page), func(m marker) bool {
		return addressKey(m.without(f.page)) == addressKey(u)
	})
}

func pathMarkers(u *url.URL) []marker {
	return slices.DeleteFunc(markers(u), func(m marker) bool { return m.place != inPath })
}

func shared(a, b []string) string {
	for _, id := range a {
		if slices.Contains(b, id) {
			return id
		}
	}
	return ""
}

// articleLike tells whether an address may be that of an article rather than of a section: a number in it, or a name of
// several words.
func articleLike(u *url.URL) bool {
	return !home(u) && (len(ids(u)) > 0 || strings.Count(path.Base(u.Path), "-") >= 3)
}

// names is the language that a link names, in what it states, says or shows; "" for none.
func (a Anchor) names() (l lang.Tag, words string, strength int) {
	t := languages()
	if l = t.named(a.Text); l != "" {
		words, strength = "switcher «"+a.Text+"»", bySwitcher
	} else if l = t.named(a.Title); l != "" {
		words, strength = "switcher «"+a.Title+"»", bySwitcher
	} else if a.Text == "" || utf8.RuneCountInString(a.Text) <= 3 {
		if l = t.flagged(a.Marks); l != "" {
			words, strength = "switcher with a flag", bySwitcher
		}
	}
	if s := stated(a.Language); s != "" && (l == "" || l == s) {
		return s, "switcher with hreflang", byAnchorLang
	}
	return l, words, strength
}

// named is the language that a short text names: as a whole, or in a phrase.
func (t *languageTable) named(text string) lang.Tag {
	const longest = 45 // letters of "Читать эту статью на белорусском языке →" and a few more
	if utf8.RuneCountInString(text) > longest {
		return ""
	}
	text = strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }))
	if l := t.words["name"][text]; l != "" || text == "" {
		return l
	}
	for _, l := range lang.Served() {
		for _, phrase := range t.phrases[l] {
			if strings.Contains(text, phrase) {
				return l
			}
		}
	}
	return ""
}

// flagged is the language whose flag stands in class names or file names: "fi fi-by", "/img/flags/by.svg", "lang-be".
func (t *languageTable) flagged(marks string) lang.Tag {
	for word := range strings.FieldsSeq(strings.ToLower(marks)) {
		if !strings.Contains(word, "flag") && !strings.Contains(word, "lang") && !strings.HasPrefix(word, "fi-") {
			continue
		}
		name := strings.TrimSuffix(word, path.Ext(word))
		name = name[strings.LastIndexAny(name, "-_/")+1:]
		if l := t.words["flag"][name]; l != "" {
			return l
		}
	}
	return ""
}
