package quantity

import (
	"strings"
	"unicode/utf8"
)

// noun is what a word behind a number makes of it: a percentage, money, a measure, or a day of a month.
type noun struct {
	kind Kind
	unit string
}

// maxEnding is how many letters a form may have more than the stem in the table.
const maxEnding = 4

// nounOf is what a word, folded, means behind a number; ok is false if it is no unit.
func nounOf(folded []byte) (noun, bool) {
	if n, ok := nouns[string(folded)]; ok {
		return n, true
	}
	var buf [maxWord + 1]byte
	stem := buf[:copy(buf[:maxWord], folded)]
	for range maxEnding + 1 {
		if n, ok := nouns[string(append(stem, '*'))]; ok {
			return n, true
		}
		_, size := utf8.DecodeLastRune(stem)
		stem = stem[:len(stem)-size]
		if len(stem) == 0 {
			break
		}
	}
	return noun{}, false
}

// nouns is built once, as numerals is, and for the same reason.
var nouns = compileNouns()

func compileNouns() map[string]noun {
	m := make(map[string]noun, 512)
	var buf [maxWord]byte
	for _, table := range [...][]nounRow{moneyNouns(), measureNouns(), timeNouns(), monthNouns()} {
		for _, row := range table {
			for _, form := range strings.Fields(row.forms) {
				m[string(fold(form, &buf))] = row.noun
			}
		}
	}
	return m
}

// nounRow is a unit with its words in three languages. A star stands for up to four letters of ending.
type nounRow struct {
	noun
	forms string
}

func moneyNouns() []nounRow {
	return []nounRow{
		{noun{Percent, "%"}, "percent percents percentage pct процент процент* працэнт працэнт* адсотак адсотк*"},
		{noun{Money, "USD"}, "usd dollar dollars bucks доллар* долл долар* даляр* дол"},
		{noun{Money, "EUR"}, "eur euro euros евро еўра эўра"},
		{noun{Money, "GBP"}, "gbp quid"},
		{noun{Money, "pound"}, "pound pounds фунт*"},
		{noun{Money, "RUB"}, "rub rur"},
		{noun{Money, "BYN"}, "byn byr"},
		{noun{Money, "rouble"}, "rouble roubles ruble rubles рубль рубл* рублі руб рубел*"},
		{noun{Money, "kopeck"}, "kopeck kopecks kopek kopeks копеек копейк* капеек капейк* коп"},
		{noun{Money, "cent"}, "cent cents цент цента центы центов центам центаў цэнт цэнта цэнты цэнтаў"},
		{noun{Money, "PLN"}, "pln zloty zlotys zlotych злотый злот*"},
		{noun{Money, "UAH"}, "uah hryvnia hryvnias гривен гривн* грывень грыўн* грывен"},
		{noun{Money, "CNY"}, "cny yuan renminbi юан*"},
		{noun{Money, "JPY"}, "jpy yen иена иены иен ена ены ен"},
		{noun{Money, "KZT"}, "kzt tenge тенге тэнге"},
		{noun{Money, "CHF"}, "chf"},
	}
}

