package extract

import (
	"encoding/xml"
	"strings"

	"triptych/article"
)

// readDOCX reads a Word document: the text with its insertions and without its deletions, links and text boxes included.
func readDOCX(data []byte) (*Document, error) {
	c, err := openContainer(data)
	if err != nil {
		return nil, err
	}
	body, err := c.read("word/document.xml")
	if err != nil {
		return nil, err
	}
	r := officeReader{rules: wordRules()}
	if err := r.read(body); err != nil {
		return nil, err
	}
	notes, err := c.wordNotes()
	if err != nil {
		return nil, err
	}
	names := c.wordStyles()
	d, err := officeDocument(r.paragraphs(func(id string) article.Role {
		if name, ok := names[id]; ok {
			return roleOfStyle(name)
		}
		return roleOfStyle(id)
	}), notes)
	if err != nil {
		return nil, err
	}
	c.coreProperties(d)
	return d, nil
}

func wordRules() officeRules {
	return officeRules{
		paragraph: []string{"p"},
		skip:      []string{"del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText"},
		only:      "t",
		insert: func(e xml.StartElement) string {
			switch e.Name.Local {
			case "tab", "ptab":
				return " "
			case "br", "cr":
				return "\n"
			case "noBreakHyphen":
				return "-"
			}
			return ""
		},
		style: func(e xml.StartElement) string {
			if e.Name.Local == "pStyle" {
				return xmlAttr(e, "val")
			}
			return ""
		},
	}
}

func xmlAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// wordStyles maps the ids of styles, which depend on Word's language, to their names, which do not. A document without
// styles is sound.
func (c *container) wordStyles() map[string]string {
	data, err := c.read("word/styles.xml")
	if err != nil {
		return nil
	}
	var styles struct {
		Styles []struct {
			ID   string `xml:"styleId,attr"`
			Name struct {
				Val string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	if xml.Unmarshal(data, &styles) != nil {
		return nil
	}
	names := map[string]string{}
	for _, s := range styles.Styles {
		names[s.ID] = s.Name.Val
	}
	return names
}

// wordNotes counts the text of the notes, which is not read.
func (c *container) wordNotes() (int, error) {
	lost := 0
	for _, name := range []string{"word/footnotes.xml", "word/endnotes.xml"} {
		if !c.has(name) {
			continue
		}
		data, err := c.read(name)
		if err != nil {
			return 0, err
		}
		r := officeReader{rules: wordRules()}
		if err := r.read(data); err != nil {
			return 0, err
		}
		for _, p := range r.done {
			lost += len(strings.TrimSpace(p.text.String()))
		}
	}
	return lost, nil
}

// coreProperties reads what the document says of itself; when the file was made is not when the article was published.
func (c *container) coreProperties(d *Document) {
	data, err := c.read("docProps/core.xml")
	if err != nil {
		return
	}
	var core dublinCore
	if xml.Unmarshal(data, &core) == nil {
		core.into(d)
	}
}
