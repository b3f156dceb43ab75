package lexicon

import (
	"strings"

	"triptych/lang"
)

// leastStem is how many letters of a Belarusian word are left at the least.
const leastStem = 3

// stemBelarusian strips the endings of nouns, adjectives, participles and verbs. It works on the letters of
// [lang.FoldKin], for there akanne and yakanne no longer change the stem («мова», «моў»; «рака», «рэкі»), and what
// looks like many endings is few: every unstressed vowel is а, и or у, and ц is т.
func stemBelarusian(word string) string {
	w := lang.FoldKin(word)
	for _, reflexive := range []string{"тта", "са"} {
		if cut, ok := stripped(w, reflexive); ok {
			w = cut
			break
		}
	}
	for _, ending := range endings() {
		if cut, ok := stripped(w, ending); ok {
			w = cut
			break
		}
	}
	for {
		cut, ok := stripped(w, "а")
		if !ok {
			cut, ok = stripped(w, "и")
		}
		if !ok {
			cut, ok = stripped(w, "у")
		}
		if !ok {
			return w
		}
		w = cut
	}
}

// stripped cuts an ending off if enough of the word is left. All letters in question take two bytes.
func stripped(w, ending string) (string, bool) {
	if len(w) < 2*leastStem+len(ending) || !strings.HasSuffix(w, ending) {
		return w, false
	}
	return w[:len(w)-len(ending)], true
}

// endings are in the letters of lang.FoldKin, longer ones before those that end them.
func endings() []string {
	return []string{
		"вшиса", "лиса", "ласа",
		"аата", "вшии",
		"ага", "аму", "ами", "ими", "аам", "ааш", "аут", "вши", "учи", "ачи", "ала", "али", "ила", "или", "ула", "ули",
		"ам", "ах", "ав", "аи", "ау", "аа", "уу", "иа", "им", "их", "ат", "ит", "ут", "ив", "ув", "аш", "иш", "ла", "ли",
	}
}
