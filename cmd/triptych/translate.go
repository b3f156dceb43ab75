package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"triptych/export"
	"triptych/lang"
	"triptych/translate"
	"triptych/workbench"
)

func translateCommand() command {
	return command{
		name:      "translate",
		arguments: "--to LANG [--from LANG] [--free|--cost] [--json] FILE",
		summary:   "translate a text, and remember it",
		help:      translateHelp,
		run:       runTranslate,
	}
}

const translateHelp = `Translates a text, sentence by sentence, and prints it with its paragraphs
parted by blank lines. What was translated once is remembered and never paid
for again, so a run that broke off goes on where it stopped.

  --to LANG    the language to translate into: en, ru or be
  --from LANG  the language of the text; detected unless told
  --free       ask only engines that cost nothing (and what is remembered)
  --cost       translate nothing; say what is not remembered and what it costs
  --json       print one JSON object: the text, who translated it, and when

FILE is a path, or - for standard input. Standard error says who translated.

Engines come from the environment; what is set up is used:
  TRIPTYCH_GOOGLE_KEY          Google Cloud Translation with an API key; or
                               TRIPTYCH_GOOGLE_PROJECT and Google's own default
                               credentials
  TRIPTYCH_LIBRETRANSLATE_URL  a LibreTranslate server (and …_KEY, if it asks)
  TRIPTYCH_APERTIUM            Apertium, between Belarusian and Russian; it is
                               found on PATH by itself
  TRIPTYCH_ROUTES              which engines to ask, in order, with a pivot:
                               en-be=google>ru>apertium,google; ru-be=apertium
  TRIPTYCH_BUDGET              google=500000: characters a month, never exceeded
  TRIPTYCH_PRICE               google=20: dollars for a million characters
  TRIPTYCH_REDIS_URL           a memory to share with other machines
  TRIPTYCH_DATA                the folder where memory and accounts are kept

For example:
  triptych translate --to be en.txt > be.txt
  triptych translate --to be --cost en.txt

Exit status:
  0  done
  1  it failed: no engine for these languages, over the budget, a service down;
     what was translated by then is remembered
  2  the call or the file is wrong; standard error says what to do
`

func runTranslate(ctx context.Context, p *program, args []string) error {
	set := flagSet("translate")
	to, from := set.String("to", "", ""), set.String("from", "", "")
	free, cost := set.Bool("free", false, ""), set.Bool("cost", false, "")
	asJSON := set.Bool("json", false, "")
	files, done, err := p.parse(set, args)
	if done || err != nil {
		return err
	}
	o, in, err := p.order(ctx, *to, *from, files)
	if err != nil {
		return err
	}
	s, err := p.open(ctx, warnings(p.stderr))
	if err != nil {
		return err
	}
	defer s.Close()
	if o.Pay = !*free; *cost {
		return p.quote(ctx, s.work, in, o)
	}
	o.Progress = p.progress("sentences")
	got, err := s.work.TranslateInput(ctx, in, o)
	if err != nil {
		return err
	}
	p.note(translatedBy(got))
	if *asJSON {
		return p.printJSON(translation(got, o.To))
	}
	return p.print(got.Text + "\n")
}

// order reads what is to be translated.
func (p *program) order(ctx context.Context, to, from string, files []string) (o workbench.Order, in workbench.Input, err error) {
	if to == "" {
		return o, in, misuse("translate needs the language to translate into", "write, for example: triptych translate --to be en.txt")
	}
	if len(files) != 1 {
		return o, in, misuse(fmt.Sprintf("translate takes one file, but got %d", len(files)), "write, for example: triptych translate --to be en.txt")
	}
	if o.To, err = lang.Parse(to); err != nil {
		return o, in, badInput("--to", err.Error(), "")
	}
	inputs, err := p.readFiles(ctx, files)
	if err != nil {
		return o, in, err
	}
	in = inputs[0]
	if from != "" {
		if in.Language, err = lang.Parse(from); err != nil {
			return o, in, badInput("--from", err.Error(), "")
		}
	}
	return o, in, nil
}

func (p *program) quote(ctx context.Context, w *workbench.Workbench, in workbench.Input, o workbench.Order) error {
	q, err := w.QuoteInput(ctx, in, o)
	if err != nil {
		return err
	}
	return p.print(showQuote(q))
}

// showQuote is a quote in a few lines.
func showQuote(q translate.Quote) string {
	if q.Characters == 0 {
		return "All of it is remembered: it costs nothing.\n"
	}
	var sb strings.Builder
	fmt.Fprintf(&sb, "%s not remembered.\n", counted(q.Characters, "character is", "characters are"))
	for _, c := range q.Costs {
		fmt.Fprintf(&sb, "%s\n", c)
	}
	if q.Estimate {
		sb.WriteString("The second engine's part is an estimate.\n")
	}
	return sb.String()
}

// translatedBy says who translated a text, in one line.
func translatedBy(t workbench.Translated) string {
	if len(t.Engines) == 0 {
		return "there was nothing to translate"
	}
	s := "translated from " + t.From.Name() + " by " + strings.Join(titles(t.Engines), " and ")
	if t.Remembered {
		s += ", remembered since " + t.When.Local().Format("2 January 2006, 15:04")
	}
	for _, e := range t.Engines {
		if e.Draft {
			return s + "; " + e.Title + " makes rough drafts: words that it does not know stay as they are"
		}
	}
	return s
}

func translation(t workbench.Translated, to lang.Tag) export.Translation {
	out := export.Translation{Text: t.Text, From: string(t.From), To: string(to), Engines: titles(t.Engines), Remembered: t.Remembered}
	if !t.When.IsZero() {
		out.Date = t.When.UTC().Format(time.RFC3339)
	}
	return out
}

func titles(engines []translate.About) []string {
	out := make([]string, len(engines))
	for i, e := range engines {
		out[i] = e.Title
	}
	return out
}

// note tells the person something that is neither a result nor a warning.
func (p *program) note(s string) { fmt.Fprintf(p.stderr, "triptych: %s\n", oneLine(s)) }

// progress shows how far long work is, on a terminal only. It keeps to one line and clears it at the end.
func (p *program) progress(what string) func(done, total int) {
	if terminal, _ := terminalOf(p.stderr); !terminal {
		return nil
	}
	began := time.Now()
	return func(done, total int) {
		switch {
		case done == total:
			_, _ = io.WriteString(p.stderr, "\r\x1b[K")
		case time.Since(began) > time.Second:
			fmt.Fprintf(p.stderr, "\r\x1b[K%d of %d %s", done, total, what)
		}
	}
}
