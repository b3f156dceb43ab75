package name

import (
	"strings"
	"sync"
	"unicode/utf8"

	"triptych/lang"
)

// givenName finds a first name in the table; folded is the word in small letters, 0 means that it is none.
func givenName(folded, word string) int {
	table := givenNames()
	if r, _ := utf8.DecodeRuneInString(folded); r < utf8.RuneSelf || r < 'Ѐ' {
		return table[plainLatin(folded)]
	}
	return table[givenStem(word)]
}

// givenStem is a first name in Cyrillic without its case ending, in the letters of [lang.FoldKin], in which Russian and
// Belarusian are nearly alike: никал for Николаю and Мікалаем, авган for Евгений and Яўгена.
func givenStem(word string) string {
	w := lang.FoldKin(word)
	for _, ending := range [...]string{"ам", "им"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && utf8.RuneCountInString(rest) > 2 {
			w = rest
			break
		}
	}
	for {
		r, n := utf8.DecodeLastRuneInString(w)
		if r != 'а' && r != 'и' && r != 'у' || utf8.RuneCountInString(w) < 3 {
			return w
		}
		w = w[:len(w)-n]
	}
}

// plainLatin takes the marks off the letters of Łacinka and its neighbours.
func plainLatin(folded string) string {
	if !strings.ContainsFunc(folded, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return folded
	}
	return strings.Map(func(r rune) rune {
		for _, same := range [...]string{"aáä", "eéèë", "ií", "oóö", "uŭúü", "cčć", "sšś", "zžź", "lł", "nń"} {
			if strings.ContainsRune(same, r) {
				return rune(same[0])
			}
		}
		return r
	}, folded)
}

// givenNames is the table below by what its names are looked up by. It is made once, for it is asked for every
// capitalised word.
var givenNames = sync.OnceValue(func() map[string]int {
	table := map[string]int{}
	id := 0
	for line := range strings.Lines(givenTable) {
		id++
		for spelling := range strings.FieldsSeq(line) {
			key := spelling
			if r, _ := utf8.DecodeRuneInString(spelling); r >= 'Ѐ' {
				key = givenStem(spelling)
			}
			if _, taken := table[key]; !taken {
				table[key] = id
			}
		}
	}
	return table
})

