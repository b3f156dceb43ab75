package workbench_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"triptych/lang"
	"triptych/workbench"
)

// guesser is a detector that knows texts by a word in them.
type guesser map[string]lang.Tag

func (g guesser) Detect(paragraphs []string) (lang.Guess, []lang.Guess) {
	each := make([]lang.Guess, len(paragraphs))
	for i, p := range paragraphs {
		each[i] = g.guess(p)
	}
	return g.guess(strings.Join(paragraphs, " ")), each
}

func (g guesser) guess(text string) lang.Guess {
	for word, tag := range g {
		if strings.HasPrefix(text, word) {
			return lang.Guess{Language: tag, Confidence: 0.95}
		}
	}
	return lang.Guess{Language: lang.Undetermined}
}

func known() guesser {
	return guesser{"The": lang.English, "Мельница": lang.Russian, "Млын": lang.Belarusian, "Млин": "uk", "Die": "de"}
}

func text(s string) workbench.Input { return workbench.Input{Data: []byte(s)} }

func TestProblems(t *testing.T) {
	cases := []struct {
		name   string
		inputs []workbench.Input
		reason workbench.Reason
		says   string
	}{
		{"one version", []workbench.Input{text("The mill.")}, workbench.BadInput, "at least two"},
		{"none", nil, workbench.BadInput, "at least two"},
		{"nine versions", make([]workbench.Input, 9), workbench.BadInput, "at most 8"},
		{"empty text", []workbench.Input{text("The mill."), text(" \n ")}, workbench.BadInput, "version 2: "},
		{"binary", []workbench.Input{text("The mill."), {Name: "a.pdf", Data: []byte("%PDF-1.7\x00\x01")}}, workbench.BadInput, "a.pdf: "},
		{"another language", []workbench.Input{text("The mill."), {Name: "be.txt", Data: []byte("Млин старий.")}}, workbench.NotServed,
			"be.txt: this is Ukrainian; Triptych works with English, Russian and Belarusian"},
		{"no language", []workbench.Input{text("The mill."), text("12 345")}, workbench.NotServed, "state it"},
		{"an address", []workbench.Input{text("The mill."), {URL: "https://mill.example/ru"}}, workbench.NotYet, "https://mill.example/ru: addresses are not fetched here"},
		{"too long", []workbench.Input{text("The mill."), {Data: make([]byte, workbench.MaxBytes+1)}}, workbench.TooLarge, "16 MiB"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := workbench.New(known()).Compare(context.Background(), c.inputs)
			var p *workbench.Problem
			if !errors.As(err, &p) {
				t.Fatalf("got %v, want a problem", err)
			}
			if p.Reason != c.reason || !strings.Contains(p.Error(), c.says) {
				t.Errorf("got reason %d, %q; want %d, %q", p.Reason, p, c.reason, c.says)
			}
		})
	}
}

func TestVersionsAreNamed(t *testing.T) {
	got, err := workbench.New(known()).Align(context.Background(), []workbench.Input{
		text("Млын стары."), text("The mill is old."), text("The mill is very old."), {Language: "de", Data: []byte("Die Mühle ist alt.")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, v := range got.Article.Versions {
		keys = append(keys, v.Key)
	}
	if strings.Join(keys, " ") != "be en en.2 de" {
		t.Errorf("keys are %v", keys)
	}
	if len(got.Warnings) == 0 || !strings.Contains(got.Warnings[0], "has no words of German") {
		t.Errorf("warnings are %q", got.Warnings)
	}
}

func TestWarnings(t *testing.T) {
	cases := []struct {
		name   string
		inputs []workbench.Input
		says   string // "" for no warning
	}{
		{"nothing to say", []workbench.Input{text("The mill ground 40 sacks."), text("Мельница смолола 40 мешков.")}, ""},
		{"stated as another language", []workbench.Input{text("The mill."), {Name: "x.txt", Language: lang.Russian, Data: []byte("Млын стары.")}},
			"x.txt: stated as Russian, but it reads as Belarusian"},
		{"another article", []workbench.Input{text("The harvest was poor.\n\nThe farmers blame hail and frost."), text("Мельница сгорела 3 мая.\n\nМельница отстроена за два года на деньги бюджета.")},
			"is it the same article?"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := workbench.New(known()).Compare(context.Background(), c.inputs)
			if err != nil {
				t.Fatal(err)
			}
			all := strings.Join(got.Warnings, "\n")
			if (c.says == "") != (all == "") || !strings.Contains(all, c.says) {
				t.Errorf("warnings are %q, want %q", all, c.says)
			}
		})
	}
}

func TestDetect(t *testing.T) {
	got, err := workbench.New(known()).Detect(context.Background(), workbench.Input{Name: "x", Data: []byte("Млын стары.\n\nThe end.")})
	if err != nil {
		t.Fatal(err)
	}
	if got.Language != lang.Belarusian || got.Orthography != lang.Official || len(got.Paragraphs) != 2 || got.Paragraphs[1].Language != lang.English {
		t.Errorf("got %+v", got)
	}
}

func TestCancelledWorkStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := workbench.New(known()).Compare(ctx, []workbench.Input{text("The mill."), text("Млын.")})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
