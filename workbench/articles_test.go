package workbench_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"triptych/align"
	"triptych/compare"
	"triptych/lang"
	"triptych/workbench"
)

// told is a detector that is never asked, for the tests that state every language.
type told struct{}

func (told) Detect(paragraphs []string) (lang.Guess, []lang.Guess) {
	return lang.Guess{Language: lang.Undetermined}, make([]lang.Guess, len(paragraphs))
}

const articles = "../testdata"

// folders lists the articles of the repository.
func folders(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(articles, "*", "differences.tsv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles under %s: %v", articles, err)
	}
	var out []string
	for _, f := range files {
		out = append(out, filepath.Base(filepath.Dir(f)))
	}
	return out
}

func read(t testing.TB, parts ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{articles}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func inputs(t testing.TB, folder string, keys ...string) []workbench.Input {
	t.Helper()
	var out []workbench.Input
	for _, key := range keys {
		tag, _, _ := strings.Cut(key, ".")
		out = append(out, workbench.Input{Name: key + ".txt", Language: lang.Tag(tag), Data: []byte(read(t, folder, key+".txt"))})
	}
	return out
}

func compared(t testing.TB, folder string, keys ...string) workbench.Compared {
	t.Helper()
	got, err := workbench.New(told{}).Compare(context.Background(), inputs(t, folder, keys...))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestArticlesAlignRight(t *testing.T) {
	sentences, wrong := 0, 0
	for _, folder := range folders(t) {
		t.Run(folder, func(t *testing.T) {
			got := compared(t, folder, "en", "ru", "be")
			for _, d := range beadsApart(got.Levels.Paragraphs, gold(t, folder, "paragraphs.beads")) {
				t.Errorf("paragraphs: %s", d)
			}
			want := gold(t, folder, "sentences.beads")
			apart := beadsApart(got.Levels.Sentences, want)
			sentences, wrong = sentences+len(want.Beads), wrong+len(apart)
			for _, d := range apart {
				t.Logf("sentences: %s", d)
			}
		})
	}
	// Every paragraph bead must be right; of the sentence beads, nine in ten.
	if t.Logf("%d sentence beads, %d wrong or missing", sentences, wrong); 10*wrong > sentences {
		t.Errorf("%d of %d sentence beads are wrong or missing", wrong, sentences)
	}
}

func gold(t *testing.T, folder, file string) align.Alignment {
	t.Helper()
	a, err := align.Parse(read(t, folder, file))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// beadsApart lists the beads that stand in one alignment only.
func beadsApart(got, want align.Alignment) []string {
	var out []string
	in := map[string]int{}
	for _, b := range want.Beads {
		in[b.String()]++
	}
	for _, b := range got.Beads {
		if in[b.String()]--; in[b.String()] < 0 {
			out = append(out, "wrong "+b.String())
		}
	}
	for _, b := range want.Beads {
		if in[b.String()] > 0 {
			out = append(out, "missing "+b.String())
		}
	}
	return out
}

// planted is a line of differences.tsv.
type planted struct {
	kind, severity string
	bead           int
	texts          map[string]string // by version
}

func plants(t *testing.T, file string) []planted {
	t.Helper()
	var out []planted
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		bead, err := strconv.Atoi(f[2])
		if err != nil || len(f) < 4 {
			t.Fatalf("%q is not a difference", line)
		}
		p := planted{kind: f[0], severity: f[1], bead: bead, texts: map[string]string{}}
		for _, field := range f[3:] {
			version, text, _ := strings.Cut(field, "=")
			p.texts[version] = text
		}
		out = append(out, p)
	}
	return out
}

// is tells whether a difference is the planted one: its kind and bead, and in every version the marked words.
func (p planted) is(r *compare.Report, d compare.Difference) bool {
	if string(d.Kind) != p.kind || d.Bead != p.bead {
		return false
	}
	got := map[string]string{}
	for _, m := range d.Marks {
		v := &r.Article.Versions[m.Version]
		got[v.Key] = strings.TrimSpace(got[v.Key] + " " + v.Slice(m.Span))
	}
	for key, text := range p.texts {
		if p.kind == string(compare.Omission) && normal(got[key]) != normal(text) {
			return false
		}
		if !strings.Contains(normal(got[key]), normal(text)) {
			return false
		}
	}
	return len(got) == len(p.texts)
}

func normal(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestArticlesDifferWherePlanted(t *testing.T) {
	for _, folder := range folders(t) {
		t.Run(folder, func(t *testing.T) {
			got := compared(t, folder, "en", "ru", "be")
			want := plants(t, read(t, folder, "differences.tsv"))
			for _, d := range got.Differences() {
				if d.Severity == compare.Low {
					continue
				}
				i := slices.IndexFunc(want, func(p planted) bool { return p.is(got.Report, d) })
				if i < 0 {
					t.Errorf("not planted: %s", describe(got.Report, d))
					continue
				}
				want = slices.Delete(want, i, i+1)
			}
			for _, p := range want {
				t.Errorf("not found: %s in bead %d: %v", p.kind, p.bead, p.texts)
			}
		})
	}
}

func describe(r *compare.Report, d compare.Difference) string {
	out := fmt.Sprintf("%s %s in bead %d: %s", d.Severity, d.Kind, d.Bead, d.Note)
	for _, m := range d.Marks {
		v := &r.Article.Versions[m.Version]
		out += fmt.Sprintf(" [%s: %s]", v.Key, v.Slice(m.Span))
	}
	return out
}

func TestStrangersAreSaidToBe(t *testing.T) {
	all := folders(t)
	for i, folder := range all {
		other := all[(i+1)%len(all)]
		mixed := append(inputs(t, folder, "en"), inputs(t, other, "be")...)
		got, err := workbench.New(told{}).Align(context.Background(), mixed)
		if err != nil {
			t.Fatal(err)
		}
		if len(got.Warnings) != 2 || !strings.Contains(got.Warnings[0], "is it the same article?") {
			t.Errorf("%s in English with %s in Belarusian: warnings are %q", folder, other, got.Warnings)
		}
		if own := compared(t, folder, "en", "be"); len(own.Warnings) > 0 {
			t.Errorf("%s: warnings are %q", folder, own.Warnings)
		}
	}
}
