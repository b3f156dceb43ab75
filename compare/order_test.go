package compare

import (
	"slices"
	"strings"
	"testing"

	"triptych/align"
	"triptych/article"
)

func TestOrder(t *testing.T) {
	const beads = "0 | 0 | 0\n1 | 1 | 2\n2 | 2 | 1"
	en := []string{"#Mill", "It works.", "It is old. It is red."}
	ru := []string{"#Мельница", "Работает.", "Старая и красная."}
	be := []string{"#Млын", "Стары і чырвоны.", "Працуе."}
	for _, c := range []struct {
		name  string
		moved []int
		role  article.Role
		want  []string
	}{
		{"in one version", []int{2}, article.RoleBody,
			[]string{"order medium 2: This passage stands elsewhere in the Belarusian version [be 1 Стары і чырвоны.]"}},
		{"in two", []int{0, 2}, article.RoleBody,
			[]string{"order medium 2: This passage stands elsewhere in the English and Belarusian versions" +
				" [en 2 It is old. It is red.] [be 1 Стары і чырвоны.]"}},
		{"a date line may stand anywhere", []int{2}, article.RoleDate, nil},
		{"in its place", nil, article.RoleBody, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &article.Article{Versions: []article.Version{version("en", slices.Clone(en)...), version("ru", slices.Clone(ru)...), version("be", slices.Clone(be)...)}}
			a.Versions[0].Paragraphs[2].Role, a.Versions[1].Paragraphs[2].Role, a.Versions[2].Paragraphs[1].Role = c.role, c.role, c.role
			var l align.Levels
			var err error
			if l.Paragraphs, err = align.Parse(beads); err != nil {
				t.Fatal(err)
			}
			l.Paragraphs.Beads[2].Moved = c.moved
			if got := lines(Compare(a, l)); !slices.Equal(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

// Every paragraph of a moved block is marked, and the block is one passage.
func TestOrderOfABlock(t *testing.T) {
	a := &article.Article{Versions: []article.Version{version("en", "It works.", "It is old."), version("be", "Стары.", "Стаіць ля ракі.", "Працуе.")}}
	paragraphs, err := align.Parse("0 | 2\n1 | 0 1")
	if err != nil {
		t.Fatal(err)
	}
	paragraphs.Beads[1].Moved = []int{1}
	r := Compare(a, align.Levels{Paragraphs: paragraphs})
	want := []string{"order medium 1: This passage stands elsewhere in the Belarusian version [be 0 Стары.] [be 1 Стаіць ля ракі.]"}
	if got := lines(r); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	var said strings.Builder
	for _, p := range r.Summary() {
		said.WriteString(p.Text)
	}
	if want := "One passage stands elsewhere."; said.String() != want {
		t.Errorf("the summary says %q, want %q", said.String(), want)
	}
}
