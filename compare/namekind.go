package compare

import (
	"slices"
	"strings"

	"triptych/lang"
	"triptych/lang/name"
)

// nameTraits is what sort of name a reading is.
type nameTraits struct {
	certain  bool // a name and not a word that has its capital from its place
	sure     bool // certain by a capital inside a sentence
	unknown  bool // the lexicon does not have it, so that it is a name and nothing else
	foreign  bool // in another script than the text around it
	native   bool // a Russian or Belarusian noun that has its capital inside a sentence, which they spare, and is no title
	phrase   bool // several words of the language, which as a name are translated: Snow White
	generic  bool // a word with which names of institutions and places are made
	proper   bool // a name, as against a word of the language
	acronym  bool
	quoted   bool // in a short quotation, like a title
	short    bool // with too few consonants to be told from others
	familiar bool // a first name or a father's name, by which a person may be called where others use the surname
	english  bool
}

func (d *nameDesk) traits(r *nameReading) nameTraits {
	x := nameTraits{short: true, familiar: true}
	adjectives, known := 0, 0
	for _, t := range r.terms {
		s := d.sheets[t.version]
		native := s.native(t)
		if native && t.cyrillic() && bareAdjective(t.text) {
			adjectives++
		}
		if len(s.known(t)) > 0 {
			known++
		}
		x.short = x.short && len(t.word.Skeleton()) < 2
		x.familiar = x.familiar && (t.word.Given() || name.Patronymic(t.text))
		x.sure = x.sure || t.certainty == certain
		x.foreign = x.foreign || !native
		x.english = x.english || s.tag == lang.English
		x.generic = x.generic || native && generic(t.text)
		x.quoted = x.quoted || t.quoted
		x.acronym = x.acronym || t.acronym
		x.native = x.native || native && s.tag != lang.English && t.certainty == certain && !t.quoted && !adjective(t.text)
	}
	x.unknown, x.phrase = known == 0, known == len(r.terms) && known > 1 && len(r.in) == 1
	x.certain = x.sure || x.unknown && len(r.in) > 1
	x.proper = !x.generic && adjectives < len(r.terms) && (x.unknown || x.native || x.foreign)
	return x
}

// known tells whether a reading against which nothing stands is a name. More care is due there: a title that some
// versions leave in the original and others translate is not lost.
func (x nameTraits) known() bool { return x.unknown || x.native && !x.generic }

// adjective tells whether a Russian or Belarusian word looks like an adjective; the names of institutions have them.
func adjective(w string) bool {
	return slices.ContainsFunc([]string{"ый", "ий", "ая", "ое", "ые", "ого", "его", "ому", "ему", "ым", "ых", "ной", "ную", "ской",
		"ны", "кі", "ае", "ага", "яга", "ога", "аму", "най", "скай", "кай"}, func(ending string) bool { return strings.HasSuffix(w, ending) })
}

// bareAdjective tells whether a word looks like an adjective and not like a surname in the form of one (Тихановского).
func bareAdjective(w string) bool {
	return adjective(w) && !strings.Contains(w, "ск") && !strings.Contains(w, "цк")
}

// generic tells whether a word names a sort of thing, with which names of institutions, places and offices are made.
// Such words are translated one way or another (Комитет, Commission): they are no evidence of another name.
func generic(text string) bool {
	w := lang.Fold(text)
	for _, list := range [...]string{genericEnglish, genericRussian, genericBelarusian} {
		for stem := range strings.FieldsSeq(list) {
			if strings.HasPrefix(w, stem) && len(w) <= len(stem)+longestEnding {
				return true
			}
		}
	}
	return false
}

// longestEnding is how many bytes may follow a stem of these lists.
const longestEnding = 8

const genericEnglish = `committee commission council department ministr office agency bureau service union association
	federation league party assembly parliament senate congress court judic judg university institute academy college school company
	corporation group bank fund centre center museum theatre theater hospital church street avenue road square park county district
	region state province city town north south east west northern southern eastern western central national international
	general chief president minister secretary chairm director captain coach sergeant detective officer police army navy
	championship cup premier division republic kingdom people house chamber board project program`

const genericRussian = `комитет комисси совет департамент министерств министр управлени агентств бюро служб союз ассоциаци федераци
	лиг парти ассамбле парламент сенат конгресс суд юридическ судебн университет институт академи колледж школ компани корпораци групп банк
	фонд центр музе театр больниц церк улиц проспект дорог площад парк округ окружн район област штат провинци город север северн
	юг южн восто западн запад центральн национальн международн генеральн главн президент секретар председател директор капитан тренер
	сержант полици арми чемпионат куб премьер дивизион республик королевств народ дом палат правлени проект программ клуб команд
	журналист`

const genericBelarusian = `камітэт камісі савет рада рады радзе раду дэпартамент міністэрств міністр упраўленн агенцтв бюро служб саюз
	асацыяцы федэрацы ліг партыі партыя партыю асамбле парламент сенат кангрэс суд юрыдычн судов універсітэт інстытут акадэмі каледж
	школ кампані карпарацы груп банк фонд цэнтр музе тэатр бальніц царк вуліц праспект дарог плошч парк акруг акружн раён вобласц
	вобласць штат правінцы горад поўнач паўночн поўдз паўдн усход захад заходн цэнтральн нацыянальн міжнародн генеральн галоўн
	прэзідэнт сакратар старшын дырэктар капітан трэнер сяржант паліцы арм чэмпіянат чэмпіянш куб прэм'ер дывізіён рэспублік
	каралеўств народ дом палат праўленн праект праграм клуб каманд журналіст`
