package apertium

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// shown writes parts with what is shielded in ⟦⟧.
func shown(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.shielded {
			b.WriteString("⟦" + p.text + "⟧")
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

func TestShield(t *testing.T) {
	long := strings.Repeat("ж", maxField)
	cases := []struct{ name, text, want string }{
		{"words", "Новы мост, стары дом.", "Новы мост, стары дом."},
		{"URL in parentheses", "мост (https://a.by/x?y=1).", "мост (⟦https://a.by/x?y=1⟧)."},
		{"URL with parentheses", "https://a.by/Мост_(Ліда), так", "⟦https://a.by/Мост_(Ліда)⟧, так"},
		{"URL in capitals", "HTTPS://A.BY!", "⟦HTTPS://A.BY⟧!"},
		{"www", "гл. www.a.by/навіны.", "гл. ⟦www.a.by/навіны⟧."},
		{"host", "на lida.example.by, у", "на ⟦lida.example.by⟧, у"},
		{"host and path", "(lida.by/rada)", "(⟦lida.by/rada⟧)"},
		{"Cyrillic host", "«ліда.бел», прэзідэнт.рф/а", "«⟦ліда.бел⟧», ⟦прэзідэнт.рф/а⟧"},
		{"not a Cyrillic host", "хлеб.белы", "хлеб.белы"},
		{"mail", "rada.lida@a-b.by.", "⟦rada.lida@a-b.by⟧."},
		{"hashtag and account", "#новы_мост і @lida_by", "⟦#новы_мост⟧ і ⟦@lida_by⟧"},
		{"abbreviations", "т. д., U.S. і 3.5", "т. д., U.S. і 3.5"},
		{"reserved", `[a]{b}^c$ <d>/e*~#+\`, `⟦[⟧a⟦]{⟧b⟦}^⟧c⟦$⟧ ⟦<⟧d⟦>/⟧e⟦*~#+\⟧`},
		{"side by side", "a.by\n*b", "⟦a.by\n*⟧b"},
		{"white space", " а  б\tв\nг\u00A0д ", "⟦ ⟧а⟦  ⟧б⟦\t⟧в⟦\n⟧г\u00A0д⟦ ⟧"},
		{"a long word", long + " " + long[:maxField], "⟦" + long + "⟧ " + long[:maxField]},
		{"nothing", "", ""},
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.want, shown(shield(c.text))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestCutEndsPiecesWithSentences(t *testing.T) {
	sentence := "Дом стаіць ля ракі, і «ўсе» яго бачаць!» "
	pieces := slices.Collect(cut(strings.Repeat(sentence, 500)))
	if len(pieces) < 2 {
		t.Fatalf("%d pieces", len(pieces))
	}
	for i, p := range pieces {
		if len(p) > maxPiece || i < len(pieces)-1 && !strings.HasSuffix(p, "бачаць!»") {
			t.Errorf("piece %d of %d bytes ends in %q", i, len(p), p[max(0, len(p)-30):])
		}
	}
}

func TestCutKeepsWordsWhole(t *testing.T) {
	words := strings.Fields(strings.Repeat("слова ", 3000) + strings.Repeat("я", 9000) + strings.Repeat(" адно", 2000))
	var got []string
	for p := range cut(strings.Join(words, " ")) {
		got = append(got, strings.Fields(p)...)
	}
	if diff := cmp.Diff(words, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestShortU(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"after a vowel", "рака у лесе і усе", "рака ў лесе і ўсе"},
		{"after a consonant", "горад у лесе", "горад у лесе"},
		{"at the start", "у лесе", "у лесе"},
		{"after a comma", "рака, у лесе", "рака, у лесе"},
		{"after a dash", "рака — у лесе; рака - у лесе", "рака — у лесе; рака - у лесе"},
		{"after a quotation mark", "«рака» у лесе", "«рака» у лесе"},
		{"after a number", "у 2020 у лесе", "у 2020 у лесе"},
		{"after a no-break blank", "рака\u00A0у\u00A0лесе", "рака\u00A0ў\u00A0лесе"},
		{"after a hyphen", "па-украінску", "па-ўкраінску"},
		{"twice", "на у у", "на ў у"},
		{"within a word", "навука, паук, аул", "навука, паук, аул"},
		{"a name", "для Украіны, каля Уздзенкі", "для Украіны, каля Уздзенкі"},
		{"a new sentence", "рака У лесе", "рака У лесе"},
		{"capitals", "ГАЛОЎНАЕ У СВЕЦЕ", "ГАЛОЎНАЕ Ў СВЕЦЕ"},
		{"an abbreviation", "КАМАНДА УЕФА", "КАМАНДА УЕФА"},
		{"stressed", "старая урна і унія", "старая урна і унія"},
	}
	for _, c := range cases {
		if got := shortU(c.text); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestReader(t *testing.T) {
	cases := []struct {
		name, answer, want, err string
		words, unknown          int64
	}{
		{"marks", "*адзін #два @тры", "адзін два тры", "", 3, 3},
		{"escapes", `слова \[ \\ \*`, `слова [ \ *`, "", 1, 0},
		{"forms to choose from", `адзін\/адна/адно, два`, "адзін, два", "", 2, 0},
		{"shields", "[7.0]слова [7.1]", "<a>слова <b>", "", 1, 0},
		{"compound words", "сям'я-дружына", "сям'я-дружына", "", 1, 0},
		{"shields in another order", "[7.1]слова [7.0]", "", "another order", 0, 0},
		{"a shield too few", "[7.0]слова", "", "lacks", 0, 0},
		{"a shield too many", "[7.0]слова[7.1][7.2]", "", "another order", 0, 0},
		{"a shield of another frame", "[6.0]слова[6.1]", "", "another order", 0, 0},
		{"a shield that does not end", "[7.0", "", "lacks", 0, 0},
		{"analyses", "^слова<n>$", "", "analyses", 0, 0},
		{"nothing", "[7.0] . [7.1]", "", "empty", 0, 0},
		{"an escape at the end", `[7.0]слова[7.1]\`, "<a>слова<b>", "", 1, 0},
	}
	for _, c := range cases {
		r := reader{frame: 7}
		if strings.Contains(c.answer, "[7.") || strings.Contains(c.answer, "[6.") {
			r.shielded = []string{"<a>", "<b>"}
		}
		err := r.read(c.answer)
		if (err != nil) != (c.err != "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.err)
		}
		if c.err == "" && (r.out.String() != c.want || r.words != c.words || r.unknown != c.unknown) {
			t.Errorf("%s: got %q, %d words, %d unknown", c.name, r.out.String(), r.words, r.unknown)
		}
	}
}

func TestParseMode(t *testing.T) {
	cases := []struct {
		name, text string
		want       [][]string
		err        string
	}{
		{"a pipe", "a -w '/x y/z' | b $1\t\"q\"|c\n", [][]string{{"a", "-w", "/x y/z"}, {"b", "$1", "q"}, {"c"}}, ""},
		{"quotes within a word", `a x'y z'w ''`, [][]string{{"a", "xy zw", ""}}, ""},
		{"a quote left open", "a 'b", nil, "not closed"},
		{"no program", "a | | b", nil, "no name"},
		{"nothing", " ", nil, "no name"},
		{"more than a pipe", "a; rm b", nil, "not expected"},
		{"two lines", "a\nb", nil, "not expected"},
	}
	for _, c := range cases {
		got, err := parseMode(c.text)
		if (err != nil) != (c.err != "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.err)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestAdapt(t *testing.T) {
	var got [][]string
	for _, s := range adapt([][]string{{"lt-proc", "-w", "a"}, {"cg-proc", "-w", "b"}, {"/bin/apertium-tagger", "-g", "$2", "c"}, {"lt-proc", "$1", "d"}}) {
		got = append(got, s.args)
	}
	want := [][]string{{"lt-proc", "-z", "-w", "a"}, {"cg-proc", "-z", "-1", "-n", "-w", "b"}, {"lt-proc", "-z", "-g", "d"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzFrame holds that pieces and their parts join to the text, that nothing in a frame but shields is reserved, and
// that a pipe which changes nothing gives back what was prepared.
func FuzzFrame(f *testing.F) {
	for _, s := range []string{"слова https://a.by/[x]* і\n\n#тэг", `\[]{}^$/@<>*~`, "а\u0301й\u0306 \xff", "(ліда.бел), [1.0]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		pieces, of := cutAll([]string{text})
		var all strings.Builder
		for i, p := range pieces {
			want := ""
			for _, part := range p.parts {
				all.WriteString(part.text)
				if part.shielded {
					want += part.text
				} else {
					want += prepare(part.text)
				}
			}
			if p.done {
				continue
			}
			fr := p.frame(i)
			if err := p.take(fr, strings.TrimSuffix(fr.body, "\x00"), &direction{pair: fromBelarusian()}); err != nil || p.bad != nil {
				t.Fatalf("%q: %v, %v", fr.body, err, p.bad)
			}
			if p.translation != want {
				t.Fatalf("got %q, want %q", p.translation, want)
			}
		}
		if want := strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "\uFFFD"); all.String() != want {
			t.Fatalf("pieces join to %q, want %q", all.String(), want)
		}
		joinAll(1, pieces, of)
	})
}

// FuzzReader holds that any answer is read or refused.
func FuzzReader(f *testing.F) {
	for _, s := range []string{`*слова\/б [0.0] \`, "[0.0", "^а$", "\\\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, answer string) {
		r := reader{shielded: []string{"https://a.by"}, belarusian: true}
		if err := r.read(answer); err == nil && !strings.Contains(r.out.String(), "https://a.by") {
			t.Errorf("%q lost the address: %q", answer, r.out.String())
		}
	})
}

// FuzzShortU holds that nothing but у changes, and nothing more the second time.
func FuzzShortU(f *testing.F) {
	for _, s := range []string{"рака у лесе", "А У Я", "па-у а'у\u0301", "\xff у"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("an answer is read rune by rune and always valid")
		}
		got := shortU(s)
		if back := strings.NewReplacer("ў", "у", "Ў", "У"); back.Replace(got) != back.Replace(s) {
			t.Errorf("%q became %q", s, got)
		}
		if again := shortU(got); again != got {
			t.Errorf("%q, then %q", got, again)
		}
	})
}

// FuzzParseMode holds that every stage of a mode that is accepted has a program.
func FuzzParseMode(f *testing.F) {
	for _, s := range []string{"a 'b' | c", "a '' \"|\"", "'", "|"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		stages, err := parseMode(text)
		if err != nil {
			return
		}
		for _, s := range adapt(stages) {
			if s.args[0] == "" {
				t.Errorf("%q: %q", text, stages)
			}
		}
	})
}
