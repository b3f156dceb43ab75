package lang_test

import (
	"strings"
	"testing"

	"triptych/lang"
)

func TestOrthographyOf(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       lang.Orthography
	}{
		{"official", "Увечары ў Слоніме выпаў першы снег, і дзве вуліцы засталіся без святла.", lang.Official},
		{"classical by soft signs", "Увечары ў Слоніме выпаў першы сьнег, і дзьве вуліцы засталіся бяз сьвятла.", lang.Classic},
		{"classical by loans", "Прэзыдэнт унівэрсытэту прыехаў у Лёндан на канфэрэнцыю.", lang.Classic},
		{"official by loans", "Прэзідэнт універсітэта прыехаў у Лондан на канферэнцыю.", lang.Official},
		{"classical by one letter", "На ґанку сядзеў кот.", lang.Classic},
		{"soft signs that both write", "Бацька прачытаў пісьмо, узяў касьбу на сябе і сказаў: вазьмі восьмы сшытак.", lang.Official},
		{"soft loans have no say", "Дзядзька Кузьма паехаў у вёску маленькі.", lang.Official},
		{"official with a classical quotation", "Пасля сустрэчы дырэктар музея нагадаў песню «Сьняжынкі» і сказаў, што святы пройдуць у клубе.", lang.Official},
		{"classical with an official quotation", "Пасьля сустрэчы, якую зьнялі на відэа, зьявілася абвестка «Снежань», і ня ўсе яе прачыталі.", lang.Classic},
		{"indefinite pronouns of both", "Калісьці тут хтосьці жыў, і дзесьці ёсць яго дом.", lang.Official},
		{"a noun that ends like them", "Кажуць пра цану бязь якасьці.", lang.Classic},
		{"a name that begins with a short U", "Ва Ўкраіне і на Ўрале чакаюць мароз.", lang.Classic},
		{"capitals all through", "БЫЎ ДОМ, І ЎСЕ ЯГО ЎБАЧЫЛІ.", lang.Official},
		{"classical by measures and sciences", "Тэмпэратура ўпала, мэтр снегу.", lang.Classic},
		{"Latin i in Cyrillic words", "Пасьля сьвята зьявiўся сьнег.", lang.Classic},
		{"Łacinka", "Pierad poŭnačču ŭ Pinsku vypaŭ śnieh, i ludzi vyjšli na vulicu.", lang.Latin},
		{"Łacinka with a Cyrillic title", "Časopis «Верасень» vyjšaŭ z nieviadomaj pryčyny pozna.", lang.Latin},
		{"nothing tells", "Кот спаў на падлозе.", lang.Official},
		{"no letters", "15.11.2024", ""},
		{"empty", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lang.OrthographyOf(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func FuzzOrthographyOf(f *testing.F) {
	for _, s := range []string{"", "сьнег", "зь'", "ґ", "ŭ", "ь", "\xffсь"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		switch o := lang.OrthographyOf(s); o {
		case "", lang.Official, lang.Classic, lang.Latin:
		default:
			t.Errorf("OrthographyOf(%q) = %q", s, o)
		}
	})
}

func BenchmarkOrthographyOf(b *testing.B) {
	text := strings.Repeat("Увечары ў Слоніме выпаў першы снег, і дзве вуліцы засталіся без святла. ", 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		lang.OrthographyOf(text)
	}
}
