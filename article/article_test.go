package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sample() Version {
	return New([]string{"Паром вернулся", "Паром «Волна» пришёл в порт. Все живы.", "Капитан молчит."})
}

func TestNew(t *testing.T) {
	v := sample()
	if err := v.Check(); err != nil {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for i, s := range v.Sentences {
		p := v.Paragraph(s.Paragraph)
		got[p] = append(got[p], v.Sentence(i))
	}
	want := map[string][]string{
		"Паром вернулся":                         {"Паром вернулся"},
		"Паром «Волна» пришёл в порт. Все живы.": {"Паром «Волна» пришёл в порт.", "Все живы."},
		"Капитан молчит.":                        {"Капитан молчит."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sentences by paragraph (-want +got):\n%s", diff)
	}
	if v.Paragraphs[1].Sentences != (Range{1, 3}) {
		t.Errorf("paragraph 1 has sentences %v, want 1 to 2", v.Paragraphs[1].Sentences)
	}
	if n := v.WordCount(); n != 11 {
		t.Errorf("%d words, want 11", n)
	}
}

func TestNewOfNothing(t *testing.T) {
	v := New(nil)
	if err := v.Check(); err != nil || v.Text != "" || v.Title() != "" || v.WordCount() != 0 {
		t.Errorf("an empty version: %+v, %v", v, err)
	}
}

func TestTitle(t *testing.T) {
	v := sample()
	v.Paragraphs[0].Role = RoleDate
	if got := v.Title(); got != v.Paragraph(1) {
		t.Errorf("without a headline the title is %q", got)
	}
	v.Paragraphs[2].Role = RoleHeadline
	if got := v.Title(); got != v.Paragraph(2) {
		t.Errorf("the title is %q and not the headline", got)
	}
}

func TestCheckFindsDamage(t *testing.T) {
	tests := []struct {
		name, want string
		damage     func(*Version)
	}{
		{"text cut", "paragraph 2 spans", func(v *Version) { v.Text = v.Text[:len(v.Text)-1] }},
		{"text grown", "in no paragraph", func(v *Version) { v.Text += " ещё" }},
		{"broken character", "not UTF-8", func(v *Version) { v.Text = v.Text[1:] }},
		{"no blank line", "does not end with a blank line", func(v *Version) { v.Text = strings.Replace(v.Text, "\n\n", "\n ", 1) }},
		{"paragraphs overlap", "paragraph 1 spans", func(v *Version) { v.Paragraphs[1].Start-- }},
		{"empty paragraph", "paragraph 0 spans", func(v *Version) { v.Paragraphs[0].End = 0 }},
		{"sentences out of step", "paragraph 1 has sentences", func(v *Version) { v.Paragraphs[1].Sentences.Lo++ }},
		{"sentence elsewhere", "of paragraph 2", func(v *Version) { v.Sentences[1].Paragraph = 2 }},
		{"sentence inside a character", "inside a character", func(v *Version) { v.Sentences[2].End--; v.Sentences[2].End-- }},
		{"sentence lost", "in no sentence", func(v *Version) {
			v.Sentences = append(v.Sentences[:1:1], v.Sentences[2:]...)
			v.Paragraphs[1].Sentences.Hi--
			v.Paragraphs[2].Sentences = Range{2, 3}
		}},
		{"sentence too many", "in no paragraph", func(v *Version) { v.Sentences = append(v.Sentences, Sentence{}) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := sample()
			tt.damage(&v)
			if err := v.Check(); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
		})
	}
}

// BenchmarkNew has the same cost per byte at both sizes.
func BenchmarkNew(b *testing.B) {
	for name, n := range map[string]int{"100 paragraphs": 100, "10000 paragraphs": 10000} {
		paragraphs := make([]string, n)
		for i := range paragraphs {
			paragraphs[i] = "Паром «Волна» пришёл в порт в 18.00. На борту было 120 человек, все живы."
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(n * len(paragraphs[0])))
			for b.Loop() {
				New(paragraphs)
			}
		})
	}
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("Паром «Волна» пришёл в порт в 18.00. The ferry's crew is safe. ", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for range EachWord(text) {
		}
	}
}
