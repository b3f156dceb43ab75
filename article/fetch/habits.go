package fetch

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"triptych/lang"
)

// habits are the codes that a site's own links use for the languages, by place: a site that writes /by/ once writes it
// everywhere.
type habits map[place]map[lang.Tag]map[string]int

// learn counts the codes in the links of a page that lead into its own site.
func learn(links Links, page *url.URL) habits {
	h := habits{}
	count := func(address string) {
		u, err := url.Parse(address)
		if err != nil || !sameSite(u, page) {
			return
		}
		for _, m := range markers(u) {
			if h[m.place] == nil {
				h[m.place] = map[lang.Tag]map[string]int{}
			}
			if h[m.place][m.language] == nil {
				h[m.place][m.language] = map[string]int{}
			}
			h[m.place][m.language][m.code]++
		}
	}
	for _, a := range links.Anchors {
		count(a.URL)
	}
	for _, l := range slices.Concat(links.Alternates, links.Works) {
		count(l.URL)
	}
	return h
}

// codes are those that a site uses for a language in a place, the commonest first.
func (h habits) codes(p place, l lang.Tag) []string {
	var codes []string
	for code := range h[p][l] {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b string) int {
		return cmp.Or(h[p][l][b]-h[p][l][a], len(a)-len(b), strings.Compare(a, b))
	})
	return codes
}

// unmarked is the language that a site keeps without a mark, by exclusion: the one other than the page's own that its
// links have no mark for. It is und where several are left.
func (h habits) unmarked(own lang.Tag, page *url.URL) lang.Tag {
	left := slices.DeleteFunc(lang.Served(), func(l lang.Tag) bool {
		return l == own || len(h[inPath][l]) > 0 ||
			slices.ContainsFunc(pathMarkers(page), func(m marker) bool { return m.language == l })
	})
	if len(left) == 1 {
		return left[0]
	}
	return lang.Undetermined
}

// swaps makes addresses by putting another language in the place of the page's own. Where the site is known to name its
// stories anew in every language, that leads nowhere.
func (f *finder) swaps() {
	if s, form := known(f.page); s != nil && form.ownSlugs() {
		return
	}
	marks := markers(f.page)
	for _, m := range marks {
		for _, l := range lang.Served() {
			f.swap(m, l)
		}
	}
	if len(pathMarkers(f.page)) > 0 {
		f.unmark()
	} else if len(marks) == 0 {
		f.mark()
	}
}

// swap tries the codes of a language in a mark's place: those that the site uses, or the two commonest.
func (f *finder) swap(m marker, l lang.Tag) {
	if l == m.language {
		return
	}
	codes, strengths := f.habits.codes(m.place, l), []int{byLearnedSwap, byOtherHabit}
	if len(codes) == 0 {
		codes, strengths = languages().codes[l], []int{byHabit, byOtherHabit}
	}
	for i, code := range codes[:min(len(codes), 2)] {
		f.add(m.swap(f.page, code), l, strengths[i], m.words(code))
	}
}

func (m marker) words(code string) string {
	switch m.place {
	case inPath:
		return "path /" + m.code + "/ → /" + code + "/"
	case inHost:
		return "host " + m.code + ". → " + code + "."
	case inQuery:
		return m.at + "=" + m.code + " → " + m.at + "=" + code
	}
	return "name " + m.code + " → " + code
}

// unmark tries the page's address without a language.
func (f *finder) unmark() {
	l := f.habits.unmarked(f.own, f.page)
	strength := byOtherHabit
	if l != lang.Undetermined {
		strength = byExclusion
	}
	for _, m := range pathMarkers(f.page) {
		f.add(m.without(f.page), l, strength, "path without /"+m.code+"/")
	}
}

// mark tries the address of a page that has no language in it with one: in the place and with the code that the site's
// links use, or in the path with the commonest.
func (f *finder) mark() {
	for _, l := range lang.Served() {
		hosts, paths := f.habits.codes(inHost, l), f.habits.codes(inPath, l)
		switch {
		case len(paths) > 0:
			f.add(within(f.page, paths[0]), l, byLearnedSwap, "path with /"+paths[0]+"/")
		case len(hosts) > 0:
			v := *f.page
			v.Host = hosts[0] + "." + strings.TrimPrefix(v.Host, "www.")
			f.add(&v, l, byLearnedSwap, "host with "+hosts[0]+".")
		default:
			code := languages().codes[l][0]
			f.add(within(f.page, code), l, byOtherHabit, "path with /"+code+"/")
		}
	}
}
