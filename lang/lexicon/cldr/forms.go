package main

import (
	"io/fs"
	"slices"
	"strings"
	"unicode"
)

// byWidth are a calendar's names: by width, then by number of the month or key of the day.
type byWidth map[string]map[string]string

type calendar struct {
	Format     byWidth
	StandAlone byWidth `json:"stand-alone"`
}

func gregorian(packages fs.FS, locale, part string) (calendar, error) {
	return read[calendar](packages, "dates", locale, "ca-gregorian", "dates", "calendars", "gregorian", part)
}

// months are in the nominative and in the genitive of dates, and abbreviated; but not in Belarusian, where CLDR cuts
// to three letters, which are other words («вер», «ліс») and which nobody prints.
func months(packages fs.FS, locale string) (names, error) {
	c, err := gregorian(packages, locale, "months")
	all := names{}
	for month, name := range c.StandAlone["wide"] {
		all[month] = []string{name, c.Format["wide"][month]}
		if locale != "be" {
			all[month] = append(all[month], strings.TrimSuffix(c.Format["abbreviated"][month], "."))
		}
	}
	return all, err
}

func weekdays(packages fs.FS, locale string) (names, error) { return days(packages, locale, "wide") }

func shortWeekdays(packages fs.FS, locale string) (names, error) {
	return days(packages, locale, "abbreviated")
}

func days(packages fs.FS, locale, width string) (names, error) {
	c, err := gregorian(packages, locale, "days")
	all := names{}
	for day, name := range c.StandAlone[width] {
		all[day] = []string{name}
	}
	return all, err
}

// plurals are CLDR's plural categories in the order of the variants.
func plurals() []string { return []string{"one", "few", "many", "other"} }

// currencies are by all their plural forms: «белорусский рубль», «белорусских рублей».
func currencies(packages fs.FS, locale string) (names, error) {
	raw, err := read[map[string]map[string]string](packages, "numbers", locale, "currencies", "numbers", "currencies")
	all := names{}
	for code, forms := range raw {
		// CNH is the yuan again, and XXX is none.
		if code == "CNH" || code == "XXX" {
			continue
		}
		for _, plural := range plurals() {
			all[code] = append(all[code], forms["displayName-count-"+plural])
		}
		if strings.Join(all[code], "") == "" {
			all[code] = []string{forms["displayName"]}
		}
	}
	return all, err
}

// currencyNouns are the nouns of currencies without their countries: dollar, «доллар», «долар».
func currencyNouns(packages fs.FS, locale string) (names, error) {
	all, err := currencies(packages, locale)
	// Words of other meaning: "gold"; «добра», good; «так», so.
	for _, code := range strings.Fields("ZWG STN BDT") {
		delete(all, code)
	}
	for code, forms := range all {
		all[code] = nil
		for _, name := range forms {
			all[code] = append(all[code], noun(clean(name)))
		}
	}
	return all, err
}

// noun is the word before a country's name («доллар США»), which stands at the end in Russian and Belarusian only, or
// else the last word («датская крона», Danish krone). A name of one word has none apart.
func noun(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return ""
	}
	for i, w := range words[1:] {
		if first := []rune(w)[0]; unicode.IsUpper(first) && unicode.Is(unicode.Cyrillic, first) || slices.Contains(complements(), w) {
			return words[i]
		}
	}
	return words[len(words)-1]
}

// complements are words in lower case that follow the noun.
func complements() []string {
	return []string{"стерлингов", "стэрлінгаў", "острова", "вострава"}
}

// units are by all their plural forms, some with the symbols that newspapers print.
func units(packages fs.FS, locale string) (names, error) {
	long, err := patterns(packages, locale, "long")
	if err != nil {
		return nil, err
	}
	short, err := patterns(packages, locale, "short")
	for _, unit := range printedSymbols() {
		long[unit] = append(long[unit], short[unit]...)
	}
	for _, unit := range ordinaryWords() {
		delete(long, unit)
	}
	return long, err
}

func patterns(packages fs.FS, locale, width string) (names, error) {
	raw, err := read[map[string]map[string]string](packages, "units", locale, "units", "units", width)
	all := names{}
	for unit, forms := range raw {
		for _, plural := range plurals() {
			_, name, found := strings.Cut(forms["unitPattern-count-"+plural], "{0}")
			if found && !slices.Contains(all[unit], name) {
				all[unit] = append(all[unit], name)
			}
		}
	}
	return all, err
}

// printedSymbols are units whose symbols newspapers print. Others are ordinary words by their letters: Pa and Da are
// «па» and «да».
func printedSymbols() []string {
	return strings.Fields(`length-kilometer length-centimeter length-millimeter mass-kilogram mass-milligram area-hectare
		digital-terabyte digital-gigabyte digital-megabyte power-gigawatt power-megawatt power-kilowatt volume-milliliter
		duration-minute frequency-gigahertz frequency-megahertz speed-kilometer-per-hour`)
}

// ordinaryWords are units that share a word with something else in one language only: stone, light, em.
func ordinaryWords() []string {
	return strings.Fields(`mass-stone mass-grain speed-light-speed graphics-em concentr-item concentr-ofglucose
		pressure-ofhg`)
}
