package export

import (
	"fmt"
	"io"
	"strings"
)

// WriteMarkdown writes a document as Markdown: what differs, row by row, with the marked words in bold.
func WriteMarkdown(w io.Writer, d Document) error {
	m := markdown{}
	m.line("# %s", escape(d.Title))
	m.line("%s", escape(d.Summary))
	for _, warning := range d.Warnings {
		m.line("> **Note:** %s", escape(warning))
	}
	m.line("## Versions")
	m.versions(d.Versions)
	for _, c := range d.Counts {
		m.item("%s", escape(c))
	}
	m.end()
	if len(d.Rows) > 0 {
		m.line("## Row by row")
	}
	for _, p := range d.Rows {
		m.passage(p)
	}
	if d.Hidden > 0 {
		m.line("%d differences of low severity are not listed.", d.Hidden)
	}
	if d.Made != "" {
		m.line("*%s*", escape(d.Made))
	}
	_, err := io.WriteString(w, m.String())
	return err
}

type markdown struct{ strings.Builder }

func (m *markdown) line(format string, a ...any) { fmt.Fprintf(m, format+"\n\n", a...) }

func (m *markdown) item(format string, a ...any) { fmt.Fprintf(m, "- "+format+"\n", a...) }

func (m *markdown) end() { m.WriteByte('\n') }

func (m *markdown) versions(all []Sheet) {
	m.WriteString("| | title | source | date | words | SHA-256 |\n|---|---|---|---|---|---|\n")
	for _, v := range all {
		fmt.Fprintf(m, "| %s | %s | %s | %s | %d | %s |\n", cellText(v.Name), cellText(v.Title), cellText(sourceOf(v)), cellText(v.Date), v.Words, v.SHA256)
	}
	m.end()
}

// sourceOf is where a version came from, and when it was fetched if it was.
func sourceOf(v Sheet) string {
	s := v.Source
	if s == "" {
		s = "pasted text"
	}
	if v.Fetched != "" {
		s += ", fetched " + v.Fetched
	}
	return s
}

func (m *markdown) passage(p Passage) {
	m.line("### Row %d", p.Number)
	for _, f := range p.Differences {
		m.item("**%s** (%s): %s", f.Kind, f.Severity, escape(f.Note))
	}
	if len(p.Differences) > 0 {
		m.end()
	}
	for _, c := range p.Cells {
		switch {
		case c.Blank:
		case len(c.Paragraphs) == 0:
			m.line("> **%s:** *not in this version*", escape(c.Name))
		default:
			fmt.Fprintf(m, "> **%s:** ", escape(c.Name))
			for i, paragraph := range c.Paragraphs {
				if i > 0 {
					m.WriteString(">\n> ")
				}
				m.pieces(paragraph)
				m.WriteByte('\n')
			}
			m.end()
		}
	}
}

func (m *markdown) pieces(all []Piece) {
	for _, p := range all {
		text := escape(p.Text)
		if !p.Marked {
			m.WriteString(text)
			continue
		}
		// Markdown's bold may not begin or end with a space.
		inner := strings.TrimSpace(text)
		before, after, _ := strings.Cut(text, inner)
		m.WriteString(before + "**" + inner + "**" + after)
	}
}

// escape keeps text from being read as Markdown or HTML.
func escape(s string) string {
	var sb strings.Builder
	for i, r := range strings.Join(strings.Fields(s), " ") {
		switch {
		case strings.ContainsRune("\\`*_[]<>|", r):
			sb.WriteByte('\\')
		case i == 0 && strings.ContainsRune("#+-=~", r):
			sb.WriteByte('\\')
		}
		sb.WriteRune(r)
	}
	out := sb.String()
	// A piece may begin or end with the space that parts it from the next.
	if strings.HasPrefix(s, " ") {
		out = " " + out
	}
	if strings.HasSuffix(s, " ") && len(strings.TrimSpace(s)) > 0 {
		out += " "
	}
	return numbered(out)
}

// numbered keeps a text that begins like "3." from becoming a list.
func numbered(s string) string {
	digits := strings.TrimLeft(s, "0123456789")
	if len(digits) < len(s) && strings.HasPrefix(digits, ". ") {
		return s[:len(s)-len(digits)] + "\\" + digits
	}
	return s
}

func cellText(s string) string { return escape(s) }