func measureNouns() []nounRow {
	return []nounRow{
		{noun{Measure, "km"}, "km kms kilometre kilometres kilometer kilometers км километр* кіламетр* кілямэтр* кіламэтр*"},
		{noun{Measure, "m"}, "m metre metres meter meters м метр* метров* мэтр*"},
		{noun{Measure, "cm"}, "cm centimetre centimetres centimeter centimeters см сантиметр* сантыметр* сантымэтр*"},
		{noun{Measure, "mm"}, "mm millimetre millimetres millimeter millimeters мм миллиметр* міліметр* мілімэтр*"},
		{noun{Measure, "mile"}, "mile miles миль миля мили милю милям милями милях мильн* міля мілі міль мілю мілях"},
		{noun{Measure, "ft"}, "ft foot feet фут фута футы футов футаў футов* футав*"},
		{noun{Measure, "in"}, "inch inches дюйм* дзюйм* цаля цалі цаль цаляў"},
		{noun{Measure, "yd"}, "yd yard yards ярд ярда ярды ярдов ярдаў"},
		{noun{Measure, "kg"}, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes кг кило килограмм* " +
			"кілаграм* кілёграм* кілё"},
		{noun{Measure, "g"}, "g gram grams gramme grammes г гр грамм* грам грама грамы грамаў"},
		{noun{Measure, "t"}, "t ton tons tonne tonnes т тонн* тонна тона тоны тон тонаў тонам тонамі тонах"},
		{noun{Measure, "lb"}, "lb lbs"},
		{noun{Measure, "stone"}, "stone стоун стоуна стоунов стоўн стоўна стоўнаў"},
		{noun{Measure, "oz"}, "oz ounce ounces унц*"},
		{noun{Measure, "ha"}, "ha hectare hectares га гектар*"},
		{noun{Measure, "acre"}, "acre acres акр акра акры акров акраў"},
		{noun{Measure, "l"}, "l litre litres liter liters л литр* літр*"},
		{noun{Measure, "barrel"}, "barrel barrels bbl баррел* барэл* бараль"},
		{noun{Measure, "kW"}, "kw kilowatt kilowatts квт киловатт* кілават*"},
		{noun{Measure, "MW"}, "mw megawatt megawatts мвт мегаватт* мегават*"},
		{noun{Measure, "gallon"}, "gallon gallons галлон* галон галона галоны галонаў"},
		{noun{Measure, "pint"}, "pint pints пинта пинты пинт пинту пінта пінты пінт пінту"},
		{noun{Measure, "TB"}, "tb terabyte terabytes тб терабайт* тэрабайт*"},
		{noun{Measure, "GB"}, "gb gigabyte gigabytes гб гигабайт* гігабайт*"},
		{noun{Measure, "MB"}, "mb megabyte megabytes мб мегабайт*"},
		{noun{Measure, "km/h"}, "kmh kph"},
		{noun{Measure, "knot"}, "knot knots узел узла узлы узлов вузел вузла вузлы вузлоў"},
		{noun{Measure, "mile/h"}, "mph"},
		{noun{Measure, "degree"}, "degree degrees deg градус* градус"},
	}
}

func timeNouns() []nounRow {
	return []nounRow{
		{noun{Measure, "second"}, "second seconds sec secs секунд* сек сэкунд*"},
		{noun{Measure, "minute"}, "minute minutes min mins минут* мин хвілін* хв"},
		{noun{Measure, "hour"}, "hour hours hr hrs час часа часов часам часами часах часу часов* гадзін* ч гадз"},
		{noun{Measure, "day"}, "day days сутки суток суткам суткі сутак день дня дней дням днями днях дневн* дзень " +
			"дні дзён дням днямі днях дзенн* дзённ*"},
		{noun{Measure, "week"}, "week weeks недел* тыдзень тыдня тыдні тыдняў тыдням тыднямі тыднях тыднёв*"},
		{noun{Measure, "month"}, "month months месяц* мес месячн*"},
		{noun{Measure, "year"}, "year years yr yrs год года году годом годы годам годами годах лет летн* летие летия " +
			"летию лецц* гады гадоў гадам гадамі гадах годзе гадов* годдзе годдзя годдзю"},
		{noun{Measure, "decade"}, "decade decades десятилет* дзесяцігод*"},
		{noun{Measure, "century"}, "century centuries век века веков веку веком столети* стагодд* стагоддзе стагодз*"},
	}
}

func monthNouns() []nounRow {
	return []nounRow{
		{noun{Day, "01"}, "январск* студзеньск* january jan январ* янв студзен* студз"},
		{noun{Day, "02"}, "февральск* лютаўск* february feb феврал* фев февр люты лютага лютым лютому лют"},
		{noun{Day, "03"}, "мартовск* сакавіцк* march mar март марта марту мартом марте мар сакавік* сакавіц* сак"},
		{noun{Day, "04"}, "апрельск* красавіцк* april apr апрел* апр красавік* красавіц* крас"},
		{noun{Day, "05"}, "майск* травеньск* may май мая маю маем мае маі траўн* травен* трав траўня"},
		{noun{Day, "06"}, "июньск* чэрвеньск* june jun июнь июня июню июнем июне июн чэрвен* чэрв"},
		{noun{Day, "07"}, "июльск* ліпеньск* july jul июль июля июлю июлем июле июл ліпен* ліп"},
		{noun{Day, "08"}, "августовск* жнівеньск* august aug август* авг жнівен* жніўн* жнів"},
		{noun{Day, "09"}, "сентябрьск* вераснёўск* september sep sept сентябр* сен сент верасен* верасн* вер"},
		{noun{Day, "10"}, "октябрьск* кастрычніцк* october oct октябр* окт кастрычнік* кастрычніц* кастр"},
		{noun{Day, "11"}, "ноябрьск* лістападаўск* november nov ноябр* ноя нояб лістапад* ліст"},
		{noun{Day, "12"}, "декабрьск* снежаньск* december dec декабр* дек снежан* снежн* снеж"},
	}
}
