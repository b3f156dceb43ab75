package extract

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// Limits of a container (ZIP). A document of a book's length keeps well below them.
const (
	maxEntries    = 4096
	maxEntry      = 32 << 20 // bytes of one entry, unpacked
	maxUnpacked   = 96 << 20 // bytes of all entries that are read, unpacked
	maxRatio      = 200      // unpacked to packed, of an entry above ratioCounts
	ratioCounts   = 1 << 20
	encryptedFlag = 1
)

// container is a ZIP file whose entries are read within limits.
type container struct {
	files    map[string]*zip.File
	unpacked int64 // so far
}

func openContainer(data []byte) (*container, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, damaged("the file begins as a ZIP container and cannot be opened: %v", err)
	}
	if len(r.File) > maxEntries {
		return nil, tooLarge("the container has %d entries; at most %d are read", len(r.File), maxEntries)
	}
	c := &container{files: make(map[string]*zip.File, len(r.File))}
	for _, f := range r.File {
		if _, twice := c.files[f.Name]; !twice {
			c.files[f.Name] = f
		}
	}
	return c, nil
}

func (c *container) has(name string) bool { return c.files[name] != nil }

// read unpacks an entry. What the container says of an entry's size is not believed: it is counted.
func (c *container) read(name string) ([]byte, error) {
	f := c.files[name]
	if f == nil {
		return nil, damaged("the container has no %s", name)
	}
	if f.Flags&encryptedFlag != 0 {
		return nil, encrypted("the document is encrypted; save it without a password")
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged("%s cannot be unpacked: %v", name, err)
	}
	defer r.Close()
	limit := min(int64(maxEntry), maxUnpacked-c.unpacked)
	if limit > ratioCounts {
		limit = min(limit, max(ratioCounts, int64(f.CompressedSize64)*maxRatio))
	}
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	c.unpacked += int64(len(data))
	switch {
	case int64(len(data)) > limit:
		return nil, tooLarge("%s unpacks to more than %d MB", name, limit>>20)
	case err != nil:
		return nil, damaged("%s is damaged: %v", name, err)
	}
	return data, nil
}

// containerFormat tells what kind of document a ZIP container is.
func containerFormat(data []byte) (Format, error) {
	c, err := openContainer(data)
	if err != nil {
		return "", err
	}
	switch {
	case c.has("word/document.xml"):
		return DOCX, nil
	case c.has("META-INF/container.xml") && !c.has("content.xml"):
		return EPUB, nil
	case c.has("content.xml"):
		return ODT, c.checkODT()
	case c.has("xl/workbook.xml"), c.has("ppt/presentation.xml"):
		return "", &failure{ErrBinary, "this is a spreadsheet or a presentation; save the text as DOCX or plain text"}
	}
	return "", &failure{ErrBinary, "this is a ZIP archive without a document that is read here"}
}

// checkODT refuses what is no text document, and what is encrypted.
func (c *container) checkODT() error {
	if c.has("META-INF/manifest.xml") {
		manifest, err := c.read("META-INF/manifest.xml")
		if err != nil {
			return err
		}
		if bytes.Contains(manifest, []byte("encryption-data")) {
			return encrypted("the document is encrypted; save it without a password")
		}
	}
	if !c.has("mimetype") {
		return nil
	}
	kind, err := c.read("mimetype")
	if err != nil {
		return err
	}
	if !strings.Contains(string(kind), "opendocument.text") {
		return &failure{ErrBinary, "this is an OpenDocument file without running text (" + oneLine(strings.ToValidUTF8(string(kind), "?")) + ")"}
	}
	return nil
}
