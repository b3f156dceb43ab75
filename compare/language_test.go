package compare

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLanguage(t *testing.T) {
	cases := []struct {
		name, key, text string
		want            []string
	}{
		{"clean Belarusian", "be", "Аўтобус да Нясвіжа спыняецца каля млына, і пасажыры чакаюць пад ліпай.", nil},
		{"clean Russian", "ru", "Автобус до Несвижа останавливается у мельницы, и пассажиры ждут под липой.", nil},
		{"clean English", "en", "The bus to Niasviž stops by the mill.", nil},
		{"classical orthography", "be", "Ня ведаю, ці ёсьць сёньня сьнег у Ґрузіі і на пляцы.", nil},
		{"Łacinka", "be", "Aŭtobus da Niaśviža spyniajecca kala młyna, i pasažyry čakajuć pad lipaj.", nil},
		{"a letter that Belarusian lacks", "be", "Аўтобус стаіць каля мельницы ўжо гадзіну.", []string{
			"language medium 0: “мельницы” has a letter that Belarusian does not have: и [be 0 мельницы]"}},
		{"neighbours are one mark, others one more", "be", "Аўтобус стаіць возле мельницы, а потым едзе ў город через площадь.", []string{
			"language medium 0: “мельницы” has a letter that Belarusian does not have: и; 1 more [be 0 мельницы] [be 0 через площадь]"}},
		{"a spelling that Belarusian lacks", "be", "У кастрычніку ў Міры была дождливая ночь і моцны вецер.", []string{
			"language medium 0: “дождливая ночь” has a letter that Belarusian does not have: и [be 0 дождливая ночь]"}},
		{"a small Russian word", "be", "Гаспадар кажа, что яблыкі ўжо сабралі.", []string{
			"language medium 0: “что” is a Russian word [be 0 что]"}},
		{"Russian at the start of a sentence", "be", "Таким чынам, яблыкі ўжо сабралі.", []string{
			"language medium 0: “Таким” has a letter that Belarusian does not have: и [be 0 Таким]"}},
		{"a sentence of Russian", "be", "Яблыкі сабралі ў верасні. Урожай увезли на склад, и теперь его делят.", []string{
			"language medium 0: A sentence of the Belarusian version is in Russian [be 0 Урожай увезли на склад, и теперь его делят.]"}},
		{"two sentences of Russian", "be", "Яблыкі сабралі. Урожай и зелень увезли на склад. Теперь его делят между соседями. Хопіць усім.", []string{
			"language medium 0: 2 sentences of the Belarusian version are in Russian" +
				" [be 0 Урожай и зелень увезли на склад.] [be 0 Теперь его делят между соседями.]"}},
		{"a sentence of English", "be", "Яблыкі ў калгасным садзе сабралі яшчэ ў верасні. The harvest was taken to the barn. Хопіць усім да вясны.", []string{
			"language medium 0: A sentence of the Belarusian version is in Latin letters [be 0 The harvest was taken to the barn.]"}},
		{"brands in a row", "ru", "Урожай купили соседи. Lidl, Carrefour, Coop Norge, Auchan.", nil},
		{"words of Ukrainian", "be", "Яблыкі сабралі. Їхній сад росте біля рэчкі, а її береги круті.", []string{
			"language medium 0: “Їхній” has a letter that Belarusian does not have: ї; 2 more [be 0 Їхній] [be 0 росте] [be 0 її береги]"}},
		{"a quotation in Russian", "be", "Гаспадар адказаў: «Урожай увезли на склад, и теперь его делят».", nil},
		{"a title in quotation marks", "be", "Пра гэта напісала газета «Сельская жизнь» і паўтарыла радыё.", nil},
		{"a name in Russian", "be", "Пра гэта напісала Сельская Жизнь, а Михаил Щукин пацвердзіў.", nil},
		{"a name at the start", "be", "Михаил Щукин пацвердзіў гэта ўчора.", nil},
		{"an organisation in small letters", "be", "Справу вядзе Министерство иностранных дел, як паведамілі ўчора.", nil},
		{"an abbreviation", "be", "ГИБДД закрыла дарогу да возера, і аўтобус спыніўся.", nil},
		{"addresses", "be", "Пішыце на почта@рынки.бел альбо глядзіце https://рынки.бел/новости і #сельскаяжизнь тут.", nil},
		{"a headline in capitals", "be", "ЯБЛЫКІ ЗНОЎ УВЕЗЛИ НА СКЛАД", []string{
			"language medium 0: “УВЕЗЛИ” has a letter that Belarusian does not have: и [be 0 УВЕЗЛИ]"}},
		{"a Russian word without a Russian letter", "be", "Горад замяніў сем старых котельных на вуліцах.", []string{
			"language medium 0: “котельных” is not spelled as Belarusian words are [be 0 котельных]"}},
		{"в where Belarusian has ў", "be", "Сярод пострадавших былі двое дзяцей.", []string{
			"language medium 0: “пострадавших” has a letter that Belarusian does not have: и [be 0 пострадавших]"}},
		{"в at the end", "be", "Каля садов стаіць стары млын.", []string{
			"language medium 0: “садов” is not spelled as Belarusian words are [be 0 садов]"}},
		{"names are spelled as they are", "be", "На матчы быў Рене, а Ален Делон не прыехаў у горад Ревель.", nil},
		{"в before a vowel", "be", "Вавёрка схавала арэхі пад верасам, увосень яны спатрэбяцца.", nil},
		{"an acronym with a Latin letter", "be", "Краіны ЕC падпісалі дамову ў Мінску.", []string{
			"language low 0: “ЕC” has letters of another script [be 0 ЕC]"}},
		{"a Cyrillic letter in Latin Belarusian", "be", "Sеzon kaštuje šmat hrošaj, kažuć u kłubie, a haściej mała.", []string{
			"language medium 0: “Sеzon” has letters of another script [be 0 Sеzon]"}},
		{"Belarusian spelling in Russian", "ru", "Об этом рассказал чытач из Лиды.", []string{
			"language medium 0: “чытач” is not spelled as Russian words are [ru 0 чытач]"}},
		{"short i is one letter", "be", "Зялёны гай стаіць за вёскай.", nil},
		{"a Latin i in a word", "be", "Увечары ў Мiры запалiлi лiхтары.", []string{
			"language medium 0: 3 words have letters of another script, “Мiры” first [be 0 Мiры] [be 0 запалiлi] [be 0 лiхтары]"}},
		{"a Latin i for a word", "be", "Яблыкі i грушы ўжо сабралі.", []string{
			"language low 0: “i” has letters of another script [be 0 i]"}},
		{"mixed script in a quotation", "be", "Ён сказаў: «Добрай рaніцы».", []string{
			"language medium 0: “рaніцы” has letters of another script [be 0 рaніцы]"}},
		{"mixed script that shows", "ru", "Возле рынка закрыли маqаzин игрушек.", []string{
			"language medium 0: “маqаzин” has letters of another script [ru 0 маqаzин]"}},
		{"a Latin stem with an ending", "ru", "Он прислал SMSку и ушёл в VIPовский зал.", nil},
		{"Latin words keep their letters", "be", "Кампанія Google набыла сэрвіс online каля Wi-Fi кропкі, вітамін C і план B.", nil},
		{"Belarusian in Russian", "ru", "Аптека закрыта, а ў кассе рынка сидит новый мастер.", []string{
			"language medium 0: “ў” has a letter that Russian does not have: ў [ru 0 ў]"}},
		{"a sentence of Belarusian in Russian", "ru", "Аптеку закрыли. Гаспадар кажа, што ўсё гэта з-за рамонту.", []string{
			"language medium 0: A sentence of the Russian version is in Belarusian [ru 0 Гаспадар кажа, што ўсё гэта з-за рамонту.]"}},
		{"a Belarusian name in Russian", "ru", "Об этом написали Наша Ніва и «Новы час».", nil},
		{"Roman numerals in Cyrillic letters", "ru", "Замок построили в ХІ веке и расширили в ІІІ четверти.", nil},
		{"a word in Cyrillic in English", "en", "The mill grinds мука every day.", []string{
			"language medium 0: “мука” is in Cyrillic letters [en 0 мука]"}},
		{"a word in Cyrillic in brackets", "en", "The mill grinds flour (мука) in Mir (Мір).", nil},
		{"an English word with a Cyrillic letter", "en", "The mill in Lоndon grinds flour.", []string{
			"language medium 0: “Lоndon” has letters of another script [en 0 Lоndon]"}},
		{"a date line", "be", "@Опубликовано: 15.11.2024", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v, other := version(c.key, c.text), version("de", "Ein Satz.")
			sentences := "0 | 0"
			for i := 1; i < len(v.Sentences); i++ {
				sentences += "\n" + string(rune('0'+i)) + " | -"
			}
			if diff := cmp.Diff(c.want, only(report(t, "0 | 0", sentences, v, other), Language)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
