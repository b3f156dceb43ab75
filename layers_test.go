package triptych_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms says which rooms of the house each room may import. It is a statement of policy: change it when the map
// changes, not to mend a build. "*" stands for everything.
const rooms = `
lang             :
lang/quantity    : lang
lang/name        : lang
lang/lexicon     : lang
lang/lexicon/build : lang/lexicon
lang/lexicon/cldr  :
lang/speech      : lang
lang/detect      : lang
article          : lang
article/extract  : lang lang/quantity article
align            : lang lang/quantity lang/name lang/lexicon article
align/train      : lang article align
compare          : lang lang/quantity lang/name lang/lexicon lang/speech article align
export           : lang article align compare
workbench        : lang lang/quantity lang/name lang/detect article article/extract article/fetch align compare export translate
web/api          : lang article align compare export workbench translate
web/ui           : lang article align compare export workbench translate .
web              : lang article align compare export workbench translate web/api web/ui web/dropin .
web/dropin       : lang translate workbench
translate        : lang
translate/translatetest : lang translate
translate/google : lang translate
translate/google/googletest :
translate/libre  : lang translate
translate/libre/libretest :
translate/apertium : lang translate
cache            :
store            :
article/fetch    : lang article article/extract
cmd/triptych     : *
.                :
`

// pure names the rooms that see no context, socket, database, file or clock.
const pure = `lang lang/quantity lang/name lang/speech article article/extract align compare export`

// impure names what a pure room may not import, and everything below it.
const impure = `context net os database time syscall log github.com/gin-gonic math/rand`

func TestRoomsImportOnlyWhatTheMapAllows(t *testing.T) {
	allowed := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(rooms)) {
		room, list, _ := strings.Cut(line, ":")
		allowed[strings.TrimSpace(room)] = strings.Fields(list)
	}
	seen := map[string]bool{}
	eachImport(t, func(file, room, imported string) {
		seen[room] = true
		may, listed := allowed[room]
		if !listed {
			t.Errorf("%s: room %q is not on the map", file, room)
			return
		}
		if own, ours := ownRoom(imported); ours {
			if !slices.Contains(may, own) && !slices.Contains(may, "*") {
				t.Errorf("%s: %s may not import %s", file, room, own)
			}
			return
		}
		if slices.Contains(strings.Fields(pure), room) && isImpure(imported) {
			t.Errorf("%s: %s is pure and may not import %s", file, room, imported)
		}
		if strings.Contains(imported, "lingua-go") && room != "lang/detect" {
			t.Errorf("%s: only lang/detect may link the language models", file)
		}
	})
	for room := range allowed {
		if !seen[room] {
			t.Errorf("room %q is on the map and has no files", room)
		}
	}
}

func ownRoom(imported string) (string, bool) {
	if imported == "triptych" {
		return ".", true
	}
	return strings.CutPrefix(imported, "triptych/")
}

// isImpure knows one exception: net/url reads addresses and opens nothing.
func isImpure(imported string) bool {
	if imported == "net/url" {
		return false
	}
	return slices.ContainsFunc(strings.Fields(impure), func(p string) bool {
		return imported == p || strings.HasPrefix(imported, p+"/")
	})
}

// eachImport visits every import of every file that is not a test. The files are read, not listed by the go command,
// so that a change in any of them makes a cached result stale.
func eachImport(t *testing.T, visit func(file, room, imported string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room := path.Dir(filepath.ToSlash(file))
		visit(file, room, "unsafe") // so that a file without imports is seen too
		for _, i := range parsed.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			visit(file, room, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
