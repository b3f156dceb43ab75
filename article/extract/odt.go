package extract

import (
	"encoding/xml"
	"strconv"
	"strings"

	"triptych/article"
)

// readODT reads an OpenDocument text.
func readODT(data []byte) (*Document, error) {
	c, err := openContainer(data)
	if err != nil {
		return nil, err
	}
	body, err := c.read("content.xml")
	if err != nil {
		return nil, err
	}
	parents := map[string]string{}
	r := officeReader{rules: odtRules(parents)}
	if err := r.read(body); err != nil {
		return nil, err
	}
	d, err := officeDocument(r.paragraphs(func(style string) article.Role {
		if parent := parents[style]; parent != "" {
			style = parent
		}
		return roleOfStyle(style)
	}), r.lost)
	if err != nil {
		return nil, err
	}
	c.odtProperties(d)
	return d, nil
}

// odtRules collects into parents the styles that the document makes of named ones, on its way to the text.
func odtRules(parents map[string]string) officeRules {
	return officeRules{
		paragraph: []string{"p", "h"},
		skip:      []string{"tracked-changes", "annotation", "annotation-end", "ruby-text", "table-of-content", "scripts", "forms"},
		aside:     []string{"note"},
		insert: func(e xml.StartElement) string {
			switch e.Name.Local {
			case "s":
				n, _ := strconv.Atoi(xmlAttr(e, "c"))
				return strings.Repeat(" ", min(max(n, 1), 8))
			case "tab":
				return " "
			case "line-break":
				return "\n"
			}
			return ""
		},
		style: func(e xml.StartElement) string {
			switch e.Name.Local {
			case "h":
				if xmlAttr(e, "outline-level") == "1" {
					return "Heading 1"
				}
				return xmlAttr(e, "style-name")
			case "p":
				return xmlAttr(e, "style-name")
			}
			return ""
		},
		define: func(e xml.StartElement) {
			if e.Name.Local == "style" && xmlAttr(e, "parent-style-name") != "" {
				parents[xmlAttr(e, "name")] = xmlAttr(e, "parent-style-name")
			}
		},
	}
}

func (c *container) odtProperties(d *Document) {
	data, err := c.read("meta.xml")
	if err != nil {
		return
	}
	var meta struct {
		Meta dublinCore `xml:"meta"`
	}
	if xml.Unmarshal(data, &meta) == nil {
		meta.Meta.into(d)
	}
}
