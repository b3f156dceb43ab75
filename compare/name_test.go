package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"triptych/align"
	"triptych/article"
	"triptych/lang"
	"triptych/lang/lexicon"
)

// nameLines are the differences in names, as a test reads them.
func nameLines(r *Report) []string {
	var out []string
	for _, d := range r.Differences() {
		if d.Kind == Name {
			out = append(out, line(r, d))
		}
	}
	return out
}

// each ties paragraph i of every version with paragraph i of the others.
func each(paragraphs, versions int) string {
	var b strings.Builder
	for i := range paragraphs {
		b.WriteString(strings.TrimSuffix(strings.Repeat(string(rune('0'+i))+" | ", versions), " | ") + "\n")
	}
	return b.String()
}

func TestNamesThatDiffer(t *testing.T) {
	cases := []struct {
		name       string
		en, ru, be []string // paragraphs of one sentence; be may be left out
		want       []string
	}{
		{
			name: "a surname is another one",
			en:   []string{"The ferry belongs to Viktar Volfovich."},
			ru:   []string{"Паром принадлежит Виктору Волкову."},
			be:   []string{"Паром належыць Віктару Вальфовічу."},
			want: []string{"name high 0: Volfovich in English, Волкову in Russian, Вальфовічу in Belarusian [en 0 Volfovich] [ru! 0 Волкову] [be 0 Вальфовічу]"},
		},
		{
			name: "a whole name is another one",
			en:   []string{"On the bridge stood Pavel Dudarchyk with a lamp."},
			ru:   []string{"На мосту с лампой стоял Павел Дударчик."},
			be:   []string{"На мосце з лямпай стаяў Рыгор Шабуня."},
			want: []string{"name high 0: Pavel Dudarchyk in English, Павел Дударчик in Russian, Рыгор Шабуня in Belarusian [en 0 Pavel Dudarchyk] [ru 0 Павел Дударчик] [be! 0 Рыгор Шабуня]"},
		},
		{
			name: "a town is another one",
			en:   []string{"The cheese is sold in Brest only."},
			ru:   []string{"Сыр продают лишь в Гродно."},
			be:   []string{"Сыр прадаюць толькі ў Брэсце."},
			want: []string{"name high 0: Brest in English, Гродно in Russian, Брэсце in Belarusian [en 0 Brest] [ru! 0 Гродно] [be 0 Брэсце]"},
		},
		{
			name: "an alliance is another one",
			en:   []string{"The minister wrote to NATO about the road."},
			ru:   []string{"Министр написал о дороге в ЕС."},
			be:   []string{"Міністр напісаў пра дарогу ў НАТА."},
			want: []string{"name high 0: NATO in English, ЕС in Russian, НАТА in Belarusian [en 0 NATO] [ru! 0 ЕС] [be 0 НАТА]"},
		},
		{
			name: "a capital for its state",
			en:   []string{"On Friday Tallinn turned the offer down."},
			ru:   []string{"В пятницу власти Эстонии отвергли предложение."},
			be:   []string{"У пятніцу Талін адхіліў прапанову."},
			want: []string{"name low 0: Tallinn in English, Эстонии in Russian, Талін in Belarusian [en 0 Tallinn] [ru! 0 Эстонии] [be 0 Талін]"},
		},
		{
			name: "a capital for another state",
			en:   []string{"On Friday Tallinn turned the offer down."},
			ru:   []string{"В пятницу власти Финляндии отвергли предложение."},
			be:   []string{"У пятніцу Талін адхіліў прапанову."},
			want: []string{"name high 0: Tallinn in English, Финляндии in Russian, Талін in Belarusian [en 0 Tallinn] [ru! 0 Финляндии] [be 0 Талін]"},
		},
		{
			name: "two versions",
			en:   []string{"The song was written by Kiryl Hladun."},
			ru:   []string{"Песню написал Кирилл Мороз."},
			want: []string{"name high 0: Hladun in English, Мороз in Russian [en 0 Hladun] [ru 0 Мороз]"},
		},
		{
			name: "a surname that one leaves out",
			en:   []string{"The repairs were paid for by Zubrytski and two of his neighbours."},
			ru:   []string{"Ремонт оплатили Зубрицкий и двое его соседей."},
			be:   []string{"Рамонт аплацілі гаспадар крамы і двое яго суседзяў."},
			want: []string{"name medium 0: Zubrytski in English, Зубрицкий in Russian, not in Belarusian [en 0 Zubrytski] [ru 0 Зубрицкий]"},
		},
		{
			name: "a person who has a name in the row before weighs little",
			en:   []string{"Stefan Zubrytski mended the mill.", "The repairs were paid for by Zubrytski himself."},
			ru:   []string{"Стефан Зубрицкий починил мельницу.", "Ремонт оплатил сам Зубрицкий."},
			be:   []string{"Стэфан Зубрыцкі паправіў млын.", "Рамонт аплаціў сам гаспадар."},
			want: nil,
		},
		{
			name: "in the place of a name that the paragraph has as well",
			en:   []string{"Kobryn beat Slonim, and the fans of Kobryn sang all night."},
			ru:   []string{"Кобрин победил Слоним, и болельщики Кобрина пели всю ночь."},
			be:   []string{"Кобрын перамог Слонім, і заўзятары Пружанаў спявалі ўсю ноч."},
			want: []string{"name high 0: Kobryn in English, Кобрин in Russian, Пружанаў in Belarusian"},
		},
		{
			name: "in an English headline",
			en:   []string{"#Old Mill near Haradok Grinds Rye Again"},
			ru:   []string{"#Старая мельница под Ошмянами снова мелет рожь"},
			be:   []string{"#Стары млын пад Ашмянамі зноў меле жыта"},
			want: []string{"name medium 0: Haradok in English, Ошмянами in Russian, Ашмянамі in Belarusian [en! 0 Haradok] [ru 0 Ошмянами] [be 0 Ашмянамі]"},
		},
		{
			name: "in Łacinka",
			en:   []string{"The boat was built by Yazep Karatkevich."},
			ru:   []string{"Лодку построил Иосиф Короткевич."},
			be:   []string{"Łodku zbudavaŭ Jazep Hrynkievič."},
			want: []string{"name high 0: Karatkevich in English, Короткевич in Russian, Hrynkievič in Belarusian [en 0 Karatkevich] [ru 0 Короткевич] [be! 0 Hrynkievič]"},
		},
		{
			name: "one person by two schemes in one version weighs little",
			en:   []string{"We saw Tsikhanouskaya at noon and Tikhanovskaya at night."},
			ru:   []string{"В полдень и ночью мы видели Тихановскую."},
			be:   []string{"Апоўдні і ўначы мы бачылі Ціханоўскую."},
			want: []string{"name low 0: Tsikhanouskaya and Tikhanovskaya in English: one name in two spellings [en 0 Tsikhanouskaya] [en 0 Tikhanovskaya]"},
		},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := nameLines(named(t, c.en, c.ru, c.be))
			got = slices.DeleteFunc(got, func(l string) bool { return c.want == nil && strings.HasPrefix(l, "name low") })
			if len(got) != len(c.want) || !slices.EqualFunc(got, c.want, strings.HasPrefix) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
		})
	}
}

