package main

import (
	"slices"
	"strings"

	"triptych/align"
)

// ties says what ties a bead: "tied by 140 · Narach, Нарочь, Нарач"; nothing of a bead that one version has alone.
func ties(b align.Bead) string {
	filled := 0
	for v := range b.Sides {
		if !b.Gap(v) {
			filled++
		}
	}
	switch {
	case filled < 2:
		return ""
	case len(b.Evidence) == 0:
		return "tied by place and length: no telling word is shared"
	}
	var parts []string
	for _, e := range b.Evidence {
		parts = append(parts, strings.Join(different(e.Words), ", "))
	}
	return "tied by " + strings.Join(parts, " · ")
}

// different are the words of the versions that have one, or one word if all write it alike.
func different(words []string) []string {
	var all []string
	for _, w := range words {
		if w != "" {
			all = append(all, clean(w))
		}
	}
	if one := slices.Compact(slices.Clone(all)); len(one) == 1 {
		return one
	}
	return all
}
