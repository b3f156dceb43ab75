package main

import (
	"fmt"
	"strconv"

	"triptych/article"
)

// labels names the versions of an article as the heads of columns do: by language, and by key where a language comes
// twice.
func labels(a *article.Article) []string {
	var out []string
	for i := range a.Versions {
		out = append(out, label(a, i))
	}
	return out
}

func label(a *article.Article, version int) string {
	v := &a.Versions[version]
	name := v.Language.Name()
	for i := range a.Versions {
		if i != version && a.Versions[i].Language == v.Language {
			return fmt.Sprintf("%s (%s)", name, v.Key)
		}
	}
	return name
}

// gap is the cell of a version that has nothing in a row.
func gap(a *article.Article, version int, role article.Role) cell {
	text := "not in " + label(a, version)
	if role == article.RoleDate {
		text = "no date line"
	}
	return cell{{text: line{{text, absent}}}}
}

// counted is "1 bead", "12 beads".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
