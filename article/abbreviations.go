package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pair judges abbreviations of two words. The lists here are switches and not maps: they need no memory, and a lookup
// does not allocate.
func pair(first, second string) (abbreviation, bool) {
	switch strings.ToLower(first) + " " + second {
	case "т д", "т п", "г д": // and so on
		return noAbbreviation, true
	case "т е", "т к", "т н", "т ч", "т о", "г зн", "т зв", "i e", "e g":
		return beforeName, true
	case "с г", "г г", "н э", "т г", "кв м", "кв км", "куб м", "куб км":
		return afterNumber, true
	case "a m", "p m":
		return clock, true
	}
	return noAbbreviation, false
}

// listed judges an abbreviation of two letters or more. Cyrillic ones are written small in the list and may begin with a
// capital in the text; for English ones case tells "No." from "no."
func listed(w string) abbreviation {
	if r, _ := utf8.DecodeRuneInString(w); unicode.Is(unicode.Cyrillic, r) {
		return listedCyrillic(strings.ToLower(w))
	}
	return listedEnglish(w)
}

func listedEnglish(w string) abbreviation {
	switch w {
	case "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Gen", "Col", "Maj", "Capt", "Lt", "Sgt", "Cmdr", "Adm", "Gov", "Sen", "Rep",
		"Rev", "Hon", "Messrs", "Mt", "Ft", "vs", "cf", "viz", "approx", "ca", "ul", "vul", "pr", "prosp":
		return beforeName
	case "St", "Ave", "Blvd", "Rd", "Inc", "Ltd", "Co", "Corp", "Bros", "Jr", "Sr", "Dept", "Univ", "Assn", "Ph",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
		"Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri":
		return beforeAny
	case "No", "Nos", "Art", "Sec", "Fig", "Vol", "Ch", "Par", "pp", "mln", "bln", "est", "min", "max":
		return afterNumber
	}
	return noAbbreviation
}

func listedCyrillic(w string) abbreviation {
	switch w {
	case "ул", "просп", "пр", "пер", "пл", "наб", "бул", "вул", "зав", "тел", "факс", "моб", "проф", "праф", "акад", "доц", "дац",
		"полк", "подполк", "лейт", "канд", "зам", "нач", "см", "ср", "напр", "ок", "св", "свв", "пос", "дер", "хут", "мяст",
		"аг", "гп", "пгт", "рп", "гр", "прот", "свящ", "митр", "архиеп", "архіеп", "еп", "тав", "тов", "сп", "спн", "англ", "лат", "рус", "бел", "дж", "ред", "авт", "оз":
		return beforeName
	case "им", "ім", "изд", "выд", "реж", "рэж", "муз", "худ", "корр", "обл", "вобл", "ген", "кап", "гл", "кв", "корп", "стр", "рис", "рыс", "табл", "ст", "пп", "янв", "февр", "фев", "апр", "авг", "сент", "окт", "нояб", "дек",
		"студз", "лют", "сак", "крас", "чэрв", "ліп", "жн", "верас", "кастр", "ліст", "снеж":
		return beforeAny
	case "млн", "млрд", "трлн", "тыс", "руб", "коп", "долл", "чел", "чал", "экз", "гг", "вв", "стст", "км", "кг", "га", "мин", "мес", "ед",
		"сек", "час", "шт", "мм":
		return afterNumber
	}
	return noAbbreviation
}

// afterClock lists what follows "a.m." and "p.m." inside a sentence with a capital.
func afterClock(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Minsk", "Moscow", "Warsaw", "Kyiv", "London", "Eastern", "Central", "Pacific", "GMT", "UTC", "EST", "EDT", "CET", "CEST", "MSK":
		return true
	}
	return false
}

// saying lists English verbs that attribute direct speech.
func saying(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "added", "told", "replied", "wrote", "exclaimed", "wondered", "shouted", "continued", "recalled":
		return true
	}
	return false
}

// opensSentence tells whether a word that begins with a capital is one that hardly has it inside a sentence: pronouns,
// prepositions, conjunctions, adverbs of time.
func opensSentence(w string) bool {
	switch w {
	case "The", "A", "An", "It", "He", "She", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "In", "On", "At", "By",
		"For", "From", "With", "But", "And", "As", "After", "Before", "When", "While", "If", "His", "Her", "Its", "Their", "Our", "My",
		"However", "Meanwhile", "According", "Also", "Since", "During", "Under", "Over", "Some", "Many", "Most", "All", "Another",
		"Both", "Such", "What", "Who", "Where", "Why", "How", "Not", "To", "Then", "Now", "Last", "Earlier", "Later", "Today",
		"Yesterday", "Until", "Among", "Once", "Only", "Yet", "So":
		return true
	case "В", "Во", "На", "По", "С", "Со", "К", "Ко", "У", "О", "Об", "Обо", "От", "Из", "За", "До", "Для", "При", "Без", "Над", "Под",
		"Через", "После", "Перед", "Среди", "Между", "Кроме", "Согласно", "Он", "Она", "Оно", "Они", "Его", "Её", "Ее", "Их", "Им", "Ему", "Ей",
		"Это", "Этот", "Эта", "Эти", "Этого", "Тот", "Та", "Те", "То", "Так", "Там", "Тогда", "Мы", "Вы", "Я", "Ты", "И", "А", "Но", "Или", "Если",
		"Когда", "Как", "Что", "Чтобы", "Хотя", "Также", "Однако", "Все", "Всё", "Вся", "Весь", "Всего", "Сейчас", "Теперь", "Тем", "Поэтому",
		"Потом", "Затем", "Позже", "Раньше", "Не", "Ни", "Нет", "Уже", "Ещё", "Еще", "Кто", "Где", "Сегодня", "Вчера", "Здесь", "Только", "Именно", "Наш", "Мой":
		return true
	case "Ў", "Па", "З", "Са", "Да", "Ад", "Аб", "Пра", "Пры", "Праз", "Пасля", "Паміж", "Сярод", "Паводле", "Акрамя", "Апроч",
		"Ён", "Яна", "Яно", "Яны", "Яго", "Яе", "Іх", "Яму", "Гэта", "Гэты", "Гэтая", "Гэтыя", "Той", "Тая", "Тыя", "Тады", "І", "Ды", "Але", "Альбо", "Або",
		"Калі", "Як", "Што", "Каб", "Хоць", "Таксама", "Аднак", "Усе", "Усё", "Уся", "Усяго", "Цяпер", "Зараз", "Таму", "Потым", "Затым", "Пазней", "Раней",
		"Ні", "Няма", "Ужо", "Яшчэ", "Хто", "Дзе", "Сёння", "Учора", "Тут", "Толькі", "Менавіта":
		return true
	}
	return false
}
