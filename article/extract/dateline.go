package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutDateline cuts the dateline of an agency off the first paragraph of a report: "MINSK, 16 September (BelTA) – ",
// «15 мая, Минск /Корр. БЕЛТА/. ». It has to be short, to name an agency in brackets or between slashes, and to be
// parted from the text.
func cutDateline(text string) (dateline, rest string) {
	const longest = 90 // bytes
	for _, pair := range []struct{ open, end string }{{"(", ")"}, {"/", "/"}} {
		place, after, found := strings.Cut(text, pair.open)
		if !found || len(place) > longest || !isPlace(place) {
			continue
		}
		agency, after, found := strings.Cut(after, pair.end)
		if !found || len(agency) > longest || !isAgency(agency) {
			continue
		}
		body := strings.TrimLeft(after, " .—–-:")
		if body == "" || len(after) == len(body) {
			continue
		}
		return strings.TrimSpace(text[:len(text)-len(body)]), body
	}
	return "", text
}

// isPlace tells whether the part before the agency can be a place and a day: it begins with a capital or a figure and
// has few words, none of which ends a sentence.
func isPlace(s string) bool {
	const most = 5 // words
	s = strings.TrimSpace(s)
	first, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return false
	}
	return len(strings.Fields(s)) <= most && !strings.ContainsAny(s, ".!?«»“”\"")
}

// isAgency tells whether the part in brackets names an agency: it has a word in capitals.
func isAgency(s string) bool {
	s = strings.TrimSpace(s)
	for _, label := range []string{"Корр.", "Кар.", "Corr.", "Спец. корр."} {
		if strings.HasPrefix(s, label) {
			return true
		}
	}
	return isOneOf(s, []string{"BelTA", "БелТА", "БЕЛТА", "BELTA", "AP", "AFP", "Reuters", "TASS", "ТАСС", "РИА Новости", "Интерфакс",
		"Interfax", "БелаПАН", "BelaPAN", "dpa", "PAP", "Спутник", "Sputnik"})
}
