package fetch

import (
	"encoding/json"
	"maps"
	"slices"
)

// works finds the translations that a JSON-LD script names (schema.org: workTranslation, and translationOfWork, which
// leads from a translation to its original).
func works(script []byte) []Link {
	var v any
	if json.Unmarshal(script, &v) != nil {
		return nil
	}
	var found []Link
	walkWorks(v, 0, &found)
	return found
}

// deepest is deeper than any real description of an article.
const deepest = 30

func walkWorks(v any, depth int, found *[]Link) {
	if depth > deepest {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, each := range v {
			walkWorks(each, depth+1, found)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) { // in order, so that a page always reads alike
			value := v[key]
			if key == "workTranslation" || key == "translationOfWork" {
				readWork(value, found)
			}
			walkWorks(value, depth+1, found)
		}
	}
}

// readWork reads a translation: its address alone, a description with its language, or a list of these.
func readWork(v any, found *[]Link) {
	switch v := v.(type) {
	case string:
		*found = append(*found, Link{URL: v})
	case []any:
		for _, each := range v {
			if _, nested := each.([]any); !nested {
				readWork(each, found)
			}
		}
	case map[string]any:
		link := Link{Language: textOf(v["inLanguage"])}
		for _, key := range []string{"url", "@id", "mainEntityOfPage"} {
			if link.URL == "" {
				link.URL = textOf(v[key])
			}
		}
		if link.URL != "" {
			*found = append(*found, link)
		}
	}
}

// textOf is a value that is a text, or that names one ({"@id":"…"}, {"alternateName":"be"}).
func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		for _, key := range []string{"@id", "alternateName", "name"} {
			if s, ok := v[key].(string); ok {
				return s
			}
		}
	}
	return ""
}
