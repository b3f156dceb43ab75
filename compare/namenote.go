package compare

import (
	"slices"
	"strings"
)

// nameNote says which version says what, in the order of the versions: "Minsk in English, Минск in Russian". What
// several versions write alike is said once.
func (c *nameCase) nameNote(marks []Mark) string {
	type saying struct {
		text string
		who  []int
	}
	var all []saying
	silent := slices.Clone(c.in)
	for _, m := range marks {
		text := c.p.article.Versions[m.Version].Slice(m.Span)
		if !slices.Contains(silent, m.Version) {
			continue // a version is quoted once
		}
		silent = slices.DeleteFunc(silent, func(v int) bool { return v == m.Version })
		i := slices.IndexFunc(all, func(s saying) bool { return s.text == text })
		if i < 0 {
			i = len(all)
			all = append(all, saying{text: text})
		}
		all[i].who = append(all[i].who, m.Version)
	}
	var parts []string
	for _, s := range all {
		parts = append(parts, s.text+" in "+list(c.p.article, s.who))
	}
	if len(silent) > 0 {
		parts = append(parts, "not in "+list(c.p.article, silent))
	}
	return strings.Join(parts, ", ")
}
