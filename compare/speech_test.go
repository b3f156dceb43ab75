package compare

import (
	"fmt"
	"strings"
	"testing"

	"triptych/article"

	"github.com/google/go-cmp/cmp"
)

// spoken compares one sentence, or one paragraph of several, in two or three versions and tells the differences in how
// things are said.
func spoken(t testing.TB, texts ...string) []string {
	t.Helper()
	keys := []string{"en", "ru", "be"}
	var versions []article.Version
	paragraphs := make([]string, 0, len(texts))
	n := 0
	for i, text := range texts {
		key := keys[i]
		if k, rest, ok := strings.Cut(text, "="); ok && len(k) == 2 {
			key, text = k, rest
		}
		versions = append(versions, version(key, text))
		paragraphs = append(paragraphs, "0")
		n = max(n, len(versions[i].Sentences))
	}
	var beads []string
	for s := range n {
		var sides []string
		for i := range versions {
			side := "-"
			if s < len(versions[i].Sentences) {
				side = string(rune('0' + s))
			}
			sides = append(sides, side)
		}
		beads = append(beads, strings.Join(sides, " | "))
	}
	r := report(t, strings.Join(paragraphs, " | "), strings.Join(beads, "\n"), versions...)
	var out []string
	for _, d := range r.Differences() {
		switch d.Kind {
		case Quotation, Negation, Modality, Attribution:
			out = append(out, line(r, d))
		}
	}
	return out
}

type spokenCase struct {
	name  string
	texts []string
	want  []string
}

func testSpoken(t *testing.T, cases []spokenCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := spoken(t, c.texts...); len(got)+len(c.want) > 0 && !cmp.Equal(got, c.want) {
				t.Error(cmp.Diff(c.want, got))
			}
		})
	}
}

