package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

// invented is a small world in CLDR's form, and what the generator makes of it.
func invented(t *testing.T) (packages fstest.MapFS, want string) {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join("testdata", "invented.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	packages = fstest.MapFS{}
	for _, f := range archive.Files {
		packages[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	want = string(packages["want.tsv"].Data)
	return packages, want
}

func TestGeneratorWritesNamesOfRecord(t *testing.T) {
	packages, want := invented(t)
	var got bytes.Buffer
	if err := run(packages, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("lexicon of the invented world (-want +got):\n%s", diff)
	}
}

func TestGeneratorNamesWhatIsWrongWithThePackages(t *testing.T) {
	for _, c := range []struct{ name, file, data, want string }{
		{"a package of another version", "cldr-units-full/package.json", `{"version":"0.2.0"}`, "get all of one version"},
		{"a file that is no JSON", "cldr-dates-full/main/be/ca-gregorian.json", `{"main":`, "cldr-dates-full/main/be/ca-gregorian.json"},
		{"a file of another locale", "cldr-localenames-full/main/ru/territories.json", `{"main":{"uk":{}}}`, `no "ru" in it`},
		{"a value of another kind", "cldr-numbers-full/main/en/currencies.json", `{"main":{"en":[]}}`, `above "numbers"`},
		{"a zone of another kind", "cldr-dates-full/main/ru/timeZoneNames.json",
			`{"main":{"ru":{"dates":{"timeZoneNames":{"zone":{"Asia":7}}}}}}`, "zone Asia"},
	} {
		t.Run(c.name, func(t *testing.T) {
			packages, _ := invented(t)
			packages[c.file].Data = []byte(c.data)
			if err := run(packages, new(bytes.Buffer)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want one that says %q", err, c.want)
			}
		})
	}
	t.Run("an empty folder", func(t *testing.T) {
		err := run(fstest.MapFS{}, new(bytes.Buffer))
		if err == nil || !strings.Contains(err.Error(), "cldr-localenames-full/package.json") {
			t.Errorf("error is %v, want one that names the first file missed", err)
		}
	})
}

func TestNounStandsBeforeTheCountryOrLast(t *testing.T) {
	for name, want := range map[string]string{
		"Trinidad and Tobago dollar":     "dollar",
		"доллар Тринидада и Тобаго":      "доллар",
		"датская крона":                  "крона",
		"британский фунт стерлингов":     "фунт",
		"фунт вострава Святой Алены":     "фунт",
		"цэнтральнаафрыканскі франк КФА": "франк",
		"евро": "",
	} {
		if got := noun(name); got != want {
			t.Errorf("noun of %q is %q, want %q", name, got, want)
		}
	}
}
