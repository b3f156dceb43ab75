package ui

import (
	"strings"
	"testing"

	"triptych/align"
	"triptych/article"
	"triptych/compare"
	"triptych/lang"
	"triptych/workbench"
)

// explained is the library's article with evidence in row 3, a person's word on row 4 and row 5 moved.
func explained(t testing.TB) workbench.Compared {
	c := library(t)
	c.Rows[2].Bead.Evidence = []align.Evidence{
		{Kind: align.Value, Words: []string{"300", "300", "300"}},
		{Kind: align.Named, Words: []string{"Hlybokaye", "Глубокого", "Глыбокага"}},
		{Kind: align.Meaning, Words: []string{"library", "библиотека", "бібліятэка"}},
		{Kind: align.Value, Words: []string{"12,400", "12 400", ""}},
		{Kind: "rhyme", Words: []string{"", "открытия", "адкрыцця"}},
	}
	c.Rows[3].Bead.Fixed, c.Rows[3].Bead.Score = true, 0.1
	c.Rows[4].Bead.Moved = []int{2}
	difference(t, c.Report, 4, compare.Order, compare.Medium, "This passage stands elsewhere in the Belarusian version", nil,
		"", "", paragraphText(c.Article, 2, 3))
	return c
}

func TestWhyPassagesBelongTogether(t *testing.T) {
	p := serve(t, newUI(t, &bench{compared: explained(t)}), get("/sample"))
	p.wantText("[data-row=3] .why summary", "why: what ties row 3 together")
	p.wantText("[data-row=3] .ties p", "97 % sure that these passages belong together.")
	var got []string
	for _, div := range p.all("[data-row=3] .ties div") {
		got = append(got, text(div))
	}
	want := []string{"Numbers30012,400 12 400", "NamesHlybokaye Глубокого Глыбокага", "Words that mean the samelibrary библиотека бібліятэка", "Rhymeоткрытия адкрыцця"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("ties are %q, want %q", got, want)
	}
	for language, n := range map[string]int{"en": 4, "ru": 4, "be": 3} {
		p.wantCount("[data-row=3] .ties dd i[lang="+language+"]", n)
	}
}

func TestWhyWithoutWords(t *testing.T) {
	p := serve(t, newUI(t, &bench{compared: explained(t)}), get("/sample"))
	p.wantText("[data-row=2] .ties", "97 % sure that these passages belong together. They share no telling word: place and length tie them.")
	p.wantCount("[data-row=4] .why.doubt", 0)
	p.wantText("[data-row=4] .ties", "A person has confirmed that these passages belong together.")
}

func TestWhyOfAPassageThatStandsAlone(t *testing.T) {
	a := &article.Article{Versions: []article.Version{{Language: lang.English}, {Language: lang.Russian}}}
	w := newWhy(a, align.Bead{Sides: []article.Range{{Lo: 0, Hi: 1}, {}}, Score: 0.704})
	if !w.Alone || w.Percent != 70 || w.That != "only one version has this" {
		t.Errorf("got %+v", w)
	}
}

// The aside of a moved passage says all: its words are not marked, and on wide screens the note stays away.
func TestMovedPassage(t *testing.T) {
	p := serve(t, newUI(t, &bench{compared: explained(t)}), get("/sample"))
	p.wantText("[data-row=5] small.moved", "moved")
	p.wantText("[data-row=5] .v2 p.aside", "Stands elsewhere in this version, as paragraph 4")
	p.wantText("[data-row=5] .note.order.told .words", "Order: This passage stands elsewhere in the Belarusian version")
	p.wantCount("mark.order", 0)
	p.wantCount("[data-band=5] .tick.order", 1)
}
