package export

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
)

//go:embed report.html
var reportPage string

// WriteHTML writes a document as one HTML file that needs nothing else: to be read, printed or put into an archive.
func WriteHTML(w io.Writer, d Document) error {
	t, err := template.New("report").Funcs(template.FuncMap{"source": sourceOf}).Parse(reportPage)
	if err != nil {
		return fmt.Errorf("read the page of the report: %w", err)
	}
	return t.Execute(w, d)
}
