package quantity

import (
	"slices"
	"strings"
	"testing"

	"triptych/lang"
)

func one(t *testing.T, text string, tag lang.Tag) Quantity {
	t.Helper()
	qs := Find(text, tag)
	if len(qs) != 1 {
		t.Fatalf("Find(%q) finds %d quantities, want 1", text, len(qs))
	}
	return qs[0]
}

func TestSame(t *testing.T) {
	cases := []struct {
		en, ru string
		want   bool
	}{
		{"1.5 million people", "1,5 млн человек", true},
		{"1.5 million people", "1,6 млн человек", false},
		{"one and a half thousand", "полторы тысячи", true},
		{"1,500 people", "1,500 человек", true},
		{"1.5 points", "1,500 балла", true},
		{"170 people", "сто семьдесят человек", true},
		{"170 people", "сто восемьдесят человек", false},
		{"about 170 people", "170 человек", true},
		{"12 percent", "12 %", true},
		{"12 percent", "12 человек", false},
		{"12 percent", "на 12 п. п.", false},
		{"$5m", "5 млн долларов", true},
		{"$5m", "5 млн евро", false},
		{"$5m", "5 млн", true},
		{"300 Belarusian roubles", "300 рублей", true},
		{"300 Belarusian roubles", "300 российских рублей", false},
		{"40 pounds", "40 фунтов стерлингов", true},
		{"60 km", "60 километров", true},
		{"60 km", "60 миль", false},
		{"at 6 p.m.", "в 18:00", true},
		{"at six o'clock", "в 18:00", true},
		{"at six o'clock", "в 17:00", false},
		{"May 3", "третьего мая", true},
		{"May 3", "3 июня", false},
		{"May 3", "3 дома", false},
		{"the 1970s", "70-х годов", true},
		{"the 1970s", "80-х годов", false},
		{"in 2024", "в 2024 году", true},
		{"in 2024", "2024 человека", true},
		{"two thirds", "две трети", true},
		{"5°C", "5 градусов", true},
		{"−5°C", "5 градусов", false},
		{"the 5th", "пятый", true},
		{"130 miles", "200 км", true},
		{"130 miles", "130 км", false},
		{"6-foot-6", "198 см", true},
		{"6-foot-6", "201 см", false},
		{"6-foot-6", "2 м", true},
		{"80 degrees", "27 градусов", true},
		{"80 degrees", "31 градус", false},
		{"2 weeks", "14 дней", true},
		{"18 months", "полтора года", true},
		{"half of it", "50 %", true},
		{"16:00 GMT", "19:00 по московскому времени", true},
		{"16:00 GMT", "18:00 по московскому времени", false},
		{"at 4 a.m.", "4 часа", true},
		{"the 1800s", "XIX век", true},
		{"the final third", "последняя треть", true},
		{"tripled", "втрое", true},
	}
	for _, c := range cases {
		t.Run(c.en+"="+c.ru, func(t *testing.T) {
			a, b := one(t, c.en, lang.English), one(t, c.ru, lang.Russian)
			if got := Same(a, b); got != c.want {
				t.Errorf("Same(%+v, %+v) = %v", a, b, got)
			}
			if Same(a, b) != Same(b, a) {
				t.Error("Same is not symmetric")
			}
		})
	}
}

// TestSpans keeps the bytes of a quantity to what states it.
func TestSpans(t *testing.T) {
	cases := []struct{ text, want string }{
		{"about $5.5 million in fines", "$5.5 million"},
		{"paid 5 million roubles then", "5 million roubles"},
		{"grew by 12 percent", "12 percent"},
		{"grew by 12%, then", "12%"},
		{"on 3 May 2021", "3|2021"},
		{"at 6:30 p.m. sharp", "6:30 p.m."},
		{"one hundred and seventy people", "one hundred and seventy"},
		{"from −5 °C on", "−5 °C"},
		{"10 тыс. человек", "10 тыс."},
		{"22-летний актёр", "22-летний"},
		{"COVID-19 came", "19"},
		{"5–7%", "5|7%"},
	}
	for _, c := range cases {
		var got []string
		for _, q := range Find(c.text, lang.English) {
			got = append(got, c.text[q.Start:q.End])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("Find(%q) spans %q, want %q", c.text, s, c.want)
		}
	}
}

