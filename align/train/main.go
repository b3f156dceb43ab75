// Command train learns the aligner's weights from texts with known alignment, and measures them.
//
//	go run ./align/train --data FOLDER [--data FOLDER …]           figures of the weights in use
//	go run ./align/train --data FOLDER … --folds 5                 figures cross-validated by document
//	go run ./align/train --data FOLDER … --learn --write align/learned.json
//
// A folder has cases in one of two shapes: CONDITION/DOCUMENT/ with en.txt, ru.txt, be.txt and gold.json (a list of
// beads, {"en":[0],"ru":[0,1],"be":[]}), or DOCUMENT/ with the same texts and paragraphs.beads in the notation of
// package align; the latter are the condition "newsroom".
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"triptych/align"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

type folders []string

func (f *folders) String() string { return strings.Join(*f, " ") }

func (f *folders) Set(s string) error {
	*f = append(*f, s)
	return nil
}

func run(args []string, out, progress io.Writer) error {
	var data folders
	set := flag.NewFlagSet("train", flag.ContinueOnError)
	set.Var(&data, "data", "folder of cases; may be given several times")
	folds := set.Int("folds", 0, "cross-validate by document in so many parts")
	learn := set.Bool("learn", false, "learn from all cases")
	rounds := set.Int("rounds", 6, "rounds of learning at the most")
	sample := set.Int("sample", 1, "learn from one case in so many only, to save time; measuring takes all")
	write := set.String("write", "", "file to write the learned weights to")
	weights := set.String("weights", "", "file of weights to begin with, instead of those in use")
	ablate := set.Bool("ablate", false, "measure with each signal off in turn, and two versions at a time")
	if err := set.Parse(args); err != nil {
		return err
	}
	if len(data) == 0 {
		return errors.New("no cases: say --data FOLDER")
	}
	cases, err := readCases(data)
	if err != nil {
		return err
	}
	t := align.NewTrainer(cases)
	log := func(round int, goal float64, w align.Weights) {
		fmt.Fprintf(progress, "round %d: %.4f\n", round, goal)
		if err := save(*write, w); err != nil {
			fmt.Fprintln(progress, err)
		}
	}
	w := align.Learned()
	if *weights != "" {
		if err := load(*weights, &w); err != nil {
			return err
		}
	}
	switch {
	case *ablate:
		return reportAblation(out, t, w)
	case *folds > 1:
		*write = ""
		report(out, crossValidate(t, w, *folds, *rounds, *sample, log))
		return nil
	case *learn:
		w = t.Learn(w, *rounds, func(c align.Case) bool { return sampled(c, *sample) }, log)
		t.Calibrate(&w, everything)
	}
	report(out, t.Measure(&w, everything))
	reportCalibration(out, t.Calibration(&w, everything))
	return save(*write, w)
}

func load(file string, w *align.Weights) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, w); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// save writes weights to a file; without a name it does nothing.
func save(file string, w align.Weights) error {
	if file == "" {
		return nil
	}
	text, err := json.MarshalIndent(w, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(text, '\n'), 0o644)
}

func everything(align.Case) bool { return true }

// crossValidate learns on all parts but one and measures on that one, for each part; the figures are means over the
// parts.
func crossValidate(t *align.Trainer, w align.Weights, folds, rounds, sample int, log func(int, float64, align.Weights)) map[string]align.Quality {
	sum, times := map[string]align.Quality{}, map[string]float64{}
	for fold := range folds {
		held := func(c align.Case) bool { return part(c.Document, folds) == fold }
		learned := t.Learn(w, rounds, func(c align.Case) bool { return !held(c) && sampled(c, sample) }, log)
		for group, q := range t.Measure(&learned, held) {
			s := sum[group]
			sum[group] = align.Quality{Strict: s.Strict + q.Strict, Null: s.Null + q.Null, Exact: s.Exact + q.Exact}
			times[group]++
		}
	}
	for group, s := range sum {
		n := times[group]
		sum[group] = align.Quality{Strict: s.Strict / n, Null: s.Null / n, Exact: s.Exact / n}
	}
	return sum
}

// sampled tells whether a case is one of those to learn from, one in so many.
func sampled(c align.Case, oneIn int) bool { return part(c.Group+"/"+c.Document, oneIn) == 0 }

// part is where a document belongs; the hash keeps it there whatever other documents there are.
func part(document string, folds int) int {
	h := fnv.New32a()
	h.Write([]byte(document))
	return int(h.Sum32() % uint32(folds))
}

func report(out io.Writer, groups map[string]align.Quality) {
	fmt.Fprintf(out, "%-12s %7s %7s %7s\n", "condition", "strict", "null", "exact")
	var mean align.Quality
	for _, group := range slices.Sorted(maps.Keys(groups)) {
		q := groups[group]
		fmt.Fprintf(out, "%-12s %7.3f %7.3f %7.3f\n", group, q.Strict, q.Null, q.Exact)
		n := float64(len(groups))
		mean = align.Quality{Strict: mean.Strict + q.Strict/n, Null: mean.Null + q.Null/n, Exact: mean.Exact + q.Exact/n}
	}
	fmt.Fprintf(out, "%-12s %7.3f %7.3f %7.3f\n", "mean", mean.Strict, mean.Null, mean.Exact)
}

// reportAblation prints the strict figure of every condition with all signals, with each off in turn, and from two
// versions at a time.
func reportAblation(out io.Writer, t *align.Trainer, w align.Weights) error {
	all := t.Measure(&w, everything)
	groups := slices.Sorted(maps.Keys(all))
	fmt.Fprintf(out, "%-14s", "")
	for _, g := range groups {
		fmt.Fprintf(out, " %10s", g)
	}
	fmt.Fprintf(out, " %6s %6s\n", "mean", "null")
	ablationRow(out, "all", groups, all)
	ablationRow(out, "two by two", groups, t.MeasurePairwise(&w, everything))
	for _, signal := range align.Signals() {
		less, err := w.Without(signal)
		if err != nil {
			return err
		}
		ablationRow(out, "no "+signal, groups, t.Measure(&less, everything))
	}
	return nil
}

func ablationRow(out io.Writer, name string, groups []string, q map[string]align.Quality) {
	fmt.Fprintf(out, "%-14s", name)
	strict, null := 0.0, 0.0
	for _, g := range groups {
		fmt.Fprintf(out, " %10.3f", q[g].Strict)
		strict += q[g].Strict / float64(len(groups))
		null += q[g].Null / float64(len(groups))
	}
	fmt.Fprintf(out, " %6.3f %6.3f\n", strict, null)
}

func reportCalibration(out io.Writer, bins []align.Bin) {
	fmt.Fprintf(out, "\n%-10s %6s %6s %6s\n", "score", "beads", "mean", "right")
	for _, b := range bins {
		if b.Beads > 0 {
			fmt.Fprintf(out, "%.1f to %.1f %6d %6.2f %6.2f\n", b.From, b.To, b.Beads, b.Mean, b.Right)
		}
	}
	fmt.Fprintf(out, "Brier score %.4f\n", align.Brier(bins))
}
