package compare

import (
	"strings"

	"triptych/lang"
	"triptych/lang/lexicon"
)

// seats tells whether one of two names is a place and the other what sits there: news says Athens for the government of
// Greece, and the Kremlin for Moscow.
func (d *nameDesk) seats(a, b nameReading) bool {
	as, bs := d.senses(a), d.senses(b)
	for line := range strings.SplitSeq(seatsOfPower, "\n") {
		place, sitters, ok := strings.Cut(line, ": ")
		if !ok {
			continue
		}
		inA, inB := d.means(as, place), d.means(bs, place)
		if !inA && !inB {
			continue
		}
		for sitter := range strings.SplitSeq(sitters, ", ") {
			if inA && d.means(bs, sitter) || inB && d.means(as, sitter) {
				return true
			}
		}
	}
	return false
}

func (d *nameDesk) senses(r nameReading) map[lexicon.Sense]bool {
	out := map[lexicon.Sense]bool{}
	for _, t := range r.terms {
		for _, s := range d.sheets[t.version].known(t) {
			out[s] = true
		}
	}
	return out
}

// means tells whether a sense of an English name is among senses.
func (d *nameDesk) means(senses map[lexicon.Sense]bool, english string) bool {
	for s := range d.lexicon.Senses(lang.English, stemmed(english)) {
		if senses[s] {
			return true
		}
	}
	return false
}

func stemmed(english string) string {
	words := strings.Fields(english)
	for i, w := range words {
		words[i] = lexicon.Stem(lang.English, w)
	}
	return strings.Join(words, " ")
}

// seatsOfPower are places by which news names the states and bodies that sit there: the place, then what it stands for,
// as the lexicon has them.
const seatsOfPower = `Minsk: Belarus, Belarusian
Moscow: Russia, Russian, Kremlin
Kremlin: Moscow, Russia, Russian
Kyiv: Ukraine, Ukrainian
Warsaw: Poland, Polish
Vilnius: Lithuania, Lithuanian
Riga: Latvia, Latvian
Tallinn: Estonia, Estonian
Chisinau: Moldova, Moldovan
Berlin: Germany, German
Paris: France, French
London: United Kingdom, Britain, British, England, Westminster, Downing Street
Westminster: United Kingdom, Britain, British
Downing Street: United Kingdom, Britain, British
Dublin: Ireland, Irish
Edinburgh: Scotland, Scottish
Cardiff: Wales, Welsh
Madrid: Spain, Spanish
Lisbon: Portugal, Portuguese
Rome: Italy, Italian
Athens: Greece, Greek
Ankara: Turkey, Turkish
Nicosia: Cyprus, Cypriot
Vienna: Austria, Austrian
Bern: Switzerland, Swiss
Brussels: Belgium, Belgian, European Union, NATO
Strasbourg: European Parliament
Hague: Netherlands, Dutch
Amsterdam: Netherlands, Dutch
Copenhagen: Denmark, Danish
Oslo: Norway, Norwegian
Stockholm: Sweden, Swedish
Helsinki: Finland, Finnish
Reykjavik: Iceland, Icelandic
Prague: Czechia, Czech
Bratislava: Slovakia, Slovak
Budapest: Hungary, Hungarian
Bucharest: Romania, Romanian
Sofia: Bulgaria, Bulgarian
Belgrade: Serbia, Serbian
Zagreb: Croatia, Croatian
Ljubljana: Slovenia, Slovenian
Sarajevo: Bosnia and Herzegovina, Bosnia, Bosnian
Skopje: North Macedonia, Macedonia, Macedonian
Podgorica: Montenegro, Montenegrin
Tirana: Albania, Albanian
Pristina: Kosovo
Tbilisi: Georgia, Georgian
Yerevan: Armenia, Armenian
Baku: Azerbaijan, Azerbaijani
Astana: Kazakhstan, Kazakh
Tashkent: Uzbekistan, Uzbek
Bishkek: Kyrgyzstan, Kyrgyz
Dushanbe: Tajikistan, Tajik
Ashgabat: Turkmenistan, Turkmen
Washington: United States, American, White House, Pentagon
White House: United States, American, Washington
Ottawa: Canada, Canadian
Mexico City: Mexico, Mexican
Havana: Cuba, Cuban
Caracas: Venezuela, Venezuelan
Bogota: Colombia, Colombian
Brasilia: Brazil, Brazilian
Buenos Aires: Argentina, Argentine
Santiago: Chile, Chilean
Lima: Peru, Peruvian
Beijing: China, Chinese
Tokyo: Japan, Japanese
Seoul: South Korea, Korea, Korean
Pyongyang: North Korea, Korea, Korean
Taipei: Taiwan, Taiwanese
Delhi: India, Indian
New Delhi: India, Indian
Islamabad: Pakistan, Pakistani
Kabul: Afghanistan, Afghan
Tehran: Iran, Iranian
Baghdad: Iraq, Iraqi
Damascus: Syria, Syrian
Beirut: Lebanon, Lebanese
Amman: Jordan, Jordanian
Jerusalem: Israel, Israeli
Tel Aviv: Israel, Israeli
Ramallah: Palestine, Palestinian
Riyadh: Saudi Arabia, Saudi
Doha: Qatar
Cairo: Egypt, Egyptian
Tripoli: Libya, Libyan
Tunis: Tunisia, Tunisian
Algiers: Algeria, Algerian
Rabat: Morocco, Moroccan
Khartoum: Sudan, Sudanese
Addis Ababa: Ethiopia, Ethiopian
Nairobi: Kenya, Kenyan
Abuja: Nigeria, Nigerian
Pretoria: South Africa, South African
Hanoi: Vietnam, Vietnamese
Bangkok: Thailand, Thai
Manila: Philippines, Philippine
Jakarta: Indonesia, Indonesian
Canberra: Australia, Australian
Wellington: New Zealand
Vatican: Holy See
`