// TestTables meets every form of every table, so that a slip in a pattern or a form shared by two numbers shows.
func TestTables(t *testing.T) {
	var buf [maxWord]byte
	for _, table := range numeralTables() {
		for _, row := range table {
			for _, form := range row.all() {
				got := numerals[string(fold(form, &buf))]
				if got.value != row.value || got.part != row.part {
					t.Errorf("%q is %+v in one table and %+v in another", form, row.numeral, got)
				}
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"1,500 and 1.5m", "двадцать пять с половиной тысяч", "15.11.2024 18:00", "+375 (29) 1", "½ 1/2",
		"$5-7 million", "6'2\" or 6 ft 2 in (188 cm)", "dvaccać piać hadoŭ", "без двадцати девять, XIX в.", "Mon, Dec. 26", "AAAAAAAAAAAAAAAAAAAAAAAAс", "\xd0", "99999999999999 billion", "a@b 1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, tag := range lang.Served() {
			for _, q := range Find(s, tag) {
				if q.Kind == Weekday || q.Kind == Month || q.Kind == Serial {
					t.Fatalf("Find gives %+v in %q", q, s)
				}
			}
			end := 0
			for _, q := range FindAll(s, tag) {
				if q.Start < end || q.End <= q.Start || q.End > len(s) {
					t.Fatalf("span %d–%d after %d in %q", q.Start, q.End, end, s)
				}
				end = q.End
				if q.Value != q.Value || q.Value > 1e27 || q.Value < -1e27 || q.Key() == "" || !Same(q, q) {
					t.Fatalf("%+v in %q", q, s)
				}
			}
		}
	})
}

func FuzzDateLine(f *testing.F) {
	for _, s := range []string{"Posted: 15.11.2024 18:00:00", "31 снежня, 2025", "May 3, 2025", "2024-11-15T18:00:05+03:00", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := DateLine(s)
		if !ok {
			return
		}
		if !valid(d.Year, d.Month, d.Day) || d.Hour > 23 || d.Minute > 59 || d.Second > 59 {
			t.Fatalf("%q gives %+v", s, d)
		}
		if again, ok := DateLine(d.ISO()); !ok || again != d {
			t.Fatalf("%q gives %s, which gives %v", s, d.ISO(), again)
		}
	})
}

const paragraph = "Около 300 человек собрались в четверг у Комаровского рынка, сообщает городская газета. По её данным, " +
	"ремонт моста обошёлся в 1,5 млн рублей и продлился двадцать пять дней, с 3 по 27 мая 2021 года. Движение открыли " +
	"в 18:00. «Мы ждали этого пять лет», — сказала жительница соседнего дома, 64-летняя Нина Ковальчук."

func BenchmarkFind(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(paragraph)))
	for b.Loop() {
		Find(paragraph, lang.Russian)
	}
}

func BenchmarkDateLine(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		DateLine("Опубликовано: 15 ноября 2024 г., 18:00")
	}
}

// TestLinear feeds long runs of what looks back or ahead; it would not end in quadratic time.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"1", "1.", "1 ", "1-", "a", "a@", "один ", "сто тысяч ", "$", "-", "'", "www.", "1/2", "18:00 ",
		"3 May ", "+1 ", "1.1.2024.", "1-1-24-"} {
		text := strings.Repeat(piece, 200_000/len(piece))
		qs := Find(text, lang.English)
		if !slices.IsSortedFunc(qs, func(a, b Quantity) int { return a.Start - b.Start }) {
			t.Errorf("%q: out of order", piece)
		}
	}
}
