package export_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/export"
)

// TestDocumentsGolden writes a small report in the formats for people.
func TestDocumentsGolden(t *testing.T) {
	d := export.Lay(bridge(), true)
	d.Made = "Triptych test"
	d.Warnings = []string{"a <warning> with *stars*"}
	for name, write := range map[string]func(*strings.Builder) error{
		"report.md":   func(sb *strings.Builder) error { return export.WriteMarkdown(sb, d) },
		"report.html": func(sb *strings.Builder) error { return export.WriteHTML(sb, d) },
	} {
		t.Run(name, func(t *testing.T) {
			var got strings.Builder
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("run with -update if this is meant (-want +got):\n%s", diff)
			}
			if strings.Contains(got.String(), "<warning>") {
				t.Error("text is read as markup")
			}
		})
	}
}
