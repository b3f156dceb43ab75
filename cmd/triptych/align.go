package main

import (
	"context"
	"strings"

	"triptych/export"
)

func alignCommand() command {
	return command{
		name:      "align",
		arguments: "[--sentences | --why] [--json] FILE FILE [FILE…]",
		summary:   "show which paragraphs or sentences say the same",
		help:      alignHelp,
		run:       runAlign,
	}
}

const alignHelp = `Reads two or more versions of one article and ties what says the same: each bead
holds a run of paragraphs of every version, perhaps none. Every paragraph is in
exactly one bead.

  --sentences   tie sentences instead of paragraphs
  --why         tell what ties each bead: numbers, names and words
  --json        print the beads as one JSON array, with --why evidence in them
  --color WHEN  auto (the default), always or never
` + aboutFiles + `
Example:
  $ triptych align en.txt be.txt
  5 beads by paragraph (English 5, Belarusian 4), 1 not in every version.

  English                               │ Belarusian
  ── 0 · 1:1 · 0.79 ────────────────────┼──────────────────────────────────────
  0 Bakery opens a second shop in       │ 0 Пякарня адчыніла другую краму ў
    Slonim                              │   Слоніме
  ── 1 · 1:1 · 0.77 ────────────────────┼──────────────────────────────────────
  1 Posted: 12.03.2024 10:00:00         │ 1 Апублікавана: 12.03.2024 10:00:00
  ── 2 · 1:1 · 0.66 ────────────────────┼──────────────────────────────────────
  2 The bakery Kalosak has opened a     │ 2 Пякарня «Каласок» адчыніла другую
    second shop in Slonim, on Opernaja  │   краму ў Слоніме, на Опернай вуліцы.
    Street. It sells rye bread,         │   Там прадаюць жытні хлеб, бліны і
    pancakes and honey cakes.           │   мядовыя пернікі.
  ── 3 · 1:1 · 0.36 ────────────────────┼──────────────────────────────────────
  3 Twelve people work there, and the   │ 3 У краме працуюць дванаццаць
    owner, Hanna Zhuk, wants to hire 8  │   чалавек, і гаспадыня, Ганна Жук,
    more before summer.                 │   хоча да лета наняць яшчэ 18.
  ── 4 · 1:0 · 0.44 ────────────────────┼──────────────────────────────────────
  4 The old shop near the station stays │ not in Belarusian
    open.                               │

A bead is headed by its number, by how many paragraphs it takes of each version
and by the probability that it is right. The numbers before the text are those
of --json: paragraphs and sentences are counted from 0 through the version.
` + aboutStatus

func runAlign(ctx context.Context, p *program, args []string) error {
	set := flagSet("align")
	asJSON := set.Bool("json", false, "")
	sentences := set.Bool("sentences", false, "")
	why := set.Bool("why", false, "")
	colour := oneOf("auto", "always", "never")
	set.Var(colour, "color", "")
	files, done, err := p.parse(set, args)
	if done || err != nil {
		return err
	}
	if *sentences && *why {
		return misuse("only beads of paragraphs can tell why", "leave out --sentences or --why")
	}
	inputs, err := p.readVersions(ctx, "align", files)
	if err != nil {
		return err
	}
	work, closeAll, err := p.workbench(ctx, false, inputs)
	if err != nil {
		return err
	}
	defer closeAll()
	got, err := work.Align(ctx, inputs)
	if err != nil {
		return err
	}
	p.warn(got.Warnings)
	level := paragraphLevel(got)
	if *sentences {
		level = sentenceLevel(got)
	}
	level.why = *why
	if *asJSON {
		return p.printJSON(level.beads())
	}
	return p.print(level.show(newScreen(p.stdout, p.env, colour.chosen)))
}

// printJSON writes one JSON value and a line end.
func (p *program) printJSON(v any) error {
	var sb strings.Builder
	if err := export.WriteJSON(&sb, v); err != nil {
		return err
	}
	return p.print(sb.String())
}