// named compares versions of paragraphs that are tied one by one, each a sentence.
func named(t testing.TB, en, ru, be []string) *Report {
	versions := []article.Version{version("en", slices.Clone(en)...), version("ru", slices.Clone(ru)...)}
	if be != nil {
		versions = append(versions, version("be", slices.Clone(be)...))
	}
	ties := each(len(en), len(versions))
	return report(t, ties, ties, versions...)
}

// TestNamesThatAgree has sentences in which names look different and are the same, or are no names: nothing may be
// reported at medium or high.
func TestNamesThatAgree(t *testing.T) {
	for _, c := range []struct{ name, en, ru, be string }{
		{"schemes", "They met Sviatlana Tsikhanouskaya.", "Они встретили Светлану Тихановскую.", "Яны сустрэлі Святлану Ціханоўскую."},
		{"Łacinka", "They met Cichanoŭskaja and Łukašenka.", "Они встретили Тихановскую и Лукашенко.", "Яны сустрэлі Ціханоўскую і Лукашэнку."},
		{"after the Russian", "The coach is Sergei Voitov.", "Тренер — Сергей Войтов.", "Трэнер — Сяргей Войтаў."},
		{"cases", "A letter to Minsk about Kavalchuk.", "Письмо Минску о Ковальчуке.", "Ліст Мінску пра Кавальчука."},
		{"Nicholas", "The bell was cast by Nicholas Sapega.", "Колокол отлил Николай Сапега.", "Звон адліў Мікалай Сапега."},
		{"Hanna", "The doctor is Hanna Zhuk.", "Врача зовут Анна Жук.", "Доктарку завуць Ганна Жук."},
		{"Eugene", "The prize went to Eugene Savich.", "Приз получил Евгений Савич.", "Прыз атрымаў Яўген Савіч."},
		{"Alexander", "So says Alexander Moroz.", "Так говорит Александр Мороз.", "Так кажа Аляксандр Мароз."},
		{"a patronymic", "The letter was signed by Ivan Rudko.", "Письмо подписал Иван Степанович Рудько.", "Ліст падпісаў Іван Рудзько."},
		{"a form of address", "The cow was found by Mrs. Rudko.", "Корову нашла Рудько.", "Карову знайшла спадарыня Рудзько."},
		{"a title", "The road was opened by Mayor Piotr Rudko.", "Дорогу открыл Пётр Рудько.", "Дарогу адкрыў старшыня Пётр Рудзько."},
		{"a first name left out", "The cow was found by Alena Rudko.", "Корову нашла Рудько.", "Карову знайшла Алена Рудзько."},
		{"initials", "The letter is from A. I. Rudko.", "Письмо от А. И. Рудько.", "Ліст ад Антона Рудзько."},
		{"exonyms", "The train goes from Vilnius to Kyiv by Warsaw.", "Поезд идёт из Вильнюса в Киев через Варшаву.", "Цягнік ідзе з Вільні ў Кіеў праз Варшаву."},
		{"acronyms", "Both the EU and the UN wrote to the CIS.", "И ЕС, и ООН написали в СНГ.", "І ЕС, і ААН напісалі ў СНД."},
		{"an acronym in words", "The roads are a matter for the European Union.", "Дороги — дело ЕС.", "Дарогі — справа Еўрапейскага саюза."},
		{"an adjective of a town", "The lake near Turau is frozen.", "Туровское озеро замёрзло.", "Возера каля Турава замерзла."},
		{"weekdays and months", "It rained on Monday and all through June.", "Дождь шёл в понедельник и весь июнь.", "Дождж ішоў у панядзелак і ўвесь чэрвень."},
		{"peoples", "Two Poles and a Lithuanian won.", "Победили два поляка и литовец.", "Перамаглі два палякі і літовец."},
		{"a title of a work", "She read out “The Blue Gate” twice.", "Она дважды прочла «Синюю калитку».", "Яна двойчы прачытала «Сінюю брамку»."},
		{"a club that is translated", "The Beavers of Drahichyn play in blue.", "Дрогичинские «Бобры» играют в синем.", "Драгічынскія «Бабры» гуляюць у сінім."},
		{"an institution", "The Committee for Forests said no.", "Государственный комитет по лесам отказал.", "Лясны камітэт адмовіў."},
		{"an English headline", "#Old Mill Grinds Rye Again", "#Старая мельница снова мелет", "#Стары млын зноў меле"},
		{"first words", "Geese have come to the pond.", "Прилетели на пруд гуси.", "На сажалку прыляцелі гусі."},
		{"a foreign name", "The medal goes to Ryan Lithgow.", "Медаль получит Райан Литгоу.", "Медаль атрымае Раян Літгоў."},
		{"the classical orthography", "The festival moves to Europe, says Piatro Sliazkin.", "Фестиваль едет в Европу, говорит Пётр Слезкин.", "Фэстываль едзе ў Эўропу, кажа Пётра Сьлёзкін."},
		{"mixed letters", "The park in Minsk is closed.", "Парк в Минске закрыт.", "Парк у Мiнску зачынены."},
		{"decomposed letters", "The post went to Mahiliou.", "Почта ушла в Могиле\u0308в.", "Пошта пайшла ў Магіле\u0308у\u0306."},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, l := range nameLines(named(t, []string{c.en}, []string{c.ru}, []string{c.be})) {
				if !strings.HasPrefix(l, "name low") {
					t.Error(l)
				}
			}
		})
	}
}

