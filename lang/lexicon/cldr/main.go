// Command cldr writes cldr.tsv, the names of record of the lexicon, from Unicode's CLDR: territories, languages, months,
// weekdays, currencies, units, and the cities that stand for time zones.
//
// It reads four packages of CLDR from a folder, each in a folder of its own name. In an empty folder FOLDER, get them so:
//
//	for p in localenames dates units numbers; do
//	  npm pack cldr-$p-full@48.2.0
//	  mkdir cldr-$p-full && tar xzf cldr-$p-full-48.2.0.tgz -C cldr-$p-full --strip-components=1
//	done
//
// Then, in the repository: go run ./lang/lexicon/cldr FOLDER > lang/lexicon/cldr.tsv
//
// The data are Unicode's, under the licence that stands in lang/lexicon/UNICODE-LICENSE.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: cldr FOLDER (the folder that holds cldr-localenames-full and the other packages)")
		os.Exit(2)
	}
	out := bufio.NewWriter(os.Stdout)
	if err := errors.Join(run(os.DirFS(os.Args[1]), out), out.Flush()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// names are the variants of names in one language, by CLDR's key for what is named.
type names map[string][]string

// section is a part of the output.
type section struct {
	title string
	read  func(packages fs.FS, locale string) (names, error)
}

func sections() []section {
	return []section{
		{"Territories", territories},
		{"Languages, and adjectives of peoples", languages},
		{"Months", months},
		{"Weekdays", weekdays},
		{"Weekdays abbreviated, apart: English ones are words of their own (sun, sat, wed)", shortWeekdays},
		{"Currencies", currencies},
		{"Currencies by their nouns alone", currencyNouns},
		{"Units", units},
		{"Cities, islands and stations that stand for time zones", cities},
	}
}

func run(packages fs.FS, w io.Writer) error {
	version, err := version(packages)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "# Names of record from Unicode CLDR %s (npm: cldr-localenames-full, cldr-dates-full, cldr-units-full,\n", version)
	fmt.Fprint(w, "# cldr-numbers-full). Licence: Unicode-3.0, see UNICODE-LICENSE. Written by lang/lexicon/cldr; do not edit.\n")
	written := &lines{at: map[string]int{}}
	for _, s := range sections() {
		if err := written.section(packages, s); err != nil {
			return fmt.Errorf("%s: %w", s.title, err)
		}
	}
	_, err = written.WriteTo(w)
	return err
}
