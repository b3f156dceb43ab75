package quantity

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is the part that a word plays in a number.
type part uint8

const (
	none     part = iota
	digit         // one to nine
	teen          // ten to nineteen
	ten           // twenty, thirty …
	hundreds      // двести, дзвесце …
	multiple      // multiplies what stands before it by value: hundred, dozen, сотня
	scale         // the same from a thousand on
	oneHalf       // полтора, паўтара: value is in halves
	half          // half, половина
	share         // thirds, четверть: value is the denominator
	lone          // no part of a number, but a quantity by itself: noon, doubled, decade; see alone
)

// numeral is the number that a word states.
type numeral struct {
	part    part
	value   int64
	ordinal bool
	weak    bool // usually no quantity when it stands alone
	plural  bool // says "several": thousands, сотни
	short   bool // an abbreviation, perhaps with a full stop
	only    byte // 'b' if the word is a numeral in Belarusian alone
	alone   Kind // of a lone word
	days    bool // a lone word whose value counts days, not months
}

// maxWord is longer than any word of the tables, in bytes.
const maxWord = 48

// fold brings a word to the form in which the tables have it: small letters without marks, ё as е, letters put together
// from parts, Latin look-alikes in a Cyrillic word made Cyrillic, soft hyphens left out, and the soft sign that only
// classical spelling has («дзьве», «сьнежань»). Apostrophes go too, but not from a Cyrillic word: «сям'і» is no seven. Of
// "June's" June is left. It gives nil for a word that is too long for the tables. The result stands in buf.
func fold(w string, buf *[maxWord]byte) []byte {
	if len(w) > maxWord-utf8.UTFMax {
		return nil
	}
	cyrillic := hasCyrillic(w)
	out := buf[:0]
	for i, r := range w {
		switch r {
		case '\'', '’', 'ʼ':
			if rest := w[i+utf8.RuneLen(r):]; !cyrillic && (rest == "s" || rest == "S") {
				return out // "June's"
			}
			if !cyrillic {
				continue
			}
			r = '\''
		case '\u00ad', '\u0301', '\u0308', '\u030c': // stress marks, and the dots of a ё that came in two parts
			continue
		case '\u0306':
			out = putBreve(out)
			continue
		}
		if r = lower(r); r == 'ё' {
			r = 'е'
		} else if cyrillic && r < utf8.RuneSelf {
			r = lookAlike(r)
		}
		if cyrillic && hardens(out, r) {
			out = out[:len(out)-len("ь")]
		}
		if len(out) > maxWord-utf8.UTFMax { // letters that were put into Cyrillic take more room
			return nil
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// hardens tells whether the consonant r makes the soft sign at the end of a folded word needless: after с, з, ц, which are
// soft before a soft consonant anyway.
func hardens(out []byte, r rune) bool {
	n := len(out)
	if n < 4 || out[n-1] != 0x8c || out[n-2] != 0xd1 { // ь
		return false
	}
	switch before, _ := utf8.DecodeLastRune(out[:n-2]); before {
	case 'с', 'з', 'ц':
		return strings.ContainsRune("бвгджзклмнпрстцчшў", r)
	}
	return false
}

// lower is unicode.ToLower with a short way for the two alphabets that matter: it is asked about every letter.
func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case 'а' <= r && r <= 'џ':
		return r
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	}
	return unicode.ToLower(r)
}

// hasCyrillic looks for the first bytes of the letters from Ѐ to ӿ.
func hasCyrillic(w string) bool {
	for i := range len(w) {
		if 0xd0 <= w[i] && w[i] <= 0xd3 {
			return true
		}
	}
	return false
}

// putBreve makes the last letter й or ў, if it can carry a breve.
func putBreve(b []byte) []byte {
	switch r, n := utf8.DecodeLastRune(b); r {
	case 'и':
		return utf8.AppendRune(b[:len(b)-n], 'й')
	case 'у':
		return utf8.AppendRune(b[:len(b)-n], 'ў')
	}
	return b
}

func lookAlike(r rune) rune {
	const latin, cyrillic = "aceiopxyktmbhn", "асеіорхуктмвнп"
	if i := strings.IndexRune(latin, r); i >= 0 {
		return []rune(cyrillic)[i]
	}
	return r
}

// numeralOf is the number that a word states, the zero numeral if it states none.
func numeralOf(w string, lacinka bool) numeral {
	var buf [maxWord]byte
	return numerals[string(foldAs(w, lacinka, &buf))]
}

// numerals holds every form of every number word of the three languages. It is built once, for it has some thousand
// forms and is asked about every word; nothing writes to it afterwards.
var numerals = compileNumerals()

func compileNumerals() map[string]numeral {
	m := make(map[string]numeral, 2048)
	var buf [maxWord]byte
	for _, table := range numeralTables() {
		for _, row := range table {
			for _, form := range row.all() {
				m[string(fold(form, &buf))] = row.numeral
			}
		}
	}
	return m
}

func numeralTables() [][]numeralRow {
	return [][]numeralRow{
		englishNumerals(), englishScales(), russianNumerals(), belarusianNumerals(),
		timesWords(), spanWords(), clockWords(), decadeWords(), weekdayWords(),
	}
}

// numeralRow is a number with its forms. A form "перв~рус" stands for the stem with every ending of that pattern.
type numeralRow struct {
	numeral
	forms string
}

func (r numeralRow) all() []string {
	var out []string
	for _, f := range strings.Fields(r.forms) {
		stem, pattern, ok := strings.Cut(f, "~")
		if !ok {
			out = append(out, f)
			continue
		}
		for _, ending := range strings.Fields(endings(pattern)) {
			out = append(out, stem+ending)
		}
	}
	return out
}

// endings lists the case endings of a pattern of declension; nouns have those of the singular and of the plural
// apart, since a lone plural says "several".
func endings(pattern string) string {
	switch pattern {
	case "ый": // Russian adjectives
		return "ый ого ому ым ом ая ой ую ою ое ые ых ыми"
	case "ий":
		return "ий ьего ьему ьим ьем ья ьей ью ьею ье ьи ьих ьими"
	case "ы": // Belarusian adjectives
		return "ы ага ога аму ому ым ая ай ой ую аю ою ае ое ыя ых ымі"
	case "і":
		return "і яга ога яму ому ім яя ая яй ай ой юю ую яю ою яе ое ія іх імі"
	case "ион": // Russian million, billion: singular, plural
		return "ион иона иону ионом ионе"
	case "ионы":
		return "ионы ионов ионам ионами ионах"
	case "ард":
		return "ард арда арду ардом арде"
	case "арды":
		return "арды ардов ардам ардами ардах"
	case "ён": // Belarusian
		return "ён ёна ёну ёнам ёне"
	case "ёны":
		return "ёны ёнаў ёнам ёнамі ёнах"
	case "ярд":
		return "ярд ярда ярду ярдам ярдзе"
	case "ярды":
		return "ярды ярдаў ярдам ярдамі ярдах"
	case "ный":
		return "ный ного ному ным ном ная ной ную ное ные ных ными"
	case "ний":
		return "ний него нему ним нем няя ней нюю нее ние них ними"
	case "ны":
		return "ны нага наму ным ная най ную нае ныя ных нымі"
	case "ні":
		return "ні няга няму нім няя няй нюю няе нія ніх німі"
	case "оить": // удвоить
		return "оить оил оила оило оили оит оят оив оиться оился оилась оилось оились оится оятся оение оения оению оением " +
			"оен оена оено оены оенный оенная оенное оенные оенной оенного оенную"
	case "оіць": // падвоіць
		return "оіць оіў оіла оіла оілі оіць оіцца оіўся оілася оілася оіліся оены оена оенае оеныя оенай оеную оенне оення " +
			"оенню оеннем ойвае ойваецца ояць аенне аення аеннем аенню"
	case "ать": // удваивать
		return "ать ает ают ал ала али аться ается аются ался алась ались"
	}
	panic("unknown pattern of declension " + pattern) // a slip in the tables; every test would meet it
}
