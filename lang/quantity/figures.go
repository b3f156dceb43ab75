package quantity

import (
	"strings"
	"unicode/utf8"
)

// figures is a number written in digits.
type figures struct {
	value, alt decimal // alt is the other reading, if alt.mant is not 0
	digits     int8    // before the first separator
	fraction   int8    // decimals as written
	grouped    bool    // has separators of thousands
	point      byte    // what parts the decimals, '.' or ','
	padded     bool    // has a zero in front: "007"
	serial     bool    // too long to be a quantity
}

// year tells whether the figures could be a year as it is written: four digits and nothing else.
func (f figures) year() bool { return f.digits == 4 && f.plain() && !f.padded }

// plain tells whether the figures are digits alone.
func (f figures) plain() bool { return f.fraction == 0 && !f.grouped && f.value.exp == 0 && !f.serial }

// readFigures reads the number that begins at pos, and tells where it ends. Which of comma and point parts decimals
// is told from the shape: whichever has other than three digits behind it, or comes last. A single one with three
// digits behind it ("1,500") is left with both readings, to be settled by the language and what follows.
func readFigures(text string, pos int) (figures, int) {
	end := digitsEnd(text, pos)
	if end == pos {
		r, n := utf8.DecodeRuneInString(text[pos:])
		return figures{value: decimal{vulgar(r), -3}, fraction: 3}, pos + n
	}
	f := figures{digits: int8(min(end-pos, 100)), padded: text[pos] == '0' && end-pos > 1}
	digits := text[pos:end]
	if end-pos <= 3 && text[pos] != '0' {
		digits, end, f.grouped = readGroups(text, pos, end)
	}
	var ok bool
	if f.value, ok = parseDigits(digits); !ok {
		f.serial = true
		return f, end
	}
	end = f.readDecimals(text, pos, end)
	return f, f.readVulgar(text, end)
}

func digitsEnd(text string, pos int) int {
	for pos < len(text) && '0' <= text[pos] && text[pos] <= '9' {
		pos++
	}
	return pos
}

// readGroups joins groups of three behind the digits text[pos:end]. One comma or point alone is left for
// [figures.readDecimals].
func readGroups(text string, pos, end int) (digits string, newEnd int, grouped bool) {
	sep, groups := groupSeparator(text[end:]), 0
	if sep == "" {
		return text[pos:end], end, false
	}
	last := end
	for strings.HasPrefix(text[last:], sep) {
		next := last + len(sep)
		if digitsEnd(text, next) != next+3 {
			break
		}
		last, groups = next+3, groups+1
	}
	if groups == 0 || groups > 5 || touchesMore(text[last:], sep) && sep != " " {
		return text[pos:end], end, false
	}
	if sep == "," && groups == 1 && !touchesMore(text[last:], ".") || sep == "." && groups == 1 && !touchesMore(text[last:], ",") {
		return text[pos:end], end, false
	}
	return strings.ReplaceAll(text[pos:last], sep, ""), last, true
}

func groupSeparator(s string) string {
	for _, sep := range [...]string{",", ".", " ", "\u00a0", "\u202f", "\u2009", "\u2007", "'", "’"} {
		if strings.HasPrefix(s, sep) {
			return sep
		}
	}
	return ""
}

// touchesMore tells whether s goes on with the separator and a digit, which no number does.
func touchesMore(s, sep string) bool {
	return len(s) > len(sep) && strings.HasPrefix(s, sep) && '0' <= s[len(sep)] && s[len(sep)] <= '9'
}

// readDecimals reads what stands behind a comma or a point at end, unless more of the same follows: "15.11.2024" and
// "1,2,3" are several numbers.
func (f *figures) readDecimals(text string, pos, end int) int {
	if pos > 1 && (text[pos-1] == '.' || text[pos-1] == ',') && digitsEnd(text, pos-2) > pos-2 {
		return end
	}
	if end >= len(text) || text[end] != '.' && text[end] != ',' {
		return end
	}
	stop := digitsEnd(text, end+1)
	decimals := text[end+1 : stop]
	if decimals == "" || len(decimals) > 9 || touchesMore(text[stop:], ".") || touchesMore(text[stop:], ",") {
		return end
	}
	d, ok := parseDigits(decimals)
	if !ok {
		return end
	}
	whole, ok := f.value.scaled(0).plus(decimal{d.mant, -len(decimals)})
	if !ok {
		return end
	}
	if len(decimals) == 3 && !f.grouped && f.digits <= 3 && text[end-int(f.digits)] != '0' {
		f.alt = decimal{f.value.mant*1000 + d.mant, 0}
	}
	f.value, f.fraction, f.point = whole, int8(len(decimals)), text[end]
	return stop
}

func (f *figures) readVulgar(text string, end int) int {
	r, n := utf8.DecodeRuneInString(text[end:])
	if v := vulgar(r); v != 0 && f.fraction == 0 {
		f.value, _ = f.value.plus(decimal{v, -3})
		f.fraction = 3
		return end + n
	}
	return end
}

// vulgar is the value of a fraction sign in thousandths; 0 for anything else.
func vulgar(r rune) int64 {
	switch r {
	case '½':
		return 500
	case '¼':
		return 250
	case '¾':
		return 750
	}
	return 0
}
