package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
)

// version is the version that all four packages have.
func version(packages fs.FS) (string, error) {
	first := ""
	for _, name := range []string{"localenames", "dates", "units", "numbers"} {
		var about struct{ Version string }
		if err := decode(packages, path.Join("cldr-"+name+"-full", "package.json"), &about); err != nil {
			return "", err
		}
		if first == "" {
			first = about.Version
		}
		if about.Version != first {
			return "", fmt.Errorf("cldr-%s-full is of version %s, another package of %s: get all of one version", name, about.Version, first)
		}
	}
	return first, nil
}

func decode(packages fs.FS, file string, into any) error {
	data, err := fs.ReadFile(packages, file)
	if err != nil {
		return fmt.Errorf("read a package of CLDR: %w", err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	return nil
}

// read gives what stands under the keys of at in a locale's file of a package.
func read[T any](packages fs.FS, name, locale, file string, at ...string) (T, error) {
	var value T
	file = path.Join("cldr-"+name+"-full", "main", locale, file+".json")
	var all json.RawMessage
	if err := decode(packages, file, &all); err != nil {
		return value, err
	}
	for _, key := range append([]string{"main", locale}, at...) {
		var inner map[string]json.RawMessage
		if err := json.Unmarshal(all, &inner); err != nil {
			return value, fmt.Errorf("read %s, above %q: %w", file, key, err)
		}
		if inner[key] == nil {
			return value, fmt.Errorf("read %s: no %q in it", file, key)
		}
		all = inner[key]
	}
	if err := json.Unmarshal(all, &value); err != nil {
		return value, fmt.Errorf("read %s: %w", file, err)
	}
	return value, nil
}
