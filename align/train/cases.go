package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"triptych/align"
	"triptych/article"
	"triptych/lang"
)

// readCases reads the cases of all folders.
func readCases(folders []string) ([]align.Case, error) {
	var out []align.Case
	for _, folder := range folders {
		for _, pattern := range []string{"*/*/gold.json", "*/paragraphs.beads"} {
			files, err := filepath.Glob(filepath.Join(folder, pattern))
			if err != nil {
				return nil, err
			}
			for _, file := range files {
				c, err := readCase(file)
				if err != nil {
					return nil, fmt.Errorf("%s: %w", filepath.Dir(file), err)
				}
				out = append(out, c)
			}
		}
	}
	if len(out) == 0 {
		return nil, errors.New("the folders hold no cases")
	}
	return out, nil
}

// readCase reads the case whose right alignment is in a file.
func readCase(file string) (align.Case, error) {
	dir := filepath.Dir(file)
	c := align.Case{Group: "newsroom", Document: filepath.Base(dir), Article: &article.Article{}}
	for _, tag := range lang.Served() {
		text, err := os.ReadFile(filepath.Join(dir, string(tag)+".txt"))
		if err != nil {
			return c, err
		}
		v := article.New(paragraphs(string(text)))
		v.Key, v.Language = string(tag), tag
		c.Article.Versions = append(c.Article.Versions, v)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return c, err
	}
	if filepath.Ext(file) == ".json" {
		c.Group = filepath.Base(filepath.Dir(dir))
		c.Gold, err = readGold(text)
		return c, err
	}
	c.Gold, err = align.Parse(string(text))
	return c, err
}

// paragraphs parts a text at blank lines.
func paragraphs(text string) []string {
	var out []string
	for _, p := range strings.Split(strings.ReplaceAll(text, "\u00a0", " "), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// readGold reads beads of units by language. A bead whose units do not stand together in some language, as beads of a
// moved passage may, is parted into runs.
func readGold(text []byte) (align.Alignment, error) {
	var beads []map[string][]int
	if err := json.Unmarshal(text, &beads); err != nil {
		return align.Alignment{}, err
	}
	var out align.Alignment
	for _, b := range beads {
		bead := align.Bead{Sides: make([]article.Range, len(lang.Served()))}
		for v, tag := range lang.Served() {
			units := b[string(tag)]
			slices.Sort(units)
			if n := len(units); n > 0 {
				bead.Sides[v] = article.Range{Lo: units[0], Hi: units[n-1] + 1}
			}
		}
		out.Beads = append(out.Beads, bead)
	}
	return out, nil
}
