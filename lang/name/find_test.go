package name

import (
	"strings"
	"testing"

	"triptych/lang"
)

func TestFind(t *testing.T) {
	cases := []struct {
		tag        lang.Tag
		text, want string // names parted by bars, "?" before one that may be none
	}{
		{lang.English, "", ""},
		{lang.English, "nobody came", ""},
		{lang.English, "Yesterday the mayor met Nina Kavalchuk in Polatsk.", "?Yesterday|Nina Kavalchuk|Polatsk"},
		{lang.English, "The mayor met Ursula von der Leyen.", "Ursula von der Leyen"},
		{lang.English, "Bridges fall. In Minsk one did.", "?Bridges|Minsk"},
		{lang.English, "Mr. Smith and Dr. Jean-Paul O'Neil left.", "Smith|Jean-Paul O'Neil"},
		{lang.English, "A. G. Ivanov spoke to J.R.R. Tolkien", "A. G. Ivanov|J.R.R. Tolkien"},
		{lang.English, "the plan of Trump's America", "Trump|America"},
		{lang.English, "NATO said the BBC was late", "NATO|BBC"},
		{lang.English, "on Monday, in March, I said", ""},
		{lang.English, "Bashar al-Assad fled", "Bashar al-Assad"},
		{lang.English, "He met Mayor\nPetrov", "Mayor|?Petrov"},
		{lang.English, "a van of paint", ""},
		{lang.English, "met Anna, Ivan and Pyotr", "Anna|Ivan|Pyotr"},
		{lang.English, "the “New Dawn” party", "New Dawn"},
		{lang.Russian, "Вчера в Полоцке выступил А. Г. Иванов.", "?Вчера|Полоцке|А. Г. Иванов"},
		{lang.Russian, "На Немане и в Нью-Йорке дожди", "Немане|Нью-Йорке"},
		{lang.Russian, "Он приехал в г. Минск. Дождь шёл", "Минск|?Дождь"},
		{lang.Russian, "Урсула фон дер Ляйен ждёт", "Урсула фон дер Ляйен"},
		{lang.Russian, "ООН и НАТО молчат", "ООН|НАТО"},
		{lang.Russian, "«Белавиа» отменила рейсы", "?Белавиа"},
		{lang.Russian, "да, Иван де факто прав", "Иван"},
		{lang.Belarusian, "Учора ў Полацку выступіў Якуб Колас.", "?Учора|Полацку|Якуб Колас"},
		{lang.Belarusian, "Калі Янка прыехаў з Мінска", "Янка|Мінска"},
		{lang.Belarusian, "Дзяніс Д’Артаньян", "Дзяніс Д’Артаньян"},
	}
	for _, c := range cases {
		var got []string
		for _, n := range Find(c.text, c.tag) {
			s := c.text[n.Start:n.End]
			if n.Initial {
				s = "?" + s
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s Find(%q)\n got %s\nwant %s", c.tag, c.text, s, c.want)
		}
	}
}

func TestFindWords(t *testing.T) {
	ns := Find("we saw Ursula von der Leyen", lang.English)
	if len(ns) != 1 || ns[0].Words != 4 {
		t.Errorf("got %+v, want one name of 4 words", ns)
	}
}

func TestSkeleton(t *testing.T) {
	cases := []struct{ word, want string }{
		{"", ""},
		{"2024", ""},
		{"Ye", "A"},
		{"Минск", "MNSK"},
		{"Minsk", "MNSK"},
		{"МИНСК", "MNSK"},
		{"Нью-Йорк", "NRK"},
		{"Trump's", "TRMP"},
		{"Trump’s", "TRMP"},
		{"Трампом", "TRMP"},
		{"Алекса\u0301ндр", "ALKSNDR"},
		{"Cichanou\u0306skaja", "THNVSK"},
		{"S\u030cus\u030ckievic\u030c", "WWKVC"},
		{"Мiнск", "MNSK"},
		{"Шчучын", "WCN"},
		{"Щучин", "WCN"},
	}
	for _, c := range cases {
		if got := Skeleton(c.word); got != c.want {
			t.Errorf("Skeleton(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"A. G. Ivanov met Trump's Ursula von der Leyen", "Г. Мінск. al-Assad", "I’s", "\xffA", "van von"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, tag := range lang.Served() {
			end := 0
			for _, n := range Find(s, tag) {
				if n.Start < end || n.End <= n.Start || n.End > len(s) || n.Words < 1 {
					t.Fatalf("%+v after %d in %q", n, end, s)
				}
				end = n.End
			}
		}
	})
}

func FuzzSkeleton(f *testing.F) {
	f.Add("Tsikhanouskaya", "Ціханоўскай")
	f.Add("c\u030c", "й\u0306'")
	f.Add("\xff", "ſK")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, r := range Skeleton(a) {
			if r < 'A' || r > 'Z' {
				t.Fatalf("Skeleton(%q) has %q", a, r)
			}
		}
		s := Read(a).Like(Read(b))
		if s < 0 || s > 1 || s != s {
			t.Fatalf("%q is like %q by %v", a, b, s)
		}
		if d := s - Read(b).Like(Read(a)); d > 1e-9 || d < -1e-9 {
			t.Fatalf("the likeness of %q and %q is not symmetric", a, b)
		}
	})
}

func BenchmarkSkeleton(b *testing.B) {
	words := [...]string{"Tsikhanouskaya", "Ціханоўскай", "president", "конференцией", "Минск"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Skeleton(words[i%len(words)])
	}
}

func BenchmarkFind(b *testing.B) {
	const text = "Вчера в Полоцке выступил А. Г. Иванов. По словам Нины Ковальчук из Нью-Йорка, мост через Западную Двину " +
		"закрыли на ремонт ещё весной, и ООН об этом знала."
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, lang.Russian)
	}
}

// TestLinear feeds long runs; it would not end in quadratic time.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"A", "A.", "A ", "Ab ", "von ", "Ab von ", "Ab-", "'", "Ab's ", ". ", "я"} {
		text := strings.Repeat(piece, 200_000/len(piece))
		Find(text, lang.English)
		Skeleton(text)
		Read(text).Like(Read(text))
	}
}
