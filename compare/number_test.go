package compare

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"triptych/align"
	"triptych/article"
)

// facts lists what is said of numbers and dates in one sentence in up to three languages; "" leaves a version out.
func facts(t *testing.T, en, ru, be string) []string {
	t.Helper()
	var versions []article.Version
	for _, v := range [...]struct{ key, text string }{{"en", en}, {"ru", ru}, {"be", be}} {
		if v.text != "" {
			versions = append(versions, version(v.key, v.text))
		}
	}
	notation := strings.TrimSuffix(strings.Repeat("0 | ", len(versions)), " | ")
	var out []string
	for _, d := range report(t, notation, notation, versions...).Differences() {
		if d.Kind == Number || d.Kind == Date {
			out = append(out, string(d.Kind)+" "+string(d.Severity)+": "+d.Note)
		}
	}
	return out
}

// TestOneQuantityManyWays holds pairs of spellings of one value. None may be reported for more than low.
func TestOneQuantityManyWays(t *testing.T) {
	cases := []struct{ name, en, ru, be string }{
		{"thousands", "The fair drew 380,000 guests.", "Ярмарка собрала 380 тыс. гостей.", "Кірмаш сабраў трыста восемдзесят тысяч гасцей."},
		{"one and a half thousand", "Some 1,500 pears were sold.", "Продали около полутора тысяч груш.", "Прадалі каля паўтары тысячы груш."},
		{"million and a half", "They planted a million and a half firs.", "Посадили 1,5 млн ёлок.", "Пасадзілі паўтара мільёна елак."},
		{"two and a half million", "It cost 2.5 million roubles.", "Стоило это два с половиной миллиона рублей.", "Каштавала гэта 2,5 мільёна рублёў."},
		{"billions", "The plant lost $1.2bn.", "Завод потерял 1,2 млрд долларов.", "Завод страціў 1,2 мільярда даляраў."},
		{"more than a hundred", "More than a hundred swans came.", "Прилетело свыше ста лебедей.", "Прыляцела звыш ста лебедзяў."},
		{"no fewer than", "At least 60 cows were saved.", "Спасли не менее 60 коров.", "Выратавалі не менш за 60 кароў."},
		{"dozens in all cases", "With forty-two pupils she left.", "С сорока двумя учениками она ушла.", "З сарака двума вучнямі яна пайшла."},
		{"dozen", "A dozen boats sank.", "Затонула дюжина лодок.", "Затанула тузін лодак."},
		{"miles", "The path is 60 miles long.", "Тропа тянется на 97 километров.", "Сцежка цягнецца на 97 км."},
		{"miles with kilometres in brackets", "The path is 60 miles (97 km) long.", "Тропа тянется на 97 километров.", "Сцежка цягнецца на 60 міль."},
		{"feet and inches", "He is 6ft 2in tall.", "Его рост 1 м 88 см.", "Ён ростам 188 сантыметраў."},
		{"feet and inches with a hyphen", "The 6-foot-2 goalkeeper left.", "Вратарь ростом 188 см ушёл.", "Брамнік ростам 1,88 м пайшоў."},
		{"feet and inches by marks", "He is 6'2\" tall.", "Рост его 188 см.", "Рост яго 188 см."},
		{"feet", "The wall is 30 feet high.", "Стена высотой девять метров.", "Сцяна вышынёй 9 м."},
		{"pounds of weight", "The catfish weighed 44 pounds.", "Сом весил 20 килограммов.", "Сом важыў 20 кг."},
		{"Fahrenheit", "It was 86 degrees in the shade.", "В тени было 30 градусов.", "У цені было 30 градусаў."},
		{"Fahrenheit told", "It was 86°F in the shade.", "В тени было +30 °C.", "У цені было 30 градусаў цяпла."},
		{"acres", "The wood covers 500 acres.", "Лес занимает около 200 гектаров.", "Лес займае каля 200 га."},
		{"percent", "Prices rose by 12 per cent.", "Цены выросли на двенадцать процентов.", "Цэны выраслі на 12 адсоткаў."},
		{"percent adjective", "A 15% rise was promised.", "Обещан пятнадцатипроцентный рост.", "Абяцаны 15-працэнтны рост."},
		{"a half is fifty per cent", "Half of the wells are dry.", "50 % колодцев пересохли.", "Палова студняў перасохла."},
		{"two thirds", "Two thirds voted for it.", "За проголосовали две трети.", "За прагаласавалі дзве траціны."},
		{"a quarter", "A quarter of them stayed.", "Осталась четверть из них.", "Засталося 25 % з іх."},
		{"twice", "Sales doubled.", "Продажи выросли вдвое.", "Продажы павялічыліся ў два разы."},
		{"three times", "Prices tripled.", "Цены выросли в три раза.", "Цэны патроіліся."},
		{"halved", "The herd was halved.", "Стадо сократилось вдвое.", "Статак скараціўся ўдвая."},
		{"twelve-hour clock", "The bell rang at 6:30 p.m. on the square.", "Колокол зазвонил на площади в 18:30.", "Звон зазваніў на плошчы а палове сёмай вечара."},
		{"a bare hour", "It opens at 9am.", "Открывается в 9 часов утра.", "Адчыняецца а дзявятай раніцы."},
		{"half past", "They met at half past seven in the evening.", "Встретились в половине восьмого вечера.", "Сустрэліся ў 19.30."},
		{"quarter to", "It left at quarter to eight.", "Ушёл без четверти восемь.", "Адышоў без чвэрці восем."},
		{"noon", "The sirens sounded at noon.", "Сирены включили в 12:00.", "Сірэны ўключылі апоўдні."},
		{"midnight", "They sang until midnight.", "Пели до полуночи.", "Спявалі да 0:00."},
		{"time zones", "The match starts at 16:00 GMT.", "Матч начнётся в 19:00 по минскому времени.", "Матч пачнецца ў 19:00 па мінскім часе."},
		{"day of a month", "On May 3 the ice broke.", "Третьего мая лёд вскрылся.", "3 траўня лёд крануўся."},
		{"abbreviated month", "On Sept. 14 the dam opened.", "14 сентября открыли плотину.", "Чатырнаццатага верасня адкрылі плаціну."},
		{"date in digits", "On 15 November 2023 it closed.", "15.11.2023 его закрыли.", "15 лістапада 2023 года яго закрылі."},
		{"a weekday against a date", "The mill opens on Tuesday.", "Мельница откроется 14 мая.", "Млын адчыняць 14 мая."},
		{"weekday left out", "The mill opened on Friday.", "Мельницу открыли.", "Млын адчынілі ў пятніцу."},
		{"the environment is no Wednesday", "It protects the environment.", "Это защищает среду.", "Гэта абараняе асяроддзе."},
		{"decades", "In the 1990s it stood empty.", "В 90-е годы он пустовал.", "У дзевяностыя гады ён пуставаў."},
		{"decade of years", "It stood for over a decade.", "Он стоял более десяти лет.", "Ён стаяў больш за дзесяць гадоў."},
		{"two decades", "It took two decades.", "На это ушло двадцать лет.", "На гэта пайшло два дзесяцігоддзі."},
		{"centuries", "The manor is from the 19th century.", "Усадьба построена в XIX веке.", "Сядзіба паўстала ў ХІХ стагоддзі."},
		{"centuries in words", "In the eighteenth century it burned.", "В XVIII веке она сгорела.", "У васямнаццатым стагоддзі яна згарэла."},
		{"half a century", "It took half a century.", "Ушло полвека.", "Прайшло паўстагоддзя."},
		{"half an hour", "It took half an hour.", "Это заняло полчаса.", "Гэта заняло 30 хвілін."},
		{"an hour and a half", "It lasted an hour and a half.", "Длилось это полтора часа.", "Доўжылася гэта 90 хвілін."},
		{"year and a half", "He waited a year and a half.", "Он ждал полтора года.", "Ён чакаў 18 месяцаў."},
		{"hours and minutes", "The trip takes 2 hours 30 minutes.", "Дорога занимает два с половиной часа.", "Дарога займае 2,5 гадзіны."},
		{"a fortnight of days", "It rained for two weeks.", "Дождь шёл 14 дней.", "Дождж ішоў два тыдні."},
		{"day and night", "Rescuers worked for 24 hours.", "Спасатели работали сутки.", "Ратавальнікі працавалі 24 гадзіны."},
		{"ages", "A 23-year-old diver was hurt.", "Пострадал двадцатитрёхлетний водолаз.", "Пацярпеў 23-гадовы вадалаз."},
		{"compounds", "A five-storey house and a three-day fair.", "Пятиэтажный дом и трёхдневная ярмарка.", "Пяціпавярховы дом і трохдзённы кірмаш."},
		{"ranges", "From 5 to 7 million litres leaked.", "Вытекло 5–7 млн литров.", "Выцекла ад пяці да сямі мільёнаў літраў."},
		{"year ranges", "He ruled in 2019-21.", "Он правил в 2019–2021 годах.", "Ён кіраваў у 2019–2021 гадах."},
		{"ordinals", "She came fourth in the race.", "Она пришла 4-й в забеге.", "Яна прыйшла чацвёртай у забегу."},
		{"phone numbers", "Call 8 017 234-56-78 for help.", "Звоните по телефону +375 17 234-56-78.", "Тэлефануйце 8 (017) 234-56-78."},
		{"money", "A fine of 300 Belarusian roubles was set.", "Назначен штраф 300 бел. руб.", "Прызначаны штраф у трыста рублёў."},
		{"roubles and kopecks", "A loaf costs 2.15 roubles.", "Батон стоит 2 рубля 15 копеек.", "Батон каштуе 2 рублі 15 капеек."},
		{"money in brackets", "The prize is 900 roubles ($270).", "Приз — 900 рублей.", "Прыз — 900 рублёў."},
		{"a family is no seven", "The family left.", "Семья уехала.", "У сям'і бяда."},
		{"classical spelling", "Twelve swans and 250 ducks came in December.", "В декабре прилетело 12 лебедей и 250 уток.", "У сьнежні прыляцела дванаццаць лебедзяў і дзьвесьце пяцьдзясят качак."},
		{"Łacinka", "On 6 April 1,500 people came at 7 p.m. for 12 days.", "6 апреля на 12 дней в 19:00 пришли 1500 человек.", "Šostaha krasavika na dvanaccać dzion a siomaj viečara pryjšło paŭtary tysiačy čałaviek."},
		{"mother of three", "A mother-of-three won.", "Победила мать троих детей.", "Перамагла маці траіх дзяцей."},
		{"a score in a game", "Dnipro won 3-1.", "«Днепр» победил со счётом 3:1.", "«Дняпро» перамог 3:1."},
		{"a score is no twenty", "He made the score level.", "Он сравнял счёт.", "Ён зраўняў лік."},
		{"months as adjectives", "The November vote failed.", "Ноябрьское голосование провалилось.", "Лістападаўскае галасаванне правалілася."},
		{"May is a name and having", "Mrs May has a cat.", "У госпожи Мэй есть кошка.", "Спадарыня Мэй мае кошку."},
		{"over or at least", "Over 40 hives burned.", "Сгорело не менее 40 ульев.", "Згарэла больш як 40 вулляў."},
		{"percent of thirds", "The final third was dull.", "Последняя треть была скучной.", "Апошняя траціна была нуднай."},
		{"doubling is no number that is lost", "It is a double room.", "Это большой номер.", "Гэта вялікі пакой."},
		{"both and two", "Both brothers came.", "Пришли два брата.", "Прыйшлі абодва браты."},
		{"speed", "It did 60 mph.", "Он шёл со скоростью 97 км/ч.", "Ён ішоў з хуткасцю 97 кіламетраў у гадзіну."},
		{"thousands by points", "It holds 12,000 litres.", "Вмещает 12.000 литров.", "Змяшчае 12 000 літраў."},
		{"", "Nearly half a million tourists came.", "Приехало почти полмиллиона туристов.", "Прыехала амаль паўмільёна турыстаў."},
		{"", "The 1,200-seat hall was full.", "Зал на 1200 мест был полон.", "Зала на тысячу дзвесце месцаў была поўная."},
		{"", "He was born on 7 July 1952.", "Он родился 07.07.1952 г.", "Ён нарадзіўся сёмага ліпеня 1952-га."},
		{"", "The 25th anniversary was marked.", "Отметили 25-летие.", "Адзначылі 25-годдзе."},
		{"", "It was the second-largest fire.", "Это второй по величине пожар.", "Гэта другі паводле памеру пажар."},
		{"", "One in five residents is over 60.", "Каждому пятому жителю больше шестидесяти.", "Кожны пяты жыхар старэйшы за 60 гадоў."},
		{"", "Three out of four said yes.", "Трое из четырёх согласились.", "Тры чвэрці пагадзіліся."},
		{"", "The plant employs 2,300.", "На заводе 2,3 тыс. работников.", "На заводзе працуе 2,3 тысячы чалавек."},
		{"", "Wages grew 8.5 percent to 1,940 roubles.", "Зарплаты выросли на 8,5 % — до 1940 рублей.", "Заробкі выраслі на 8,5% да 1 940 рублёў."},
		{"", "Wind gusts reached 25 metres per second.", "Порывы ветра достигали 25 м/с.", "Парывы ветру дасягалі 25 метраў у секунду."},
		{"", "Temperatures fell to minus 18.", "Температура упала до −18 °C.", "Тэмпература ўпала да мінус васямнаццаці градусаў."},
		{"", "It was five degrees below zero.", "Было минус пять градусов.", "Было пяць градусаў марозу."},
		{"", "From 8 a.m. to 8 p.m. the office works.", "Офис работает с 8:00 до 20:00.", "Офіс працуе з васьмі раніцы да васьмі вечара."},
		{"", "Between 10pm and 6am it is closed.", "С 22.00 до 6.00 закрыто.", "З 22.00 да 6.00 зачынена."},
		{"", "At five past three the siren sounded.", "В 15:05 включилась сирена.", "У 15.05 уключылася сірэна."},
		{"", "Twenty minutes to nine it was over.", "Без двадцати девять всё кончилось.", "Без дваццаці дзевяць усё скончылася."},
		{"", "The first of June is a holiday.", "Первое июня — праздник.", "1 чэрвеня — свята."},
		{"", "On the night of 4 to 5 March it snowed.", "В ночь с 4 на 5 марта шёл снег.", "У ноч з 4 на 5 сакавіка ішоў снег."},
		{"", "It runs from Monday to Friday.", "Ходит с понедельника по пятницу.", "Ходзіць з панядзелка да пятніцы."},
		{"", "In the early 2000s he left.", "В начале 2000-х он уехал.", "У пачатку двухтысячных ён з'ехаў."},
		{"", "In the mid-1980s it was drained.", "В середине 80-х его осушили.", "У сярэдзіне 1980-х яго асушылі."},
		{"", "World War II ended.", "Вторая мировая война закончилась.", "Скончылася Другая сусветная вайна."},
		{"", "The two-year-old calf.", "Двухгодовалый телёнок.", "Двухгадовае цяля."},
		{"", "Six months later he returned.", "Через полгода он вернулся.", "Праз паўгода ён вярнуўся."},
		{"", "A three-quarter majority.", "Большинство в три четверти.", "Большасць у тры чвэрці."},
		{"", "He got 12 and a half years.", "Он получил 12,5 лет.", "Ён атрымаў дванаццаць з паловай гадоў."},
		{"", "Tens of thousands marched.", "Вышли десятки тысяч.", "Выйшлі дзясяткі тысяч."},
		{"", "Scores of people were hurt.", "Пострадали десятки людей.", "Пацярпелі дзясяткі людзей."},
		{"", "A couple of days later.", "Через пару дней.", "Праз два дні."},
		{"", "It costs EUR 1.3 million.", "Стоит 1,3 млн евро.", "Каштуе €1,3 млн."},
		{"", "$1 = 3.27 roubles.", "1 доллар = 3,27 рубля.", "Адзін долар — 3,27 рубля."},
		{"", "The loan is for 20 years at 5% a year.", "Кредит на 20 лет под 5 % годовых.", "Крэдыт на дваццаць гадоў пад 5 % гадавых."},
		{"", "The temperature was 101.3 degrees Fahrenheit.", "Температура была 38,5 градуса.", "Тэмпература была 38,5 °C."},
		{"", "He lost 11 stone.", "Он похудел на 70 кг.", "Ён схуднеў на 70 кілаграмаў."},
		{"", "The tank holds 50 gallons.", "Бак вмещает 190 литров.", "Бак змяшчае 190 л."},
		{"", "10 square miles burned.", "Сгорело 26 квадратных километров.", "Згарэла 26 кв. км."},
		{"", "The 100-metre race.", "Стометровка.", "Забег на 100 м."},
		{"", "Article 342 of the code.", "Статья 342 кодекса.", "Артыкул 342-гі кодэкса."},
		{"", "Bus No. 5 stops here.", "Здесь останавливается автобус № 5.", "Тут спыняецца пяты аўтобус."},
		{"", "A fifth of the fields.", "Пятая часть полей.", "Пятая частка палёў."},
		{"", "Forty per cent of them.", "40 процентов из них.", "Сорак адсоткаў з іх."},
		{"", "It rose from 12 to 15 per cent.", "Вырос с 12 % до 15 %.", "Вырас з 12 да 15 працэнтаў."},
		{"", "He ran 1.5 times faster.", "Он бежал в полтора раза быстрее.", "Ён бег у 1,5 раза хутчэй."},
		{"", "There were 30-40 of them.", "Их было тридцать — сорок.", "Іх было 30–40."},
		{"", "The two of them left.", "Они вдвоём ушли.", "Яны ўдваіх пайшлі."},
		{"", "In 2023/24 they won.", "В сезоне-2023/24 они победили.", "У сезоне 2023/2024 яны перамаглі."},
		{"", "Since Saturday, 5 October, it is open.", "С субботы, 5 октября, открыто.", "З суботы, 5 кастрычніка, адчынена."},
		{"", "The 1.8-metre pike.", "Щука длиной метр восемьдесят.", "Шчупак даўжынёй 1 м 80 см."},
		{"", "Three hundred fifty-five boxes.", "355 коробок.", "Трыста пяцьдзясят пяць скрынак."},
		{"", "It's a 50/50 chance.", "Шансы 50 на 50.", "Шанцы 50 на 50."},
		{"", "They paid $2 million to $3 million.", "Заплатили от 2 до 3 млн долларов.", "Заплацілі два-тры мільёны долараў."},
		{"", "Born in 1961, aged 63.", "1961 года рождения, 63 года.", "1961 года нараджэння, 63 гады."},
		{"", "A hundred and one dalmatians.", "Сто один далматинец.", "101 далмацінец."},
		{"", "2.5 hours", "2 часа 30 минут", "дзве з паловай гадзіны"},
		{"", "45 minutes", "три четверти часа", "45 хвілін"},
		{"", "At around 3 in the afternoon.", "Около 15 часов.", "Каля трэцяй гадзіны дня."},
		{"", "At 1 a.m. he woke.", "В час ночи он проснулся.", "А першай ночы ён прачнуўся."},
		{"", "By 1.30pm all was clear.", "К 13:30 всё было ясно.", "Да паловы другой усё было ясна."},
		{"", "The 2nd century BC.", "II век до нашей эры.", "ІІ стагоддзе да нашай эры."},
		{"", "King Charles III came.", "Приехал король Карл III.", "Прыехаў кароль Карл Трэці."},
		{"", "Tenfold growth.", "Десятикратный рост.", "Рост у 10 разоў."},
		{"", "Ticket prices start at £9.", "Билеты от 9 фунтов.", "Квіткі ад 9 фунтаў стэрлінгаў."},
		{"", "Some two dozen goats.", "Два десятка коз.", "Дзесьці два дзясяткі коз."},
		{"", "The 70-year-old's 7-kilometre swim.", "70-летний проплыл семь километров.", "Сямідзесяцігадовы праплыў 7-кіламетровую дыстанцыю."},
		{"", "Late on Wednesday evening.", "Поздно вечером в среду.", "Позна ўвечары ў сераду."},
		{"", "about three weeks", "около трёх недель", "недзе тры тыдні"},
		{"", "0.7 percent", "семь десятых процента", "0,7 працэнта"},
		{"", "one third", "треть", "1/3"},
		{"", "The height is 5 ft 11 in (180 cm).", "Рост 180 см.", "Рост — 1,80 м."},
	}
	for _, c := range cases {
		t.Run(cmp.Or(c.name, c.en), func(t *testing.T) {
			for _, d := range facts(t, c.en, c.ru, c.be) {
				if !strings.Contains(d, " low: ") {
					t.Error(d)
				}
			}
		})
	}
}

