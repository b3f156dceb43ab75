package lang_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"triptych/lang"
)

func TestLettersGuess(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       lang.Tag
		atLeast    float64
	}{
		{"Belarusian", "Цягнік з Гародні спазніўся на паўгадзіны, бо на рэйках ляжала дрэва.", "be", 0.95},
		{"classical Belarusian", "Цягнік з Горадні спазьніўся, бо на рэйках ляжала дрэва зь вецьцем.", "be", 0.95},
		{"Łacinka", "Ciahnik z Horadni spaźniŭsia na paŭhadziny, bo na rejkach lažała dreva.", "be", 0.95},
		{"Russian", "Поезд из Гродно опоздал на полчаса: на рельсах лежало упавшее дерево.", "ru", 0.6},
		{"Ukrainian", "Потяг із Ковеля запізнився на півгодини, бо на колії лежало дерево.", "uk", 0.95},
		{"Bulgarian", "Влакът от Бургас закъсня с половин час, защото върху релсите имаше паднало дърво.", "bg", 0.9},
		{"Serbian", "Воз из Ниша каснио је пола сата, јер је на шинама лежало срушено дрво поред њиве.", "sr", 0.5},
		{"Macedonian", "Возот од Куманово доцнеше половина час, бидејќи на шините имаше паднато дрво, а куќите беа без струја.", "mk", 0.8},
		{"Kazakh", "Павлодардан шыққан пойыз жарты сағатқа кешікті, өйткені жолда ағаш құлап жатқан.", "kk", 0.95},
		{"English", "The train from Hrodna was half an hour late because a tree lay across the rails.", "en", 0.8},
		{"Polish", "Pociąg z Grodna spóźnił się pół godziny, ponieważ na torach leżało drzewo.", "pl", 0.95},
		{"Greek", "Το τρένο καθυστέρησε μισή ώρα.", "el", 0.9},
		{"Georgian", "მატარებელი გვიან მოვიდა.", "ka", 0.9},
		{"Japanese with Chinese characters last", "電車は三十分遅れた。原因は倒木", "ja", 0.9},
		{"a Russian name inside Belarusian", "Газета «Вечерний курьер» паведаміла, што цягнік спазніўся на паўгадзіны з-за дрэва на рэйках.", "be", 0.9},
		{"a Belarusian name inside Russian", "Газета «Наша ніва» сообщила, что поезд опоздал на полчаса из-за дерева на рельсах. Движение открыли вечером, когда рабочие убрали ствол.", "ru", 0.6},
		{"Latin i throughout Belarusian", "Цягнiк спазнiўся на паўгадзiны, бо на рэйках ляжала дрэва.", "be", 0.95},
		{"Latin letters throughout Russian", "Пoезд из Гpoднo oпoздaл нa пoлчacа: нa рельcах лежaлo упaвшее деревo.", "ru", 0.6},
		{"decomposed Belarusian", norm.NFD.String("Цягнік спазніўся на паўгадзіны, бо ішоў ёй насустрач снег."), "be", 0.95},
		{"no letters", "15.11.2024 — 18:00", lang.Undetermined, 0},
		{"empty", "", lang.Undetermined, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := lang.CountLetters(c.text)
			g := l.Guess(lang.Prior{})
			if g.Language != c.want || g.Confidence < c.atLeast {
				t.Errorf("got %s with %.2f, want %s with at least %.2f", g.Language, g.Confidence, c.want, c.atLeast)
			}
		})
	}
}

func TestLettersOfOneWordAreUnsure(t *testing.T) {
	for _, word := range []string{"да", "мост", "OK", "London", "Кто"} {
		l := lang.CountLetters(word)
		if g := l.Guess(lang.Prior{}); g.Confidence > 0.7 {
			t.Errorf("%q is %s with %.2f, want a confidence below 0.7", word, g.Language, g.Confidence)
		}
	}
}

func TestPriorDecidesShortTextAndNotLong(t *testing.T) {
	russian := lang.Prior{Language: lang.Russian, Odds: 100}
	short := lang.CountLetters("Фота")
	if g := short.Guess(russian); g.Language != lang.Russian || g.Confidence < 0.7 {
		t.Errorf("a word in a Russian version is %s with %.2f", g.Language, g.Confidence)
	}
	long := lang.CountLetters("Цягнік з Гародні спазніўся на паўгадзіны, бо на рэйках ляжала дрэва.")
	if g := long.Guess(russian); g.Language != lang.Belarusian {
		t.Errorf("a Belarusian sentence in a Russian version is %s with %.2f", g.Language, g.Confidence)
	}
}

func TestGuessWithModels(t *testing.T) {
	l := lang.CountLetters("ilgas tiltas per upe")
	alone := l.Guess(lang.Prior{})
	var models []lang.Guess
	for tag := range strings.FieldsSeq("en pl lv et de fr es it pt nl sv da nb fi cs sk sl hr hu ro tr") {
		models = append(models, lang.Guess{Language: lang.Tag(tag), Confidence: 0.001})
	}
	models = append(models, lang.Guess{Language: "lt", Confidence: 0.979})
	joined := l.GuessWith(models, lang.Prior{})
	if joined.Language != "lt" || joined.Confidence <= alone.Confidence {
		t.Errorf("letters say %v, with the models %v", alone, joined)
	}
	if g := l.GuessWith(nil, lang.Prior{}); g != alone {
		t.Errorf("without models %v, want %v", g, alone)
	}
}

func TestLettersAdd(t *testing.T) {
	whole := lang.CountLetters("Цягнік і поезд, the train")
	sum, second := lang.CountLetters("Цягнік і "), lang.CountLetters("поезд, the train")
	sum.Add(&second)
	if sum != whole {
		t.Error("the letters of two halves do not add up to those of the whole")
	}
}

func FuzzLetters(f *testing.F) {
	for _, s := range []string{"", "і", "日本", "\xff", "и\u0306", "aа", strings.Repeat("ў", 3000)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := lang.CountLetters(s)
		g := l.Guess(lang.Prior{})
		if !(g.Confidence >= 0 && g.Confidence <= 1) {
			t.Errorf("%q: confidence %v", s, g.Confidence)
		}
		if (g.Confidence == 0) != (g.Language == lang.Undetermined) {
			t.Errorf("%q: %v", s, g)
		}
	})
}

func BenchmarkLetters(b *testing.B) {
	text := "Цягнік з Гародні спазніўся на паўгадзіны, бо на рэйках ляжала дрэва. Машыніст заўважыў яго здалёк і паспеў спыніцца, " +
		"таму ніхто з пасажыраў не пацярпеў. Рух аднавілі а сёмай вечара, калі дрэва распілавалі і прыбралі."
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		l := lang.CountLetters(text)
		l.Guess(lang.Prior{})
	}
}
