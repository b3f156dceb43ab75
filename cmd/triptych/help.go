package main

import (
	"context"
	"fmt"
	"strings"
)

func helpCommand() command {
	return command{
		name:      "help",
		arguments: "[COMMAND]",
		summary:   "explain a command",
		help:      "Explains a command, or lists the commands.\n",
		run: func(_ context.Context, p *program, args []string) error {
			names, done, err := p.parse(flagSet("help"), args)
			if done || err != nil {
				return err
			}
			if len(names) == 0 {
				return p.print(fullHelp())
			}
			return p.showHelp(names[0])
		},
	}
}

// What the help of several commands has in common.
const (
	aboutFiles = `
FILE is a path, or - for standard input. Its language (English, Russian or
Belarusian) is detected, or stated: ru=path. A file in another language, stated
as de=path, is aligned without the lexicon. Paragraphs are parted by blank
lines; in a text without blank lines every line is a paragraph.
`
	aboutStatus = `
Exit status:
  0  done, whether or not differences were found
  1  it failed, or is not built yet
  2  the call or a file is wrong; standard error says what to do
`
)

func (p *program) showHelp(name string) error {
	c, ok := find(name)
	if !ok {
		return unknownCommand(name, nil)
	}
	return p.print(c.usage() + "\n" + c.help)
}

func (c command) usage() string {
	return strings.TrimRight("usage: triptych "+c.name+" "+c.arguments, " ") + "\n"
}

func shortHelp() string {
	return `Triptych shows where the English, Russian and Belarusian versions of an article
say different things.

  triptych compare en.txt ru.txt be.txt    compare three files
  triptych serve                           the same in the browser, and a sample
  triptych help                            all commands
`
}

func fullHelp() string {
	var sb, later strings.Builder
	sb.WriteString(`Triptych puts the English, Russian and Belarusian versions of an article side by
side and shows where they say different things.

usage: triptych COMMAND [flags] FILE…

`)
	for _, c := range commands() {
		if c.summary == plannedSummary {
			later.WriteString(" " + c.name)
			continue
		}
		fmt.Fprintf(&sb, "  %-9s %s\n", c.name, c.summary)
	}
	sb.WriteString("\nNot built yet:" + later.String() + `
"triptych help COMMAND" explains a command, with an example.
`)
	return sb.String() + aboutStatus
}