// TestContradictions holds values that do differ, with what is said of them.
func TestContradictions(t *testing.T) {
	cases := []struct{ name, en, ru, be, want string }{
		{"digits", "It held 170 sheep.", "Там было 170 овец.", "Там было 180 авечак.", "number high: 170 in English and Russian, 180 in Belarusian"},
		{"three heights", "The 6-foot-6 forward left.", "Форвард ростом 1 м 82 см ушёл.", "Форвард ростам 201 см пайшоў.", "number high: 6-foot-6 in English, 1 м 82 см in Russian, 201 см in Belarusian"},
		{"a wrong conversion in brackets", "He is 6 feet 6 inches tall.", "Его рост 198 см.", "Яго рост 6 футаў, 6 дзюймаў (201 см).", "number high: 6.5 ft in English and Russian, 6.5 ft (201 cm) in Belarusian"},
		{"words", "Twenty-six geese flew.", "Летели двадцать шесть гусей.", "Ляцелі трыццаць шэсць гусей.", "number high: 26 in English and Russian, 36 in Belarusian"},
		{"small numbers in words", "Three geese flew.", "Летели три гуся.", "Ляцелі чатыры гусі.", "number medium: 3 in English and Russian, 4 in Belarusian"},
		{"magnitude", "It cost 5 million roubles.", "Стоило 5 млрд рублей.", "", "number high: 5 million roubles in English, 5 млрд рублей in Russian"},
		{"thousand for million", "Some 380 thousand left.", "Уехали 380 млн человек.", "", "number high: 380 thousand in English, 380 млн in Russian"},
		{"currency", "A fine of $400.", "Штраф 400 евро.", "", "number high: $400 in English, 400 евро in Russian"},
		{"percent", "Prices rose by 12%.", "Цены выросли на 21 процент.", "Цэны выраслі на 12 %.", "number high: 12% in English and Belarusian, 21% in Russian"},
		{"percentage points", "It fell by 3 percentage points.", "Упал на 3 процента.", "", "number medium: 3 percentage points in English, 3 процента in Russian"},
		{"miles for kilometres", "It is 40 miles away.", "Это в 40 километрах.", "", "number high: 40 miles in English, 40 километрах in Russian"},
		{"a bad conversion", "The pipe is 120 miles long.", "Труба длиной 93 км.", "", "number high: 120 miles in English, 93 км in Russian"},
		{"twice and three times", "Sales doubled.", "Продажи выросли втрое.", "", "number high: doubled in English, втрое in Russian"},
		{"fractions", "Half of them left.", "Треть из них ушла.", "", "number medium: Half in English, Треть in Russian"},
		{"over and almost", "Over 100 people came.", "Пришло почти 100 человек.", "", "number medium: more than 100 in English, less than 100 in Russian"},
		{"year", "It opened in 1931.", "Открыт в 1913 году.", "Адкрыты ў 1931 годзе.", "date high: 1931 in English and Belarusian, 1913 in Russian"},
		{"a year that is none", "It opened in 1931.", "Открыт в 1931 году.", "Адкрыты ў 2931 годзе.", "date high: 1931 in English and Russian, 2931 in Belarusian"},
		{"day", "It closes on 12 May.", "Закроют 12 мая.", "Зачыняць 21 мая.", "date high: 12 May in English and Russian, 21 May in Belarusian"},
		{"a day that no month has", "It closes on 12 May.", "Закроют 12 мая.", "Зачыняць 42 мая.", "date high: 12 May in English and Russian, 42 May in Belarusian"},
		{"month", "It closes on 12 May.", "Закроют 12 марта.", "", "date high: 12 May in English, 12 марта in Russian"},
		{"month alone", "It closes in September.", "Закроют в октябре.", "Зачыняць у верасні.", "date high: September in English and Belarusian, October in Russian"},
		{"weekday", "It closed on Tuesday.", "Закрыли в четверг.", "Зачынілі ў аўторак.", "date high: Tuesday in English and Belarusian, Thursday in Russian"},
		{"time", "At 6 p.m. it rang.", "В 18:00 зазвонил.", "А дзявятнаццатай гадзіне зазваніў.", "date high: 18:00 in English and Russian, 19:00 in Belarusian"},
		{"a year and its decade", "In 1957 it burned.", "Сгорел в 1950-х годах.", "", "date low: 1957 in English, 1950-х in Russian"},
		{"a year and another decade", "In 1957 it burned.", "Сгорел в 1960-х годах.", "", "date medium: 1957 in English, 1960-х in Russian"},
		{"a year and its decade in two digits", "In 1957 it burned.", "Сгорел в 50-е годы.", "", "date low: 1957 in English, 50-е in Russian"},
		{"decade", "In the 1970s it burned.", "В 80-х годах сгорел.", "", "date high: 1970s in English, 80-х in Russian"},
		{"century", "A 19th-century manor.", "Усадьба XVIII века.", "", "date high: 19th in English, XVIII in Russian"},
		{"phone", "Call 234-56-78 now.", "Звоните 234-56-87.", "", "number high: 234-56-78 in English, 234-56-87 in Russian"},
		{"age", "A 23-year-old diver.", "Тридцатидвухлетний водолаз.", "", "number high: 23-year in English, Тридцатидвухлетний in Russian"},
		{"one of two equal numbers", "He took 18 pears and she took 18 plums.", "Он взял 18 груш, а она 78 слив.", "", "number high: 18 in English, 78 in Russian"},
		{"lost", "The fine is 450 roubles for each of the nets.", "Штраф за каждую из сетей большой, очень.", "", "number medium: 450 roubles in English, not in Russian"},
		{"lost in a shortened sentence", "The fine is 450 roubles for each of the nets, says the inspector.", "Штраф большой.", "", "number low: 450 roubles in English, not in Russian"},
		{"an ordinal", "She came fourth.", "Она пришла седьмой.", "", "number medium: fourth in English, седьмой in Russian"},
		{"temperature", "It was 86°F.", "Было 38 градусов.", "", "number high: 86°F in English, 38 градусов in Russian"},
		{"the main figure does not fit its conversion", "It is 300 km (180 miles) long.", "Длина — 600 км (180 миль).", "", "number high: 300 km in English, 600 км (180 миль) in Russian"},
		{"money before brackets", "He owes €3.1bn ($3.6bn).", "Он должен 8,1 млрд евро (3,6 млрд долларов).", "", "number high: €3.1bn in English, 8,1 млрд евро in Russian"},
		{"money in brackets", "It costs $200 billion (£150 billion).", "Стоит 200 млрд долларов (110 млрд фунтов).", "", "number high: £150 billion in English, 110 млрд фунтов in Russian"},
		{"an hour that is not said to be one", "At about 4 a.m. it fell.", "Около 4 часов утра упал.", "Каля 5 гадзін упаў.", "date medium: 04:00 in English and Russian, 5 hours in Belarusian"},
		{"hours for days", "It took 3 hours.", "Ушло 3 дня.", "", "number high: 3 hours in English, 3 дня in Russian"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := facts(t, c.en, c.ru, c.be)
			if !slices.Equal(got, []string{c.want}) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), c.want)
			}
		})
	}
}

