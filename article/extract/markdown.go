package extract

import (
	"strings"

	"triptych/article"
)

// readMarkdown reads Markdown: headings, paragraphs, items, quotations and rows of tables, without their marks.
func readMarkdown(data []byte, hint Hint) (*Document, error) {
	text, charset, err := decodeAny(data, hint.Charset)
	if err != nil {
		return nil, err
	}
	d := &Document{Charset: charset}
	text = frontMatter(strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "\uFEFF"), d)
	m := markdown{}
	for line := range strings.SplitSeq(text, "\n") {
		m.line(line)
	}
	m.flush(article.RoleBody)
	if len(m.paragraphs) == 0 {
		return nil, ErrEmpty
	}
	stated := *d
	d, err = officeDocument(m.paragraphs, 0)
	if err != nil {
		return nil, err
	}
	d.Charset, d.Author, d.Date, d.Language = charset, stated.Author, stated.Date, stated.Language
	set(&d.Title, stated.Title)
	return d, nil
}

// frontMatter reads the simple lines of a block of YAML before the text and cuts it off.
func frontMatter(text string, d *Document) string {
	head, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return text
	}
	head, rest, found := strings.Cut(head, "\n---\n")
	if !found {
		return text
	}
	for line := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(line, ":")
		value = oneLine(strings.Trim(strings.TrimSpace(value), `"'`))
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "title":
			d.Title = value
		case "author":
			d.Author = value
		case "date", "published":
			d.Date, _ = Stamp(value)
		case "lang", "language":
			d.Language = stated(value)
		}
	}
	return rest
}

// markdown collects lines into paragraphs.
type markdown struct {
	paragraphs []paragraph
	open       []string
	fenced     bool
}

func (m *markdown) line(line string) {
	trimmed := strings.TrimSpace(line)
	for strings.HasPrefix(trimmed, ">") {
		trimmed = strings.TrimSpace(trimmed[1:])
	}
	level, heading := headingOf(trimmed)
	switch {
	case strings.HasPrefix(trimmed, "```"), strings.HasPrefix(trimmed, "~~~"):
		m.flush(article.RoleBody)
		m.fenced = !m.fenced
	case m.fenced:
		m.open = append(m.open, trimmed)
	case trimmed == "", isRule(trimmed) && len(m.open) == 0, isDefinition(trimmed):
		m.flush(article.RoleBody)
	case len(m.open) > 0 && strings.Trim(trimmed, "=") == "":
		m.flush(article.RoleHeadline)
	case len(m.open) > 0 && isRule(trimmed):
		m.flush(article.RoleBody)
	case level > 0:
		m.flush(article.RoleBody)
		m.open = append(m.open, heading)
		m.flush(roleOfLevel(level))
	case strings.HasPrefix(trimmed, "|"):
		m.flush(article.RoleBody)
		m.row(trimmed)
	case isItem(trimmed):
		m.flush(article.RoleBody)
		m.open = append(m.open, cutItem(trimmed))
	default:
		m.open = append(m.open, strings.TrimSuffix(trimmed, `\`))
	}
}

func roleOfLevel(level int) article.Role {
	if level == 1 {
		return article.RoleHeadline
	}
	return article.RoleBody
}

func (m *markdown) flush(role article.Role) {
	text := strings.Join(m.open, " ")
	m.open = m.open[:0]
	if !m.fenced {
		text = plainInline(text)
	}
	if text = oneLine(text); text != "" {
		m.paragraphs = append(m.paragraphs, paragraph{text, role})
	}
}

// row keeps a row of a table as a page's tables are kept; the line under the heads is none.
func (m *markdown) row(line string) {
	if strings.Trim(line, "|-: ") == "" {
		return
	}
	var cells []string
	for cell := range strings.SplitSeq(strings.Trim(line, "| "), "|") {
		if cell = strings.TrimSpace(cell); cell != "" {
			cells = append(cells, cell)
		}
	}
	m.open = append(m.open, strings.Join(cells, " | "))
	m.flush(article.RoleBody)
}

// headingOf reads "## Heading"; level 0 is none.
func headingOf(line string) (level int, text string) {
	text = strings.TrimLeft(line, "#")
	level = len(line) - len(text)
	if level == 0 || level > 6 || !strings.HasPrefix(text, " ") {
		return 0, ""
	}
	return level, strings.TrimSpace(strings.TrimRight(text, "# "))
}

// isRule tells a line of three marks or more: "---", "* * *".
func isRule(line string) bool {
	marks := strings.ReplaceAll(line, " ", "")
	return len(marks) >= 3 && (strings.Trim(marks, "-") == "" || strings.Trim(marks, "*") == "" || strings.Trim(marks, "_") == "")
}

// isDefinition tells "[label]: address", which a reader does not see.
func isDefinition(line string) bool {
	label, _, found := strings.Cut(line, "]:")
	return found && strings.HasPrefix(label, "[") && !strings.Contains(label, " ")
}

func isItem(line string) bool { return cutItem(line) != line }

// cutItem cuts the mark of an item off: "- ", "* ", "12. ", "3) ".
func cutItem(line string) string {
	for _, mark := range []string{"- ", "* ", "+ "} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			return rest
		}
	}
	rest := strings.TrimLeft(line, "0123456789")
	if n := len(line) - len(rest); n > 0 && n < 4 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return rest[2:]
	}
	return line
}
