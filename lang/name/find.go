package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"triptych/lang"
)

// Find finds the names of a text in order; they do not overlap: runs of capitalised words with the particles between
// them ("Ursula von der Leyen"), initials («А. Г. Иванов»), hyphens and apostrophes; acronyms too. A possessive 's ends
// a run and is left out, as are titles such as "Mr." and, in English, weekdays, months and "I". Function words at the
// start of a sentence are no part of a name. tag settles which capitalised words are none; names in other scripts and
// languages are found in a text of any. The time is linear in the text.
func Find(text string, tag lang.Tag) []Name {
	f := finder{text: text, english: tag != lang.Russian && tag != lang.Belarusian, opening: true}
	for f.next() {
		f.take()
	}
	f.flush()
	return f.found
}

// finder holds the run of capitalised words that is being read.
type finder struct {
	text       string
	english    bool
	pos        int
	word       span // the word being looked at
	gap        string
	opening    bool // the word opens a sentence
	run        Name
	particles  int // words after the run that belong to it if a capital follows
	initial    bool
	acronym    bool // the first word of the run has no small letters
	possessive bool // the last word of the run was a possessive
	found      []Name
}

type span struct{ start, end int }

// next moves to the next word, and tells what stands between it and the word before.
func (f *finder) next() bool {
	from := f.pos
	for f.pos < len(f.text) {
		r, n := utf8.DecodeRuneInString(f.text[f.pos:])
		if unicode.IsLetter(r) {
			f.gap = f.text[from:f.pos]
			f.word = span{f.pos, wordEnd(f.text, f.pos)}
			f.pos = f.word.end
			return true
		}
		f.pos += n
	}
	return false
}

// wordEnd is where the word that begins at pos ends; it goes on over a single apostrophe or hyphen between letters,
// and over digits («Ту-154», "G20").
func wordEnd(text string, pos int) int {
	end := pos
	for i := pos; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || unicode.IsDigit(r):
			end = i
		case i-n == end && (r == '-' || r == '‐' || r == '‑' || r == '\'' || r == '’' || r == 'ʼ' || r == '\u00ad'):
		default:
			return end
		}
	}
	return end
}

// take adds the word to the run, or ends the run.
func (f *finder) take() {
	w := f.text[f.word.start:f.word.end]
	f.opening = f.opens()
	joined := f.run.Words > 0 && !f.possessive && f.joins()
	switch {
	case f.capitalised(w):
		if !joined {
			f.flush()
			f.begin(w)
		}
		f.extend(w)
	case joined && particle(w):
		f.particles++
	default:
		f.flush()
	}
}

// opens tells whether the word opens a sentence, from what stands before it.
func (f *finder) opens() bool {
	if f.word.start == len(f.gap) {
		return true
	}
	if strings.ContainsAny(f.gap, "!?…:\n•") || strings.ContainsAny(f.gap, "—–-") && !strings.HasPrefix(f.gap, " ") {
		return true
	}
	dot := strings.IndexByte(f.gap, '.')
	return dot >= 0 && !(dot == 0 && f.run.Words > 0 && f.initial) && !f.afterTitle()
}

// afterTitle tells whether the gap is the point of an abbreviation that stands before names.
func (f *finder) afterTitle() bool {
	before := f.text[:f.word.start-len(f.gap)]
	start := strings.LastIndexFunc(before[max(0, len(before)-12):], func(r rune) bool { return !unicode.IsLetter(r) })
	if start >= 0 {
		_, n := utf8.DecodeRuneInString(before[max(0, len(before)-12)+start:])
		before = before[max(0, len(before)-12)+start+n:]
	}
	return title(before)
}

// joins tells whether the gap lets a run go on: one space, or the point of an initial.
func (f *finder) joins() bool {
	switch f.gap {
	case " ", "\u00a0", "\u202f":
		return true
	case ".", ". ", ".\u00a0", ".\u202f":
		return f.initial && f.particles == 0
	}
	return false
}

func (f *finder) begin(w string) {
	f.run = Name{Start: f.word.start, Initial: f.opening}
	f.acronym = allCapitals(w)
}

func (f *finder) extend(w string) {
	f.run.Words += f.particles + 1
	f.particles = 0
	f.run.End = f.word.end
	f.initial = utf8.RuneCountInString(w) == 1
	stem := strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	f.possessive = len(stem) < len(w)
	f.run.End -= len(w) - len(stem)
}

// flush records the run.
func (f *finder) flush() {
	if f.run.Words > 0 && !(f.run.Words == 1 && f.initial) {
		f.run.Initial = f.run.Initial && f.run.Words == 1 && !f.acronym
		f.found = append(f.found, f.run)
	}
	f.run, f.particles, f.initial, f.possessive = Name{}, 0, false, false
}

// capitalised tells whether the word can be a part of a name.
func (f *finder) capitalised(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) {
		return arabicArticle(w)
	}
	if f.english && (calendar(w) || title(w)) {
		return false
	}
	if n == len(w) {
		return strings.HasPrefix(f.text[f.word.end:], ".") && !(f.run.Words == 0 && f.english && w == "I")
	}
	return !f.opening || !function(w)
}

// allCapitals tells whether the word is an acronym: two capitals or more and no small letter.
func allCapitals(w string) bool {
	capitals := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return capitals > 1
}