func TestNegations(t *testing.T) {
	testSpoken(t, []spokenCase{
		{name: "one loses the denial", texts: []string{"The council did not approve the budget.", "Совет одобрил бюджет.", "Савет не зацвердзіў бюджэт."}, want: []string{
			"negation medium 0: Denied in English and Belarusian, affirmed in Russian [en 0 not approve] [ru! 0 одобрил] [be 0 не зацвердзіў]",
		}},
		{name: "double negation is one", texts: []string{"Nobody came to the meeting.", "На собрание никто не пришёл.", "На сход ніхто не прыйшоў."}},
		{name: "double negation, never", texts: []string{"The mayor never answered the letter.", "Мэр никогда не отвечал на письмо.", "Мэр ніколі не адказваў на ліст."}},
		{name: "no evidence", texts: []string{"There is no evidence of fraud.", "Доказательств мошенничества нет.", "Доказаў махлярства няма."}},
		{name: "not only", texts: []string{"The storm damaged not only roofs but also roads.", "Буря повредила не только крыши, но и дороги.", "Бура пашкодзіла дахі і дарогі."}},
		{name: "a verb that denies", texts: []string{"The driver refused to pay the fine.", "Водитель не стал платить штраф.", "Кіроўца адмовіўся плаціць штраф."}},
		{name: "fail", texts: []string{"The firm failed to deliver the trains.", "Фирма не поставила поезда.", "Фірма не паставіла цягнікі."}},
		{name: "without", texts: []string{"He left without a word.", "Он ушёл, не сказав ни слова.", "Ён пайшоў без слова."}},
		{name: "unhappy", texts: []string{"Residents are unhappy with the plan.", "Жители не довольны планом.", "Жыхары незадаволеныя планам."}},
		{name: "question", texts: []string{"Would you like to see the museum?", "Не хотите ли посмотреть музей?", "Ці не хочаце паглядзець музей?"}},
		{name: "no fewer than", texts: []string{"At least a hundred people saw the fire.", "Пожар видели не менее ста человек.", "Пажар бачылі не менш за сто чалавек."}},
		{name: "not without", texts: []string{"It was easy to find the spring.", "Найти родник было нетрудно.", "Знайсці крыніцу было няцяжка."}},
		{name: "until", texts: []string{"The bridge stays closed until the water falls.", "Мост закрыт, пока не спадёт вода.", "Мост зачынены, пакуль не спадзе вада."}},
		{name: "only", texts: []string{"Only in May did the ferry return.", "Паром вернулся не раньше мая.", "Паром вярнуўся толькі ў траўні."}},
		{name: "a long sentence", texts: []string{"According to the report, which the ministry published on Tuesday, the plant did not pay taxes for the land it had used since spring.",
			"Согласно отчёту, который министерство опубликовало во вторник, завод платил налоги за землю, которую использовал с весны.",
			"Паводле справаздачы, якую міністэрства апублікавала ў аўторак, завод не плаціў падаткі за зямлю, якую выкарыстоўваў з вясны."}, want: []string{
			"negation medium 0: Denied in English and Belarusian, affirmed in Russian [en 0 not pay] [ru! 0 платил] [be 0 не плаціў]",
		}},
		{name: "a long sentence, one adds the denial", texts: []string{"The commission found that the bridge was safe, and the road to the lake opened again for lorries on Friday.",
			"Комиссия установила, что мост безопасен, а дорога к озеру в пятницу снова открылась для грузовиков.",
			"Камісія ўстанавіла, што мост бяспечны, а дарога да возера ў пятніцу не адкрылася для грузавікоў."}, want: []string{
			"negation medium 0: Denied in Belarusian, affirmed in English and Russian [en 0 opened] [ru 0 открылась] [be! 0 не адкрылася]",
		}},
		{name: "two versions", texts: []string{"The council did not approve the budget.", "Совет одобрил бюджет."}, want: []string{
			"negation medium 0: Denied in English, affirmed in Russian [en 0 not approve] [ru 0 одобрил]",
		}},
		{name: "two versions, Russian and Belarusian", texts: []string{"ru=Совет не утвердил бюджет города.", "be=Савет зацвердзіў бюджэт горада."}, want: []string{
			"negation medium 0: Denied in Russian, affirmed in Belarusian [ru 0 не утвердил] [be 0 зацвердзіў]",
		}},
		{name: "nothing but", texts: []string{"In the fog he saw nothing but the red lamp.", "В тумане он не видел ничего, кроме красной лампы.", "У тумане ён бачыў адну чырвоную лямпу."}},
		{name: "not anything except", texts: []string{"The guard did not find anything except a glove.", "Сторож нашёл только перчатку.", "Вартаўнік нікога, апрача ката, не знайшоў."}},
		{name: "besides is no exception", texts: []string{"Besides, the mayor did not sign the order.", "Кроме того, мэр не подписал приказ.", "Акрамя таго, мэр падпісаў загад."}, want: []string{
			"negation medium 0: Denied in English and Russian, affirmed in Belarusian [en 0 not sign] [ru 0 не подписал] [be! 0 падпісаў]",
		}},
		{name: "a refusal denied", texts: []string{"The driver had not refused the test: he had been late for it.", "Водитель от теста не отказывался: он на него опоздал.", "Кіроўца ад тэсту адмовіўся: ён на яго спазніўся."}, want: []string{
			"negation medium 0: Denied in English and Russian, affirmed in Belarusian [en 0 not refused] [ru 0 не отказывался] [be! 0 адмовіўся]",
		}},
		{name: "a refusal denied is consent", texts: []string{"The driver did not refuse the test.", "Водитель от теста не отказывался.", "Кіроўца пагадзіўся на тэст."}},
		{name: "two versions, other words", texts: []string{"The council rejected the budget.", "Совет не утвердил бюджет."}},
		{name: "two versions, remained", texts: []string{"The shop remained open.", "Магазин не закрылся."}},
		{name: "two versions, the opposite", texts: []string{"Most of these snakes are not considered dangerous.", "Большинство этих змей считается мирными."}},
		{name: "classical spelling", texts: []string{"The school will not open this year.", "Школа в этом году не откроется.", "Школа сёлета ня адчыніцца."}},
		{name: "Latin letters", texts: []string{"The school will not open this year.", "Школа в этом году не откроется.", "Škola sioleta nie adčynicca."}},
		{name: "Latin letters, the denial lost", texts: []string{"The school will not open this year.", "Школа в этом году не откроется.", "Škola sioleta adčynicca."}, want: []string{
			"negation medium 0: Denied in English and Russian, affirmed in Belarusian [en 0 not open] [ru 0 не откроется] [be! 0 adčynicca]",
		}},
	})
}

