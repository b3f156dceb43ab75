package compare

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"triptych/align"
	"triptych/article"
	"triptych/lang"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// only are the lines of the differences of some kinds.
func only(r *Report, kinds ...Kind) []string {
	var out []string
	for _, d := range r.Differences() {
		if slices.Contains(kinds, d.Kind) {
			out = append(out, line(r, d))
		}
	}
	return out
}

// one compares two versions of one paragraph each with a sentence each.
func one(t *testing.T, a, b article.Version) *Report {
	t.Helper()
	return report(t, "0 | 0", "0 | 0", a, b)
}

func TestWordingOfRevisions(t *testing.T) {
	cases := []struct {
		name, key, was, is string
		want               []string
	}{
		{"typography", "en", `The "Zubr" left at noon -- nobody's fault... they said.`, "The «Zubr»  left at noon — nobody’s fault… they said.", nil},
		{"ё", "ru", "Полёт отложён до вечера.", "Полет отложен до вечера.", nil},
		{"small words", "en", "The bakers of the town met in the hall.", "Bakers of the town met at a hall.", []string{
			"wording low 0: English 2 drops “The” [en 0 The]",
			"wording low 0: “in the” became “at a” [en 0 in the] [en.2 0 at a]",
		}},
		{"an ending", "en", "The bakery closes early on most days now.", "The bakery closed early on most days now.", []string{
			"wording low 0: “closes” became “closed” [en 0 closes] [en.2 0 closed]",
		}},
		{"a word of weight", "en", "The bakery closes early on most days now.", "The smithy closes early on most days now.", []string{
			"wording medium 0: “bakery” became “smithy” [en 0 bakery] [en.2 0 smithy]",
		}},
		{"changes that a small word parts are one", "ru", "Утром жители улицы вышли чинить ограду и скамью возле пруда.",
			"Утром жители улицы вышли красить забор и беседку возле пруда.", []string{
				"wording medium 0: “чинить ограду и скамью” became “красить забор и беседку” [ru 0 чинить ограду и скамью] [ru.2 0 красить забор и беседку]",
			}},
		{"words that stand elsewhere", "be", "У сераду пекары з Лагойска прывезлі на кірмаш дзвесце боханаў.", "Пекары з Лагойска прывезлі на кірмаш у сераду дзвесце боханаў.", []string{
			"wording low 0: “У сераду” stands elsewhere in Belarusian 2 [be 0 У сераду] [be.2 0 у сераду]",
		}},
		{"the classical orthography", "be", "Сёння ў клубе плануюць канцэрт, а снег не спыніць гасцей.", "Сёньня ў клюбе плянуюць канцэрт, а сьнег ня спыніць гасьцей.", nil},
		{"Łacinka", "be", "Вечарам на рынку гралі музыкі з Ліды.", "Viečaram na rynku hrali muzyki ź Lidy.", nil},
		{"a word of weight in Łacinka", "be", "Вечарам на рынку гралі музыкі, і шмат хто слухаў да поўначы.", "Viečaram na rynku hrali skamarochi, i šmat chto słuchaŭ da poŭnačy.", []string{
			"wording medium 0: “музыкі” became “skamarochi” [be 0 музыкі] [be.2 0 skamarochi]",
		}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := only(one(t, version(c.key, c.was), version(c.key+".2", c.is)), Wording, Order)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A sentence that went elsewhere in its paragraph is out of order, and neither lost nor added.
func TestSentenceThatMovedInARevision(t *testing.T) {
	r := report(t, "0 | 0", "0 | 0\n1 | -\n2 | 1\n- | 2",
		version("en", "The weir was built last year. Herons fish below it. The mill upstream lost its water."),
		version("en.2", "The weir was built last year. The mill upstream lost its water. Herons fish below it."))
	want := []string{"order low 0: “Herons fish below it.” stands elsewhere in English 2 [en 0 Herons fish below it.] [en.2 0 Herons fish below it.]"}
	if diff := cmp.Diff(want, lines(r)); diff != "" {
		t.Error(diff)
	}
}

// A sentence that was added is an omission of the other version, and no wording too.
func TestSentenceThatWasAddedIsNoWording(t *testing.T) {
	r := report(t, "0 | 0", "0 | 0\n- | 1\n1 | 2",
		version("en", "The weir was built last year. The mill upstream lost its water."),
		version("en.2", "The weir was built last year. Herons fish below it. The mill upstream lost its water."))
	want := []string{"omission medium 0: A sentence is not in the English version [en.2 0 Herons fish below it.]"}
	if diff := cmp.Diff(want, lines(r)); diff != "" {
		t.Error(diff)
	}
}

func TestWordingBetweenRussianAndBelarusian(t *testing.T) {
	cases := []struct {
		name, ru, be string
		want         []string
	}{
		{"the same in cognates", "Городской совет открыл новую школу на улице возле реки.", "Гарадскі савет адкрыў новую школу на вуліцы каля ракі.", nil},
		{"translations", "Правительство обещало увеличить помощь больницам и деревням.", "Урад абяцаў павялічыць дапамогу бальніцам і вёскам.", nil},
		{"another word", "Городской совет закрыл новую школу на улице возле реки.", "Гарадскі савет адкрыў новую школу на вуліцы каля ракі.", []string{
			"wording low 0: “закрыл” in Russian, “адкрыў” in Belarusian [ru 0 закрыл] [be 0 адкрыў]",
		}},
		{"a false friend", "Министр дал журналистам отказ вечером после встречи.", "Міністр даў журналістам адказ вечарам пасля сустрэчы.", []string{
			"wording low 0: “отказ” in Russian, “адказ” in Belarusian: they look alike, but the Russian word means a refusal," +
				" the Belarusian an answer [ru 0 отказ] [be 0 адказ]",
		}},
		{"friends that are translated", "Через час министр дал журналистам отказ после встречи.", "Праз гадзіну міністр даў журналістам адмову пасля сустрэчы.", nil},
		{"the classical orthography", "Городской совет открыл новый клуб на улице возле реки.", "Гарадзкі савет адчыніў новы клюб на вуліцы каля ракі.", nil},
		{"another word in Łacinka", "Городской совет закрыл новую школу на улице возле реки.", "Haradski saviet adkryŭ novuju škołu na vulicy kala raki.", []string{
			"wording low 0: “закрыл” in Russian, “adkryŭ” in Belarusian [ru 0 закрыл] [be 0 adkryŭ]",
		}},
		{"a sentence that is put quite otherwise says nothing", "Пожар уничтожил старый театр, зрители успели выйти.", "Агонь знішчыў будынак, людзі паспелі выбегчы на двор.", nil},
		{"a sentence of few words says nothing", "Совет закрыл школу.", "Савет адкрыў школу.", nil},
		{"names and numbers are for others", "Совет города Лида открыл 12 новых школ возле реки.", "Савет горада Гродна адкрыў 15 новых школ каля ракі.", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, r := range []*Report{one(t, version("ru", c.ru), version("be", c.be)), one(t, version("be", c.be), version("ru", c.ru))} {
				got := only(r, Wording)
				if len(got) > 1 || len(got) != len(c.want) {
					t.Fatalf("got %q, want %q", got, c.want)
				}
			}
			if diff := cmp.Diff(c.want, only(one(t, version("ru", c.ru), version("be", c.be)), Wording)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What both may mean by an English word in two of its senses is no difference.
func TestEnglishBridgesRussianAndBelarusian(t *testing.T) {
	ru, be := version("ru", "Полиция закрыла вчера старое дело возле реки."), version("be", "Паліцыя закрыла ўчора стары выпадак каля ракі.")
	if got := only(one(t, ru, be), Wording); len(got) != 1 {
		t.Errorf("without English: %q, want one difference", got)
	}
	three := report(t, "0 | 0 | 0", "0 | 0 | 0", version("en", "Police closed an old case by the river yesterday."), ru, be)
	if got := only(three, Wording); len(got) != 0 {
		t.Errorf("with English: %q, want none", got)
	}
}

func rendering(v int, into lang.Tag, texts ...string) article.Rendering {
	r := article.Rendering{Version: v, Language: into}
	for _, text := range texts {
		r.Segments = append(r.Segments, article.Segment{Text: text, Engine: "loom 1.2", Date: "2025-03-01"})
	}
	return r
}

func TestWordingInOneLanguage(t *testing.T) {
	cases := []struct {
		name, en, be, put string
		want              []string
	}{
		{"the same words", "The farmers sold their apples at the market.", "Фермеры прадалі яблыкі на рынку.", "Farmers have sold apples in the market.", nil},
		{"synonyms", "The farmers sold their goods at the market.", "Фермеры прадалі тавары на рынку.", "Farmers sold merchandise in the market.", nil},
		{"another word", "The farmers sold their apples at the market.", "Фермеры прадалі грушы на рынку.", "Farmers sold pears at the market.", []string{
			"wording low 0: Belarusian, put into English by loom 1.2, has “pears”, English has “apples” [en 0 apples] [be 0 грушы]",
		}},
		{"a word more", "The farmers sold their apples at the market.", "Фермеры прадалі чырвоныя яблыкі на рынку.", "Farmers sold red apples at the market.", []string{
			"wording low 0: Belarusian, put into English by loom 1.2, has “red”, which English lacks [be 0 чырвоныя]",
		}},
		{"a word less", "The farmers sold their ripe apples at the market.", "Фермеры прадалі яблыкі на рынку.", "Farmers sold apples at the market.", []string{
			"wording low 0: Belarusian, put into English by loom 1.2, lacks “ripe” of English [en 0 ripe] [be 0 Фермеры прадалі яблыкі на рынку.]",
		}},
		{"a word that cannot be placed", "The farmers sold their apples at the market.", "Фермеры прадалі вырвіслоікі на рынку.", "Farmers sold gewgaws at the market.", []string{
			"wording low 0: Belarusian, put into English by loom 1.2, has “gewgaws”, English has “apples”" +
				" [en 0 apples] [be 0 Фермеры прадалі вырвіслоікі на рынку.]",
		}},
		{"the engine's choice of a word that the lexicon ties", "The farmers closed their case at the market.", "Фермеры закрылі справу на рынку.", "Farmers closed a thing at the market.", nil},
		{"names and numbers are for others", "The farmers from Lida sold 40 apples.", "Фермеры з Ліды прадалі 45 яблыкаў.", "Farmers from Grodno sold 45 apples.", nil},
		{"not translated", "The farmers sold their apples.", "Фермеры прадалі грушы.", "", nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := &article.Article{Versions: []article.Version{version("en", c.en), version("be", c.be)}}
			got := only(CompareWith(a, pairOfOne(t), Options{Renderings: []article.Rendering{rendering(1, lang.English, c.put)}}), Wording)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func pairOfOne(t *testing.T) align.Levels {
	t.Helper()
	beads, err := align.Parse("0 | 0")
	if err != nil {
		t.Fatal(err)
	}
	return align.Levels{Paragraphs: beads, Sentences: beads}
}

func TestRenderingsThatDoNotFitArePassedOver(t *testing.T) {
	a := &article.Article{Versions: []article.Version{version("en", "The farmers sold apples."), version("be", "Фермеры прадалі грушы.")}}
	for name, r := range map[string]article.Rendering{
		"of no version":         rendering(7, lang.English, "Farmers sold pears."),
		"of version -1":         rendering(-1, lang.English, "Farmers sold pears."),
		"too many segments":     rendering(1, lang.English, "Farmers sold pears.", "And plums."),
		"in its own language":   rendering(1, lang.Belarusian, "Фермеры прадалі слівы."),
		"in a language of none": rendering(1, lang.Russian, "Фермеры продали груши."),
	} {
		if got := only(CompareWith(a, pairOfOne(t), Options{Renderings: []article.Rendering{r}}), Wording); len(got) > 0 {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestFromLatin(t *testing.T) {
	for latin, want := range map[string]string{
		"viečar": "вечар", "śnieh": "сьнег", "cichanoŭskaja": "ціханоўская", "chleb": "хльэб", "łaska": "ласка", "žyccio": "жыццё", "вечар": "вечар", "": "",
	} {
		if got := fromLatin(latin); got != want {
			t.Errorf("%q became %q, want %q", latin, got, want)
		}
	}
}

// Every pair of false friends is one, and is found whichever forms its words take.
func TestFalseFriends(t *testing.T) {
	for _, f := range falseFriends() {
		for _, ru := range strings.Fields(f.russian) {
			if _, ok := falseFriend(ru, f.belarusian); !ok {
				t.Errorf("%s and %s are no pair", ru, f.belarusian)
			}
		}
		if f.inRussian == f.inBelarusian {
			t.Errorf("%s and %s mean the same", f.russian, f.belarusian)
		}
	}
	for _, pair := range [][2]string{{"часа", "часу"}, {"отказом", "адказам"}, {"речи", "рэчы"}, {"пытали", "пыталі"}} {
		if _, ok := falseFriend(pair[0], pair[1]); !ok {
			t.Errorf("%s and %s are no pair", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"часть", "частка"}, {"участник", "удзельнік"}, {"листва", "лістота"}, {"часовой", "часовы"}} {
		if f, ok := falseFriend(pair[0], pair[1]); ok {
			t.Errorf("%s and %s are taken for forms of %s", pair[0], pair[1], f.russian)
		}
	}
}

func BenchmarkWordings(b *testing.B) {
	ru := version("ru", slices.Repeat([]string{"Городской совет закрыл новую школу на улице возле реки. Правительство обещало увеличить помощь больницам и деревням."}, 30)...)
	be := version("be", slices.Repeat([]string{"Гарадскі савет адкрыў новую школу на вуліцы каля ракі. Урад абяцаў павялічыць дапамогу бальніцам і вёскам."}, 30)...)
	a := &article.Article{Versions: []article.Version{ru, be}}
	var l align.Levels
	for i := range 30 {
		l.Paragraphs.Beads = append(l.Paragraphs.Beads, align.Bead{Sides: []article.Range{{Lo: i, Hi: i + 1}, {Lo: i, Hi: i + 1}}})
	}
	for i := range 60 {
		l.Sentences.Beads = append(l.Sentences.Beads, align.Bead{Sides: []article.Range{{Lo: i, Hi: i + 1}, {Lo: i, Hi: i + 1}}})
	}
	p := passages(a, l)
	for _, c := range []struct {
		name string
		find detector
	}{{"wordings", wordings}, {"languages", languages}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range p {
					c.find(&p[i])
				}
			}
		})
	}
}

// passages are what the detectors look at.
func passages(a *article.Article, l align.Levels) []passage {
	var out []passage
	sentences := l.Sentences.Beads
	for _, bead := range l.Paragraphs.Beads {
		p := passage{article: a, bead: bead, role: role(a, bead)}
		p.sentences, sentences = inside(a, bead, sentences)
		out = append(out, p)
	}
	return out
}

// Whatever the texts are, marks stand on characters of the paragraph that they name, and none is empty.
func FuzzWordings(f *testing.F) {
	f.Add("Полёт отложён -- «до вечера»...", "Палёт адкладзены да вечара, i ўсё. Это (мука) http://a.b/и", "Flight put off")
	f.Add("A. B. A. B.", "B. A. B. A...", "\u0301’")
	f.Fuzz(func(t *testing.T, a, b, put string) {
		a, b = norm.NFC.String(strings.ToValidUTF8(a, "")), norm.NFC.String(strings.ToValidUTF8(b, ""))
		if strings.TrimSpace(a) == "" || strings.TrimSpace(b) == "" || strings.ContainsAny(a+b, "\n\r") {
			return
		}
		for _, keys := range [][2]string{{"ru", "be"}, {"be", "be.2"}, {"en", "en.2"}, {"en", "ru"}} {
			x, y := version(keys[0], "."+a), version(keys[1], "."+b)
			l := align.Levels{Paragraphs: align.Alignment{Beads: []align.Bead{{Sides: []article.Range{{Lo: 0, Hi: 1}, {Lo: 0, Hi: 1}}}}}}
			l.Sentences.Beads = []align.Bead{{Sides: []article.Range{{Lo: 0, Hi: len(x.Sentences)}, {Lo: 0, Hi: len(y.Sentences)}}}}
			texts := slices.Repeat([]string{put}, len(y.Sentences))
			p := passages(&article.Article{Versions: []article.Version{x, y}}, l)[0]
			p.renderings = []article.Rendering{rendering(1, x.Language, texts...)}
			for _, d := range append(wordings(&p), languages(&p)...) {
				for _, m := range d.Marks {
					v := &p.article.Versions[m.Version]
					whole := v.Paragraphs[m.Paragraph]
					if m.Start < whole.Start || m.End > whole.End || m.Start >= m.End || !utf8.ValidString(v.Slice(m.Span)) {
						t.Fatalf("%s: %q marks %v of %q", d.Kind, d.Note, m, v.Text)
					}
				}
			}
		}
	})
}
