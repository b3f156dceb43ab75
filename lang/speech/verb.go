package speech

import "triptych/lang"

// Strength is what a verb that attributes words says of them besides that they were said.
type Strength int

// The strengths. Verbs of one strength may stand for each other.
const (
	Neutral    Strength = iota // said, told, added
	Stressing                  // stressed, insisted
	Doubting                   // claimed, alleged: the writer does not vouch for it
	Conceding                  // admitted, confessed
	Denying                    // denied, refuted
	Accusing                   // accused, blamed
	Warning                    // warned, threatened
	Promising                  // promised, vowed
	Supposing                  // thinks, believes, hopes
	Suggesting                 // suggested, hinted
	Asserting                  // «утверждает»: said, or claimed, as the context has it
)

// String is how a note calls the strength.
func (s Strength) String() string {
	switch s {
	case Stressing:
		return "stressed"
	case Doubting:
		return "claimed"
	case Conceding:
		return "admitted"
	case Denying:
		return "denied"
	case Accusing:
		return "accused"
	case Warning:
		return "warned"
	case Promising:
		return "promised"
	case Supposing:
		return "supposed"
	case Suggesting:
		return "suggested"
	case Asserting:
		return "asserted"
	}
	return "said"
}

// Saying is the strength of a verb of saying, in whatever form; ok is false for other words. It takes folded words.
func Saying(word string, tag lang.Tag) (s Strength, ok bool) {
	switch tag {
	case lang.English:
		return sayingEnglish.find(word)
	case lang.Russian:
		return sayingRussian.find(word)
	case lang.Belarusian:
		return sayingBelarusian.find(word)
	}
	return Neutral, false
}

// The tables are variables because sorting them anew for every word would cost more than all the rest. Nouns of saying
// ("claims that", «утверждение») are left out but where a verb form looks the same.
var sayingEnglish = tabulate(
	listing[Strength]{Neutral, `said say says saying told tell tells telling adds added adding noted notes noting replied replies reply
		answered answers asked asks wrote writes announced announces announcing reported reports explained explains explaining stated states
		stating remarked commented comments continued recalled recalls tweeted concluded concludes described describes observed joked quipped
		declared declares declaring informed informs responded responds shouted exclaimed whispered quoted cited mentioned`},
	listing[Strength]{Stressing, `stressed stresses stressing insist emphasise emphasize reiterate underline underscore emphasised emphasises emphasized emphasizes emphasising emphasizing insisted
		insists insisting underlined underlines underscored underscores reiterated reiterates`},
	listing[Strength]{Doubting, `claimed claims claiming alleges alleging purports`},
	listing[Strength]{Conceding, `admit confess concede acknowledge admitted admits admitting confessed confesses confessing conceded concedes conceding acknowledged
		acknowledges acknowledging`},
	listing[Strength]{Denying, `deny refute denied denies denying refuted refutes refuting`},
	listing[Strength]{Accusing, `accused accuses accusing blamed blames blaming`},
	listing[Strength]{Warning, `warn threaten warned warns warning threatened threatens threatening`},
	listing[Strength]{Promising, `vow pledge promised promises promising vowed vows vowing pledged pledges pledging`},
	listing[Strength]{Supposing, `thinks believes believed hopes hoped supposes supposed suspects suspected guessed`},
	listing[Strength]{Suggesting, `suggested suggests suggesting hinted hints hinting implied implies`},
)

var sayingRussian = tabulate(
	listing[Strength]{Neutral, `сказал сказала сказали сказало скажет сказав говорит говорят говорил говорила говорили говоря
		говорится заявил* заявля* сообщи* сообща* отмети* отмеча* добавил* добавля* рассказал* рассказыва* поясни* поясня* объясни* объясня*
		пишет пишут писал писала написал* ответи* отвеча* спросил* спрашива* объяви* объявля* замети* замеча* продолжил продолжила продолжает продолжал продолжала вспомнил*
		вспоминает вспоминал* комментир* прокомментир* цитир* процитир* высказал* высказыва* констатир* доложи* докладыва* информир* проинформир*
		упомяну* описыва* описал* воскликну* пошутил* шутит резюмир* изложи* словам слов передает передают`},
	listing[Strength]{Stressing, `подчеркн* подчеркив* настаива* настоял* акцентир*`},
	listing[Strength]{Asserting, `заверил* заверяет заверяют утверждает утверждают утверждал* утверждая`},
	listing[Strength]{Conceding, `признал* признае* признаю* признава* признавая сознал* созна* призналс* признае*`},
	listing[Strength]{Denying, `отрица* опроверг* опроверж*`},
	listing[Strength]{Accusing, `обвинил* обвиняет обвиняют обвинял* упрекн* упрека*`},
	listing[Strength]{Warning, `предупреди* предупрежда* предостере* пригрози* угрожа* грози*`},
	listing[Strength]{Promising, `пообеща* обеща* поклял* клян* обязал*`},
	listing[Strength]{Supposing, `считает считают считал* полага* думает думают верит верят надеется надеются предполагает предполагают предположил*`},
	listing[Strength]{Suggesting, `намекн* намека* предложил* предлага*`},
)

var sayingBelarusian = tabulate(
	listing[Strength]{Neutral, `сказаў сказала сказалі скажа сказаўшы кажа кажуць казаў казала казалі кажучы гаворыць гавораць гаварыў
		гаварыла гаварылі гаворачы гаворыцца заяв* паведам* паведамля* адзнач* дадаў дадала дадалі дадае дадаюць расказ* распавядае
		распавёў распавяла распавялі распавядаюць патлумач* тлумач* растлумач* піша пішуць пісаў пісала напісаў напісала напісалі адказ* спыта* пытае*
		абвяс* заўваж* зазнач* працягвае працягваў працягвала працягнуў працягнула прыгада* прыгадв* успомн* успамін* камент* пракамент* цытава* працытава* выказ* канстат*
		далаж* інфарм* праінфарм* апіс* усклікн* пажартав* жартуе словах слоў перадае перадаюць нагада* прыводзіць`},
	listing[Strength]{Stressing, `падкрэсл* настойв* настая* акцэнт*`},
	listing[Strength]{Asserting, `сцвярджае сцвярджаюць сцвярджаў сцвярджала сцвярджалі сцвярджаючы сцвердзіў сцвердзіла сцвердзілі`},
	listing[Strength]{Conceding, `прызна* прызнае* прызнаў*`},
	listing[Strength]{Denying, `адмаўля* абверг* абвярг* запярэч* аспрэч*`},
	listing[Strength]{Accusing, `абвінаваціў абвінаваціла абвінавацілі абвінавачвае абвінавачваюць абвінавачваў абвінавачвала вінаваціць вінаваціў папракн* папрака*`},
	listing[Strength]{Warning, `папярэдз* папярэджв* перасцер* перасцяр* прыгразі* пагража* пагразі*`},
	listing[Strength]{Promising, `паабяца* абяца* пакляс* клянец*`},
	listing[Strength]{Supposing, `лічыць лічаць лічыў лічыла лічылі мяркуе мяркуюць мяркава* думае думаюць верыць вераць спадзяе*`},
	listing[Strength]{Suggesting, `намякн* намякае намякала прапанав* прапануе*`},
)
