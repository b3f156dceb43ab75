package extract

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

var cyrillicCharsets = []struct {
	name string
	enc  encoding.Encoding
}{
	{"windows-1251", charmap.Windows1251},
	{"koi8-r", charmap.KOI8U},
	{"ibm866", charmap.CodePage866},
	{"iso-8859-5", charmap.ISO8859_5},
}

// inCharset encodes a text; what the charset lacks becomes a question mark.
func inCharset(t testing.TB, enc encoding.Encoding, text string) []byte {
	t.Helper()
	out, err := encoding.ReplaceUnsupported(enc.NewEncoder()).String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.ReplaceAll(out, "\x1a", "?"))
}

// TestCharsetOfLines tells the charsets apart line by line, on all lines of Russian and Belarusian articles that have
// thirty letters or more.
func TestCharsetOfLines(t *testing.T) {
	for _, language := range []string{"ru", "be"} {
		for _, c := range cyrillicCharsets {
			right, all := 0, 0
			for _, line := range trilingualLines(t, language) {
				text := strings.ReplaceAll(line, "і", "i") // as cp866, which has no і, was written
				if c.name != "ibm866" {
					text = line
				}
				_, got, err := decodeAny(inCharset(t, c.enc, text))
				if err != nil {
					t.Fatal(err)
				}
				if all++; got == c.name {
					right++
				} else {
					t.Logf("%s read as %s: %s", c.name, got, line)
				}
			}
			if all < 50 || right < all {
				t.Errorf("%s in %s: %d of %d lines", language, c.name, right, all)
			}
		}
	}
}

// trilingualLines are the paragraphs of the sample articles in a language, thirty letters or longer.
func trilingualLines(t testing.TB, language string) []string {
	t.Helper()
	var lines []string
	for _, story := range []string{"ferry", "library", "flood", "chess", "tractor", "festival", "helicopter", "gardeners", "apples"} {
		for line := range strings.Lines(string(readFile(t, "../../testdata/"+story+"/"+language+".txt"))) {
			if line = strings.TrimSpace(line); utf8.RuneCountInString(line) >= 40 {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

func TestDecodeAny(t *testing.T) {
	const russian, belarusian = "Снег выпал ночью, и утром дороги не было.", "Снег выпаў уначы, і раніцай дарогі не было."
	in := func(enc encoding.Encoding, text string) string { return string(inCharset(t, enc, text)) }
	tests := []struct {
		name, data, label, text, charset string
	}{
		{"valid UTF-8 is never doubted", belarusian, "windows-1251", belarusian, "utf-8"},
		{"ASCII under any label", "Snow fell at night.", "koi8-r", "Snow fell at night.", "utf-8"},
		{"a byte order mark", "\xff\xfe\x21\x04\x3d\x04", "windows-1251", "Сн", "utf-16le"},
		{"a label that is right", in(charmap.Windows1251, russian), "windows-1251", russian, "windows-1251"},
		{"a label by another name", in(charmap.Windows1251, russian), "CP1251", russian, "windows-1251"},
		{"no label", in(charmap.KOI8R, russian), "", russian, "koi8-r"},
		{"a label that lies: UTF-8", in(charmap.Windows1251, belarusian), "utf-8", belarusian, "windows-1251"},
		{"a label that lies: another Cyrillic one", in(charmap.KOI8U, belarusian), "windows-1251", belarusian, "koi8-r"},
		{"a label that lies: a Latin one", in(charmap.Windows1251, russian), "iso-8859-1", russian, "windows-1251"},
		{"a label that nobody knows", in(charmap.CodePage866, russian), "x-dos", russian, "ibm866"},
		{"nothing but quotation marks", "\x93Snow\x94 fell \x96 at night", "windows-1251", "“Snow” fell – at night", "windows-1251"},
		{"German", in(charmap.Windows1252, "Schöne Grüße aus Köln"), "", "Schöne Grüße aus Köln", "windows-1252"},
		{"Polish with its label", in(charmap.ISO8859_2, "Zażółć gęślą jaźń, proszę"), "iso-8859-2", "Zażółć gęślą jaźń, proszę", "iso-8859-2"},
		{"UTF-8 cut in the middle of a letter", strings.Repeat(russian, 3) + "\xd0", "", strings.Repeat(russian, 3) + "\uFFFD", "utf-8"},
		{"letters in Latin disguise", in(charmap.Windows1251, "У Мiнску выпаў снег, i ўсе рады"), "", "У Мiнску выпаў снег, i ўсе рады", "windows-1251"},
		{"capitals", in(charmap.KOI8R, "СРОЧНО: ДОРОГА НА МИНСК ЗАКРЫТА"), "", "СРОЧНО: ДОРОГА НА МИНСК ЗАКРЫТА", "koi8-r"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, charset, err := decodeAny([]byte(tt.data), tt.label)
			if err != nil || text != tt.text || charset != tt.charset {
				t.Errorf("%q in %s, %v; want %q in %s", text, charset, err, tt.text, tt.charset)
			}
		})
	}
}

func FuzzDecodeAny(f *testing.F) {
	for _, c := range cyrillicCharsets {
		f.Add(inCharset(f, c.enc, "Снег выпаў уначы"), c.name)
	}
	f.Add([]byte("\xff\xfe\x21\x04"), "utf-16")
	f.Add([]byte("日本"), "shift_jis")
	f.Fuzz(func(t *testing.T, data []byte, label string) {
		text, charset, err := decodeAny(data, label)
		if err != nil {
			if !errors.Is(err, ErrBinary) && !errors.Is(err, ErrEncoding) {
				t.Errorf("an error of no kind: %v", err)
			}
			return
		}
		if !utf8.ValidString(text) || charset == "" {
			t.Errorf("%q in %q", text, charset)
		}
		if utf8.Valid(data) && charset == "utf-8" && text != string(data) {
			t.Errorf("valid UTF-8 came back changed: %q", text)
		}
	})
}

func BenchmarkDecodeAny(b *testing.B) {
	data := inCharset(b, charmap.Windows1251, strings.Repeat("Снег выпаў уначы, і раніцай дарогі не было. ", 500))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := decodeAny(data); err != nil {
			b.Fatal(err)
		}
	}
}
