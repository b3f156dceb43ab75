package main

import (
	"context"
	"fmt"
	"strings"

	"triptych/export"
	"triptych/lang"
	"triptych/workbench"
)

func detectCommand() command {
	return command{
		name:      "detect",
		arguments: "[--json] FILE…",
		summary:   "name the language of each file",
		help:      detectHelp,
		run:       runDetect,
	}
}

const detectHelp = `Names the language of each file, how sure that is, how a Belarusian text is
spelled (official, tarask or latin), and how many paragraphs are in another
language.

  --json        print one JSON array, an element a file

FILE is a path, or - for standard input.

Example:
  $ triptych detect en.txt be.txt
  FILE    LANGUAGE         CONFIDENCE  ORTHOGRAPHY  PARAGRAPHS
  en.txt  English (en)     1.00                     5
  be.txt  Belarusian (be)  1.00        official     4

` + aboutStatus

// detected is what is known of one file.
type detected struct {
	// argument is the file as the person wrote it.
	argument string
	workbench.Detection
}

func runDetect(ctx context.Context, p *program, args []string) error {
	set := flagSet("detect")
	asJSON := set.Bool("json", false, "")
	files, done, err := p.parse(set, args)
	if done || err != nil {
		return err
	}
	if len(files) == 0 {
		return misuse("detect needs a file", "write: triptych detect FILE…")
	}
	inputs, err := p.readFiles(ctx, files)
	if err != nil {
		return err
	}
	work, closeAll, err := p.workbench(ctx, false, inputs)
	if err != nil {
		return err
	}
	defer closeAll()
	found := make([]detected, len(inputs))
	var warnings []string
	for i, in := range inputs {
		if in.Language != "" {
			warnings = append(warnings, in.Name+": the stated language is put aside, detect reads the text")
		}
		d, err := work.Detect(ctx, in)
		if err != nil {
			return err
		}
		found[i] = detected{files[i], d}
	}
	p.warn(warnings)
	if *asJSON {
		return p.printJSON(detections(found))
	}
	return p.print(showDetections(found))
}

func detections(found []detected) []export.Detection {
	out := make([]export.Detection, len(found))
	for i, d := range found {
		out[i] = export.NewDetection(d.argument, d.Guess, d.Orthography, d.Paragraphs)
	}
	return out
}

// showDetections writes a table, a file a line.
func showDetections(found []detected) string {
	rows := [][]string{{"FILE", "LANGUAGE", "CONFIDENCE", "ORTHOGRAPHY", "PARAGRAPHS"}}
	for _, d := range found {
		rows = append(rows, []string{
			clean(d.argument), languageName(d.Language), fmt.Sprintf("%.2f", d.Confidence), string(d.Orthography),
			paragraphsOf(d.Detection),
		})
	}
	return table(rows)
}

func languageName(t lang.Tag) string {
	if t == lang.Undetermined {
		return "not known"
	}
	return fmt.Sprintf("%s (%s)", t.Name(), t)
}

// paragraphsOf is "12", or "12, 1 in Russian" where some are in another language than the file.
func paragraphsOf(d workbench.Detection) string {
	var order []lang.Tag
	count := map[lang.Tag]int{}
	for _, g := range d.Paragraphs {
		if g.Language == d.Language || g.Language == lang.Undetermined {
			continue
		}
		if count[g.Language] == 0 {
			order = append(order, g.Language)
		}
		count[g.Language]++
	}
	s := fmt.Sprint(len(d.Paragraphs))
	for _, t := range order {
		s += fmt.Sprintf(", %d in %s", count[t], t.Name())
	}
	return s
}

// table lines up the columns of rows, two spaces between them.
func table(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, field := range row {
			widths[i] = max(widths[i], textWidth(field))
		}
	}
	var sb strings.Builder
	for _, row := range rows {
		var l strings.Builder
		for i, field := range row {
			l.WriteString(field + strings.Repeat(" ", widths[i]-textWidth(field)+2))
		}
		sb.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	return sb.String()
}
