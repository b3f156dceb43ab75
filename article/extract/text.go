// Package extract turns bytes into a version of an article: it tells the format and the charset, finds the paragraphs and
// their roles, leaves out what a page says besides, and reads the date. It reads HTML, plain text, Markdown, DOCX, ODT,
// EPUB, subtitles and the text of PDF. Like all pure packages it opens nothing and fetches nothing.
package extract

import "errors"

// Why bytes are not a text that can be read. The errors of [Read] wrap one of these and say more.
var (
	ErrEmpty    = errors.New("the text is empty")
	ErrBinary   = errors.New("this is not text")
	ErrEncoding = errors.New("the text is not UTF-8")
)
