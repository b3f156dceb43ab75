// Command build writes lexicon.bin from the .tsv files of the folder that it is run in: go generate ./lang/lexicon.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"triptych/lang/lexicon"
)

func main() {
	if err := run("."); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.tsv"))
	if err != nil {
		return err
	}
	source := lexicon.NewSource()
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		err = source.Read(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	fmt.Printf("%d senses from %d files\n", source.Len(), len(files))
	return os.WriteFile(filepath.Join(folder, "lexicon.bin"), lexicon.Write(source.Senses()), 0o644)
}