func TestModalities(t *testing.T) {
	testSpoken(t, []spokenCase{
		{name: "must and may", texts: []string{"Drivers must leave the bridge at night.", "Водители должны покинуть мост ночью.", "Кіроўцы могуць пакінуць мост уначы."}, want: []string{
			"modality medium 0: “must” in English, “must” in Russian, “may” in Belarusian [en 0 must] [ru 0 должны] [be! 0 могуць]",
		}},
		{name: "must and must", texts: []string{"Drivers have to leave the bridge.", "Водителям необходимо покинуть мост.", "Кіроўцы мусяць пакінуць мост."}},
		{name: "must not and cannot", texts: []string{"Visitors must not touch the bells.", "Посетителям нельзя трогать колокола.", "Наведвальнікі не могуць чапаць званы."}},
		{name: "two versions", texts: []string{"Residents must boil water.", "Жители могут кипятить воду."}, want: []string{
			"modality medium 0: “must” in English, “may” in Russian [en 0 must] [ru 0 могут]",
		}},
		{name: "may of chance", texts: []string{"The river may rise again.", "Река может снова подняться.", "Рака, магчыма, зноў падымецца."}},
		{name: "should and must are near", texts: []string{"Parents should sign the form.", "Родители должны подписать бланк.", "Бацькі павінны падпісаць бланк."}},
	})
}

func TestAttributions(t *testing.T) {
	testSpoken(t, []spokenCase{
		{name: "claimed", texts: []string{"The owner claimed the mill was safe.", "Владелец сообщил, что мельница безопасна.", "Уладальнік паведаміў, што млын бяспечны."}, want: []string{
			"attribution medium 0: “claimed” in English, “said” in Russian, “said” in Belarusian [en! 0 claimed] [ru 0 сообщил] [be 0 паведаміў]",
		}},
		{name: "one strength", texts: []string{"The owner said the mill was safe.", "Владелец заявил, что мельница безопасна.", "Уладальнік адзначыў, што млын бяспечны."}},
		{name: "asserted is said", texts: []string{"The owner said the mill was safe.", "Владелец утверждает, что мельница безопасна.", "Уладальнік сцвярджае, што млын бяспечны."}},
		{name: "admitted", texts: []string{"The owner said the mill was old.", "Владелец признал, что мельница стара.", "Уладальнік сказаў, што млын стары."}, want: []string{
			"attribution medium 0: “said” in English, “admitted” in Russian, “said” in Belarusian [en 0 said] [ru! 0 признал] [be 0 сказаў]",
		}},
		{name: "stressed weighs little", texts: []string{"The owner said the mill was old.", "Владелец подчеркнул, что мельница стара.", "Уладальнік сказаў, што млын стары."}, want: []string{
			"attribution low 0: “said” in English, “stressed” in Russian, “said” in Belarusian [en 0 said] [ru! 0 подчеркнул] [be 0 сказаў]",
		}},
		{name: "a verb that the tables do not know", texts: []string{"The owner denied the report.", "Владелец подтвердил сообщение.", "Уладальнік абверг паведамленне."}},
		{name: "another mouth", texts: []string{`"We stay," he said.`, "«Мы остаёмся», — сказала она.", "«Мы застаёмся», — сказаў ён."}, want: []string{
			"quotation medium 0: Said by a man in English and Belarusian, by a woman in Russian [en 0 he said] [ru! 0 сказала она] [be 0 сказаў ён]",
		}},
	})
}

