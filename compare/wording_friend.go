package compare

import "strings"

// friend is a Russian and a Belarusian word that look alike and mean different things.
type friend struct {
	russian, belarusian     string // what all forms begin with, as lang.Fold writes them; variants parted by spaces
	inRussian, inBelarusian string // what they mean
}

// falseFriend finds the pair that a Russian and a Belarusian word, both folded, are forms of.
func falseFriend(russian, belarusian string) (friend, bool) {
	for _, f := range falseFriends() {
		if isForm(russian, f.russian) && isForm(belarusian, f.belarusian) {
			return f, true
		}
	}
	return friend{}, false
}

// isForm tells whether a word is one of some stems with an ending.
func isForm(word, stems string) bool {
	for stem := range strings.SplitSeq(stems, " ") {
		if rest, ok := strings.CutPrefix(word, stem); ok && strings.Contains(flexions, " "+rest+" ") {
			return true
		}
	}
	return false
}

// flexions are the endings of nouns and adjectives, and of verbs whose stem ends in a vowel, in both languages; the
// first is none.
const flexions = "  а я у ю е э о ы и і ь й ам ям ом ем ой ей ай ов ев аў яў ами ями амі ямі ах ях ью" +
	" ый ий ая яя ое ее ые ие ыя ого его ому ему ага яга аму яму ым им ім ых их іх ую юю ым ыми ымі" +
	" ть ет ют ешь л ла ло ли ць еш ем юць ў лі "

// falseFriends lists what trips translators of news. A pair whose meanings meet in some use is not here.
func falseFriends() [26]friend {
	return [...]friend{
		{"час", "час", "an hour", "time"},
		{"недел", "нядзел", "a week", "Sunday"},
		{"отказ", "адказ", "a refusal", "an answer"},
		{"отказа", "адказа", "to refuse", "to answer"},
		{"пыта", "пыта", "to torture", "to ask"},
		{"речь реч", "рэч", "speech", "a thing"},
		{"лист", "ліст", "a leaf, a sheet", "a letter"},
		{"склад", "склад", "a warehouse", "composition, membership"},
		{"злоде", "злодзе", "a villain", "a thief"},
		{"сварк", "сварк", "welding", "a quarrel"},
		{"поко", "пако", "peace, rest", "a room"},
		{"приклад", "прыклад", "a rifle butt", "an example"},
		{"шкод", "шкод", "mischief", "harm"},
		{"благ", "благ", "good", "bad"},
		{"диван", "дыван", "a sofa", "a carpet"},
		{"плот", "плот", "a raft", "a fence"},
		{"трус", "трус", "a coward", "a rabbit"},
		{"лют", "лют", "fierce", "February"},
		{"листопад", "лістапад", "the fall of leaves", "November"},
		{"гонор", "гонар", "arrogance", "honour"},
		{"тварь твар", "твар", "a creature", "a face"},
		{"гадин", "гадзін", "a reptile", "an hour"},
		{"качк", "качк", "rolling", "a duck"},
		{"кошт", "кошт", "keep", "cost"},
		{"корыст", "карысц", "greed", "benefit"},
		{"стан", "стан", "a figure, a camp", "a state, a condition"},
	}
}
