package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"triptych/align"
	"triptych/article"
	"triptych/lang"
)

// version makes a version of paragraphs; a first paragraph that begins with "#" is a headline, with "@" a date line.
func version(key string, paragraphs ...string) article.Version {
	roles := map[int]article.Role{}
	for i, p := range paragraphs {
		switch {
		case strings.HasPrefix(p, "#"):
			roles[i], paragraphs[i] = article.RoleHeadline, p[1:]
		case strings.HasPrefix(p, "@"):
			roles[i], paragraphs[i] = article.RoleDate, p[1:]
		}
	}
	v := article.New(paragraphs)
	v.Key = key
	v.Language, _ = lang.Parse(strings.TrimRight(key, ".23"))
	for i, role := range roles {
		v.Paragraphs[i].Role = role
	}
	return v
}

// report compares versions tied as the notation says, by paragraphs and by sentences.
func report(t testing.TB, paragraphs, sentences string, versions ...article.Version) *Report {
	t.Helper()
	var l align.Levels
	var err error
	if l.Paragraphs, err = align.Parse(paragraphs); err != nil {
		t.Fatal(err)
	}
	if l.Sentences, err = align.Parse(sentences); err != nil {
		t.Fatal(err)
	}
	a := &article.Article{Versions: versions}
	var ps, ss []int
	for i := range versions {
		ps, ss = append(ps, len(versions[i].Paragraphs)), append(ss, len(versions[i].Sentences))
	}
	if err := l.Paragraphs.Check(ps); err != nil {
		t.Fatalf("paragraphs: %v", err)
	}
	if err := l.Sentences.Check(ss); err != nil {
		t.Fatalf("sentences: %v", err)
	}
	return Compare(a, l)
}

// line writes a difference as a test reads it: kind, severity, bead, note, then its marks.
func line(r *Report, d Difference) string {
	out := fmt.Sprintf("%s %s %d: %s", d.Kind, d.Severity, d.Bead, d.Note)
	for _, m := range d.Marks {
		odd := ""
		if m.Odd {
			odd = "!"
		}
		v := &r.Article.Versions[m.Version]
		out += fmt.Sprintf(" [%s%s %d %s]", v.Key, odd, m.Paragraph, v.Slice(m.Span))
	}
	return out
}

func lines(r *Report) []string {
	var out []string
	for _, d := range r.Differences() {
		out = append(out, line(r, d))
	}
	return out
}

