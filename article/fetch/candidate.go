package fetch

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"triptych/lang"
)

// Candidate is an address that may hold the same story in another language. It is a guess until it is fetched and
// aligned.
type Candidate struct {
	URL string
	// Language is the one that the evidence speaks for; und where it speaks for none.
	Language lang.Tag
	// Evidence says what speaks for it, the strongest first: "hreflang", "switcher «Бел»", "path /ru/ → /be/".
	Evidence []string
}

// Limits of what is worth fetching for one page.
const (
	mostCandidates = 12
	mostOfOne      = 6 // in one language
	mostPlainLinks = 2 // in one language, of links with nothing else to say for them
)

// Strengths of evidence, in the order of how often it is right: what the page states, what readers are offered, what is
// known of the site, what the page's own addresses suggest, and mere habit.
const (
	byHreflang    = 100
	byWork        = 95
	byAnchorLang  = 85
	bySwitcher    = 75
	byKnownSite   = 65
	bySameID      = 60
	byLearnedSwap = 50
	byExclusion   = 35
	byHabit       = 30
	byOtherHabit  = 20
	byPlainLink   = 10

	perMoreEvidence = 5
	mostExtra       = 3
	byLocale        = 8
)

// Candidates names addresses that may hold the versions of a page in the other languages that are served, the likeliest
// first, at most twelve. page is the address that answered, language the page's own (und where it is not known).
func Candidates(links Links, page string, language lang.Tag) []Candidate {
	u, err := url.Parse(page)
	if err != nil || u.Host == "" {
		return nil
	}
	f := newFinder(links, u, language)
	f.statements()
	f.readAnchors()
	f.knownSite()
	f.swaps()
	f.locales()
	return f.best()
}

// finder gathers the candidates of one page.
type finder struct {
	links   Links
	page    *url.URL
	self    map[string]bool // the page's own addresses
	own     lang.Tag
	habits  habits
	found   map[string]*finding
	byPlain map[lang.Tag]int
}

type finding struct {
	url      string
	language lang.Tag
	strength int
	evidence []evidence
}

type evidence struct {
	words    string
	strength int
}

func newFinder(links Links, page *url.URL, own lang.Tag) *finder {
	f := &finder{links: links, page: page, own: own, found: map[string]*finding{}, byPlain: map[lang.Tag]int{}}
	f.self = map[string]bool{addressKey(page): true}
	if c, err := url.Parse(links.Canonical); err == nil && canonicalOf(c, page) {
		f.page = c
		f.self[addressKey(c)] = true
	}
	f.habits = learn(links, f.page)
	return f
}

// canonicalOf tells whether an address may be called the page's own. Some sites call the version in their first language
// canonical for all, and some their front page.
func canonicalOf(c, page *url.URL) bool {
	if c.Host == "" || !sameSite(c, page) || home(c) && !home(page) {
		return false
	}
	return slices.EqualFunc(markers(c), markers(page), func(a, b marker) bool { return a.language == b.language })
}

// addressKey is equal for addresses that differ in nothing that matters.
func addressKey(u *url.URL) string {
	key := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		key += "?" + u.RawQuery
	}
	return key
}

// add notes what speaks for an address. Front pages are no versions of a story, and the page is none of itself.
func (f *finder) add(u *url.URL, language lang.Tag, strength int, words string) {
	key := addressKey(u)
	if language == f.own || f.self[key] || home(u) && !home(f.page) || len(u.String()) > longest {
		return
	}
	c := f.found[key]
	if c == nil {
		c = &finding{url: u.String(), language: language}
		f.found[key] = c
	}
	if slices.ContainsFunc(c.evidence, func(e evidence) bool { return e.words == words }) {
		return
	}
	if strength > c.strength {
		c.strength, c.language = strength, language
	}
	c.evidence = append(c.evidence, evidence{words, strength})
}

// addLink is add for an address as text, with its language as the page states it; where it states none, as the address
// itself shows it.
func (f *finder) addLink(l Link, strength int, words string) {
	u, err := url.Parse(l.URL)
	if err != nil {
		return
	}
	language := stated(l.Language)
	if l.Language == "" {
		language = cmp.Or(f.languageOf(u), lang.Undetermined)
	}
	if language != "" {
		f.add(u, language, strength, words)
	}
}

// languageOf is the language of an address of the page's site, by what is known of the site or by a mark in it; "" where
// nothing tells.
func (f *finder) languageOf(u *url.URL) lang.Tag {
	if l := knownLanguage(u); l != "" {
		return l
	}
	for _, m := range markers(u) {
		return m.language
	}
	return ""
}

// statements takes what the page states for machines.
func (f *finder) statements() {
	for _, l := range f.links.Alternates {
		f.addLink(l, byHreflang, "hreflang")
	}
	for _, l := range f.links.Works {
		f.addLink(l, byWork, "workTranslation")
	}
}

// knownSite takes what is known of the site's addresses.
func (f *finder) knownSite() {
	s, form := known(f.page)
	if s == nil {
		return
	}
	made, languages := s.versions(f.page, form)
	for i, u := range made {
		// A later form of one language is a rarer one.
		later := slices.Index(languages, languages[i]) != i
		strength := byKnownSite
		if later {
			strength = byHabit
		}
		f.add(u, languages[i], strength, "addresses of "+s.name)
	}
}

// locales strengthens the candidates in languages in which the page says it exists.
func (f *finder) locales() {
	for _, locale := range f.links.Locales {
		l := stated(locale)
		for _, c := range f.found {
			if c.language == l && l != "" && !slices.ContainsFunc(c.evidence, func(e evidence) bool { return e.strength == byLocale }) {
				c.evidence = append(c.evidence, evidence{"og:locale " + locale, byLocale})
			}
		}
	}
}

// best lists what is worth fetching: not too much in one language, so that many guesses at it do not hide another.
func (f *finder) best() []Candidate {
	var all []*finding
	for _, c := range f.found {
		slices.SortStableFunc(c.evidence, func(a, b evidence) int { return b.strength - a.strength })
		c.strength += perMoreEvidence * min(len(c.evidence)-1, mostExtra)
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b *finding) int {
		return cmp.Or(b.strength-a.strength, cmp.Compare(a.language, b.language), cmp.Compare(a.url, b.url))
	})
	var best []Candidate
	count := map[lang.Tag]int{}
	for _, c := range all {
		if count[c.language]++; count[c.language] > mostOfOne || len(best) == mostCandidates {
			continue
		}
		words := make([]string, len(c.evidence))
		for i, e := range c.evidence {
			words[i] = e.words
		}
		best = append(best, Candidate{c.url, c.language, words})
	}
	return best
}
