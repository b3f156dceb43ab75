package quantity

import (
	"strings"
	"unicode/utf8"

	"triptych/lang"
)

// Find reads the quantities of a text in order; they do not overlap. Number words of all three languages are known in
// a text of any; tag settles what a comma, a point and a few words mean. Digits inside a name ("COVID-19") and Roman
// numerals are found and marked weak; those in addresses, phone numbers, versions and hashtags are left out, and so are
// weekdays and months without a day. The time is linear in the text.
func Find(text string, tag lang.Tag) []Quantity {
	var b Buffer
	return b.Find(text, tag)
}

// FindAll is [Find] with weekdays, months without a day, and serial numbers.
func FindAll(text string, tag lang.Tag) []Quantity {
	var b Buffer
	return b.find(text, tag, true)
}

// Buffer is room that is used again by who reads many texts one after the other. The zero value is ready for use.
type Buffer struct{ tokens []token }

// Find is [Find].
func (b *Buffer) Find(text string, tag lang.Tag) []Quantity { return b.find(text, tag, false) }

// FindAll is [FindAll].
func (b *Buffer) FindAll(text string, tag lang.Tag) []Quantity { return b.find(text, tag, true) }

func (b *Buffer) find(text string, tag lang.Tag, all bool) []Quantity {
	if b.tokens == nil {
		b.tokens = make([]token, 0, 32+len(text)/8)
	}
	lacinka := tag == lang.Belarusian && isLacinka(text)
	b.tokens = scan(text, lacinka, b.tokens[:0])
	f := finder{text: text, tag: tag, tokens: b.tokens, lastEnd: -1, all: all, lacinka: lacinka}
	for f.at < len(f.tokens) {
		f.step()
	}
	return f.found
}

type finder struct {
	text    string
	tag     lang.Tag
	tokens  []token
	at      int // the token to look at
	found   []Quantity
	lastEnd int  // the token behind the last quantity
	scaled  bool // whether the last quantity has a scale word
	all     bool // whether to look for weekdays, months and serial numbers
	lacinka bool // whether the text is Belarusian in Latin letters
	memo    [4]foldedWord
}

// foldedWord remembers what a token folds to: the neighbours of a number are asked for some thirty times.
type foldedWord struct {
	token  int // its index and 1
	length int
	buf    [maxWord]byte
}

func (f *finder) step() {
	t := f.tokens[f.at]
	switch {
	case t.kind == number:
		f.figures()
	case t.kind == word && f.states(t):
		f.words()
	case t.kind == word && (f.lone(t) || f.compound(t) || f.roman(t) || f.all && f.monthAlone()):
	default:
		f.at++
	}
}

// tok is the token i, the zero token beyond either end.
func (f *finder) tok(i int) token {
	if i < 0 || i >= len(f.tokens) {
		return token{}
	}
	return f.tokens[i]
}

// states tells whether the token can be a part of a number.
func (f *finder) states(t token) bool {
	if t.kind != word {
		return t.kind == number && !t.serial
	}
	return t.num.part != none && t.num.part != lone && (t.num.only == 0 || f.tag == lang.Belarusian)
}

// is tells whether token i is one of the words of a list, which has them as [fold] leaves them. A star at the end of
// a word of the list stands for any ending.
func (f *finder) is(i int, list string) bool {
	t := f.tok(i)
	if t.kind != word {
		return false
	}
	w := f.folded(i)
	return len(w) > 0 && listed(w, list)
}

// folded is the word at token i as [fold] leaves it.
func (f *finder) folded(i int) []byte {
	m := &f.memo[i%len(f.memo)]
	if m.token != i+1 {
		m.token = i + 1
		m.length = len(foldAs(f.letters(i), f.lacinka, &m.buf))
	}
	return m.buf[:m.length]
}

// listed tells whether a word is on a list of words and stems between spaces. It walks the bytes itself, for it is
// asked some thirty times about the neighbours of every number.
func listed(w []byte, list string) bool {
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && list[to] > ' ' {
			to++
		}
		stem, open := strings.CutSuffix(list[from:to], "*")
		if string(w) == stem || open && len(w) >= len(stem) && string(w[:len(stem)]) == stem {
			return true
		}
		from = to + 1
	}
	return false
}

// hyphen tells whether token i is a hyphen that touches both its neighbours.
func (f *finder) hyphen(i int) bool {
	t := f.tok(i)
	return t.glued && f.tok(i+1).glued && (t.char == '-' || t.char == '‐' || t.char == '‑')
}

func (f *finder) letters(i int) string {
	t := f.tok(i)
	return f.text[t.start:t.end]
}

// capital tells whether token i begins with a capital letter.
func (f *finder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.letters(i))
	return f.tok(i).kind == word && strings.ToLower(string(r)) != string(r)
}

// add records a quantity that is stated by the tokens from first up to, not including, end.
func (f *finder) add(q Quantity, first, end int) {
	first = max(first, f.lastEnd) // a sign between two numbers belongs to the first
	if q.End == 0 {
		q.Start, q.End = f.tok(first).start, f.tok(end-1).end
	}
	if f.extend(&q, first) {
		f.at, f.lastEnd = end, end
		return
	}
	f.bound(&q, first, end)
	f.join(&q, first)
	f.found = append(f.found, q)
	f.at, f.lastEnd = end, end
}
