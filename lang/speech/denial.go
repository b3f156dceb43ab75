package speech

import (
	"strings"

	"triptych/lang"
)

// DenialKind is how a word denies.
type DenialKind int

// The kinds of denial.
const (
	// Plain denies the word that it belongs to: "not", "n't", «не», «ня».
	Plain DenialKind = iota + 1
	// Concord denies a whole clause: "nobody", "no evidence", «никто», «няма». In Russian and Belarusian a plain denial
	// beside it repeats it and does not undo it.
	Concord
	// Soft denies by what a word means: "fail", "without", "unhappy", «отказался», «няшчасны», "only". Another language
	// may say the same with a plain denial.
	Soft
)

// Denial is a word that denies.
type Denial struct {
	// At is an index into the words.
	At   int
	Kind DenialKind
}

// Denials finds the words that deny, but for those in phrases that do not ("not only", «не менее», «чуть не») and in
// questions that ask for assent ("isn't it", «не хотите ли»).
func Denials(words []Word, tag lang.Tag) []Denial {
	var out []Denial
	for i := range words {
		kind := denial(words, i, tag)
		if kind == Plain || kind == Concord {
			kind = idle(words, i, tag, kind)
		}
		switch {
		case besides(words, i):
			kind = 0
		case kind != 0 && excepting(words, i, tag):
			kind = Soft
		}
		if kind != 0 {
			out = append(out, Denial{i, kind})
		}
	}
	return out
}

func denial(words []Word, i int, tag lang.Tag) DenialKind {
	w := words[i].Text
	switch tag {
	case lang.English:
		if strings.HasSuffix(w, "n't") {
			return Plain
		}
		if k, ok := denialEnglish.find(w); ok {
			return k
		}
		return negated(w)
	case lang.Russian:
		if k, ok := denialRussian.find(w); ok {
			return k
		}
		return prefixed(w, "не", "без", "бес")
	case lang.Belarusian:
		if k, ok := denialBelarusian.find(w); ok {
			return k
		}
		return prefixed(w, "не", "ня", "без", "бяз", "бес", "бяс")
	}
	return 0
}

// negated calls an English word with "un-" or "-less" a soft denial.
func negated(w string) DenialKind {
	if strings.HasSuffix(w, "less") {
		return Soft
	}
	rest, ok := strings.CutPrefix(w, "un")
	if !ok || len(rest) < 3 || strings.HasPrefix(rest, "der") || strings.HasPrefix(rest, "cle") || strings.HasPrefix(rest, "i") {
		return 0
	}
	return Soft
}

// prefixed calls a word with a prefix that denies a soft denial. Some such words deny nothing («неделя», «бесед»); as
// soft denials only ever excuse a plain one elsewhere, that costs little.
func prefixed(w string, prefixes ...string) DenialKind {
	for _, p := range prefixes {
		if strings.HasPrefix(w, p) && len(w) > len(p)+4 {
			return Soft
		}
	}
	return 0
}

// idle is kind, or 0 where the word at i denies nothing, or Soft where it may.
func idle(words []Word, i int, tag lang.Tag, kind DenialKind) DenialKind {
	if interjection(words, i) {
		return 0
	}
	before, after, second := text(words, i-1), text(words, i+1), text(words, i+2)
	switch tag {
	case lang.English:
		if comparison(words, i) {
			return Soft
		}
		return idleEnglish(words[i].Text, before, after, second, kind)
	case lang.Russian:
		return idleRussian(before, after, second, kind)
	case lang.Belarusian:
		return idleBelarusian(before, after, second, kind)
	}
	return kind
}

// interjection tells whether the word stands by itself between marks: «Нет, мы едем».
func interjection(words []Word, i int) bool {
	return words[i].Stop && (i+1 == len(words) || words[i+1].Stop)
}

// exceptionReach is how many words may stand between a denial and the exception to it.
const exceptionReach = 4

