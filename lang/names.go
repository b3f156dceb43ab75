package lang

import "strings"

// naming is what a language is called.
type naming struct {
	tag          Tag
	english, own string
	// also lists further words for it, parted by spaces: ISO 639-2 and 639-3 codes, and codes of countries that are
	// often written in place of the language's own.
	also string
}

// understood tells whether word, in lower case, means the language.
func (n naming) understood(word string) bool {
	if word == string(n.tag) || word == strings.ToLower(n.english) || word == strings.ToLower(n.own) {
		return true
	}
	for also := range strings.FieldsSeq(n.also) {
		if word == also {
			return true
		}
	}
	return false
}

// find is the language's row; one without names where there is none.
func find(t Tag) naming {
	for _, n := range namings() {
		if n.tag == t {
			return n
		}
	}
	return naming{tag: t, english: string(t), own: string(t)}
}

// namings lists the languages that are called by name: the three, their neighbours, and the big ones that news is
// written in.
//
// "by" is the country code of Belarus and "bu" an old tool's code; both are commonly written for "be". The reverse
// mistake, "be" for Belgium, is not guessed at: no language has that code but Belarusian, and what Belgium reads is
// "nl-BE", "fr-BE" or "de-BE".
func namings() [44]naming {
	return [...]naming{
		{English, "English", "English", "eng"},
		{Russian, "Russian", "Русский", "rus"},
		{Belarusian, "Belarusian", "Беларуская", "bel by bu byelorussian belarussian bielaruskaja белорусский"},
		{"uk", "Ukrainian", "Українська", "ukr ua"},
		{"pl", "Polish", "Polski", "pol"},
		{"lt", "Lithuanian", "Lietuvių", "lit"},
		{"lv", "Latvian", "Latviešu", "lav"},
		{"et", "Estonian", "Eesti", "est"},
		{"bg", "Bulgarian", "Български", "bul"},
		{"sr", "Serbian", "Српски", "srp srpski"},
		{"mk", "Macedonian", "Македонски", "mkd mac"},
		{"kk", "Kazakh", "Қазақша", "kaz kz"},
		{"ky", "Kyrgyz", "Кыргызча", "kir"},
		{"mn", "Mongolian", "Монгол", "mon"},
		{"tg", "Tajik", "Тоҷикӣ", "tgk"},
		{"tt", "Tatar", "Татарча", "tat"},
		{"uz", "Uzbek", "Oʻzbekcha", "uzb"},
		{"az", "Azerbaijani", "Azərbaycanca", "aze"},
		{"hy", "Armenian", "Հայերեն", "hye arm"},
		{"ka", "Georgian", "ქართული", "kat geo"},
		{"de", "German", "Deutsch", "deu ger"},
		{"fr", "French", "Français", "fra fre"},
		{"es", "Spanish", "Español", "spa"},
		{"it", "Italian", "Italiano", "ita"},
		{"pt", "Portuguese", "Português", "por"},
		{"nl", "Dutch", "Nederlands", "nld dut"},
		{"sv", "Swedish", "Svenska", "swe"},
		{"da", "Danish", "Dansk", "dan dk"},
		{"nb", "Norwegian", "Norsk", "nob nor no"},
		{"fi", "Finnish", "Suomi", "fin"},
		{"cs", "Czech", "Čeština", "ces cze cz"},
		{"sk", "Slovak", "Slovenčina", "slk slo"},
		{"sl", "Slovene", "Slovenščina", "slv slovenian"},
		{"hr", "Croatian", "Hrvatski", "hrv"},
		{"hu", "Hungarian", "Magyar", "hun"},
		{"ro", "Romanian", "Română", "ron rum"},
		{"tr", "Turkish", "Türkçe", "tur"},
		{"el", "Greek", "Ελληνικά", "ell gre gr"},
		{"he", "Hebrew", "עברית", "heb iw"},
		{"ar", "Arabic", "العربية", "ara"},
		{"fa", "Persian", "فارسی", "fas per farsi"},
		{"zh", "Chinese", "中文", "zho chi cn"},
		{"ja", "Japanese", "日本語", "jpn jp"},
		{"ko", "Korean", "한국어", "kor"},
	}
}
