package main

import (
	"context"

	"triptych/compare"
	"triptych/lang"
)

func compareCommand() command {
	return command{
		name:      "compare",
		arguments: "[--all] [--in LANG [--pay]] [--json] FILE FILE [FILE…]",
		summary:   "show where the versions of an article say different things",
		help:      compareHelp,
		run:       runCompare,
	}
}

const compareHelp = `Reads two or more versions of one article, ties the paragraphs that say the same
and shows the rows in which the versions differ: what is missing, which numbers
disagree. The words that differ are marked, under the row a note says how.

  --all         show every row, and differences of low severity too
  --in LANG     render every version in one language too, by machine: from
                memory and by free engines (see triptych translate --help); in
                --json they are the member renderings
  --pay         let paid engines translate for that, within the budget
  --json        print versions, beads and differences as one JSON object
  --color WHEN  auto (the default), always or never
` + aboutFiles + `
Example:
  $ triptych compare en.txt ru.txt be.txt
  The Belarusian version leaves out one paragraph. One number differs.
  English, Russian and Belarusian differ in 2 of 5 rows.

  English                  │ Russian                  │ Belarusian
  ── row 3 ────────────────┼──────────────────────────┼─────────────────────────
  Twelve people work       │ В магазине работают      │ У краме працуюць
  there, and the owner,    │ двенадцать человек, и    │ дванаццаць чалавек, і
  Hanna Zhuk, wants to     │ хозяйка, Анна Жук, хочет │ гаспадыня, Ганна Жук,
  hire [8] more before     │ до лета нанять ещё [8].  │ хоча да лета наняць яшчэ
  summer.                  │                          │ [18].

    * number (high): 8 in English and Russian, 18 in Belarusian
  ── row 4 ────────────────┼──────────────────────────┼─────────────────────────
  The old shop near the    │ Старый магазин у вокзала │ not in Belarusian
  station stays open.      │ продолжает работать.     │

    * omission (high): A paragraph is not in the Belarusian version

Without colours marked words stand in [brackets]. Rows are counted from 0, like
the beads of --json.
` + aboutStatus

func runCompare(ctx context.Context, p *program, args []string) error {
	set := flagSet("compare")
	asJSON := set.Bool("json", false, "")
	all := set.Bool("all", false, "")
	in := set.String("in", "", "")
	pay := set.Bool("pay", false, "")
	colour := oneOf("auto", "always", "never")
	set.Var(colour, "color", "")
	files, done, err := p.parse(set, args)
	if done || err != nil {
		return err
	}
	var tag lang.Tag
	if *in != "" {
		if tag, err = lang.Parse(*in); err != nil {
			return badInput("--in", err.Error(), "")
		}
	}
	inputs, err := p.readVersions(ctx, "compare", files)
	if err != nil {
		return err
	}
	work, closeAll, err := p.workbench(ctx, tag != "", inputs)
	if err != nil {
		return err
	}
	defer closeAll()
	got, err := work.CompareIn(ctx, inputs, tag, *pay)
	if err != nil {
		return err
	}
	p.warn(got.Warnings)
	if *asJSON {
		return p.printJSON(got.Comparison())
	}
	return p.print(showReport(newScreen(p.stdout, p.env, colour.chosen), got.Report, *all))
}

// shown tells whether a difference is shown without being asked for.
func shown(d compare.Difference) bool {
	return d.Severity == compare.High || d.Severity == compare.Medium
}
