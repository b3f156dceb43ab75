package lang_test

import (
	"strings"
	"testing"

	"triptych/lang"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		want lang.Tag
		in   string
	}{
		{lang.English, "en EN eng English english en-GB en_US.UTF-8"},
		{lang.Russian, "ru RU rus Russian русский РУССКИЙ ru-RU"},
		{lang.Belarusian, "be BE bel by bu be_BY be-BY be-tarask be-x-old be-Latn be-1959acad be_BY@latin Belarusian беларуская Беларуская Byelorussian"},
		{"uk", "uk ukr ua Ukrainian українська"},
		{"cs", "cs cz cze ces Czech"},
		{"nl", "nl nl-BE"},
		{"fr", "fr_BE français"},
		{"eo", "eo eo-XX"},
		{"und", "und"},
	} {
		for in := range strings.FieldsSeq(c.in) {
			if got, err := lang.Parse(in); got != c.want || err != nil {
				t.Errorf("Parse(%q) = %q, %v, want %q", in, got, err, c.want)
			}
		}
	}
	for in, want := range map[string]lang.Tag{" be\n": "be", "Беларуская мова": "be", "русский язык": "ru", "English language": "en"} {
		if got, err := lang.Parse(in); got != want || err != nil {
			t.Errorf("Parse(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
}

func TestParseRefusesWhatIsNoLanguage(t *testing.T) {
	for _, in := range []string{"", " ", "x", "C", "klingon", "../be", "be\x00", "be/../x", "be-\r\nX-Evil: 1", "по-русски", "12", "ён", "-be"} {
		got, err := lang.Parse(in)
		if err == nil {
			t.Errorf("Parse(%q) = %q, want an error", in, got)
			continue
		}
		for _, word := range []string{"en, ru or be", "Belarusian", "Ukrainian"} {
			if !strings.Contains(err.Error(), word) {
				t.Errorf("the error for %q does not list %q: %v", in, word, err)
			}
		}
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		tag          lang.Tag
		english, own string
	}{
		{"en", "English", "English"}, {"ru", "Russian", "Русский"}, {"be", "Belarusian", "Беларуская"},
		{"kk", "Kazakh", "Қазақша"}, {"eo", "eo", "eo"}, {lang.Undetermined, "und", "und"},
	} {
		if english, own := c.tag.Name(), c.tag.Endonym(); english != c.english || own != c.own {
			t.Errorf("%s is called %q and %q, want %q and %q", c.tag, english, own, c.english, c.own)
		}
	}
}

func TestEveryServedLanguageHasNamesThatParse(t *testing.T) {
	for _, tag := range lang.Served() {
		if !tag.Served() {
			t.Errorf("%s is listed as served and says it is not", tag)
		}
		for _, name := range []string{string(tag), tag.Name(), tag.Endonym()} {
			if got, err := lang.Parse(name); got != tag || err != nil {
				t.Errorf("Parse(%q) = %q, %v, want %q", name, got, err, tag)
			}
		}
	}
	if lang.Tag("uk").Served() || lang.Undetermined.Served() {
		t.Error("a language beside the three says it is served")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"be", "be_BY.UTF-8", "by", "", "../", "беларуская мова", "be-\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tag, err := lang.Parse(s)
		if err != nil {
			return
		}
		if strings.Trim(string(tag), "abcdefghijklmnopqrstuvwxyz") != "" || len(tag) < 2 || len(tag) > 3 {
			t.Errorf("Parse(%q) = %q, which is no code", s, tag)
		}
		if again, err := lang.Parse(string(tag)); again != tag || err != nil {
			t.Errorf("Parse(%q) = %q, and that parses to %q, %v", s, tag, again, err)
		}
	})
}
