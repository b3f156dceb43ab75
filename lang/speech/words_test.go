package speech

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
)

func TestDenials(t *testing.T) {
	// Plain denials stand in [ ], those of a clause in { }, soft ones in ( ).
	cases := []struct {
		tag        lang.Tag
		text, want string
	}{
		{lang.English, "He did not pay", "[not]"},
		{lang.English, "He didn't pay", "[didn't]"},
		{lang.English, "Nobody came", "{nobody}"},
		{lang.English, "not only bread but salt", "(not) (only)"},
		{lang.English, "They failed to come", "(failed)"},
		{lang.English, "an unhappy village", "(unhappy)"},
		{lang.English, "under the united union", ""},
		{lang.English, "Isn't it late?", "(isn't)"},
		{lang.English, "No, we go", ""},
		{lang.English, "whether or not to go", "(not)"},
		{lang.English, "It could not come at a worse time", "(not)"},
		{lang.Russian, "никто не пришёл", "{никто} [не]"},
		{lang.Russian, "не только хлеб, но и соль", "(не) (только)"},
		{lang.Russian, "не хотите ли чаю", "(не)"},
		{lang.Russian, "он не мог не прийти", "(не) [не]"},
		{lang.Russian, "не менее ста", "(не)"},
		{lang.Russian, "чуть не упал", "(не)"},
		{lang.Russian, "недавно в неделю", ""},
		{lang.Russian, "он отказался платить", "(отказался)"},
		{lang.Russian, "сведёт на нет", "(нет)"},
		{lang.Belarusian, "ніхто не прыйшоў", "{ніхто} [не]"},
		{lang.Belarusian, "ня ведаю", "[ня]"},
		{lang.Belarusian, "грошай няма", "{няма}"},
		{lang.Belarusian, "без вады", "(без)"},
		{lang.Belarusian, "бяз вады", "(бяз)"},
		{lang.Belarusian, "не толькі хлеб", "(не) (толькі)"},
		{lang.Belarusian, "ледзь не ўпаў", "(ледзь) (не)"},
	}
	brackets := map[DenialKind]string{Plain: "[]", Concord: "{}", Soft: "()"}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			words := Words(c.text, c.tag)
			var got []string
			for _, d := range Denials(words, c.tag) {
				b := brackets[d.Kind]
				got = append(got, b[:1]+words[d.At].Text+b[1:])
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("%s, want %s", s, c.want)
			}
		})
	}
}

func TestSaying(t *testing.T) {
	type verb struct {
		tag  lang.Tag
		word string
	}
	want := map[verb]Strength{
		{lang.English, "said"}: Neutral, {lang.Russian, "сообщила"}: Neutral, {lang.Belarusian, "паведаміў"}: Neutral,
		{lang.English, "claimed"}: Doubting, {lang.Russian, "утверждает"}: Asserting,
		{lang.English, "admitted"}: Conceding, {lang.Russian, "признался"}: Conceding, {lang.Belarusian, "прызнала"}: Conceding,
		{lang.English, "denies"}: Denying, {lang.Russian, "опровергли"}: Denying, {lang.Belarusian, "адмаўляе"}: Denying,
		{lang.English, "stressed"}: Stressing, {lang.Russian, "подчёркивает"}: Stressing, {lang.Belarusian, "падкрэсліў"}: Stressing,
	}
	got := map[verb]Strength{}
	for v := range want {
		if s, ok := Saying(lang.Fold(v.word), v.tag); ok {
			got[v] = s
		}
	}
	if !cmp.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
	for _, w := range []string{"продолжающийся", "словарь", "вода"} {
		if s, ok := Saying(w, lang.Russian); ok {
			t.Errorf("%s is a verb of saying: %v", w, s)
		}
	}
}

func TestModalAt(t *testing.T) {
	cases := []struct {
		tag  lang.Tag
		text string
		at   int
		want Mood
	}{
		{lang.English, "they must go", 1, Must},
		{lang.English, "they have to go", 1, Must},
		{lang.English, "they have money", 1, 0},
		{lang.English, "in early May he went", 2, 0},
		{lang.English, "he may go", 1, May},
		{lang.Russian, "он обязан уйти", 1, Must},
		{lang.Russian, "он может уйти", 1, May},
		{lang.Belarusian, "яму варта сысці", 1, Should},
		{lang.Belarusian, "ён мусіць сысці", 1, Must},
	}
	for _, c := range cases {
		if got, _ := ModalAt(Words(c.text, c.tag), c.at, c.tag); got != c.want {
			t.Errorf("%s: %v, want %v", c.text, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	var got []string
	for _, w := range Words("Сьвет, які-небудзь: аб'ява «Не»", lang.Belarusian) {
		s := w.Text
		if w.Stop {
			s = "|" + s
		}
		if w.Upper {
			s += "^"
		}
		got = append(got, s)
	}
	if want := []string{"|свет^", "|які-небудзь", "|аб'ява", "не^"}; !cmp.Equal(got, want) {
		t.Error(cmp.Diff(want, got))
	}
}

// Where two entries fit, the longer counts, whatever stands between them in the table.
func TestTablePrefersLongerEntries(t *testing.T) {
	table := tabulate(listing[int]{1, "a* abc"}, listing[int]{2, "abcd* abd"}, listing[int]{3, "b"})
	for word, want := range map[string]int{"a": 1, "ax": 1, "abc": 1, "abcdz": 2, "abce": 1, "abd": 2, "abdx": 1, "b": 3, "bx": 0, "": 0, "z": 0} {
		if got, _ := table.find(word); got != want {
			t.Errorf("%q: %d, want %d", word, got, want)
		}
	}
}