// givenTable lists first names that languages turn into words of their own, a name a line. What [Word.Like] sees anyway
// (Viktor, Виктор, Віктар) is here only where its father's name or a short form needs it.
const givenTable = `alexander aleksandr aliaksandr aljaksandr alaksandar alyaksandr oleksandr alexandra aleksandra aliaksandra sasha александр аляксандр саша
alexei alexey aleksei aleksey aliaksei aliaksey aljaksej alaksiej alexis oleksiy алексей аляксей
ales алесь олесь
andrew andrei andrey andrej andriy andrzej андрей андрэй андрій
anna hanna anne ann ганна анна ганя аня
anastasia anastasiya nastassia nastasya настасся анастасия анастасія
anatoly anatol anatoli anatolii анатолий анатоль
anthony anton antoni antony антон антоний антоній
arthur artur артур
artemy artem artyom artsiom arciom артем артём арцём
benedict бенедикт бенедыкт венедикт
basil vasily vasili vasil vasyl василий васіль
boris barys барыс борис
casimir kazimir kazimierz казимир казімір
catherine ekaterina yekaterina katsiaryna kaciaryna kateryna katherine екатерина кацярына катерина
charles carl karl карл
constantine konstantin kanstantsin kanstancin kastus константин канстанцін кастусь
cyril kirill kiryl кирилл кірыл
daniel daniil danila danilo даниил данила даніла даніэль
daria darya darja дарья дар'я
david давид давід дэвид дэвід
demetrius dmitry dmitri dmitriy dzmitry dzmitryj zmicier zmitser dmytro дмитрий дзмітрый зміцер
denis dzianis dzyanis denys денис дзяніс
dorothy dorothea дорофея дарафея
elias ilya illia ilja илья ілья ілля
elizabeth elizaveta yelizaveta lizaveta alzbieta елизавета лізавета альжбета элизабет элізабет
eugene evgeny yevgeny yevgeni evgeni evgeniy yauhen jauhien yauheni yevhen eugenia yevgenia yauheniya евгений яўген яўгеній
eve eva yeva ева
francis francisk francysk frantsishak franciszek frank франциск францыск францішак франтишек
george georgy georgi georgiy heorhi heorhiy heorhii георгий георгій
gregory grigory grigori ryhor ryhory hryhoriy григорий рыгор
hedwig jadwiga ядвига ядвіга
helen helena elena yelena alena olena елена алена алёна хелен
henry heinrich henryk генрих генрых хенрик генры
hilary ilarion иларион
ignatius ihnat ignat игнат ігнат
igor ihar ihor игорь ігар
irene irina iryna irena ирина ірына
isaac исаак ісаак айзек айзэк
ivan иван іван янка yanka janka
jacob jakub yakub yakov якуб яков якаў
james иаков джеймс
jerome ieronim hieronim иероним іеранім
john johannes иоанн іаан джон
joseph iosif yosif yazep jazep jozef josef иосиф іосіф язэп юзаф юзеф йосиф
julia yulia yuliya julija юлия юлія
justin iustin юстин
xenia ksenia kseniya ksenija ксения ксенія аксинья
lawrence lavrenty лаврентий лаўрэн лаўрэнцій лоренс
leo lev leu леў лев
leonid lieanid leanid леонид леанід
louis ludwig людовик людвиг людвік луи
luke lukas лука лукаш
margaret margarita маргарита маргарыта
maria mary marie maryia maryja mariya marya мария марыя марія мэри мары
martha marfa марфа марта
matthew matvei matvey matsvei macviej матвей мацвей мэтью мэцью
maxim maksim maksym максим максім
michael mikhail mihail michail mikhal mikhas михаил міхаіл міхась майкл
moses моисей майсей
natalia natalya natalie nathalie natallia natalla наталья наталля наталія наташа
nicholas nicolas nikolai nikolay nikolaj nikolas mikalai mikalay mikalaj mikola mykola nick николай мікалай мікола коля
nikita mikita никита мікіта
olga volha olha ольга вольга
oleg aleh oleh олег алег
paul pavel paval pavlo pawel павел павал павла паўла пол
peter pyotr petr piotr petro pyatro piatro петр пётр пётра пятро пятра пётар
philip filipp philippe филипп філіп піліп
roman raman роман раман
sergius sergei sergey siarhei siarhey siarhej serhiy sergiy сергей сяргей сергій
simon semyon semen симон сымон семен сямён
sophia sofia sofya sofija софия софья соф'я сафія
stanislav stanislau stanislaw станислав станіслаў
stephen stepan sciapan stsiapan stefan steven степан сцяпан стефан сцефан стивен
svetlana sviatlana svitlana светлана святлана
tatiana tatyana tatsiana tacciana tetiana татьяна таццяна таня
thaddeus tadeusz tadevush тадеуш тадэвуш
theodore fyodor fedor fiodar fyodar фёдор фёдар теодор тодар
thomas foma tamash томаш фома тамаш
timothy timofei timofey tsimafei тимофей цімафей
vaclav vatslau vaclau вацлав вацлаў
valentine valentin valiantsin valyantsin валентин валянцін
valery valeri valeriy valeryi валерий валерый
victor viktor viktar viktoria victoria viktoryia виктор віктар виктория вікторыя
vincent vikenty vincuk винцент вінцэнт вінцук викентий вікенцій
vitaly vital vitali vitalii виталий віталь
vladimir uladzimir volodymyr vladimer владимир уладзімір вова
vladislav uladzislau uladzislav ulad владислав уладзіслаў улад влад
vsevolod usevalad всеволод усевалад
vyacheslav viachaslau viacaslau vyachaslau slava вячеслав вячаслаў
wenceslas венцеслав
william wilhelm vilhelm вильгельм вільгельм уильям уільям
xavier ксавьер ксаверый
yaroslav yaraslau jaraslau ярослав яраслаў
yury yuri yuriy jury jurij yuras iurii юрий юрый юрась юрка
yan jan ян іан
zachary zakhar захар захарий
zinaida зинаида зінаіда
`

// Patronymic tells whether the word is a father's name (Григорьевич, Аляксандраўна) and not a surname that is formed
// like one (Вольфович): its stem has to be a known first name.
func Patronymic(word string) bool {
	w := lang.FoldKin(word)
	for _, suffix := range [...]string{"авич", "авича", "авичу", "авичам", "авна", "авни", "авну", "авнаи",
		"ич", "инична", "ична", "ични", "ичну", "ичнаи"} {
		if father, ok := strings.CutSuffix(w, suffix); ok && givenNames()[givenStem(father)] != 0 {
			return true
		}
	}
	return false
}
