package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func texts(lines []line) []string {
	var out []string
	for _, l := range lines {
		var sb strings.Builder
		for _, p := range l {
			sb.WriteString(p.text)
		}
		out = append(out, sb.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  line
		lead  string
		width int
		want  []string
	}{
		{"fits", line{{"a short line", plain}}, "", 20, []string{"a short line"}},
		{"on words", line{{"Снег ідзе з самай раніцы", plain}}, "", 12, []string{"Снег ідзе з", "самай раніцы"}},
		{"exactly full", line{{"1234 678", plain}}, "", 8, []string{"1234 678"}},
		{"a hanging indent", line{{"one two three", plain}}, "7 ", 9, []string{"7 one two", "  three"}},
		{"a word too long", line{{"see example.org/aaaaaaaa now", plain}}, "", 10, []string{"see", "example.or", "g/aaaaaaaa", "now"}},
		{"styles inside a word", line{{"«", plain}, {"170", markHigh}, {"» persons", plain}}, "", 6, []string{"«170»", "person", "s"}},
		{"a space in a style", line{{"one ", markHigh}, {"two", plain}}, "", 7, []string{"one two"}},
		{"wide characters", line{{"日本語日本語", plain}}, "", 5, []string{"日本", "語日", "本語"}},
		{"a stressed letter stays whole", line{{"за\u0301мак", plain}}, "", 2, []string{"за\u0301", "ма", "к"}},
		{"several spaces", line{{"  a   b  ", plain}}, "", 9, []string{"a b"}},
		{"nothing", nil, "", 9, []string{""}},
		{"a lead wider than the screen", line{{"ab", plain}}, "1000 ", 3, []string{"ab"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := texts(block{lead: c.lead, text: c.text}.lines(c.width))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("У краме працуюць дванаццаць чалавек", "170", 12)
	f.Add("https://example.org/a/very/long/address", "é", 3)
	f.Add("日本 👩‍👩‍👧 語", "", 1)
	f.Fuzz(func(t *testing.T, before, marked string, width int) {
		width = 2 + max(0, width)%100
		text := line{{clean(before), plain}, {clean(marked), markHigh}}
		lines := wrap(text, width)
		for _, l := range lines {
			if n := l.width(); n > width && len([]rune(strings.Join(texts([]line{l}), ""))) > 1 {
				// A single character, with all that is joined to it, may be wider than the line.
				if narrow().Truncate(texts([]line{l})[0], width, "") != "" {
					t.Errorf("a line of %d columns on a screen of %d: %q", n, width, texts([]line{l}))
				}
			}
		}
		want := strings.ReplaceAll(clean(before)+clean(marked), " ", "")
		got := strings.ReplaceAll(strings.Join(texts(lines), ""), " ", "")
		if want != got {
			t.Errorf("text changed:\n%q\n%q", want, got)
		}
	})
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain":               "plain",
		"a\x1b[2Jb":           "a [2Jb",
		"two\nlines\tand tab": "two lines and tab",
		"re\u202eversed":      "reversed",
		"й ў ё":               "й ў ё",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"compare", "align", "detect", "serve", "version", "help"}
	for in, want := range map[string]string{
		"comapre": "compare", "alin": "align", "detekt": "detect", "server": "serve", "hlep": "help",
		"frobnicate": "", "": "", "x": "",
	} {
		if got := nearest(in, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", in, got, want)
		}
	}
}
