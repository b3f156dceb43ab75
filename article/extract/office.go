package extract

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"triptych/article"
)

// officeRules say how a kind of office document keeps its text.
type officeRules struct {
	// paragraph names the elements that are paragraphs.
	paragraph []string
	// skip names the elements whose text is no part of the document: deleted text, comments, doubles for old readers.
	skip []string
	// aside names the elements whose text is left out and counted as lost: notes.
	aside []string
	// only names the element that holds text; "" if any does.
	only string
	// insert is what an empty element stands for: a tab, a line end.
	insert func(e xml.StartElement) string
	// style gives the style of a paragraph if this element tells it.
	style func(e xml.StartElement) string
	// define sees every element, before the text, if it is set.
	define func(e xml.StartElement)
}

// styled is a paragraph of an office document with the name of its style.
type styled struct {
	text  strings.Builder
	style string
}

// officeReader walks through the XML of an office document.
type officeReader struct {
	rules   officeRules
	open    []*styled // paragraphs that are open: a text box stands inside a paragraph
	done    []*styled
	skipped int // how many elements that are skipped are open
	asides  int // how many of them are notes
	texts   int // how many elements with text are open
	lost    int // bytes of notes
}

func (r *officeReader) read(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged("the document's XML is damaged: %v", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			r.start(t)
		case xml.EndElement:
			r.end(t.Name.Local)
		case xml.CharData:
			r.text(t)
		}
	}
}

func (r *officeReader) start(e xml.StartElement) {
	name := e.Name.Local
	if r.rules.define != nil {
		r.rules.define(e)
	}
	switch {
	case isOneOf(name, r.rules.aside):
		r.asides++
		r.skipped++
	case isOneOf(name, r.rules.skip):
		r.skipped++
	case r.skipped > 0:
	case isOneOf(name, r.rules.paragraph):
		p := &styled{}
		r.open, r.done = append(r.open, p), append(r.done, p)
	case name == r.rules.only:
		r.texts++
	}
	if len(r.open) == 0 || r.skipped > 0 {
		return
	}
	p := r.open[len(r.open)-1]
	p.text.WriteString(r.rules.insert(e))
	if s := r.rules.style(e); s != "" {
		p.style = s
	}
}

func (r *officeReader) end(name string) {
	switch {
	case isOneOf(name, r.rules.aside):
		r.asides--
		r.skipped--
	case isOneOf(name, r.rules.skip):
		r.skipped--
	case r.skipped > 0:
	case isOneOf(name, r.rules.paragraph) && len(r.open) > 0:
		r.open = r.open[:len(r.open)-1]
	case name == r.rules.only:
		r.texts--
	}
}

func (r *officeReader) text(data []byte) {
	switch {
	case r.asides > 0:
		r.lost += visibleLen(string(data))
	case r.skipped == 0 && len(r.open) > 0 && (r.rules.only == "" || r.texts > 0):
		r.open[len(r.open)-1].text.Write(data)
	}
}

// paragraphs lays out what was read; roles says what a style's name makes of a paragraph.
func (r *officeReader) paragraphs(roles func(style string) article.Role) []paragraph {
	var list []paragraph
	for _, p := range r.done {
		for _, text := range paragraphsOf(p.text.String()) {
			list = append(list, paragraph{text, roles(p.style)})
		}
	}
	return list
}

// roleOfStyle goes by the names that office programs give their styles, whatever their language.
func roleOfStyle(style string) article.Role {
	switch name := strings.ToLower(strings.NewReplacer("_20_", " ", "_", " ").Replace(style)); {
	case name == "title", name == "heading 1", name == "heading1":
		return article.RoleHeadline
	case strings.Contains(name, "caption"):
		return article.RoleCaption
	}
	return article.RoleBody
}

// officeDocument makes a document of office paragraphs. Only one headline is kept, the first, if nothing but dates and
// captions stand before it.
func officeDocument(paragraphs []paragraph, lost int) (*Document, error) {
	if len(paragraphs) == 0 {
		return nil, ErrEmpty
	}
	found := false
	for i, p := range paragraphs {
		if p.role == article.RoleHeadline && (found || i > 2) {
			paragraphs[i].role = article.RoleBody
		}
		found = found || paragraphs[i].role == article.RoleHeadline
	}
	d := &Document{Version: layOut(paragraphs), Charset: "utf-8", Lost: lostNotes(lost, paragraphs)}
	if found {
		assignDates(&d.Version)
	} else {
		assignRoles(&d.Version)
	}
	d.Title = headline(&d.Version)
	return d, nil
}

func lostNotes(lost int, paragraphs []paragraph) Loss {
	if lost == 0 {
		return Loss{}
	}
	kept := 0
	for _, p := range paragraphs {
		kept += len(p.text)
	}
	return Loss{Share: float64(lost) / float64(lost+kept), Reasons: reasons(map[string]int{"notes": lost})}
}

// dublinCore is what office documents and books say of themselves.
type dublinCore struct {
	Title    string   `xml:"title"`
	Creators []string `xml:"creator"`
	Language string   `xml:"language"`
	Date     string   `xml:"date"`
}

func (c dublinCore) into(d *Document) {
	set(&d.Title, oneLine(c.Title))
	set(&d.Author, oneLine(strings.Join(c.Creators, ", ")))
	d.Language = stated(strings.TrimSpace(c.Language))
}
