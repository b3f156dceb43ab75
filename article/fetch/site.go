package fetch

import (
	"net"
	"net/url"
	"regexp"
	"strings"

	"triptych/lang"
)

// site is what is known of one site's addresses.
type site struct {
	name  string
	forms []form
}

// form is how the addresses of one language are built.
type form struct {
	language lang.Tag // und where the form serves several
	pattern  string
	match    *regexp.Regexp
	holes    []string // the placeholders, as they are written
	fixed    int      // the length of what is none
}

// ownSlugs tells whether every version has a part of its own in its address, so that it cannot be made from another's.
func (f *form) ownSlugs() bool { return strings.Contains(f.pattern, "{-") }

// readSites reads the table of sites; its keys are their bare hosts.
func readSites(tsv string) map[string]*site {
	all := map[string]*site{}
	for _, row := range rows(tsv) {
		s := all[row[0]]
		if s == nil {
			s = &site{name: row[0]}
			all[row[0]] = s
		}
		f := compile(row[2])
		if f.language = lang.Tag(row[1]); f.language == "-" {
			f.language = lang.Undetermined
		}
		s.forms = append(s.forms, f)
	}
	return all
}

// compile makes a pattern into an expression with a group for every placeholder.
func compile(pattern string) form {
	f := form{pattern: pattern}
	var b strings.Builder
	b.WriteString("^")
	end := 0
	for _, m := range regexp.MustCompile(`\{-?[a-z]+\}`).FindAllStringIndex(pattern, -1) {
		hole := pattern[m[0]:m[1]]
		b.WriteString(regexp.QuoteMeta(pattern[end:m[0]]) + "(" + shape(hole) + ")")
		f.holes, f.fixed, end = append(f.holes, hole), f.fixed+m[0]-end, m[1]
	}
	b.WriteString(regexp.QuoteMeta(pattern[end:]) + "/?$")
	f.fixed += len(pattern) - end
	f.match = regexp.MustCompile(b.String())
	return f
}

// shape is the expression for what may stand in a placeholder.
func shape(hole string) string {
	switch strings.Trim(hole, "{-}") {
	case "id", "year", "month", "day":
		return `[0-9]+(?:\.html)?`
	case "path":
		return `[^?]+`
	}
	return `[^/?]+`
}

// plain writes an address as the patterns do: host without www, path and query.
func plain(u *url.URL) string {
	s := strings.TrimPrefix(u.Hostname(), "www.") + u.EscapedPath()
	if u.RawQuery != "" {
		s += "?" + u.RawQuery
	}
	return s
}

// known finds the site and the form of an address: of several forms the one that says most.
func known(u *url.URL) (s *site, best *form) {
	s = sites()[bare(u.Hostname())]
	if s == nil {
		return nil, nil
	}
	address := plain(u)
	for i := range s.forms {
		f := &s.forms[i]
		if (best == nil || f.fixed > best.fixed) && f.match.MatchString(address) {
			best = f
		}
	}
	if best == nil {
		return nil, nil
	}
	return s, best
}

// knownLanguage is the language in which a known site serves an address; "" where that is not known.
func knownLanguage(u *url.URL) lang.Tag {
	if _, f := known(u); f != nil && f.language != lang.Undetermined {
		return f.language
	}
	return ""
}

// versions are the addresses of the story's other versions, as the site builds them.
func (s *site) versions(u *url.URL, of *form) (made []*url.URL, languages []lang.Tag) {
	values := map[string]string{}
	for i, value := range of.match.FindStringSubmatch(plain(u))[1:] {
		values[of.holes[i]] = value
	}
	for _, f := range s.forms {
		if f.language == lang.Undetermined || f.ownSlugs() {
			continue
		}
		address, complete := f.pattern, true
		for _, hole := range f.holes {
			address = strings.Replace(address, hole, values[hole], 1)
			complete = complete && values[hole] != ""
		}
		if v := like(u, address); complete && v != nil {
			made, languages = append(made, v), append(languages, f.language)
		}
	}
	return made, languages
}

// like reads host, path and query as an address beside another one: its scheme, its port, its www.
func like(u *url.URL, address string) *url.URL {
	v, err := url.Parse(u.Scheme + "://" + address)
	if err != nil {
		return nil
	}
	if www := "www." + v.Host; www == u.Hostname() {
		v.Host = www
	}
	if p := u.Port(); p != "" {
		v.Host = net.JoinHostPort(v.Hostname(), p)
	}
	return v
}
