package main

import (
	"context"
	"regexp"
	"strings"
	"testing"
)

// Scores and confidences in the examples are left to change with the models behind them.
var probability = regexp.MustCompile(`\b[01]\.\d\d?\b`)

// TestHelpShowsRealOutput runs the example of each command's help on the bakery article.
func TestHelpShowsRealOutput(t *testing.T) {
	for _, c := range commands() {
		_, example, found := strings.Cut(c.help, "\n  $ triptych ")
		if !found || c.name == "serve" {
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			t.Chdir("testdata/bakery")
			args, want, _ := strings.Cut(example, "\n")
			env := map[string]string{"COLUMNS": "78"}
			got := call(context.Background(), nil, env, strings.Fields(args)...)
			if got.status != exitDone || got.stderr != "" {
				t.Fatalf("got %+v", got)
			}
			var indented strings.Builder
			for l := range strings.Lines(got.stdout) {
				if l != "\n" {
					l = "  " + l
				}
				indented.WriteString(l)
			}
			shown := probability.ReplaceAllString(indented.String(), "0.00")
			if !strings.HasPrefix(probability.ReplaceAllString(want, "0.00"), shown) {
				t.Errorf("the help of %s does not show what it prints:\n%s", c.name, indented.String())
			}
		})
	}
}

// Help must fit a terminal of 80 columns, and say what every flag does.
func TestHelpIsComplete(t *testing.T) {
	for _, c := range append(commands(), command{name: "", help: fullHelp() + shortHelp()}) {
		for l := range strings.Lines(c.usage() + c.help) {
			if n := textWidth(strings.TrimSuffix(l, "\n")); n > 80 {
				t.Errorf("help of %q: a line of %d columns: %s", c.name, n, l)
			}
		}
		for _, flag := range regexp.MustCompile(`--[a-z]+`).FindAllString(c.arguments, -1) {
			if c.summary != plannedSummary && !strings.Contains(c.help, "\n  "+flag) {
				t.Errorf("help of %s does not explain %s", c.name, flag)
			}
		}
		if c.summary == "" && c.name != "" {
			t.Errorf("%s has no summary", c.name)
		}
	}
}
