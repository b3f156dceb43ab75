package quantity

import (
	"testing"

	"triptych/lang"
)

func TestFindAll(t *testing.T) {
	cases := []struct {
		tag        lang.Tag
		text, want string
	}{
		{lang.English, "on Tuesday", "weekday 2"},
		{lang.English, "on the sunday", ""},
		{lang.Russian, "во вторник, 5 марта", "weekday 2, 03-05"},
		{lang.Russian, "в среду", "weekday 3"},
		{lang.Russian, "водную среду", "?weekday 3"},
		{lang.Belarusian, "водную сераду", "weekday 3"},
		{lang.Belarusian, "у нядзельным нумары", "weekday 7"},
		{lang.English, "in September 2021", "month 09, 2021 (year)"},
		{lang.English, "June's vote", "?month 06"},
		{lang.English, "in May", "month 05"},
		{lang.English, "Mrs May", "?month 05"},
		{lang.English, "Dec. 26", "12-26"},
		{lang.English, "voted in Nov.", "?month 11"},
		{lang.Russian, "в ноябрьских выборах", "month 11"},
		{lang.Belarusian, "мая сястра", "?month 05"},
		{lang.Belarusian, "у кастрычніку", "month 10"},
		{lang.English, "call 234-56-78", "?№ 2345678"},
		{lang.Russian, "+375 (17) 234-56-78", "?№ 172345678"},
		{lang.English, "twice, then tripled", "?2, ?3"},
		{lang.Russian, "вдвое", "?2"},
		{lang.Belarusian, "падвоілася", "?2"},
		{lang.English, "at noon", "12:00"},
		{lang.Belarusian, "апоўначы", "00:00"},
		{lang.Belarusian, "на поўдні", "?12:00"},
		{lang.Russian, "в час ночи", "01:00"},
		{lang.Russian, "час ночи", ""},
		{lang.English, "ten past six", "10, 6"},
		{lang.English, "at ten past six", "06:10|18:10"},
		{lang.Russian, "без двадцати девять", "08:40|20:40"},
		{lang.Russian, "без двадцати девяти рублей", "29 rouble"},
		{lang.Belarusian, "палова на шостую", "05:30|17:30"},
		{lang.English, "19th-century", "19 century (ordinal)"},
		{lang.Russian, "XIX век", "19 century (ordinal)"},
		{lang.Belarusian, "ХІХ стагоддзе", "19 century (ordinal)"},
		{lang.English, "Charles III", "?3 (ordinal)"},
		{lang.English, "I saw IIII and VX", ""},
		{lang.Russian, "полдень", "?12:00"},
		{lang.Russian, "полчаса", "0.5 hour"},
		{lang.Russian, "полет", ""},
		{lang.Russian, "полуторачасовой", "1.5 hour"},
		{lang.Belarusian, "паўтарагадзінны", "1.5 hour"},
		{lang.Belarusian, "паўгадзіны", "0.5 hour"},
		{lang.Belarusian, "dvaccać piać hadoŭ", "25 year"},
		{lang.Belarusian, "dźvieście čałaviek", "200"},
		{lang.Belarusian, "šeśćdziasiat try", "63"},
		{lang.Belarusian, "сьнежань", "month 12"},
		{lang.Belarusian, "дзьве сотні", "200"},
		{lang.Belarusian, "сям'і", ""},
		{lang.English, "6'2\" tall", "6.166667 ft"},
		{lang.English, "2 hours and 20 minutes", "2.333333 hour"},
		{lang.Russian, "1 м 82 см", "1.82 m"},
		{lang.Russian, "2 рубля 15 копеек", "2.15 rouble"},
		{lang.English, "five degrees below zero", "-5 degree"},
		{lang.Belarusian, "пяць градусаў марозу", "-5 degree"},
		{lang.Russian, "от пяти до семи миллионов", "5000000, 7000000"},
		{lang.Russian, "девяностые годы", "90s"},
		{lang.English, "a year and a half", "1.5 year"},
		{lang.English, "16:00 GMT", "16:00 UTC+0"},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			if got := show(FindAll(c.text, c.tag)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestBounds(t *testing.T) {
	cases := []struct {
		text string
		want Bound
	}{
		{"some 40 cows", About}, {"more than 40 cows", Over}, {"no more than 40 cows", Under}, {"nearly 40 cows", Under},
		{"at least 40 cows", Over}, {"40-odd cows", Over}, {"40 or more", Over}, {"40 cows", Exact}, {"up 40 points", Exact},
		{"up to 40 cows", About}, {"свыше 40 коров", Over}, {"не менее 40 коров", Over}, {"не более 40 коров", Under},
		{"почти 40 коров", Under}, {"более чем на 40 коров", Over}, {"40 с лишним коров", Over},
		{"по меньшей мере 40 коров", Over}, {"звыш 40 кароў", Over}, {"не менш за 40 кароў", Over}, {"амаль 40 кароў", Under},
		{"прыкладна 40 кароў", About}, {"two dozen cows", About},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			if got := one(t, c.text, lang.Russian); got.Bound != c.want || got.Approx != (c.want != Exact) {
				t.Errorf("got %+v, want bound %d", got, c.want)
			}
		})
	}
}

func BenchmarkFindAll(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(paragraph)))
	for b.Loop() {
		FindAll(paragraph, lang.Russian)
	}
}
