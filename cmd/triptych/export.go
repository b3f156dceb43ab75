package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"triptych/export"
	"triptych/workbench"
)

func exportCommand() command {
	return command{
		name:      "export",
		arguments: "--to md|html|json [--all] FILE FILE [FILE…]",
		summary:   "write a comparison as a document",
		help:      exportHelp,
		run:       runExport,
	}
}

const exportHelp = `Compares the versions of an article and writes the report to standard output,
to be kept, printed, sent or cited: what differs, with the words marked, and of
every version its source, its date and the hash of what was read.

  --to md    Markdown
  --to html  one HTML file that needs nothing else, for screen and paper
  --to json  as compare --json
  --all      every row, and differences of low severity too
` + aboutFiles + `
For example:
  triptych export --to html en.txt ru.txt be.txt > report.html
` + aboutStatus

func runExport(ctx context.Context, p *program, args []string) error {
	set := flagSet("export")
	to, all := set.String("to", "", ""), set.Bool("all", false, "")
	files, done, err := p.parse(set, args)
	if done || err != nil {
		return err
	}
	write, err := p.writer(*to, *all)
	if err != nil {
		return err
	}
	inputs, err := p.readVersions(ctx, "export --to "+*to, files)
	if err != nil {
		return err
	}
	work, closeAll, err := p.workbench(ctx, false, inputs)
	if err != nil {
		return err
	}
	defer closeAll()
	got, err := work.Compare(ctx, inputs)
	if err != nil {
		return err
	}
	p.warn(got.Warnings)
	return write(got)
}

// writer is how a format is written.
func (p *program) writer(format string, all bool) (func(workbench.Compared) error, error) {
	switch format {
	case "json":
		return func(c workbench.Compared) error { return p.printJSON(c.Comparison()) }, nil
	case "md", "html":
		return func(c workbench.Compared) error {
			d := c.Document(all, made())
			var sb strings.Builder
			err := export.WriteHTML(&sb, d)
			if format == "md" {
				sb.Reset()
				err = export.WriteMarkdown(&sb, d)
			}
			if err != nil {
				return err
			}
			return p.print(sb.String())
		}, nil
	case "tmx", "xliff", "csv", "docx":
		return nil, notYet("--to "+format+" is not built yet", "--to json has everything that it would hold")
	case "":
		return nil, misuse("export needs a format", "write, for example: triptych export --to html en.txt ru.txt")
	}
	return nil, misuse(fmt.Sprintf("there is no format %q", format), "write md, html or json")
}

// made says when and by what a document was made.
func made() string {
	return "Triptych " + versionNumber() + ", " + time.Now().Format("2 January 2006, 15:04 MST")
}
