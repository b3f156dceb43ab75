package lang_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"triptych/lang"
)

func TestMixedWords(t *testing.T) {
	text := "Мiнск, London; VIPовский тэкcт — ЕC"
	var got []string
	for start, end := range lang.MixedWords(text) {
		got = append(got, text[start:end])
	}
	if diff := cmp.Diff([]string{"Мiнск", "VIPовский", "тэкcт", "ЕC"}, got); diff != "" {
		t.Error(diff)
	}
	for range lang.MixedWords(text) {
		break // a caller may stop at the first one
	}
}

func TestMend(t *testing.T) {
	for in, want := range map[string]string{
		"": "",
		"Чыста беларускі тэкст":   "Чыста беларускі тэкст",
		"Мiнск i тэкcт":           "Мінск i тэкст",
		"Lоndоn":                  "London",
		"VIPовский зал":           "VIPовский зал",
		"COVID-19, ІT":            "COVID-19, ІТ",
		"МAЗ, БелAЗ, Mинск-Арeна": "МАЗ, БелАЗ, Минск-Арена",
	} {
		if got := lang.Mend(in); got != want {
			t.Errorf("Mend(%q) = %q, want %q", in, got, want)
		}
	}
}
