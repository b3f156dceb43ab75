package name

import "testing"

func TestNear(t *testing.T) {
	const possible = 0.75
	cases := []struct {
		a, b string
		want bool
	}{
		{"Rahm", "Рэм", true},
		{"Snow", "Сноў", true},
		{"Cooke", "Кук", true},
		{"Grace", "Грейс", true},
		{"Bob", "Бобом", true},
		{"Watson", "Уотсон", true},
		{"Hazard", "Азар", true},
		{"Volkov", "Вольфович", false},
		{"Volkov", "Волкович", false},
		{"Kravchuk", "Кравцов", false},
		{"Karpovich", "Карпенко", false},
		{"Petrenko", "Петров", false},
		{"Lukashenko", "Лукьяненко", false},
		{"Hanna", "Инна", false},
		{"Brest", "Гродно", false},
		{"", "", false},
	}
	for _, c := range cases {
		if got := Read(c.a).Near(Read(c.b)); (got >= possible) != c.want {
			t.Errorf("%s and %s are %.2f near", c.a, c.b, got)
		}
	}
}

func TestSameGiven(t *testing.T) {
	one := [][]string{
		{"Nicholas", "Николай", "Мікалай", "Николаем", "Мікалая", "Mikałaj", "Mikalai"},
		{"Eugene", "Евгений", "Яўген", "Евгению", "Яўгенам", "Yauhen", "Jaŭhien"},
		{"Hanna", "Анна", "Ганна", "Анной", "Ганну"},
		{"Alexander", "Александр", "Аляксандр", "Aliaksandr", "Аляксандрам"},
		{"Paul", "Павел", "Павла", "Павал", "Паўлу"},
		{"Peter", "Пётр", "Петра", "Пятром", "Piotr"},
		{"Vladimir", "Владимира", "Уладзіміру", "Uładzimir"},
	}
	for i, names := range one {
		for _, a := range names {
			if !Read(a).Given() {
				t.Errorf("%s is not known", a)
			}
			for k, others := range one {
				for _, b := range others {
					if got := Read(a).SameGiven(Read(b)); got != (i == k) {
						t.Errorf("%s and %s: same is %v", a, b, got)
					}
				}
			}
		}
	}
	if Read("петр").Given() || Read("Минск").Given() {
		t.Error("a small letter or a town is no first name")
	}
}

func TestPatronymic(t *testing.T) {
	for _, w := range []string{"Григорьевич", "Иванович", "Ивановна", "Станиславовной", "Петровича", "Ильич", "Ильинична", "Аляксандравіч",
		"Мікалаеўна", "Ігаравіча"} {
		if !Patronymic(w) {
			t.Errorf("%s is no patronymic", w)
		}
	}
	for _, w := range []string{"Вольфович", "Короткевич", "Шушкевіч", "Волков", "Рудковская", "Kavalchuk", ""} {
		if Patronymic(w) {
			t.Errorf("%s is a patronymic", w)
		}
	}
}

func TestDerived(t *testing.T) {
	cases := []struct {
		a, b string
		want bool
	}{
		{"Turau", "Туровском", true},
		{"Вашингтон", "вашингтонский", true},
		{"Yale", "Йельского", true},
		{"Иван", "Иванов", false},
		{"Волков", "Волкович", false},
		{"Лида", "Лидский", true},
	}
	for _, c := range cases {
		if got := Read(c.a).Derived(Read(c.b)); got != c.want {
			t.Errorf("%s and %s: derived is %v", c.a, c.b, got)
		}
	}
}

func TestFromLacinka(t *testing.T) {
	for latin, want := range map[string]string{
		"rysiaŭ": "рысяў", "lod": "лёд", "Hłybokaje": "глыбокае", "śnieh": "сьнег", "maładziož": "маладзёж", "ziamla": "зямля",
		"chalera": "халера", "Vilnia": "вільня", "Jeŭropa": "еўропа", "": "", "42": "42",
	} {
		if got := FromLacinka(latin); got != want {
			t.Errorf("%s is %s, want %s", latin, got, want)
		}
	}
}

// TestAtLeastAgreesWithLike holds the quick answer to the full one.
func TestAtLeastAgreesWithLike(t *testing.T) {
	for _, p := range append(readPairs(t, "same.txt"), readPairs(t, "other.txt")...) {
		a, b := Read(p.a), Read(p.b)
		for _, least := range []float64{0.3, 0.75, 0.85} {
			if a.AtLeast(b, least) != (a.Like(b) >= least) {
				t.Errorf("%s and %s: at least %.2f is wrong, like %.2f", p.a, p.b, least, a.Like(b))
			}
		}
	}
}

func FuzzWord(f *testing.F) {
	f.Add("Tsikhanouskaya", "Ціханоўскай")
	f.Add("c\u030c", "Бобом")
	f.Add("\xff", "ſK")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Read(a), Read(b)
		for _, s := range []float64{x.Like(y), x.Near(y)} {
			if s < 0 || s > 1 || s != s {
				t.Fatalf("%q and %q are %v alike", a, b, s)
			}
		}
		if x.Like(y)-y.Like(x) > 1e-9 || x.Near(y)-y.Near(x) > 1e-9 || x.SameGiven(y) != y.SameGiven(x) || x.Derived(y) != y.Derived(x) {
			t.Fatalf("%q and %q are not compared alike both ways", a, b)
		}
		if x.AtLeast(y, 0.75) != (x.Like(y) >= 0.75) {
			t.Fatalf("%q and %q: two answers", a, b)
		}
		Patronymic(a)
		FromLacinka(a)
	})
}

func BenchmarkRead(b *testing.B) {
	words := [...]string{"Tsikhanouskaya", "Ціханоўскай", "president", "конференцией", "Минск"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		Read(words[i%len(words)])
	}
}

func BenchmarkAtLeast(b *testing.B) {
	x, y := Read("Lukashenko"), Read("Цихановской")
	b.ReportAllocs()
	for b.Loop() {
		x.AtLeast(y, 0.75)
	}
}

func BenchmarkLike(b *testing.B) {
	x, y := Read("Lukashenko"), Read("Цихановской")
	b.ReportAllocs()
	for b.Loop() {
		x.Like(y)
	}
}