// TestManyFigures puts a table that was pasted as one paragraph through the detector. It would not end if every figure
// were put against every other.
func TestManyFigures(t *testing.T) {
	rows := strings.Repeat("The yard sold 17 planks. ", 20_000)
	a, b := version("en", rows+strings.Repeat("18 19 ", 50_000)), version("en", rows+strings.Repeat("18 20 ", 50_000))
	one := article.Range{Lo: 0, Hi: 1}
	p := &passage{article: &article.Article{Versions: []article.Version{a, b}}, bead: align.Bead{Sides: []article.Range{one, one}}}
	for i := range a.Sentences {
		r := article.Range{Lo: i, Hi: i + 1}
		p.sentences = append(p.sentences, align.Bead{Sides: []article.Range{r, r}})
	}
	if len(numbers(p)) == 0 {
		t.Error("nothing found")
	}
}

func BenchmarkNumbers(b *testing.B) {
	en := version("en", "The 6-foot-2 keeper, 23, was fined 450 roubles on Tuesday, 14 May 2024, at 6 p.m. for driving at 60 mph.")
	ru := version("ru", "Вратаря ростом 188 см, которому 23 года, во вторник, 14 мая 2024 года, в 18:00 оштрафовали на 450 рублей: он ехал 97 км/ч.")
	be := version("be", "Брамніка ростам 1 м 88 см, якому 23 гады, у аўторак, 14 мая 2024 года, а 18-й гадзіне аштрафавалі на 540 рублёў: ён ехаў 97 км/г.")
	a := &article.Article{Versions: []article.Version{en, ru, be}}
	all := article.Range{Lo: 0, Hi: 1}
	bead := align.Bead{Sides: []article.Range{all, all, all}}
	p := &passage{article: a, bead: bead, sentences: []align.Bead{bead}}
	if len(numbers(p)) != 1 {
		b.Fatal("the fine differs and nothing else")
	}
	b.ReportAllocs()
	for b.Loop() {
		numbers(p)
	}
}
