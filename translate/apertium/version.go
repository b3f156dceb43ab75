package apertium

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// treatment changes with what this package itself does to a text before and after Apertium has it.
const treatment = 1

// versionOf hashes programs and data, so that two machines with the same packages agree, and any update shows. (What the
// programs say of their version does not change with the dictionaries.) A file that cannot be read counts as empty: the
// pipe that needs it does not start, and nothing is remembered under that version.
func versionOf(directions []*direction) string {
	sum := sha256.New()
	fmt.Fprintln(sum, treatment)
	for _, d := range directions {
		for _, s := range d.mode.stages {
			fmt.Fprintln(sum, strings.Join(s.args[1:], " "))
		}
	}
	for _, file := range filesOf(directions) {
		fmt.Fprintln(sum, file)
		if f, err := os.Open(file); err == nil {
			_, _ = io.Copy(sum, f)
			_ = f.Close()
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:6])
}

func filesOf(directions []*direction) []string {
	var files []string
	for _, d := range directions {
		files = append(files, d.mode.files()...)
	}
	slices.Sort(files)
	return slices.Compact(files)
}
