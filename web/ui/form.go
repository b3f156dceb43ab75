package ui

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
)

// sent is what a form holds: the fields text, name, file and language, each once a slot, in the order of the slots.
// name says which file a text was read from in the browser.
type sent struct {
	texts, names, languages []string
	files                   []file // in the places of their slots; without a name where none was chosen
}

type file struct {
	name string
	data []byte
}

// errTooMany is the answer to a form with more versions than are compared at once.
var errTooMany = fmt.Errorf("more than %d versions at once", maxVersions)

// readSlots reads the form of the first page.
func readSlots(r *http.Request) ([]slot, error) {
	f, err := readForm(r)
	if err != nil {
		return nil, fmt.Errorf("read the form: %w", err)
	}
	slots := make([]slot, max(slotsShown, len(f.texts), len(f.files)))
	for i := range slots {
		slots[i] = slot{Number: i + 1, Text: nth(f.texts, i), FileName: nth(f.names, i)}
		slots[i].state(nth(f.languages, i))
	}
	return slots, f.place(slots)
}

// place puts the files into their slots; one whose slot has a text already goes into the first that is free.
func (f *sent) place(slots []slot) error {
	for i, file := range f.files {
		if file.name == "" {
			continue
		}
		if !slots[i].empty() {
			i = slices.IndexFunc(slots, slot.empty)
		}
		if i < 0 {
			return fmt.Errorf("a text and a file for one version: %w", errTooMany)
		}
		slots[i].take(file)
	}
	return nil
}

// readForm reads the parts one by one. The standard library's own reading would put large forms on disk, where people's
// texts are not to lie about, and forget which of the file fields were left empty.
func readForm(r *http.Request) (*sent, error) {
	parts, err := r.MultipartReader()
	if errors.Is(err, http.ErrNotMultipart) {
		return readPlainForm(r)
	}
	if err != nil {
		return nil, err
	}
	var f sent
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			return &f, nil
		}
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return nil, err
		}
		if err := f.add(part.FormName(), part.FileName(), data); err != nil {
			return nil, err
		}
	}
}

func readPlainForm(r *http.Request) (*sent, error) {
	if err := r.ParseForm(); err != nil {
		return nil, err
	}
	f := &sent{texts: r.PostForm["text"], names: r.PostForm["name"], languages: r.PostForm["language"]}
	if len(f.texts) > maxVersions {
		return nil, errTooMany
	}
	return f, nil
}

func (f *sent) add(field, fileName string, data []byte) error {
	switch field {
	case "text":
		f.texts = append(f.texts, string(data))
	case "name":
		f.names = append(f.names, string(data))
	case "language":
		f.languages = append(f.languages, string(data))
	case "file":
		f.files = append(f.files, file{fileName, data})
	}
	if max(len(f.texts), len(f.names), len(f.languages), len(f.files)) > maxVersions {
		return errTooMany
	}
	return nil
}

// nth is values[i], or "" where there are fewer.
func nth(values []string, i int) string {
	if i < len(values) {
		return values[i]
	}
	return ""
}
