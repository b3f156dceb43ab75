package speech

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
)

// shown writes quotations as a test reads them: each on its own, deeper ones with a > for each level, "~" at an end
// whose mark is missing.
func shown(text string, quotes []Quote) []string {
	var out []string
	for _, q := range quotes {
		s := strings.Repeat(">", q.Depth)
		if !q.Opened {
			s += "~"
		}
		s += text[q.Start:q.End]
		if !q.Closed {
			s += "~"
		}
		out = append(out, s)
	}
	return out
}

func TestQuotes(t *testing.T) {
	cases := []struct {
		name    string
		tag     lang.Tag
		carried bool
		text    string
		want    []string
	}{
		{name: "straight", tag: lang.English, text: `"The dam holds," said Zhuk. "We sleep at night."`, want: []string{"The dam holds,", "We sleep at night."}},
		{name: "curly", tag: lang.English, text: `He said “the dam holds” twice.`, want: []string{"the dam holds"}},
		{name: "guillemets", tag: lang.Russian, text: `Жук сказал: «Плотина держится».`, want: []string{"Плотина держится"}},
		{name: "low and high", tag: lang.Belarusian, text: `Жук сказаў: „Плаціна трымаецца“.`, want: []string{"Плаціна трымаецца"}},
		{name: "low and closing curly", tag: lang.Belarusian, text: `Жук сказаў: „Плаціна трымаецца”.`, want: []string{"Плаціна трымаецца"}},
		{name: "single, with apostrophes around", tag: lang.English, text: `The workers' leader said: 'We don't rest' and left.`, want: []string{"We don't rest"}},
		{name: "single with a plural's apostrophe", tag: lang.English, text: `She called it 'the millers' holiday' again.`, want: []string{"the millers' holiday"}},
		{name: "apostrophes only", tag: lang.English, text: `The millers' dogs don't bark in the '90s.`},
		{name: "apostrophe in a Belarusian word", tag: lang.Belarusian, text: `Сям'я з'ехала.`},
		{name: "doubled apostrophes", tag: lang.English, text: "''It holds,'' she said.", want: []string{"It holds,"}},
		{name: "inches", tag: lang.English, text: `A pipe of 12" burst.`, want: []string{}},
		{name: "an apostrophe typed as a quotation mark", tag: lang.English, text: `It was a coup d"etat.`},
		{name: "nested", tag: lang.Russian, text: `«Он крикнул: „Вода!“ — и убежал», — вспоминает Жук.`, want: []string{"Он крикнул: „Вода!“ — и убежал", ">Вода!"}},
		{name: "one mark closes two", tag: lang.Russian, text: `Жук сказал: «Мы ходим в клуб «Ветер».`, want: []string{"Мы ходим в клуб «Ветер", ">Ветер"}},
		{name: "guillemets facing the wrong way", tag: lang.Belarusian, text: `Клуб «Вецер« зачынены, клуб «Дождж» не.`, want: []string{"Вецер", "Дождж"}},
		{name: "a mark typed twice", tag: lang.Russian, text: `Книга ««Река» вышла.`, want: []string{"Река"}},
		{name: "opened, never closed", tag: lang.English, text: `Zhuk said: "The dam holds. We sleep.`, want: []string{"The dam holds. We sleep.~"}},
		{name: "closed, never opened", tag: lang.Russian, text: `Мы спим. Плотина держится», — сказал Жук.`, want: []string{"~Мы спим. Плотина держится"}},
		{name: "closed, never opened, after a colon", tag: lang.Belarusian, text: `Жук сказаў: Плаціна трымаецца.»`, want: []string{"~Плаціна трымаецца."}},
		{name: "an author's words inside", tag: lang.Russian, text: `«Плотина держится, — сказал Жук. — Мы спим».`, want: []string{"Плотина держится,", "Мы спим"}},
		{name: "an author's words inside, closed before them", tag: lang.Belarusian, text: `«Плаціна трымаецца, — кажа яна. Спяць усе.`, want: []string{"Плаціна трымаецца,"}},
		{name: "a dash that is no author's", tag: lang.Russian, text: `«Плотина, говорят, — это надолго», — сказал Жук.`, want: []string{"Плотина, говорят, — это надолго"}},
		{name: "dialogue after a dash", tag: lang.Belarusian, text: `— Плаціна трымаецца, — адказаў Жук. — Спіце.`, want: []string{"Плаціна трымаецца,", "Спіце."}},
		{name: "a list is no dialogue", tag: lang.Russian, text: `— мука, пять мешков`},
		{name: "carried on, Russian", tag: lang.Russian, carried: true, text: `Мы спим спокойно.`, want: []string{"~Мы спим спокойно.~"}},
		{name: "carried on up to the author", tag: lang.Russian, carried: true, text: `Мы спим спокойно, — говорит Жук.`, want: []string{"~Мы спим спокойно,"}},
		{name: "English opens each paragraph anew", tag: lang.English, carried: true, text: `The village sleeps.`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := shown(c.text, quotes(c.text, c.tag, c.carried))
			if len(got)+len(c.want) > 0 && !cmp.Equal(got, c.want) {
				t.Error(cmp.Diff(c.want, got))
			}
		})
	}
}

func TestUnfinished(t *testing.T) {
	for text, want := range map[string]bool{
		`"The dam holds.`:           true,
		`"The dam holds," he said.`: false,
		`The dam holds.`:            false,
		`«Он сказал: „Стой“. Потом`: true,
	} {
		if got := Unfinished(text, Quotes(text, lang.English)); got != want {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}

func FuzzQuotes(f *testing.F) {
	for _, s := range []string{
		`"A," said B. "C."`, `«А, — сказал Б. — В»`, `„А“ «Б «В»`, `'don't' ’’ ‘a’ 12" d"e`, "— А, — сказал он. — Б.", `»»»«««""""`, "\xff\"\xfe'", `: ". "`,
		"''a`` ‚b‘ ‹c›", `«а? — сказал» — он!»`,
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, carried bool) {
		for _, tag := range lang.Served() {
			last := 0
			for _, q := range quotes(s, tag, carried) {
				if q.Start < 0 || q.End > len(s) || q.Start >= q.End || q.Depth < 0 || q.Depth > deepest {
					t.Fatalf("%+v in %d bytes", q, len(s))
				}
				if q.Start < last {
					t.Fatalf("%+v stands before one at %d", q, last)
				}
				last = q.Start
				if utf8.ValidString(s) && !utf8.ValidString(s[q.Start:q.End]) {
					t.Fatalf("%+v cuts a character", q)
				}
			}
		}
	})
}

// A text of nothing but marks must not take time that grows with its square.
func TestQuotesOfManyMarks(t *testing.T) {
	for _, s := range []string{`»а `, `«а `, `"а `, `'a`, `' `, `«а, — сказал он. — `} {
		text := strings.Repeat(s, 20000)
		if got := Quotes(text, lang.Russian); len(got) > (deepest+1)*20000 {
			t.Errorf("%q: %d quotations", s, len(got))
		}
	}
}

func BenchmarkQuotes(b *testing.B) {
	text := strings.Repeat(`«Плотина держится, — сказал Жук. — Мы спим». The dam "holds," he said. `, 10)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Quotes(text, lang.Russian)
	}
}