// Refusal tells whether a word is a verb that denies by what it means: refuse, reject, decline. It takes folded words.
func Refusal(word string, tag lang.Tag) bool {
	var stems string
	switch tag {
	case lang.English:
		stems = "refus reject declin abandon ignor oppos prevent"
	case lang.Russian:
		stems = "отказ отклон отверг отверж игнор помеш запре запрет прекра"
	case lang.Belarusian:
		stems = "адмов адмаўл адхіл адверг ігнар перашкодз перашкад забар спын"
	}
	for stem := range strings.FieldsSeq(stems) {
		if strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

// excepting tells whether an exception follows the denial, or stands before the verb that it belongs to: "saw nothing but
// elk" and «никого, кроме лосей, не увидел» say that he saw elk, and another version may say just that.
func excepting(words []Word, i int, tag lang.Tag) bool {
	for j := max(0, i-exceptionReach); j < len(words) && j <= i+exceptionReach; j++ {
		switch text(words, j) {
		case "but":
			if j > i && anything(text(words, j-1)) {
				return true
			}
		case "except":
			if j > i && tag == lang.English {
				return true
			}
		case "кроме", "помимо", "акрамя", "апрача", "апроч", "окрамя":
			if !besides(words, j) {
				return true
			}
		}
	}
	return false
}

// besides tells whether the word begins «кроме того», which excepts nothing.
func besides(words []Word, i int) bool {
	switch text(words, i) {
	case "кроме", "помимо", "акрамя", "апрача", "апроч", "окрамя":
		switch text(words, i+1) {
		case "того", "этого", "таго", "гэтага":
			return true
		}
	}
	return false
}

func anything(word string) bool {
	switch word {
	case "nothing", "anything", "nobody", "anybody", "anyone", "none", "nowhere", "anywhere":
		return true
	}
	return false
}

func text(words []Word, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i].Text
}

// comparison tells whether a comparative follows in the clause: "could not come at a worse time" says that it comes.
func comparison(words []Word, i int) bool {
	for j := i + 1; j < len(words) && j < i+8 && !words[j].Stop; j++ {
		switch words[j].Text {
		case "better", "worse", "more", "less":
			return true
		}
	}
	return false
}

func idleEnglish(word, before, after, second string, kind DenialKind) DenialKind {
	if before == "or" || before == "why" || before == "if" && word == "not" { // "whether or not", "why not", "if not"
		return Soft
	}
	switch word + " " + after {
	case "not only", "not just", "not merely", "not simply", "not solely", "not least", "not to", "not until", "not unlike", "not more",
		"not less", "not long", "no doubt", "no matter", "no sooner", "no more", "no less", "no fewer", "no later", "no earlier",
		"nothing but", "nothing less", "none other", "no wonder", "can't help", "cannot help", "couldn't help", "cannot but":
		if after == "to" && second != "mention" { // "decided not to go" does deny
			return kind
		}
		return Soft
	}
	if strings.HasSuffix(word, "n't") {
		switch after {
		case "you", "it", "he", "she", "they", "we", "i", "there", "just", "only":
			return Soft // "don't you think", "isn't it"
		}
	}
	return kind
}

func idleRussian(before, after, second string, kind DenialKind) DenialKind {
	switch before {
	case "чуть", "едва", "пока", "покуда", "разве", "или", "бы", "как", "либо", "вряд", "на":
		return Soft
	}
	switch after {
	case "только", "просто", "менее", "более", "меньше", "раз", "один", "одна", "одно", "одну", "позднее", "позже", "ранее", "говоря", "иначе", "столько", "стало", "по":
		return Soft
	}
	if kind == Plain && (second == "ли" || second == "не") { // «не хотите ли», «не мог не»
		return Soft
	}
	return kind
}

func idleBelarusian(before, after, second string, kind DenialKind) DenialKind {
	switch before {
	case "ледзь", "ледзьве", "ледзве", "пакуль", "хіба", "ці", "або", "альбо", "б", "бы", "як", "наўрад", "на":
		return Soft
	}
	switch after {
	case "толькі", "проста", "менш", "больш", "раз", "адзін", "адна", "адно", "адну", "пазней", "раней", "кажучы", "інакш", "столькі", "стала", "па":
		return Soft
	}
	if kind == Plain && (second == "ці" || second == "не" || second == "ня") {
		return Soft
	}
	return kind
}