// manyNames are n passages of five sentences with a dozen names in each, one of which differs in every third.
func manyNames(n int) []passage {
	en := "The ferry to Pinsk belongs to Viktar Volfovich and his sister Hanna Rudko. They bought it from the town of Stolin. " +
		"Mayor Piotr Kavalchuk came with two guests from Vilnius. The EU paid for the landing stage. It opens on Monday."
	ru := "Паром до Пинска принадлежит Виктору Вольфовичу и его сестре Анне Рудько. Они купили его у города Столина. " +
		"Мэр Пётр Ковальчук пришёл с двумя гостями из Вильнюса. За причал заплатил ЕС. Откроют его в понедельник."
	be := "Паром да Пінска належыць Віктару Вальфовічу і яго сястры Ганне Рудзько. Яны купілі яго ў горада Століна. " +
		"Мэр Пётр Кавальчук прыйшоў з двума гасцямі з Вільні. За прычал заплаціў ЕС. Адкрыюць яго ў панядзелак."
	texts := [3][]string{}
	for i := range n {
		other := be
		if i%3 == 0 {
			other = strings.Replace(be, "Століна", "Кобрына", 1)
		}
		texts[0], texts[1], texts[2] = append(texts[0], en), append(texts[1], ru), append(texts[2], other)
	}
	a := &article.Article{Versions: []article.Version{version("en", texts[0]...), version("ru", texts[1]...), version("be", texts[2]...)}}
	out := make([]passage, n)
	for i := range out {
		out[i] = passage{article: a, role: article.RoleBody, bead: bead(i)}
		r := a.Versions[0].Paragraphs[i].Sentences
		for s := r.Lo; s < r.Hi; s++ {
			out[i].sentences = append(out[i].sentences, bead(s))
		}
	}
	return out
}

