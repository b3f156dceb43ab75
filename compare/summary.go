package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Phrase is a piece of a sentence; the strong ones are what a hurried reader should catch.
type Phrase struct {
	Text   string
	Strong bool
}

// Summary says in plain words what differs: what is left out, by version; then what is said differently, by kind.
func (r *Report) Summary() []Phrase {
	var s summariser
	differences := slices.DeleteFunc(r.Differences(), func(d Difference) bool { return d.Severity == Low })
	s.omissions(r, differences)
	s.kinds(differences)
	s.others(differences)
	if len(s.phrases) == 0 {
		s.nothing(r)
	}
	return s.phrases
}

type summariser struct{ phrases []Phrase }

// say adds a sentence; its odd parts are strong: say("The Russian version leaves out ", "one paragraph", ".").
func (s *summariser) say(parts ...string) {
	if len(s.phrases) > 0 {
		s.phrases = append(s.phrases, Phrase{Text: " "})
	}
	for i, part := range parts {
		s.phrases = append(s.phrases, Phrase{Text: part, Strong: i%2 == 1})
	}
}

func (s *summariser) nothing(r *Report) {
	if len(r.Differences()) > 0 {
		s.say("", "Only small things differ", ".")
		return
	}
	s.say("", "No difference was found", fmt.Sprintf(" in %s: the versions say the same, as far as Triptych can tell.",
		counted(len(r.Rows), "row", "rows")))
}

// loss is what one set of versions lacks.
type loss struct {
	missing               []int
	paragraphs, sentences int
}

func (s *summariser) omissions(r *Report, differences []Difference) {
	for _, l := range losses(r, differences) {
		what := l.what()
		switch {
		case len(l.missing) == 1:
			s.say("The "+list(r.Article, l.missing)+" version leaves out ", what, ".")
		case len(l.missing) == len(r.Article.Versions)-1:
			s.say("Only the "+VersionName(r.Article, other(l.missing))+" version has ", what, ".")
		default:
			s.say("The "+list(r.Article, l.missing)+" versions leave out ", what, ".")
		}
	}
}

// losses adds up the omissions by the versions that lack something: first what one version lacks, then what several do.
func losses(r *Report, differences []Difference) []loss {
	var out []loss
	for _, d := range differences {
		if d.Kind != Omission || len(d.Missing) == 0 {
			continue
		}
		i := slices.IndexFunc(out, func(l loss) bool { return slices.Equal(l.missing, d.Missing) })
		if i < 0 {
			i = len(out)
			out = append(out, loss{missing: d.Missing})
		}
		if r.Rows[d.Bead].LacksAll(d.Missing) {
			out[i].paragraphs += units(d)
		} else {
			out[i].sentences += units(d)
		}
	}
	slices.SortStableFunc(out, func(a, b loss) int {
		return cmp.Or(cmp.Compare(len(a.missing), len(b.missing)), slices.Compare(a.missing, b.missing))
	})
	return out
}

// units is how many sentences or paragraphs an omission has in the version that has the most of them.
func units(d Difference) int {
	count := map[int]int{}
	most := 1
	for _, m := range d.Marks {
		count[m.Version]++
		most = max(most, count[m.Version])
	}
	return most
}

func (l loss) what() string {
	var parts []string
	if l.paragraphs > 0 {
		parts = append(parts, counted(l.paragraphs, "paragraph", "paragraphs"))
	}
	if l.sentences > 0 {
		parts = append(parts, counted(l.sentences, "sentence", "sentences"))
	}
	return enumerate(parts)
}

// other is the one version that is not among missing, which lacks just that one.
func other(missing []int) int {
	for v := range len(missing) + 1 {
		if !slices.Contains(missing, v) {
			return v
		}
	}
	return 0
}

// kinds says how many numbers, names and so on differ, in one sentence: "Two numbers and one name differ."
func (s *summariser) kinds(differences []Difference) {
	var parts []string
	total := 0
	for _, k := range nouns() {
		if n := count(differences, k.Kind); n > 0 {
			parts = append(parts, counted(n, k.one, k.many))
			total += n
		}
	}
	if total == 0 {
		return
	}
	verb := " differ."
	if total == 1 {
		verb = " differs."
	}
	var sentence []string
	for i, part := range parts {
		switch {
		case i == 0:
			sentence = append(sentence, "", capital(part))
		case i == len(parts)-1:
			sentence = append(sentence, " and ", part)
		default:
			sentence = append(sentence, ", ", part)
		}
	}
	s.say(append(sentence, verb)...)
}

// others tells of the kinds that do not fit "… differ".
func (s *summariser) others(differences []Difference) {
	if n := count(differences, Order); n > 0 {
		s.say("", capital(counted(n, "passage stands", "passages stand")), " elsewhere.")
	}
	if n := count(differences, Language); n > 0 {
		s.say("", capital(counted(n, "word", "words")), " may have strayed in from another language.")
	}
	if n := count(differences, Wording); n > 0 {
		s.say("The wording changes in ", counted(n, "place", "places"), ".")
	}
}

func count(differences []Difference, k Kind) int {
	n := 0
	for _, d := range differences {
		if d.Kind == k {
			n++
		}
	}
	return n
}

// counted writes a number with its noun; small numbers in words, as prose does.
func counted(n int, one, many string) string {
	words := []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	number := strconv.Itoa(n)
	if n < len(words) {
		number = words[n]
	}
	if n == 1 {
		return number + " " + one
	}
	return number + " " + many
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// noun is what one difference of a kind is called, and several: "two numbers differ".
type noun struct {
	Kind
	one, many string
}

// nouns lists the kinds that fit "… differ", in the order in which they are told.
func nouns() []noun {
	return []noun{
		{Number, "number", "numbers"},
		{Date, "date", "dates"},
		{Name, "name", "names"},
		{Quotation, "quotation", "quotations"},
		{Negation, "denial", "denials"},
		{Modality, "“must” or “may”", "words such as “must” and “may”"},
		{Attribution, "attribution", "attributions"},
	}
}
