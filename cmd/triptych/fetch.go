package main

import (
	"context"
	"fmt"

	"triptych/lang"
	"triptych/workbench"
)

func fetchCommand() command {
	return command{
		name:      "fetch",
		arguments: "[--others] [--changes] URL…",
		summary:   "get an article by its address, and its other versions",
		help:      fetchHelp,
		run:       runFetch,
	}
}

const fetchHelp = `Gets the article at an address, clean of everything around it, and prints it as
one JSON object a line: url, language, title, date, author, sha256, paragraphs.

  --others   look for its versions in English, Russian and Belarusian too: each
             candidate is fetched and aligned with the article before it is
             called a version. They are listed as others, with a score and the
             evidence, and follow as lines of their own
  --changes  show what changed since the address was fetched last with another
             text, word by word, instead of JSON

Only public addresses are fetched, with respect for robots.txt; what was fetched
is kept in the data folder, so that it can be cited.

For example:
  triptych fetch --others https://example.org/ru/news/42 > versions.ndjson
  triptych compare https://example.org/ru/news/42 https://example.org/en/news/42

Environment:
  TRIPTYCH_FETCH_ALLOW  host:port list that may be fetched although it is not
                        public
  TRIPTYCH_DATA         the folder where pages are kept

Exit status:
  0  done
  1  it failed: the network, the site, nothing was kept before (--changes)
  2  the address may not be fetched, or no article is there
`

func runFetch(ctx context.Context, p *program, args []string) error {
	set := flagSet("fetch")
	others, changes := set.Bool("others", false, ""), set.Bool("changes", false, "")
	addresses, done, err := p.parse(set, args)
	if done || err != nil {
		return err
	}
	if len(addresses) == 0 {
		return misuse("fetch needs an address", "write, for example: triptych fetch https://example.org/ru/news/42")
	}
	s, err := p.open(ctx, warnings(p.stderr))
	if err != nil {
		return err
	}
	defer s.Close()
	for _, address := range addresses {
		page, err := s.work.Fetch(ctx, address, *others, p.fetchSteps())
		if err != nil {
			return err
		}
		p.warn(page.Warnings)
		if *changes {
			err = p.showChanges(ctx, s.work, page)
		} else {
			err = p.printPages(page)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// printPages prints a page, and its other versions after it.
func (p *program) printPages(page *workbench.Page) error {
	if err := p.printJSON(page.Export()); err != nil {
		return err
	}
	for _, o := range page.Others {
		if err := p.printJSON(o.Export()); err != nil {
			return err
		}
	}
	return nil
}

// fetchSteps shows on a terminal what is being fetched.
func (p *program) fetchSteps() func(workbench.FetchStep) {
	if terminal, _ := terminalOf(p.stderr); !terminal {
		return nil
	}
	return func(s workbench.FetchStep) {
		what := "fetching"
		switch {
		case s.Done && s.Found:
			what = s.Language.Name() + " ✓"
		case s.Done:
			what = "not a version:"
		case s.Language != "" && s.Language != lang.Undetermined:
			what = "looking for " + s.Language.Name() + " at"
		}
		fmt.Fprintf(p.stderr, "%s %s\n", what, oneLine(s.URL))
	}
}

func (p *program) showChanges(ctx context.Context, w *workbench.Workbench, page *workbench.Page) error {
	before, at, err := w.Revision(ctx, page)
	if err != nil {
		return err
	}
	if before == nil {
		p.note("no other text of this address was kept: it is as it was, or is fetched for the first time")
		return nil
	}
	got, err := w.CompareVersions(ctx, *before, *page.Version)
	if err != nil {
		return err
	}
	p.note("compared with what was there on " + at.Local().Format("2 January 2006, 15:04"))
	return p.print(showReport(newScreen(p.stdout, p.env, "auto"), got.Report, true))
}
