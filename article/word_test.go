package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWords(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", ""},
		{"marks alone", "… — «» ?!", ""},
		{"english", "The mayor didn't say when.", "The mayor didn't say when"},
		{"curly apostrophe", "сям’я", "сям’я"},
		{"straight apostrophe", "сям'я", "сям'я"},
		{"letter apostrophe", "сямʼя", "сямʼя"},
		{"quotation marks are left out", "«Нёман» і 'Дняпро'", "Нёман і Дняпро"},
		{"hyphen", "so-called кто-то", "so called кто то"},
		{"figure with separators", "1,000.50 rubles, 3,5%", "1,000.50 rubles 3,5"},
		{"figures parted by a space", "12 000", "12 000"},
		{"date and time", "15.11.2024 в 18:00", "15.11.2024 в 18 00"},
		{"stress mark", "за́мок", "за́мок"},
		{"decomposed letters", "ру\u0443\u0306 \u0438\u0306", "ру\u0443\u0306 \u0438\u0306"},
		{"broken bytes", "a\xff b", "a b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range Words(tt.text) {
				got = append(got, tt.text[s.Start:s.End])
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("words (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEachWordStops(t *testing.T) {
	n := 0
	for range EachWord("one two three") {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d words after the loop was left, want 1", n)
	}
}