func TestQuotations(t *testing.T) {
	testSpoken(t, []spokenCase{
		{name: "one tells what the others quote", texts: []string{`"We will rebuild the mill by autumn," said Zhuk.`, "Жук сказал, что мельницу восстановят к осени.", "«Мы адновім млын да восені», — сказаў Жук."}, want: []string{
			`quotation medium 0: Quoted in English and Belarusian, told without quotation marks in Russian [en 0 "We will rebuild the mill by autumn,"] [ru! 0 мельницу восстановят к осени] [be 0 «Мы адновім млын да восені»]`,
		}},
		{name: "one quotes what the others tell", texts: []string{"Zhuk said they would rebuild the mill by autumn.", "«Мы восстановим мельницу к осени», — сказал Жук.", "Жук сказаў, што млын адновяць да восені."}, want: []string{
			"quotation low 0: Quoted in Russian, told without quotation marks in English and Belarusian [en 0 rebuild the mill by autumn] [ru! 0 «Мы восстановим мельницу к осени»] [be 0 млын адновяць да восені]",
		}},
		{name: "marks of all sorts", texts: []string{"“We will rebuild the mill,” said Zhuk.", "„Мы восстановим мельницу“, — сказал Жук.", "— Мы адновім млын, — сказаў Жук."}},
		{name: "an author's words inside", texts: []string{`"We will rebuild the mill," said Zhuk. "The roof is ready."`, "«Мы восстановим мельницу, — сказал Жук. — Крыша готова».", "«Мы адновім млын, — сказаў Жук. — Дах гатовы»."}},
		{name: "names in marks by custom", texts: []string{"The club Veter won in Minsk.", "Клуб «Ветер» победил в Минске.", "Клуб «Вецер» перамог у Мінску."}},
		{name: "scare quotes that one drops", texts: []string{`They call it a "quiet harvest" in the village.`, "В деревне это зовут «тихой жатвой».", "У вёсцы гэта завуць ціхім жнівом."}, want: []string{
			`quotation medium 0: In quotation marks in English and Russian, plain in Belarusian [en 0 "quiet harvest"] [ru 0 «тихой жатвой»] [be! 0 ціхім жнівом]`,
		}},
		{name: "so-called for marks", texts: []string{"The so-called quiet harvest began.", "Началась «тихая жатва».", "Пачалося так званае ціхае жніво."}},
		{name: "so-called lost", texts: []string{"The so-called republic fell.", "Республика пала.", "Рэспубліка ўпала."}, want: []string{
			"quotation low 0: “So-called” in English, not in Russian and Belarusian [en! 0 so-called republic]",
		}},
		{name: "cut short", texts: []string{`"We will rebuild the mill by autumn, and the dam, and the road to the village as well," said Zhuk.`,
			"«Мы восстановим мельницу к осени, и плотину, и дорогу к деревне тоже», — сказал Жук.", "«Мы адновім млын», — сказаў Жук."}, want: []string{
			`quotation medium 0: The quotation is much shorter in Belarusian [en 0 "We will rebuild the mill by autumn, and the dam, and the road to the village as well,"] [ru 0 «Мы восстановим мельницу к осени, и плотину, и дорогу к деревне тоже»] [be! 0 «Мы адновім млын»]`,
		}},
		{name: "two versions", texts: []string{`"We will rebuild the mill by autumn," said Zhuk.`, "Жук сказал, что к осени мельницу восстановят."}, want: []string{
			`quotation medium 0: Quoted in English, told without quotation marks in Russian [en 0 "We will rebuild the mill by autumn,"] [ru 0 осени мельницу восстановят]`,
		}},
	})
}

// Sentences that each hold a quotation, a denial, a modal word and a verb of saying, in three versions that agree.
func BenchmarkSpeeches(b *testing.B) {
	const n = 60
	en := strings.Repeat(`"We will not sell the mill," said Zhuk, who must pay the debt by May. `, n)
	ru := strings.Repeat("«Мы не продадим мельницу», — сказал Жук, который должен уплатить долг до мая. ", n)
	be := strings.Repeat("«Мы не прададзім млын», — сказаў Жук, які павінен заплаціць доўг да траўня. ", n)
	versions := []article.Version{version("en", en), version("ru", ru), version("be", be)}
	var beads strings.Builder
	for i := range n {
		fmt.Fprintf(&beads, "%d | %d | %d\n", i, i, i)
	}
	r := report(b, "0 | 0 | 0", beads.String(), versions...)
	p := &passage{article: r.Article, bead: r.Rows[0].Bead, sentences: r.Rows[0].Sentences}
	b.ReportAllocs()
	for b.Loop() {
		speeches(p)
	}
}
