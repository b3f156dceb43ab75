// Package extract turns bytes into a version of an article: it tells the format and the charset, finds the paragraphs and
// their roles, leaves out what a page says besides, and reads the date. It reads HTML, plain text, Markdown, DOCX, ODT,
// EPUB, subtitles and the text of PDF. Like all pure packages it opens nothing and fetches nothing.
package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"triptych/article"
)

// Why bytes are not a text that can be read. The errors of [Text] wrap one of these and say more.
var (
	ErrEmpty    = errors.New("the text is empty")
	ErrBinary   = errors.New("this is not text")
	ErrEncoding = errors.New("the text is not UTF-8")
)

// Text reads plain text in UTF-8, or in UTF-16 with a byte order mark. Paragraphs are parted by blank lines; where there
// are none, every line is a paragraph. A line that is nothing but a date, first or right after the headline, is a
// paragraph of its own with the role date, and the version's Date. Language, Key and Source are left to the caller.
func Text(data []byte) (*article.Version, error) {
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	paragraphs := split(normalise(text))
	if len(paragraphs) == 0 {
		return nil, ErrEmpty
	}
	v := article.New(paragraphs)
	assignRoles(&v)
	sum := sha256.Sum256(data)
	v.SHA256 = hex.EncodeToString(sum[:])
	return &v, nil
}
