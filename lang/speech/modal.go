package speech

import "triptych/lang"

// Mood is what a modal word makes of what follows.
type Mood int

// The moods. May stands for can and could too, which the three languages do not part alike.
const (
	Must   Mood = iota + 1 // must, has to, is obliged to
	Should                 // should, ought to
	May                    // may, might, can
	Will                   // will, is going to
)

// String is how a note calls the mood.
func (m Mood) String() string {
	switch m {
	case Must:
		return "must"
	case Should:
		return "should"
	case May:
		return "may"
	case Will:
		return "will"
	}
	return ""
}

// ModalAt is the mood that the word at index i sets; ok is false for other words. What may be either of two moods
// («должен» is must and should) is taken for the stronger.
func ModalAt(words []Word, i int, tag lang.Tag) (m Mood, ok bool) {
	switch tag {
	case lang.English:
		return modalEnglishAt(words, i)
	case lang.Russian:
		return modalRussian.find(words[i].Text)
	case lang.Belarusian:
		return modalBelarusian.find(words[i].Text)
	}
	return 0, false
}

func modalEnglishAt(words []Word, i int) (Mood, bool) {
	w := words[i]
	switch w.Text {
	case "may":
		if w.Upper && i > 0 { // the month
			return 0, false
		}
	case "have", "has", "had", "having", "need", "needs", "needed", "ought", "obliged", "required", "going":
		if i+1 == len(words) || words[i+1].Text != "to" {
			return 0, false
		}
	}
	return modalEnglish.find(w.Text)
}

// The tables are variables so that they are sorted once.
var modalEnglish = tabulate(
	listing[Mood]{Must, `must have has had having need needs needed obliged required mustn't needn't`},
	listing[Mood]{Should, `should ought shouldn't`},
	listing[Mood]{May, `may might can could can't cannot couldn't mightn't able`},
	listing[Mood]{Will, `will shall won't going`},
)

var modalRussian = tabulate(
	listing[Mood]{Must, `должен должна должно должны обязан обязана обязано обязаны надо нужно необходимо придется пришлось приходится
		вынужден вынуждена вынуждены требуется`},
	listing[Mood]{Should, `следует следовало стоит стоило`},
	listing[Mood]{May, `может могут могу можем мог могла могло могли можно вправе сможет смогут смог смогла смогли возможно способен
		способна способны`},
	listing[Mood]{Will, `будет будут буду будем`},
)

var modalBelarusian = tabulate(
	listing[Mood]{Must, `павінен павінна павінны мусіць мусяць мусіў мусіла мусілі абавязан* трэба неабходна патрэбна давядзецца
		давялося прыйдзецца прыйшлося вымушан* змушан*`},
	listing[Mood]{Should, `варта след належыць`},
	listing[Mood]{May, `можа могуць магу можам мог магла магло маглі можна зможа змогуць змог змагла змаглі магчыма здольны здольная
		здольныя`},
	listing[Mood]{Will, `будзе будуць буду будзем`},
)
