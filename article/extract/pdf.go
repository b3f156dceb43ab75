package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"

	"triptych/article"
)

// Limits of a PDF file.
const (
	maxPDF        = 32 << 20 // bytes
	maxPages      = 2000
	maxTreeDepth  = 64
	maxPageStream = 8 << 20   // bytes of a page's drawing, unpacked
	maxObjects    = 2_000_000 // numbers of objects
	maxGlyphs     = 8_000_000
)

// errBudget stops the library where it reads a damaged file round and round.
var errBudget = errors.New("the file's parts point at each other in a circle")

// budgetReader hands out a limited number of bytes.
type budgetReader struct {
	*bytes.Reader
	left int64
}

func (b *budgetReader) ReadAt(p []byte, at int64) (int, error) {
	const leastCost = 256
	if b.left -= max(int64(len(p)), leastCost); b.left < 0 {
		panic(errBudget)
	}
	return b.Reader.ReadAt(p, at)
}

// readPDF reads the text of a PDF file. The library panics on damaged files and would allocate what they ask for; both
// are held here.
func readPDF(data []byte) (d *Document, err error) {
	if len(data) > maxPDF {
		return nil, tooLarge("the PDF file has %d MB; at most %d are read", len(data)>>20, maxPDF>>20)
	}
	if err := checkNumbers(data); err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil {
			d, err = nil, damaged("the PDF file is damaged: %v", p)
		}
	}()
	source := &budgetReader{bytes.NewReader(data), 64*int64(len(data)) + 64<<20}
	r, err := pdf.NewReader(source, int64(len(data)))
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, encrypted("the PDF file has a password; save it without one")
	case err != nil:
		return nil, damaged("the PDF file is damaged: %v", err)
	}
	return readPages(r)
}

// numbersOfObjects are the places where a PDF file says how many objects it has. Compiled once, for the pattern is long.
var numbersOfObjects = regexp.MustCompile(`/(?:Size|Columns)\s+(\d+)|/(?:Index|W)\s*\[([\d\s]+)\]|(?:xref|[nf])\s+(\d+)\s+(\d+)\s+(?:[^\snf]|$)`)

// checkNumbers refuses a file that says to have more objects than any file of its size: the library would make room.
func checkNumbers(data []byte) error {
	for _, m := range numbersOfObjects.FindAllSubmatch(data, -1) {
		for _, group := range m[1:] {
			for field := range bytes.FieldsSeq(group) {
				if n, err := strconv.ParseInt(string(field), 10, 64); err != nil || n > maxObjects {
					return damaged("the PDF file is damaged: it says to have %s objects", field)
				}
			}
		}
	}
	return nil
}

func readPages(r *pdf.Reader) (*Document, error) {
	pages := pageTree(r.Trailer().Key("Root").Key("Pages"), maxTreeDepth, nil)
	if len(pages) > maxPages {
		return nil, tooLarge("the PDF file has more than %d pages", maxPages)
	}
	var s sheets
	failed := 0
	for _, page := range pages {
		if err := s.add(page); err != nil {
			failed++
			if errors.Is(err, ErrTooLarge) {
				return nil, err
			}
		}
	}
	if failed > 0 && failed == len(pages) || len(pages) == 0 {
		return nil, damaged("no page of the PDF file can be read")
	}
	paragraphs, err := s.paragraphs()
	if err != nil {
		return nil, err
	}
	v := article.New(paragraphs)
	assignRoles(&v)
	d := &Document{Version: v, Title: headline(&v), Charset: "utf-8"}
	info := r.Trailer().Key("Info")
	set(&d.Title, oneLine(info.Key("Title").Text()))
	set(&d.Author, oneLine(info.Key("Author").Text()))
	if failed > 0 {
		d.Lost = Loss{Share: float64(failed) / float64(len(pages)), Risk: true, Reasons: []string{fmt.Sprintf("damaged pages: %d of %d", failed, len(pages))}}
	}
	return d, nil
}

// pageTree lists the pages in order, at most one more than is allowed.
func pageTree(node pdf.Value, depth int, pages []pdf.Page) []pdf.Page {
	if depth == 0 {
		return pages
	}
	kids := node.Key("Kids")
	for i := 0; i < kids.Len() && len(pages) <= maxPages; i++ {
		kid := kids.Index(i)
		if kid.Key("Kids").Kind() == pdf.Array {
			pages = pageTree(kid, depth-1, pages)
		} else if kid.Kind() == pdf.Dict {
			pages = append(pages, pdf.Page{V: kid})
		}
	}
	return pages
}

// add reads the glyphs of a page; a page that the library panics on is a failed one.
func (s *sheets) add(page pdf.Page) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = damaged("a page cannot be read: %v", p)
		}
	}()
	streams := []pdf.Value{page.V.Key("Contents")}
	if c := streams[0]; c.Kind() == pdf.Array {
		streams = streams[:0]
		for i := range c.Len() {
			streams = append(streams, c.Index(i))
		}
	}
	for _, name := range page.Fonts() {
		streams = append(streams, page.Font(name).V.Key("ToUnicode"))
	}
	if err := checkStreams(streams); err != nil {
		return err
	}
	glyphs := page.Content().Text
	if s.glyphs += len(glyphs); s.glyphs > maxGlyphs {
		return tooLarge("the PDF file has more than %d letters", maxGlyphs)
	}
	s.list = append(s.list, lines(glyphs))
	return nil
}

// checkStreams unpacks the streams of a page once, to see that they are no bombs.
func checkStreams(streams []pdf.Value) error {
	left := int64(maxPageStream)
	for _, stream := range streams {
		if stream.Kind() != pdf.Stream {
			continue
		}
		n, _ := io.CopyN(io.Discard, stream.Reader(), left+1)
		if left -= n; left < 0 {
			return tooLarge("a page of the PDF file unpacks to more than %d MB", maxPageStream>>20)
		}
	}
	return nil
}
