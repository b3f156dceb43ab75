package lang_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"triptych/lang"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"capitals of both scripts", "Мінск і London", "мінск і london"},
		{"capitals outside the alphabets' main rows", "Ўсход, Ґанак, Їжак, Ёлка", "ўсход, ґанак, їжак, елка"},
		{"three apostrophes, one word", "аб'ява аб’ява абʼява", "аб'ява аб'ява аб'ява"},
		{"yo", "ёлка, ещё, Ёж", "елка, еще, еж"},
		{"decomposed short i, short u, yo", norm.NFD.String("Зайграў ёй"), "зайграў ей"},
		{"stress marks", "за́мок на горе́", "замок на горе"},
		{"accents of Latin words stay", norm.NFD.String("Café Ślesin"), "café ślesin"},
		{"soft hyphen", "пера\u00ADклад", "пераклад"},
		{"Latin i in a Belarusian word", "рaнiца i вeчар", "раніца i вечар"},
		{"Latin capitals in a Cyrillic word", "MOCКВA і ЕC", "москва і ес"},
		{"Cyrillic letters in a Latin word", "Lоndоn, Тhе Рost", "london, the post"},
		{"a Latin stem with a Russian ending stays", "CNNовский VIPам", "cnnовский vipам"},
		{"parts of a compound are words of their own", "TikTok-кaнал", "tiktok-канал"},
		{"an apostrophe does not part a mixed word", "аб'eкт", "аб'ект"},
		{"a stray accent does not stop the mending", "Мiнск а̀ і x̌", "мінск а і x̌"},
		{"other scripts pass", "ΑΘΉΝΑ 東京", "αθήνα 東京"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lang.Fold(c.in); got != c.want {
				t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestFoldKinBringsSharedWordsTogether(t *testing.T) {
	for _, c := range []struct{ be, ru string }{
		{"вада", "вода"}, {"дзень", "день"}, {"цень", "тень"}, {"мяжа", "межа"}, {"аб'ект", "объект"},
		{"прадзед", "прадед"}, {"Сiбір", "Сибирь"}, {"ґанак", "ганак"}, {"Віцебск", "Витебск"},
	} {
		if be, ru := lang.FoldKin(c.be), lang.FoldKin(c.ru); be != ru {
			t.Errorf("FoldKin(%q) = %q, FoldKin(%q) = %q, want them equal", c.be, be, c.ru, ru)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "Мiнск", "ДЗЬдззз", "а\u0301\u0301", "\xff\xd0", "İstanbul", "x\u030Cй\u0306", "а\u0301Z", "uЮ", "uѐ", "J\u030C"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		kin := lang.FoldKin(s)
		if !utf8.ValidString(s) || strings.ContainsAny(s, "\u0130\u212A\u212B") {
			return // letters whose lower case is of another kind than they are themselves
		}
		folded := lang.Fold(s)
		if twice := lang.Fold(folded); twice != folded {
			t.Errorf("Fold(%q) = %q, and that folds to %q", s, folded, twice)
		}
		if again := lang.FoldKin(folded); again != kin {
			t.Errorf("FoldKin(%q) = %q, of its Fold %q", s, kin, again)
		}
	})
}

func BenchmarkFold(b *testing.B) {
	for _, c := range []struct{ name, word string }{
		{"folded already", "паведаміў"}, {"capital", "Магілёўскай"}, {"mixed", "рaнiца"}, {"Latin", "Newspaper"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				lang.Fold(c.word)
			}
		})
		b.Run(c.name+", kin", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				lang.FoldKin(c.word)
			}
		})
	}
}
