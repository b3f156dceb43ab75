package extract

import (
	"encoding/json"
	"strings"
)

// readJSONLD takes from a block of JSON-LD what it says of the article. Damaged blocks are common and are passed over.
func (s *statements) readJSONLD(text string) {
	text = strings.TrimSpace(text)
	text = strings.TrimSuffix(strings.TrimPrefix(text, "<![CDATA["), "]]>")
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return
	}
	if a := findArticle(value, 6); a != nil {
		s.readArticle(a)
	}
}

// findArticle finds the first object that is an article, at most depth levels down.
func findArticle(value any, depth int) map[string]any {
	if depth == 0 {
		return nil
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if a := findArticle(item, depth-1); a != nil {
				return a
			}
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			return v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if a := findArticle(v[key], depth-1); a != nil {
				return a
			}
		}
	}
	return nil
}

func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "Report"
	case []any:
		for _, item := range k {
			if isArticle(item) {
				return true
			}
		}
	}
	return false
}

func (s *statements) readArticle(a map[string]any) {
	if title := oneLine(text(a["headline"])); title != "" {
		s.titles = append(s.titles, title)
	}
	s.setAuthor(oneLine(text(a["author"])))
	set(&s.site, oneLine(text(a["publisher"])))
	set(&s.published, text(a["datePublished"]))
	set(&s.changed, text(a["dateModified"]))
	s.languages = append(s.languages, text(a["inLanguage"]))
	set(&s.body, text(a["articleBody"]))
}

// text is a value's text: a string, the name of an object, the names of a list parted by commas.
func text(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case map[string]any:
		name, _ := v["name"].(string)
		return name
	case []any:
		var names []string
		for _, item := range v {
			if m, ok := item.(map[string]any); ok {
				item = m["name"]
			}
			if name, ok := item.(string); ok && name != "" {
				names = append(names, name)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}