// bead ties unit i of three versions.
func bead(i int) align.Bead {
	r := article.Range{Lo: i, Hi: i + 1}
	return align.Bead{Sides: []article.Range{r, r, r}}
}

// TestNamesOfManyPassages sees that what is found does not depend on how long the article is.
func TestNamesOfManyPassages(t *testing.T) {
	found := 0
	for _, p := range manyNames(30) {
		for _, d := range names(&p) {
			if d.Severity == High {
				found++
			}
		}
	}
	if found != 10 {
		t.Errorf("%d names differ, want 10", found)
	}
}

func BenchmarkNames(b *testing.B) {
	for _, n := range []int{30, 300} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			passages := manyNames(n)
			b.ReportAllocs()
			for b.Loop() {
				for i := range passages {
					names(&passages[i])
				}
			}
		})
	}
}

// FuzzNames compares texts of any sort; the marks must lie in their paragraphs.
func FuzzNames(f *testing.F) {
	f.Add("Mr. Smith's U.S. «Dawn» won’t", "Де Вос, «Заря» А. Г. Иванов-", "Łukašenka \xff ў\u0306'")
	f.Add("A-B'c", "“", "ЕС ААН")
	f.Fuzz(func(t *testing.T, en, ru, be string) {
		if strings.TrimSpace(en) == "" || strings.TrimSpace(ru) == "" || strings.TrimSpace(be) == "" {
			t.Skip()
		}
		a := &article.Article{Versions: []article.Version{version("en", en), version("ru", ru), version("be", be)}}
		p := passage{article: a, role: article.RoleBody, bead: bead(0)}
		s := align.Bead{}
		for i := range a.Versions {
			if len(a.Versions[i].Paragraphs) == 0 {
				t.Skip()
			}
			s.Sides = append(s.Sides, a.Versions[i].Paragraphs[0].Sentences)
		}
		p.sentences = []align.Bead{s}
		for _, d := range names(&p) {
			for _, m := range d.Marks {
				span := a.Versions[m.Version].Paragraphs[m.Paragraph].Span
				if m.Start < span.Start || m.End > span.End || m.Start >= m.End {
					t.Fatalf("mark %v outside %v", m, span)
				}
			}
		}
	})
}

func TestSeatsOfPowerAreInTheLexicon(t *testing.T) {
	words := lexicon.Standard()
	for line := range strings.Lines(seatsOfPower) {
		place, sitters, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Errorf("%q: no place and what sits there", line)
		}
		for name := range strings.SplitSeq(place+", "+sitters, ", ") {
			if len(slices.Collect(words.Senses(lang.English, stemmed(name)))) == 0 {
				t.Errorf("%q: the lexicon does not have %q", line, name)
			}
		}
	}
}