func TestCompare(t *testing.T) {
	cases := []struct {
		name                  string
		paragraphs, sentences string
		versions              []article.Version
		want                  []string
	}{
		{
			name: "nothing differs", paragraphs: "0 | 0 | 0", sentences: "0 | 0 | 0",
			versions: []article.Version{version("en", "The mill ground 40 sacks."), version("ru", "Мельница смолола 40 мешков."), version("be", "Млын змалоў 40 мяхоў.")},
		},
		{
			name: "a number that differs in one of three", paragraphs: "0 | 0 | 0", sentences: "0 | 0 | 0",
			versions: []article.Version{version("en", "The mill ground 40 sacks."), version("ru", "Мельница смолола 40 мешков."), version("be", "Млын змалоў 45 мяхоў.")},
			want:     []string{"number high 0: 40 in English and Russian, 45 in Belarusian [en 0 40] [ru 0 40] [be! 0 45]"},
		},
		{
			name: "three numbers", paragraphs: "0 | 0 | 0", sentences: "0 | 0 | 0",
			versions: []article.Version{version("en", "It ground 40 sacks."), version("ru", "Смолола 41 мешок."), version("be", "Змалоў 45 мяхоў.")},
			want:     []string{"number high 0: 40 in English, 41 in Russian, 45 in Belarusian [en 0 40] [ru 0 41] [be 0 45]"},
		},
		{
			name: "a number in words agrees", paragraphs: "0 | 0", sentences: "0 | 0",
			versions: []article.Version{version("en", "It ground 1,500 sacks in twelve days."), version("ru", "За 12 дней смолото полторы тысячи мешков.")},
		},
		{
			name: "a number in another sentence of the paragraph agrees", paragraphs: "0 | 0", sentences: "0 | 0\n1 | 1",
			versions: []article.Version{version("en", "It ground 40 sacks. The miller was glad."), version("ru", "Мельница работала. Мельник был рад 40 мешкам.")},
		},
		{
			name: "a number that is not repeated", paragraphs: "0 | 0", sentences: "0 | 0",
			versions: []article.Version{version("en", "It ground 40 sacks."), version("ru", "Мельница смолола много мешков.")},
			want:     []string{"number medium 0: 40 in English, not in Russian [en 0 40]"},
		},
		{
			name: "a paragraph that one lacks", paragraphs: "0 | 0 | 0\n1 | 1 | -", sentences: "0 | 0 | 0\n1 | 1 | -",
			versions: []article.Version{version("en", "#Mill", "It works."), version("ru", "#Мельница", "Работает."), version("be", "#Млын")},
			want:     []string{"omission high 1: A paragraph is not in the Belarusian version [en 1 It works.] [ru 1 Работает.]"},
		},
		{
			name: "a paragraph that one alone has", paragraphs: "0 | 0 | 0\n- | 1 | -", sentences: "0 | 0 | 0\n- | 1 | -",
			versions: []article.Version{version("en", "#Mill"), version("ru", "#Мельница", "Работает."), version("be", "#Млын")},
			want:     []string{"omission high 1: A paragraph is in the Russian version only [ru 1 Работает.]"},
		},
		{
			name: "two versions", paragraphs: "0 | -\n1 | 0", sentences: "0 | -\n1 | 0",
			versions: []article.Version{version("en", "It works.", "It is old."), version("be", "Ён стары.")},
			want:     []string{"omission high 0: A paragraph is not in the Belarusian version [en 0 It works.]"},
		},
		{
			name: "a date line is never an omission", paragraphs: "0 | -\n1 | 0", sentences: "0 | -\n1 | 0",
			versions: []article.Version{version("en", "@Posted: 15.11.2024", "It is old."), version("be", "Ён стары.")},
		},
		{
			name: "date lines may differ", paragraphs: "0 | 0\n1 | 1", sentences: "0 | 0\n1 | 1",
			versions: []article.Version{version("en", "@Posted: 15.11.2024", "It is old."), version("be", "@16.11.2024", "Ён стары.")},
		},
		{
			name: "sentences that one lacks are one omission", paragraphs: "0 | 0", sentences: "0 | 0\n1 | -\n2 | -\n3 | 1",
			versions: []article.Version{version("en", "It works. It is 30 years old. It is red. It is loud."), version("ru", "Работает. Шумит.")},
			want:     []string{"omission medium 0: 2 sentences are not in the Russian version [en 0 It is 30 years old.] [en 0 It is red.]"},
		},
		{
			name: "a sentence of a paragraph that a third version lacks anyway", paragraphs: "0 | 0 | -", sentences: "0 | 0 | -\n1 | - | -",
			versions: []article.Version{version("en", "It works. It is red."), version("ru", "Работает."), {Key: "be", Language: lang.Belarusian}},
			want: []string{
				"omission high 0: A paragraph is not in the Belarusian version [en 0 It works. It is red.] [ru 0 Работает.]",
				"omission medium 0: A sentence is not in the Russian version [en 0 It is red.]",
			},
		},
		{
			name: "a sentence that may have been drawn into its neighbour weighs little", paragraphs: "0 | 0", sentences: "0 | -\n1 | 0",
			versions: []article.Version{version("en", "Only the geese are glad. They have come in thousands this spring."), version("ru", "Рады одни гуси: этой весной они прилетели сюда тысячами, как не прилетали давно.")},
			want:     []string{"omission low 0: A sentence is not in the Russian version [en 0 Only the geese are glad.]"},
		},
		{
			name: "words of two revisions", paragraphs: "0 | 0", sentences: "0 | 0",
			versions: []article.Version{version("en", "The mill was said to work well."), version("en.2", "The mill was claimed to work.")},
			want: []string{
				"wording medium 0: “said” became “claimed” [en 0 said] [en.2 0 claimed]",
				"wording medium 0: English 2 drops “well” [en 0 well]",
			},
		},
		{
			name: "marks and case are of little weight in a revision", paragraphs: "0 | 0", sentences: "0 | 0",
			versions: []article.Version{version("en", "The mill works, and well."), version("en.2", "The Mill works and well.")},
			want:     []string{"wording low 0: English 2 drops “,” [en 0 ,]"},
		},
		{
			name: "a number in a revision is a number", paragraphs: "0 | 0", sentences: "0 | 0",
			versions: []article.Version{version("ru", "Мельница смолола 40 мешков зерна."), version("ru.2", "Мельница смолола 45 мешков зерна.")},
			want:     []string{"number high 0: 40 in Russian, 45 in Russian 2 [ru 0 40] [ru.2 0 45]"},
		},
		{
			name: "a rewritten paragraph is one difference", paragraphs: "0 | 0", sentences: "0 | 0",
			versions: []article.Version{version("en", "The mill by the river works."), version("en.2", "Nobody knows when grinding will begin again.")},
			want: []string{"wording medium 0: “The mill by the river works.” became “Nobody knows when grinding will begin again.”" +
				" [en 0 The mill by the river works.] [en.2 0 Nobody knows when grinding will begin again.]"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := lines(report(t, c.paragraphs, c.sentences, c.versions...))
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

func TestIdentitySurvivesRealignment(t *testing.T) {
	en := version("en", "#Mill", "It ground 40 sacks.", "It is red.")
	ru := version("ru", "#Мельница", "Смолола 41 мешок.", "Она красная.")
	one := report(t, "0 | 0\n1 | 1\n2 | 2", "0 | 0\n1 | 1\n2 | 2", en, ru)
	two := report(t, "0 | 0\n1 2 | 1 2", "0 | 0\n1 | 1\n2 | 2", en, ru)
	if a, b := one.Differences()[0], two.Differences()[0]; a.ID != b.ID || a.ID == "" {
		t.Errorf("%q became %q", a.ID, b.ID)
	}
}

func TestEqualDifferencesHaveTheirOwnIdentities(t *testing.T) {
	en := version("en", "It ground 40 sacks.", "It ground 40 sacks.")
	ru := version("ru", "Смолола 41 мешок.", "Смолола 41 мешок.")
	got := report(t, "0 | 0\n1 | 1", "0 | 0\n1 | 1", en, ru).Differences()
	if len(got) != 2 || got[0].ID == got[1].ID {
		t.Errorf("identities of %d differences: %v", len(got), got)
	}
}
