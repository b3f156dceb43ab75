package detect

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"triptych/lang"
)

// sampleLetters is how many letters the models get to see. From about 120 on their answer no longer changes, and their
// cost grows with every letter.
const sampleLetters = 240

// sample draws words of one script from the texts, a fair share from each, up to sampleLetters and one word. Words of
// other scripts are left out: lingua-go chooses among alphabets in random order.
func sample(texts []string, script *unicode.RangeTable) string {
	var b strings.Builder
	left := sampleLetters
	for i, text := range texts {
		left -= draw(&b, text, script, left/(len(texts)-i))
		if left <= 0 {
			break
		}
	}
	return b.String()
}

// draw writes words until it has written want letters, and returns how many it wrote.
func draw(b *strings.Builder, text string, script *unicode.RangeTable, want int) int {
	drawn := 0
	text = lang.Mend(norm.NFC.String(text[:cut(text, 8*sampleLetters)]))
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if drawn >= want {
			break
		}
		if !of(word, script) {
			continue
		}
		word = word[:cut(word, 2*sampleLetters)]
		b.WriteString(word)
		b.WriteByte(' ')
		drawn += len([]rune(word))
	}
	return drawn
}

// cut is the length of text in bytes, at most limit, at the boundary of a character.
func cut(text string, limit int) int {
	if len(text) <= limit {
		return len(text)
	}
	for limit > 0 && text[limit]&0xC0 == 0x80 {
		limit--
	}
	return limit
}

func of(word string, script *unicode.RangeTable) bool {
	for _, r := range word {
		if !unicode.Is(script, r) {
			return false
		}
	}
	return true
}

// wordsUpTo counts the runs of letters in text, but no further than limit.
func wordsUpTo(limit int, text string) int {
	n, inside := 0, false
	for _, r := range text {
		letter := unicode.IsLetter(r)
		if letter && !inside {
			n++
			if n == limit {
				return n
			}
		}
		inside = letter
	}
	return n
}
