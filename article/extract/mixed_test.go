package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/article"
	"triptych/lang"
)

func TestSplit(t *testing.T) {
	const (
		be1, be2 = "З панядзелка аўтобус ідзе праз новы мост.", "Мост будавалі два гады, і ўсе яго чакалі."
		ru1, ru2 = "С понедельника автобус идёт через новый мост.", "Мост строили два года, и все его ждали."
		en       = "“The bridge is fine.”"
	)
	tests := []struct {
		name       string
		paragraphs []string
		languages  string // of the paragraphs
		want       string // versions parted by bars: language, then the numbers of its paragraphs
	}{
		{"one language", []string{"Новы мост", be1, be2}, "be be be", "be 0 1 2"},
		{"one after the other", []string{"Новы мост", be1, be2, "Новый мост", ru1, ru2}, "be be be ru ru ru", "be 0 1 2|ru 3 4 5"},
		{"by turns", []string{be1, ru1, be2, ru2}, "be ru be ru", "be 0 2|ru 1 3"},
		{"a date for all", []string{"15.11.2024", be1, ru1}, "- be ru", "be 0 1|ru 2"},
		{"a paragraph of unknown language stays", []string{be1, "2024", ru1, "№ 5"}, "be - ru und", "be 0 1|ru 2 3"},
		{"a quotation does not part a text", []string{be1, be2, en, be1, be2, be1}, "be be en be be be", "be 0 1 2 3 4 5"},
		{"nothing known", []string{be1, be2}, "- -", " 0 1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := article.New(tt.paragraphs)
			assignDates(&v)
			var tags []lang.Tag
			for _, f := range strings.Fields(tt.languages) {
				tags = append(tags, lang.Tag(strings.Trim(f, "-")))
			}
			var got []string
			for _, w := range Split(&v, tags) {
				if err := w.Check(); err != nil {
					t.Error(err)
				}
				got = append(got, numbersIn(&w, &v))
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
				t.Errorf("versions (-want +got):\n%s", diff)
			}
		})
	}
}

// numbersIn writes the language of a part and which paragraphs of the whole it has.
func numbersIn(part, whole *article.Version) string {
	line := string(part.Language)
	for i := range part.Paragraphs {
		for j := range whole.Paragraphs {
			if number := fmt.Sprintf(" %d", j); part.Paragraph(i) == whole.Paragraph(j) && !strings.Contains(line, number) {
				line += number
				break
			}
		}
	}
	return line
}

func TestSplitOfAPage(t *testing.T) {
	d, err := Read(readFile(t, "../../testdata/pages/two-languages/consulate.be.html"), Hint{MediaType: "text/html"})
	if err != nil {
		t.Fatal(err)
	}
	var tags []lang.Tag
	for i := range d.Version.Paragraphs {
		letters := lang.CountLetters(d.Version.Paragraph(i))
		tags = append(tags, letters.Guess(lang.Prior{}).Language)
	}
	versions := Split(&d.Version, tags)
	if len(versions) != 2 || versions[0].Language != lang.Belarusian || versions[1].Language != lang.Russian {
		t.Fatalf("%d versions", len(versions))
	}
	for _, v := range versions {
		if len(v.Paragraphs) != 5 || v.Paragraphs[0].Role != article.RoleHeadline {
			t.Errorf("%s has %d paragraphs and begins with the role %s", v.Language, len(v.Paragraphs), v.Paragraphs[0].Role)
		}
	}
}
