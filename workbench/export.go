package workbench

import (
	"time"

	"triptych/export"
)

// Comparison is the comparison as JSON has it.
func (c Compared) Comparison() export.Comparison {
	out := export.NewComparison(c.Report)
	out.Warnings, out.Renderings = c.Warnings, export.NewRenderings(c.Article, c.Renderings)
	return out
}

// Document is the comparison laid out to be read, with all rows or those that differ; made says when and by what.
func (c Compared) Document(all bool, made string) export.Document {
	d := export.Lay(c.Report, all)
	d.Warnings, d.Made = c.Warnings, made
	return d
}

// Export is the page as JSON has it.
func (p *Page) Export() export.Page {
	out := export.NewPage(p.Version)
	out.Title, out.Author, out.Site, out.Warnings = p.Title, p.Author, p.Site, p.Warnings
	out.Fetched = p.At.UTC().Format(time.RFC3339)
	for _, o := range p.Others {
		out.Others = append(out.Others, export.Other{
			URL: o.Version.Source, Language: string(o.Version.Language), Score: o.Score, Evidence: o.Evidence,
		})
	}
	return out
}
