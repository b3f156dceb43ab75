package name

import "strings"

// particle tells whether a small word joins the parts of a name. «Да» is none: it is a word of its own.
func particle(w string) bool {
	switch w {
	case "von", "van", "der", "den", "de", "da", "di", "du", "del", "della", "la", "le", "bin", "ibn", "ben", "al",
		"el", "dos",
		"фон", "ван", "дер", "ден", "де", "ди", "ді", "дю", "дэ", "ла", "ле", "бен", "бін", "бин", "ибн", "ібн",
		"аль", "эль":
		return true
	}
	return false
}

// arabicArticle tells whether the word has the article before a capital: «аль-Асад», "al-Assad".
func arabicArticle(w string) bool {
	for _, article := range [...]string{"al-", "el-", "аль-", "эль-", "ас-", "аш-", "ад-", "ар-"} {
		if rest, ok := strings.CutPrefix(w, article); ok {
			return strings.ToLower(rest) != rest
		}
	}
	return false
}

// title tells whether the word is an abbreviation that stands before a name with a point.
func title(w string) bool {
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Capt", "Sgt", "Rev", "Hon",
		"г", "ул", "им", "вул", "проф", "акад", "ген", "гр", "пр", "обл", "пос", "дер", "вв", "тов":
		return true
	}
	return false
}

// calendar tells whether the word is one that English writes with a capital and the other languages do not.
func calendar(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "June", "July", "August", "September", "October", "November",
		"December",
		"I'm", "I've", "I'll", "I'd", "I’m", "I’ve", "I’ll", "I’d":
		return true
	}
	return false
}

// Function tells whether a word is no name although it has a capital: one of the small words that often open a sentence,
// a form of address, in English a weekday or a month.
func Function(w string) bool {
	switch strings.ToLower(w) {
	case "according", "earlier", "later", "meanwhile", "they've", "they’ve", "don't", "don’t", "we're", "we’re", "you're", "you’re",
		"perhaps", "maybe",
		"согласно", "благодаря", "несмотря", "вместо", "вместе", "именно", "кстати", "неудивительно", "возможно", "конечно",
		"сейчас", "теперь", "затем", "потом", "раньше", "позже", "впрочем", "поверьте", "представьте", "мисс", "мистер",
		"миссис", "господин", "госпожа",
		"падчас", "паводле", "згодна", "дзякуючы", "замест", "разам", "менавіта", "дарэчы", "магчыма", "вядома", "цяпер",
		"зараз", "затым", "потым", "раней", "пазней", "паверце", "уявіце", "міс", "містэр", "місіс", "спадар", "спадарыня",
		"mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dr", "prof":
		return true
	}
	return function(w) || calendar(w)
}

// function tells whether the word, which opens a sentence, is one of the small words that often do.
func function(w string) bool {
	switch strings.ToLower(w) {
	case "the", "an", "this", "that", "these", "those", "it", "he", "she", "they", "we", "you", "his", "her",
		"their", "our", "my", "its", "your",
		"in", "on", "at", "to", "of", "by", "for", "from", "with", "as", "after", "before", "since", "until",
		"during", "under", "over", "about", "against", "among", "between", "despite", "without", "within",
		"through", "near",
		"and", "but", "or", "nor", "so", "yet", "if", "when", "while", "where", "because", "although", "though",
		"however", "once", "unless", "whether",
		"who", "what", "which", "why", "how", "there", "here", "then", "now", "not", "no", "yes", "all", "some",
		"many", "most", "both", "each", "every", "other", "another", "such", "only", "also", "even", "just",
		"still", "one", "two", "three",
		"is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could",
		"may", "might", "should", "must", "let":
		return true
	case "на", "по", "со", "из", "от", "до", "за", "для", "при", "про", "об", "ко", "под", "над", "перед", "после",
		"через", "между", "около", "среди", "против", "кроме", "из-за", "во",
		"но", "или", "что", "как", "так", "если", "когда", "где", "пока", "хотя", "чтобы", "потому", "поэтому",
		"однако", "также", "тоже", "ни", "не", "да", "нет", "же", "ведь",
		"он", "она", "оно", "они", "мы", "вы", "ты", "это", "этот", "эта", "эти", "тот", "та", "те", "его", "её",
		"ее", "их", "наш", "наша", "мой", "моя", "все", "всё", "весь", "кто", "который", "там", "тут", "здесь",
		"уже", "ещё", "еще", "только", "даже", "был", "была", "было", "были":
		return true
	case "са", "па", "пра", "з-за", "пад", "перад", "пасля", "праз", "паміж", "каля", "сярод", "супраць", "акрамя",
		"ад", "дзеля", "ва",
		"але", "ці", "або", "альбо", "што", "як", "калі", "дзе", "пакуль", "хоць", "каб", "таму", "аднак",
		"таксама", "ні",
		"ён", "яна", "яно", "яны", "гэта", "гэты", "гэтая", "гэтыя", "той", "тая", "тыя", "яго", "яе", "іх", "мае",
		"усе", "ўсе", "усё", "хто", "які", "ужо", "яшчэ", "толькі", "нават", "быў", "былі":
		return true
	}
	return false
}
