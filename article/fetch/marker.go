package fetch

import (
	"cmp"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"triptych/lang"
)

// place is where in an address a language is marked.
type place string

const (
	inPath  place = "path"  // /ru/news/1
	inHost  place = "host"  // ru.example.by
	inQuery place = "query" // ?lang=ru
	inName  place = "name"  // /news/1-ru.html
)

// marker is a mark of a language in an address.
type marker struct {
	place    place
	code     string // as it is written
	language lang.Tag
	at       string // of inQuery the parameter
}

// markers finds the marks of an address, one a place at most.
func markers(u *url.URL) []marker {
	t := languages()
	var found []marker
	for i, segment := range segments(u) {
		if l := t.of("code", segment); l != "" && i < 2 {
			found = append(found, marker{inPath, segment, l, ""})
			break
		}
	}
	if label, _, ok := strings.Cut(strings.TrimPrefix(u.Hostname(), "www."), "."); ok {
		if l := t.of("host", label); l != "" && strings.Count(u.Hostname(), ".") > 1 {
			found = append(found, marker{inHost, label, l, ""})
		}
	}
	query := u.Query()
	for _, key := range []string{"lang", "language", "lng", "locale", "hl", "l"} {
		if l := t.of("code", query.Get(key)); l != "" {
			found = append(found, marker{inQuery, query.Get(key), l, key})
			break
		}
	}
	if code := nameSuffix(u.Path); code != "" {
		found = append(found, marker{inName, code, t.of("code", code), ""})
	}
	return found
}

func segments(u *url.URL) []string { return strings.Split(strings.Trim(u.EscapedPath(), "/"), "/") }

// nameSuffix is the code at the end of a file's name ("ru" of "/news/12-ru.html").
func nameSuffix(path string) string {
	name := path[strings.LastIndexByte(path, '/')+1:]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 && languages().of("code", name[dot+1:]) == "" {
		name = name[:dot]
	} else if dot < 0 {
		return "" // without an extension a last syllable says nothing: "ferry-to-be"
	}
	i := strings.LastIndexAny(name, "-_.")
	if i < 1 || languages().of("code", name[i+1:]) == "" {
		return ""
	}
	return name[i+1:]
}

// swap is the address with another code in a mark's place.
func (m marker) swap(u *url.URL, code string) *url.URL {
	v := *u
	switch m.place {
	case inPath:
		setPath(&v, replaceOnce(v.EscapedPath()+"/", "/"+m.code+"/", "/"+code+"/", v.EscapedPath()))
	case inHost:
		v.Host = strings.Replace(v.Host, m.code+".", code+".", 1)
	case inQuery:
		q := v.Query()
		q.Set(m.at, code)
		v.RawQuery = q.Encode()
	case inName:
		path := v.EscapedPath()
		i := strings.LastIndex(path, m.code)
		setPath(&v, path[:i]+code+path[i+len(m.code):])
	}
	return &v
}

// without is the address without a mark in its path: where many sites keep their first language.
func (m marker) without(u *url.URL) *url.URL {
	v := *u
	setPath(&v, replaceOnce(v.EscapedPath()+"/", "/"+m.code+"/", "/", v.EscapedPath()))
	return &v
}

// replaceOnce replaces in a path that was given a slash at its end, and takes the slash off again.
func replaceOnce(path, old, new, original string) string {
	path = strings.Replace(path, old, new, 1)
	if !strings.HasSuffix(original, "/") && path != "/" {
		path = strings.TrimSuffix(path, "/")
	}
	return path
}

// within is an address that has no mark in its path, with one.
func within(u *url.URL, code string) *url.URL {
	v := *u
	setPath(&v, "/"+code+cmp.Or(v.EscapedPath(), "/"))
	return &v
}

// setPath sets an escaped path.
func setPath(u *url.URL, escaped string) {
	if p, err := url.PathUnescape(escaped); err == nil {
		u.Path, u.RawPath = p, escaped
	}
}

// bare is a host without what marks a language or a kind of device: two hosts that are bare alike are one site.
func bare(host string) string {
	if _, err := netip.ParseAddr(host); err == nil {
		return host
	}
	for strings.Count(host, ".") > 1 {
		label, rest, _ := strings.Cut(host, ".")
		if languages().of("host", label) == "" && !slices.Contains([]string{"www", "m", "amp"}, label) {
			break
		}
		host = rest
	}
	return host
}

func sameSite(u, v *url.URL) bool { return bare(u.Hostname()) == bare(v.Hostname()) }

// home tells whether an address is a front page, maybe of one language.
func home(u *url.URL) bool {
	rest := segments(u)
	if len(rest) > 0 && languages().of("code", rest[0]) != "" {
		rest = rest[1:]
	}
	front := len(rest) == 0 || len(rest) == 1 && (rest[0] == "" || strings.HasPrefix(rest[0], "index.") || rest[0] == "home" || rest[0] == "main")
	return front && len(ids(u)) == 0
}

// ids are the numbers and hashes in an address that can tell one story from others: not years, days, page numbers.
func ids(u *url.URL) []string {
	var found []string
	for run := range strings.FieldsFuncSeq(u.Path+"?"+u.RawQuery, func(r rune) bool {
		return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	}) {
		digits := strings.Trim(run, "0123456789") == ""
		hash := len(run) >= 12 && strings.Trim(strings.ToLower(run), "0123456789abcdef") == ""
		if digits && len(run) >= 5 && !dayNumber(run) || hash {
			found = append(found, run)
		}
	}
	return found
}

// dayNumber tells whether digits are a day such as 20181210.
func dayNumber(digits string) bool {
	return len(digits) == 8 && (digits[:2] == "19" || digits[:2] == "20") && digits[4:6] <= "12" && digits[6:] <= "31"
}
