package extract

import (
	"encoding/xml"
	"path"
	"strings"

	"golang.org/x/net/html/atom"

	"triptych/article"
)

// readEPUB reads a book: its chapters in reading order.
func readEPUB(data []byte) (*Document, error) {
	c, err := openContainer(data)
	if err != nil {
		return nil, err
	}
	if err := c.checkRights(); err != nil {
		return nil, err
	}
	book, folder, err := c.openBook()
	if err != nil {
		return nil, err
	}
	var list []paragraph
	for _, name := range book.chapters() {
		chapter, err := c.read(path.Join(folder, name))
		if err != nil {
			return nil, err
		}
		paragraphs, err := chapterParagraphs(chapter)
		if err != nil {
			return nil, err
		}
		list = append(list, paragraphs...)
	}
	d, err := officeDocument(list, 0)
	if err != nil {
		return nil, err
	}
	d.Title = ""
	book.Metadata.into(d)
	set(&d.Title, headline(&d.Version))
	d.Date, _ = Stamp(book.Metadata.Date)
	return d, nil
}

// checkRights refuses a book whose chapters are encrypted; fonts often are, and are not needed.
func (c *container) checkRights() error {
	const name = "META-INF/encryption.xml"
	if !c.has(name) {
		return nil
	}
	data, err := c.read(name)
	if err != nil {
		return err
	}
	var e struct {
		Data []struct {
			Method struct {
				Algorithm string `xml:"Algorithm,attr"`
			} `xml:"EncryptionMethod"`
		} `xml:"EncryptedData"`
	}
	if err := xml.Unmarshal(data, &e); err != nil {
		return damaged("%s is damaged: %v", name, err)
	}
	for _, d := range e.Data {
		if a := d.Method.Algorithm; !strings.Contains(a, "idpf.org/2008/embedding") && !strings.Contains(a, "ns.adobe.com/pdf/enc#RC") {
			return encrypted("the book is encrypted (DRM)")
		}
	}
	return nil
}

// book is a package document of EPUB.
type book struct {
	Metadata dublinCore `xml:"metadata"`
	Items    []struct {
		ID        string `xml:"id,attr"`
		Href      string `xml:"href,attr"`
		MediaType string `xml:"media-type,attr"`
		Nav       string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID     string `xml:"idref,attr"`
		Linear string `xml:"linear,attr"`
	} `xml:"spine>itemref"`
}

func (c *container) openBook() (b book, folder string, err error) {
	data, err := c.read("META-INF/container.xml")
	if err != nil {
		return b, "", err
	}
	var root struct {
		Files []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if err := xml.Unmarshal(data, &root); err != nil || len(root.Files) == 0 {
		return b, "", damaged("the book does not say where its contents are")
	}
	data, err = c.read(root.Files[0].Path)
	if err != nil {
		return b, "", err
	}
	if err := xml.Unmarshal(data, &b); err != nil {
		return b, "", damaged("the book's list of contents is damaged: %v", err)
	}
	return b, path.Dir(root.Files[0].Path), nil
}

// chapters lists the files of the chapters in reading order, each once.
func (b *book) chapters() []string {
	files := map[string]string{}
	for _, item := range b.Items {
		if strings.Contains(item.MediaType, "html") && !hasWord(item.Nav, "nav") {
			files[item.ID] = item.Href
		}
	}
	var list []string
	for _, ref := range b.Spine {
		if name := files[ref.ID]; name != "" && ref.Linear != "no" {
			list = append(list, name)
			delete(files, ref.ID)
		}
	}
	return list
}

// chapterParagraphs takes all text of a chapter: a book has no menus.
func chapterParagraphs(data []byte) ([]paragraph, error) {
	text, _, err := decodeAny(data, labelInText(data))
	if err != nil {
		return nil, err
	}
	p, err := parsePage(text, "")
	if err != nil {
		return nil, err
	}
	var list []paragraph
	for _, b := range p.blocks {
		role := article.RoleBody
		switch {
		case b.node.DataAtom == atom.H1:
			role = article.RoleHeadline
		case b.node.DataAtom == atom.Figcaption:
			role = article.RoleCaption
		}
		if b.region != "menu" && b.region != "hidden" {
			list = append(list, paragraph{b.text, role})
		}
	}
	return list, nil
}
