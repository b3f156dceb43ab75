// Package extract turns bytes into a version of an article: it decodes and normalises the text, finds the paragraphs
// and their roles, and reads the date line. Today it reads plain text.
package extract

import (
	"errors"
	"strings"

	"triptych/article"
)

// Why bytes are not a text that can be read.
var (
	ErrEmpty    = errors.New("the text is empty")
	ErrBinary   = errors.New("this is not text")
	ErrEncoding = errors.New("the text is not UTF-8")
)

// Text reads plain text. Language, Key and Source of the version are left to the caller.
func Text(data []byte) (*article.Version, error) { // skeleton
	var ps []string
	for _, p := range strings.Split(string(data), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			ps = append(ps, p)
		}
	}
	if len(ps) == 0 {
		return nil, ErrEmpty
	}
	v := article.New(ps)
	return &v, nil
}
