package ui

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"

	"triptych/lang"
	"triptych/workbench"
)

const (
	// slotsShown is how many versions the first page has room for; a form may bring more.
	slotsShown = 3
	// maxVersions is how many versions one form may bring.
	maxVersions = 8
)

// slot is one version as the first page's form shows and sends it.
type slot struct {
	// Number counts from 1.
	Number   int
	Text     string
	FileName string // of the file that Text, or data, came from
	Language lang.Tag
	// Error says what is wrong with this version; "" when nothing is.
	Error string

	data []byte // the file as it was sent; nil for pasted text
}

// Label is what the slot is for.
func (s slot) Label() string {
	switch s.Number {
	case 1:
		return "First version"
	case 2:
		return "Second version"
	case 3:
		return "Third, if there is one"
	}
	return fmt.Sprintf("Version %d", s.Number)
}

// Languages are those that a person can state.
func (s slot) Languages() []lang.Tag { return lang.Served() }

func (s slot) empty() bool { return s.data == nil && strings.TrimSpace(s.Text) == "" }

// input is the slot as the workbench takes it.
func (s slot) input() workbench.Input {
	in := workbench.Input{Name: s.FileName, Language: s.Language, Data: s.data}
	if s.data != nil {
		return in
	}
	if address, ok := address(s.Text); ok {
		in.URL = address
		return in
	}
	in.Data = []byte(s.Text)
	return in
}

// address tells whether a text is nothing but the address of a page.
func address(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if strings.ContainsAny(text, " \t\r\n") {
		return "", false
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return "", false
	}
	return text, true
}

// emptySlots is a form that nobody has filled in yet.
func emptySlots() []slot {
	slots := make([]slot, slotsShown)
	for i := range slots {
		slots[i].Number = i + 1
	}
	return slots
}

// state sets the language that the person chose; "" is to have it detected.
func (s *slot) state(language string) {
	if language == "" {
		return
	}
	tag, err := lang.Parse(language)
	if err != nil {
		s.Error = "This is not a language that can be chosen."
		return
	}
	s.Language = tag
}

// take puts a file into the slot. A file that is text is shown as text should the form have to be shown again, since a
// page cannot put a file back into its field.
func (s *slot) take(f file) {
	s.FileName, s.data = f.name, f.data
	if utf8.Valid(f.data) && !bytes.ContainsRune(f.data, 0) {
		s.Text = string(f.data)
	}
}
