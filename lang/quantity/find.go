package quantity

import (
	"strings"
	"unicode/utf8"

	"triptych/lang"
)

// Find reads the quantities of a text in order; they do not overlap. Number words of all three languages are known in
// a text of any; tag settles what a comma, a point and a few words mean. Digits inside a name ("COVID-19") are found
// and marked weak; those in addresses, phone numbers, versions and hashtags are left out, and so are Roman numerals.
// The time is linear in the text.
func Find(text string, tag lang.Tag) []Quantity {
	var b Buffer
	return b.Find(text, tag)
}

// Buffer is room that is used again by who reads many texts one after the other. The zero value is ready for use.
type Buffer struct{ tokens []token }

// Find is [Find].
func (b *Buffer) Find(text string, tag lang.Tag) []Quantity {
	if b.tokens == nil {
		b.tokens = make([]token, 0, 32+len(text)/8)
	}
	b.tokens = scan(text, b.tokens[:0])
	f := finder{text: text, tag: tag, tokens: b.tokens, lastEnd: -1}
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
}

func (f *finder) step() {
	t := f.tokens[f.at]
	switch {
	case t.kind == number:
		f.figures()
	case t.kind == word && f.states(t):
		f.words()
	case t.kind == word && f.compound(t):
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
	return t.num.part != none && (t.num.only == 0 || f.tag == lang.Belarusian)
}

// is tells whether token i is one of the words of a list, which has them as [fold] leaves them. A star at the end of
// a word of the list stands for any ending.
func (f *finder) is(i int, list string) bool {
	t := f.tok(i)
	if t.kind != word {
		return false
	}
	var buf [maxWord]byte
	folded := string(fold(f.text[t.start:t.end], &buf))
	if folded == "" {
		return false
	}
	return listed(folded, list)
}

// listed tells whether a word is on a list of words and stems between spaces. It walks the bytes itself, for it is
// asked some thirty times about the neighbours of every number.
func listed(w, list string) bool {
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && list[to] > ' ' {
			to++
		}
		if to > from && list[to-1] == '*' && strings.HasPrefix(w, list[from:to-1]) || w == list[from:to] {
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
	q.Approx = q.Approx || f.approximate(first)
	f.join(&q, first)
	f.found = append(f.found, q)
	f.at, f.lastEnd = end, end
}

// approximate tells whether the words before token i say that the number is not exact.
func (f *finder) approximate(i int) bool {
	if c := f.tok(i - 1).char; c == '~' || c == '≈' || c == '>' || c == '<' || c == '≥' || c == '≤' {
		return true
	}
	if f.is(i-1, "a an the") { // but not "over a 10-year period"
		return f.is(i-2, "about around approximately roughly nearly almost")
	}
	if f.is(i-1, approximators) {
		return true
	}
	return f.is(i-1, "than to чем чым чымся за як к да") && f.is(i-2, comparatives)
}

const (
	approximators = `about around approximately roughly nearly almost over under some circa least most exceeding
		около почти примерно приблизительно порядка свыше более больше менее меньше минимум максимум
		каля амаль прыкладна прыблізна парадку звыш больш болей менш меней мінімум максімум`
	comparatives = `more less fewer up close over under более больше менее меньше не больш болей менш меней блізка близко`
)
