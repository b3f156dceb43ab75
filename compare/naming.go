package compare

import (
	"fmt"
	"strings"

	"triptych/article"
)

// VersionName is what a note calls a version: its language in English, with a number where the language has several
// versions ("English", "English 2").
func VersionName(a *article.Article, version int) string {
	v := &a.Versions[version]
	_, number, ok := strings.Cut(v.Key, ".")
	if !ok {
		return v.Language.Name()
	}
	return fmt.Sprintf("%s %s", v.Language.Name(), number)
}

// list names several versions: "English", "English and Russian", "English, Russian and Belarusian".
func list(a *article.Article, versions []int) string {
	var names []string
	for _, v := range versions {
		names = append(names, VersionName(a, v))
	}
	return enumerate(names)
}

func enumerate(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
