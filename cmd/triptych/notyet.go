package main

import (
	"context"

	"triptych/workbench"
)

// plannedCommands answer with one line until they are built, so that their names are not taken for mistakes.
func plannedCommands() []command {
	return []command{
		planned("batch", "FILE.ndjson", "call triptych compare --json once an article"),
	}
}

const plannedSummary = "not built yet"

func planned(name, arguments, instead string) command {
	answer := func(context.Context, *program, []string) error {
		return notYet(name+" is not built yet", instead)
	}
	return command{
		name: name, arguments: arguments, summary: plannedSummary,
		help: "Not built yet. Until then,\n" + instead + ".\n", run: answer,
	}
}

func notYet(detail, fix string) error {
	return &workbench.Problem{Reason: workbench.NotYet, Detail: detail, Fix: fix}
}
