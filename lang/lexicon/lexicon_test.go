package lexicon

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"triptych/lang"

	"golang.org/x/text/unicode/norm"
)

// sources reads the .tsv files.
func sources(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob("*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no sources: %v", err)
	}
	out := map[string]string{}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[f] = string(text)
	}
	return out
}

func TestStandardIsWhatTheSourcesSay(t *testing.T) {
	s := NewSource()
	files := sources(t)
	var names []string
	for f := range files {
		names = append(names, f)
	}
	slices.Sort(names)
	for _, f := range names {
		if err := s.Read(strings.NewReader(files[f])); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
	}
	if !bytes.Equal(Write(s.Senses()), []byte(standard)) {
		t.Error("lexicon.bin is not what the .tsv files say: run go generate ./lang/lexicon")
	}
	if s.Len() < 12_000 {
		t.Errorf("only %d senses", s.Len())
	}
}

func TestSourcesAreWellFormed(t *testing.T) {
	for f, text := range sources(t) {
		if !norm.NFC.IsNormalString(text) {
			t.Errorf("%s is not in normal form C", f)
		}
		n := 0
		for line := range strings.Lines(text) {
			n++
			line = strings.TrimRight(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			fields := strings.Split(line, "\t")
			if len(fields) != 3 || slices.Contains(fields, "") {
				t.Errorf("%s:%d: %q", f, n, line)
				continue
			}
			if strings.ContainsAny(fields[1], "іўІЎ") {
				t.Errorf("%s:%d: Belarusian letters in Russian: %q", f, n, fields[1])
			}
			if strings.ContainsAny(fields[2], "ищъИЩЪ") {
				t.Errorf("%s:%d: Russian letters in Belarusian: %q", f, n, fields[2])
			}
		}
	}
}

// meet tells whether two words have a sense in common.
func meet(l *Lexicon, a lang.Tag, one string, b lang.Tag, other string) bool {
	senses := slices.Collect(l.Senses(b, phrase(b, other)))
	for s := range l.Senses(a, phrase(a, one)) {
		if slices.Contains(senses, s) {
			return true
		}
	}
	return false
}

func phrase(tag lang.Tag, text string) string {
	var stems []string
	for _, w := range strings.Fields(text) {
		stems = append(stems, Stem(tag, w))
	}
	return strings.Join(stems, " ")
}

func TestWordsThatTranslateEachOther(t *testing.T) {
	l := Standard()
	for _, c := range []struct {
		en, ru, be string
	}{
		{"library", "библиотеке", "бібліятэку"},
		{"said", "заявила", "заявіў"},
		{"children", "детей", "дзяцей"},
		{"bridges", "мостами", "мастоў"},
		{"governments", "правительства", "урадам"},
		{"Wednesday", "среду", "сераду"},
		{"prime minister", "премьер-министр", "прэм'ер-міністр"},
		{"Germany", "Германии", "Германіі"},
		{"frosts", "заморозки", "замаразкі"},
	} {
		ru, be := strings.ReplaceAll(c.ru, "-", " "), strings.ReplaceAll(c.be, "-", " ")
		if !meet(l, lang.English, c.en, lang.Russian, ru) {
			t.Errorf("%s and %s do not meet", c.en, c.ru)
		}
		if !meet(l, lang.English, c.en, lang.Belarusian, be) {
			t.Errorf("%s and %s do not meet", c.en, c.be)
		}
		if !meet(l, lang.Russian, ru, lang.Belarusian, be) {
			t.Errorf("%s and %s do not meet", c.ru, c.be)
		}
	}
	for _, c := range [][2]string{{"library", "мост"}, {"child", "правительство"}, {"qwrtzx", "мост"}} {
		if meet(l, lang.English, c[0], lang.Russian, c[1]) {
			t.Errorf("%s and %s meet", c[0], c[1])
		}
	}
	for range l.Senses("de", "bibliothek") {
		t.Error("a language that is not there has senses")
	}
}

// TestStemBelarusian does not have the forms in which к, г or т change («рацэ», «газеце») or which look like an infinitive
// («газет»): the commonest stand in the lexicon.
func TestStemBelarusian(t *testing.T) {
	for _, forms := range []string{
		"мова мовы мову мове моваю мовай моў мовам мовамі мовах",
		"газета газеты газету газетай газетам газетамі",
		"пытанне пытання пытанню пытаннем пытанні пытанняў пытаннях пытаннямі",
		"новы новая новае новыя новага новаму новай новую новым новых новымі",
		"вырашаць вырашае вырашаў вырашала вырашалі вырашаюць вырашаючы",
		"гаварыць гаворыць гаварыў гаварыла гаварылі",
		"збірацца збіраецца збіраўся збіралася збіраюцца",
		"возера возеру возерам возеры",
		"рака ракі раку ракою",
	} {
		list := strings.Fields(forms)
		want := stemBelarusian(list[0])
		for _, f := range list[1:] {
			if got := stemBelarusian(f); got != want {
				t.Errorf("%s gives %s, %s gives %s", list[0], want, f, got)
			}
		}
	}
	for _, apart := range [][2]string{{"мова", "мост"}, {"возера", "воз"}, {"новы", "назва"}} {
		if stemBelarusian(apart[0]) == stemBelarusian(apart[1]) {
			t.Errorf("%s and %s have one stem", apart[0], apart[1])
		}
	}
}

func TestReadRefusesDamage(t *testing.T) {
	for name, file := range map[string]string{
		"empty": "", "another file": "PNG", "cut short": standard[:len(standard)/2], "too long": standard + "x", "no tables": magic,
	} {
		if _, err := read(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestSourceNamesBadLines(t *testing.T) {
	err := NewSource().Read(strings.NewReader("# head\nlake\tозеро\tвозера\nriver\tрека\n"))
	if err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Errorf("got %v", err)
	}
}

func FuzzStem(f *testing.F) {
	f.Add("be", "перабудоўваецца")
	f.Add("ru", "перестраивающимися")
	f.Add("en", "rebuilding")
	f.Fuzz(func(t *testing.T, tag, word string) {
		stem := Stem(lang.Tag(tag), word)
		for range Standard().Senses(lang.Tag(tag), stem) {
			break
		}
	})
}

func BenchmarkSenses(b *testing.B) {
	l := Standard()
	for b.Loop() {
		for range l.Senses(lang.Russian, "правительств") {
		}
	}
}

func BenchmarkStem(b *testing.B) {
	for _, c := range []struct {
		tag  lang.Tag
		word string
	}{{lang.English, "governments"}, {lang.Russian, "правительствами"}, {lang.Belarusian, "перабудоўваецца"}} {
		b.Run(string(c.tag), func(b *testing.B) {
			for b.Loop() {
				Stem(c.tag, c.word)
			}
		})
	}
}
