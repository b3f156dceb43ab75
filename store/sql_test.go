package store

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// statements is all SQL that both databases have to understand, by the file it stands in. What only SQLite needs is in
// sqlite.go.
func statements(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if source == "sqlite.go" || strings.HasSuffix(source, "_test.go") {
			continue
		}
		found[source] = queries(t, source)
	}
	scripts, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("%v, %v", scripts, err)
	}
	for _, script := range scripts {
		data, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		found[script] = []string{regexp.MustCompile(`--.*`).ReplaceAllString(string(data), "")}
	}
	return found
}

func queries(t *testing.T, source string) (list []string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(parsed, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && lit.Value[0] == '`' && !strings.Contains(lit.Value, `:"`) {
			text, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, text)
		}
		return true
	})
	return list
}

// onlySQLite is what PostgreSQL does not understand, or understands otherwise.
const onlySQLite = `(?i)\?|\bPRAGMA\b|\bAUTOINCREMENT\b|\bINTEGER\b|\bBLOB\b|\bDATETIME\b|\bBOOLEAN\b|\bTIMESTAMP\b|\bINSERT OR\b|` +
	`\bREPLACE INTO\b|\bIFNULL\b|\bLIKE\b|\bLOWER\(|\bMAX\([^)]*,|\bMIN\([^)]*,|\bdatetime\(|\bstrftime\(|\browid\b|\bGLOB\b|\bsqlite_|"|` + "`"

func TestSQLIsPortable(t *testing.T) {
	stranger := regexp.MustCompile(onlySQLite)
	placeholder := regexp.MustCompile(`\$\d+`)
	count := 0
	for file, list := range statements(t) {
		for _, sql := range list {
			count++
			if word := stranger.FindString(sql); word != "" {
				t.Errorf("%s: %q is not portable in: %s", file, word, sql)
			}
			for i, p := range placeholder.FindAllString(sql, -1) { // used once each, PostgreSQL never has to guess two types
				if p != "$"+strconv.Itoa(i+1) {
					t.Errorf("%s: placeholders out of order: %s", file, sql)
				}
			}
		}
	}
	if count < 10 {
		t.Errorf("only %d statements were found", count)
	}
}
